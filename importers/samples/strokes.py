"""Strokes in a symbol's own coordinates: x to the right, y down, within -1..1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Stroke:
    """A polyline ``(n, 2)``; ``weight`` multiplies the drawing's line weight."""

    points: Points
    closed: bool = False
    filled: bool = False
    weight: float = 1.0


def line(*corners: tuple[float, float], closed: bool = False, weight: float = 1.0) -> Stroke:
    """A polyline through the corners."""
    return Stroke(np.array(corners, np.float64), closed, False, weight)


def solid(*corners: tuple[float, float]) -> Stroke:
    """A filled polygon."""
    return Stroke(np.array(corners, np.float64), True, True)


def box(left: float, top: float, right: float, bottom: float) -> Stroke:
    """A rectangle."""
    return line((left, top), (right, top), (right, bottom), (left, bottom), closed=True)


def arc(
    x: float,
    y: float,
    radius: float,
    *,
    start: float = 0.0,
    end: float = 360.0,
    flat: float = 1.0,
    filled: bool = False,
    weight: float = 1.0,
) -> Stroke:
    """Part of a circle, degrees clockwise from the right; ``flat`` scales its height."""
    closed = abs(end - start) >= 360.0
    angles = np.deg2rad(np.linspace(start, end, 49))
    points = np.stack([x + radius * np.cos(angles), y + radius * flat * np.sin(angles)], axis=1)
    return Stroke(points[:-1] if closed else points, closed, filled, weight)


def dashed(a: tuple[float, float], b: tuple[float, float], *, weight: float) -> list[Stroke]:
    """A centre line: long and short dashes."""
    cuts = [(0.0, 0.2), (0.26, 0.31), (0.37, 0.63), (0.69, 0.74), (0.8, 1.0)]
    first, last = np.array(a), np.array(b)
    return [
        Stroke(np.stack([first + (last - first) * s, first + (last - first) * e]), weight=weight)
        for s, e in cuts
    ]


def hatch(
    left: float, top: float, right: float, bottom: float, *, lines: int, weight: float
) -> list[Stroke]:
    """45-degree section lines inside a rectangle."""
    width, height = right - left, bottom - top
    strokes = []
    for at in np.linspace(0, width + height, lines + 2)[1:-1]:
        a = (left + min(at, width), top + max(0.0, at - width))
        b = (left + max(0.0, at - height), top + min(at, height))
        strokes.append(line(a, b, weight=weight))
    return strokes


def transformed(strokes: Sequence[Stroke], matrix: Points, offset: Points) -> list[Stroke]:
    """The strokes under ``matrix`` (2, 2), then moved by ``offset`` (2,)."""
    return [
        Stroke(one.points @ matrix.T + offset, one.closed, one.filled, one.weight)
        for one in strokes
    ]
