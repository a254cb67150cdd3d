"""COCO: one JSON file with the boxes of many pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from engine.runtime.errors import UserError
from importers.layouts.boxes.drawing import BoxDraft, box_around, number
from importers.layouts.contents import Contents, folder_of
from importers.layouts.draft import Draft
from importers.layouts.finding import leaves_folder
from importers.layouts.words import class_name, clean, path_split, split_in
from importers.stores.store import read_all

_MAX_BYTES = 512 << 20
_CHECKED_BYTES = 1 << 20
"""Up to here any JSON file is looked at for damage: a COCO file may be cut off early."""

_SIGNS = (b'"images"', b'"annotations"', b'"categories"')
# Parts of an annotation that are large and not needed.
_HEAVY = ("segmentation", "keypoints", "counts", "rle")
_PARENTS_PICTURES = ("images/", "JPEGImages/", "data/")

Key = int | str


@dataclass(frozen=True)
class _File:
    """A COCO file; pictures by their number, None where the folder has none."""

    relative: str
    names: dict[Key, str]
    pictures: dict[Key, str | None]
    classes: dict[Key, str]
    annotations: list[Any]
    split: str | None

    @property
    def named(self) -> int:
        return sum(one is not None for one in self.pictures.values())


def read_coco(contents: Contents, *, required: bool) -> Draft | None:
    """Every annotation of a COCO file is a picture of its category.

    Recognised if the files name pictures of which at least half are there. The split comes
    from the file's name or folder, else from the picture's folder. Crowds are passed over.

    Raises
    ------
    UserError
        If required: ``import.no_coco``, ``import.annotations_unreadable``. Always:
        ``import.too_many_boxes``.
    """
    draft = BoxDraft(contents)
    files: list[_File] = []
    broken: list[str] = []
    for relative in contents.few((".json",)):
        try:
            found = _load(contents, relative)
        except (OSError, ValueError, RecursionError):
            broken.append(relative)
            continue
        if found is not None:
            files.append(found)
    _check(contents, files, broken, required=required)
    named, total = sum(one.named for one in files), sum(len(one.pictures) for one in files)
    if not required and (not named or 2 * named < total):
        return None
    for relative in broken:
        draft.refuse(relative, "import.annotations_broken")
        draft.used.add(relative)
    for one in files:
        _take(contents, one, draft)
    draft.finish(several=len(files) > 1)
    return draft


def _check(contents: Contents, files: list[_File], broken: list[str], *, required: bool) -> None:
    if files or not required:
        return
    root = contents.listing.root
    if broken:
        raise UserError("import.annotations_unreadable", file=str(root / broken[0]))
    raise UserError("import.no_coco", file=str(root))


def _load(contents: Contents, relative: str) -> _File | None:
    data = read_all(contents.listing.store, relative, limit=_MAX_BYTES)
    if not all(sign in data for sign in _SIGNS):
        if len(data) <= _CHECKED_BYTES:
            json.loads(data)
        return None
    content = json.loads(data, object_hook=_without_heavy)
    if not isinstance(content, dict):
        return None
    lists = [content.get(key) for key in ("images", "annotations", "categories")]
    if not all(isinstance(one, list) for one in lists):
        return None
    images, annotations, categories = lists
    assert images is not None
    assert annotations is not None
    assert categories is not None
    split = split_in(_stem(relative)) or path_split(relative)
    names = {key: clean(entry.get("file_name")) for key, entry in _keyed(images)}
    near = _near(contents, relative)
    pictures = {key: contents.finder.find(name, near, split=split) for key, name in names.items()}
    classes = {key: class_name(entry.get("name")) for key, entry in _keyed(categories)}
    return _File(relative, names, pictures, classes, annotations, split)


def _without_heavy(entry: dict[str, Any]) -> dict[str, Any]:
    for key in _HEAVY:
        entry.pop(key, None)
    return entry


def _keyed(entries: list[Any]) -> Iterator[tuple[Key, dict[str, Any]]]:
    """Entries with a sound id; the first of each, for a later one may be a trap or a slip."""
    seen: set[Key] = set()
    for entry in entries:
        key = _key(entry.get("id")) if isinstance(entry, dict) else None
        if key is not None and key not in seen:
            seen.add(key)
            yield key, entry


def _key(value: object) -> Key | None:
    return value if isinstance(value, int | str) and not isinstance(value, bool) else None


def _near(contents: Contents, relative: str) -> list[str]:
    own = folder_of(relative)
    parent = folder_of(own[:-1])
    around = [own, *(own + name for name in _PARENTS_PICTURES)]
    around += [parent, *(parent + name for name in _PARENTS_PICTURES), contents.base, ""]
    return list(dict.fromkeys(around))


def _stem(relative: str) -> str:
    return relative[relative.rfind("/") + 1 : relative.rfind(".")]


def _take(contents: Contents, file: _File, draft: BoxDraft) -> None:
    draft.used.add(file.relative)
    for key, relative in file.pictures.items():
        if relative is None:
            name = file.names[key]
            reason = "import.box_outside" if leaves_folder(name) else "import.box_missing"
            draft.refuse(name[:200] or f"({key})"[:200], reason, list=file.relative)
    splits = {
        key: file.split or path_split(relative)
        for key, relative in file.pictures.items()
        if relative is not None
    }
    margin = contents.options.box_margin
    for at, entry in enumerate(file.annotations, start=1):
        if not isinstance(entry, dict):
            draft.refuse(file.relative, "import.box_unsound", list=file.relative, entry=at)
            continue
        if entry.get("iscrowd"):
            continue
        _take_one(file, entry, at, splits=splits, margin=margin, draft=draft)


def _take_one(
    file: _File,
    entry: dict[str, Any],
    at: int,
    *,
    splits: dict[Key, str | None],
    margin: float,
    draft: BoxDraft,
) -> None:
    image, category = _key(entry.get("image_id")), _key(entry.get("category_id"))
    if image is None or image not in file.pictures:
        draft.refuse(file.relative, "import.box_unsound", list=file.relative, entry=at)
        return
    relative = file.pictures[image]
    if relative is None:
        return  # told already, once for the picture
    label = file.classes.get(category, "") if category is not None else ""
    box = _box(entry.get("bbox"), margin)
    if not label:
        draft.refuse(relative, "import.box_no_class", list=file.relative, entry=at)
    elif box is None:
        draft.refuse(relative, "import.box_unsound", list=file.relative, entry=at)
    else:
        draft.add(relative, label, splits[image], box)


def _box(value: object, margin: float) -> Any:
    if not isinstance(value, list) or len(value) != 4:
        return None
    x, y, width, height = (number(one) for one in value)
    if x is None or y is None or width is None or height is None:
        return None
    return box_around(x, y, width, height, margin=margin)
