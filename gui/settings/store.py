"""The user's settings with the administrator's on top: read, changed, kept."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Self

from engine.runtime import Message, UserError
from engine.runtime.files import write_text
from gui.settings.checking import (
    Checked,
    UnreadableError,
    allowed,
    as_object,
    check_entries,
    default_of,
    made_of,
    read_object,
)
from gui.settings.places import settings_path
from gui.settings.policy import Policy
from gui.settings.remembered import Remembered
from gui.settings.schema import SettingValues, Value

_MOST_NAMED = 8


class Settings:
    """What is set, what a policy sets, and what is remembered.

    Parameters
    ----------
    own : mapping
        Entries that the user has set, by name (``device``, ``costs.currency``).
    policy : Policy
        Its entries win.
    remembered : Remembered or None
    messages : sequence of Message
        What is to be told of the files they come from.

    Raises
    ------
    ValueError
        If an entry may not have its value.
    """

    def __init__(
        self,
        own: Mapping[str, Value] | None = None,
        *,
        policy: Policy | None = None,
        remembered: Remembered | None = None,
        messages: tuple[Message, ...] = (),
    ) -> None:
        self._own = {name: allowed(name, value) for name, value in (own or {}).items()}
        self.policy = policy or Policy()
        self.remembered = remembered or Remembered()
        self.messages = messages
        self._listeners: list[Callable[[frozenset[str]], object]] = []
        self._values = self._made()

    @classmethod
    def load(cls) -> Self:
        """Read the settings; the default for each entry that is missing or damaged."""
        path = settings_path()
        found: dict[str, Any] = {}
        messages: list[Message] = []
        checked, damaged = Checked(), False
        try:
            found = read_object(path)
            checked = check_entries(found)
            if checked.invalid:
                damaged = _kept_beside(path)
                what = ", ".join(checked.invalid[:_MOST_NAMED])
                messages.append(_damaged("settings.damaged", path, what))
        except FileNotFoundError:
            pass
        except UnreadableError as error:
            damaged = _kept_beside(path)
            messages.append(_damaged("settings.unreadable", path, str(error)))
        policy = Policy.load()
        if policy.message is not None:
            messages.append(policy.message)
        remembered = Remembered.load(found)
        made = cls(checked.taken, policy=policy, remembered=remembered, messages=tuple(messages))
        if damaged:
            # Told once: the next start finds a whole file.
            made.save()
        return made

    @property
    def values(self) -> SettingValues:
        """What holds: the policy's, the user's, or the default of each entry."""
        return self._values

    def value(self, name: str) -> Value:
        """What holds for an entry by its name."""
        if name in self.policy.values:
            return self.policy.values[name]
        return self._own[name] if name in self._own else default_of(name)

    @property
    def has_costs(self) -> bool:
        """Whether somebody has set costs for new projects."""
        return any(one.startswith("costs.") for one in (*self._own, *self.policy.values))

    def is_firm(self, name: str) -> bool:
        """Whether the policy sets an entry."""
        return name in self.policy.values

    def change(self, values: Mapping[str, Value]) -> None:
        """Set entries, keep them and tell who listens; what the policy sets stays as it is.

        Raises
        ------
        ValueError
            If an entry may not have its value; then nothing is changed.
        """
        wanted = {name: allowed(name, one) for name, one in values.items()}
        before = dict(self._own)
        for name, value in wanted.items():
            if self.is_firm(name):
                continue
            if value == default_of(name):
                self._own.pop(name, None)
            else:
                self._own[name] = value
        self._changed(before)

    def listen(self, told: Callable[[frozenset[str]], object]) -> None:
        """Have ``told`` called with the names of entries that were changed."""
        self._listeners.append(told)

    def save(self) -> None:
        """Write them; a failure is logged, for it must not keep anybody from working."""
        try:
            content = json.dumps(as_object(self._own), ensure_ascii=False, indent=1)
            write_text(settings_path(), content)
        except UserError as error:
            logging.getLogger(__name__).warning("%s", error)

    def _changed(self, before: Mapping[str, Value]) -> None:
        names = {
            name
            for name in {*before, *self._own}
            if before.get(name, _NOTHING) != self._own.get(name, _NOTHING)
        }
        if names:
            self._values = self._made()
            self.save()
            for told in list(self._listeners):
                told(frozenset(names))

    def _made(self) -> SettingValues:
        return made_of({**self._own, **self.policy.values})


_NOTHING = object()


def _kept_as(path: Path) -> Path:
    return path.with_suffix(".damaged.json")


def _kept_beside(path: Path) -> bool:
    """Keep a damaged file beside the one that will be written; whether that succeeded."""
    try:
        shutil.copyfile(path, _kept_as(path))
    except OSError as error:
        logging.getLogger(__name__).warning("%s", error)
        return False
    return True


def _damaged(key: str, path: Path, what: str) -> Message:
    return Message("warning", key, {"file": str(path), "what": what, "path": str(_kept_as(path))})
