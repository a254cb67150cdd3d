"""The whole window, page by page and dialog by dialog, in both languages and at three scales."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.runtime import StopSource
from engine.trial.anomaly import run_anomaly
from engine.trial.anomaly_recipe import AnomalyRecipe
from tests.gui.walk_project import NAMES, fill

ROOT = Path(__file__).parents[2]
QUICK = AnomalyRecipe(lessons=2, width=8, draws=1, device="cpu")
# What is looked at; the scale; and what a window without its title fills: a small screen;
# 1920 × 1080 at 150 % with a task bar; 3840 × 2160 at 200 %, likewise.
SCREENS = (
    ("everything", 1.0, 1280, 800),
    ("texts", 1.5, 1280, 640),
    ("pages", 2.0, 1920, 1000),
)


@pytest.fixture
def shown(make_project, tmp_path):
    """Paths of a project, of one for a detector, and of pictures without classes."""
    project, run = make_project(NAMES, ipc=2)
    fill(project, run)
    tried = project.path.rename(tmp_path / "tried.shizuku")
    project, run = make_project(("good", "burnt"), train=(16, 0), test=6, size=32, ipc=3)
    run_anomaly(project, run, QUICK, emit=lambda _event: None, token=StopSource().token)
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(6):
        pixels = np.random.default_rng(number % 5).integers(0, 256, (20, 20), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"{number}.png")
    return tried, project.path, folder


@pytest.mark.timeout(900)  # half a minute where nothing else runs
@pytest.mark.parametrize(("what", "scale", "width", "height"), SCREENS)
def test_texts_fit_and_controls_speak(shown, home, what, scale, width, height):
    arguments = map(str, (*shown, width, height, what))
    run = subprocess.run(
        [sys.executable, "-m", "tests.gui.walk_child", *arguments],
        cwd=ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": str(scale), "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=800,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout.splitlines()[-1])
    assert len(found["states"]) >= (24 if what == "pages" else 110)
    assert {name: told for name, told in found.items() if name != "states" and told} == {}
