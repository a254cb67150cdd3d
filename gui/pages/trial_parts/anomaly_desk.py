"""The trial page where only normal pictures are learnt from: a detector instead of a classifier."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.data import ImageSet
from engine.project import Project, Run
from engine.queueing.work import anomaly_values
from engine.runtime import Emit, StopToken
from engine.trial.anomaly_recipe import AnomalyRecipe
from engine.trial.anomaly_report import AnomalyReport, anomaly_reports
from gui.jobs import Job
from gui.jobs.thread import Work
from gui.language import TranslatedWidget
from gui.pages.trial_parts.anomaly_form import AnomalyForm
from gui.pages.trial_parts.anomaly_results import AnomalyResults
from gui.services import Services
from gui.theme import PAD
from gui.widgets.layout import EmptyState, row, scrolled

_READ = "trial.anomaly"
_FORM_WIDTH = 324


def learns_normal_only(images: ImageSet | None) -> bool:
    """Whether one class alone has training pictures, and others have test pictures."""
    if images is None:
        return False
    train, test = images.counts("train"), images.counts("test")
    return int((train > 0).sum()) == 1 and bool(test[train == 0].any())


class AnomalyDesk(TranslatedWidget):
    """Starts comparisons of normal sets and shows them."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.workspace, self.jobs = services.workspace, services.jobs
        self.form, self.results = AnomalyForm(), AnomalyResults()
        self.none_yet = EmptyState("magnify-scan")
        self.right = QStackedWidget()
        self._results_area = scrolled(self.results)
        self.right.addWidget(self.none_yet)
        self.right.addWidget(self._results_area)
        left = scrolled(self.form)
        left.setFixedWidth(_FORM_WIDTH)
        layout = row(left, self.right, spacing=PAD)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.form.asked.connect(self._start)
        self.form.queued.connect(self._put)
        self.form.run_chosen.connect(self.workspace.select_run)
        self.form.network.currentIndexChanged.connect(lambda _: self._allow())
        self.form.file.clicked.connect(lambda: self._allow())
        for signal in (
            self.workspace.images_changed,
            self.workspace.run_changed,
            self.workspace.runs_changed,
        ):
            signal.connect(self.read_again)
        self.jobs.state_changed.connect(lambda _state: self._allow())
        self.bind(self._say)

    @property
    def fits(self) -> bool:
        """Whether the project is of this kind."""
        return learns_normal_only(self.workspace.image_set)

    @property
    def _run(self) -> Run | None:
        run = self.workspace.run
        return run if run is not None and run.condensed_path.is_file() else None

    def read_again(self) -> None:
        """Read the stored comparisons of the run."""
        self.services.background.forget(_READ)
        run = self._run
        if run is not None and self.fits:
            runs = [one for one in self.workspace.runs() if one.condensed_path.is_file()]
            self.form.show_runs(runs, run)
            self.services.background.run(_READ, lambda _token: anomaly_reports(run), self._read)
        self._allow()

    def _read(self, found: list[AnomalyReport]) -> None:
        images = self.workspace.image_set
        fingerprint = "" if images is None else images.fingerprint
        mine = [one for one in found if one.fingerprint == fingerprint]
        self.results.show_reports(mine, images)
        self.right.setCurrentWidget(self._results_area if mine else self.none_yet)

    def _allow(self) -> None:
        later = "" if self.form.complete else self.tr("Choose the weights file first.")
        busy = self.tr("A job is running. Wait for it, or stop it in the line below.")
        self.form.allow(busy if self.jobs.busy else later, later)

    def _say(self) -> None:
        self.none_yet.sentence.setText(
            self.tr(
                "This run has not been tried yet. A detector remembers the condensed normal "
                "samples; it is compared with one that remembers all normal pictures, and with "
                "real ones of equal number: defects found, missed, false alarms, memory, time."
            )
        )
        self._allow()

    def retranslate(self) -> None:
        """In the language and theme of now."""
        super().retranslate()
        for part in (self.form, self.results):
            part.retranslate()

    def _start(self) -> None:
        run, project = self._run, self.workspace.project
        if run is None or project is None or self.jobs.busy or not self.form.complete:
            return
        work = _work(project, run, self.form.recipe())
        self.jobs.start(Job("trial", work, project=project.path, run=run.id, can_keep=False))

    def _put(self) -> None:
        run = self._run
        if run is not None and self.form.complete:
            values = anomaly_values(self.form.recipe())
            self.services.queue.add(
                lambda project: project.queue.add_trial(values, run=run.id, kind="anomaly")
            )


def _work(project: Project, run: Run, recipe: AnomalyRecipe) -> Work:
    def work(emit: Emit, token: StopToken) -> AnomalyReport:
        from engine.trial.anomaly import run_anomaly

        return run_anomaly(project, run, recipe, emit=emit, token=token)

    return work
