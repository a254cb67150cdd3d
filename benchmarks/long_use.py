"""Hours of use of the real window, sped up: does it grow?

    xvfb-run -a python benchmarks/long_use.py [--hours 8] [--minutes 15]

What a person does in an hour is done in a row by the window's own buttons and functions: a folder
is imported into a new project, condensed in a few steps, inspected and judged, exported as HDF5 and
as pictures; every page is turned to several times, language and theme are changed, settings and
guide are opened, the project is closed. After each hour, when everything is idle and collected,
memory, threads, open files and temporary files are counted. A line is fitted to each by least
squares, without the first hours, in which everything is used for the first time.

Ends with 1 if one of them grows by more than 5 % over the hours. What remains of the hours after
the given minutes of real time is left out, and said. Nothing is compiled and trainings are brief:
the window is what is tried.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

# Before Qt, as the window does.
import torch

# isort: split
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from engine.data.recipe import CondenseRecipe
from engine.project.export import export_run
from engine.runtime import StopSource
from engine.synthesis import session
from engine.synthesis.eye import make_eye
from gui.app import application, make_window
from gui.jobs import Job
from gui.main_window import MainWindow
from gui.settings import projects_folder
from gui.workspace import STEPS
from importers.samples import make_samples

MOST_GROWTH = 0.05
_WARM_UP = 2  # hours
_ROUNDS = 3  # through the pages, each in another language and theme
_STEPS, _SIDE = 4, 32
_PATIENCE_MS = 120_000


@dataclass(frozen=True)
class Count:
    """What is held after an hour."""

    memory_mb: float
    threads: float
    open_files: float
    temporary_files: float
    widgets: float
    objects: float

    @classmethod
    def now(cls, scratch: Path) -> Count:
        """After everything that nobody holds is gone."""
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            gc.collect()
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return cls(
            memory_mb=pages * os.sysconf("SC_PAGE_SIZE") / 1e6,
            threads=len(list(Path("/proc/self/task").iterdir())),
            open_files=len(list(Path("/proc/self/fd").iterdir())),
            temporary_files=sum(1 for one in scratch.rglob("*") if one.is_file()),
            widgets=len(QApplication.allWidgets()),
            objects=len(gc.get_objects()),
        )


def main() -> int:
    """Use the window, print what it holds hour by hour, and say whether it grows."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--hours", type=int, default=8)
    parser.add_argument("--minutes", type=float, default=15, help="of real time, at most")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as scratch:
        os.environ["SHIZUKU_HOME"] = home
        tempfile.tempdir = scratch
        be_brief()
        token = StopSource().token
        folder = make_samples(
            Path(home) / "drawings", per_class=5, size=_SIDE, emit=lambda _: None, token=token
        )
        window = make_window(application(), language="en")
        window.resize(1280, 800)
        window.show()
        counts = use(window, folder, Path(scratch), asked.hours, 60 * asked.minutes)
        window.close()
    print_counts(counts)
    if len(counts) < asked.hours:
        print(f"\nOnly {len(counts)} hours fitted into {asked.minutes:g} minutes.")
    grown = growth(counts)
    for name, share in grown.items():
        print(f"{name}: {100 * share:+.1f} % over {len(counts) - _WARM_UP} hours")
    sys.stdout.flush()
    too_much = [name for name, share in grown.items() if share > MOST_GROWTH]
    if too_much:
        print(f"\nGrows by more than {100 * MOST_GROWTH:.0f} %: {', '.join(too_much)}", flush=True)
    os._exit(1 if too_much else 0)


def be_brief() -> None:
    """Nothing is compiled: it would take most of the time and is no part of the window."""
    torch.set_num_threads(1)
    session.make_eye = lambda device, **_: make_eye(device, compile_code=False)


def use(window: MainWindow, folder: Path, scratch: Path, hours: int, seconds: float) -> list[Count]:
    """Hour after hour; what is held after each."""
    counts: list[Count] = []
    begun = time.monotonic()
    for hour in range(hours):
        if time.monotonic() - begun > seconds:
            break
        one_hour(window, folder, hour)
        counts.append(Count.now(scratch))
        print(f"hour {hour + 1}: {counts[-1]}", file=sys.stderr, flush=True)
    return counts


def one_hour(window: MainWindow, folder: Path, hour: int) -> None:
    """A new project from import to export, and everything around it."""
    window.go("start")
    rest(300)
    window.import_folder(folder)
    page = window.pages["import"]
    page.preparing.form.side.setValue(_SIDE)
    # As if it had been deleted: else the start page shows one project more each hour, up to twelve.
    shutil.rmtree(projects_folder() / "Use.shizuku", ignore_errors=True)
    page.preparing.form.name.setText("Use")
    press(window, "import")
    until(lambda: window.workspace.image_set is not None and idle(window), "importing")
    window.go("condense")
    recipe = CondenseRecipe(ipc=1, preset="quick", steps=_STEPS, seed=hour)
    window.pages["condense"].form.set_recipe(recipe)
    press(window, "condense")
    until(lambda: window.workspace.run is not None and idle(window), "condensing")
    inspect(window)
    export(window, folder.parent / f"out {hour}")
    for turn in range(_ROUNDS):
        window.services.languages.use("ja" if turn % 2 else "en")
        window.services.theme.use("dark" if turn % 2 else "light")
        for name in ("start", *STEPS):
            window.go(name)
            rest(60)
    for opened in (window.open_settings, window.open_shortcuts, window.show_log):
        opened()
        rest(60)
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.close()
    until(lambda: idle(window), "the end of the hour")
    window.close_project()
    rest(300)


def inspect(window: MainWindow) -> None:
    """Look at a few samples and judge them; take a verdict back."""
    window.go("inspect")
    page = window.pages["inspect"]
    until(lambda: page.desk.look is not None and idle(window), "reading the run")
    for sample in range(4):
        page.desk.judge("rejected" if sample % 2 else "accepted")
        page.step(1)
        rest(60)
    window.menus.edit.undo.trigger()
    until(lambda: idle(window), "inspecting")


def export(window: MainWindow, target: Path) -> None:
    """As HDF5 and as pictures."""
    project, run = window.workspace.project, window.workspace.run
    assert project is not None
    assert run is not None
    for to in (target.with_suffix(".h5"), target):
        job = Job("export", lambda emit, token, to=to: export_run(project, run, to))
        window.jobs.start(job)
        until(lambda: idle(window), "the export")


def press(window: MainWindow, name: str) -> None:
    """Press a page's button as soon as it can be pressed, and wait for its job to begin."""
    button = window.pages[name].primary
    until(button.isEnabled, f"the button of {name}")
    begun: list[object] = []
    window.jobs.started.connect(begun.append)
    button.click()
    until(lambda: bool(begun), f"the job of {name}")
    window.jobs.started.disconnect(begun.append)


def idle(window: MainWindow) -> bool:
    """Whether nothing is under way."""
    return not window.jobs.busy and not window.services.background.busy


def until(true: Callable[[], bool], what: str) -> None:
    """Let the window live until ``true()``."""
    waited = time.monotonic()
    while not true():
        if 1000 * (time.monotonic() - waited) > _PATIENCE_MS:
            raise SystemExit(f"waited in vain for {what}")
        rest(20)


def rest(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def growth(counts: list[Count]) -> dict[str, float]:
    """Of each count: what the fitted line gains over the hours, as a share of where it begins."""
    later = counts[_WARM_UP:]
    found = {}
    for name in Count.__dataclass_fields__:
        values = np.array([getattr(one, name) for one in later])
        if len(values) < 2:
            continue
        slope, begin = np.polyfit(np.arange(len(values)), values, 1)
        found[name] = float(slope) * (len(values) - 1) / max(float(begin), 1.0)
    return found


def print_counts(counts: list[Count]) -> None:
    """A row an hour."""
    names = list(Count.__dataclass_fields__)
    print(f"| hour | {' | '.join(name.replace('_', ' ') for name in names)} |")
    print("|---" * (len(names) + 1) + "|")
    for hour, one in enumerate(counts, start=1):
        print(f"| {hour} | {' | '.join(f'{getattr(one, name):.0f}' for name in names)} |")


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        sys.exit(main())
