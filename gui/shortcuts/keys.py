"""The keys in force: given to shortcuts and menus, said in tooltips, changed while running."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from weakref import WeakKeyDictionary

from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui.shortcuts.commands import keys_with

_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter", "Del": "Delete"}
_keys = keys_with({})
# Their parents own them; what is bound goes with its window.
_bound: WeakKeyDictionary[QShortcut | QAction, str] = WeakKeyDictionary()


def use_keys(chosen: Mapping[str, tuple[str, ...]]) -> None:
    """From now on commands have the user's own keys; everything that was bound follows."""
    global _keys
    _keys = keys_with(chosen)
    for one, name in list(_bound.items()):
        if isValid(one):
            _give(one, name)


def on_key(name: str, widget: QWidget, do: Callable[[], object]) -> QShortcut:
    """Let the keys of a command work in the window of ``widget`` while that is seen."""
    made = QShortcut(widget)
    made.activated.connect(do)
    _bound[made] = name
    _give(made, name)
    return made


def on_action(name: str, action: QAction) -> None:
    """Give a menu's action the keys of a command."""
    _bound[action] = name
    _give(action, name)


def key_sign(key: str) -> str:
    """A key as people read it: ``Shift+←``."""
    if sys.platform == "darwin":
        return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    *held, last = key.split("+") if not key.endswith("+") else [*key[:-1].split("+")[:-1], "+"]
    return "+".join([*held, _SIGNS.get(last, last)])


def key_of(name: str) -> str:
    """The first key of a command as people read it; empty if it has none."""
    those = _keys[name]
    return key_sign(those[0]) if those else ""


def with_key(words: str, name: str) -> str:
    """Words with the key of a command behind them: ``Note  N``."""
    key = key_of(name)
    return f"{words}  {key}" if key else words


def tip_with_key(words: str, name: str) -> str:
    """A tooltip with the key of a command behind it: ``Show the whole pictures (0)``."""
    key = key_of(name)
    return f"{words} ({key})" if key else words


def _give(one: QShortcut | QAction, name: str) -> None:
    sequences: Sequence[QKeySequence] = [QKeySequence(key) for key in _keys[name]]
    if isinstance(one, QShortcut):
        one.setKeys(sequences)
    else:
        one.setShortcuts(sequences)
