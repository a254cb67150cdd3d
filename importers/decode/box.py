"""Where a part of a page lies."""

from __future__ import annotations

from typing import NamedTuple


class Box(NamedTuple):
    """A part of a page in its pixels, origin at the upper left; may reach beyond the page."""

    x: int
    y: int
    width: int
    height: int
