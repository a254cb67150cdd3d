"""A perceptual hash: near pictures have hashes that differ in few bits."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

_SIDE = 32
_FLAT = 2.0


def picture_hash(grey: npt.NDArray[np.uint8]) -> int:
    """64 bits that hardly change when a picture is resized, re-saved, lit or shifted a little.

    The picture is averaged down to 32 x 32 px. Of its cosine transform, the 64 lowest
    frequencies in zigzag order without the mean are kept; a bit says whether a coefficient
    exceeds the median of these [1]_. A picture without structure (standard deviation below 2
    grey levels) has hash 0, as its bits would be chance.

    Parameters
    ----------
    grey : ndarray of uint8, (h, w)

    Returns
    -------
    int
        0 to 2**64 - 1; the lowest frequency is the highest bit.

    References
    ----------
    .. [1] C. Zauner, Implementation and benchmarking of perceptual image hash functions, 2010.
    """
    small = np.asarray(cv2.resize(grey, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA), np.float32)
    if cv2.meanStdDev(small)[1][0, 0] < _FLAT:
        return 0
    low = cv2.dct(small).ravel()[_ORDER]
    median = np.partition(low, 31)[31]
    return int.from_bytes(np.packbits(low > median).tobytes(), "big")


def shifted_hashes(thumbnails: npt.NDArray[np.uint8]) -> npt.NDArray[np.uint64]:
    """Hashes of thumbnails looked at from one px further down, right, and both diagonals.

    Every small shift between two pictures is within half a px of one of these, or of none,
    seen from one or the other of them.

    Parameters
    ----------
    thumbnails : ndarray of uint8, (n, 32, 32)

    Returns
    -------
    ndarray of uint64, (4, n)
    """
    flat = thumbnails.std(axis=(1, 2)) < _FLAT
    pictures = thumbnails.astype(np.float32)
    rows = [pictures @ wave.T for wave in _ACROSS]
    out = np.empty((len(_SHIFTS), len(thumbnails)), np.uint64)
    for at, (down, right) in enumerate(_SHIFTS):
        spectrum = np.tensordot(rows[right + 1], _ACROSS[down + 1], axes=(1, 1))
        out[at] = _packed(spectrum.transpose(0, 2, 1).reshape(len(thumbnails), -1))
    out[:, flat] = 0
    return out


def _packed(spectrum: npt.NDArray[np.float32]) -> npt.NDArray[np.uint64]:
    low = np.ascontiguousarray(spectrum[:, _LOW_ORDER])
    median = np.partition(low, 31, axis=1)[:, 31:32]
    bits = np.ascontiguousarray(np.packbits(low > median, axis=1))
    return bits.view(">u8")[:, 0].astype(np.uint64)


def _zigzag(side: int) -> npt.NDArray[np.intp]:
    """Flat places of the 64 lowest frequencies but the mean, from low to high."""
    rows, columns = np.indices((side, side))
    order = np.lexsort((columns.ravel(), (rows + columns).ravel()))
    return order[1:65]


def _cosines(side: int) -> npt.NDArray[np.float32]:
    """The first rows of the orthonormal cosine transform (DCT-II), ``(side, 32)``."""
    wave, place = np.indices((side, _SIDE))
    rows = np.sqrt(2 / _SIDE) * np.cos(np.pi * (2 * place + 1) * wave / (2 * _SIDE))
    rows[0] = np.sqrt(1 / _SIDE)
    return np.asarray(rows, np.float32)


def _looking(further: int) -> npt.NDArray[np.float32]:
    """The cosine transform of a line read from ``further`` px on, its end repeated."""
    source = np.clip(np.arange(_SIDE) + further, 0, _SIDE - 1)
    moved = np.zeros((_SIDE, _SIDE), np.float32)
    moved[np.arange(_SIDE), source] = 1.0
    return np.asarray(_cosines(_LOWEST) @ moved, np.float32)


_LOWEST = 11
_SHIFTS = ((1, 0), (0, 1), (1, 1), (1, -1))
_ORDER = _zigzag(_SIDE)
_LOW_ORDER = _zigzag(_LOWEST)
_ACROSS = [_looking(further) for further in (-1, 0, 1)]
