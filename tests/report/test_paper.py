"""The report on pages of paper."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QSizeF
from PySide6.QtGui import QPageSize, QPdfWriter

from engine.report import as_html, gather
from gui.printing.pages import Pages


def test_no_line_is_cut_and_names_stay_with_their_pictures(make_project, qapp):
    content = gather(*make_project(), "en")
    writer = QPdfWriter(QBuffer())
    for height in (120, 180):  # mm: ends fall elsewhere
        writer.setPageSize(QPageSize(QSizeF(180, height), QPageSize.Unit.Millimeter))
        page = as_html(content, "en", printed=True)
        laid = Pages(page, writer, title="t", font=qapp.font(), language="en")
        layout, high = laid.document.documentLayout(), laid.size.height()
        block, names = laid.document.begin(), []
        while block.isValid():
            top = layout.blockBoundingRect(block).top()
            lines = [block.layout().lineAt(one) for one in range(block.layout().lineCount())]
            for one in lines:
                ends = top + one.y(), top + one.y() + one.height()
                assert one.height() > high or ends[0] // high == (ends[1] - 2) // high, block.text()
            if lines and block.text().startswith(("synthetic (", "real (")):
                names.append((top + lines[0].y()) // high)
            elif names and lines and "\ufffc" in block.text():
                assert names.pop() == (top + lines[0].y()) // high, "a name stays with its pictures"
            block = block.next()
    assert not names
