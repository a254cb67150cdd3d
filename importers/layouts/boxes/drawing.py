"""Boxes as somebody wrote them, made sound."""

from __future__ import annotations

import math

from engine.project import Refused
from engine.runtime.errors import UserError
from importers.found import Box, Source
from importers.layouts.contents import Contents
from importers.layouts.draft import Draft
from importers.layouts.words import side

MAX_BOXES = 2_000_000

_FARTHEST = 1_000_000.0
"""No page has more px on a side; whatever lies beyond is a slip."""


def number(value: object) -> float | None:
    """A finite number, else None."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def box_around(x: float, y: float, width: float, height: float, *, margin: float) -> Box | None:
    """A box of whole pixels around a written one; None if that cannot be meant.

    ``margin`` is laid around, as a share of the longer side.
    """
    edges = (x, y, x + width, y + height)
    if not (width > 0 and height > 0 and all(abs(edge) <= _FARTHEST for edge in edges)):
        return None
    more = margin * max(width, height)
    # Rounded first: tools write 12.000000001 for 12.
    left, top = math.floor(round(x - more, 3)), math.floor(round(y - more, 3))
    right = math.ceil(round(x + width + more, 3))
    bottom = math.ceil(round(y + height + more, 3))
    return Box(left, top, max(1, right - left), max(1, bottom - top))


class BoxDraft(Draft):
    """A draft whose sources are boxes; a fault is told once for each picture and file."""

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self._contents = contents
        self._told: set[tuple[str, str]] = set()
        self._validation: set[str] = set()

    def add(self, relative: str, label: str, word: str | None, box: Box) -> None:
        """Take a box of a picture.

        Raises
        ------
        UserError
            ``import.too_many_boxes``.
        """
        if len(self.sources) >= MAX_BOXES:
            root = str(self._contents.listing.root)
            raise UserError("import.too_many_boxes", file=root, limit=f"{MAX_BOXES:,}")
        if word == "validation":
            self._validation.add(relative)
        self.sources.append(Source(relative, label, side(word), None, box))

    def refuse(self, file: str, reason: str, **params: object) -> None:
        """Refuse a file, or a box on it, once for every reason."""
        if (file, reason) not in self._told:
            self._told.add((file, reason))
            self.refused.append(Refused(file, reason, params))

    def finish(self, *, several: bool) -> None:
        """Sort, leave out what ``several`` files say twice, and name pictures without boxes."""
        if several:
            self.sources = list(dict.fromkeys(self.sources))
        self.sources.sort(key=lambda one: one.relative)
        boxed = {one.relative for one in self.sources}
        told = {file for file, _ in self._told}
        without = [
            name for name in self._contents.pictures if name not in boxed and name not in told
        ]
        self.tell("no_boxes", without)
        self.tell_validation(len(self._validation))
