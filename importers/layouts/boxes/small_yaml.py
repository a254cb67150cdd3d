"""The little of YAML that data files of YOLO use: names and paths at the top level.

Written here, because it is the only YAML that is ever read, and text from others is better read
by something that cannot do more.
"""

from __future__ import annotations

import re

Value = str | list[str] | dict[str, str]

_TOP = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$")
_ENTRY = re.compile(r"""(?:"([^"]*)"|'([^']*)'|([^:,'"{}\[\]]+?))[ \t]*:(?:[ \t]+|$)(.*)$""")
_ITEMS = re.compile(r"""\s*("(?:[^"\\]|\\.)*"|'[^']*'|[^,]*)\s*(?:,|$)""")
_LONGEST_LINE = 100_000


def read_small_yaml(text: str) -> dict[str, Value]:
    """Top-level keys with a text, a list of texts or a mapping of texts; the rest is left out."""
    blocks: dict[str, list[str]] = {}
    block: list[str] = []
    for raw in text.splitlines():
        line = _without_comment(raw[:_LONGEST_LINE]).rstrip()
        if not line or line in ("---", "..."):
            continue
        top = _TOP.match(line)
        if top:
            block = blocks.setdefault(top[1], [])
            block.clear()
            block.append(top[2] or "")
        else:
            block.append(line.strip())
    return {key: _value(lines) for key, lines in blocks.items()}


def _value(lines: list[str]) -> Value:
    first = lines[0].strip()
    if first[:1] in ("[", "{"):
        flow = " ".join(lines).strip()
        items = _items(flow[1:].removesuffix("}" if flow[0] == "{" else "]"))
        return [_plain(item) for item in items] if flow[0] == "[" else _mapping(items)
    below = [line for line in lines[1:] if line]
    if below and not first:
        if all(line == "-" or line.startswith("- ") for line in below):
            return [_plain(line[1:]) for line in below]
        return _mapping(below)
    return _plain(first)


def _items(flow: str) -> list[str]:
    found = [match[1].strip() for match in _ITEMS.finditer(flow)]
    return [item for item in found if item]


def _mapping(entries: list[str]) -> dict[str, str]:
    matches = (_ENTRY.match(entry) for entry in entries)
    return {
        (match[1] or match[2] or match[3] or "").strip(): _plain(match[4])
        for match in matches
        if match
    }


def _plain(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text[1:-1]
    return text


def _without_comment(line: str) -> str:
    if "#" not in line:
        return line
    quote = ""
    for at, letter in enumerate(line):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter == "#" and (at == 0 or line[at - 1] in " \t"):
            return line[:at]
    return line
