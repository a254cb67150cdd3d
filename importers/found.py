"""What a scan finds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from engine.data import Split
from engine.project import Refused, SourceNotice
from importers.decode.box import Box as Box
from importers.options import Layout
from importers.stores import Store

_FRAGMENT = re.compile(
    r"(?P<path>.+)#(?:page=(?P<page>\d{1,9}))?&?(?:xywh=(?P<box>-?\d{1,9}(?:,-?\d{1,9}){3}))?"
)


@dataclass(frozen=True)
class Listing:
    """One walk of a folder or archive, before its layout is understood.

    Attributes
    ----------
    store : Store
        What was walked; opens the files.
    files : dict of str to int
        ``/``-separated path relative to the root -> bytes; in sorted order.
    folders : list of str
        Every folder, likewise.
    refused : list of Refused
        Entries that can never be imported (a name that is no text, a folder without access).
    """

    store: Store
    files: dict[str, int]
    folders: list[str]
    refused: list[Refused]

    @property
    def root(self) -> Path:
        return self.store.root


@dataclass(frozen=True, slots=True)
class Source:
    """What is taken for a picture: a file, or a box on one of its pages, with its class.

    Attributes
    ----------
    relative : str
        ``/``-separated path of the file in the folder.
    label : str
    split : "train", "test" or None
        None: still open.
    page : int or None
        From 1; None: all pages that the options choose.
    box : Box or None
        None: the whole page, or whatever the options cut it into.
    """

    relative: str
    label: str
    split: Split | None
    page: int | None = None
    box: Box | None = None

    @property
    def reference(self) -> str:
        """The way back: the path, with page and box as a media fragment where there are any.

        ``plan.pdf#page=3&xywh=0,512,512,512`` (W3C Media Fragments URI 1.0, section 4.2).
        """
        parts = []
        if self.page is not None:
            parts.append(f"page={self.page}")
        if self.box is not None:
            parts.append("xywh=" + ",".join(str(value) for value in self.box))
        return self.relative + ("#" + "&".join(parts) if parts else "")

    @classmethod
    def at(cls, reference: str) -> Self:
        """Where a :attr:`reference` leads, without class and side."""
        matched = _FRAGMENT.fullmatch(reference)
        if matched is None or (matched["page"] is None and matched["box"] is None):
            return cls(reference, "", None)
        page, box = matched["page"], matched["box"]
        return cls(
            matched["path"],
            "",
            None,
            page=None if page is None else int(page),
            box=None if box is None else Box(*(int(value) for value in box.split(","))),
        )


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

    ``seconds_estimate`` is the time an import will take, judged by number and bytes of files;
    ``headings`` are the columns of the list, where a list gives the classes.
    """

    store: Store
    layout: Layout
    sources: Sequence[Source]
    classes: list[ClassCount]
    refused: list[Refused]
    notices: list[SourceNotice]
    seconds_estimate: float
    headings: Sequence[str] = ()

    @property
    def root(self) -> Path:
        return self.store.root

    @property
    def total(self) -> int:
        """Files, or boxes in them, taken for pictures."""
        return len(self.sources)
