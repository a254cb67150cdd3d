"""What an expert may ask of a trial: further models, stress, weights, stopping rule, power."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QFormLayout, QLabel, QWidget

from engine.data.model_names import ModelName
from engine.trial import TrialRecipe
from gui.language import TranslatedWidget
from gui.pages.trial_parts.words import MODELS
from gui.theme import GAP, PAD
from gui.widgets.elided import ElidedLabel
from gui.widgets.fold import Fold
from gui.widgets.layout import button, column, label, row
from gui.widgets.number_field import NumberField
from gui.widgets.quiet_wheel import quiet_wheel

_STOPS = ("protocol", "steps", "epochs")
_MOST_WATTS = 20_000


class TrialOptions(TranslatedWidget):
    """A fold of the form; emits ``changed``. Nothing in it needs to be touched."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model: ModelName = "convnet"
        self._weights: Path | None = None
        self.fold = Fold()
        self.also = {model: QCheckBox(name) for model, name in MODELS.items()}
        self.also_note = label("muted", wrap=True)
        self.stress = QCheckBox()
        self.stress_note = label("muted", wrap=True)
        self.stop = QComboBox()
        for key in _STOPS:
            self.stop.addItem("", key)
        self.file = ElidedLabel("muted")
        self.choose = button("folder-outline")
        self.clear = button("close")
        self.watts = NumberField()
        self.watts.setRange(0, _MOST_WATTS)
        self._captions: dict[str, QLabel] = {}
        self._assemble()
        for one in self.also.values():
            one.toggled.connect(self.changed)
        self.stress.toggled.connect(self.changed)
        self.stop.currentIndexChanged.connect(self.changed)
        self.watts.valueChanged.connect(self.changed)
        self.choose.clicked.connect(self._choose)
        self.clear.clicked.connect(lambda: self.use_weights(None))
        quiet_wheel(self.stop, self.watts)
        self.bind(self._say)

    def _assemble(self) -> None:
        body = self.fold.body
        self._captions["also"] = label()
        body.addWidget(self._captions["also"])
        for one in self.also.values():
            body.addWidget(one)
        body.addWidget(self.also_note)
        body.addWidget(self.stress)
        body.addWidget(self.stress_note)
        fields = QFormLayout()
        fields.setContentsMargins(0, GAP, 0, 0)
        fields.setHorizontalSpacing(PAD)
        fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name, field in (("stop", self.stop), ("watts", self.watts)):
            self._captions[name] = label()
            self._captions[name].setBuddy(field)
            fields.addRow(self._captions[name], field)
        self._captions["weights"] = label()
        body.addWidget(self._captions["weights"])
        body.addLayout(row(self.choose, self.clear, None))
        body.addWidget(self.file)
        body.addLayout(fields)
        self.setLayout(column(self.fold))

    def values(self) -> dict[str, Any]:
        """For :class:`TrialRecipe`."""
        return {
            "also": tuple(
                model
                for model, one in self.also.items()
                if one.isChecked() and model != self._model
            ),
            "stress": self.stress.isChecked(),
            "stop": self.stop.currentData(),
            "weights": None if self._weights is None else str(self._weights),
            "watts": self.watts.value() or None,
        }

    def set_recipe(self, recipe: TrialRecipe) -> None:
        """Show what a trial asks for."""
        for model, one in self.also.items():
            one.setChecked(model in recipe.also)
        self.stress.setChecked(recipe.stress)
        self.stop.setCurrentIndex(max(0, self.stop.findData(recipe.stop)))
        self.watts.setValue(recipe.watts or 0)
        self.use_weights(None if recipe.weights is None else Path(recipe.weights))

    def use_model(self, model: ModelName) -> None:
        """The model of the form itself is no further one; weights were for the one before."""
        if model != self._model:
            self._weights = None
        self._model = model
        self._say()

    def use_weights(self, path: Path | None) -> None:
        """Fine-tune from a file, or train from scratch."""
        self._weights = path
        self._say()
        self.changed.emit()

    def allow(self, allowed: bool) -> None:
        """Lock it while something is being trained."""
        for field in (*self.also.values(), self.stress, self.stop, self.choose, self.watts):
            field.setEnabled(allowed)
        self.clear.setEnabled(allowed and self._weights is not None)

    def retranslate(self) -> None:
        """In the language and theme of now."""
        super().retranslate()
        self.fold.retranslate()

    def _choose(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            self.tr("Weights of {model}").format(model=MODELS[self._model]),
            "",
            self.tr("Weights (*.pt *.pth *.safetensors)"),
        )
        if path:
            self.use_weights(Path(path))

    def _say(self) -> None:
        self.fold.heading.setText(self.tr("More options"))
        captions = {
            "also": self.tr("Train these models on the same sets too"),
            "stop": self.tr("How long each set is trained"),
            "weights": self.tr("Start from weights of your own"),
            "watts": self.tr("Power while training, for the energy estimate"),
        }
        for name, words in captions.items():
            self._captions[name].setText(words)
        self.also_note.setText(
            self.tr(
                "The condensed set was learnt through ConvNets: does it hold for other models? "
                "Larger models take several times as long."
            )
        )
        self.stress.setText(self.tr("Stress: wrong labels and imbalance"))
        self.stress_note.setText(
            self.tr(
                "Trains each set again with a tenth of its labels wrong, and with most classes "
                "thinned to as little as a tenth; takes about three times as long. With the model "
                "above alone: the question is what the sets bear."
            )
        )
        self.stress.setAccessibleDescription(self.stress_note.text())
        for model, one in self.also.items():
            one.setVisible(model != self._model)
            one.setAccessibleDescription(self.also_note.text())
        self.stop.setToolTip(self.tr("When a training ends; the same for every set"))
        stops = (
            self.tr("By the rule (recommended)"),
            self.tr("Equal steps for every set"),
            self.tr("Equal epochs for every set"),
        )
        for place, words in enumerate(stops):
            self.stop.setItemText(place, words)
        self.watts.setSuffix(" W")
        self.watts.setToolTip(
            self.tr("Power of the computer while it trains: times the training time, the energy.")
        )
        self.watts.setSpecialValueText(self.tr("usual for the device"))
        self._say_weights()

    def _say_weights(self) -> None:
        self.choose.setText(self.tr("Choose file…"))
        self.clear.setText(self.tr("None"))
        self.clear.setEnabled(self._weights is not None)
        self.clear.setToolTip(self.tr("Train from scratch, without weights."))
        self.choose.setToolTip(
            self.tr("A state dict saved with torch.save; its classifier is replaced.")
        )
        if self._weights is None:
            self.file.show_text(self.tr("None: trained from scratch"))
        else:
            self.file.setText(self._weights.name)
            self.file.setToolTip(str(self._weights))
