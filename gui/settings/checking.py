"""Settings from files, which may say anything: each entry is taken or refused on its own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from engine.data.cost_inputs import CostInputs
from gui.settings.schema import SettingValues, Value, entries
from gui.shortcuts.commands import COMMANDS, MOST_KEYS, allowed_key

_MOST_BYTES = 1 << 20
_LONGEST_NAME = 60
_GROUPS = ("costs", "shortcuts")


class UnreadableError(Exception):
    """A file that is no JSON object; the text says why, in a few words."""


@dataclass
class Checked:
    """Entries of a file: those taken, by name; names that mean nothing; values not allowed."""

    taken: dict[str, Value] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    invalid: list[str] = field(default_factory=list)


def read_object(path: Path) -> dict[str, Any]:
    """The JSON object in a file of at most a MiB.

    Raises
    ------
    FileNotFoundError
        If there is none.
    UnreadableError
        If it is something else, or may not be read.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UnreadableError("> 1 MiB")
        # Editors of Windows begin a file with a mark.
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise UnreadableError(error.strerror or str(error)) from error
    except json.JSONDecodeError as error:
        raise UnreadableError(f"JSON, {error.lineno}:{error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise UnreadableError("UTF-8, JSON") from error
    if not isinstance(found, dict):
        raise UnreadableError("{ … }")
    return found


def check_entries(found: Mapping[str, Any]) -> Checked:
    """Take what is allowed of a file's object; costs and shortcuts are objects in it."""
    checked = Checked()
    for name, value in found.items():
        if name not in _GROUPS:
            _check(checked, name, value)
        elif isinstance(value, dict):
            for inner, one in value.items():
                _check(checked, f"{name}.{inner}", one)
        else:
            checked.invalid.append(name)
    return checked


def _check(checked: Checked, name: str, value: Any) -> None:
    group, _, inner = name.partition(".")
    if name not in entries() and not (group == "shortcuts" and inner in COMMANDS):
        checked.unknown.append(_shown(name))
        return
    try:
        checked.taken[name] = allowed(name, value)
    except (ValueError, TypeError):
        checked.invalid.append(_shown(name))


def _shown(name: str) -> str:
    """A name from a file, which may hold anything, as it can be told."""
    return (name if name.isprintable() else ascii(name))[:_LONGEST_NAME]


def allowed(name: str, value: Any) -> Value:
    """A value as it is kept.

    Raises
    ------
    ValueError
        If the entry may not have it, or there is no such entry.
    """
    group, _, inner = name.partition(".")
    if group == "shortcuts":
        return _allowed_keys(inner, value)
    if name not in entries():
        raise ValueError(name)
    try:
        if group == "costs":
            made: Value = getattr(CostInputs.model_validate({inner: value}), inner)
        else:
            made = getattr(SettingValues.model_validate({name: value}), name)
    except ValidationError as error:
        raise ValueError(name) from error
    return made


def default_of(name: str) -> Value:
    """What an entry has where nobody has set it."""
    if name in entries():
        return entries()[name].default
    return list(COMMANDS[name.removeprefix("shortcuts.")].keys)


def _allowed_keys(command: str, value: Any) -> list[str]:
    known = COMMANDS.get(command)
    if known is None or known.fixed or not isinstance(value, list) or len(value) > MOST_KEYS:
        raise ValueError(command)
    if not all(isinstance(one, str) and allowed_key(one) for one in value):
        raise ValueError(command)
    return list(dict.fromkeys(value))


def made_of(taken: Mapping[str, Value]) -> SettingValues:
    """The settings with these entries, each :func:`allowed`, and defaults for the others."""
    groups: dict[str, dict[str, Any]] = {"": {}, "costs": {}, "shortcuts": {}}
    for name, value in taken.items():
        group, _, inner = name.partition(".")
        if not inner:
            group, inner = "", name
        groups[group][inner] = tuple(value) if isinstance(value, list) else value
    return SettingValues(
        costs=CostInputs(**groups["costs"]), shortcuts=groups["shortcuts"], **groups[""]
    )


def as_object(taken: Mapping[str, Value]) -> dict[str, Any]:
    """Entries as the object that stands in a file."""
    made: dict[str, Any] = {}
    for name, value in taken.items():
        group, _, inner = name.partition(".")
        if inner:
            made.setdefault(group, {})[inner] = value
        else:
            made[name] = value
    return made
