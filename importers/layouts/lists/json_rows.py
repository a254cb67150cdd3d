"""JSON lists of pictures as rows of text."""

from __future__ import annotations

import json
from collections.abc import Iterator

from importers.layouts.words import clean

_WRAPPINGS = ("images", "data", "items")
_LOOKED_AT = 200
"""Objects whose names become headings; later objects seldom add any."""

Rows = Iterator[tuple[int, list[str]]]


def json_rows(data: bytes) -> Rows:
    """Headings, then a row for each object; a name -> class object is taken likewise.

    Understood are a list of objects, the same inside ``images``, ``data`` or ``items``, one
    object a line, and one object of file names and classes. Rows are numbered from 1, after
    the headings with 0.

    Raises
    ------
    ValueError
    """
    content = _load(data)
    if isinstance(content, dict):
        inside = next((content[key] for key in _WRAPPINGS if _is_objects(content.get(key))), None)
        if inside is None:
            yield from _pairs(content)
            return
        content = inside
    if _is_objects(content):
        yield from _objects(content)


def _load(data: bytes) -> object:
    try:
        try:
            return json.loads(data)
        except ValueError:
            lines = [line for line in data.splitlines() if line.strip()]
            if len(lines) < 2 or not lines[0].lstrip().startswith(b"{"):
                raise
            return [json.loads(line) for line in lines]
    except RecursionError as error:
        raise ValueError("nested too deeply") from error


def _is_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _objects(entries: object) -> Rows:
    assert isinstance(entries, list)
    headings: dict[str, None] = {}
    for entry in entries[:_LOOKED_AT]:
        if isinstance(entry, dict):
            headings.update(dict.fromkeys(entry))
    yield 0, [clean(name) for name in headings]
    for number, entry in enumerate(entries, start=1):
        values = entry if isinstance(entry, dict) else {}
        yield number, [clean(values.get(name)) for name in headings]


def _pairs(content: dict[str, object]) -> Rows:
    if not content or not all(isinstance(value, str | int) for value in content.values()):
        return
    yield 0, ["file", "label"]
    for number, (name, label) in enumerate(content.items(), start=1):
        yield number, [clean(name), clean(label)]
