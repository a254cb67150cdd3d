"""Classes in file names, by a pattern of the user's or by the number at the end."""

from __future__ import annotations

from engine.project import Refused
from importers.found import Source
from importers.layouts.contents import Contents
from importers.layouts.draft import Draft
from importers.layouts.patterns import Pattern
from importers.layouts.words import class_name

_DIGITS = "0123456789" + "".join(chr(0xFF10 + digit) for digit in range(10))  # full width too
_BRACKETS = " )]}\uff09"
_TAIL = _DIGITS + " _-.()[]{}#~+\uff08\uff09\uff0d\uff3f\u3000\u30fb"
_FEWEST_CLASSES, _MOST_CLASSES = 2, 200
_EACH = 3
_NUMBERED = 0.9


def read_file_names(contents: Contents, *, required: bool) -> Draft | None:
    """The class is what the pattern finds, or the name without the number at its end.

    Recognised if all pictures lie in one folder and a pattern is given and fits any, or their
    names carry numbers and leave 2 to 200 classes of at least 3 pictures each on average.

    Raises
    ------
    UserError
        Those of :class:`importers.layouts.patterns.Pattern`.
    """
    if not (required or _is_flat(contents)):
        return None
    written = contents.options.pattern
    if written:
        pattern = Pattern(written)
        draft = _draft({name: pattern.label(_last(name)) or "" for name in contents.pictures})
        return draft if draft.sources or required else None
    labels = {name: _without_number(_last(name)) for name in contents.pictures}
    if not (required or _convincing(labels)):
        return None
    return _draft(labels)


def _draft(labels: dict[str, str]) -> Draft:
    draft = Draft()
    names: dict[str, str] = {}
    for relative, raw in labels.items():
        if raw not in names:
            names[raw] = class_name(raw)
        if names[raw]:
            draft.sources.append(Source(relative, names[raw], None))
        else:
            draft.refused.append(Refused(relative, "import.no_name_class"))
    return draft


def _is_flat(contents: Contents) -> bool:
    first = contents.pictures[0]
    folder = first[: first.rfind("/") + 1]
    inside = folder == contents.base or "/" not in folder[len(contents.base) : -1]
    start = len(folder)
    return inside and all(
        name.startswith(folder) and "/" not in name[start:] for name in contents.pictures
    )


def _convincing(labels: dict[str, str]) -> bool:
    classes = set(labels.values()) - {""}
    if not _FEWEST_CLASSES <= len(classes) <= _MOST_CLASSES:
        return False
    named = sum(label != "" for label in labels.values())
    numbered = sum(_stem(_last(name)).rstrip(_BRACKETS)[-1:] in _NUMERALS for name in labels)
    return named >= _EACH * len(classes) and numbered >= _NUMBERED * len(labels)


_NUMERALS = frozenset(_DIGITS)


def _without_number(name: str) -> str:
    return _stem(name).rstrip(_TAIL)


def _last(name: str) -> str:
    return name[name.rfind("/") + 1 :]


def _stem(name: str) -> str:
    at = name.rfind(".")
    return name[:at] if at > 0 else name
