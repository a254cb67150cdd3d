"""A window with the files behind a notice: pictures where they can be read, paths and reasons."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.jobs import Background
from gui.language import Translated, number
from gui.pages.import_parts.notices import Evidence
from gui.theme import PAD
from gui.widgets.layout import button, column, label, row
from gui.widgets.picture_list import PictureList, Tile

_SIDE = 128
_MOST_ROWS = 5000
Pixels = npt.NDArray[np.uint8]


class EvidenceDialog(Translated, QDialog):
    """Not modal: it may stay open beside the page."""

    def __init__(self, evidence: Evidence, background: Background, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 480)
        self.evidence = evidence
        self.files = evidence.files()
        self.sentence = label("heading", wrap=True)
        self.pictures = PictureList()
        self.pictures.set_side(_SIDE, caption_lines=2)
        self.pictures.setVisible(evidence.pictures is not None)
        self.unseen = label("muted", wrap=True)
        self.unseen.hide()
        self.table = self._table()
        self.more = label("muted", wrap=True)
        self.more.setVisible(len(self.files) > _MOST_ROWS)
        self.copy = button("content-copy")
        self.copy.clicked.connect(self._copy)
        self.shut = button()
        self.shut.clicked.connect(self.close)
        actions = row(self.copy, None, self.shut)
        layout = column(self.sentence, self.pictures, self.unseen, self.table, self.more, actions)
        layout.setSpacing(PAD)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        self.setLayout(layout)
        self.bind(self._say)
        if evidence.pictures is not None:
            # Several of these windows may be open: each has work of its own.
            name = f"import.evidence.{id(self)}"
            background.run(name, evidence.pictures, self._show_pictures)
            self.destroyed.connect(lambda: background.forget(name))

    def _table(self) -> QTableWidget:
        reasons = any(reason for _, reason in self.files)
        table = QTableWidget(min(_MOST_ROWS, len(self.files)), 2 if reasons else 1)
        table.setTabKeyNavigation(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setWordWrap(False)
        table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        return table

    def _fill(self) -> None:
        for place, cells in enumerate(self.files[:_MOST_ROWS]):
            for column_number, words in enumerate(cells[: self.table.columnCount()]):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(place, column_number, item)

    def _say(self) -> None:
        self.files = self.evidence.files()
        self._fill()
        self.sentence.setText(self.evidence.sentence())
        self.unseen.setText(self.tr("None of them can be shown as a picture now."))
        self.more.setText(
            self.tr("The first {count} are shown; “Copy the list” copies all.").format(
                count=number(_MOST_ROWS)
            )
        )
        self.setWindowTitle(self.tr("Files"))
        second = self.tr("Same as") if self.evidence.copies else self.tr("Reason")
        self.table.setHorizontalHeaderLabels([self.tr("File"), second])
        self.table.setAccessibleName(self.tr("Files"))
        self.pictures.setAccessibleName(self.tr("Pictures"))
        for part in (self.table, self.pictures):
            part.setAccessibleDescription(self.sentence.text())
        self.copy.setText(self.tr("Copy the list"))
        self.copy.setToolTip(self.tr("Every file on a line of its own"))
        self.shut.setText(self.tr("Close"))
        self.shut.setToolTip(self.tr("Closes this window"))

    def _copy(self) -> None:
        lines = ["\t".join(part for part in row if part) for row in self.files]
        QApplication.clipboard().setText("\n".join(lines))

    def _show_pictures(self, found: list[tuple[str, Pixels]]) -> None:
        def loader(pixels: Pixels) -> Any:
            return lambda: pixels

        self.pictures.setVisible(bool(found))
        self.unseen.setVisible(not found)
        self.pictures.show_tiles([Tile(loader(pixels), name, name) for name, pixels in found])
