"""DXF drawings with ezdxf: the model and each layout with content is a page."""

from __future__ import annotations

import io
import logging
import os
import re
import threading
from collections.abc import Sequence
from typing import Any, BinaryIO

import platformdirs

from importers.decode.errors import DecodeError
from importers.decode.pages import Area, Page
from importers.decode.rendered import RenderedPage
from importers.decode.result import Pixels
from importers.decode.strokes import Sheet

# It warns of what AutoCAD would make of a drawing, which nobody here writes.
logging.getLogger("ezdxf").setLevel(logging.ERROR)

_LARGEST_FILE = 200_000_000
_MOST_ENTITIES = 400_000
"""About a gigabyte: ezdxf takes some 2 KB an entity."""

_HEADER_BYTES = 100_000
_ENTITY = re.compile(rb"\n[ \t]*0[ \t]*\r?\n")
_BINARY = b"AutoCAD Binary DXF"
_CODE_PAGE = b"$DWGCODEPAGE"
_HEADER = re.compile(
    rb"\A(?:\s*999\s*\n[^\n]*\n)*\s*0\s*\n\s*SECTION\s*\n\s*2\s*\n\s*HEADER[ \t\r]*\n"
)
_UNICODE = re.compile(rb"\$ACADVER\s+1\s+AC10(?:2[1-9]|3)")

# ezdxf keeps fonts, glyphs and options in module variables.
_lock = threading.Lock()


class DxfFile:
    """An opened drawing; other files that it names (references, images) are not looked at."""

    def __init__(self, file: BinaryIO, dpi: int) -> None:
        data = _content(file)
        with _lock:
            self._drawing = _parsed(data)
            layouts = [one for one in self._drawing.layouts if _has_content(one)]
        if not layouts:
            raise DecodeError("import.empty_drawing")
        self._dpi = dpi
        self._layouts = sorted(layouts, key=lambda one: int(one.dxf.taborder))
        self.labels: Sequence[str] = tuple(one.name for one in self._layouts)

    def page(self, number: int) -> Page:
        # Imports ezdxf, which must have been done with care before.
        from importers.decode.dxf_sheet import model_sheet, paper_sheet

        layout = self._layouts[number]
        make = model_sheet if layout.is_modelspace else paper_sheet
        with _lock:
            return _DxfPage(make(self._drawing, layout, self._dpi))

    def close(self) -> None:
        self._layouts = []
        self._drawing = None


class _DxfPage(RenderedPage):
    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet.width, sheet.height)
        self._sheet = sheet

    def draw(self, area: Area, scale: float) -> Pixels:
        return self._sheet.draw(area, scale)


def _content(file: BinaryIO) -> bytes:
    """The whole file, if it keeps within the limits.

    Raises
    ------
    DecodeError
        ``import.drawing_too_large``.
    """
    file.seek(0)
    data = file.read(_LARGEST_FILE + 1)
    if len(data) > _LARGEST_FILE or sum(1 for _ in _ENTITY.finditer(data)) > _MOST_ENTITIES:
        raise DecodeError(
            "import.drawing_too_large",
            megabytes=_LARGEST_FILE // 1_000_000,
            entities=_MOST_ENTITIES,
        )
    return data


def _parsed(data: bytes) -> Any:
    ezdxf = _ezdxf()
    if data.startswith(_BINARY):
        # The tolerant reader knows no binary files.
        drawing = ezdxf.document.Drawing.load(ezdxf.lldxf.tagger.binary_tags_loader(data))
        drawing.audit()
        return drawing
    data = _with_code_page(data)
    try:
        start = io.TextIOWrapper(io.BytesIO(data[:_HEADER_BYTES]), "utf-8", errors="ignore")
        encoding = ezdxf.filemanagement.dxf_stream_info(start).encoding
        text = io.TextIOWrapper(io.BytesIO(data), encoding, errors="surrogateescape")
        drawing = ezdxf.read(text)
        drawing.audit()
    # Whatever the strict reader stumbles over is left to the tolerant one, which takes nearly
    # twice as long.
    except Exception:
        drawing, _ = ezdxf.recover.read(io.BytesIO(data))
    return drawing


def _ezdxf() -> Any:
    """Import ezdxf, which looks for fonts and keeps their list in a cache folder of its own."""
    own = "XDG_CACHE_HOME" not in os.environ
    if own:
        os.environ["XDG_CACHE_HOME"] = str(platformdirs.user_cache_path())
    try:
        import ezdxf.document
        import ezdxf.filemanagement
        import ezdxf.lldxf.tagger
        import ezdxf.recover
    finally:
        if own:
            del os.environ["XDG_CACHE_HOME"]
    return ezdxf


def _with_code_page(data: bytes) -> bytes:
    """Name the encoding of Japanese text where the drawing does not.

    Japanese programs write Shift JIS without saying so; ezdxf would take it for Windows-1252.
    European letters can pass for Shift JIS, but they hardly use the bytes 0x80 to 0x9f, which
    begin kana and the common kanji.
    """
    if data.isascii() or _CODE_PAGE in data or _UNICODE.search(data, 0, _HEADER_BYTES):
        return data
    letters = data.translate(None, bytes(range(0x80)))
    if 3 * len(letters.translate(None, bytes(range(0xA0, 0x100)))) < len(letters):
        return data
    try:
        data.decode("cp932")
    except UnicodeDecodeError:
        return data
    variables = b"  9\n$ACADVER\n  1\nAC1009\n" if b"$ACADVER" not in data else b""
    variables += b"  9\n$DWGCODEPAGE\n  3\nANSI_932\n"
    header = _HEADER.match(data)
    if header:
        return data[: header.end()] + variables + data[header.end() :]
    return b"  0\nSECTION\n  2\nHEADER\n" + variables + b"  0\nENDSEC\n" + data


def _has_content(layout: Any) -> bool:
    """Whether there is more than the viewport that stands for the paper itself."""
    return any(one.dxftype() != "VIEWPORT" for one in layout) or (
        sum(one.dxf.get("status", 0) > 0 for one in layout.query("VIEWPORT")) > 1
    )
