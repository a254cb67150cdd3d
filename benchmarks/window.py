"""The stream as a user goes through it: the real window, its buttons, real pictures.

    xvfb-run -a python benchmarks/window.py NEU-CLS/ --size 64 --ipc 10

Drops a folder on the window, imports it, condenses it and trains on it by the pages' own buttons,
and prints a row of Markdown: accuracy in per cent, mean ± deviation over the seeds, of the
condensed set and of random, k-means and herding selections of the same size.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import common
import torch  # noqa: F401  (before Qt, as the window does)

# isort: split
from PySide6.QtCore import QEventLoop, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from engine.data.recipe import CondenseRecipe, Preset
from gui.app import application, make_window
from gui.main_window import MainWindow

_ASK_MS = 200
_PATIENCE_MS = 120_000


def main() -> int:
    """Drive the window and print the row."""
    parser = common.parser(__doc__)
    parser.add_argument("--preset", default="standard", choices=get_args(Preset))
    parser.add_argument("--packing", type=common.packing, default="auto", help="auto, 1 or 2")
    parser.add_argument("--seeds", type=int, default=3, help="trainings of each set; default 3")
    parser.add_argument("--seed", type=int, default=0, help="of condensing")
    parser.add_argument("--shots", type=Path, help="folder for a picture of each page")
    asked = parser.parse_args()
    recipe = CondenseRecipe(
        ipc=asked.ipc, preset=asked.preset, seed=asked.seed, packing=asked.packing
    )
    with tempfile.TemporaryDirectory() as home:
        os.environ["SHIZUKU_HOME"] = home
        app = application()
        window = make_window(app, language="en")
        window.resize(1280, 800)
        window.show()
        drop(window, asked.source.absolute())
        import_pictures(window, asked.size)
        look(window, "import", asked.shots)
        seconds = condense(window, recipe)
        look(window, "condense", asked.shots)
        look(window, "inspect", asked.shots)
        found = trial(window, asked.seeds)
        look(window, "trial", asked.shots)
        look(window, "decide", asked.shots)
        print(f"{common.machine()}\n")
        names = ["condensed", "random", "kmeans", "herding"]
        print(f"| pictures | {' | '.join(names)} | seconds to condense |\n" + "|---" * 6 + "|")
        print(
            f"| {asked.source.name} | {' | '.join(found[one] for one in names)} | {seconds:.0f} |"
        )
        window.close()
    sys.stdout.flush()
    os._exit(0)  # PyTorch's compiler may still be busy in a thread


def drop(window: MainWindow, folder: Path) -> None:
    """Drop a folder on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    place, copy = QPointF(400, 300), Qt.DropAction.CopyAction
    window.dropEvent(
        QDropEvent(place, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )


def import_pictures(window: MainWindow, size: int) -> None:
    """Set the size and press the button."""
    window.pages["import"].preparing.form.side.setValue(size)
    press(window, "import")
    until(lambda: window.workspace.image_set is not None, "importing")


def condense(window: MainWindow, recipe: CondenseRecipe) -> float:
    """Fill the form, press the button, wait; seconds taken."""
    window.go("condense")
    window.pages["condense"].form.set_recipe(recipe)
    begun = time.monotonic()
    press(window, "condense")
    until(lambda: window.jobs.busy, "the start of condensing", _PATIENCE_MS)
    until(lambda: not window.jobs.busy, "condensing")
    run = window.workspace.run
    if run is None or run.status != "done":
        raise SystemExit("condensing did not end well")
    return time.monotonic() - begun


def trial(window: MainWindow, seeds: int) -> dict[str, str]:
    """Train on every set but the full one; accuracy by set."""
    window.go("trial")
    form = window.pages["trial"].form
    form.seeds.setValue(seeds)
    form.rows["full"].check.setChecked(False)
    press(window, "trial")
    until(lambda: window.jobs.busy, "the start of the trial", _PATIENCE_MS)
    until(lambda: not window.jobs.busy, "the trial")
    run = window.workspace.run
    assert run is not None
    return {
        one["name"]: f"{100 * one['accuracy_mean']:.1f} ± {100 * one['accuracy_std']:.1f}"
        for one in run.trials()[-1]["sets"]
    }


def press(window: MainWindow, page: str) -> None:
    """Click a page's primary button as soon as it can be clicked."""
    button = window.pages[page].primary
    until(button.isEnabled, f"the button of {page}", _PATIENCE_MS)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def until(true: Callable[[], bool], what: str, milliseconds: int | None = None) -> None:
    """Let the window live until ``true()``."""
    loop = QEventLoop()
    asking = QTimer()
    asking.timeout.connect(lambda: loop.quit() if true() else None)
    asking.start(_ASK_MS)
    if milliseconds is not None:
        QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()
    if not true():
        raise SystemExit(f"waited in vain for {what}")


def look(window: MainWindow, page: str, folder: Path | None) -> None:
    """Show a page; keep a picture of the window where a folder is given."""
    window.go(page)
    QTest.qWait(1500)
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(folder / f"{page}.png"))


if __name__ == "__main__":
    sys.exit(main())
