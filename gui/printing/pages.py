"""A rich text document on the pages of a printer or a PDF file."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from engine.runtime.messages import Language, text
from gui.printing.drawings import Drawings, place_drawings
from gui.printing.markup import for_paper

_CSS_DPI = 96.0
_POINTS = 9.0
_FOOT_POINTS = 7.5
_FOOT_SPACE = 26.0  # CSS pixels
_INDENT = 16.0
_SHORT = 3  # lines
_INK, _SOFT = "#1d2730", "#5b6872"
_MOST_MOVES = 200


class Pages:
    """The report laid out for a device.

    Parameters
    ----------
    page : str
        HTML as :func:`engine.report.as_html` makes it with ``printed``.
    title : str
        What stands at the foot of every page.
    font : QFont
        With families for both languages.
    """

    def __init__(
        self, page: str, device: QPagedPaintDevice, *, title: str, font: QFont, language: Language
    ) -> None:
        self._device, self._title, self._language = device, title, language
        self._font = QFont(font)
        self._font.setPointSizeF(_FOOT_POINTS)
        scale = device.logicalDpiX() / _CSS_DPI
        self._foot = _FOOT_SPACE * scale
        self.size = QSizeF(device.width(), device.height() - self._foot)
        marked = for_paper(page)
        self.document = QTextDocument()
        body = QFont(font)
        body.setPointSizeF(_POINTS)
        self.document.setDefaultFont(body)
        self.document.setDocumentMargin(0)
        self.document.setIndentWidth(_INDENT)
        self.document.setHtml(marked.html)
        self.document.documentLayout().setPaintDevice(device)
        self._drawings = Drawings(
            self.document, marked.drawings, width=self.size.width(), scale=scale
        )
        place_drawings(self.document, self._drawings)
        self._lay_out()
        self._keep_together()

    @property
    def count(self) -> int:
        """Pages."""
        return self.document.pageCount()

    def paint(self, *, first_only: bool = False) -> None:
        """Draw all pages, or the first."""
        painter = QPainter(self._device)
        try:
            count = 1 if first_only else self.count
            for number in range(count):
                if number:
                    self._device.newPage()
                self._paint_page(painter, number, count)
        finally:
            painter.end()

    def _paint_page(self, painter: QPainter, number: int, count: int) -> None:
        width, height = self.size.width(), self.size.height()
        shown = QRectF(0, number * height, width, height)
        painter.save()
        painter.translate(0, -number * height)
        painter.setClipRect(shown)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = shown
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Text, QColor(_INK))
        context.palette = palette
        self.document.documentLayout().draw(painter, context)
        painter.restore()
        painter.setFont(self._font)
        painter.setPen(QColor(_SOFT))
        foot = QRectF(0, height, width, self._foot)
        page = text("report.page", self._language, page=number + 1, pages=count)
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | bottom, page)
        metrics = QFontMetricsF(self._font, self._device)
        room = width - 1.2 * metrics.horizontalAdvance(page)
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | bottom, title)

    def _keep_together(self) -> None:
        """Move what a page's end would tear apart to the next page, from the beginning on.

        A heading stays with what follows it, a name with its pictures, a line is never cut.
        """
        block, moves = self.document.begin(), 0
        while block.isValid() and moves < _MOST_MOVES:
            table = QTextCursor(block).currentTable()
            if (
                table is not None
                and table.rows() == 1
                and table.firstCursorPosition().block() == block
            ):
                torn = self._page(block) < self._page(table.lastCursorPosition().block())
                if torn and table.format().pageBreakPolicy() != _BREAK:
                    whole = table.format()
                    whole.setPageBreakPolicy(_BREAK)
                    table.setFormat(whole)
                    self._lay_out()
                    moves += 1
            elif self._torn(block) and block.blockFormat().pageBreakPolicy() != _BREAK:
                form = QTextBlockFormat()
                form.setPageBreakPolicy(_BREAK)
                QTextCursor(block).mergeBlockFormat(form)
                self._lay_out()
                moves += 1
            block = block.next()

    def _torn(self, block: QTextBlock) -> bool:
        """Whether a page ends within a line, or between a heading and what it leads to."""
        if block.blockFormat().headingLevel():
            return self._page(block) < self._page(_kept_with(block))
        top = self.document.documentLayout().blockBoundingRect(block).top()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            first = math.floor((top + line.y() + 1) / self.size.height())
            last = math.floor((top + line.y() + line.height() - 1) / self.size.height())
            # What is higher than a page is cut anyway.
            if first < last and line.height() < self.size.height():
                return True
        return False

    def _lay_out(self) -> None:
        """All of it: after a change in the middle Qt leaves what follows partly where it was."""
        self.document.setPageSize(QSizeF())
        self.document.setPageSize(self.size)

    def _page(self, block: QTextBlock) -> int:
        """Of its first line, which may stand below the block's own top."""
        top = self.document.documentLayout().blockBoundingRect(block).top()
        if block.layout().lineCount():
            top += block.layout().lineAt(0).y()
        return math.floor((top + 1) / self.size.height())


_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


def _kept_with(heading: QTextBlock) -> QTextBlock:
    """What must stand on a heading's page: what follows, and what a short intro leads to."""
    first = _follower(heading)
    if first.isValid() and not first.blockFormat().headingLevel():
        if first.layout().lineCount() > _SHORT or QTextCursor(first).currentTable() is not None:
            return first
        second = _follower(first)
        return second if second.isValid() else first
    return first if first.isValid() else heading


def _follower(block: QTextBlock) -> QTextBlock:
    """The next block with text; a table begins with an empty one."""
    found = block.next()
    while found.isValid() and not found.text().strip():
        found = found.next()
    return found
