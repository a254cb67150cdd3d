"""Raster files with Pillow: whatever bytes come in, pixels or a reason come out."""

from __future__ import annotations

import io
import threading
import warnings
from collections.abc import Callable
from typing import BinaryIO

import numpy as np
import pi_heif
from PIL import Image, UnidentifiedImageError

from importers.decode.errors import MAX_PIXELS, DecodeError, reason_of
from importers.decode.kinds import HEAD, foreign, is_picture
from importers.decode.modes import is_deep, to_uint8, tones_of, value_range
from importers.decode.pages import LARGE, Area, StoredPage, upright, within_limit
from importers.decode.quick import plain_jpeg
from importers.decode.result import Decoded, Depth, Pixels
from importers.decode.tiff_chain import Directory, chain

_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP", "GIF", "PPM", "JPEG2000", "HEIF", "AVIF")
_ORIENTATION = 0x0112
_GREY_SPREAD = 8
_one_large_at_a_time = threading.Lock()

# Pillow's own guard, set to our limit on purpose; the warning it gives below its error is
# answered by the check of MAX_PIXELS.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)
# Auxiliary pictures and thumbnails of HEIC are not looked at, so they need not be read.
pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
# All plugins now, in this thread: Pillow loads them on demand otherwise, without a lock.
Image.init()


def decode(data: bytes, *, target: int, depth: Depth | None = None) -> Decoded:
    """Decode a picture by its content, whatever its name says.

    Parameters
    ----------
    data : bytes
        The whole file.
    target : int
        Side in px the picture will have; one much larger may be decoded at reduced size, with
        both sides at least ``2 * target``.
    depth : (low, high), optional
        Values that become black and white in pictures of more than 8 bits, in their own
        values; without it, see :func:`importers.decode.modes.tones_of`.

    Returns
    -------
    Decoded
        The first frame, upright by its EXIF orientation, in sRGB or grey; transparency lies on
        white. See :func:`importers.decode.modes.to_uint8`.

    Raises
    ------
    DecodeError
        ``import.empty_file``, ``import.not_a_picture``, ``import.truncated``,
        ``import.too_large``, ``import.damaged`` or the reason of a kind that is not read.
    """
    if not data:
        raise DecodeError("import.empty_file")
    quick = plain_jpeg(data)
    if quick is not None:
        return quick
    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            within_limit(image.width, image.height)
            if image.format == "TIFF":
                # Refuses the preview that raw files of cameras start with.
                chain(io.BytesIO(data))
            if image.width * image.height <= LARGE:
                return _small(image, target, depth)
    except DecodeError:
        raise
    except Exception as error:
        raise _reason(error, data[:HEAD]) from error
    return _large(data, target, depth)


def open_picture(file: BinaryIO) -> Image.Image:
    """Open a picture without decoding it.

    Raises
    ------
    DecodeError
        As :func:`decode`.
    """
    file.seek(0)
    head = file.read(HEAD)
    if not head:
        raise DecodeError("import.empty_file")
    file.seek(0)
    try:
        return Image.open(file, formats=_FORMATS)
    except Exception as error:
        raise _reason(error, head) from error


def deep_range(file: BinaryIO) -> Depth | None:
    """Smallest and largest value of a picture of more than 8 bits, over all its pages.

    Parameters
    ----------
    file : BinaryIO
        A raster file, seekable.

    Returns
    -------
    (low, high) or None
        Finite values as the file stores them; None if no page has more than 8 bits a channel
        once decoded. Colours of 16 bits a channel count as 8: Pillow keeps their upper half.

    Raises
    ------
    DecodeError
        As :func:`decode`.
    """
    image = open_picture(file)
    try:
        pages = chain(file) if image.format == "TIFF" else [Directory(0, {})]
        ranges = [_page_range(image, page.place) for page in pages if page.is_page]
    except DecodeError:
        raise
    except Exception as error:
        raise reason_of(error) from error
    found = [one for one in ranges if one is not None]
    return (min(low for low, _ in found), max(high for _, high in found)) if found else None


def orientation_of(image: Image.Image) -> int:
    """EXIF orientation, 1 to 8; 1 if there is none or the block is broken."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    # A broken EXIF block is no reason to lose a sound picture.
    except Exception:
        return 1


class PicturePage(StoredPage):
    """A page that Pillow decodes as a whole, when it is first looked at.

    Memory: one byte a pixel for black-and-white and grey pages, four for colours.

    Parameters
    ----------
    open_image : callable
        Opens the picture anew, at the right frame: Pillow cannot take back that it decodes a
        JPEG at reduced size.
    depth : (low, high), optional
    """

    def __init__(self, open_image: Callable[[], Image.Image], depth: Depth | None) -> None:
        image = open_image()
        # Pillow turns TIFF by itself and gives the size after that.
        turn = 1 if image.format == "TIFF" else orientation_of(image)
        super().__init__(*image.size, turn)
        self._open = open_image
        self._depth = depth
        self._image: Image.Image | None = None

    def read(self, target: int) -> Pixels:
        if self._image is None:
            image = self._open()
            drafted = image.draft(None, (2 * target, 2 * target))
            if drafted is not None and image.size != self.stored:
                return upright(np.array(to_uint8(image, None)), self.orientation)
        return super().read(target)

    def stored_part(self, area: Area) -> Pixels:
        image = self._loaded()
        whole = area == (0, 0, *self.stored)
        return to_uint8(image if whole else image.crop(area), self._tones)

    def close(self) -> None:
        self._image = None

    def _loaded(self) -> Image.Image:
        if self._image is None:
            image = self._open()
            if self.width * self.height > LARGE and image.format == "JPEG" and self._is_grey():
                image.draft("L", image.size)
            image.load()
            if image.size != self.stored:
                raise DecodeError("import.damaged")
            self._tones = tones_of(image, self._depth)
            self.stretched = self._tones is not None and self._tones.stretched
            self._image = image
        return self._image

    def _is_grey(self) -> bool:
        """Whether a large JPEG shows no colour: grey pixels take a quarter of the memory."""
        image = self._open()
        image.draft("RGB", (image.width // 8, image.height // 8))
        if image.mode != "RGB" or image.info.get("icc_profile"):
            return False
        small = np.asarray(image)
        return int((small.max(axis=2) - small.min(axis=2)).max()) <= _GREY_SPREAD


def _small(image: Image.Image, target: int, depth: Depth | None) -> Decoded:
    several = bool(getattr(image, "is_animated", False)) and image.format != "MPO"
    width, height = image.size
    image.draft(None, (2 * target, 2 * target))
    image.load()
    orientation = orientation_of(image)
    tones = tones_of(image, depth)
    pixels = upright(to_uint8(image, tones), orientation)
    if orientation >= 5:
        width, height = height, width
    return Decoded(pixels, several, width, height, tones is not None and tones.stretched)


def _large(data: bytes, target: int, depth: Depth | None) -> Decoded:
    from importers.decode.sheets import open_sheets

    # Many threads decode; several huge pictures at once would fill the memory.
    with (
        _one_large_at_a_time,
        open_sheets(io.BytesIO(data), name="", dpi=0, depth=depth) as sheets,
    ):
        return sheets.read(0, target=target)


def _page_range(image: Image.Image, frame: int) -> Depth | None:
    image.seek(frame)
    within_limit(image.width, image.height)
    if not is_deep(image):
        return None
    image.load()
    return value_range(image)


def _reason(error: Exception, head: bytes) -> DecodeError:
    if key := foreign(head):
        return DecodeError(key)
    if not isinstance(error, UnidentifiedImageError):
        return reason_of(error)
    return DecodeError("import.damaged" if is_picture(head) else "import.not_a_picture")
