"""Classes as folders, alone or below ``train`` and ``test``."""

from __future__ import annotations

from collections.abc import Sequence

from engine.project import Refused
from engine.runtime.errors import UserError
from importers.found import Source
from importers.layouts.contents import Contents
from importers.layouts.draft import Draft
from importers.layouts.words import side
from importers.walking import plain


def read_class_folders(contents: Contents, *, required: bool) -> Draft | None:
    """Every folder below the base is a class; folders inside it belong to it.

    Recognised if any picture lies in a folder.
    """
    draft = Draft()
    start = len(contents.base)
    names: dict[str, str] = {}
    for relative in contents.pictures:
        folder, _, rest = relative[start:].partition("/")
        if not rest:
            draft.refused.append(Refused(relative, "import.outside_class"))
            continue
        label = names.get(folder)
        if label is None:
            label = names[folder] = plain(folder)
        draft.sources.append(Source(relative, label, None))
    if not draft.sources and not required:
        return None
    _tell_empty(contents, 1, [contents.base + name for name in names], draft)
    return draft


def read_split_folders(contents: Contents, *, required: bool) -> Draft | None:
    """``train``/``test`` folders with classes below; a validation folder counts as training.

    Recognised if the ``train`` folder holds a class folder with pictures.

    Raises
    ------
    UserError
        ``import.layout_not_found`` if required without a ``train`` folder.
    """
    splits = contents.splits()
    if "train" not in splits.values():
        if required:
            raise UserError("import.layout_not_found", file=str(contents.listing.root))
        return None
    draft, labels, validation = _below_splits(contents, splits)
    in_train = any(word == "train" and label for word, label in labels.values())
    if not (in_train or required):
        return None
    draft.tell_validation(validation)
    _tell_empty(contents, 2, list(labels), draft, tops=splits)
    return draft


def _below_splits(
    contents: Contents, splits: dict[str, str]
) -> tuple[Draft, dict[str, tuple[str, str]], int]:
    draft = Draft()
    start = len(contents.base)
    labels: dict[str, tuple[str, str]] = {}
    validation = 0
    for relative in contents.pictures:
        top, _, rest = relative[start:].partition("/")
        folder, _, name = rest.partition("/")
        if top not in splits:
            draft.refused.append(Refused(relative, "import.outside_split"))
        elif not name:
            draft.refused.append(Refused(relative, "import.outside_class"))
        else:
            key = f"{contents.base}{top}/{folder}"
            if key not in labels:
                labels[key] = (splits[top], plain(folder))
            word, label = labels[key]
            validation += word == "validation"
            draft.sources.append(Source(relative, label, side(word)))
    return draft, labels, validation


def _tell_empty(
    contents: Contents,
    depth: int,
    holding: Sequence[str],
    draft: Draft,
    *,
    tops: dict[str, str] | None = None,
) -> None:
    """Name the class folders, ``depth`` below the base, that hold no pictures."""
    base, full = contents.base, set(holding)
    empty = []
    for name in contents.listing.folders:
        below = name[len(base) :]
        if not name.startswith(base) or below.count("/") != depth - 1 or name in full:
            continue
        if tops is None or below.partition("/")[0] in tops:
            empty.append(name)
    draft.tell("empty_class", empty, names=", ".join(empty[:5]))
