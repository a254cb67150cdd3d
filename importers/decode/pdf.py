"""PDF pages with PDFium."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Sequence
from typing import Any, BinaryIO

import numpy as np
import pypdfium2
import pypdfium2.internal as pdfium_internal
import pypdfium2.raw as pdfium

from importers.decode.errors import MAX_PAGES, MAX_PIXELS, DecodeError
from importers.decode.pages import Area, Page
from importers.decode.rendered import RenderedPage
from importers.decode.result import Pixels

_SECONDS = 30
"""Longest time for drawing one page or region."""

_POINTS_PER_INCH = 72
_FLAGS = pdfium.FPDF_ANNOT | pdfium.FPDF_REVERSE_BYTE_ORDER

# PDFium is not thread-safe, not even between documents: every call to it holds this lock.
_lock = threading.RLock()


class PdfFile:
    """An opened PDF; pages come upright, on white, with their annotations and form fields."""

    def __init__(self, file: BinaryIO, dpi: int) -> None:
        self._scale = dpi / _POINTS_PER_INCH
        self._dpi = dpi
        with _lock:
            self._pdf = _opened(file)
            try:
                count = len(self._pdf)
                if count == 0:
                    raise DecodeError("import.damaged")
                if count > MAX_PAGES:
                    raise DecodeError("import.too_many_pages", limit=MAX_PAGES)
                self._pdf.init_forms()
            except BaseException:
                self._pdf.close()
                raise
        self.labels: Sequence[str] = tuple(str(number) for number in range(1, count + 1))

    def page(self, number: int) -> Page:
        with _lock:
            page = self._pdf[number]
            try:
                width, height = (max(1.0, side * self._scale) for side in page.get_size())
                if width * height > MAX_PIXELS:
                    limit = MAX_PIXELS // 1_000_000
                    raise DecodeError("import.page_too_large", limit=limit, dpi=self._dpi)
                return _PdfPage(page, math.ceil(width), math.ceil(height))
            except BaseException:
                page.close()
                raise

    def close(self) -> None:
        with _lock:
            self._pdf.close()


class _PdfPage(RenderedPage):
    def __init__(self, page: Any, width: int, height: int) -> None:
        super().__init__(width, height)
        self._page = page

    def draw(self, area: Area, scale: float) -> Pixels:
        size = math.ceil(self.width * scale), math.ceil(self.height * scale)
        out = np.full((area.bottom - area.top, area.right - area.left, 3), 255, np.uint8)
        with _lock:
            bitmap = pdfium.FPDFBitmap_CreateEx(
                out.shape[1],
                out.shape[0],
                pdfium.FPDFBitmap_BGR,
                out.ctypes.data,
                out.strides[0],
            )
            if not bitmap:
                raise MemoryError
            try:
                self._render(bitmap, (-area.left, -area.top, *size, 0, _FLAGS))
            finally:
                pdfium.FPDFBitmap_Destroy(bitmap)
        return out

    def _render(self, bitmap: Any, place: tuple[int, ...]) -> None:
        end = time.monotonic() + _SECONDS
        pause = pdfium.IFSDK_PAUSE(version=1)
        pdfium_internal.set_callback(pause, "NeedToPauseNow", lambda _: int(time.monotonic() > end))
        status = pdfium.FPDF_RenderPageBitmap_Start(bitmap, self._page, *place, pause)
        pdfium.FPDF_RenderPage_Close(self._page)
        if status == pdfium.FPDF_RENDER_TOBECONTINUED:
            raise DecodeError("import.too_complex", seconds=_SECONDS)
        if status != pdfium.FPDF_RENDER_DONE:
            raise DecodeError("import.damaged")
        if self._page.formenv:
            pdfium.FPDF_FFLDraw(self._page.formenv, bitmap, self._page, *place)

    def close(self) -> None:
        super().close()
        # Left to the garbage collector, it would be closed in any thread, without the lock.
        with _lock:
            self._page.close()


def _opened(file: BinaryIO) -> Any:
    file.seek(0)
    try:
        return pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise DecodeError("import.pdf_locked" if locked else "import.damaged") from error
