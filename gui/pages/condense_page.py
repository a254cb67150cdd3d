"""The condense page: how small, and what to keep; the run while it learns; earlier runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QSplitter, QStackedWidget

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe
from engine.project import Project, Run
from engine.runtime import Emit, Preview, Progress, StopToken, UserError
from gui.icons import icon
from gui.jobs import Job, Outcome
from gui.language import clock, data_size, number, say
from gui.pages.condense_parts.advising import Advising
from gui.pages.condense_parts.curves import Curves
from gui.pages.condense_parts.draft import RecipeDraft
from gui.pages.condense_parts.estimator import Estimator
from gui.pages.condense_parts.queueing import QueueRecipe
from gui.pages.condense_parts.recipe_form import RecipeForm
from gui.pages.condense_parts.recogniser import Recogniser
from gui.pages.condense_parts.reference_import import ReferenceImport
from gui.pages.condense_parts.removing import RunRemoval
from gui.pages.condense_parts.run_list import ResumeOffer, RunList
from gui.pages.condense_parts.run_view import RunView
from gui.pages.condense_parts.runs import RunLook, RunRow, read_look, read_rows
from gui.pages.first_words import PICTURES, first_words
from gui.pages.page import Page
from gui.services import Services
from gui.theme import GAP, PAD
from gui.widgets.layout import Card, EmptyState, column, holder, row, scrolled

_ROWS, _LOOK = "condense.rows", "condense.look"
_FORM_WIDTH = 352


class CondensePage(Page):
    """Left the recipe, right the run and the list of runs."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._stale = True
        self._project = ""

    def making(self) -> Iterator[None]:
        """The recipe, the run, then all the rest."""
        services = self.services
        self.form = RecipeForm()
        yield
        self.view = RunView()
        yield
        self.list = RunList()
        self.offer = ResumeOffer()
        self.estimator = Estimator(services.background, self._question, self)
        self.advising = Advising(services, self.form, self.estimator, self)
        self.recogniser = Recogniser(services.background, self)
        self.references = ReferenceImport(services, self.form.appearance, self)
        self.no_pictures = EmptyState(
            PICTURES["condense"], lambda: self.navigator.go.emit("import")
        )
        self.no_runs = EmptyState("water-outline")
        self.queueing = QueueRecipe(services, self.form, self._impossible)
        self.action_row.insertWidget(1, self.queueing)
        yield
        self._assemble()
        self._connect()
        RunRemoval(services, self.list, self)
        self.draft = RecipeDraft(services.workspace, self.form, self)
        self.bind(self._texts)
        self._images_changed()

    # --- building -----------------------------------------------------------------------------

    def _assemble(self) -> None:
        left = Card()
        area = scrolled(self.form)
        left.body.addWidget(area)
        # Below the lower edge an opened fold would seem not to have opened.
        self.form.expert.heading.toggled.connect(
            lambda opened: QTimer.singleShot(0, self, lambda: self._scroll_to_expert(area, opened))
        )
        left.setFixedWidth(_FORM_WIDTH)
        self.seen = QStackedWidget()
        empty = Card()
        empty.body.addWidget(self.no_runs)
        self.seen.addWidget(empty)
        self.seen.addWidget(self.view)
        self.splitter = QSplitter(Qt.Orientation.Vertical)
        self.splitter.setHandleWidth(GAP)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.seen)
        self.splitter.addWidget(self.list)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 1)
        right = column(self.offer, scrolled(self.splitter))
        right.setStretch(1, 1)
        whole = row(left, right, spacing=PAD)
        whole.setStretch(1, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.no_pictures)
        self.stack.addWidget(holder(whole))
        self.body.addWidget(self.stack)
        self.primary.clicked.connect(self.start)

    def _scroll_to_expert(self, area: QScrollArea, opened: bool) -> None:
        """Its heading comes first, as it may be higher than the area."""
        if opened:
            area.verticalScrollBar().setValue(self.form.expert.y())

    def _connect(self) -> None:
        self.workspace.project_changed.connect(self._project_changed)
        self.workspace.images_changed.connect(self._images_changed)
        self.workspace.runs_changed.connect(self._load_rows)
        self.workspace.run_changed.connect(self._run_changed)
        self.jobs.started.connect(self._job_started)
        self.jobs.progressed.connect(self._progressed)
        self.jobs.previewed.connect(self._previewed)
        self.jobs.state_changed.connect(self._state_changed)
        self.jobs.ended.connect(self._job_ended)
        self.form.changed.connect(self._recipe_changed)
        self.estimator.changed.connect(self._draw)
        self.recogniser.changed.connect(lambda: self.form.set_kind(self.recogniser.kind))
        self.references.imported.connect(self.form.appearance.take_reference)
        self.references.imported.connect(self._load_rows)
        self.references.removed.connect(self._reference_removed)
        self.view.inspect.connect(lambda: self.navigator.go.emit("inspect"))
        self.list.chosen.connect(self.workspace.select_run)
        self.list.resume.connect(self.resume)
        self.list.inspect.connect(self._inspect)
        self.list.reuse.connect(self._reuse)
        self.offer.resume.connect(self.resume)

    def _texts(self) -> None:
        first = first_words("condense")
        self.title.setText(first.title)
        self.primary.setText(self.tr("Condense"))
        self.primary.setIcon(icon("water", on_accent=True))
        self.no_pictures.sentence.setText(first.sentence)
        self.no_pictures.button.setText(first.way)
        self._draw()

    # --- what the user asks for ---------------------------------------------------------------

    def start(self) -> None:
        """Begin a new run with the recipe of the form."""
        self._begin(lambda project: project.new_run(self.form.recipe()))

    def resume(self, run_id: str) -> None:
        """Go on with an earlier run from its checkpoint."""
        self._begin(lambda project: project.run(run_id))

    def _begin(self, run_of: Callable[[Project], Run]) -> None:
        project = self.workspace.project
        if project is None or self.jobs.busy:
            return
        try:
            run = run_of(project)
        except UserError as error:
            self.navigator.tell_error(error)
            return

        def work(emit: Emit, token: StopToken) -> object:
            from engine.synthesis import condense_run

            return condense_run(project, run, emit=emit, token=token)

        self.jobs.start(Job("condense", work, project=project.path, run=run.id))

    def _inspect(self, run_id: str) -> None:
        self.workspace.select_run(run_id)
        self.navigator.go.emit("inspect")

    def _reuse(self, run_id: str) -> None:
        one = self.list.row_of(run_id)
        if one is not None:
            self.form.set_recipe(one.recipe)

    # --- what happens ---------------------------------------------------------------------------

    def shown(self) -> None:
        """Catch up with what changed while another page was in view."""
        self._load_rows()
        if self._stale:
            self._load_look()
        if self.estimator.estimate is None and not self.jobs.busy:
            self.estimator.ask()
        self.recogniser.ask(self.workspace.image_set)
        self._draw()

    def _project_changed(self) -> None:
        path = str(self.workspace.project.path) if self.workspace.project else ""
        if path != self._project:
            self._project = path
            self.list.show_rows([], "", busy=self.jobs.busy)
            self.offer.offer(None)

    def _images_changed(self) -> None:
        for name in (_ROWS, _LOOK):
            self.services.background.forget(name)
        self.estimator.forget()
        self.recogniser.forget()
        images = self.workspace.image_set
        if images is None:
            self.form.set_pictures([], [], 0)
        else:
            counts = images.counts("train").tolist()
            self.form.set_pictures(images.class_names, counts, images.shape[1])
        self.stack.setCurrentIndex(0 if images is None else 1)
        if self.isVisible():
            self.estimator.ask()
            self.recogniser.ask(images)
        self._draw()

    def _reference_removed(self) -> None:
        self._recipe_changed()
        self._load_rows()
        self._draw()

    def _recipe_changed(self) -> None:
        self.estimator.forget()
        if not self.jobs.busy:
            self.estimator.ask()

    def _run_changed(self) -> None:
        self._stale = True
        self.list.choose(self.workspace.run.id if self.workspace.run else "")
        if self.isVisible():
            self._load_look()

    def _job_started(self, job: Job) -> None:
        self.list.set_busy(True)
        if job.kind == "condense":
            self.estimator.pause()
            self.services.background.forget(_LOOK)
            self._show_live(job.run)
            self.workspace.refresh_runs()
        self._draw()

    def _show_live(self, run_id: str) -> None:
        project, images = self.workspace.project, self.workspace.image_set
        if project is None or images is None:
            return
        run = project.run(run_id)
        look = self.view.look
        curves = self.view.curves if look is not None and look.row.id == run_id else Curves()
        self.view.begin(run.recipe, images.class_names, curves)
        self.seen.setCurrentIndex(1)

    def _progressed(self, progress: Progress) -> None:
        if self._live:
            self.view.show_progress(progress)

    def _previewed(self, preview: Preview) -> None:
        if self._live:
            self.view.show_preview(preview)

    def _state_changed(self, state: str) -> None:
        if self._live and state != "idle":
            self.view.show_state(state)
        self._draw()

    @property
    def _live(self) -> bool:
        """Whether a condensing run is in progress here."""
        return self.jobs.job is not None and self.jobs.job.kind == "condense"

    def _job_ended(self, job: Job, outcome: Outcome) -> None:
        self.list.set_busy(False)
        if job.kind == "condense":
            self._stale = True
            kept = job.follow and outcome.status != "cancelled"
            self.workspace.refresh_runs(job.run if kept else "")
            self._load_look()
        else:
            self._load_rows()
        if self.isVisible():
            self.estimator.ask()
        self._draw()

    # --- reading beside the window ----------------------------------------------------------------

    def _load_rows(self) -> None:
        project, runs = self.workspace.project, self.workspace.runs()
        ours = self.jobs.job.run if self._live and self.jobs.job else ""

        def work(token: StopToken) -> list[RunRow]:
            titles = {} if project is None else project.reference_titles()
            return read_rows(runs, ours, token, titles)

        self.services.background.run(_ROWS, work, self._show_rows)

    def _show_rows(self, rows: list[RunRow]) -> None:
        chosen = self.workspace.run.id if self.workspace.run else ""
        self.list.show_rows(rows, chosen, busy=self.jobs.busy)
        self._draw()

    def _load_look(self) -> None:
        run = self.workspace.run
        if self._live:
            return
        self._stale = False
        if run is None:
            self.services.background.forget(_LOOK)
            self.seen.setCurrentIndex(0)
            return
        project = self.workspace.project

        def work(_token: StopToken) -> RunLook:
            return read_look(run, {} if project is None else project.reference_titles())

        self.services.background.run(_LOOK, work, self._show_look, self.navigator.tell_error)

    def _show_look(self, look: RunLook) -> None:
        self.view.show_look(look)
        self.seen.setCurrentIndex(1)

    def _question(self) -> tuple[ImageSet, CondenseRecipe] | None:
        images = self.workspace.image_set
        if images is None or self.jobs.busy or self._impossible():
            return None
        try:
            return images, self.form.recipe()
        except UserError:
            return None

    # --- words ----------------------------------------------------------------------------------

    def _draw(self) -> None:
        words = self.tr(
            "No condensed set yet. Condense makes one from {pictures} pictures. The curves and "
            "the synthetic samples are shown here while they are learned."
        )
        self.no_runs.sentence.setText(words.format(pictures=number(self.form.pictures)))
        self.subtitle.setText(self._about())
        self.list.setVisible(bool(self.list.rows))
        interrupted = (one for one in self.list.rows if one.state == "interrupted")
        self.offer.offer(None if self.jobs.busy else next(interrupted, None))
        # Without pictures the way to them is the one blue button.
        for part in (self.primary, self.reason, self.queueing):
            part.setVisible(self.workspace.image_set is not None)
        self.set_primary_reason(self._reason(), self._hint())
        self.queueing.draw()

    def _about(self) -> str:
        if self.workspace.image_set is None:
            return first_words("condense").about
        words = self.tr(
            "Condense learns {ipc} synthetic images a class from {pictures} pictures, so that a "
            "model trained on them does almost as well."
        )
        about = words.format(ipc=self.form.ipc.value(), pictures=number(self.form.pictures))
        found = self.estimator.estimate
        if found is None:
            return about
        taken = self.tr("It takes about {time}.").format(time=clock(found.seconds))
        return f"{about} {taken}"

    def _impossible(self) -> str:
        """Why the recipe can make nothing of the pictures; empty if it can."""
        images = self.workspace.image_set
        if images is None:
            return self.tr("There are no pictures yet. Import a folder first.")
        classes = sum(count > 0 for count in images.counts("train").tolist())
        if not classes:
            return say("condense.too_few_classes", count=classes)
        return self.form.fault()

    def _reason(self) -> str:
        if self._live:
            return self.tr(
                "A run is in progress. Pause it, stop and keep, or cancel and discard it in the "
                "line at the bottom of the window."
            )
        if self.jobs.busy:
            return self.tr("A job is running. Wait for it, or end it in the line below.")
        impossible = self._impossible()
        if impossible:
            return impossible
        error, found = self.estimator.error, self.estimator.estimate
        if error is not None:
            return say(error.key, **error.params)
        if found is not None and not self.estimator.fits:
            return self.tr(
                "Needs {need} of memory, but may take only {free}. Close other programs or allow "
                "more below; this is checked again every few seconds."
            ).format(need=data_size(found.memory_bytes), free=data_size(found.available_bytes))
        return ""

    def _hint(self) -> str:
        found = self.estimator.estimate
        if found is None:
            return self.tr("Estimating time and memory…")
        return self.tr("Fits: {need} of {free} · about {time}").format(
            need=data_size(found.memory_bytes),
            free=data_size(found.available_bytes),
            time=clock(found.seconds),
        )
