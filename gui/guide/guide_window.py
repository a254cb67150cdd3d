"""The guide's own window: contents, search, text; the work goes on beside it."""

from __future__ import annotations

import logging

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from gui.guide.documents import ROOT, guide_file
from gui.guide.reader import Reader, Section
from gui.language import TranslatedWidget, current
from gui.services import Services
from gui.theme import GAP, PAD, TIGHT
from gui.widgets.layout import button, column, holder, label, redraw_icon, row, side_by_side
from gui.workspace import STEPS

_SIZE = (1000, 760)
_CONTENTS = (250, 750)
_DEEPEST = 3


class GuideWindow(TranslatedWidget):
    """Not modal; closes with Esc and with the window it belongs to."""

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Window)
        self.resize(*_SIZE)
        self._page, self._language = "start", current()
        self._found = -1
        self.back = button("arrow-left")
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.count = label("muted")
        self.smaller, self.larger = button("magnify-minus-outline"), button("magnify-plus-outline")
        self.contents = QListWidget()
        self.contents.setWordWrap(True)
        self.contents.setSpacing(TIGHT // 2)
        self.reader = Reader()
        self.note = label("muted", wrap=True, selectable=True)
        self.copy, self.close_note = button("content-copy"), button("close")
        self.outside = self._outside_line()
        self._assemble()
        self._connect()
        services.theme.changed.connect(self._retheme)
        self.bind(self._say)

    def _outside_line(self) -> QFrame:
        line = QFrame()
        line.setProperty("banner", "true")
        layout = row(self.note, self.copy, self.close_note)
        layout.setStretch(0, 1)
        layout.setContentsMargins(PAD, GAP, GAP, GAP)
        line.setLayout(layout)
        line.hide()
        return line

    def _assemble(self) -> None:
        head = row(self.back, self.words, self.count, self.smaller, self.larger)
        head.setStretch(1, 1)
        body = side_by_side(self.contents, self.reader, _CONTENTS)
        whole = column(holder(head), body, self.outside)
        whole.setStretch(1, 1)
        whole.setContentsMargins(PAD, GAP, PAD, PAD)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.back.clicked.connect(self.reader.go_back)
        self.smaller.clicked.connect(lambda: self.reader.zoomOut())
        self.larger.clicked.connect(lambda: self.reader.zoomIn())
        self.words.textChanged.connect(self._search)
        self.words.returnPressed.connect(lambda: self.go_on(1))
        self.contents.currentItemChanged.connect(lambda now, _before: self._chosen(now))
        self.contents.itemClicked.connect(self._chosen)
        self.reader.opened.connect(self._opened)
        self.reader.outside.connect(self._tell_outside)
        self.copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(self.note.property("address"))
        )
        self.close_note.clicked.connect(self.outside.hide)
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.Find), self._to_search),
            (QKeySequence("F3"), lambda: self.go_on(1)),
            (QKeySequence("Shift+F3"), lambda: self.go_on(-1)),
            (QKeySequence("Shift+Return"), lambda: self.go_on(-1)),
            (QKeySequence("Alt+Left"), self.reader.go_back),
            (QKeySequence("Esc"), self._leave),
        ):
            QShortcut(keys, self).activated.connect(do)

    # --- what the user asks for ---------------------------------------------------------------

    def open_at(self, page: str) -> None:
        """Show the guide at the section of a page, ``"start"`` or a step's name."""
        self._page = page
        self.show()
        self._show_guide()
        self.raise_()
        self.activateWindow()
        self.contents.setFocus()

    def go_on(self, step: int) -> None:
        """The next or the previous place found."""
        if self.reader.found:
            self._found = (self._found + step) % len(self.reader.found)
            self.reader.show_found(self._found)
        self._say_count()

    def _to_search(self) -> None:
        self.words.setFocus()
        self.words.selectAll()

    def _leave(self) -> None:
        """Esc first gives up the search, then closes."""
        if self.words.text():
            self.words.clear()
        else:
            self.close()

    def _search(self, words: str) -> None:
        self.reader.search(words)
        self._found = -1
        self._list()
        if words:
            self.go_on(1)
        else:
            self._say_count()

    def _chosen(self, item: QListWidgetItem | None) -> None:
        section = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(section, Section):
            self.reader.show_section(section)

    # --- what is shown ------------------------------------------------------------------------

    def _show_guide(self) -> None:
        path = guide_file(current())
        try:
            if self.reader.path != path:
                self.reader.open(path)
        except OSError:
            logging.getLogger(__name__).warning("no guide in %s", path, exc_info=True)
            self._tell(self.tr("The guide is missing: {path}. Install Shizuku again."), str(path))
            return
        section = section_of(self._page, self.reader.sections)
        for place in range(self.contents.count()):
            item = self.contents.item(place)
            if item.data(Qt.ItemDataRole.UserRole) == section:
                self.contents.setCurrentItem(item)
                self._chosen(item)

    def _opened(self) -> None:
        self.back.setEnabled(self.reader.can_go_back)
        self.outside.hide()
        self.reader.search(self.words.text())
        self._found = -1
        self._list()
        self._say_count()

    def _list(self) -> None:
        """The headings; during a search those whose text has the words, with their number."""
        places = [cursor.selectionStart() for cursor in self.reader.found]
        self.contents.blockSignals(True)
        self.contents.clear()
        for section in self.reader.sections:
            within = sum(section.start <= place < section.end for place in places)
            if section.level > _DEEPEST or (self.words.text() and not within):
                continue
            indent = "    " * max(0, section.level - 2)
            words = f"{indent}{section.title}"
            item = QListWidgetItem(f"{words}  ·  {within}" if within else words)
            item.setData(Qt.ItemDataRole.UserRole, section)
            self.contents.addItem(item)
        self.contents.blockSignals(False)

    def _tell_outside(self, address: str) -> None:
        self._tell(
            self.tr("This leads out of the guide and is not opened: {path}"),
            address if ":" in address else str(ROOT / "docs" / address),
        )

    def _tell(self, words: str, path: str) -> None:
        self.note.setText(words.format(path=path))
        self.note.setProperty("address", path)
        self.outside.show()

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Guide — Shizuku"))
        self.back.setText(self.tr("Back"))
        self.back.setToolTip(self.tr("Where the last link was followed from (Alt+←)"))
        self.words.setPlaceholderText(self.tr("Search the guide (Ctrl+F)"))
        self.words.setToolTip(self.tr("Enter or F3: next place, Shift+F3: previous place"))
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setAccessibleDescription(self.tr("Each opens its section of the guide."))
        self.reader.setAccessibleName(self.tr("Guide"))
        self.reader.setAccessibleDescription(self.tr("The section that is open"))
        self.copy.setText(self.tr("Copy address"))
        for control, words in (
            (self.words, self.tr("Search the guide")),
            (self.smaller, self.tr("Smaller letters (Ctrl+-)")),
            (self.larger, self.tr("Larger letters (Ctrl++)")),
            (self.close_note, self.tr("Close this message")),
        ):
            control.setAccessibleName(words)
            if control is not self.words:
                control.setToolTip(words)
        if self._language != current():
            self._language = current()
            if self.reader.path is not None:
                self._show_guide()
        self._say_count()

    def _say_count(self) -> None:
        found = len(self.reader.found)
        if not self.words.text():
            self.count.clear()
        elif not found:
            self.count.setText(self.tr("not found"))
        else:
            self.count.setText(f"{self._found + 1} / {found}")

    def _retheme(self) -> None:
        for control in (self.back, self.smaller, self.larger, self.copy, self.close_note):
            redraw_icon(control)
        self.reader.draw_again()


def section_of(page: str, sections: list[Section]) -> Section | None:
    """The section of a page: that of a step begins with its number, the start page's is first."""
    chapters = [one for one in sections if one.level == 2]
    if page == "start":
        return chapters[0] if chapters else None
    number = str(STEPS.index(page) + 1)
    return next((one for one in chapters if one.title.startswith(f"{number} ")), None)
