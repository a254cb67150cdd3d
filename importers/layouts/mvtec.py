"""Sound parts in ``train``, defects only in ``test``, masks of them in ``ground_truth``."""

from __future__ import annotations

from collections import Counter

from engine.project import Refused
from engine.runtime.errors import UserError
from importers.found import Source
from importers.layouts.contents import Contents, children
from importers.layouts.draft import Draft
from importers.layouts.words import looks_normal, side
from importers.options import Defects
from importers.walking import plain

_MASKS = frozenset(("ground_truth", "groundtruth", "ground-truth", "ground truth"))

_Place = tuple[str, str, str]
"""A picture, the split word of its folder, its class."""


def read_mvtec(contents: Contents, *, required: bool, defects: Defects = "learn") -> Draft | None:
    """``train/good``, ``test/<defect>``, and masks, which are left aside.

    Recognised if ``train`` holds only classes of sound parts and ``test`` further ones, or if
    there is a folder of masks. Classes without training pictures leave all splits open, unless
    ``defects`` are for testing alone.

    Raises
    ------
    UserError
        ``import.no_mvtec`` if required and there are no ``train`` and ``test`` folders.
    """
    splits = contents.splits()
    if not {"train", "test"} <= set(splits.values()):
        if required:
            raise UserError("import.no_mvtec", file=str(contents.listing.root))
        return None
    folders = children(contents.base, contents.listing.folders)
    masks = {name for name in folders if plain(name).casefold() in _MASKS}
    if not (required or masks or _teaches_normal(contents, splits)):
        return None
    draft = Draft()
    places, aside = _places(contents, splits, masks, draft)
    taught = {label for _, word, label in places if word != "test"}
    asked = {label for _, word, label in places if word == "test"}
    typical = bool(taught) and all(looks_normal(one) for one in taught) and bool(asked - taught)
    if not (required or typical or (masks and taught and asked)):
        return None
    _take(places, untaught=defects == "learn" and bool(asked - taught), draft=draft)
    draft.tell("masks", aside)
    return draft


def _teaches_normal(contents: Contents, splits: dict[str, str]) -> bool:
    """Whether all class folders of training are named as sound parts are: a quick first look."""
    tops = tuple(f"{contents.base}{name}/" for name, word in splits.items() if word != "test")
    classes = [
        name[name.rfind("/") + 1 :]
        for name in contents.listing.folders
        if name.startswith(tops) and name.count("/") == contents.base.count("/") + 1
    ]
    return bool(classes) and all(map(looks_normal, classes))


def _places(
    contents: Contents, splits: dict[str, str], masks: set[str], draft: Draft
) -> tuple[list[_Place], list[str]]:
    start = len(contents.base)
    places: list[_Place] = []
    aside: list[str] = []
    for relative in contents.pictures:
        top, _, rest = relative[start:].partition("/")
        label, _, name = rest.partition("/")
        if top in masks:
            aside.append(relative)
        elif top not in splits:
            draft.refused.append(Refused(relative, "import.outside_split"))
        elif not name:
            draft.refused.append(Refused(relative, "import.outside_class"))
        else:
            label = label if label.isascii() else plain(label)
            places.append((relative, splits[top], label))
    return places, aside


def _take(places: list[_Place], *, untaught: bool, draft: Draft) -> None:
    for relative, word, label in places:
        draft.sources.append(Source(relative, label, None if untaught else side(word)))
    if untaught:
        draft.tell("redrawn", [relative for relative, _, _ in places])
    else:
        draft.tell_validation(Counter(word for _, word, _ in places)["validation"])
