"""YOLO: a text file with the boxes of one picture, as shares of its sides."""

from __future__ import annotations

import warnings
from collections.abc import Sequence

from PIL import Image

from engine.runtime.errors import UserError
from importers.found import Box
from importers.layouts.boxes.drawing import BoxDraft, box_around, number
from importers.layouts.boxes.yolo_names import YoloNames, read_names, text_of
from importers.layouts.contents import Contents, suffix
from importers.layouts.draft import Draft
from importers.layouts.words import path_split

_TRIED = 32
"""Label files that are opened to see whether a folder is of this kind."""

_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)
_SLACK = 0.5
"""How far a box may reach beyond the picture, as a share of it, before it is a slip."""

_PLACES = {"images": "labels", "image": "label", "Images": "Labels", "JPEGImages": "labels"}

Shape = tuple[int, tuple[float, float, float, float]]
"""The number of a class, and left, top, width and height as shares of the picture."""


def read_yolo(contents: Contents, *, required: bool) -> Draft | None:
    """Every line of a label file is a picture of its class.

    Recognised by a data file or a list of classes, if at least half of the label files belong
    to pictures that are there and hold what labels hold.

    Raises
    ------
    UserError
        If required: ``import.no_yolo``, ``import.no_yolo_names``,
        ``import.annotations_unreadable``. Always: ``import.too_many_boxes``.
    """
    labels = _labels(contents)
    names = _names(contents, required=required) if labels or required else None
    if names is None:
        return None
    if required and not labels:
        raise UserError("import.no_yolo", file=str(contents.listing.root))
    if not (required or _recognised(contents, labels, names)):
        return None
    draft = BoxDraft(contents)
    draft.used.update(names.files, labels.values())
    for picture, relative in labels.items():
        _take(contents, picture, relative, names, draft)
    draft.finish(several=False)
    return draft


def _labels(contents: Contents) -> dict[str, str]:
    """Pictures with a label file: picture -> label file."""
    if not any(suffix(name) == ".txt" for name in contents.companions):
        return {}
    files = contents.listing.files
    places: dict[str, list[str]] = {}
    found: dict[str, str] = {}
    for picture in contents.pictures:
        cut = picture.rfind("/") + 1
        folder, name = picture[:cut], picture[cut:]
        if folder not in places:
            places[folder] = _label_folders(folder, contents.base)
        dot = name.rfind(".")
        label = f"{name[:dot] if dot > 0 else name}.txt"
        for place in places[folder]:
            if place + label in files:
                found[picture] = place + label
                break
    return found


def _label_folders(folder: str, base: str) -> list[str]:
    parts = folder.split("/")
    places = []
    for at in range(len(parts) - 1, -1, -1):
        if parts[at] in _PLACES:
            places.append("/".join([*parts[:at], _PLACES[parts[at]], *parts[at + 1 :]]))
            break
    return [*places, folder, f"{folder}labels/", f"{base}labels/"]


def _names(contents: Contents, *, required: bool) -> YoloNames | None:
    try:
        found = read_names(contents)
    except (OSError, ValueError) as error:
        if required:
            root = str(contents.listing.root)
            raise UserError("import.annotations_unreadable", file=root) from error
        return None
    if not found.names and required:
        raise UserError("import.no_yolo_names", file=str(contents.listing.root))
    return found if found.names else None


def _recognised(contents: Contents, labels: dict[str, str], names: YoloNames) -> bool:
    texts = sum(suffix(name) == ".txt" for name in contents.companions)
    texts -= sum(suffix(name) == ".txt" for name in names.files)
    files = list(set(labels.values()))
    if not files or 2 * len(files) < texts:
        return False
    files.sort()
    sample = files[:: max(1, len(files) // _TRIED)][:_TRIED]
    sound = 0
    for relative in sample:
        try:
            lines = text_of(contents, relative).splitlines()
        except (OSError, ValueError):
            continue
        sound += all(_shape(line) is not None for line in lines if line.strip())
    return 2 * sound >= len(sample)


def _take(
    contents: Contents, picture: str, relative: str, names: YoloNames, draft: BoxDraft
) -> None:
    try:
        lines = text_of(contents, relative).splitlines()
    except (OSError, ValueError):
        draft.refuse(picture, "import.annotations_broken")
        return
    size: tuple[int, int] | None = None
    word = names.split(picture) or path_split(picture)
    for at, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        size = size or _size(contents, picture)
        if size is None:
            draft.refuse(picture, "import.box_no_picture")
            return
        shape = _shape(line)
        box = _scaled(shape[1], size, contents.options.box_margin) if shape else None
        if shape is None or box is None:
            draft.refuse(picture, "import.box_unsound", list=relative, entry=at)
        elif shape[0] not in names.names:
            draft.refuse(picture, "import.box_no_class", list=relative, entry=at)
        else:
            draft.add(picture, names.names[shape[0]], word, box)


def _shape(line: str) -> Shape | None:
    """A line with a box, a box and its confidence, or the corners of an outline."""
    cells = line.split(maxsplit=10_000)
    values = [number(cell) for cell in cells[1:]]
    sound = [value for value in values if value is not None]
    if not cells or not (cells[0].isdecimal() and len(cells[0]) < 10) or len(sound) < len(values):
        return None
    if len(sound) in (4, 5):
        x, y, width, height = sound[:4]
        edges = (x - width / 2, y - height / 2, width, height)
    elif len(sound) >= 6 and len(sound) % 2 == 0:
        edges = _around(sound[0::2], sound[1::2])
    else:
        return None
    return int(cells[0]), edges


def _around(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float, float, float]:
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def _scaled(
    edges: tuple[float, float, float, float], size: tuple[int, int], margin: float
) -> Box | None:
    x, y, width, height = edges
    low, high = -_SLACK, 1 + _SLACK
    if x < low or y < low or x + width > high or y + height > high:
        return None
    return box_around(x * size[0], y * size[1], width * size[0], height * size[1], margin=margin)


def _size(contents: Contents, picture: str) -> tuple[int, int] | None:
    """Width and height of a picture the right way up, from its first bytes."""
    try:
        with warnings.catch_warnings(), contents.listing.store.open(picture) as file:
            warnings.simplefilter("ignore")
            with Image.open(file) as image:
                width, height = image.size
                turned = image.getexif().get(_ORIENTATION) in _TURNED
    except Exception:  # whatever a damaged picture leads to; it is refused with a reason
        return None
    return (height, width) if turned else (width, height)
