"""The references of a project to choose from, and the way to a new one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QWidget

from engine.project import Reference
from gui.language import TranslatedWidget, number
from gui.theme import TIGHT
from gui.widgets.layout import button, column, explain, row
from gui.widgets.quiet_wheel import quiet_wheel
from importers.stores import is_archive, is_single_file


class ReferenceBox(TranslatedWidget):
    """A list and two buttons; a folder may also be dropped here.

    Signals
    -------
    changed
        Another reference is chosen.
    folder_asked
        The user wants to choose a folder.
    removal_asked
        The user wants the reference chosen to be removed.
    dropped(Path)
        A folder, archive or document to import.
    """

    changed = Signal()
    folder_asked = Signal()
    removal_asked = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._references: Sequence[Reference] = ()
        self._name = ""
        self._busy = False
        self.list = QComboBox()
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.list.setSizeAdjustPolicy(policy)
        self.list.setMinimumContentsLength(12)
        quiet_wheel(self.list)
        self.folder = button("folder-open-outline")
        self.remove = button("trash-can-outline")
        self.setLayout(column(self.list, row(self.folder, self.remove, None), spacing=TIGHT))
        self.setAcceptDrops(True)
        self.list.activated.connect(self._activated)
        self.folder.clicked.connect(self.folder_asked)
        self.remove.clicked.connect(self.removal_asked)
        self.bind(self._draw)

    @property
    def name(self) -> str:
        """The reference chosen; empty for none."""
        return self._name

    @property
    def chosen(self) -> Reference | None:
        """The reference chosen, if it is one of the project's."""
        return next((one for one in self._references if one.name == self._name), None)

    @property
    def known(self) -> bool:
        """Whether the reference chosen is one of the project's."""
        return self.chosen is not None

    def choose(self, name: str) -> None:
        """Choose a reference, also one that is not there."""
        self._name = name
        self._draw()

    def choose_only(self) -> None:
        """Where nothing is chosen yet and there is one reference, it is the one."""
        if not self._name and len(self._references) == 1:
            self.choose(self._references[0].name)

    def show_references(self, references: Sequence[Reference]) -> None:
        """The references to choose from."""
        self._references = references
        self._draw()

    def set_busy(self, busy: bool) -> None:
        """While a job runs nothing can be imported."""
        self._busy = busy
        self._draw()

    def _activated(self, place: int) -> None:
        self.choose(self.list.itemData(place))
        self.changed.emit()

    def _draw(self) -> None:
        self.folder.setText(self.tr("Choose folder…"))
        self.remove.setText(self.tr("Remove…"))
        busy = self.tr("A job is running. Wait for it, or end it in the line below.")
        explain(
            self.folder,
            busy if self._busy else "",
            self.tr("Pictures to look like; they need no classes. Or drop the folder here."),
        )
        explain(
            self.remove,
            busy if self._busy else "",
            self.tr("Take this reference out of the project; the folder it came from stays."),
        )
        self.remove.setVisible(self.known)
        self.list.setAccessibleName(self.tr("Reference"))
        self.list.clear()
        if not self._name:
            self.list.addItem(self.tr("None chosen yet"), "")
        elif not self.known:
            self.list.addItem(self.tr("Not in this project: {name}").format(name=self._name), "")
            self.list.setItemData(0, self._name)
        for one in self._references:
            words = self.tr("{title} · {count} pictures")
            words = words.format(title=one.title, count=number(one.pictures))
            self.list.addItem(words, one.name)
        self.list.setCurrentIndex(self.list.findData(self._name))
        self.list.setVisible(self.list.count() > 1 or bool(self._name))
        self.list.setToolTip(self.list.currentText())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A single folder, archive or document may be dropped."""
        path = _single(event)
        if path is not None and not self._busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """It becomes a reference."""
        path = _single(event)
        if path is not None and not self._busy:
            event.acceptProposedAction()
            self.dropped.emit(path)


def _single(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
    if path is None or not (path.is_dir() or is_archive(path) or is_single_file(path)):
        return None
    return path
