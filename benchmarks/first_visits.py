"""How long a step takes to be there when it is pressed right after the start of the window.

    xvfb-run -a python benchmarks/first_visits.py [--repeats 5] [--project NAME.shizuku]

Each visit is a process of its own that runs what `shizuku` without arguments runs (with --project:
what `shizuku NAME.shizuku` runs). As soon as the window has been painted for the first time, or
the project has been opened, a step is pressed in the rail, before its page is made. Measured are
the time until that step is painted, with the way on it offers; until all of its page is; and
meanwhile, with a timer of 5 ms, the longest time in which the window could not have answered.
Beside the clock, the time the processor worked in the window's thread, as other programs take
their share of it. The first start, which finds nothing read before it, is left out.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.start import start

STEPS = ("import", "condense", "inspect", "trial", "decide")
AIM_MS = 150
_TICK_MS = 5


def main() -> int:
    """Visit each step several times and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--project", type=Path)
    parser.add_argument("--child", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--step", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child is not None:
        return visit(asked.step, asked.project)
    more = [] if asked.project is None else ["--project", str(asked.project.absolute())]
    start(__file__, "--step", "import", *more)
    print(
        "| step | painted, ms: median (most) | processor, ms | all made, ms | processor, ms "
        "| longest hold, ms | processor, ms |\n|---|---|---|---|---|---|---|"
    )
    most = 0.0
    for step in STEPS:
        found = [start(__file__, "--step", step, *more) for _ in range(asked.repeats)]
        cells = []
        for key in ("painted", "made", "held"):
            for worked in ("", "_worked"):
                values = [one[key + worked] for one in found]
                cells.append(f"{statistics.median(values):.0f} ({max(values):.0f})")
        most = max(most, *(one["painted"] for one in found))
        print(f"| {step} | {' | '.join(cells)} |", flush=True)
    print(f"\nLongest until painted, of all: {most:.0f} ms (aim: under {AIM_MS}).")
    return 0


def visit(step: str, project: Path | None) -> int:
    """In a process of its own: press one step when the window has been painted."""
    import main as application
    from gui import app

    found: dict[str, Any] = {}
    ticks: list[tuple[float, float]] = []
    real = app.FirstPaint

    def watched(window: Any) -> Any:
        from PySide6.QtCore import Qt, QTimer

        from gui.first_paint import FirstPaint

        timer = QTimer(window, interval=_TICK_MS)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        began: list[float] = []

        def tick() -> None:
            ticks.append(_now())
            if step in window.pages.made and "painted" in found:
                timer.stop()
                # All of it, when it has been drawn too.
                QTimer.singleShot(_TICK_MS, window, made)

        def press() -> None:
            began[:] = _now()
            ticks.append(_now())
            timer.start()
            window.rail.buttons[step].click()
            # Its page, or what stands for it as long as it is made.
            FirstPaint(window.stack.currentWidget()).painted.connect(painted)

        def painted() -> None:
            _note(found, "painted", began)

        def made() -> None:
            ticks.append(_now())
            _note(found, "made", began)
            for place, key in enumerate(("held", "held_worked")):
                found[key] = max(1000 * (b[place] - a[place]) for a, b in pairwise(ticks))
            print(json.dumps(found), flush=True)
            os._exit(0)  # PyTorch, which loads in a thread, is not waited for

        timer.timeout.connect(tick)
        first = real(window)
        if project is None:
            first.painted.connect(press)
        else:
            opened = window.workspace.run_changed  # the last that is told of a project
            opened.connect(lambda: QTimer.singleShot(0, window, press))
        return first

    app.FirstPaint = watched
    return application.main([] if project is None else [str(project)])


def _now() -> tuple[float, float]:
    """The clock, and how long the processor worked for this thread; seconds."""
    return time.perf_counter(), time.thread_time()


def _note(found: dict[str, Any], key: str, began: tuple[float, float] | list[float]) -> None:
    clock, worked = _now()
    found.setdefault(key, 1000 * (clock - began[0]))
    found.setdefault(f"{key}_worked", 1000 * (worked - began[1]))


if __name__ == "__main__":
    sys.exit(main())
