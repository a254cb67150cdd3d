"""How a folder is to be imported, and where the project goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast, get_args

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
)

from engine.project.project import SUFFIX
from gui.language import TranslatedWidget
from gui.new_project import goes_on, proposed_path, usable_name
from gui.pages.import_parts.option_fields import (
    DrawingFields,
    MeaningFields,
    StepFields,
    fill,
)
from gui.settings import projects_folder
from gui.theme import GAP
from gui.widgets.elided import ElidedLabel
from gui.widgets.fold import Fold
from gui.widgets.layout import button, column, row
from gui.widgets.number_field import WholeField
from gui.widgets.quiet_wheel import quiet_wheel
from importers import ImportOptions
from importers.options import Colour, Fit, Layout

_LAYOUTS = ("auto", *get_args(Layout))


class OptionsForm(TranslatedWidget):
    """Emits :attr:`rescan` when the folder must be understood anew, :attr:`changed` always."""

    changed = Signal()
    rescan = Signal()

    def __init__(self) -> None:
        super().__init__()
        default = ImportOptions()
        self.side = WholeField()
        self.side.setRange(16, 512)
        self.side.setSingleStep(16)
        self.side.setValue(default.size)
        self.colour, self.fit, self.layout_kind = QComboBox(), QComboBox(), QComboBox()
        self.test_share = WholeField()
        self.test_share.setRange(0, 90)
        self.test_share.setValue(round(100 * default.test_fraction))
        self.seed = WholeField()
        self.seed.setRange(0, 2**31 - 1)
        self.name = QLineEdit()
        self.place = ElidedLabel("muted", cut=Qt.TextElideMode.ElideMiddle)
        self.choose = button("folder-outline")
        self.defects = QCheckBox()
        self.defects.hide()
        self.meaning = MeaningFields()
        self.drawings = DrawingFields()
        self.steps = StepFields()
        self.expert = Fold()
        self._folder = projects_folder()
        self._source = Path()
        self.list_file = ""
        self._found: tuple[str, bool] | None = None
        self._labels: dict[str, QLabel] = {}
        for combo in (self.colour, self.fit, self.layout_kind):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(8)
        quiet_wheel(self.side, self.colour, self.fit, self.layout_kind, self.test_share, self.seed)
        self._assemble()
        self._connect()
        self.bind(self._say)

    def _assemble(self) -> None:
        form = QFormLayout()
        form.setSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            ("layout", self.layout_kind),
            ("size", self.side),
            ("colour", self.colour),
            ("fit", self.fit),
            ("test", self.test_share),
            ("name", self.name),
        ):
            self._labels[name] = QLabel()
            self._labels[name].setBuddy(field)
            form.addRow(self._labels[name], field)
        inner = QFormLayout()
        self._labels["seed"] = QLabel()
        self._labels["seed"].setBuddy(self.seed)
        inner.addRow(self._labels["seed"], self.seed)
        self.expert.body.addLayout(inner)
        place = row(self.place, self.choose)
        place.setStretch(0, 1)
        form.insertRow(1, self.meaning)
        form.insertRow(2, self.defects)
        self.setLayout(column(form, place, self.steps, self.drawings, self.expert, None))

    def _connect(self) -> None:
        for spin in (self.side, self.test_share, self.seed):
            spin.valueChanged.connect(self.changed)
        for combo in (self.colour, self.fit):
            combo.currentIndexChanged.connect(self.changed)
        self.layout_kind.currentIndexChanged.connect(self._layout_chosen)
        self.defects.toggled.connect(self.rescan)
        self.meaning.changed.connect(self.rescan)
        self.drawings.changed.connect(self.changed)
        self.steps.changed.connect(self.changed)
        self.name.textChanged.connect(self._name_changed)
        self.choose.clicked.connect(self._choose)

    def begin(self, source: Path) -> None:
        """Start afresh for a folder."""
        self._source, self._found = source, None
        self._folder = projects_folder()
        proposed = proposed_path(source, self._folder)
        self.name.setText(proposed.name.removesuffix(SUFFIX))
        self._select(self.layout_kind, "auto")
        self.defects.blockSignals(True)
        self.defects.setChecked(False)
        self.defects.blockSignals(False)
        self.meaning.begin()
        self.list_file = ""
        self._say_place()
        self._say_found()

    def options(self) -> ImportOptions:
        """What is chosen."""
        return ImportOptions(
            size=self.side.value(),
            colour=cast(Colour, self.colour.currentData()),
            layout=self.layout_kind.currentData(),
            test_fraction=self.test_share.value() / 100,
            seed=self.seed.value(),
            fit=cast(Fit, self.fit.currentData()),
            list_file=self.list_file,
            defects="test" if self.defects.isChecked() else "learn",
            **self.meaning.values(),
            **self.drawings.values(),
            **self.steps.values(),
        )

    @property
    def project_path(self) -> Path:
        """Where the project will be."""
        return self._folder / f"{self.name.text().strip()}{SUFFIX}"

    def fault(self) -> str:
        """Why the project cannot be made so; empty if it can."""
        path = self.project_path
        if not usable_name(self.name.text()):
            return self.tr('Give the project a name without / \\ : * ? " < > |')
        if path.exists() and not goes_on(self._source, path):
            return self.tr("A project of this name exists already: choose another name.")
        if path.resolve().is_relative_to(self._source.resolve()):
            return self.tr("The project cannot lie inside the folder that is imported.")
        return self.drawings.fault()

    def understood(self, layout: str, *, has_test: bool, headings: Sequence[str] = ()) -> None:
        """Say what the folder was taken for; a test part of its own needs no share.

        ``headings`` are those of the list, if there is one.
        """
        self._found = layout, has_test
        self.meaning.show_for(layout, headings)
        self._say_found()

    def _layout_chosen(self) -> None:
        self.meaning.show_for(str(self.layout_kind.currentData()), [])
        self.rescan.emit()

    def _say_found(self) -> None:
        words = self._layout_words()
        layout, has_test = self._found or ("", False)
        recognised = layout and self.layout_kind.currentData() == "auto"
        self.defects.setVisible(layout == "mvtec")
        self.layout_kind.setItemText(
            0,
            self.tr("Automatic: {layout}").format(layout=words[layout])
            if recognised
            else words["auto"],
        )
        self.test_share.setEnabled(not has_test)
        self.test_share.setToolTip(
            self.tr("The folder has test pictures of its own.")
            if has_test
            else self.tr("Held out of training, by class, to measure with afterwards.")
        )

    def _name_changed(self) -> None:
        self._say_place()
        self.changed.emit()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Where to keep the project"), str(self._folder)
        )
        if chosen:
            self._folder = Path(chosen)
            self._say_place()
            self.changed.emit()

    def _say_place(self) -> None:
        self.place.show_text(self.tr("Kept in {folder}").format(folder=self._folder))

    def _layout_words(self) -> dict[str, str]:
        return {
            "auto": self.tr("Automatic"),
            "class-folders": self.tr("a folder a class"),
            "train-test": self.tr("train and test folders"),
            "mvtec": self.tr("good and defects (MVTec)"),
            "list": self.tr("list of files (CSV, Excel, JSON)"),
            "file-name": self.tr("class in the file name"),
            "coco": self.tr("boxes (COCO)"),
            "voc": self.tr("boxes (Pascal VOC)"),
            "yolo": self.tr("boxes (YOLO)"),
            "unlabelled": self.tr("no classes yet"),
        }

    def _say(self) -> None:
        captions = {
            "layout": self.tr("Folder layout"),
            "size": self.tr("Size"),
            "colour": self.tr("Colour"),
            "fit": self.tr("Not square"),
            "test": self.tr("Held out for testing"),
            "name": self.tr("Project name"),
            "seed": self.tr("Seed of the split"),
        }
        for name, caption in captions.items():
            self._labels[name].setText(caption)
        self.defects.setText(self.tr("Use defects for testing only"))
        self.defects.setToolTip(
            self.tr(
                "Normal pictures alone are learnt from and condensed; "
                "pictures of defects only test a detector."
            )
        )
        self.side.setSuffix(self.tr(" px"))
        self.side.setToolTip(
            self.tr("Side of a prepared picture. Smaller is faster; details must stay visible.")
        )
        self.test_share.setSuffix(" %")
        self.seed.setToolTip(
            self.tr("The same number holds out the same pictures, today and elsewhere.")
        )
        self.choose.setText(self.tr("Change…"))
        for control, bubble in (
            (self.layout_kind, self.tr("What tells the class: folders, file names or a list")),
            (self.colour, self.tr("Grey pictures are smaller and condense faster.")),
            (self.fit, self.tr("What becomes of pictures that are not square")),
            (self.name, self.tr("The folder of the project is called so.")),
            (self.choose, self.tr("Another folder to keep the project in")),
        ):
            control.setToolTip(bubble)
        self.expert.heading.setText(self.tr("Expert"))
        words = self._layout_words()
        fill(self.layout_kind, {name: words[name] for name in _LAYOUTS})
        fill(
            self.colour,
            {
                "auto": self.tr("As the pictures are"),
                "grey": self.tr("Grey"),
                "rgb": self.tr("Colour"),
            },
        )
        fill(
            self.fit,
            {
                "letterbox": self.tr("Pad with the border's colour"),
                "stretch": self.tr("Stretch"),
                "crop": self.tr("Cut out the middle"),
            },
        )
        self._say_place()
        self._say_found()

    @staticmethod
    def _select(combo: QComboBox, value: Any) -> None:
        combo.blockSignals(True)
        combo.setCurrentIndex(max(0, combo.findData(value)))
        combo.blockSignals(False)
