"""How long the window's event loop is held up while it condenses or imports on all cores.

    xvfb-run -a python benchmarks/responsiveness.py [--folder PICTURES] [--size 64] [--seconds 90]
    xvfb-run -a python benchmarks/responsiveness.py --folder PICTURES --import

Opens the real window on a project made from a folder of pictures (without one: sample drawings),
starts condensing by its button, changes pages and redraws meanwhile, and measures how late a
timer of 10 ms comes: the time during which the window could not have answered; and from the wish
for a page to its being painted. With ``--import`` the folder is dropped on the window and imported
by the page's button instead. Aims: 99 % of the ticks less than 50 ms late, of the pages there
within 150 ms.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

# Before Qt, as the window does.
import torch  # noqa: F401

# isort: split
from PySide6.QtCore import Qt, QTimer

from engine.project import Project
from engine.runtime import StopSource
from gui.app import application, make_window
from gui.first_paint import FirstPaint
from gui.main_window import MainWindow
from gui.workspace import STEPS
from importers import ImportOptions, import_folder
from importers.samples import make_samples

_TICK_MS = 10
_TURN_MS = 1000


class Lag:
    """A timer that notes how late it is called, by what the job is doing."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.late: dict[str, list[float]] = {}
        self._last = time.perf_counter()
        self._timer = QTimer(window)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        late = max(0.0, 1000 * (now - self._last) - _TICK_MS)
        self._last = now
        progress = self._window.jobs.progress
        stage = progress.stage if progress is not None and self._window.jobs.busy else "idle"
        self.late.setdefault(stage, []).append(late)


class Turns:
    """Turns to one page after the other and notes how long each takes until it is painted."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._next = window, 0
        self.seconds: list[float] = []
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._turn)
        self._timer.start(_TURN_MS)

    def _turn(self) -> None:
        began = time.perf_counter()
        self._window.go(STEPS[self._next % len(STEPS)])
        self._next += 1
        painted = FirstPaint(self._window.stack.currentWidget()).painted
        painted.connect(lambda: self.seconds.append(time.perf_counter() - began))


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--size", type=int, default=64)
    parser.add_argument("--seconds", type=float, default=90)
    parser.add_argument("--import", action="store_true", dest="importing")
    asked = parser.parse_args()
    if asked.importing and asked.folder is None:
        parser.error("--import needs --folder")
    with tempfile.TemporaryDirectory() as home:
        os.environ["SHIZUKU_HOME"] = home
        path = None if asked.importing else make_project(Path(home), asked.folder, asked.size)
        app = application()
        window = make_window(app, language="en")
        window.show()
        lag = Lag(window)
        if path is None:
            window.import_folder(asked.folder)
            window.pages["import"].preparing.form.side.setValue(asked.size)
        else:
            window.open_project(path)
        QTimer.singleShot(3000, lambda: start(window, "condense" if path else "import"))
        turns = Turns(window)
        QTimer.singleShot(int(1000 * (asked.seconds + 3)), window.jobs.cancel)
        window.jobs.ended.connect(lambda _job, _outcome: QTimer.singleShot(500, app.quit))
        app.exec()
        print_table(lag)
        print_turns(turns)
        window.close()
    sys.stdout.flush()
    os._exit(0)  # PyTorch's compiler may still be busy in a thread


def start(window: MainWindow, page: str) -> None:
    """Press the button of a page, as soon as it can be pressed."""
    window.go(page)
    button = window.pages[page].primary
    if button.isEnabled():
        button.click()
    else:
        QTimer.singleShot(1000, lambda: start(window, page))


def make_project(home: Path, folder: Path | None, size: int) -> Path:
    """Import a folder, or drawings of our own."""
    token = StopSource().token
    if folder is None:
        folder = make_samples(
            home / "drawings", per_class=120, emit=lambda event: None, token=token
        )
    project = Project.create(home / "p.shizuku")
    import_folder(folder, project, ImportOptions(size=size), emit=lambda event: None, token=token)
    return project.path


def print_table(lag: Lag) -> None:
    """Percentiles of lateness by stage."""
    print("| stage | ticks | p50 ms | p99 ms | longest ms |")
    print("|---|---|---|---|---|")
    everything = [one for stage, late in lag.late.items() if stage != "idle" for one in late]
    for stage, late in (*lag.late.items(), ("all but idle", everything)):
        if late:
            p50, p99 = np.percentile(late, [50, 99])
            print(f"| {stage} | {len(late)} | {p50:.1f} | {p99:.1f} | {max(late):.1f} |")


def print_turns(turns: Turns) -> None:
    """How long pages take; apart the first visit of each, when it may have to be made."""
    milliseconds = [1000 * one for one in turns.seconds]
    first, later = milliseconds[: len(STEPS)], milliseconds[len(STEPS) :]
    print("\n| pages | turns | p50 ms | p99 ms | longest ms |")
    print("|---|---|---|---|---|")
    for words, taken in (("first visits", first), ("later", later)):
        if taken:
            p50, p99 = np.percentile(taken, [50, 99])
            print(f"| {words} | {len(taken)} | {p50:.1f} | {p99:.1f} | {max(taken):.1f} |")


if __name__ == "__main__":
    sys.exit(main())
