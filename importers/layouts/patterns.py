"""Patterns that find the class in a file name.

In the simple form ``{class}`` stands for the class, ``*`` for anything and ``#`` for a whole
number: ``{class}_#.jpg``. Each stands for as little as possible, from left to right; large and
small letters are the same. The suffix may be left out. With ``re:`` in front it is a regular
expression with a group named ``class``.
"""

from __future__ import annotations

import importlib
import re
import time
import warnings
from itertools import pairwise
from typing import Any, Protocol

from engine.runtime.errors import UserError

_CLASS = "{class}"
_TOKENS = re.compile(r"\{class\}|\*+|#|[^*#{]+|\{")
_WILDCARDS = {"*": ".*?", _CLASS: "(?P<class>.+?)"}
_NUMBER = r"(?<!\d)\d++"
_LONGEST_NAME = 255
_MOST_STEPS = 255**4
"""Ways in which a regular expression may try one name; ordinary ones stay far below."""

_SECONDS = 20.0


class _Compiled(Protocol):
    def fullmatch(self, string: str, /) -> re.Match[str] | None: ...


class Pattern:
    """A pattern as the user writes it, ready to be tried on names.

    Raises
    ------
    UserError
        ``import.pattern_class`` (it has not exactly one place for the class),
        ``import.pattern_invalid``, ``import.pattern_slow`` (trying it might take for ever).
    """

    def __init__(self, pattern: str) -> None:
        self._written = pattern
        self._compiled = _expression(pattern) if pattern.startswith("re:") else _simple(pattern)
        self._until = 0.0
        self._tries = 0

    def label(self, name: str) -> str | None:
        """The class in a file name without folders; None if the pattern does not fit.

        Raises
        ------
        UserError
            ``import.pattern_slow`` when all names together take too long.
        """
        if len(name) > _LONGEST_NAME:
            return None
        self._check_time()
        stem = name[: name.rfind(".")] if "." in name[1:] else name
        match = self._compiled.fullmatch(stem) or self._compiled.fullmatch(name)
        return match["class"] if match else None

    def _check_time(self) -> None:
        # Only a regular expression can be slow, and then on a few names already.
        if not self._written.startswith("re:"):
            return
        self._tries += 1
        now = time.monotonic()
        if self._tries == 1:
            self._until = now + _SECONDS
        elif now > self._until and (now - self._until + _SECONDS) / self._tries > 1e-3:
            raise UserError("import.pattern_slow", pattern=self._written)


def _simple(pattern: str) -> _Compiled:
    tokens = ["*" if part[0] == "*" else part for part in _TOKENS.findall(pattern)]
    if tokens.count(_CLASS) != 1:
        raise UserError("import.pattern_class", pattern=pattern)
    if any({one, other} == {_CLASS, "*"} for one, other in pairwise(tokens)):
        raise UserError("import.pattern_invalid", pattern=pattern)
    # Between two wildcards the first place that fits is as good as any later one, so each
    # stretch is atomic: no going back, and time grows with length only.
    parts: list[str] = []
    for part in tokens:
        if part in _WILDCARDS:
            parts.append(")(?>" if "(?>" in parts or ")(?>" in parts else "(?>")
            parts.append(_WILDCARDS[part])
        else:
            parts.append(_NUMBER if part == "#" else re.escape(part))
    before, _, last = "".join(parts).rpartition("(?>")
    return re.compile(f"{before}(?:{last})", re.IGNORECASE | re.DOTALL)


def _expression(pattern: str) -> _Compiled:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            steps = _steps(_tree(pattern[3:]))
            compiled = re.compile(pattern[3:])
    except (re.error, RecursionError, OverflowError, ValueError) as error:
        raise UserError("import.pattern_invalid", pattern=pattern) from error
    if "class" not in compiled.groupindex:
        raise UserError("import.pattern_class", pattern=pattern)
    if steps > _MOST_STEPS:
        raise UserError("import.pattern_slow", pattern=pattern)
    return compiled


def _tree(expression: str) -> Any:
    # The parser has no public name since Python 3.11; a grammar of our own would only differ.
    return importlib.import_module("re._parser").parse(expression)


_ONE_CHARACTER = frozenset(("LITERAL", "NOT_LITERAL", "ANY", "IN"))
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))


def _steps(tree: Any) -> int:
    """An upper limit of the ways to try one name, by the choices that the expression leaves."""
    steps = 1
    for operation, argument in tree:
        steps *= _choices(str(operation), argument)
        if steps > _MOST_STEPS:
            break
    return steps


def _choices(operation: str, argument: Any) -> int:
    if operation in _ONE_CHARACTER or operation == "AT":
        return 1
    if operation == "SUBPATTERN":
        return _steps(argument[3])
    if operation == "ATOMIC_GROUP":
        return _steps(argument)
    if operation == "BRANCH":
        return sum(_steps(branch) for branch in argument[1])
    if operation in _REPEATS:
        least, most, inner = argument
        if most <= 1:
            return 1 + _steps(inner)
        if all(str(one) in _ONE_CHARACTER for one, _ in inner) and len(inner) == 1:
            return min(int(most) - int(least) + 1, _LONGEST_NAME)
    # Repeated groups, references and looking around can take exponential time.
    return _MOST_STEPS + 1
