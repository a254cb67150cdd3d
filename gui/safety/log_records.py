"""The rotating log as records, read as it grows; no Qt."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

Level = Literal["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
LEVELS: tuple[Level, ...] = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
_HEAD = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (DEBUG|INFO|WARNING|ERROR|CRITICAL) ")
_MOST = 1_200_000  # bytes read at first


@dataclass(frozen=True)
class Record:
    """A message with the lines that belong to it, such as a traceback."""

    level: Level
    text: str


class LogFollower:
    """Reads a log file and, each time it is asked, what came since.

    Parameters
    ----------
    path : Path
        ``NAME.log``; what was rotated away stands in ``NAME.log.1`` and is read first.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._place = 0
        self._file = 0
        self._started = False
        self._rest = b""

    def read(self) -> list[Record]:
        """What is new; everything at the first call. A file that is missing holds nothing."""
        content = b""
        if not self._started:
            self._started = True
            content = _end(self._path.with_name(self._path.name + ".1"))
        content += self._grown()
        return parse(self._rest_and(content).decode("utf-8", errors="replace"))

    def _rest_and(self, content: bytes) -> bytes:
        """Whole lines only: the other half of the last may come with the next look."""
        whole, mark, self._rest = (self._rest + content).rpartition(b"\n")
        return whole + mark

    def _grown(self) -> bytes:
        try:
            with self._path.open("rb") as stream:
                facts = os.fstat(stream.fileno())
                if facts.st_ino != self._file or facts.st_size < self._place:
                    # Rotated: the file of this name is another one.
                    self._file, self._place = facts.st_ino, 0
                stream.seek(max(self._place, facts.st_size - _MOST))
                content = stream.read(_MOST)
                self._place = stream.tell()
                return content
        except OSError:
            return b""


def parse(content: str) -> list[Record]:
    """Log lines as records; lines without a head belong to the record before."""
    found: list[Record] = []
    for line in content.splitlines():
        head = _HEAD.match(line)
        if head is not None:
            found.append(Record(cast(Level, head[1]), line))
        elif found:
            found[-1] = Record(found[-1].level, f"{found[-1].text}\n{line}")
        elif line.strip():
            found.append(Record("INFO", line))
    return found


def chosen(records: list[Record], least: Level, words: str) -> list[Record]:
    """Those of a level or graver that hold some words, in capitals or not."""
    grave, wanted = set(LEVELS[LEVELS.index(least) :]), words.casefold().strip()
    return [one for one in records if one.level in grave and wanted in one.text.casefold()]


def _end(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            stream.seek(max(0, path.stat().st_size - _MOST))
            return stream.read(_MOST)
    except OSError:
        return b""
