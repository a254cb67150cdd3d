"""Pages that are drawn, not stored: any part can be drawn at any scale."""

from __future__ import annotations

import math
from abc import abstractmethod

from importers.decode.pages import Area, Page, within_limit
from importers.decode.result import Pixels

_AROUND = 8
_REGION = 64_000_000
"""Most pixels that are drawn at once for parts of a page."""


class RenderedPage(Page):
    """A page of a PDF or DXF file.

    Parameters
    ----------
    width, height : int
        In px at the chosen dpi.
    """

    def __init__(self, width: int, height: int) -> None:
        within_limit(width, height)
        self.width, self.height = width, height
        self._region: tuple[Area, Pixels] | None = None

    @abstractmethod
    def draw(self, area: Area, scale: float) -> Pixels:
        """Draw an area of the page that was scaled by ``scale``, in px of that scaled page."""

    def read(self, target: int) -> Pixels:
        scale = 1.0
        while min(self.width, self.height) * scale / 2 >= 2 * target:
            scale /= 2
        if scale == 1.0 and self.width * self.height <= _REGION:
            return self.part(Area(0, 0, self.width, self.height))
        size = math.ceil(self.width * scale), math.ceil(self.height * scale)
        return self.draw(Area(0, 0, *size), scale)

    def part(self, area: Area) -> Pixels:
        if self._region is None or not _contains(self._region[0], area):
            # The old region is let go before the new one is drawn.
            self._region = None
            region = self._region_for(area)
            self._region = region, self._drawn(region)
        region, pixels = self._region
        rows = slice(area.top - region.top, area.bottom - region.top)
        columns = slice(area.left - region.left, area.right - region.left)
        return pixels[rows, columns].copy()

    def close(self) -> None:
        self._region = None

    def _drawn(self, region: Area) -> Pixels:
        """Draw a region with some of its surroundings: lines end a little differently at edges."""
        left, top = max(0, region.left - _AROUND), max(0, region.top - _AROUND)
        right = min(self.width, region.right + _AROUND)
        bottom = min(self.height, region.bottom + _AROUND)
        pixels = self.draw(Area(left, top, right, bottom), 1.0)
        return pixels[
            region.top - top : region.bottom - top, region.left - left : region.right - left
        ]

    def _region_for(self, area: Area) -> Area:
        """The whole page, else rows from the part downwards, else only the part."""
        rows = _REGION // self.width
        if rows >= self.height:
            return Area(0, 0, self.width, self.height)
        if rows >= area.bottom - area.top:
            return Area(0, area.top, self.width, min(self.height, area.top + rows))
        return area


def _contains(outer: Area, inner: Area) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and inner.right <= outer.right
        and inner.bottom <= outer.bottom
    )
