"""Groups of options of an import: what the folder means, pages and tiles, preparing steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from gui.language import TranslatedWidget
from gui.theme import GAP
from gui.widgets.fold import Fold
from gui.widgets.layout import button, column, row
from gui.widgets.number_field import WholeField
from gui.widgets.quiet_wheel import quiet_wheel
from importers import ImportOptions

_COLUMNS = ("file_column", "label_column", "split_column")


class _Fields(TranslatedWidget):
    """Rows of a form; emits :attr:`changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = QFormLayout()
        self.form.setSpacing(GAP)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._labels: dict[str, QLabel] = {}

    def _row(self, name: str, field: QWidget) -> None:
        self._labels[name] = QLabel()
        self._labels[name].setBuddy(field)
        self.form.addRow(self._labels[name], field)

    def _explain(self, name: str, field: QWidget, tip: str) -> None:
        """What a number means, for field and caption."""
        field.setAccessibleDescription(tip)
        for part in (field, self._labels[name]):
            part.setToolTip(tip)

    def _captions(self, captions: Mapping[str, str]) -> None:
        for name, caption in captions.items():
            self._labels[name].setText(caption)


class MeaningFields(_Fields):
    """What only some layouts need: a pattern, the columns of a list, room around boxes."""

    def __init__(self) -> None:
        super().__init__()
        self.pattern = QLineEdit()
        self.columns = {name: QComboBox() for name in _COLUMNS}
        self.margin = _spin(0, 100, 10, step=5)
        self._row("pattern", self.pattern)
        for name, combo in self.columns.items():
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(8)
            self._row(name, combo)
            combo.activated.connect(lambda _index: self.changed.emit())
        self._row("margin", self.margin)
        self.setLayout(self.form)
        quiet_wheel(self.margin, *self.columns.values())
        self.pattern.editingFinished.connect(self._pattern_done)
        self.margin.valueChanged.connect(self.changed)
        self._last_pattern = ""
        self.show_for("", ())
        self.bind(self._say)

    def begin(self) -> None:
        """Start afresh for a folder."""
        self.pattern.clear()
        self._last_pattern = ""
        for combo in self.columns.values():
            combo.clear()
        self.show_for("", ())

    def show_for(self, layout: str, headings: Sequence[str]) -> None:
        """Show what a layout needs; ``headings`` are those of the list found."""
        visible = {
            "pattern": layout == "file-name",
            "margin": layout in ("coco", "voc", "yolo"),
        }
        for combo in self.columns.values():
            if headings:
                chosen = combo.currentData() or ""
                combo.clear()
                combo.addItem("", "")
                for heading in headings:
                    combo.addItem(heading, heading)
                combo.setCurrentIndex(max(0, combo.findData(chosen)))
        listed = layout == "list" and self.columns["file_column"].count() > 0
        visible |= dict.fromkeys(_COLUMNS, listed)
        for name, shown in visible.items():
            self.form.setRowVisible(self._labels[name], shown)
        self.setVisible(any(visible.values()))
        self._say()

    def values(self) -> dict[str, Any]:
        """For :class:`ImportOptions`."""
        return {
            "pattern": self.pattern.text().strip(),
            "box_margin": self.margin.value() / 100,
            **{name: combo.currentData() or "" for name, combo in self.columns.items()},
        }

    def _pattern_done(self) -> None:
        if self.pattern.text() != self._last_pattern:
            self._last_pattern = self.pattern.text()
            self.changed.emit()

    def _say(self) -> None:
        self._captions(
            {
                "pattern": self.tr("Pattern"),
                "file_column": self.tr("Column of files"),
                "label_column": self.tr("Column of classes"),
                "split_column": self.tr("Column of train/test"),
                "margin": self.tr("Room around boxes"),
            }
        )
        self.pattern.setPlaceholderText("{class}_#.jpg")
        self.pattern.setToolTip(
            self.tr("{class} stands for the class, # for digits, * for anything.")
        )
        self.margin.setSuffix(" %")
        self._explain(
            "margin",
            self.margin,
            self.tr(
                "What is cut out around a box beyond it, on each side, in % of its longer side."
            ),
        )
        for combo in self.columns.values():
            if combo.count():
                combo.setItemText(0, self.tr("Automatic"))


class DrawingFields(_Fields):
    """Pages of documents, and what a page becomes."""

    def __init__(self) -> None:
        super().__init__()
        default = ImportOptions()
        self.fold = Fold()
        self.pages, self.cut = QComboBox(), QComboBox()
        self.dpi = _spin(36, 1200, default.dpi, step=50)
        self.tile = _spin(32, 8192, default.tile, step=64)
        self.overlap = _spin(0, 90, round(100 * default.overlap), step=5)
        self.keep_empty = QCheckBox()
        self.regions = QLineEdit()
        self.choose = button("folder-outline")
        self._row("pages", self.pages)
        self._row("dpi", self.dpi)
        self._row("cut", self.cut)
        self._row("tile", self.tile)
        self._row("overlap", self.overlap)
        self.form.addRow(self.keep_empty)
        chooser = QWidget()
        chooser.setLayout(row(self.regions, self.choose))
        self._row("regions", chooser)
        self.fold.body.addLayout(self.form)
        self.setLayout(column(self.fold))
        quiet_wheel(self.pages, self.cut, self.dpi, self.tile, self.overlap)
        for spin in (self.dpi, self.tile, self.overlap):
            spin.valueChanged.connect(self.changed)
        for combo in (self.pages, self.cut):
            combo.currentIndexChanged.connect(self._cut_changed)
        self.keep_empty.toggled.connect(self.changed)
        self.regions.editingFinished.connect(self.changed)
        self.choose.clicked.connect(self._choose)
        self.bind(self._say)
        self._show_rows()

    def values(self) -> dict[str, Any]:
        """For :class:`ImportOptions`."""
        return {
            "pages": self.pages.currentData(),
            "dpi": self.dpi.value(),
            "cut": self.cut.currentData(),
            "tile": self.tile.value(),
            "overlap": self.overlap.value() / 100,
            "keep_empty": self.keep_empty.isChecked(),
            "regions": self.regions.text().strip(),
        }

    def fault(self) -> str:
        """Why it cannot be done so; empty if it can."""
        if self.cut.currentData() == "regions" and not Path(self.regions.text().strip()).is_file():
            return self.tr("Choose the file that lists the regions.")
        return ""

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Regions: file,page,x,y,width,height,label"), "", "CSV (*.csv *.txt)"
        )
        if path:
            self.regions.setText(path)
            self.changed.emit()

    def _cut_changed(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        cut = self.cut.currentData()
        for name in ("tile", "overlap"):
            self.form.setRowVisible(self._labels[name], cut == "tiles")
        self.form.setRowVisible(self.keep_empty, cut == "tiles")
        self.form.setRowVisible(self._labels["regions"], cut == "regions")

    def _say(self) -> None:
        self.fold.heading.setText(self.tr("Drawings: pages and tiles"))
        self._captions(
            {
                "pages": self.tr("Pages"),
                "dpi": self.tr("Resolution of PDF, DXF"),
                "cut": self.tr("A page becomes"),
                "tile": self.tr("Side of a tile"),
                "overlap": self.tr("Overlap"),
                "regions": self.tr("Regions file"),
            }
        )
        self.pages.setToolTip(self.tr("Pages of a PDF or TIFF that are imported"))
        self.cut.setToolTip(self.tr("Large sheets lose detail as one picture; tiles keep it."))
        fill(self.pages, {"all": self.tr("all"), "first": self.tr("the first only")})
        fill(
            self.cut,
            {
                "whole": self.tr("one picture"),
                "tiles": self.tr("tiles"),
                "regions": self.tr("listed regions"),
            },
        )
        self.dpi.setSuffix(" dpi")
        self.tile.setSuffix(self.tr(" px"))
        self.overlap.setSuffix(" %")
        self._explain_numbers()
        self.keep_empty.setText(self.tr("Keep nearly empty tiles"))
        self.choose.setText(self.tr("Choose…"))

    def _explain_numbers(self) -> None:
        self._explain(
            "dpi",
            self.dpi,
            self.tr(
                "Dots per inch at which pages of PDF and DXF are drawn. More keeps finer lines and "
                "takes longer; scans have 200 to 400."
            ),
        )
        self._explain(
            "tile",
            self.tile,
            self.tr("Side of the square tiles a page is cut into, before they are made smaller."),
        )
        self._explain(
            "overlap",
            self.overlap,
            self.tr(
                "What neighbouring tiles have in common, in % of their side: what one of them "
                "cuts through is whole in the other."
            ),
        )


class StepFields(_Fields):
    """Steps that make scans alike; all off by default."""

    def __init__(self) -> None:
        super().__init__()
        self.fold = Fold()
        self.rotate, self.deep = QComboBox(), QComboBox()
        for degrees in (0, 90, 180, 270):
            self.rotate.addItem(f"{degrees}°", degrees)
        self.deskew, self.crop_margins, self.flatten = QCheckBox(), QCheckBox(), QCheckBox()
        self._row("rotate", self.rotate)
        for box in (self.deskew, self.crop_margins, self.flatten):
            self.form.addRow(box)
            box.toggled.connect(self.changed)
        self._row("depth", self.deep)
        self.fold.body.addLayout(self.form)
        self.setLayout(column(self.fold))
        quiet_wheel(self.rotate, self.deep)
        for combo in (self.rotate, self.deep):
            combo.currentIndexChanged.connect(self.changed)
        self.bind(self._say)

    def values(self) -> dict[str, Any]:
        """For :class:`ImportOptions`."""
        return {
            "rotate": self.rotate.currentData(),
            "deskew": self.deskew.isChecked(),
            "crop_margins": self.crop_margins.isChecked(),
            "flatten": self.flatten.isChecked(),
            "depth": self.deep.currentData(),
        }

    def _say(self) -> None:
        self.fold.heading.setText(self.tr("Straighten and even out"))
        self._captions({"rotate": self.tr("Turn clockwise"), "depth": self.tr("More than 8 bits")})
        self.rotate.setToolTip(self.tr("For pictures that were scanned sideways"))
        self.deep.setToolTip(self.tr("What becomes of pictures with more than 256 greys"))
        self.deskew.setText(self.tr("Straighten tilted scans (up to 15°)"))
        self.deskew.setToolTip(self.tr("Turns a scan until its lines are level."))
        self.crop_margins.setText(self.tr("Cut off empty margins"))
        self.crop_margins.setToolTip(self.tr("What is drawn then fills the picture."))
        self.flatten.setText(self.tr("Even out paper and lighting"))
        self.flatten.setToolTip(
            self.tr("Off by default: how a scan looks is information a model should learn.")
        )
        fill(
            self.deep,
            {
                "full": self.tr("the whole range"),
                "used": self.tr("the range in use, one for all"),
            },
        )


def fill(combo: QComboBox, words: Mapping[str, str]) -> None:
    """Set the texts of a choice, keeping what is chosen."""
    if not combo.count():
        combo.blockSignals(True)
        for value, word in words.items():
            combo.addItem(word, value)
        combo.blockSignals(False)
    for place, word in enumerate(words.values()):
        combo.setItemText(place, word)


def _spin(least: int, most: int, value: int, *, step: int) -> WholeField:
    made = WholeField()
    made.setRange(least, most)
    made.setSingleStep(step)
    made.setValue(value)
    return made
