"""Everything that keys do, by name: where it works and which keys it comes with; no Qt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from engine.runtime.messages import Language, text

Place = Literal[
    "everywhere",
    "inspect",
    "blind",
    "second",
    "pictures",
    "map",
    "rows",
    "matrix",
    "reasons",
    "projects",
    "queue",
    "search",
]
PLACES: tuple[Place, ...] = get_args(Place)
MOST_KEYS = 3
_KEY = re.compile(r"(?:(?:Ctrl|Shift|Alt|Meta)\+){0,4}(?:[^\s\x00-\x1f]|[A-Z][A-Za-z0-9]{1,20})")
# Needed to move around and to answer dialogs, whatever has the focus.
_RESERVED = frozenset({"Tab", "Backtab", "Esc", "Return", "Enter", "Space"})
# A window of its own: what works everywhere else does not work there.
_APART = frozenset({"blind", "second"})


@dataclass(frozen=True)
class Command:
    """Something that keys do; ``fixed`` ones belong to a kind of widget and stay as they are."""

    name: str
    place: Place
    keys: tuple[str, ...]
    fixed: bool = False

    def title(self, language: Language) -> str:
        """What it does, in a few words."""
        return text(f"shortcut.{self.name}", language)


def _changeable(place: Place, keys: Mapping[str, tuple[str, ...]]) -> list[Command]:
    return [Command(name, place, those) for name, those in keys.items()]


def _fixed(place: Place, keys: Mapping[str, tuple[str, ...]]) -> list[Command]:
    return [Command(f"{place}.{name}", place, those, fixed=True) for name, those in keys.items()]


_ALL = [
    *_changeable(
        "everywhere",
        {
            "project.new": ("Ctrl+N",),
            "project.new_file": (),
            "project.open": ("Ctrl+O",),
            "project.close": ("Ctrl+W",),
            "edit.undo": ("Ctrl+Z",),
            "edit.redo": ("Ctrl+Shift+Z", "Ctrl+Y"),
            "window.settings": ("Ctrl+,",),
            "window.shortcuts": ("Ctrl+/",),
            "help.guide": ("F1",),
            "window.quit": ("Ctrl+Q",),
            "page.start": ("Ctrl+0",),
            "page.import": ("Ctrl+1",),
            "page.condense": ("Ctrl+2",),
            "page.inspect": ("Ctrl+3",),
            "page.trial": ("Ctrl+4",),
            "page.decide": ("Ctrl+5",),
        },
    ),
    *_changeable(
        "inspect",
        {
            "judge.accepted": ("1",),
            "judge.rejected": ("2",),
            "judge.hold": ("3",),
            "judge.note": ("N",),
            "judge.why": ("W",),
            "judge.undo": ("Z",),
            "judge.redo": ("Y",),
            "judge.previous": ("Left",),
            "judge.next": ("Right",),
            "judge.blind": ("B",),
            "bench.beside": ("A",),
            "bench.swipe": ("S",),
            "bench.difference": ("D",),
            "bench.figures": ("F",),
            "bench.packed": ("G",),
            "bench.scale": ("L",),
            "bench.fit": ("0",),
            "bench.actual": ("R",),
            "bench.smooth": ("P",),
            "bench.closer": ("+", "="),
            "bench.further": ("-",),
            "bench.divider_left": ("Shift+Left",),
            "bench.divider_right": ("Shift+Right",),
            "gallery.find": ("Ctrl+F",),
        },
    ),
    *_changeable("blind", {"blind.left": ("Left",), "blind.right": ("Right",)}),
    *_changeable(
        "second", {"second.accepted": ("1",), "second.rejected": ("2",), "second.hold": ("3",)}
    ),
    *_changeable(
        "queue",
        {
            "queue.earlier": ("Alt+Up",),
            "queue.later": ("Alt+Down",),
            "queue.again": ("F5",),
            "queue.remove": ("Del",),
        },
    ),
    *_fixed(
        "pictures",
        {"zoom": ("+", "-"), "whole": ("0",), "divider": ("Shift+Left", "Shift+Right")}
        | {"copy": ("Ctrl+Shift+C",)},
    ),
    *_fixed(
        "map",
        {"step": ("Left", "Right", "Up", "Down"), "choose": ("Return",)}
        | {"zoom": ("+", "-"), "whole": ("0",)},
    ),
    *_fixed("rows", {"step": ("Up", "Down", "Home", "End"), "choose": ("Return",)}),
    *_fixed("matrix", {"choose": ("Return", "Space")}),
    *_fixed("reasons", {"tick": ("1", "9"), "keep": ("Return",), "leave": ("Esc",)}),
    *_fixed("projects", {"open": ("Return", "Space"), "remove": ("Del",)}),
    *_fixed("search", {"leave": ("Esc",)}),
]
COMMANDS: dict[str, Command] = {one.name: one for one in _ALL}


def allowed_key(key: str) -> bool:
    """Whether a key, in Qt's portable spelling, may be given to a command."""
    return bool(_KEY.fullmatch(key)) and key not in _RESERVED


def place_title(place: Place, language: Language) -> str:
    """Where commands work, in a few words."""
    return text(f"shortcut.place.{place}", language)


def meet(one: Place, other: Place) -> bool:
    """Whether keys of two places are listened to in the same window."""
    return one == other or ("everywhere" in (one, other) and not _APART & {one, other})


def conflict(name: str, key: str, keys: Mapping[str, tuple[str, ...]]) -> str:
    """Another command that has ``key`` where ``name`` works; empty if none has.

    Parameters
    ----------
    keys : mapping of str to tuple of str
        The keys of each command that can be changed.
    """
    mine = COMMANDS[name].place
    return next(
        (
            other
            for other, those in keys.items()
            if other != name and key in those and meet(mine, COMMANDS[other].place)
        ),
        "",
    )


def keys_with(chosen: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The keys of each command that can be changed, with those of the user's own choice.

    Where a file gives a key to two commands that meet, the own choice wins, then the first in
    the list: a key that does two things does nothing.
    """
    changeable = [one.name for one in COMMANDS.values() if not one.fixed]
    made: dict[str, tuple[str, ...]] = {}
    for name in sorted(changeable, key=lambda name: name not in chosen):
        wanted = chosen.get(name, COMMANDS[name].keys)
        made[name] = tuple(key for key in wanted if not conflict(name, key, made))
    return {name: made[name] for name in changeable}
