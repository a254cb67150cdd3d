"""One sample drawing: strokes at several times the size, then what paper and scanner do."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from importers.samples.factors import Factors
from importers.samples.strokes import Stroke, line, solid, transformed
from importers.samples.symbols import SYMBOLS

Ink = npt.NDArray[np.float32]
_FINE = 8
_SHIFT = 4


def draw(
    label: str, factors: Factors, rng: np.random.Generator, *, size: int
) -> tuple[npt.NDArray[np.uint8], int]:
    """A finished picture, uint8 ``(size, size)``, and the number that describes its variant."""
    strokes, detail = SYMBOLS[label](rng)
    angle, skew = np.deg2rad(factors.rotation_deg), np.tan(np.deg2rad(factors.skew_deg))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    mirror = np.diag([1.0 - 2.0 * factors.mirrored, 1.0])
    matrix = np.array([[1.0, skew], [0.0, 1.0]]) @ turn @ mirror * factors.symbol_radius_px
    centre = size / 2 + np.array([factors.offset_x_px, factors.offset_y_px])
    scene = transformed(strokes, matrix, centre)
    scene += _clutter(factors, rng, size=size, matrix=matrix, centre=centre)
    ink = _rasterised(scene, size=size, weight=factors.line_weight_px)
    ink = np.maximum(ink, _text(factors, rng, size=size, centre=centre))
    return _scanned(ink, factors, rng, size=size), detail


def _clutter(
    factors: Factors,
    rng: np.random.Generator,
    *,
    size: int,
    matrix: npt.NDArray[np.float64],
    centre: npt.NDArray[np.float64],
) -> list[Stroke]:
    """What surrounds a symbol on a sheet: dimension lines, leaders, edges of other parts."""
    strokes: list[Stroke] = []
    for _ in range(factors.clutter_count):
        kind = rng.integers(3)
        if kind == 0:
            side = 1.06 if rng.random() < 0.5 else -1.06
            dimension = [
                line((-0.9, side), (0.9, side), weight=0.5),
                line((-0.9, side * 0.75), (-0.9, side * 1.1), weight=0.5),
                line((0.9, side * 0.75), (0.9, side * 1.1), weight=0.5),
                solid((-0.9, side), (-0.74, side - 0.06), (-0.74, side + 0.06)),
                solid((0.9, side), (0.74, side - 0.06), (0.74, side + 0.06)),
            ]
            strokes += transformed(dimension, matrix, centre)
        elif kind == 1:
            angle = rng.uniform(0, 2 * np.pi)
            out = centre + factors.symbol_radius_px * 1.9 * np.array([np.cos(angle), np.sin(angle)])
            touch = centre + 0.55 * (out - centre)
            strokes.append(
                Stroke(np.stack([touch, out, out + np.array([size * 0.2, 0])]), weight=0.5)
            )
        else:
            at, tilt = rng.uniform(0.0, size), rng.uniform(-0.06, 0.06) * size
            ends = np.array([[at, -2.0], [at + tilt, size + 2.0]])
            strokes.append(Stroke(ends if rng.random() < 0.5 else ends[:, ::-1], weight=0.7))
    return strokes


def _rasterised(strokes: list[Stroke], *, size: int, weight: float) -> Ink:
    """Coverage 0..1, ``(size, size)``; strokes are bands of their true width."""
    fine = np.zeros((size * _FINE, size * _FINE), np.uint8)
    for stroke in strokes:
        # A pixel's centre, not its corner, is at whole numbers in OpenCV.
        points = stroke.points * _FINE - 0.5
        if stroke.filled:
            _fill(fine, points)
        else:
            _band(fine, points, width=weight * stroke.weight * _FINE, closed=stroke.closed)
    return _reduced(fine, size)


def _fill(fine: npt.NDArray[np.uint8], points: npt.NDArray[np.float64]) -> None:
    fixed = np.rint(points * (1 << _SHIFT)).astype(np.int32)
    cv2.fillPoly(fine, [fixed], 255, cv2.LINE_8, _SHIFT)


def _band(
    fine: npt.NDArray[np.uint8], points: npt.NDArray[np.float64], *, width: float, closed: bool
) -> None:
    """Draw a polyline of any width: OpenCV's own lines have whole widths only."""
    ends = np.roll(points, -1, axis=0) if closed else points[1:]
    starts = points if closed else points[:-1]
    # fillPoly paints the pixels that its edge passes through, half a pixel on each side.
    half = max(0.5, (width - 1.0) / 2)
    along = ends - starts
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / length[:, None] * half
    quads = np.stack([starts + across, ends + across, ends - across, starts - across], axis=1)
    for quad in quads:
        _fill(fine, quad)
    if half >= 1.0:
        fixed = np.rint(points * (1 << _SHIFT)).astype(np.int32)
        radius = round(half * (1 << _SHIFT))
        for x, y in fixed[1 - closed : len(fixed) - 1 + closed]:
            cv2.circle(fine, (int(x), int(y)), radius, 255, -1, cv2.LINE_8, _SHIFT)


def _reduced(fine: npt.NDArray[np.uint8], size: int) -> Ink:
    small = cv2.resize(fine, (size, size), interpolation=cv2.INTER_AREA)
    return small.astype(np.float32) / 255.0


def _text(
    factors: Factors,
    rng: np.random.Generator,
    *,
    size: int,
    centre: npt.NDArray[np.float64],
) -> Ink:
    """The dimension text, in the quarter of the picture that the symbol leaves most free."""
    fine = np.zeros((size * _FINE, size * _FINE), np.uint8)
    height = rng.uniform(0.11, 0.15) * size
    scale = height * _FINE / 22.0
    thickness = max(1, round(0.13 * height * _FINE))
    (width, _), _ = cv2.getTextSize(factors.text, cv2.FONT_HERSHEY_SIMPLEX, scale, thickness)
    margin = 0.05 * size * _FINE
    x = margin if centre[0] > size / 2 else size * _FINE - width - margin
    y = margin + height * _FINE if centre[1] > size / 2 else size * _FINE - margin
    place = (round(float(x)), round(float(y)))
    cv2.putText(fine, factors.text, place, cv2.FONT_HERSHEY_SIMPLEX, scale, 255, thickness)
    return _reduced(fine, size)


def _scanned(
    ink: Ink, factors: Factors, rng: np.random.Generator, *, size: int
) -> npt.NDArray[np.uint8]:
    """Toner, paper, stains, optics and noise, in the order they happen."""
    loss = _cloud(rng, size) * (factors.toner_loss_percent / 100)
    ink = ink * (1 - loss)
    paper = np.full((size, size), factors.paper_tone_grey, np.float32)
    direction = rng.uniform(0, 2 * np.pi)
    ys, xs = np.mgrid[0:size, 0:size].astype(np.float32) / (size - 1) - 0.5
    slope = (np.cos(direction) * xs + np.sin(direction) * ys) / np.sqrt(2)
    paper += slope * factors.shading_grey
    for _ in range(factors.stain_count):
        paper -= _stain(rng, xs, ys) * 0.14 * factors.paper_tone_grey
    picture = paper + ink * (factors.ink_tone_grey - paper)
    for _ in range(factors.speck_count):
        row, column = rng.integers(0, size, 2)
        share = rng.uniform(0.3, 0.9)
        picture[row, column] += share * (factors.ink_tone_grey - picture[row, column])
    if factors.blur_sigma_px > 0.15:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), factors.blur_sigma_px), np.float32)
    noisy = picture + rng.normal(0.0, factors.noise_sigma_grey, picture.shape)
    return np.asarray(np.clip(np.rint(noisy), 0, 255), np.uint8)


def _cloud(rng: np.random.Generator, size: int) -> Ink:
    """A smooth field from 0 to 1."""
    coarse = rng.random((4, 4)).astype(np.float32)
    field = cv2.resize(coarse, (size, size), interpolation=cv2.INTER_CUBIC)
    return np.asarray((field - field.min()) / max(float(np.ptp(field)), 1e-6), np.float32)


def _stain(rng: np.random.Generator, xs: Ink, ys: Ink) -> Ink:
    """A stain from 0 to 1: a soft blot, or the ring of a cup."""
    x, y = rng.uniform(-0.5, 0.5, 2)
    radius = rng.uniform(0.1, 0.35)
    distance = np.hypot(xs - x, (ys - y) * rng.uniform(0.8, 1.25)) / radius
    if rng.random() < 0.5:
        return np.asarray(np.exp(-(((distance - 1) / 0.12) ** 2)), np.float32)
    return np.asarray(1 / (1 + np.exp((distance - 1) * 9)), np.float32)
