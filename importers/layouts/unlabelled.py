"""Pictures without any sign of classes."""

from __future__ import annotations

from importers.found import Source
from importers.layouts.contents import ARCHIVE_SUFFIXES, Contents, suffix
from importers.layouts.draft import Draft
from importers.layouts.words import class_name

_NAMELESS = "pictures"


def read_unlabelled(contents: Contents, *, required: bool) -> Draft | None:
    """All pictures in one class that is named as the folder. Recognised last, so always."""
    draft = Draft()
    label = _label(contents)
    draft.sources = [Source(relative, label, None) for relative in contents.pictures]
    draft.tell("unlabelled", contents.pictures, name=label)
    return draft


def _label(contents: Contents) -> str:
    inner = contents.base.rstrip("/").rpartition("/")[2]
    name = inner or contents.listing.root.name or contents.listing.root.resolve().name
    while not inner and suffix(name) in ARCHIVE_SUFFIXES and not contents.listing.root.is_dir():
        name = name[: name.rfind(".")]
    return class_name(name) or _NAMELESS
