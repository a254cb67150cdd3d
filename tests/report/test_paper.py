"""Pages of paper tear nothing apart."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QSizeF
from PySide6.QtGui import QPageSize, QPdfWriter

from gui.printing.pages import Pages

TEXT = "The samples of this class are matched in content and in style. " * 6


def strip() -> str:
    buffer = io.BytesIO()
    Image.new("L", (320, 32)).save(buffer, "png")
    return f"data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}"


def report() -> str:
    """Headings, texts and one-row tables of names and pictures, as the report has them."""
    picture = f'<img src="{strip()}">'
    row = f"<p>synthetic (4)</p>{picture}<p>real (60)</p>{picture}"
    parts = [
        f'<h2>Class {one}</h2><p>{TEXT}</p><table class="plain" width="100%"><tr><td>'
        f"{row}</td></tr></table><p>{TEXT[: 60 * (one % 5)]}</p>"
        for one in range(12)
    ]
    return f"<html><body>{''.join(parts)}</body></html>"


@pytest.mark.parametrize("height", [90, 120, 150, 180, 230])  # mm: ends fall elsewhere
def test_no_line_is_cut_and_names_stay_with_their_pictures(qapp, height):
    writer = QPdfWriter(QBuffer())
    writer.setPageSize(QPageSize(QSizeF(180, height), QPageSize.Unit.Millimeter))
    laid = Pages(report(), writer, title="t", font=qapp.font(), language="en")
    layout, high = laid.document.documentLayout(), laid.size.height()
    block, names, pictures, heading = laid.document.begin(), [], 0, None
    while block.isValid():
        top = layout.blockBoundingRect(block).top()
        lines = [block.layout().lineAt(one) for one in range(block.layout().lineCount())]
        pages = [(top + one.y() + 1) // high for one in lines]
        for page, one in zip(pages, lines, strict=True):
            assert page == (top + one.y() + one.height() - 2) // high, "a line is cut"
        if heading is not None and pages:
            assert pages[0] == heading, "a heading stays with its text"
            heading = None
        if block.blockFormat().headingLevel():
            heading = pages[0]
        elif block.text().startswith(("synthetic (", "real (")):
            names.append(pages[0])
        elif "\ufffc" in block.text():
            pictures += 1
            assert names.pop() == pages[0], "a name stays with its pictures"
        block = block.next()
    assert pictures == 24
    assert laid.count > 2
