"""How long the window takes to start: from the call of the process to its first paint.

    xvfb-run -a python benchmarks/start.py [--repeats 5] [--cold]

Each start is a process of its own that runs what `shizuku` without arguments runs. After the first
paint PyTorch is loaded in the background; meanwhile a timer of 5 ms tells how long the window could
not have answered. The first start, which finds nothing read before it, is left out. With --cold the
system is asked before each start to forget the files of the application and of Python's packages
(Linux; what other programs hold open stays in memory).
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

AIM_SECONDS, AIM_HELD_MS = 1.5, 50
_TICK_MS = 5
_AFTER_MS = 1500  # enough for the pages to be made


def main() -> int:
    """Start the window several times and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--cold", action="store_true")
    parser.add_argument("--child", type=float, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.child is not None:
        return open_window(asked.child)
    found = []
    for place in range(asked.repeats + 1):
        if asked.cold:
            forget_files()
        one = start(__file__)
        if place or asked.cold:
            found.append(one)
    print("| | median | least | most | aim |\n|---|---|---|---|---|")
    rows = (
        ("imported", "imported", "s", ""),
        ("first paint", "painted", "s", f"under {AIM_SECONDS}"),
        ("of which the processor worked for it", "worked", "s", ""),
        ("PyTorch loaded, pages made", "ready", "s", ""),
        ("held up after the paint, p99", "held_p99", "ms", f"under {AIM_HELD_MS}"),
        ("held up after the paint, longest", "held_most", "ms", ""),
    )
    for words, key, unit, aim in rows:
        values = [one[key] for one in found]
        digits = 2 if unit == "s" else 0
        numbers = (statistics.median(values), min(values), max(values))
        shown = " | ".join(f"{value:.{digits}f}" for value in numbers)
        print(f"| {words}, {unit} | {shown} | {aim} |")
    return 0


def start(script: str, *arguments: str) -> dict[str, float]:
    """One process, a child of a benchmark; what it measured."""
    with tempfile.TemporaryDirectory() as home:
        # Bytecode is kept by an installed application; here it must not fill the checkout.
        kept = Path(tempfile.gettempdir()) / "shizuku-start-bytecode"
        done = subprocess.run(
            [sys.executable, script, "--child", repr(time.time()), *arguments],
            cwd=ROOT,
            env={
                **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
                "PYTHONPYCACHEPREFIX": str(kept),
                "SHIZUKU_HOME": home,
            },
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        raise SystemExit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def open_window(called: float) -> int:
    """In a process of its own: run the application and leave when everything is there."""
    import main as application
    from gui import app

    found: dict[str, Any] = {"imported": time.time() - called}
    ticks: list[float] = []
    real = app.FirstPaint

    def watched(window: Any) -> Any:
        from PySide6.QtCore import Qt, QTimer

        timer = QTimer(window, interval=_TICK_MS)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: ticks.append(time.perf_counter()))

        def painted() -> None:
            found["painted"] = time.time() - called
            found["worked"] = time.process_time()
            timer.start()

        def loaded() -> None:
            found["ready"] = time.time() - called
            QTimer.singleShot(_AFTER_MS, window, window.close)

        first = real(window)
        first.painted.connect(painted)
        window.services.loading.when_done(loaded)
        return first

    app.FirstPaint = watched
    application.main([])
    late = sorted(max(0.0, 1000 * (b - a) - _TICK_MS) for a, b in pairwise(ticks))
    found["held_most"] = late[-1]
    found["held_p99"] = late[int(0.99 * len(late))]
    print(json.dumps(found), flush=True)
    os._exit(0)


def forget_files() -> None:
    """Ask the system to forget what it has read of the application and Python's packages."""
    for folder in (ROOT, Path(sysconfig.get_paths()["platlib"])):
        for path in folder.rglob("*"):
            if path.suffix in (".py", ".pyc", ".so", ".ttf", ".qm", ".json") or ".so." in path.name:
                try:
                    handle = os.open(path, os.O_RDONLY)
                except OSError:
                    continue
                os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(handle)


if __name__ == "__main__":
    sys.exit(main())
