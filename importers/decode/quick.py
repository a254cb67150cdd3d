"""Small plain JPEGs by the short way: most of a hundred thousand photos are nothing else."""

from __future__ import annotations

import cv2
import numpy as np

from importers.decode.result import Decoded, Pixels

_LARGEST = 1 << 20  # px; larger ones are decoded at reduced size by Pillow
_BASELINE, _PROGRESSIVE = 0xC0, 0xC2
_START_OF_SCAN = 0xDA
_JFIF = 0xE0
_TABLES = (0xDB, 0xC4, 0xDD)
_END = b"\xff\xd9"


def plain_jpeg(data: bytes) -> Decoded | None:
    """Decode a JPEG of at most a megapixel that has nothing to take care of.

    OpenCV and Pillow use the same decoder and give the same pixels; OpenCV does without Python
    and without holding its lock, so that several threads decode at a time. Whatever has
    orientation, a colour profile, comments, other than one or three channels, or no proper end
    is left to Pillow.

    Returns
    -------
    Decoded or None
        None: not such a JPEG, or not a sound one.
    """
    size = _plain_size(data)
    if size is None or not data.endswith(_END):
        return None
    try:
        pixels = cv2.imdecode(
            np.frombuffer(data, np.uint8), cv2.IMREAD_UNCHANGED | cv2.IMREAD_IGNORE_ORIENTATION
        )
    except cv2.error:
        return None
    if pixels is None or pixels.dtype != np.uint8 or pixels.shape[1::-1] != size:
        return None
    rgb: Pixels = np.asarray(
        cv2.cvtColor(pixels, cv2.COLOR_BGR2RGB) if pixels.ndim == 3 else pixels, np.uint8
    )
    return Decoded(rgb, False, *size)


def _plain_size(data: bytes) -> tuple[int, int] | None:
    """Width and height, if only what every JPEG has stands before the picture itself."""
    if data[:2] != b"\xff\xd8":
        return None
    at, size = 2, None
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], data[at + 2] << 8 | data[at + 3]
        if marker == _START_OF_SCAN:
            return size
        if marker in (_BASELINE, _PROGRESSIVE):
            height, width = data[at + 5] << 8 | data[at + 6], data[at + 7] << 8 | data[at + 8]
            sound = data[at + 4] == 8 and data[at + 9] in (1, 3)
            if not sound or not 0 < width * height <= _LARGEST:
                return None
            size = width, height
        elif marker not in _TABLES and not (marker == _JFIF and data[at + 4 : at + 8] == b"JFIF"):
            return None
        at += 2 + length
    return None
