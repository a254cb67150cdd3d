"""Settings as a file for other workstations; nothing personal goes with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.runtime import Language, UserError, text
from engine.runtime.files import write_text
from engine.runtime.messages import listed, sentences
from gui.settings.checking import UnreadableError, as_object, check_entries, read_object
from gui.settings.remembered import Remembered
from gui.settings.schema import Value, entries
from gui.settings.store import Settings

_MOST_NAMED = 6


@dataclass(frozen=True)
class Taken:
    """What an import brings: values by entry, and a sentence on what was taken and what not."""

    values: Mapping[str, Value]
    sentence: str


def export_settings(path: Path, values: Mapping[str, Value]) -> None:
    """Write entries as JSON.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    write_text(path, json.dumps(as_object(values), ensure_ascii=False, indent=1) + "\n")


def import_settings(path: Path, settings: Settings, language: Language) -> Taken:
    """Read a file that was exported, here or elsewhere; nothing is changed by it yet.

    Raises
    ------
    UserError
        ``file.missing``, ``settings.not_settings``.
    """
    try:
        found = read_object(path)
    except FileNotFoundError as error:
        raise UserError("file.missing", file=str(path)) from error
    except UnreadableError as error:
        raise UserError("settings.not_settings", file=str(path), reason=str(error)) from error
    personal = [name for name in found if name in Remembered.model_fields]
    checked = check_entries({name: one for name, one in found.items() if name not in personal})
    firm = [name for name in checked.taken if settings.is_firm(name)]
    taken = {name: one for name, one in checked.taken.items() if name not in firm}
    if not checked.taken:
        raise UserError("settings.none_in_file", file=str(path))
    parts = [text("settings.taken", language, file=path.name, count=len(taken))]
    for key, names in (
        ("settings.left_firm", firm),
        ("settings.left_invalid", checked.invalid),
        ("settings.left_unknown", checked.unknown),
        ("settings.left_personal", personal),
    ):
        if names:
            parts.append(text(key, language, names=_named(names, language)))
    return Taken(taken, sentences(parts, language))


def _named(names: list[str], language: Language) -> str:
    known = entries()
    words = [known[one].title(language) if one in known else one for one in names[:_MOST_NAMED]]
    return listed([*words, *(["…"] if len(names) > _MOST_NAMED else [])], language)
