"""What a file is, by its first bytes."""

from __future__ import annotations

import re
from typing import Literal

HEAD = 2048
"""Bytes of a file's start that tell its kind."""

Kind = Literal["pdf", "dxf", "tiff", "picture"]

_TIFF = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_PICTURES = (
    *(b"\xff\xd8\xff", b"\x89PNG", b"BM", b"GIF8", b"\0\0\0\x0cjP", b"\xff\x4f\xff\x51"),
    *(b"P1", b"P2", b"P3", b"P4", b"P5", b"P6"),
)
_PICTURE_BRANDS = (b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_BINARY_DXF = b"AutoCAD Binary DXF"
_DXF_START = re.compile(rb"(\s*999\s*\r?\n[^\n]*\n)*\s*0\s*\r?\n\s*SECTION\s")

# What Shizuku does not read, by groups that share their next step.
_FOREIGN: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("import.dwg", re.compile(rb"AC(10|1\.|2\.)[0-9]|MC0\.0")),
    (
        "import.vector_graphic",
        re.compile(rb"%!PS|\xc5\xd0\xd3\xc6|\xd7\xcd\xc6\x9a|.{40} EMF", re.S),
    ),
    (
        "import.vector_graphic",
        re.compile(
            rb"(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg", re.S
        ),
    ),
    ("import.layered_picture", re.compile(rb"8BPS|gimp xcf|/\* XPM|SIT!")),
    (
        "import.camera_raw",
        re.compile(
            rb"(II\*\0|MM\0\*).{4}CR|FUJIFILMCCD-RAW|II[RU][OS\0]|.{4}ftypcrx|\0MRM|FOVb", re.S
        ),
    ),
    (
        "import.video",
        re.compile(
            rb".{4}ftyp(isom|iso[2-9]|mp4|avc1|qt  |M4V|3g|dash|MSNV)|RIFF.{4}AVI |\x1aE\xdf\xa3"
            rb"|\0\0\x01[\xba\xb3]|FLV\x01|.{4}(moov|mdat|wide)|0&\xb2u",
            re.S,
        ),
    ),
    (
        "import.office",
        re.compile(
            rb"\xd0\xcf\x11\xe0\xa1\xb1|PK\x03\x04.{26}(\[Content_Types\]|_rels/|docProps/|mimetypeapp)"
            rb"|\{\\rtf",
            re.S,
        ),
    ),
    (
        "import.solid_model",
        re.compile(rb"\s*ISO-10303-21|.{72}S *1\s|solid [^\n]*\n\s*facet", re.S),
    ),
)


def is_document(head: bytes, name: str) -> bool:
    """Whether a file may hold several pages, so that :func:`open_sheets` is needed.

    Parameters
    ----------
    head : bytes
        The first bytes of the file; 2048 are enough.
    name : str
        The file's name: only its ending is looked at, and only for DXF written as text.
    """
    return _document(head, name) is not None


def kind_of(head: bytes, name: str) -> Kind:
    """What to open a file with; "picture" where nothing else fits."""
    return _document(head, name) or "picture"


def _document(head: bytes, name: str) -> Literal["pdf", "dxf", "tiff"] | None:
    if head.startswith(_TIFF):
        return "tiff"
    if is_picture(head):
        return None
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_BINARY_DXF) or _DXF_START.match(head.removeprefix(b"\xef\xbb\xbf")):
        return "dxf"
    if name.lower().endswith(".dxf") and head and b"\0" not in head and foreign(head) is None:
        return "dxf"
    return None


def is_picture(head: bytes) -> bool:
    """Whether the bytes start like a picture of one of the formats that are read."""
    return (
        head.startswith((*_PICTURES, *_TIFF))
        or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")
        or (head[4:8] == b"ftyp" and head[8:12] in _PICTURE_BRANDS)
    )


def foreign(head: bytes) -> str | None:
    """The reason to refuse a known kind of file that Shizuku does not read, or None."""
    return next((key for key, start in _FOREIGN if start.match(head[:HEAD])), None)
