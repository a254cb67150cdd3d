"""What the pages of all kinds of files have in common: reading them whole or in parts."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple, Protocol

import cv2
import numpy as np

from importers.decode.box import Box
from importers.decode.errors import MAX_PIXELS, DecodeError, too_large
from importers.decode.result import Decoded, Pixels

LARGE = 40_000_000
"""Pages of more pixels are reduced band by band."""

_BAND = 16_000_000


class Area(NamedTuple):
    """A part of a page: its first and one past its last column and row."""

    left: int
    top: int
    right: int
    bottom: int


class Page(ABC):
    """One upright page of ``width`` x ``height`` px.

    ``batch`` px of parts are taken together, so that a page which is decoded from top to bottom
    need not start anew for each of them.
    """

    width: int
    height: int
    stretched: bool = False
    batch: int = _BAND

    @abstractmethod
    def read(self, target: int) -> Pixels:
        """The whole page; both sides at least ``2 * target`` where the page is that large."""

    @abstractmethod
    def part(self, area: Area) -> Pixels:
        """A part that lies within the page, at full resolution."""

    def order(self, box: Box) -> tuple[int, int]:
        """The order in which parts are cheapest to take."""
        return box.y, box.x

    def close(self) -> None:  # noqa: B027  most pages hold nothing
        """Let go of what the page holds."""


class Document(Protocol):
    """An opened file: its pages, from 0, one at a time."""

    labels: Sequence[str]

    def page(self, number: int) -> Page: ...

    def close(self) -> None: ...


def within_limit(width: int, height: int) -> None:
    """Refuse a page that is too large or has no area.

    Raises
    ------
    DecodeError
        ``import.too_large`` or ``import.damaged``.
    """
    if width < 1 or height < 1:
        raise DecodeError("import.damaged")
    if width * height > MAX_PIXELS:
        raise too_large()


def cut(page: Page, box: Box) -> Pixels:
    """A part of a page; what lies beyond the page is white.

    Raises
    ------
    DecodeError
        ``import.empty_region`` or ``import.too_large``.
    """
    if box.width < 1 or box.height < 1:
        raise DecodeError("import.empty_region")
    within_limit(box.width, box.height)
    inside = Area(
        max(0, box.x),
        max(0, box.y),
        min(page.width, box.x + box.width),
        min(page.height, box.y + box.height),
    )
    if inside.left >= inside.right or inside.top >= inside.bottom:
        return np.full((box.height, box.width), 255, np.uint8)
    found = page.part(inside)
    if found.shape[:2] == (box.height, box.width):
        return found
    out = np.full((box.height, box.width, *found.shape[2:]), 255, np.uint8)
    left, top = inside.left - box.x, inside.top - box.y
    out[top : top + found.shape[0], left : left + found.shape[1]] = found
    return out


def decoded(page: Page, target: int, *, several: bool) -> Decoded:
    """A whole page as the outside sees it."""
    pixels = page.read(target)
    return Decoded(pixels, several, page.width, page.height, page.stretched)


class StoredPage(Page):
    """A page of pixels that the file stores, perhaps lying on its side or mirrored.

    Parameters
    ----------
    width, height : int
        As stored.
    orientation : int
        1 to 8, as in EXIF. Parts are turned one by one: a turned copy of a large page would
        double the memory.
    """

    def __init__(self, width: int, height: int, orientation: int) -> None:
        within_limit(width, height)
        self.stored = (width, height)
        self.orientation = orientation if 1 <= orientation <= 8 else 1
        self.width, self.height = (height, width) if self.orientation >= 5 else (width, height)

    @abstractmethod
    def stored_part(self, area: Area) -> Pixels:
        """A part in the coordinates of the stored page."""

    def part(self, area: Area) -> Pixels:
        found = self.stored_part(stored_area(area, self.stored, self.orientation))
        return upright(found, self.orientation)

    def order(self, box: Box) -> tuple[int, int]:
        area = Area(box.x, box.y, box.x + box.width, box.y + box.height)
        stored = stored_area(area, self.stored, self.orientation)
        return stored.top, stored.left

    def read(self, target: int) -> Pixels:
        width, height = self.stored
        factor = min(width, height) // (2 * target)
        if width * height <= LARGE or factor < 2:
            return self.part(Area(0, 0, self.width, self.height))
        return upright(self._reduced(factor), self.orientation)

    def _reduced(self, factor: int) -> Pixels:
        width, height = self.stored
        rows = max(1, _BAND // width // factor) * factor
        bands: list[Pixels] = []
        for top in range(0, height, rows):
            bottom = min(height, top + rows)
            band = self.stored_part(Area(0, top, width, bottom))
            size = (-(-width // factor), -(-(bottom - top) // factor))
            bands.append(np.asarray(cv2.resize(band, size, interpolation=cv2.INTER_AREA), np.uint8))
        return np.concatenate(bands)


def upright(pixels: Pixels, orientation: int) -> Pixels:
    """Turn or mirror pixels by an EXIF orientation from 1 to 8."""
    if orientation == 1:
        return pixels
    if orientation in (6, 8):
        return np.ascontiguousarray(np.rot90(pixels, -1 if orientation == 6 else 1))
    if orientation in (2, 3, 7):
        pixels = pixels[:, ::-1]
    if orientation in (3, 4, 7):
        pixels = pixels[::-1]
    if orientation in (5, 7):
        pixels = pixels.swapaxes(0, 1)
    return np.ascontiguousarray(pixels)


def stored_area(area: Area, stored: tuple[int, int], orientation: int) -> Area:
    """Where an area of the upright page lies on the stored one."""
    width, height = stored
    left, top, right, bottom = area
    if orientation >= 5:
        left, top, right, bottom = top, left, bottom, right
    if orientation in (2, 3, 7, 8):
        left, right = width - right, width - left
    if orientation in (3, 4, 6, 7):
        top, bottom = height - bottom, height - top
    return Area(left, top, right, bottom)
