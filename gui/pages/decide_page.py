"""The decide page: is it worth it?"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.project import Project, Run
from engine.project.sign_off import SignOff, sign_off_of
from engine.runtime import UserError
from engine.trial import (
    CostInputs,
    DecisionRules,
    TrialReport,
    keep_costs,
    keep_rules,
    project_costs,
    project_rules,
    return_on_investment,
)
from engine.trial.anomaly_report import AnomalyReport, anomaly_reports
from engine.trial.stored import latest_trial
from gui.history import Change
from gui.pages.decide_parts.basis import Basis
from gui.pages.decide_parts.costs_form import CostsForm
from gui.pages.decide_parts.detector_view import DetectorView
from gui.pages.decide_parts.export_menu import ExportButton
from gui.pages.decide_parts.printing import print_decision
from gui.pages.decide_parts.rules_view import RulesView
from gui.pages.decide_parts.turns_card import TurnsCard
from gui.pages.decide_parts.verdict import VerdictView
from gui.pages.first_words import PICTURES, first_words
from gui.pages.page import Page
from gui.pages.trial_parts.anomaly_desk import learns_normal_only
from gui.services import Services
from gui.theme import PAD
from gui.widgets.fold import Fold
from gui.widgets.layout import (
    Card,
    EmptyState,
    button,
    column,
    explain,
    holder,
    make_primary,
    row,
    scrolled,
)

_READ = "decide.read"
_KEEP_MS = 400
_COSTS_WIDTH = 310


class DecidePage(Page):
    """One calm page for whoever decides."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._report: TrialReport | None = None
        self._detector: AnomalyReport | None = None
        self._pending: tuple[Project, CostInputs, DecisionRules] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._timer.timeout.connect(self._keep)
        self.empty = EmptyState(PICTURES["decide"], self._go_before)
        self.verdict, self.detector = VerdictView(), DetectorView()
        self.detector_basis = Basis()
        self.no_detector = EmptyState("magnify-scan", self._go_before)
        self.turns = TurnsCard()
        self.basis = Basis()
        self.rules = RulesView()
        self.fold = Fold()
        self.fold.body.addWidget(self.rules)
        self.export = ExportButton(services)

    def making(self) -> Iterator[None]:
        """The costs, then all the rest."""
        self.costs = CostsForm()
        yield
        self.stack = QStackedWidget()
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self._content())
        self.body.addWidget(self.stack)
        self.print, self.pdf = button("printer-outline"), button("file-pdf-box")
        for place, way in enumerate((self.print, self.pdf, self.export), start=1):
            self.action_row.insertWidget(place, way)
        self._connect()
        self.bind(self._say)
        self._show()

    def _content(self) -> QWidget:
        rules = Card()
        rules.body.addWidget(self.fold)
        of_classes = (self.verdict, self.turns, self.basis, rules)
        of_detector = (self.detector, self.detector_basis)
        self.answers = QStackedWidget()
        for parts in (of_classes, of_detector):
            self.answers.addWidget(scrolled(holder(column(*parts, None, spacing=PAD))))
        self.answers.addWidget(self.no_detector)
        costs = scrolled(self.costs)
        costs.setFixedWidth(_COSTS_WIDTH)
        layout = row(self.answers, costs, spacing=PAD)
        layout.setStretch(0, 1)
        return holder(layout)

    def _connect(self) -> None:
        self.primary.clicked.connect(lambda: self.export.write_report())
        self.pdf.clicked.connect(lambda: self.export.write_report("pdf"))
        self.print.clicked.connect(lambda: print_decision(self.services, self.window()))
        self.costs.changed.connect(self._edited)
        self.rules.changed.connect(self._edited)
        self.workspace.project_changed.connect(self._load_costs)
        for signal in (self.workspace.images_changed, self.workspace.run_changed):
            signal.connect(self._other_run)
        self.workspace.runs_changed.connect(self._read_again)
        self.jobs.state_changed.connect(lambda _state: self._show())

    # --- what is known --------------------------------------------------------------------------

    @property
    def _run(self) -> Run | None:
        run = self.workspace.run
        return run if run is not None and run.condensed_path.is_file() else None

    def _other_run(self) -> None:
        self._report = self._detector = None
        self._read_again()

    def _read_again(self) -> None:
        """Read the newest trial and the verdicts of the run."""
        self.services.background.forget(_READ)
        run, images = self._run, self.workspace.image_set
        if run is not None:
            pictures = "" if images is None else images.fingerprint
            self.services.background.run(_READ, lambda _token: _found(run, pictures), self._read)
        self._show()

    def _read(self, found: _Found) -> None:
        self._report, self._detector = found.report, found.detector
        judged = found.verdicts, found.samples, found.signed
        if found.report is not None:
            self.costs.show_classes(found.report.class_names)
            self.basis.show_basis(found.report, *judged)
            self._decide()
        elif found.detector is not None:
            self.costs.show_classes(found.detector.class_names)
            self.detector.show_report(found.detector)
            self.detector_basis.show_basis(found.detector, *judged)
        self._show()

    def shown(self) -> None:
        """Verdicts may have been given meanwhile."""
        self._read_again()

    # --- costs ----------------------------------------------------------------------------------

    def _load_costs(self) -> None:
        """Another project: what was typed last still belongs to the one before."""
        self._keep()
        project = self.workspace.project
        if project is not None:
            self.costs.show_costs(project_costs(project))
            self.rules.show_rules(project_rules(project))

    def _edited(self) -> None:
        project = self.workspace.project
        if project is not None:
            self._pending = project, self.costs.costs(), self.rules.rules()
            self._timer.start()
        self._decide()

    def _keep(self) -> None:
        self._timer.stop()
        pending, self._pending = self._pending, None
        if pending is None:
            return
        project, costs, rules = pending
        before = project_costs(project), project_rules(project)
        try:
            self._keep_in(project, costs, rules)
        except UserError as error:
            self.navigator.tell_error(error)
            return
        if before != (costs, rules) and project is self.workspace.project:
            self.workspace.history.add(
                Change(
                    "costs",
                    lambda: self.tr("change of costs or rules"),
                    lambda: self._put_back(project, *before),
                    lambda: self._put_back(project, costs, rules),
                )
            )

    def _keep_in(self, project: Project, costs: CostInputs, rules: DecisionRules) -> None:
        keep_costs(project, costs)
        keep_rules(project, rules)

    def _put_back(self, project: Project, costs: CostInputs, rules: DecisionRules) -> None:
        self._keep_in(project, costs, rules)
        self.costs.show_costs(costs)
        self.rules.show_rules(rules)
        self._timer.stop()
        self._pending = None
        self._decide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page may read the costs at once."""
        self._keep()
        super().hideEvent(event)

    # --- what is shown --------------------------------------------------------------------------

    def _decide(self) -> None:
        if self._report is not None:
            costs = self.costs.costs()
            decision = return_on_investment(self._report, costs, self.rules.rules())
            self.verdict.show_decision(decision, costs)
            self.turns.show_turns(decision.turns)
            self.rules.show_outcomes(decision.rules, costs.currency)

    def _show(self) -> None:
        ready = self._run is not None
        images = self.workspace.image_set
        normal_only = learns_normal_only(images)
        if images is not None and normal_only:
            self.costs.show_classes(images.class_names)
        tried = self._report is not None or self._detector is not None
        # Costs can be given before a detector is tried: its comparison reckons with them.
        self.stack.setCurrentIndex(1 if ready and (tried or normal_only) else 0)
        self.answers.setCurrentIndex(0 if self._report is not None else 1 if tried else 2)
        exportable = self._run is not None
        self.primary.setVisible(exportable)
        # Before a trial the way to it leads, and stands in the middle of the page.
        make_primary(self.primary, tried)
        for way in (self.reason, self.print, self.pdf, self.export):
            way.setVisible(exportable)
        self._say_empty()
        self._say_action()

    def retranslate(self) -> None:
        """The window calls this after a change of theme too, which the parts are not told of."""
        super().retranslate()
        parts = (self.verdict, self.turns, self.basis, self.rules, self.fold, self.export)
        for part in (*parts, self.detector, self.detector_basis):
            part.retranslate()

    def _say(self) -> None:
        first = first_words("decide")
        self.title.setText(first.title)
        self.subtitle.setText(first.about)
        self.primary.setText(self.tr("Report…"))
        self.print.setText(self.tr("Print…"))
        self.pdf.setText(self.tr("PDF…"))
        self.fold.heading.setText(self.tr("Rules of the verdict"))
        self._say_empty()
        self._say_action()

    def _say_empty(self) -> None:
        if self.workspace.image_set is None:
            first = first_words("decide")
            words, action = first.sentence, first.way
        elif self._run is None:
            words = self.tr("No condensed set yet. Condense the pictures, then try the result.")
            action = self.tr("Condense…")
        else:
            words = self.tr(
                "This run has not been tried yet. A trial training measures accuracy and time; "
                "then you see here what is lost, what is saved, and whether it pays."
            )
            action = self.tr("Trial-train…")
        self.empty.sentence.setText(words)
        self.empty.button.setText(action)
        self.no_detector.sentence.setText(
            self.tr(
                "Only normal pictures are learnt from here, so there are no classes to tell apart: "
                "the trial is a defect detector that remembers the condensed set. Try it on the "
                "trial page; then you see here what is missed and what it means."
            )
        )
        self.no_detector.button.setText(self.tr("Try as a detector…"))

    def _go_before(self) -> None:
        if self.workspace.image_set is None:
            self.navigator.go.emit("import")
        else:
            self.navigator.go.emit("condense" if self._run is None else "trial")

    def _say_action(self) -> None:
        reason = ""
        if self._run is not None and self.jobs.busy:
            reason = self.tr("A job is running. Wait for it, or stop it in the line below.")
        hint = self.tr("One HTML file with everything on this page, to print or pass on.")
        self.set_primary_reason(reason, hint if self._run is not None else "")
        explain(self.pdf, reason, self.tr("The whole report as a PDF file, to pass on."))
        explain(self.print, reason, self.tr("The decision on one sheet of paper."))
        explain(
            self.export,
            reason,
            self.tr("The condensed set as a file for other programs, or as folders of pictures."),
        )


@dataclass(frozen=True)
class _Found:
    """The newest trial and the newest comparison of a detector on these pictures; verdicts, how
    many samples there are to judge, the latest sign-off.
    """

    report: TrialReport | None
    detector: AnomalyReport | None
    verdicts: Mapping[int, str]
    samples: int
    signed: SignOff | None


def _found(run: Run, pictures: str) -> _Found:
    samples, signed = 0, None
    with contextlib.suppress(UserError):  # a trial outlives a set that was moved away
        samples = int(run.condensed().first_copies.sum())
        signed = sign_off_of(run)
    compared = (one for one in anomaly_reports(run) if one.fingerprint == pictures)
    return _Found(latest_trial(run), next(compared, None), run.verdicts(), samples, signed)
