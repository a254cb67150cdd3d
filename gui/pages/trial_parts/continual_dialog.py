"""New month's pictures: choose their project, train, see what had to be kept of the old ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from engine.project import Project, Run
from engine.queueing.work import continual_values
from engine.runtime import Emit, StopToken
from engine.trial import TrialRecipe
from engine.trial.continual_report import ContinualReport, continual_reports
from gui.jobs import Job, Outcome
from gui.jobs.thread import Work
from gui.language import Translated, number, say
from gui.pages.trial_parts.continual_results import ContinualResults
from gui.pages.trial_parts.words import MODELS
from gui.services import Services
from gui.settings import projects_folder
from gui.theme import PAD, PAGE
from gui.widgets.elided import ElidedLabel
from gui.widgets.layout import button, column, explain, flowing, label, row, scrolled

_READ = "trial.continual"
_SIZE = (860, 620)


class ContinualDialog(Translated, QDialog):
    """Stands beside the window: its job is paused and stopped in the line below, as any other.

    Parameters
    ----------
    recipe : callable
        Gives model, weights, rule and number of trainings: those of the page.
    """

    def __init__(
        self, services: Services, recipe: Callable[[], TrialRecipe], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services, self._recipe = services, recipe
        self.new: Path | None = None
        self._failure = ""
        self.heading = label("title")
        self.about = flowing(label(wrap=True))
        self.folder = ElidedLabel("muted")
        self.choose = button("folder-open-outline")
        self.rule = flowing(label("muted", wrap=True))
        self.state = flowing(label("muted", wrap=True))
        self.start, self.leave = button("play", primary=True), button("close")
        self.queue = button("playlist-plus")
        self.results = ContinualResults()
        self._assemble()
        self.choose.clicked.connect(self._choose)
        self.start.clicked.connect(self.begin)
        self.queue.clicked.connect(self.put)
        self.leave.clicked.connect(self.close)
        services.jobs.state_changed.connect(self._explain)
        services.jobs.ended.connect(self._ended)
        for signal in (services.workspace.run_changed, services.workspace.images_changed):
            signal.connect(self._read_again)
        self.bind(self._say)

    def _assemble(self) -> None:
        chosen = row(self.choose, self.folder)
        chosen.setStretch(1, 1)
        layout = column(self.heading, self.about, spacing=PAD)
        layout.addLayout(chosen)
        layout.addWidget(self.rule)
        layout.addWidget(self.state)
        layout.addWidget(scrolled(self.results), 1)
        layout.addLayout(row(None, self.leave, self.queue, self.start))
        layout.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(layout)
        self.resize(*_SIZE)
        # Enter in a field must not do it.
        for control in (self.leave, self.queue, self.start, self.choose):
            control.setAutoDefault(False)

    @property
    def _run(self) -> Run | None:
        run = self._services.workspace.run
        return run if run is not None and run.condensed_path.is_file() else None

    def appear(self) -> None:
        """Show it, with the comparisons of the run looked at."""
        self._failure = ""
        self._read_again()
        self._say()
        self.show()
        self.raise_()
        self.activateWindow()

    def use(self, path: Path | None) -> None:
        """The project of the new pictures."""
        self.new, self._failure = path, ""
        self._say()

    def begin(self) -> None:
        """Start the job."""
        run, project, new = self._run, self._services.workspace.project, self.new
        if run is None or project is None or new is None or self._services.jobs.busy:
            return
        self._failure = ""
        work = _work(project, run, new, self._recipe())
        self._services.jobs.start(
            Job("continual", work, project=project.path, run=run.id, follow=False)
        )

    def put(self) -> None:
        """Put it into the queue instead."""
        run, new = self._run, self.new
        if run is None or new is None:
            return
        values = continual_values(self._recipe(), new)
        self._services.queue.add(
            lambda project: project.queue.add_trial(values, run=run.id, kind="continual")
        )

    def retranslate(self) -> None:
        """In the language and theme of now."""
        super().retranslate()
        self.results.retranslate()

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self,
            self.tr("Project of the new pictures (a folder named NAME.shizuku)"),
            str(projects_folder()),
        )
        if folder:
            self.use(Path(folder))

    def _ended(self, job: Job, outcome: Outcome) -> None:
        if job.kind != "continual":
            return
        error = outcome.error
        self._failure = "" if error is None else say(error.key, **error.params)
        self._explain()
        self._read_again()

    def _read_again(self) -> None:
        background = self._services.background
        background.forget(_READ)
        run, images = self._run, self._services.workspace.image_set
        self.results.show_reports(())
        if run is not None and images is not None:
            fingerprint = images.fingerprint
            background.run(
                _READ, lambda _token: continual_reports(run, fingerprint), self.results.show_reports
            )
        self._explain()

    # --- words ----------------------------------------------------------------------------------

    def _say(self) -> None:
        self.setWindowTitle(self.tr("New month's pictures"))
        self.heading.setText(self.tr("New month's pictures"))
        self.about.setText(
            self.tr(
                "Import the new pictures into a project of their own, with the same size and "
                "colour and the same class names, and choose it here. A model is trained on them "
                "beside all old pictures, beside the condensed set, beside random old ones, and "
                "alone; each is tested on old and on new test pictures."
            )
        )
        self.choose.setText(self.tr("Choose project…"))
        self.choose.setToolTip(self.tr("A Shizuku project that holds the new pictures"))
        if self.new is None:
            self.folder.show_text(self.tr("No project chosen yet"))
        else:
            self.folder.setText(self.new.name)
            self.folder.setToolTip(str(self.new))
        recipe = self._recipe()
        self.rule.setText(
            self.tr("As chosen on the page: {model}, trainings of each: {count}").format(
                model=MODELS[recipe.model], count=number(recipe.seeds)
            )
        )
        self.start.setText(self.tr("Compare"))
        self.queue.setText(self.tr("Add to queue"))
        self.leave.setText(self.tr("Close"))
        self.leave.setToolTip(self.tr("Closes this window"))
        self._explain()

    def _explain(self, _state: str = "") -> None:
        later = ""
        if self._run is None:
            later = self.tr("Condense first, or choose a run that has a condensed set.")
        elif self.new is None:
            later = self.tr("Choose the project of the new pictures first.")
        busy = self.tr("A job is running. Wait for it, or stop it in the line below.")
        reason = busy if self._services.jobs.busy else later
        explain(self.start, reason, self.tr("It runs in the line at the bottom of the window"))
        explain(self.queue, later, self.tr("Try it later: after what runs, or overnight."))
        self.state.setText(self._failure or reason)
        self.state.setVisible(bool(self.state.text()))


def _work(project: Project, run: Run, new: Path, recipe: TrialRecipe) -> Work:
    def work(emit: Emit, token: StopToken) -> ContinualReport:
        from engine.trial.continual import run_continual

        return run_continual(project, run, Project.open(new), recipe, emit=emit, token=token)

    return work
