"""What a trial found: answer, table, recall by class, confusion matrix, learning curves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from engine.data import ImageSet
from engine.trial import CostInputs, TrialReport, return_on_investment
from engine.trial.measures import best_baseline
from gui.language import TranslatedWidget, current, number, say
from gui.pages.trial_parts.class_views import ConfusionTab, CurvesTab, RecallTab
from gui.pages.trial_parts.figures_tab import FiguresTab
from gui.pages.trial_parts.models_tab import ModelsTab
from gui.pages.trial_parts.set_table import SetTable
from gui.pages.trial_parts.stress_tab import StressTab
from gui.pages.trial_parts.two_class_tab import TwoClassTab
from gui.pages.trial_parts.words import set_title, trial_text
from gui.theme import GAP, PAD
from gui.widgets.findings import Finding, Findings
from gui.widgets.fitting_tabs import FittingTabs
from gui.widgets.layout import Card, column, label, row

# What the trial itself tells; time and money belong to the next page.
_TOLD = (
    "roi.gain_",
    "roi.no_gain_",
    "roi.accuracy_",
    "roi.worst_class",
    "roi.no_full",
    "roi.no_baseline",
    "roi.few_seeds",
    "roi.critical_",
    "roi.small_gain",
    "roi.few_tests",
    "roi.weak_model",
)

_Tab = RecallTab | ConfusionTab | CurvesTab | FiguresTab | ModelsTab | StressTab


class Results(TranslatedWidget):
    """Shows one of the trials of a run, the newest first.

    Emits ``pictures_asked`` with rows of the image set that shall be looked at.
    """

    pictures_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trials: Sequence[TrialReport] = ()
        self._costs = CostInputs()
        self.trial = QComboBox()
        self.stopped = label("warning", wrap=True)
        self.table = SetTable()
        self.findings = Findings()
        self.recall, self.confusion, self.curves = RecallTab(), ConfusionTab(), CurvesTab()
        self.figures, self.models, self.stress = FiguresTab(), ModelsTab(), StressTab()
        self.tabs = FittingTabs()
        self.tabs.setDocumentMode(True)
        for tab in self._tabs:
            self.tabs.addTab(tab, "")
        self.two_class = TwoClassTab()
        self.tabs.addTab(self.two_class, "")
        self._assemble()
        self.confusion.pictures_asked.connect(self.pictures_asked)
        self.trial.activated.connect(lambda _: self._draw())
        self.bind(self._say)

    def _assemble(self) -> None:
        words = label("muted")
        words.setBuddy(self.trial)
        self.bind(lambda: words.setText(self.tr("Trial")))
        card = Card()
        card.body.addLayout(row(words, self.trial, None))
        for part in (self.stopped, self.table, self.findings):
            card.body.addWidget(part)
        below = Card()
        below.body.setContentsMargins(GAP, GAP, GAP, GAP)
        below.body.addWidget(self.tabs)
        layout = column(card, below, spacing=PAD)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    @property
    def _tabs(self) -> Sequence[_Tab]:
        further = (self.figures, self.models, self.stress)
        return (self.recall, self.confusion, self.curves, *further)

    @property
    def report(self) -> TrialReport | None:
        """The trial that is shown."""
        place = self.trial.currentIndex()
        return self.trials[place] if 0 <= place < len(self.trials) else None

    def show_trials(self, trials: Sequence[TrialReport], costs: CostInputs) -> None:
        """Show the trials of a run, newest first; a new one is chosen, else the same as before."""
        known = {one.created for one in self.trials}
        before = self.report
        self.trials, self._costs = trials, costs
        self.trial.clear()
        for report in trials:
            self.trial.addItem(trial_text(report))
        if before in trials and all(one.created in known for one in trials):
            self.trial.setCurrentIndex(trials.index(before))
        self._draw()

    def use_images(self, images: ImageSet | None) -> None:
        """The pictures of the project, for those behind a cell of the matrix."""
        self.confusion.use_images(images)

    def _say(self) -> None:
        for place, report in enumerate(self.trials):
            self.trial.setItemText(place, trial_text(report))
        self.tabs.setTabText(0, self.tr("Recall by class"))
        self.tabs.setTabText(1, self.tr("Confusion matrix"))
        self.tabs.setTabText(2, self.tr("Learning curves"))
        self.tabs.setTabText(3, self.tr("Further figures"))
        self.tabs.setTabText(4, self.tr("Other models"))
        self.tabs.setTabText(5, self.tr("Stress"))
        self.tabs.setTabText(self.tabs.indexOf(self.two_class), self.tr("Defect detection"))
        self.stopped.setText(say("report.trial_stopped"))
        self.trial.setToolTip(self.tr("Which trial is shown; the newest comes first"))
        bar = self.tabs.tabBar()
        bar.setAccessibleName(self.tr("Results of the trial"))
        bar.setAccessibleDescription(self.tr("The arrow keys go from tab to tab."))
        self._draw()

    def _findings(self, report: TrialReport) -> list[Finding]:
        """What speaks for and against; a real selection that is better comes first."""
        decision = return_on_investment(report, self._costs)
        found = [reason for reason in decision.reasons if reason.key.startswith(_TOLD)]
        better, condensed = best_baseline(report), report.find("condensed")
        if better is None or condensed is None:
            return [(one.good, one.sentence(current())) for one in found]
        words = say(
            "roi.better_baseline",
            name=set_title(better.name),
            baseline=number(100 * better.accuracy_mean, 1),
            condensed=number(100 * condensed.accuracy_mean, 1),
        )
        same = f"roi.no_gain_{better.name}"
        rest = [(one.good, one.sentence(current())) for one in found if one.key != same]
        return [(False, words), *rest]

    def _draw(self) -> None:
        report = self.report
        if report is None:
            return
        self.stopped.setVisible(report.stopped)
        self.table.show_report(report)
        self.findings.show_findings(self._findings(report))
        for tab in self._tabs:
            tab.show_report(report)
        self.tabs.setTabVisible(self.tabs.indexOf(self.models), bool(report.further))
        self.tabs.setTabVisible(self.tabs.indexOf(self.stress), report.stress is not None)
        two = self.two_class.show_report(report, self._costs)
        self.tabs.setTabVisible(self.tabs.indexOf(self.two_class), two)
        # Qt gives a tab that was hidden the room of the text it had before.
        for place in range(self.tabs.count()):
            self.tabs.setTabText(place, self.tabs.tabText(place))
