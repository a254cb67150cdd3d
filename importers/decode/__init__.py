"""Files -> pixels."""

from importers.decode.raster import MAX_PIXELS, Decoded, DecodeError, decode

__all__ = ["MAX_PIXELS", "DecodeError", "Decoded", "decode"]
