"""Pictures of the real window on the sample drawings: those of the guide, or all to look at.

python packaging/screenshots.py                  the guide's own, into docs/guide/LANGUAGE/
python packaging/screenshots.py --dark           the same in dark, beside them (not for the guide)
python packaging/screenshots.py --all FOLDER     pages, guide, tour: both languages, themes, sizes
python packaging/screenshots.py --project FOLDER where the sample project is kept and used again

Needs a screen; without one: xvfb-run -a -s "-screen 0 1920x1200x24" python packaging/screenshots.py
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from gui.main_window import MainWindow

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "docs" / "guide"
LANGUAGES, THEMES, SIZES = ("en", "ja"), ("light", "dark"), ((1280, 800), (1920, 1080))
# Small: the pictures are to show the window, not what can be reached.
PER_CLASS, SIDE, IPC, STEPS, SEEDS = 40, 32, 5, 150, 2
BRIEF = {"epochs": 5, "least_steps": 60, "width": 32}
MOST_BYTES = 120_000
PAGES = ("start", "import", "condense", "inspect", "trial", "decide")
_SETTLE_MS, _MOST_MS = 700, 60_000


def sample_project(folder: Path) -> Path:
    """The sample drawings, condensed and tried once; what is there already is used again."""
    from engine.data.recipe import CondenseRecipe
    from engine.runtime import StopSource
    from engine.synthesis import condense_run
    from engine.trial import PROTOCOLS, TrialRecipe, run_trial
    from gui.sample_project import SampleSize, make_sample_project

    def tell(event: object) -> None:
        """Nobody is listening."""

    token = StopSource().token
    size = SampleSize(per_class=PER_CLASS, size=SIDE)
    project = make_sample_project(folder, size=size, emit=tell, token=token)
    if not project.runs():
        recipe = CondenseRecipe(ipc=IPC, preset="quick", steps=STEPS, packing=1)
        condense_run(project, project.new_run(recipe), emit=tell, token=token)
    run = project.runs()[0]
    if not run.trials():
        PROTOCOLS["trial"] = PROTOCOLS["trial"].model_copy(update=BRIEF)
        trial = TrialRecipe(against=("full", "random"), seeds=SEEDS)
        run_trial(project, run, trial, emit=tell, token=token)
    return project.path


def wait(window: MainWindow) -> None:
    """Until the window has worked out what it shows."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

    clock, calm = QElapsedTimer(), QElapsedTimer()
    clock.start()
    calm.start()
    while calm.elapsed() < _SETTLE_MS and clock.elapsed() < _MOST_MS:
        loop = QEventLoop()
        QTimer.singleShot(50, loop.quit)
        loop.exec()
        if window.services.background.busy or window.jobs.busy:
            calm.restart()


def save(widget: QWidget, path: Path) -> None:
    """A palette of 256 colours: a quarter of the bytes, and no difference to see."""
    from PySide6.QtCore import QBuffer

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(256, dither=Image.Dither.NONE).save(path, optimize=True)
    if path.is_relative_to(GUIDE) and path.stat().st_size > MOST_BYTES:
        sys.exit(f"{path}: {path.stat().st_size} bytes, more than {MOST_BYTES}")
    print(path)


@contextmanager
def opened_window(project: Path) -> Iterator[MainWindow]:
    """The window with the project open."""
    from engine import __version__
    from engine.data.recipe import CondenseRecipe
    from gui.app import application, make_window
    from gui.pages.condense_page import CondensePage

    window = make_window(application())
    window.show()
    window.services.settings.remembered.read_news(__version__)
    window.open_project(project)
    condense = window.pages["condense"]
    assert isinstance(condense, CondensePage)
    # The time it tells is that of a small run, as the one shown.
    condense.form.set_recipe(CondenseRecipe(ipc=IPC, preset="quick"))
    yield window
    window.close()


def shoot_pages(window: MainWindow, folder: Path) -> None:
    """Every page as PAGE.png."""
    for page in PAGES:
        window.go(page)
        wait(window)
        save(window, folder / f"{page}.png")


def shoot_guide_and_tour(window: MainWindow, folder: Path) -> None:
    """The guide at every page, and every stop of the tour."""
    for page in PAGES:
        window.go(page)
        window.menus.show_guide()
        guide = window.menus.guide
        assert guide is not None
        wait(window)
        save(guide, folder / f"guide-{page}.png")
        guide.close()
    window.tour.begin()
    for stop in range(len(window.tour.stops)):
        wait(window)
        save(window, folder / f"tour-{stop + 1:02}.png")
        window.tour.step(1)


def shoot_all(window: MainWindow, folder: Path) -> None:
    """Both languages, both themes, both sizes."""
    for width, height in SIZES:
        window.resize(width, height)
        for theme in THEMES:
            window.services.theme.use(theme)
            for language in LANGUAGES:
                window.services.languages.use(language)
                there = folder / f"{width}x{height}" / f"{language}-{theme}"
                shoot_pages(window, there)
                if (width, height) == SIZES[0]:
                    shoot_guide_and_tour(window, there)


def main() -> None:
    """Do what is asked for."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("--all", type=Path, metavar="FOLDER")
    wanted.add_argument("--dark", action="store_true")
    kept = Path(tempfile.gettempdir()) / "Shizuku" / "Samples"
    wanted.add_argument("--project", type=Path, metavar="FOLDER", default=kept)
    asked = wanted.parse_args()
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as home:
        os.environ["SHIZUKU_HOME"] = home
        project = sample_project(asked.project.absolute())
        with opened_window(project) as window:
            if asked.all is not None:
                shoot_all(window, asked.all.absolute())
                return
            window.resize(*SIZES[0])
            window.services.theme.use("dark" if asked.dark else "light")
            for language in LANGUAGES:
                window.services.languages.use(language)
                shoot_pages(window, GUIDE / (f"{language}-dark" if asked.dark else language))


if __name__ == "__main__":
    main()
