"""Putting trials and curves into the queue, and following a trial that the queue has begun."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout

from engine.project import Run
from engine.queueing.work import trial_recipe, trial_values
from engine.runtime import Progress, UserError
from engine.trial import TrialRecipe, TrialReport
from gui.jobs import Job
from gui.language import TranslatedWidget
from gui.pages.trial_parts.curve_dialog import CurveDialog, Order
from gui.pages.trial_parts.curves import LiveCurves
from gui.pages.trial_parts.live import LiveView
from gui.pages.trial_parts.plan import Plan, look
from gui.services import Services
from gui.theme import GAP
from gui.widgets.layout import button, explain, row

_LOOK = "trial.queued"


class QueueTrial(TranslatedWidget):
    """The buttons “Add to queue” and “Curve over images per class…”.

    Parameters
    ----------
    recipe : callable
        The trial as the form stands.
    """

    def __init__(self, services: Services, recipe: Callable[[], TrialRecipe]) -> None:
        super().__init__()
        self._services, self._recipe = services, recipe
        self._run: Run | None = None
        self._plan: Plan | None = None
        self._trials: Sequence[TrialReport] = ()
        self.dialog: CurveDialog | None = None
        self.add, self.curve = button("playlist-plus"), button("chart-line")
        self.setLayout(row(self.curve, self.add, spacing=GAP))
        self.add.clicked.connect(self._put)
        self.curve.clicked.connect(self.order)
        self.bind(self._say)

    def put_into(self, layout: QBoxLayout, place: int) -> None:
        """Stand in a row of the page."""
        layout.insertWidget(place, self)

    def use(
        self, run: Run | None, plan: Plan | None, trials: Sequence[TrialReport], refusal: str
    ) -> None:
        """The run looked at and what can be tried with it; ``refusal`` says why nothing can."""
        self._run, self._plan, self._trials = run, plan, trials
        mended = run is not None and run.recipe.mend is not None
        unfit = self.tr("This run was mended by hand, so it is no point of a curve.")
        explain(self.add, refusal, self.tr("Try it later: after what runs, or overnight."))
        explain(
            self.curve,
            refusal or (unfit if mended else ""),
            self.tr("Condense and try with 1, 5, 10, 20 and 50 images per class, overnight."),
        )

    def order(self) -> None:
        """Ask which points."""
        workspace, run, plan = self._services.workspace, self._run, self._plan
        if workspace.project is None or workspace.image_set is None or not run or plan is None:
            return
        order = Order(
            workspace.project,
            workspace.image_set,
            run.recipe,
            self._recipe(),
            plan.sizes,
            self._trials,
        )
        self.dialog = CurveDialog(self._services, order, self)
        self.dialog.open()

    def _put(self) -> None:
        run = self._run
        if run is not None:
            values = trial_values(self._recipe())
            self._services.queue.add(lambda project: project.queue.add_trial(values, run=run.id))

    def _say(self) -> None:
        self.add.setText(self.tr("Add to queue"))
        self.curve.setText(self.tr("Curve over images per class…"))


class QueuedTrial(QObject):
    """Shows the learning curves of a trial that the queue has begun."""

    def __init__(self, services: Services, live: Callable[[], LiveView], parent: QObject) -> None:
        super().__init__(parent)
        self._services, self._live = services, live
        self._curves: LiveCurves | None = None
        services.jobs.started.connect(self._started)
        services.jobs.progressed.connect(self._progressed)

    def _started(self, job: Job) -> None:
        self._curves = None
        entry, workspace = self._services.queue.current, self._services.workspace
        images, project = workspace.image_set, workspace.project
        if entry is None or entry.kind != "trial" or entry.run != job.run:
            return
        self._live().wait()
        if images is None or project is None:
            return
        try:
            recipe, run = trial_recipe(entry), project.run(entry.run)
        except UserError:  # the job says so itself
            return
        self._services.background.run(
            _LOOK, lambda _token: look(run, images), lambda plan: self._begin(recipe, plan)
        )

    def _begin(self, recipe: TrialRecipe, plan: Plan) -> None:
        if plan.refusal is None and self._services.queue.current is not None:
            self._curves = LiveCurves(recipe, plan.sizes)
            self._live().begin(self._curves)

    def _progressed(self, progress: Progress) -> None:
        if self._curves is not None:
            self._curves.hear(progress)
