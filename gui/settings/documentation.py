"""The tables of docs/settings.md and docs/settings.ja.md, made from the schema.

``python -m gui.settings.documentation`` writes them anew; a test tells when that is due.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from engine.runtime import LANGUAGES, Language, text
from engine.runtime.messages import listed
from gui.settings.schema import SECTIONS, Entry, Value, entries
from gui.shortcuts.commands import COMMANDS, PLACES, place_title

_DOCS = Path(__file__).parents[2] / "docs"
FILES: dict[Language, Path] = {"en": _DOCS / "settings.md", "ja": _DOCS / "settings.ja.md"}
_SETTINGS, _KEYS = "settings", "shortcuts"


def with_tables(document: str, language: Language) -> str:
    """A document with its tables as the schema has them now.

    Raises
    ------
    ValueError
        If the marks that a table stands between are missing.
    """
    for name, lines in ((_SETTINGS, settings_table(language)), (_KEYS, keys_table(language))):
        begin, end = f"<!-- {name}: from the schema -->", f"<!-- {name}: end -->"
        before, _, rest = document.partition(begin)
        _, found, after = rest.partition(end)
        if not found:
            raise ValueError(f"{begin} … {end}")
        document = "\n".join((before + begin, "", *lines, end + after))
    return document


def settings_table(language: Language) -> Iterator[str]:
    """A table for each section."""
    heads = [
        text(f"settings.column_{one}", language)
        for one in ("title", "entry", "default", "allowed", "help")
    ]
    for section in SECTIONS:
        yield from (f"### {text(f'settings.{section}', language)}", "")
        yield _line(heads)
        yield _line(["---"] * len(heads))
        for entry in entries().values():
            if entry.section == section:
                yield _line(
                    [
                        entry.title(language),
                        f"`{entry.name}`",
                        _default(entry, language),
                        _allowed(entry, language),
                        entry.help(language),
                    ]
                )
        yield ""


def keys_table(language: Language) -> Iterator[str]:
    """The commands whose keys can be changed, by where they work."""
    heads = [text(f"settings.column_{one}", language) for one in ("command", "entry", "keys")]
    for place in PLACES:
        mine = [one for one in COMMANDS.values() if one.place == place and not one.fixed]
        if not mine:
            continue
        yield from (f"### {place_title(place, language)}", "")
        yield _line(heads)
        yield _line(["---"] * len(heads))
        for one in mine:
            keys = " ".join(f"`{key}`" for key in one.keys)
            yield _line([one.title(language), f"`shortcuts.{one.name}`", keys])
        yield ""


def _default(entry: Entry, language: Language) -> str:
    if entry.default is None or entry.default == "":
        return entry.empty(language)
    return _value(entry.default)


def _allowed(entry: Entry, language: Language) -> str:
    if entry.kind == "choice":
        return listed([_value(one) for one in entry.choices], language)
    if entry.kind == "switch":
        return "`true`, `false`"
    if entry.kind == "folder":
        return text("settings.folder_allowed", language)
    unit = entry.unit(language)
    least = f"> {entry.least:g}" if entry.optional and not entry.least else f"{entry.least:g}"
    values = f"{least} – {entry.most:,.15g}{unit}"
    if not entry.optional:
        return values
    return text("settings.or_empty", language, values=values, empty=entry.empty(language))


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Write the tables anew."""
    for language in LANGUAGES:
        path = FILES[language]
        path.write_text(with_tables(path.read_text(encoding="utf-8"), language), encoding="utf-8")


if __name__ == "__main__":
    main()
