"""What is open: the project, its pictures and the run that is looked at; shared by all pages."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from engine.data import ImageSet, proving
from engine.project import Project, Run
from engine.project.in_use import hold_project
from engine.project.reported import is_reported
from engine.runtime import UserError
from engine.runtime.holding import Hold
from gui.aside import aside
from gui.history import History

StepName = Literal["import", "condense", "inspect", "trial", "decide"]
STEPS: tuple[StepName, ...] = ("import", "condense", "inspect", "trial", "decide")


@dataclass(frozen=True)
class StepState:
    """Where a step of the stream stands; ``needs`` names the step that must come first."""

    state: Literal["done", "ready", "needs"]
    needs: StepName | None = None


def _prove_aside(project: Project) -> None:
    """Pictures from elsewhere, and the runs beside them, take a second, a harmful file several."""
    path = project.images_path
    if project.has_images and not proving.is_known(path):
        with suppress(UserError, OSError):  # opening it says so
            aside(lambda: proving.prove(path))


class Workspace(QObject):
    """The open project as all pages see it.

    Signals
    -------
    project_changed
        Another project, or none, is open.
    images_changed
        The project's pictures were imported anew; follows ``project_changed`` too.
    runs_changed
        A run was begun, ended, judged or tried.
    run_changed
        Another run is looked at.
    """

    project_changed = Signal()
    images_changed = Signal()
    runs_changed = Signal()
    run_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.run: Run | None = None
        self._image_set: ImageSet | None = None
        self.history = History(self)
        self._hold: Hold | None = None

    def open(self, path: Path) -> None:
        """Open a project.

        Raises
        ------
        UserError
            What :meth:`Project.open` and :class:`ImageSet` raise, and ``project.locked`` while
            another window has it open; then nothing has changed.
        """
        project = Project.open(path)
        held = hold_project(path)
        try:
            _prove_aside(project)
            image_set = project.image_set() if project.has_images else None
        except BaseException:
            if held is not None:
                held.release()
            raise
        self._replace(project, image_set, held)

    def close(self) -> None:
        """Close the project."""
        self._replace(None, None, None)

    def _replace(
        self, project: Project | None, image_set: ImageSet | None, held: Hold | None
    ) -> None:
        if self._image_set is not None:
            self._image_set.close()
        if project is None or self.project is None or project.path != self.project.path:
            self.history.clear()
        before, self._hold = self._hold, held
        self.project, self._image_set = project, image_set
        self.run = self._newest_run()
        self.project_changed.emit()
        self.images_changed.emit()
        self.runs_changed.emit()
        self.run_changed.emit()
        # Only now: those who listen keep what was typed last with the project before.
        if before is not None:
            before.release()

    @property
    def image_set(self) -> ImageSet | None:
        """The project's pictures, opened once; None before the first import."""
        return self._image_set

    def release_images(self) -> None:
        """Close the picture file, so that an import may replace it (Windows locks open files)."""
        if self._image_set is not None:
            self._image_set.close()
            self._image_set = None
            self.images_changed.emit()

    def images_replaced(self) -> None:
        """An import has written new pictures."""
        if self.project is not None:
            self.open(self.project.path)

    def refresh_runs(self, select: str = "") -> None:
        """Look at the runs again; ``select`` is the id of the one to look at from now on."""
        if self.project is None:
            return
        runs = self.project.runs()
        wanted = select or (self.run.id if self.run else "")
        run = next((one for one in runs if one.id == wanted), runs[0] if runs else None)
        changed = (run.id if run else "") != (self.run.id if self.run else "")
        self.run = run
        self.runs_changed.emit()
        if changed or select:
            self.run_changed.emit()

    def select_run(self, run_id: str) -> None:
        """Look at another run."""
        if self.run is None or self.run.id != run_id:
            self.refresh_runs(run_id)

    def runs(self) -> list[Run]:
        """All runs, newest first."""
        return self.project.runs() if self.project else []

    def step_state(self, step: StepName) -> StepState:
        """Whether a step is done, ready, or needs another first."""
        if step == "import":
            return StepState("ready" if self.image_set is None else "done")
        if self.image_set is None:
            return StepState("needs", "import")
        runs = [run for run in self.runs() if run.condensed_path.is_file()]
        if step == "condense":
            return StepState("done" if runs else "ready")
        if self.run is None or not self.run.condensed_path.is_file():
            return StepState("needs", "condense")
        tried = bool(self.run.trials()) or (self.run.folder / "anomaly").is_dir()
        if step == "inspect":
            judged = len(self.run.verdicts())
            return StepState("done" if judged else "ready")
        if step == "trial":
            return StepState("done" if tried else "ready")
        if not tried or self.project is None:
            return StepState("needs", "trial")
        # Decided is what has been read and passed on: a report of the newest trial.
        return StepState("done" if is_reported(self.project, self.run) else "ready")

    def _newest_run(self) -> Run | None:
        try:
            runs = self.runs()
        except UserError:
            return None
        return next(
            (run for run in runs if run.condensed_path.is_file()), runs[0] if runs else None
        )
