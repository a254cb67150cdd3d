"""What the user should know of the pictures before trusting a number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from engine.data import Split
from engine.project import SourceNotice
from importers.splitting import Known

_EXAMPLES = 6
_SMALL_CLASS = 20
_IMBALANCE = 5
_CONSTANT_DEVIATION = 2.0


def without_conflicts(pictures: Sequence[Known]) -> tuple[list[Known], list[SourceNotice]]:
    """Leave out every picture whose bytes lie in two classes: one of the labels is wrong."""
    labels: defaultdict[bytes, set[str]] = defaultdict(set)
    for picture in pictures:
        labels[picture.digest].add(picture.label)
    clashing = [one for one in pictures if len(labels[one.digest]) > 1]
    kept = [one for one in pictures if len(labels[one.digest]) == 1]
    # Told in pairs: copies of the same picture stand beside each other.
    clashing.sort(key=lambda one: (one.digest, one.relative))
    return kept, _notice("class_conflict", clashing)


def without_leaks(pictures: Sequence[Known]) -> tuple[list[Known], list[SourceNotice]]:
    """Leave training pictures out whose bytes are also a test picture."""
    tested = {one.digest for one in pictures if one.split == "test"}
    leaking = [one for one in pictures if one.split != "test" and one.digest in tested]
    kept = [one for one in pictures if one.split == "test" or one.digest not in tested]
    return kept, _notice("leak", leaking)


def look(pictures: Sequence[Known], sides: dict[int, Split]) -> list[SourceNotice]:
    """Notices on the pictures that stay: copies, constant ones, small and uneven classes."""
    seen: set[bytes] = set()
    copies = []
    for one in pictures:
        if one.digest in seen:
            copies.append(one)
        seen.add(one.digest)
    constant = [one for one in pictures if one.deviation < _CONSTANT_DEVIATION]
    return [
        *_notice("duplicates", copies),
        *_notice("constant", constant),
        *_class_sizes(pictures, sides),
    ]


def _notice(kind: str, pictures: Sequence[Known]) -> list[SourceNotice]:
    if not pictures:
        return []
    count = len(pictures)
    examples = [one.relative for one in pictures[:_EXAMPLES]]
    return [SourceNotice(kind, count, f"import.{kind}", {"count": count}, examples)]


def _class_sizes(pictures: Sequence[Known], sides: dict[int, Split]) -> list[SourceNotice]:
    train = Counter(one.label for one in pictures if sides[one.row] == "train")
    test = Counter(one.label for one in pictures if sides[one.row] == "test")
    labels = sorted({one.label for one in pictures})
    notices = [
        SourceNotice(
            "small_class",
            train[label],
            "import.small_class",
            {"name": label, "count": train[label]},
        )
        for label in labels
        if train[label] < _SMALL_CLASS
    ]
    untested = [label for label in labels if test and not test[label]]
    if untested:
        params = {"names": ", ".join(untested[:_EXAMPLES]), "count": len(untested)}
        notices.append(SourceNotice("untested", len(untested), "import.untested", params))
    if len(labels) == 1:
        notices.append(SourceNotice("one_class", 1, "import.one_class", {"name": labels[0]}))
        return notices
    largest = max(labels, key=lambda label: train[label])
    smallest = min(labels, key=lambda label: train[label])
    if train[largest] >= _IMBALANCE * max(1, train[smallest]):
        params = {
            "largest": largest,
            "most": train[largest],
            "smallest": smallest,
            "fewest": train[smallest],
        }
        notices.append(SourceNotice("imbalance", len(labels), "import.imbalance", params))
    return notices
