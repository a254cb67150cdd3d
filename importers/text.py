"""Text files as spreadsheets and editors of Japanese offices save them."""

from __future__ import annotations


def decoded_text(data: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, or Windows' Japanese encoding.

    Raises
    ------
    UnicodeDecodeError
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp932")
