"""Shows one of our documents: text, tables and pictures in the window's colours, no network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from gui.guide.documents import anchor_of, is_shipped, read_document
from gui.theme import GAP, PAD, PAGE, TIGHT, colours

_LINE_HEIGHT = 130  # per cent
_MOST_FOUND = 500
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"  # stands for a picture


@dataclass(frozen=True)
class Section:
    """A heading of the document shown, and where it and what is below it stand, in characters."""

    title: str
    level: int
    start: int
    end: int


class Reader(QTextBrowser):
    """Follows links among our documents itself; all others are only told of.

    Signals
    -------
    opened
        Another document is shown.
    outside(str)
        A link out of our documents was pressed; nothing was opened.
    """

    opened = Signal()
    outside = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.path: Path | None = None
        self.sections: list[Section] = []
        self.found: list[QTextCursor] = []
        self._way_back: list[tuple[Path, int]] = []
        self._fitted = 0
        self.anchorClicked.connect(self.follow)
        for keys, do in (
            ("Ctrl++", self.zoomIn),
            ("Ctrl+=", self.zoomIn),
            ("Ctrl+-", self.zoomOut),
            ("Ctrl+0", self.zoom_back),
        ):
            key = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut)
            key.activated.connect(do)

    # --- documents ----------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Show a document from its beginning.

        Raises
        ------
        OSError
            It is not there; what was shown stays.
        """
        markdown = read_document(path)
        self.path, self._fitted, self.found = path, 0, []
        document = self.document()
        document.setBaseUrl(QUrl.fromLocalFile(str(path.parent) + "/"))
        document.setDocumentMargin(PAGE)
        document.setMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
        self.sections = _sections(document)
        _dress(document)
        self._fit_pictures()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.opened.emit()

    def draw_again(self) -> None:
        """In the colours of now, at the place it was read."""
        if self.path is not None:
            place = self._place
            self.open(self.path)
            self._scroll_to(place)

    def follow(self, address: QUrl) -> None:
        """Go where a link leads, if that is in our documents."""
        target = self.document().baseUrl().resolved(address)
        path = Path(target.toLocalFile()) if target.isLocalFile() else None
        if address.toString().startswith("#"):
            path = self.path
        if path is None or path.suffix != ".md" or not is_shipped(path):
            self.outside.emit(address.toString())
            return
        if self.path is not None:
            self._way_back.append((self.path, self._place))
        if path != self.path:
            self.open(path.resolve())
        self.go_to(address.fragment(QUrl.ComponentFormattingOption.FullyDecoded))

    @property
    def can_go_back(self) -> bool:
        """Whether a link was followed."""
        return bool(self._way_back)

    def go_back(self) -> None:
        """Where the last link was followed from."""
        if self._way_back:
            path, place = self._way_back.pop()
            self.open(path)
            self._scroll_to(place)

    def go_to(self, anchor: str) -> bool:
        """Scroll to a heading by the name that links give it; False if there is none."""
        for section in self.sections:
            if anchor_of(section.title) == anchor:
                self.show_section(section)
                return True
        return False

    def show_section(self, section: Section) -> None:
        """Scroll so that its heading is the first line."""
        self._scroll_to(section.start)

    @property
    def _place(self) -> int:
        """The first character in view."""
        return self.cursorForPosition(self.viewport().rect().topLeft()).position()

    def _scroll_to(self, position: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        top = self.document().documentLayout().blockBoundingRect(cursor.block()).top()
        self.verticalScrollBar().setValue(int(top) - GAP)

    # --- search -------------------------------------------------------------------------------

    def search(self, words: str) -> None:
        """Mark every place that has these words, whatever their case, in :attr:`found`."""
        self.found = []
        cursor = QTextCursor(self.document())
        while words and len(self.found) < _MOST_FOUND:
            cursor = self.document().find(words, cursor)
            if cursor.isNull():
                break
            self.found.append(QTextCursor(cursor))
        self._mark(None)

    def show_found(self, place: int) -> None:
        """Bring one of the places found into view."""
        cursor = QTextCursor(self.found[place])
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self._mark(place)

    def _mark(self, current: int | None) -> None:
        c = colours()
        marks = []
        for place, cursor in enumerate(self.found):
            mark = QTextEdit.ExtraSelection()
            here = place == current
            mark.cursor = cursor
            form = QTextCharFormat()
            form.setBackground(QColor(c.accent if here else c.raised))
            form.setForeground(QColor(c.on_accent if here else c.text))
            form.setFontUnderline(not here)
            mark.format = form
            marks.append(mark)
        self.setExtraSelections(marks)

    # --- pictures and size --------------------------------------------------------------------

    def zoom_back(self) -> None:
        """The size that all of the window has."""
        self.setFont(QFont())

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures of our documents; nothing else is read, and nothing from a network."""
        address = self.document().baseUrl().resolved(QUrl(name))
        path = Path(address.toLocalFile()) if address.isLocalFile() else None
        if (
            kind != QTextDocument.ResourceType.ImageResource.value
            or path is None
            or not is_shipped(path)
        ):
            return None
        # A palette of colours cannot be scaled smoothly.
        return QImage(str(path)).convertToFormat(QImage.Format.Format_RGB32)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are never wider than the text; what is read stays in view."""
        place = self._place
        super().resizeEvent(event)
        self._fit_pictures()
        if place:
            self._scroll_to(place)

    def _fit_pictures(self) -> None:
        """Scale smoothly; Qt's own scaling while drawing makes writing in pictures ragged."""
        room = self.viewport().width() - 2 * PAGE - GAP
        if self.path is None or room <= 0 or room == self._fitted:
            return
        self._fitted = room
        ratio = self.devicePixelRatioF()
        for cursor, name in _pictures(self.document()):
            picture = self.loadResource(QTextDocument.ResourceType.ImageResource.value, name)
            if picture is None or picture.isNull():
                continue
            width = min(room, picture.width())
            smooth = Qt.TransformationMode.SmoothTransformation
            scaled = picture.scaledToWidth(round(width * ratio), smooth)
            scaled.setDevicePixelRatio(ratio)
            kind = QTextDocument.ResourceType.ImageResource
            address = self.document().baseUrl().resolved(QUrl(name))
            self.document().addResource(kind.value, address, scaled)
            form = cursor.charFormat().toImageFormat()
            form.setWidth(width)
            form.setHeight(width * picture.height() / picture.width())
            cursor.mergeCharFormat(form)


def _pictures(document: QTextDocument) -> list[tuple[QTextCursor, str]]:
    """Each picture, selected, with its address as the document has it."""
    found = []
    block = document.begin()
    while block.isValid():
        for part in block:  # type: ignore[attr-defined]  # not in PySide6's stubs
            fragment = part.fragment()
            if fragment.charFormat().isImageFormat():
                cursor = QTextCursor(document)
                cursor.setPosition(fragment.position())
                keep = QTextCursor.MoveMode.KeepAnchor
                cursor.setPosition(fragment.position() + fragment.length(), keep)
                found.append((cursor, fragment.charFormat().toImageFormat().name()))
        block = block.next()
    return found


def _sections(document: QTextDocument) -> list[Section]:
    heads = []
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            heads.append((block.text(), block.blockFormat().headingLevel(), block.position()))
        block = block.next()
    ends = [*(start for _, _, start in heads[1:]), document.characterCount()]
    return [Section(*head, end) for head, end in zip(heads, ends, strict=True)]


def _dress(document: QTextDocument) -> None:
    """Room between lines and paragraphs, and ruled tables: Markdown gives none."""
    block = document.begin()
    while block.isValid():
        form = QTextBlockFormat()
        level = block.blockFormat().headingLevel()
        if _OBJECT not in block.text():  # a picture would get its share of room too
            kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
            form.setLineHeight(_LINE_HEIGHT, kind.value)
        if level:
            form.setTopMargin(PAGE if level > 1 else 0)
            form.setBottomMargin(GAP)
        elif block.textList() is not None:
            last = block.next().textList() is None
            form.setBottomMargin(PAD if last else TIGHT)
        elif QTextCursor(block).currentTable() is None:
            form.setBottomMargin(PAD)
        QTextCursor(block).mergeBlockFormat(form)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame)


def _rule(table: QTextTable) -> None:
    form = table.format().toTableFormat()
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QColor(colours().border))
    form.setBorderCollapse(True)
    form.setCellPadding(GAP)
    form.setCellSpacing(0)
    form.setBottomMargin(PAD)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        cursor = cell.firstCursorPosition()
        cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(bold)
