"""How alike two small pictures are, beside light, noise and a small shift."""

from __future__ import annotations

from itertools import product

import cv2
import numpy as np
import numpy.typing as npt

SIDE = 32
_BLUR = 0.8
_ROOM = 2
_INNER = slice(_ROOM, SIDE - _ROOM)
_INNER_SIDE = SIDE - 2 * _ROOM
_INNER_PIXELS = _INNER_SIDE**2
_TINY = 1e-6
_HALF = np.float32(0.5)

_CORRELATION = 0.97
_FAINT_CORRELATION = 0.93
_FAINT_DIFFERENCE = 0.7
_DIFFERENCE = 6.0
_LARGEST_SHARE = 0.6
_LARGEST_SPARE = 4.0
_PROMISING = 0.85
_FLAT = 1.5
_LIGHT = 40.0
_GAIN = 1.5

Thumbnails = npt.NDArray[np.uint8]
Values = npt.NDArray[np.float32]


def softened(thumbnails: Thumbnails) -> Values:
    """Blur thumbnails by 0.8 px, so that noise and half a pixel hardly count.

    Parameters
    ----------
    thumbnails : ndarray of uint8, (n, 32, 32)

    Returns
    -------
    ndarray of float32, (n, 32, 32)
    """
    out = np.empty((len(thumbnails), SIDE, SIDE), np.float32)
    for at, one in enumerate(thumbnails):
        out[at] = cv2.GaussianBlur(np.asarray(one, np.float32), (0, 0), _BLUR)
    return out


def likeness(one: Values, other: Values) -> Values:
    """Say for pairs of softened thumbnails whether they are nearly the same picture.

    The inner 28 x 28 px are compared, at the best of the shifts by up to one px in half
    pixels (1/32 of the picture's side). Nearly the same means: a normalised correlation of at
    least 0.97 there (0.93 where they differ by no more than 0.7 grey levels in the mean: grain
    weighs more in a faint picture); brightness and contrast not far apart (40 levels, a factor
    of 1.5); and, once these are matched, a mean difference of at most 6 grey levels and nowhere
    more than 0.6 standard deviations of the picture plus 4 levels: drawings of few lines on
    white correlate well although a part is missing. Pictures without structure (deviations
    below 1.5 levels) are nearly the same if their tones are within 1.5 levels.

    Parameters
    ----------
    one, other : ndarray of float32, (n, 32, 32)

    Returns
    -------
    ndarray of float32, (n,)
        The correlation (1 for two flat pictures) of pairs that are nearly the same, 0 for all
        others.
    """
    best, shift = _best(one, other, 1.0)
    finer = np.flatnonzero(best >= _PROMISING)
    score = np.zeros(len(one), np.float32)
    if len(finer):
        score[finer] = _verified(one[finer], other[finer], shift[finer])
    return np.where(_both_flat(one, other), np.float32(1.0), score)


def _verified(one: Values, other: Values, shift: Values) -> Values:
    nearer = np.empty_like(one)
    for down, right in {(int(y), int(x)) for y, x in shift}:
        these = (shift == (down, right)).all(axis=1)
        nearer[these] = np.roll(one[these], (-down, -right), axis=(1, 2))
    best, rest = _best(nearer, other, 0.5)
    window = np.empty((len(one), _INNER_SIDE, _INNER_SIDE), np.float32)
    for lower, further in {(float(y), float(x)) for y, x in rest}:
        these = (rest == (lower, further)).all(axis=1)
        window[these] = _window(nearer[these], lower, further)
    a, b = _centred(window), _centred(other[:, _INNER, _INNER])
    spread_a, spread_b = _spread(a), _spread(b)
    # Measured on the fainter picture, so that the order of the two does not matter.
    scale = np.minimum(spread_a, spread_b)
    difference = np.abs(a / spread_a - b / spread_b) * scale
    mean = difference.mean(axis=(1, 2))
    light = np.abs(one.mean(axis=(1, 2)) - other.mean(axis=(1, 2))) <= _LIGHT
    gain = np.maximum(spread_a, spread_b) <= _GAIN * scale
    largest = difference.max(axis=(1, 2)) <= (_LARGEST_SHARE * scale + _LARGEST_SPARE)[:, 0, 0]
    alike = (
        (best >= np.where(mean <= _FAINT_DIFFERENCE, _FAINT_CORRELATION, _CORRELATION))
        & (mean <= _DIFFERENCE)
        & largest
        & light
        & gain[:, 0, 0]
    )
    return np.where(alike, best, np.float32(0.0))


def _best(one: Values, other: Values, step: float) -> tuple[Values, Values]:
    """The highest correlation ``(n,)`` and its shift of ``one``, (down, right), ``(n, 2)``."""
    # Centred first, so that the sums of squares lose no digits in float32.
    one = _centred(one)
    target = _centred(other[:, _INNER, _INNER])
    energy = np.einsum("nij,nij->n", target, target)
    best = np.full(len(one), -1.0, np.float32)
    where = np.zeros((len(one), 2), np.float32)
    for down, right in product((-step, 0.0, step), repeat=2):
        window = _window(one, down, right)
        own = np.einsum("nij,nij->n", window, window) - _sums(window) ** 2 / _INNER_PIXELS
        product_sum = np.einsum("nij,nij->n", window, target)
        value = product_sum / np.sqrt(np.maximum(own * energy, _TINY))
        better = value > best
        best[better] = value[better]
        where[better] = down, right
    return best, where


def _window(pictures: Values, down: float, right: float) -> Values:
    """The inner pixels, looked at ``down`` and ``right`` px further; halves are means of two."""
    if down % 1:
        halves = _window(pictures, down - 0.5, right) + _window(pictures, down + 0.5, right)
        return halves * _HALF
    if right % 1:
        halves = _window(pictures, down, right - 0.5) + _window(pictures, down, right + 0.5)
        return halves * _HALF
    top, left = _ROOM + int(down), _ROOM + int(right)
    return pictures[:, top : top + _INNER_SIDE, left : left + _INNER_SIDE]


def _sums(window: Values) -> Values:
    return np.asarray(np.einsum("nij->n", window), np.float32)


def _both_flat(one: Values, other: Values) -> npt.NDArray[np.bool_]:
    flat = np.maximum(one.std(axis=(1, 2)), other.std(axis=(1, 2))) < _FLAT
    return np.asarray(flat & (np.abs(one - other).mean(axis=(1, 2)) <= _FLAT))


def _centred(windows: Values) -> Values:
    return np.asarray(windows - windows.mean(axis=(1, 2), keepdims=True), np.float32)


def _spread(centred: Values) -> Values:
    return np.asarray(
        np.maximum(np.sqrt((centred**2).mean(axis=(1, 2), keepdims=True)), 0.1), np.float32
    )
