"""Images by hand: a table of the classes, each with a number of images or as the balance says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from engine.data.recipe import MOST_BY_HAND
from gui.language import Translated, number
from gui.theme import PAD
from gui.widgets.layout import button, column, label, row
from gui.widgets.number_field import WholeField
from gui.widgets.quiet_wheel import quiet_wheel

_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ByHand(Translated, QPushButton):
    """Opens the table; says how many classes have a number of their own."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: Sequence[str] = ()
        self._counts: Sequence[int] = ()
        self._images: dict[str, int] = {}
        self.clicked.connect(self._ask)
        self.bind(self._say)

    @property
    def by_class(self) -> dict[str, int]:
        """Class name to images, of classes that the present pictures have."""
        return {name: count for name, count in self._images.items() if name in self._names}

    def set_classes(self, names: Sequence[str], counts: Sequence[int]) -> None:
        """The classes to choose from and their training pictures."""
        self._names, self._counts = names, counts
        self.setEnabled(len(names) > 0)
        self._say()

    def set_images(self, by_class: Mapping[str, int]) -> None:
        """Take over a recipe's numbers."""
        self._images = dict(by_class)
        self._say()

    def dialog(self) -> ClassImagesDialog:
        """The table, filled with the present numbers."""
        return ClassImagesDialog(self._names, self._counts, self.by_class, self.window())

    def _ask(self) -> None:
        dialog = self.dialog()
        dialog.accepted.connect(lambda: self._take(dialog.by_class))
        dialog.open()

    def _take(self, by_class: dict[str, int]) -> None:
        self.set_images(by_class)
        self.changed.emit()

    def _say(self) -> None:
        count = len(self.by_class)
        self.setText(
            self.tr("Classes by hand: {count}…").format(count=number(count))
            if count
            else self.tr("Images by class…")
        )


class ClassImagesDialog(Translated, QDialog):
    """Modal; ``by_class`` is the answer once it is accepted."""

    def __init__(
        self,
        names: Sequence[str],
        counts: Sequence[int],
        by_class: Mapping[str, int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(460, 420)
        self.says = label("muted", wrap=True)
        self.spins: dict[str, WholeField] = {}
        self.table = QTableWidget(len(names), 3)
        self.table.setTabKeyNavigation(False)
        self._fill(names, counts, by_class)
        self.total = label("muted")
        self.clear = button("restore")
        self.accept_button, self.cancel = button(primary=True), button()
        layout = column(
            self.says,
            self.table,
            row(self.total, None, self.clear, self.cancel, self.accept_button),
        )
        layout.setSpacing(PAD)
        layout.setContentsMargins(PAD, PAD, PAD, PAD)
        self.setLayout(layout)
        self.clear.clicked.connect(self._clear)
        self.accept_button.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.bind(self._texts)

    @property
    def by_class(self) -> dict[str, int]:
        """Class name to images, of the classes that were given a number."""
        return {name: spin.value() for name, spin in self.spins.items() if spin.value()}

    def _fill(
        self, names: Sequence[str], counts: Sequence[int], by_class: Mapping[str, int]
    ) -> None:
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, (name, count) in enumerate(zip(names, counts, strict=True)):
            spin = WholeField()
            spin.setRange(0, max(1, min(count, MOST_BY_HAND)))
            spin.setValue(by_class.get(name, 0))
            spin.setSpecialValueText("—")
            spin.setAccessibleName(name)
            spin.setEnabled(count > 0)
            spin.valueChanged.connect(self._say_total)
            quiet_wheel(spin)
            self.spins[name] = spin
            pictures = QTableWidgetItem(number(count))
            pictures.setTextAlignment(_NUMBER)
            self.table.setItem(place, 0, QTableWidgetItem(name))
            self.table.setItem(place, 1, pictures)
            self.table.setCellWidget(place, 2, spin)

    def _clear(self) -> None:
        for spin in self.spins.values():
            spin.setValue(0)

    def _say_total(self) -> None:
        self.total.setText(
            self.tr("Classes by hand: {classes}, images: {images}").format(
                classes=number(len(self.by_class)), images=number(sum(self.by_class.values()))
            )
        )

    def _texts(self) -> None:
        self.setWindowTitle(self.tr("Images by class"))
        self.says.setText(
            self.tr(
                "Give single classes a number of images of their own. The others, with —, follow "
                "the balance."
            )
        )
        self.table.setHorizontalHeaderLabels(
            [self.tr("Class"), self.tr("Training pictures"), self.tr("Images")]
        )
        self.table.setAccessibleName(self.windowTitle())
        self.table.setAccessibleDescription(self.says.text())
        self.clear.setText(self.tr("Clear all"))
        self.clear.setToolTip(self.tr("Every class follows the balance again."))
        self.accept_button.setText(self.tr("Use these"))
        self.accept_button.setToolTip(self.tr("The recipe takes these numbers."))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setToolTip(self.tr("Closes this window without a change"))
        self._say_total()
