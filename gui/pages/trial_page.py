"""The trial page: does the condensed set train as well?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from PySide6.QtWidgets import QStackedWidget, QWidget

from engine.project import Project, Run
from engine.runtime import Emit, Event, Progress, StopToken
from engine.trial import CostInputs, TrialRecipe, TrialReport, project_costs
from engine.trial.ipc_curve import IpcCurve, curve_of, ipc_curves
from engine.trial.set_names import names_of
from engine.trial.stored import stored_trials
from engine.trial.strains import STRAINS
from gui.icons import icon
from gui.jobs import Job, Outcome
from gui.jobs.thread import Work
from gui.language import Translated, clock, number, say
from gui.pages.first_words import PICTURES, first_words
from gui.pages.page import Page
from gui.pages.trial_parts.anomaly_desk import AnomalyDesk, learns_normal_only
from gui.pages.trial_parts.continual_dialog import ContinualDialog
from gui.pages.trial_parts.curve_card import CurveCard
from gui.pages.trial_parts.curves import LiveCurves
from gui.pages.trial_parts.draft import TrialDraft
from gui.pages.trial_parts.estimating import TrialEstimator
from gui.pages.trial_parts.form import TrialForm
from gui.pages.trial_parts.live import LiveView
from gui.pages.trial_parts.plan import Plan, estimate, look
from gui.pages.trial_parts.queueing import QueuedTrial, QueueTrial
from gui.pages.trial_parts.results import Results
from gui.services import Services
from gui.theme import PAD
from gui.widgets.layout import EmptyState, button, column, explain, holder, row, scrolled

_LOOK, _READ, _CURVE = "trial.look", "trial.read", "trial.curve"
_FORM_WIDTH = 324


class TrialPage(Page):
    """Compares the condensed set with real sets under one rule.

    What shows a trial, with its charts, is made when there is the first to show.
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._plan: Plan | None = None
        self._trials: list[TrialReport] | None = None
        self.form = TrialForm()
        self.estimator = TrialEstimator(services.background, self)
        self.queueing = QueueTrial(services, self.form.recipe)
        self.queued = QueuedTrial(services, lambda: self.live, self)
        self.none_yet = EmptyState("chart-line")
        self.empty = EmptyState(PICTURES["trial"], self._go_before)
        self.right = QStackedWidget()
        self._seen = column(spacing=PAD)
        self._results_area = scrolled(holder(self._seen))
        for part in (self.none_yet, self._results_area):
            self.right.addWidget(part)
        self.stack = QStackedWidget()
        self._tried = self._content()
        for view in (self.empty, self._tried):
            self.stack.addWidget(view)
        self.body.addWidget(self.stack)
        self.decide = button("scale-balance")
        self.action_row.insertWidget(1, self.decide)
        self.action_row.insertWidget(1, self.queueing)
        self._connect()
        self.draft = TrialDraft(self.workspace, self.form, self)
        self.bind(self._say)
        self._show()

    def _content(self) -> QWidget:
        left = scrolled(self.form)
        left.setFixedWidth(_FORM_WIDTH)
        layout = row(left, self.right, spacing=PAD)
        layout.setStretch(1, 1)
        return holder(layout)

    @cached_property
    def results(self) -> Results:
        """The trials of the run."""
        made = Results()
        self._seen.insertWidget(0, made, 1)
        made.pictures_asked.connect(self.navigator.show_pictures)
        return made

    @cached_property
    def curve(self) -> CurveCard:
        """The curve over images per class."""
        made = CurveCard()
        self._seen.addWidget(made)
        return made

    @cached_property
    def live(self) -> LiveView:
        """The trial that runs."""
        made = LiveView()
        self.right.addWidget(made)
        return made

    @cached_property
    def defects(self) -> AnomalyDesk:
        """In place of all this where only normal pictures are learnt from."""
        made = AnomalyDesk(self.services)
        self.stack.addWidget(made)
        made.read_again()
        return made

    @cached_property
    def continual(self) -> ContinualDialog:
        """The dialog for the pictures of a new month."""
        return ContinualDialog(self.services, self.form.recipe, self)

    def parts(self) -> Sequence[Callable[[], object]]:
        """The views of a trial."""
        return (lambda: self.live, lambda: self.results, lambda: self.curve)

    def _made(self) -> Iterator[Translated]:
        """The views that there are already."""
        for name in ("results", "curve", "live", "defects", "continual"):
            if name in vars(self):
                yield getattr(self, name)

    def _connect(self) -> None:
        self.primary.clicked.connect(self._start)
        self.form.new_pictures.clicked.connect(lambda: self.continual.appear())
        self.decide.clicked.connect(lambda: self.navigator.go.emit("decide"))
        for changed in (self.form.changed, self.estimator.changed):
            changed.connect(self._say_action)
        self.form.run_chosen.connect(self.workspace.select_run)
        for signal in (self.workspace.images_changed, self.workspace.run_changed):
            signal.connect(self._look_again)
        self.workspace.runs_changed.connect(self._read_again)
        self.jobs.state_changed.connect(lambda _state: self._show())
        self.jobs.progressed.connect(self._progressed)
        self.jobs.ended.connect(self._ended)

    # --- what can be tried, and what was --------------------------------------------------------

    @property
    def _run(self) -> Run | None:
        """The run looked at, if it has a condensed set."""
        run = self.workspace.run
        return run if run is not None and run.condensed_path.is_file() else None

    def _look_again(self) -> None:
        """Other pictures or another run: ask the engine what can be tried."""
        self._plan = None
        self.services.background.forget(_LOOK)
        run, image_set = self._run, self.workspace.image_set
        if run is not None and image_set is not None:
            self.services.background.run(_LOOK, lambda _token: look(run, image_set), self._looked)
        self._trials = None
        self._read_again()

    def _looked(self, plan: Plan) -> None:
        self._plan = plan
        self.form.show_sizes(plan.sizes)
        self._show()

    def _read_again(self) -> None:
        """Read the stored trials of the run."""
        for name in (_READ, _CURVE):
            self.services.background.forget(name)
        run, project = self._run, self.workspace.project
        runs = [one for one in self.workspace.runs() if one.condensed_path.is_file()]
        self.form.show_runs(runs, run)
        if run is not None and project is not None:
            self.services.background.run(
                _READ, lambda _token: (stored_trials(run), project_costs(project)), self._read
            )
            self.services.background.run(
                _CURVE, lambda _token: curve_of(ipc_curves(runs), run.recipe), self._read_curve
            )
        self._show()

    def _read(self, found: tuple[list[TrialReport], CostInputs]) -> None:
        self._trials, costs = found
        if self._trials or "results" in vars(self):
            self.results.show_trials(self._trials, costs)
            self.results.use_images(self.workspace.image_set)
        self._show()

    def _read_curve(self, curve: IpcCurve | None) -> None:
        if curve is not None or "curve" in vars(self):
            self.curve.show_curve(curve)

    def retranslate(self) -> None:
        """The window calls this after a change of theme too, which the parts are not told of."""
        super().retranslate()
        for part in (self.form, self.queueing, *self._made()):
            part.retranslate()

    def shown(self) -> None:
        """Cost inputs may have changed meanwhile; they colour the findings."""
        if self._trials:
            self._read_again()
        else:
            self._say_action()

    # --- what is shown --------------------------------------------------------------------------

    @property
    def _training(self) -> bool:
        return self.jobs.job is not None and self.jobs.job.kind == "trial"

    def _show(self) -> None:
        ready = self._run is not None and self.workspace.image_set is not None
        normal_only = ready and learns_normal_only(self.workspace.image_set)
        tried = self.defects if normal_only else self._tried
        self.stack.setCurrentWidget(tried if ready else self.empty)
        for part in (self.primary, self.decide, self.queueing, self.reason):
            part.setVisible(ready and not normal_only)
        if self._training:
            self.right.setCurrentWidget(self.live)
        elif self._trials:
            self.right.setCurrentWidget(self._results_area)
        else:
            self.right.setCurrentWidget(self.none_yet)
        busy = self.tr("A trial is running; its sets are fixed.") if self._training else ""
        self.form.allow(not self._training, busy)
        self._say_action()

    def _say(self) -> None:
        first = first_words("trial")
        self.title.setText(first.title)
        self.subtitle.setText(first.about)
        self.primary.setText(self.tr("Trial-train"))
        self.decide.setText(self.tr("Decide…"))
        self.decide.setIcon(icon("scale-balance"))
        self._say_empty()
        self._say_action()

    def _say_empty(self) -> None:
        if self.workspace.image_set is None:
            first = first_words("trial")
            self.empty.sentence.setText(first.sentence)
            self.empty.button.setText(first.way)
        else:
            self.empty.sentence.setText(
                self.tr(
                    "No condensed set yet. Condense the pictures first; here you then see "
                    "whether a model learns as much from it as from all real samples."
                )
            )
            self.empty.button.setText(self.tr("Condense…"))
        self.none_yet.sentence.setText(
            self.tr(
                "This run has not been tried yet. Trial training compares the condensed set "
                "with real sets of the same size, and with all real samples: accuracy, "
                "recall by class, and the time that a training takes."
            )
        )

    def _go_before(self) -> None:
        self.navigator.go.emit("import" if self.workspace.image_set is None else "condense")

    def _say_action(self) -> None:
        self._say_empty()
        self.set_primary_reason(self._reason(), self._hint())
        self.queueing.use(self._run, self._plan, self._trials or (), self._refusal())
        none = self.tr("Nothing to decide on yet: trial-train first.")
        explain(
            self.decide,
            "" if self._trials else none,
            self.tr("Weigh accuracy, time and money for this run."),
        )

    def _reason(self) -> str:
        """Why no trial can be started now."""
        if self._run is None or self.workspace.image_set is None:
            return ""
        if self.jobs.busy:
            return self.tr("A job is running. Wait for it, or stop it in the line below.")
        return self._refusal()

    def _refusal(self) -> str:
        """Why this run cannot be tried at all."""
        if self._plan is None:
            return self.tr("Looking at the condensed set…")
        refusal = self._plan.refusal
        return say(refusal.key, **refusal.params) if refusal is not None else ""

    def _hint(self) -> str:
        """What a trial would do."""
        if self._plan is None or self._plan.refusal is not None:
            return ""
        recipe = self.form.recipe()
        sets, models = len(names_of(recipe, self._plan.sizes)), len(recipe.models)
        words = (
            self.tr(
                "Models to train: {count} (sets: {sets}, trainings of each: {seeds}). "
                "Held-out test pictures: {tests}."
            )
            if models == 1
            else self.tr(
                "Models to train: {count} (kinds: {models}, sets: {sets}, trainings of each: "
                "{seeds}). Held-out test pictures: {tests}."
            )
        ).format(
            count=number(models * sets * recipe.seeds),
            models=number(models),
            sets=number(sets),
            seeds=number(recipe.seeds),
            tests=number(self._plan.test_images),
        )
        if recipe.stress:
            more = self.tr("Under strain: {count} more.")
            words = f"{words} {more.format(count=number(len(STRAINS) * sets * recipe.seeds))}"
        about = self._about_time(recipe, self._plan)
        return f"{words} {about}" if about else words

    def _about_time(self, recipe: TrialRecipe, plan: Plan) -> str:
        """How long a trial takes, as far as is known; where it is not, some steps are measured."""
        seconds = estimate(recipe, plan.sizes, self._trials or ())
        if seconds is not None:
            words = self.tr("About {time}, judged by the last trial.")
            return words.format(time=clock(seconds))
        images = self.workspace.image_set
        if self.jobs.busy or self._trials is None or images is None or not self.isVisible():
            self.estimator.forget()
            return ""
        seconds = self.estimator.seconds(recipe, plan, images)
        if seconds is None:
            return ""
        return self.tr("About {time}, judged by some steps of training.").format(
            time=clock(seconds)
        )

    # --- the job --------------------------------------------------------------------------------

    def _start(self) -> None:
        run, project = self._run, self.workspace.project
        if run is None or project is None or self._plan is None or self.jobs.busy:
            return
        recipe = self.form.recipe()
        live = LiveCurves(recipe, self._plan.sizes)
        self.live.begin(live)
        self.jobs.start(
            Job("trial", _work(project, run, recipe, live), project=project.path, run=run.id)
        )

    def _progressed(self, progress: Progress) -> None:
        if self._training:
            self.live.show_progress(progress)

    def _ended(self, job: Job, _outcome: Outcome) -> None:
        if job.kind == "trial":
            self._trials = None
            self.workspace.refresh_runs(select=job.run if job.follow else "")


def _work(project: Project, run: Run, recipe: TrialRecipe, live: LiveCurves) -> Work:
    """The job: train, and let the curves listen."""

    def work(emit: Emit, token: StopToken) -> TrialReport:
        from engine.trial import run_trial

        def both(event: Event) -> None:
            live.hear(event)
            emit(event)

        return run_trial(project, run, recipe, emit=both, token=token)

    return work
