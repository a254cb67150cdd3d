"""Classes as folders, alone or below ``train`` and ``test``."""

from __future__ import annotations

from engine.data import Split
from engine.project import Refused, SourceNotice
from importers.found import Source, Understood
from importers.walking import plain

SPLIT_WORDS: dict[str, str] = {
    **dict.fromkeys(("train", "training", "学習", "訓練"), "train"),
    **dict.fromkeys(("test", "testing", "テスト", "評価"), "test"),
    **dict.fromkeys(("val", "valid", "validation", "dev", "検証"), "validation"),
}


def split_names(base: str, folders: list[str]) -> dict[str, str]:
    """Folders straight below ``base`` that name a split: name -> train, test or validation."""
    below = [name[len(base) :] for name in folders if name.startswith(base)]
    return {
        name: SPLIT_WORDS[plain(name).casefold()]
        for name in below
        if plain(name).casefold() in SPLIT_WORDS
    }


def class_folders(base: str, pictures: list[str], *, folders: list[str]) -> Understood:
    """Every folder below ``base`` is a class; folders inside it belong to it."""
    found = Understood([], [], [])
    for relative in pictures:
        label, _, rest = relative[len(base) :].partition("/")
        if rest:
            found.sources.append(Source(relative, plain(label), None))
        else:
            found.refused.append(Refused(relative, "import.outside_class"))
    _tell_empty([name for name in folders if _depth(name, base) == 1], found)
    return found


def split_folders(
    base: str, pictures: list[str], *, splits: dict[str, str], folders: list[str]
) -> Understood:
    """``train``/``test`` folders with classes below; a validation folder counts as training."""
    found = Understood([], [], [])
    validation = 0
    for relative in pictures:
        top, _, rest = relative[len(base) :].partition("/")
        label, _, name = rest.partition("/")
        if top not in splits:
            found.refused.append(Refused(relative, "import.outside_split"))
            continue
        if not name:
            found.refused.append(Refused(relative, "import.outside_class"))
            continue
        split: Split = "test" if splits[top] == "test" else "train"
        validation += splits[top] == "validation"
        found.sources.append(Source(relative, plain(label), split))
    tell_validation(validation, found)
    inside = [name for name in folders if _depth(name, base) == 2]
    _tell_empty([name for name in inside if name[len(base) :].split("/")[0] in splits], found)
    return found


def tell_validation(count: int, found: Understood) -> None:
    """Say that validation pictures count as training pictures."""
    if count:
        found.notices.append(
            SourceNotice("validation", count, "import.validation", {"count": count})
        )


def _depth(name: str, base: str) -> int:
    return name[len(base) :].count("/") + 1 if name.startswith(base) and name != base else 0


def _tell_empty(candidates: list[str], found: Understood) -> None:
    used = [one.relative for one in found.sources]
    holding = {"/".join(name.split("/")[:depth]) for name in used for depth in (1, 2, 3)}
    empty = [name for name in candidates if name not in holding]
    if empty:
        found.notices.append(
            SourceNotice(
                "empty_class",
                len(empty),
                "import.empty_class",
                {"names": ", ".join(empty[:5]), "count": len(empty)},
                empty[:5],
            )
        )
