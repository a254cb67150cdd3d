"""Files -> pages -> pixels."""

from importers.decode.errors import MAX_PAGES, MAX_PIXELS, DecodeError
from importers.decode.kinds import HEAD, is_document
from importers.decode.raster import decode, deep_range
from importers.decode.result import Decoded, Depth, Pixels
from importers.decode.sheets import Sheets, open_sheets

__all__ = [
    "HEAD",
    "MAX_PAGES",
    "MAX_PIXELS",
    "DecodeError",
    "Decoded",
    "Depth",
    "Pixels",
    "Sheets",
    "decode",
    "deep_range",
    "is_document",
    "open_sheets",
]
