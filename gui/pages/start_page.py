"""The start page: recent projects, new, open, sample drawings. Nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QGridLayout

from engine import __version__
from engine.project import Project
from engine.runtime import Emit, StopToken
from gui.guide.news import News
from gui.jobs import Job, Outcome
from gui.pages.page import Page
from gui.project_glance import Glance, glance_at
from gui.services import Services
from gui.settings import projects_folder
from gui.theme import GAP, PAD
from gui.widgets.layout import button, column, explain, holder, label, row, scrolled
from gui.widgets.project_card import ProjectCard

_COLUMNS = 2
_GLANCES = "start.glances"


class StartPage(Page):
    """Where everybody begins, and comes back to."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.new = button("folder-plus-outline", primary=True)
        self.open = button("folder-open-outline")
        self.samples = button("compass-outline")
        self.tour = button("map-marker-path")
        self._tour_asked = False
        self.hint = label("muted", wrap=True)
        self.heading = label("heading")
        self.none = label("muted", wrap=True)
        self.news = News()
        self.cards: list[ProjectCard] = []
        self._grid = QGridLayout()
        self._grid.setSpacing(PAD)
        self._assemble()
        self.new.clicked.connect(self.navigator.choose_folder.emit)
        self.open.clicked.connect(self.navigator.choose_project.emit)
        self.samples.clicked.connect(self.try_samples)
        self.tour.clicked.connect(self.take_tour)
        self.jobs.state_changed.connect(lambda _state: self._draw())
        self.jobs.ended.connect(self._job_ended)
        self.news.read.connect(services.settings.remembered.read_news)
        self.bind(self._texts)

    def _assemble(self) -> None:
        self.primary.hide()
        self.reason.hide()
        below = column(self.heading, self.none, self._grid, None, self.news, spacing=GAP)
        self.body.addLayout(row(self.new, self.open, self.samples, self.tour, None, spacing=PAD))
        self.body.addWidget(self.hint)
        self.body.addSpacing(PAD)
        self.body.addWidget(scrolled(holder(below)), 1)

    def _texts(self) -> None:
        self.title.setText(self.tr("Shizuku"))
        self.subtitle.setText(
            self.tr(
                "Condenses thousands of drawings or photos into a few synthetic samples that "
                "train a model almost as well, in a fraction of the time."
            )
        )
        self.new.setText(self.tr("New from folder…"))
        self.open.setText(self.tr("Open…"))
        self.samples.setText(self.tr("Try the sample drawings"))
        self.tour.setText(self.tr("Tour, 2 minutes"))
        self.hint.setText(
            self.tr("Or drop a folder of pictures, or a project, anywhere on this window.")
        )
        self.heading.setText(self.tr("Recent projects"))
        self.none.setText(
            self.tr(
                "None yet. A project keeps the prepared pictures, the condensed sets and the "
                "trials of one folder of pictures; the pictures themselves are never changed."
            )
        )
        self._draw()

    def _draw(self) -> None:
        busy = self.tr("A job is still running.") if self.jobs.busy else ""
        explain(self.new, busy, self.tr("Import a folder of pictures into a new project"))
        explain(self.open, busy, self.tr("Open a project folder, NAME.shizuku"))
        explain(
            self.samples,
            busy,
            self.tr("Draws mechanical and electrical symbols and imports them: a few seconds"),
        )
        explain(
            self.tour,
            busy,
            self.tr("Opens the sample drawings and leads through the five steps"),
        )

    # --- recent projects ----------------------------------------------------------------------

    def shown(self) -> None:
        """Look at the recent projects again; tell those who come back what is new."""
        remembered = self.services.settings.remembered
        paths = [Path(one) for one in remembered.recent]
        self.news.show_unread(bool(paths) and remembered.news_read != __version__)
        self.services.background.run(
            _GLANCES, lambda token: _glances(paths, token), self._show_glances
        )

    def _show_glances(self, glances: list[Glance]) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ProjectCard(one) for one in glances]
        for place, card in enumerate(self.cards):
            card.chosen.connect(self.navigator.open_project.emit)
            card.removed.connect(self._remove)
            self._grid.addWidget(card, place // _COLUMNS, place % _COLUMNS)
        for column_number in range(_COLUMNS):
            self._grid.setColumnStretch(column_number, 1)
        self.none.setVisible(not self.cards)

    def _remove(self, path: Path) -> None:
        self.services.settings.remembered.forget(path)
        self.shown()

    # --- sample drawings ----------------------------------------------------------------------

    def try_samples(self) -> None:
        """Draw the sample drawings into a project and open it."""
        folder = projects_folder() / "Samples"

        def work(emit: Emit, token: StopToken) -> Project:
            from gui.sample_project import SampleSize, make_sample_project

            return make_sample_project(folder, size=SampleSize(), emit=emit, token=token)

        if not self.jobs.busy:
            self.jobs.start(Job("samples", work, can_keep=False))

    def take_tour(self) -> None:
        """Open the sample drawings, then lead through the five steps."""
        if not self.jobs.busy:
            self._tour_asked = True
            self.try_samples()

    def _job_ended(self, job: Job, outcome: Outcome) -> None:
        asked, self._tour_asked = self._tour_asked, False
        if job.kind != "samples" or outcome.status != "done":
            return
        path = outcome.result.path
        self.navigator.open_project.emit(path)
        project = self.workspace.project
        if asked and project is not None and project.path == path:
            self.navigator.tour.emit()


def _glances(paths: list[Path], token: StopToken) -> list[Glance]:
    glances = []
    for path in paths:
        token.raise_if_stopped()
        glances.append(glance_at(path))
    return glances
