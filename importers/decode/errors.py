"""Why a file gives no picture, and the limits that refuse one before it is decoded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PIL import Image

MAX_PIXELS = 600_000_000
"""Larger pages are refused: an A0 sheet at 600 dpi has 558 million pixels."""

MAX_PAGES = 10_000
"""Longer documents are refused."""


class DecodeError(Exception):
    """Why a file gives no picture: a message key and its values."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params


def too_large() -> DecodeError:
    """The refusal of a picture beyond :data:`MAX_PIXELS`."""
    return DecodeError("import.too_large", limit=MAX_PIXELS // 1_000_000)


@contextmanager
def reasons() -> Iterator[None]:
    """Turn whatever a decoder raises into a :class:`DecodeError`."""
    try:
        yield
    except DecodeError:
        raise
    except Exception as error:
        raise reason_of(error) from error


def reason_of(error: Exception) -> DecodeError:
    """The refusal for an exception of a decoder.

    The decoders raise many kinds for damaged bytes (OSError, TypeError, SyntaxError,
    struct.error, RecursionError, ...); none of them may end an import.
    """
    if isinstance(
        error, Image.DecompressionBombError | Image.DecompressionBombWarning | MemoryError
    ):
        return too_large()
    cut = "truncated" in str(error).lower()
    return DecodeError("import.truncated" if cut else "import.damaged")
