"""Pascal VOC: an XML file with the boxes of one picture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError

from defusedxml.ElementTree import fromstring

from engine.runtime.errors import UserError
from importers.layouts.boxes.drawing import BoxDraft, box_around, number
from importers.layouts.contents import Contents, folder_of, suffix
from importers.layouts.draft import Draft
from importers.layouts.finding import leaves_folder
from importers.layouts.words import SPLIT_WORDS, class_name, clean, path_split
from importers.stores.store import read_all

_MAX_BYTES = 4 << 20
_TRIED = 32
"""Files that are opened to see whether a folder with XML files is of this kind."""

_SIBLINGS = ("JPEGImages/", "images/", "Images/", "")
_BROKEN = (OSError, ValueError, LookupError, ParseError, RecursionError)


@dataclass(frozen=True)
class _Page:
    """An annotation file."""

    relative: str
    name: str
    picture: str | None
    objects: Sequence[Any]


def read_voc(contents: Contents, *, required: bool) -> Draft | None:
    """Every object of every annotation file is a picture of its class.

    Recognised if at least half of a sample of the XML files name pictures that are there. The
    split comes from ``ImageSets/Main``, else from the folders' names.

    Raises
    ------
    UserError
        If required: ``import.no_voc``, ``import.annotations_unreadable``. Always:
        ``import.too_many_boxes``.
    """
    files = [name for name in contents.companions if suffix(name) == ".xml"]
    if not (required or _recognised(contents, files)):
        return None
    draft = BoxDraft(contents)
    splits = _image_sets(contents, draft)
    read = 0
    broken: list[str] = []
    for relative in files:
        try:
            page = _load(contents, relative)
        except _BROKEN:
            broken.append(relative)
            continue
        if page is not None:
            read += 1
            _take(contents, page, splits, draft)
    if required and not read:
        root = contents.listing.root
        if broken:
            raise UserError("import.annotations_unreadable", file=str(root / broken[0]))
        raise UserError("import.no_voc", file=str(root))
    for relative in broken:
        draft.refuse(relative, "import.annotations_broken")
        draft.used.add(relative)
    draft.finish(several=False)
    return draft


def _recognised(contents: Contents, files: list[str]) -> bool:
    sample = files[:: max(1, len(files) // _TRIED)][:_TRIED]
    there = 0
    for relative in sample:
        try:
            page = _load(contents, relative)
        except _BROKEN:
            continue
        there += page is not None and page.picture is not None
    return there > 0 and 2 * there >= len(sample)


def _load(contents: Contents, relative: str) -> _Page | None:
    tree = fromstring(read_all(contents.listing.store, relative, limit=_MAX_BYTES))
    if tree.tag != "annotation":
        return None
    name = clean(tree.findtext("filename"))
    own = folder_of(relative)
    parent = folder_of(own[:-1])
    near = [own, *(parent + folder for folder in _SIBLINGS)]
    stem = relative[len(own) : -len(".xml")]
    # Renamed pictures often leave the old name inside; then the file's own name is right.
    picture = contents.finder.find(name, near) or contents.finder.of_stem(stem, near)
    return _Page(relative, name or stem, picture, tree.findall("object"))


def _image_sets(contents: Contents, draft: BoxDraft) -> dict[str, str]:
    """Splits by the names of pictures without suffix."""
    splits: dict[str, str] = {}
    # ``trainval`` holds what ``train`` and ``val`` hold; these say it more exactly.
    for relative in contents.few((".txt",)):
        if not folder_of(relative).casefold().endswith("imagesets/main/"):
            continue
        draft.used.add(relative)
        word = relative[relative.rfind("/") + 1 : -len(".txt")].casefold()
        if word not in SPLIT_WORDS:
            continue
        try:
            data = read_all(contents.listing.store, relative, limit=_MAX_BYTES)
        except OSError:
            draft.refuse(relative, "import.annotations_broken")
            continue
        for line in data.decode("utf-8-sig", "replace").splitlines():
            stem = clean(line.split(maxsplit=1)[0]) if line.strip() else ""
            if stem and (word != "trainval" or stem not in splits):
                splits[stem] = SPLIT_WORDS[word]
    return splits


def _take(contents: Contents, page: _Page, splits: dict[str, str], draft: BoxDraft) -> None:
    draft.used.add(page.relative)
    if page.picture is None:
        reason = "import.box_outside" if leaves_folder(page.name) else "import.box_missing"
        draft.refuse(page.relative, reason, list=page.relative)
        return
    stem = page.relative[len(folder_of(page.relative)) : -len(".xml")]
    word = splits.get(stem) or path_split(page.relative) or path_split(page.picture)
    for at, entry in enumerate(page.objects, start=1):
        label = class_name(entry.findtext("name"))
        box = _box(entry.find("bndbox"), contents.options.box_margin)
        if not label:
            draft.refuse(page.picture, "import.box_no_class", list=page.relative, entry=at)
        elif box is None:
            draft.refuse(page.picture, "import.box_unsound", list=page.relative, entry=at)
        else:
            draft.add(page.picture, label, word, box)


def _box(element: Any, margin: float) -> Any:
    if element is None:
        return None
    edges = [number(element.findtext(name)) for name in ("xmin", "ymin", "xmax", "ymax")]
    left, top, right, bottom = edges
    if left is None or top is None or right is None or bottom is None:
        return None
    return box_around(left, top, right - left, bottom - top, margin=margin)
