"""Lines and areas in px -> pixels, antialiased."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from importers.decode.pages import Area
from importers.decode.result import Pixels

Points = npt.NDArray[np.float64]
"""Corners ``(N, 2)`` as x, y in px of the page, y downwards."""

_SHIFT = 4
_FAR = float((1 << 30) >> _SHIFT)
_FINER = 4
_SMALL_AREA = 400_000


@dataclass(frozen=True, slots=True)
class Stroke:
    """A black line through ``points``, ``weight`` px wide (at least 1 px is drawn)."""

    points: Points
    weight: float


@dataclass(frozen=True, slots=True)
class Fill:
    """An area within outlines; holes by the even-odd rule."""

    outlines: Sequence[Points]
    shade: int


Shape = Stroke | Fill


class Sheet:
    """Shapes on a white page of ``width`` x ``height`` px, later ones on top."""

    def __init__(self, width: int, height: int, shapes: Sequence[Shape]) -> None:
        self.width, self.height = width, height
        self._shapes = shapes
        self._bounds = np.array([_bounds(one) for one in shapes]).reshape(-1, 4)

    def draw(self, area: Area, scale: float) -> Pixels:
        """An area of the page scaled by ``scale``, uint8 ``(H, W)``."""
        out = np.full((area.bottom - area.top, area.right - area.left), 255, np.uint8)
        left, top, right, bottom = self._bounds.T * scale
        seen = (right >= area.left) & (left <= area.right)
        seen &= (bottom >= area.top) & (top <= area.bottom)
        origin = np.array([area.left, area.top], np.float64)
        for at in np.flatnonzero(seen):
            shape = self._shapes[int(at)]
            if isinstance(shape, Stroke):
                _stroke(out, shape.points * scale - origin, shape.weight * scale)
            else:
                _fill(out, [one * scale - origin for one in shape.outlines], shape.shade)
        return out


def _bounds(shape: Shape) -> tuple[float, float, float, float]:
    points = shape.points if isinstance(shape, Stroke) else np.concatenate(shape.outlines)
    room = max(1.0, shape.weight) if isinstance(shape, Stroke) else 1.0
    low, high = points.min(axis=0) - room, points.max(axis=0) + room
    return low[0], low[1], high[0], high[1]


def _stroke(out: Pixels, points: Points, weight: float) -> None:
    thickness = max(1, round(weight))
    # cv2 counts from the middle of a pixel.
    fixed = _fixed(points - 0.5, _SHIFT)
    cv2.polylines(out, [fixed], False, 0, thickness, cv2.LINE_AA, _SHIFT)


def _fill(out: Pixels, outlines: Sequence[Points], shade: int) -> None:
    """Fill small areas such as glyphs on a finer grid: cv2 widens areas by half a pixel."""
    whole = np.concatenate(outlines)
    low = np.clip(np.floor(whole.min(axis=0)) - 1, 0, out.shape[::-1]).astype(int)
    high = np.clip(np.ceil(whole.max(axis=0)) + 1, 0, out.shape[::-1]).astype(int)
    size = high - low
    if size.min() < 1:
        return
    if size.prod() > _SMALL_AREA:
        fixed = [_fixed(one - 0.5, _SHIFT) for one in outlines]
        cv2.fillPoly(out, fixed, shade, cv2.LINE_AA, _SHIFT)
        return
    fine = np.zeros((size[1] * _FINER, size[0] * _FINER), np.uint8)
    fixed = [_fixed((one - low) * _FINER - 0.5, _SHIFT) for one in outlines]
    cv2.fillPoly(fine, fixed, 255, cv2.LINE_8, _SHIFT)
    cover = cv2.resize(fine, (int(size[0]), int(size[1])), interpolation=cv2.INTER_AREA)
    place = out[low[1] : high[1], low[0] : high[0]]
    place[:] = (place.astype(np.int32) * (255 - cover) + shade * cover.astype(np.int32)) // 255


def _fixed(points: Points, shift: int) -> npt.NDArray[np.int32]:
    return np.rint(np.clip(points, -_FAR, _FAR) * (1 << shift)).astype(np.int32)
