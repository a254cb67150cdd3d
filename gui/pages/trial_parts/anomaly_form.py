"""What a detector is asked for: run, network, rate of false alarms."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QWidget

from engine.project import Run
from engine.trial.anomaly_recipe import AnomalyRecipe
from gui.language import TranslatedWidget
from gui.pages.trial_parts.words import run_text
from gui.theme import GAP, PAD
from gui.widgets.layout import Card, button, column, explain, label
from gui.widgets.number_field import NumberField, WholeField
from gui.widgets.quiet_wheel import quiet_wheel

_NETWORKS = ("pixels", "taught", "random", "weights")


class AnomalyForm(TranslatedWidget):
    """Emits ``asked`` when a comparison is wanted, ``queued`` when later, ``run_chosen`` with the
    id of another run."""

    asked = Signal()
    queued = Signal()
    run_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runs: Sequence[Run] = ()
        self.weights: Path | None = None
        default = AnomalyRecipe()
        self.run, self.network = QComboBox(), QComboBox()
        for combo in (self.run, self.network):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        for name in _NETWORKS:
            self.network.addItem("", name)
        self.file = button("folder-outline")
        self.rate = NumberField(digits=1)
        self.rate.setRange(0.1, 99)
        self.rate.setValue(default.false_alarms)
        self.rate.setSuffix(" %")
        self.draws = WholeField()
        self.draws.setRange(1, 20)
        self.draws.setValue(default.draws)
        self.costs = label("muted", wrap=True)
        self.start, self.queue = button("magnify", primary=True), button("playlist-plus")
        self.reason = label("muted", wrap=True)
        self._assemble()
        self._connect()
        self.bind(self._say)

    def _assemble(self) -> None:
        self._heading = label("heading")
        card = Card()
        card.body.setSpacing(GAP)
        card.body.addWidget(self._heading)
        self._captions: dict[str, QLabel] = {}
        for name in ("run", "network", "rate", "draws"):
            field: QWidget = getattr(self, name)
            caption = self._captions[name] = label()
            caption.setBuddy(field)
            card.body.addWidget(caption)
            card.body.addWidget(field)
            if name == "network":
                card.body.addWidget(self.file)
        for part in (self.costs, self.start, self.queue, self.reason):
            card.body.addSpacing(GAP if part is not self.queue else 0)
            card.body.addWidget(part)
        card.body.addStretch(1)
        self.setLayout(column(card, spacing=PAD))

    def _connect(self) -> None:
        self.run.activated.connect(lambda _: self.run_chosen.emit(self.run.currentData()))
        self.network.currentIndexChanged.connect(lambda _: self._say_file())
        self.file.clicked.connect(self._choose)
        self.start.clicked.connect(self.asked)
        self.queue.clicked.connect(self.queued)
        quiet_wheel(self.run, self.network, self.rate, self.draws)

    def recipe(self) -> AnomalyRecipe:
        """The comparison as chosen."""
        chosen = self.network.currentData()
        own = chosen == "weights" and self.weights is not None
        return AnomalyRecipe(
            features=chosen if chosen != "weights" else AnomalyRecipe().features,
            weights=str(self.weights) if own else None,
            false_alarms=self.rate.value(),
            draws=self.draws.value(),
        )

    @property
    def complete(self) -> bool:
        """Whether a weights file was chosen where one is wanted."""
        return self.network.currentData() != "weights" or self.weights is not None

    def show_runs(self, runs: Sequence[Run], chosen: Run | None) -> None:
        """Offer the runs that have a condensed set."""
        self._runs = runs
        self.run.clear()
        for run in runs:
            self.run.addItem(run_text(run), run.id)
        self.run.setCurrentIndex(self.run.findData(chosen.id) if chosen else -1)

    def allow(self, reason: str, later: str = "") -> None:
        """Say why nothing can be started now, and why not later; an empty reason allows it."""
        explain(self.start, reason, self.tr("Which normal set finds defects best?"))
        explain(self.queue, later, self.tr("Try it later: after what runs, or overnight."))
        self.reason.setText(reason)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Weights of a ResNet-18"))
        if name:
            self.weights = Path(name)
            self.network.setCurrentIndex(_NETWORKS.index("weights"))
            self._say_file()

    def _say_file(self) -> None:
        self.file.setVisible(self.network.currentData() == "weights")
        name = self.tr("Choose a file…") if self.weights is None else self.weights.name
        self.file.setText(name)
        self.file.setToolTip("" if self.weights is None else str(self.weights))

    def _say(self) -> None:
        self._heading.setText(self.tr("Defect detector"))
        captions = {
            "run": self.tr("Run"),
            "network": self.tr("What is compared"),
            "rate": self.tr("False alarms allowed"),
            "draws": self.tr("Random sets"),
        }
        for name, words in captions.items():
            self._captions[name].setText(words)
            getattr(self, name).setAccessibleName(words)
        self.run.setToolTip(self.tr("Its condensed set is tried."))
        self.network.setToolTip(self.tr("What pictures are compared by"))
        self.rate.setToolTip(
            self.tr(
                "Share of normal pictures that may be taken for defects; the threshold is set so."
            )
        )
        self.draws.setToolTip(
            self.tr("As many random selections of real pictures are compared with, and averaged.")
        )
        for place, words in enumerate(
            (
                self.tr("Squares of pixels (no network)"),
                self.tr("Network taught on the normal pictures"),
                self.tr("Random network"),
                self.tr("Weights file (ResNet-18)"),
            )
        ):
            self.network.setItemText(place, words)
        self.costs.setText(
            self.tr("Costs of missed defects and false alarms are those of the Decide page.")
        )
        self.start.setText(self.tr("Find defects"))
        self.queue.setText(self.tr("Add to queue"))
        for place, run in enumerate(self._runs):
            self.run.setItemText(place, run_text(run))
        self._say_file()
