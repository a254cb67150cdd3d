"""The gallery with 100,000 real samples: opening, flings, memory, sorting and searching.

    xvfb-run -a python benchmarks/gallery.py NEU-CLS/ [--count 100000] [--size 64]

Imports a folder of pictures, writes ``--count`` varied copies of them as a project's image set, and
opens the real window on its inspect page in a process of its own. A fling moves the real samples
by some thousand lines in a second, slowing down as a finger's fling does; the time from its end
until no visible tile is empty is what counts. Flings are measured again while the appearance of
the pictures is measured beside them. Memory is what the process holds (resident): PyTorch and Qt
alone take most of it, so that what an empty window holds is told too.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import common
import numpy as np
import numpy.typing as npt
import torch  # noqa: F401  (before Qt, as the window does)

# isort: split
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from engine.data import CondensedSet, ImageSetWriter
from engine.data.recipe import CondenseRecipe
from engine.project import Project
from gui.app import application, make_window
from gui.main_window import MainWindow
from gui.pages.inspect_page import InspectPage

_BATCH = 1000
_IPC = 10
_FLINGS, _FLING_LINES = 10, 4000
_FRAME_MS, _FRAMES = 16, 60
_PATIENCE = 600.0


def main() -> None:
    """Make the project; measure in a fresh process."""
    asked = _options()
    if asked.project is not None:
        measure(asked.project)
        return
    with tempfile.TemporaryDirectory(dir=asked.scratch) as folder:
        scratch = Path(folder)
        made = many(common.project_of(asked.source, scratch, size=asked.size), scratch, asked.count)
        print(f"{common.machine()}\n{asked.count:,} pictures of {asked.size} px\n", flush=True)
        subprocess.run(
            [sys.executable, __file__, str(asked.source), "--project", made.path],
            check=True,
            env={**os.environ, "SHIZUKU_HOME": str(scratch / "home")},
        )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("source", type=Path, help="folder of pictures")
    parser.add_argument("--count", type=int, default=100_000, help="pictures; default 100,000")
    parser.add_argument("--size", type=int, default=64, help="side in px; default 64")
    parser.add_argument("--scratch", type=Path, help="folder for what is made and removed again")
    parser.add_argument("--project", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


# --- pictures -----------------------------------------------------------------------------------


def many(project: Project, scratch: Path, count: int) -> Project:
    """A project of ``count`` varied copies of its training pictures, class by class, and a run."""
    made = Project.create(scratch / "many.shizuku")
    random = np.random.default_rng(0)
    with project.image_set() as images:
        names, (_, height, width, channels) = images.class_names, images.shape
        with ImageSetWriter(
            made.images_path, height=height, width=width, channels=channels
        ) as writer:
            for label, share in enumerate(np.array_split(np.arange(count), len(names))):
                originals = images.read(images.indices("train", label))
                for start in range(0, len(share), _BATCH):
                    part = share[start : start + _BATCH]
                    writer.append(
                        varied(originals[part % len(originals)], random),
                        [label] * len(part),
                        [0] * len(part),
                        [f"{names[label]}/{names[label]}_{one:06}.png" for one in part],
                    )
            writer.finish(
                class_names=names,
                preparation=images.preparation,
                fingerprint=hashlib.sha256(str(count).encode()).hexdigest(),
            )
    _select(made)
    return made


def varied(pictures: npt.NDArray[np.uint8], random: np.random.Generator) -> npt.NDArray[np.uint8]:
    """The pictures moved, turned over, lighter or darker and with a little noise."""
    pictures = np.roll(pictures, random.integers(0, 64, 2), (1, 2))
    flipped = random.random(len(pictures)) < 0.5
    pictures = np.where(flipped[:, None, None, None], pictures[:, :, ::-1], pictures)
    gain = random.uniform(0.8, 1.2, (len(pictures), 1, 1, 1)).astype(np.float32)
    noise = random.integers(-6, 7, pictures.shape, dtype=np.int8)
    return (pictures * gain + noise).clip(0, 255).astype(np.uint8)


def _select(project: Project) -> None:
    """A condensed set of real pictures: the gallery shows it as any other."""
    run = project.new_run(CondenseRecipe(ipc=_IPC))
    with project.image_set() as images:
        labels = range(len(images.class_names))
        rows = np.concatenate([images.indices("train", label)[:_IPC] for label in labels])
        CondensedSet(
            images=images.read(rows),
            labels=images.labels[rows],
            class_names=images.class_names,
            mean=images.mean,
            std=images.std,
            images_per_class=_IPC,
            provenance={"source_fingerprint": images.fingerprint},
        ).save(run.condensed_path)


# --- the window ---------------------------------------------------------------------------------


class Bench:
    """The real window and what was measured of it."""

    def __init__(self, project: Path) -> None:
        self.window: MainWindow = make_window(application(), language="en")
        self.window.resize(1920, 1080)
        self.window.show()
        rest(1.0)
        self.rows: list[tuple[str, str]] = []
        self.empty = resident()
        self.tell("empty window, resident", f"{self.empty:.0f} MB")
        # Not as the window does it: that would show the page at once.
        self.window.workspace.open(project)
        rest(2.0)
        self.tell_memory("project opened")
        page = self.window.pages["inspect"]
        assert isinstance(page, InspectPage)
        self.page, self.gallery, self.grid = page, page.gallery, page.gallery.real

    def tell(self, what: str, value: str) -> None:
        """A row of the table."""
        self.rows.append((what, value))
        print(f"| {what} | {value} |", flush=True)

    def tell_memory(self, when: str) -> None:
        """What is held now, above the empty window."""
        now = resident()
        self.tell(
            f"{when}: above the empty window (in all)", f"{now - self.empty:.0f} MB ({now:.0f} MB)"
        )

    def complete(self) -> bool:
        """Whether every tile in view was painted with its picture."""
        seen = self.grid.in_view()
        return len(seen) > 0 and all(self.grid.tiles.drawn(row) for row in seen)

    def idle(self) -> None:
        """Wait for everything that is computed beside the window."""
        until(lambda: not self.page.services.background.busy)


def measure(project: Path) -> None:
    """Everything, as a table."""
    print("| | |\n|---|---|")
    bench = Bench(project)
    begun = time.perf_counter()
    bench.window.go("inspect")
    until(lambda: bool(bench.gallery.samples) and bench.complete())
    bench.tell("opening the page, until painted", f"{time.perf_counter() - begun:.2f} s")
    bench.tell_memory("page opened")
    bench.idle()
    bench.tell_memory("nearest samples and gaps measured too")
    flings(bench, "flings")
    bench.tell_memory("after the flings")
    jumps(bench)
    searching(bench)
    values(bench)
    bench.tell_memory("at the end")
    bench.tell("most resident memory ever", f"{common.peak_gib() * 1024 * 1.048576:.0f} MB")
    sys.stdout.flush()
    os._exit(0)  # PyTorch's compiler may still be busy in a thread


def flings(bench: Bench, name: str) -> None:
    """Fling up and down; how long tiles stay empty afterwards, and how long a frame takes."""
    blank, frames = [], []
    bar, line = bench.grid.verticalScrollBar(), bench.grid.gridSize().height()
    for number in range(_FLINGS):
        # From where a fling has room, by more each time.
        distance = line * _FLING_LINES * (number % 4 + 1) // 2
        down = bar.value() + distance < bar.maximum()
        frames += fling(bench, distance if down else -distance)
        stopped = time.perf_counter()
        until(bench.complete)
        blank.append(time.perf_counter() - stopped)
        rest(0.2)
    bench.tell(f"{name}: empty tiles after the stop, median / longest", spread_ms(blank))
    bench.tell(f"{name}: a frame, median / longest", spread_ms(frames))


def fling(bench: Bench, distance: int) -> list[float]:
    """One fling; seconds that each frame took."""
    bar, times = bench.grid.verticalScrollBar(), []
    start, loop, frame = bar.value(), QEventLoop(), iter(range(1, _FRAMES + 1))
    ending = 1 - np.exp(-5.0)

    def step() -> None:
        now = next(frame, None)
        if now is None:
            loop.quit()
            return
        begun = time.perf_counter()
        bar.setValue(start + int(distance * (1 - np.exp(-5 * now / _FRAMES)) / ending))
        bench.grid.viewport().repaint()
        times.append(time.perf_counter() - begun)

    timer = QTimer()
    timer.timeout.connect(step)
    timer.start(_FRAME_MS)
    loop.exec()
    timer.stop()
    return times


def jumps(bench: Bench) -> None:
    """Drag the scroll bar to places that nobody could read ahead."""
    blank, bar = [], bench.grid.verticalScrollBar()
    for place in np.random.default_rng(1).integers(0, bar.maximum(), 20):
        bar.setValue(int(place))
        begun = time.perf_counter()
        until(bench.complete)
        blank.append(time.perf_counter() - begun)
    bench.tell("jumps: empty tiles, median / longest", spread_ms(blank))


def searching(bench: Bench) -> None:
    """Search and sort all pictures by what needs no measuring."""
    bar = bench.gallery.bar
    for words in ("77", "０４２", "no such name"):
        bar.search.setText(words)
        took = timed(bench, bar.search.returnPressed.emit)
        bench.tell(f"search for “{words}”: {len(bench.grid.rows):,} found", took)
    bench.tell("search cleared", timed(bench, bar.clear.click))
    for order in ("name", "verdict", "class"):
        bench.tell(f"order: {order}", timed(bench, lambda order=order: use_order(bench, order)))


def values(bench: Bench) -> None:
    """Measure a class, sort by what was measured, fling meanwhile and in that order."""
    bench.page._class_chosen(0)
    bench.idle()
    count = len(bench.grid.rows)
    for order in (
        bench.gallery.bar.order.itemData(bench.gallery.bar.order.count() - 1),
        "distance",
    ):
        begun = time.perf_counter()
        use_order(bench, order)
        if order != "distance":
            flings(bench, "flings while measuring")
        bench.idle()
        took = time.perf_counter() - begun
        bench.tell(f"order: {order}, measured for {count:,} pictures", f"{took:.1f} s")
        use_order(bench, "class")
        bench.idle()
        took_again = timed(bench, lambda order=order: use_order(bench, order))
        bench.tell(f"order: {order}, known", took_again)
    flings(bench, "flings in an order unlike the file's")


def use_order(bench: Bench, order: str) -> None:
    """Choose an order as a user does."""
    combo = bench.gallery.bar.order
    combo.setCurrentIndex(combo.findData(order))
    combo.activated.emit(combo.currentIndex())


def timed(bench: Bench, action: Callable[[], Any]) -> str:
    """Until what is shown is complete again."""
    begun = time.perf_counter()
    action()
    until(lambda: not bench.page.services.background.busy)
    return f"{1000 * (time.perf_counter() - begun):.0f} ms"


# --- helpers ------------------------------------------------------------------------------------


def until(true: Callable[[], bool]) -> None:
    """Let the window live until ``true()``; asked after every round of events."""
    end = time.monotonic() + _PATIENCE
    while not true():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        time.sleep(0.0005)
        if time.monotonic() > end:
            raise SystemExit("waited in vain")


def rest(seconds: float) -> None:
    """Let the window live for a while."""
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() > end)


def resident() -> float:
    """Memory of this process, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def spread_ms(seconds: list[float]) -> str:
    """Median and longest, in ms."""
    return f"{1000 * float(np.median(seconds)):.0f} / {1000 * max(seconds):.0f} ms"


if __name__ == "__main__":
    main()
