"""Scans made straight, cut to their content, and even: steps that the user may switch on."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]

MOST_SKEW = 15.0
"""Degrees either way; more is taken for a picture that is meant to lie like that."""

_LOOK = 800
_FEWEST_INK = 50
_MOST_INK = 20_000
_CONTENT_LEVELS = 24
_SPECK = 3
_RIM = 0.02


def skew(grey: Pixels) -> float:
    """How far a drawing is turned, in degrees within ±15, positive counter-clockwise.

    The angle at which the projections of the dark pixels onto both axes are most uneven, as they
    are when lines and rows of text run along the axes (Postl, *Detection of linear oblique
    structures and skew scan in digitized documents*, ICPR 1986).

    Parameters
    ----------
    grey : ndarray of uint8, (H, W)
    """
    points = _ink(grey)
    if len(points) < _FEWEST_INK:
        return 0.0
    best = 0.0
    for step, reach in ((1.0, MOST_SKEW), (0.2, 1.0), (0.05, 0.2)):
        angles = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _unevenness(points, float(angle))))
    best = float(np.clip(best, -MOST_SKEW, MOST_SKEW))
    # Nothing gained over lying as it does: a round part has no direction.
    return best if _unevenness(points, best) > 1.05 * _unevenness(points, 0.0) else 0.0


def deskew(pixels: Pixels) -> Pixels:
    """Turn a picture ``(H, W[, 3])`` straight by its :func:`skew`; new corners are paper."""
    angle = skew(to_grey(pixels))
    if abs(angle) < 0.05:
        return pixels
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -angle, 1.0)
    paper = [float(value) for value in np.atleast_1d(border_colour(_deep(pixels)))]
    turned = cv2.warpAffine(
        pixels, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=paper
    )
    return np.asarray(turned, np.uint8)


def crop_margins(pixels: Pixels) -> Pixels:
    """Cut a picture ``(H, W[, 3])`` to what differs from the colour of its border.

    Specks of up to two pixels do not count; a rim of 2 % stays. An empty picture stays whole.
    """
    deep = _deep(pixels)
    difference = np.abs(deep.astype(np.int16) - border_colour(deep)).max(axis=2)
    content = (difference > _CONTENT_LEVELS).astype(np.uint8)
    kernel = np.ones((_SPECK, _SPECK), np.uint8)
    # Thin lines are content too: a speck is small in both directions, a line is not.
    joined = cv2.morphologyEx(content, cv2.MORPH_CLOSE, kernel)
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    boxes = stats[1:count]
    boxes = boxes[np.maximum(boxes[:, 2], boxes[:, 3]) >= _SPECK]
    if not len(boxes):
        return pixels
    rim = round(_RIM * max(pixels.shape[:2]))
    left, top = boxes[:, 0].min() - rim, boxes[:, 1].min() - rim
    right = (boxes[:, 0] + boxes[:, 2]).max() + rim
    bottom = (boxes[:, 1] + boxes[:, 3]).max() + rim
    return pixels[max(0, top) : bottom, max(0, left) : right]


def flatten(pixels: Pixels) -> Pixels:
    """Make paper and lighting of a picture ``(H, W[, 3])`` even, keeping its mean tone.

    Each channel is divided by its own background: the brightest of the surroundings, smoothed
    over an eighth of the picture.
    """
    height, width = pixels.shape[:2]
    side = max(3, max(height, width) // 8)
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (side // 4 | 1, side // 4 | 1))
    background = cv2.morphologyEx(pixels, cv2.MORPH_CLOSE, kernel).astype(np.float32)
    background = np.maximum(cv2.blur(background, (side, side)), 1.0)
    level = background.reshape(-1, *pixels.shape[2:]).mean(axis=0)
    return np.asarray(np.clip(np.rint(pixels * (level / background)), 0, 255), np.uint8)


def border_colour(pixels: Pixels) -> npt.NDArray[np.uint8]:
    """Median colour of the outermost pixels, uint8 ``(C,)``, of a picture ``(H, W, C)``."""
    edges = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])
    # Sorting is several times quicker than numpy's median for so few values.
    edges.sort(axis=0)
    return np.asarray(edges[len(edges) // 2], np.uint8)


def to_grey(pixels: Pixels) -> Pixels:
    """One channel (Rec. 601 weights), uint8 ``(H, W)``."""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY) if pixels.ndim == 3 else pixels)


def _deep(pixels: Pixels) -> Pixels:
    return pixels if pixels.ndim == 3 else pixels[..., None]


def _ink(grey: Pixels) -> npt.NDArray[np.float32]:
    """Positions of dark pixels around the middle, float32 ``(n, 2)`` as x, y."""
    height, width = grey.shape
    scale = min(1.0, _LOOK / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(np.ascontiguousarray(grey), size, interpolation=cv2.INTER_AREA)
    _, dark = cv2.threshold(small, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    if dark.mean() > 0.5:
        dark = 1 - dark
    y, x = np.nonzero(dark)
    points = np.stack([x - size[0] / 2, y - size[1] / 2], axis=1).astype(np.float32)
    return points[:: max(1, len(points) // _MOST_INK)]


def _unevenness(points: npt.NDArray[np.float32], angle: float) -> float:
    turn = np.deg2rad(angle)
    cosine, sine = np.float32(np.cos(turn)), np.float32(np.sin(turn))
    x, y = points[:, 0], points[:, 1]
    total = 0.0
    for across in (x * cosine - y * sine, x * sine + y * cosine):
        counts = np.bincount((across + 2 * _LOOK).astype(np.int32))
        total += float((counts.astype(np.float64) ** 2).sum())
    return total
