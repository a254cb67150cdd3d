"""Charts and pictures as objects of a rich text document: charts stay vectors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QObject, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from gui.printing.markup import chart_style

OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
_PLACE = QTextFormat.Property.UserProperty.value + 1
_CSS_DPI = 96.0
_VIEW_BOX = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
# Width as a share of the page's, and height in CSS pixels; None: as the drawing's own shape.
_SIZES = {"histogram": (0.29, 44.0), "curve": (0.29, 70.0)}
_STRIP_HEIGHT, _PAIR_HEIGHT = 44.0, 96.0


class Drawings(QPyTextObject):
    """Draws what stands at each place; sizes follow the page's width.

    Parameters
    ----------
    width : float
        Of the page, in the device's units.
    scale : float
        Device units a CSS pixel.
    """

    def __init__(
        self, parent: QObject, drawings: Sequence[str | bytes], *, width: float, scale: float
    ) -> None:
        super().__init__(parent)
        self._width, self._scale = width, scale
        style = chart_style()
        self._drawn = [_renderer(one, style) for one in drawings]
        self._sizes = [
            self._size(source, drawn) for source, drawn in zip(drawings, self._drawn, strict=True)
        ]

    def intrinsicSize(self, _doc: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        """How large it is."""
        return self._sizes[int(form.property(_PLACE))]

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _doc: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        """Draw it."""
        drawn = self._drawn[int(form.property(_PLACE))]
        if isinstance(drawn, QSvgRenderer):
            drawn.render(painter, rect)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(rect, drawn)

    def _size(self, source: str | bytes, drawn: QSvgRenderer | QImage) -> QSizeF:
        if isinstance(source, str):
            share, height = next(
                (size for name, size in _SIZES.items() if f'class="{name}"' in source), (1.0, 0.0)
            )
            box = drawn.viewBoxF().size() if isinstance(drawn, QSvgRenderer) else drawn.size()
            width = share * self._width
            high = height * self._scale or width * box.height() / max(1.0, box.width())
            return QSizeF(width, high)
        assert isinstance(drawn, QImage)
        high = (_PAIR_HEIGHT if drawn.height() > 100 else _STRIP_HEIGHT) * self._scale
        width = high * drawn.width() / max(1, drawn.height())
        most = 0.84 * self._width
        return QSizeF(width, high) if width <= most else QSizeF(most, high * most / width)


def place_drawings(document: QTextDocument, objects: Drawings) -> None:
    """Turn the places in the text into objects that draw themselves."""
    document.documentLayout().registerHandler(OBJECT, objects)
    found: list[tuple[int, int]] = []
    block = document.begin()
    while block.isValid():
        inside = block.begin()
        while not inside.atEnd():
            fragment = inside.fragment()
            form = fragment.charFormat()
            if form.isImageFormat() and form.toImageFormat().name().startswith("object:"):
                number = int(form.toImageFormat().name().removeprefix("object:"))
                found.append((fragment.position(), number))
            inside += 1
        block = block.next()
    for position, number in found:
        form = QTextCharFormat()
        form.setObjectType(OBJECT)
        form.setProperty(_PLACE, number)
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)


def _renderer(source: str | bytes, style: str) -> QSvgRenderer | QImage:
    if isinstance(source, bytes):
        return QImage.fromData(QByteArray(source))
    start = '<svg xmlns="http://www.w3.org/2000/svg" font-size="13" '
    head, _, body = source.replace("<svg ", start, 1).partition(">")
    drawn = QSvgRenderer(QByteArray(f"{head}><style>{style}</style>{body}".encode()))
    if 'preserveAspectRatio="none"' not in source:
        drawn.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return drawn
