"""How two runs differ, as a table in sections."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from engine.inspection.run_rows import Row, section_name
from gui.language import Translated, current, say
from gui.theme import PAD

_UPRIGHT = 3


class RunsTable(Translated, QTreeWidget):
    """Rows below the heading of their section; sections that were closed stay closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[Row] = ()
        self._closed: set[str] = set()
        self.setColumnCount(4)
        self.setIndentation(PAD)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setStyleSheet(f"QTreeView::item {{ padding: {_UPRIGHT}px {PAD}px {_UPRIGHT}px 0; }}")
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        self.itemCollapsed.connect(lambda item: self._closed.add(_section(item)))
        self.itemExpanded.connect(lambda item: self._closed.discard(_section(item)))
        self.bind(self._draw)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace the rows; nothing moves where they are the same."""
        if rows != self._rows:
            self._rows = rows
            self._draw()

    def _draw(self) -> None:
        self.setAccessibleName(self.tr("How the runs differ"))
        headings = ("", "compare.run_a", "compare.run_b", "compare.difference")
        self.setHeaderLabels([say(key) if key else self.tr("What") for key in headings])
        scrolled = self.verticalScrollBar().value()
        self.clear()
        section: QTreeWidgetItem | None = None
        for one in self._rows:
            if section is None or _section(section) != one.section:
                section = self._add_section(one)
            section.addChild(_item(one))
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            assert item is not None
            item.setExpanded(_section(item) not in self._closed)
        self.verticalScrollBar().setValue(scrolled)

    def _add_section(self, row: Row) -> QTreeWidgetItem:
        made = QTreeWidgetItem([section_name(row.section, current())])
        made.setData(0, Qt.ItemDataRole.UserRole, row.section)
        font = self.font()
        font.setBold(True)
        made.setFont(0, font)
        self.addTopLevelItem(made)
        made.setFirstColumnSpanned(True)
        return made


def _item(row: Row) -> QTreeWidgetItem:
    made = QTreeWidgetItem([row.name, row.first, row.second, row.note])
    told = f"{row.name}: {row.first} → {row.second}" + (f"\n{row.note}" if row.note else "")
    for place in range(made.columnCount()):
        made.setToolTip(place, told)
    return made


def _section(item: QTreeWidgetItem) -> str:
    return str(item.data(0, Qt.ItemDataRole.UserRole))
