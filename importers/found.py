"""What a scan finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.data import Split
from engine.project import Refused, SourceNotice
from importers.options import Layout


@dataclass(frozen=True)
class Listing:
    """One walk of a folder, before its layout is understood.

    Attributes
    ----------
    root : Path
    files : dict of str to int
        ``/``-separated path relative to ``root`` -> bytes; in sorted order.
    folders : list of str
        Every folder, likewise.
    refused : list of Refused
        Entries that can never be imported (a name that is no text, a folder without access).
    """

    root: Path
    files: dict[str, int]
    folders: list[str]
    refused: list[Refused]


@dataclass(frozen=True)
class Source:
    """A file taken for a picture: path relative to the folder, class and split (None: open)."""

    relative: str
    label: str
    split: Split | None


@dataclass(frozen=True)
class Understood:
    """What a layout makes of a listing."""

    sources: list[Source]
    refused: list[Refused]
    notices: list[SourceNotice]


@dataclass(frozen=True)
class ClassCount:
    """Files of a class by split; where the split is still open all count as ``train``."""

    name: str
    train: int
    test: int


@dataclass(frozen=True)
class Scan:
    """A folder as understood, nothing decoded yet.

    ``seconds_estimate`` is the time an import will take, judged by number and bytes of files.
    """

    root: Path
    layout: Layout
    sources: Sequence[Source]
    classes: list[ClassCount]
    refused: list[Refused]
    notices: list[SourceNotice]
    seconds_estimate: float

    @property
    def total(self) -> int:
        """Files taken for pictures."""
        return len(self.sources)
