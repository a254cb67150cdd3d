"""Raster files with Pillow: whatever bytes come in, pixels or a reason come out."""

from __future__ import annotations

import io
import threading
import warnings
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageOps, UnidentifiedImageError

from importers.decode.modes import to_uint8

MAX_PIXELS = 400_000_000
"""Larger pictures are refused: an A0 sheet at 600 dpi has 560 million, at 400 dpi 248 million."""

_FORMATS = ("JPEG", "PNG", "BMP", "TIFF", "WEBP", "GIF", "PPM", "JPEG2000")
_SIGNATURES = (
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"BM",
    b"II*\0",
    b"MM\0*",
    b"GIF8",
    b"\0\0\0\x0cjP",
)
_LARGE = 40_000_000
_one_large_at_a_time = threading.Lock()

# Pillow's own guard, set to our limit on purpose; the warning it gives below its error is
# answered by the check of MAX_PIXELS.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
# All plugins now, in this thread: Pillow loads them on demand otherwise, without a lock.
Image.init()


class DecodeError(Exception):
    """Why a file gives no picture: a message key and its values."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


@dataclass(frozen=True)
class Decoded:
    """Upright pixels, uint8 ``(H, W)`` or ``(H, W, 3)``; ``frames`` tells a multi-page file."""

    pixels: npt.NDArray[np.uint8]
    several_frames: bool


def decode(data: bytes, *, target: int) -> Decoded:
    """Decode a picture by its content, whatever its name says.

    Parameters
    ----------
    data : bytes
        The whole file.
    target : int
        Side in px the picture will have; a JPEG much larger is decoded at reduced size.

    Returns
    -------
    Decoded
        The first frame, upright by its EXIF orientation; transparency lies on white. See
        :func:`importers.decode.modes.to_uint8` for how deep and other modes are scaled.

    Raises
    ------
    DecodeError
        ``import.empty_file``, ``import.not_a_picture``, ``import.truncated``,
        ``import.too_large`` or ``import.damaged``.
    """
    if not data:
        raise DecodeError("import.empty_file")
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            return _pixels(image, target)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError) as error:
        raise _too_large() from error
    except UnidentifiedImageError as error:
        known = data.startswith(_SIGNATURES) or data[8:12] == b"WEBP"
        raise DecodeError("import.damaged" if known else "import.not_a_picture") from error
    except DecodeError:
        raise
    # The decoders raise many kinds for damaged bytes (OSError, TypeError, SyntaxError,
    # struct.error, ...); none of them may end an import.
    except Exception as error:
        cut = "truncated" in str(error).lower()
        raise DecodeError("import.truncated" if cut else "import.damaged") from error


def _pixels(image: Image.Image, target: int) -> Decoded:
    if image.width * image.height > MAX_PIXELS:
        raise _too_large()
    if image.width < 1 or image.height < 1:
        raise DecodeError("import.damaged")
    several = bool(getattr(image, "is_animated", False))
    image.draft(None, (2 * target, 2 * target))
    # Many threads decode; several huge pictures at once would fill the memory.
    large = image.width * image.height > _LARGE
    with _one_large_at_a_time if large else nullcontext():
        image.load()
        # In place, because a turned copy would have lost the tags that tell depth and sign.
        # A broken EXIF block is no reason to lose a sound picture.
        with suppress(Exception):
            ImageOps.exif_transpose(image, in_place=True)
        return Decoded(to_uint8(image), several)


def _too_large() -> DecodeError:
    return DecodeError("import.too_large", limit=MAX_PIXELS // 1_000_000)
