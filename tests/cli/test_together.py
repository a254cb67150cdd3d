"""Commands that torchrun starts twice, on real pictures, as a user would."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from engine.project import Project
from engine.synthesis import session
from engine.synthesis.eye import make_eye
from tests.cli.conftest import ROOT

DATA = ROOT / ".." / "shared" / "data" / "neu-cls"
RECIPE = ("--ipc", 2, "--preset", "quick", "--packing", 1)
STEPS = 24
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the children of a process")


@pytest.fixture
def steel(tmp_path, shizuku) -> Path:
    """A project of five classes of steel surfaces, ten pictures each, 16 px."""
    pictures = tmp_path / "steel"
    for folder in sorted(DATA.iterdir())[:5]:
        (pictures / folder.name).mkdir(parents=True)
        for file in sorted(folder.iterdir())[:10]:
            os.link(file, pictures / folder.name / file.name)
    project = tmp_path / "steel.shizuku"
    assert shizuku("import", pictures, "--into", project, "--size", 16).code == 0
    return project


@pytest.fixture
def as_children(monkeypatch) -> Iterator[None]:
    """Calculate in this process as the two others do, who find no compiler."""
    monkeypatch.setattr(session, "make_eye", lambda device: make_eye(device, compile_code=False))
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def together(project: Path, *more: object) -> subprocess.Popen[str]:
    """Two processes that condense, under torchrun, which starts them again once."""
    command = ("-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2")
    command += ("--max-restarts=1",)
    return subprocess.Popen(
        [
            sys.executable,
            *command,
            str(ROOT / "main.py"),
            *map(str, ("condense", project, *RECIPE, *more, "--json")),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "OMP_NUM_THREADS": "1",
            "PATH": str(Path(sys.executable).parent),
        },
    )


def begun(process: subprocess.Popen[str]) -> str:
    """Wait for the first step; what was said until then."""
    said = ""
    for line in process.stderr:
        said += line
        if line.startswith(("Measuring the real pictures ·", "Condensing ·")):
            return said
    raise AssertionError(said)


def test_a_lost_process_is_told_two_go_on_and_one_ends_with_the_same_bits(
    steel, shizuku, as_children
):
    process = together(steel, "--steps", STEPS)
    said = begun(process)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    os.kill(int(children[-1]), signal.SIGKILL)
    said += begun(process)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=120)
    said += err
    lost, stopped = map(json.loads, out.splitlines())
    assert lost["key"] == "distributed.lost"
    assert said.count("A process ended or no longer answers.") == 1, said
    assert said.count(f"Run {stopped['run']} goes on") == 1
    assert said.count("Processes working together: 2.") == 2
    assert stopped["status"] == "stopped", said
    assert 0 < stopped["steps"] < STEPS

    resumed = shizuku("condense", steel, "--resume", "latest", "--json")
    alone = shizuku("condense", steel, *RECIPE, "--steps", STEPS, "--json")
    assert (resumed.json["run"], resumed.json["steps"]) == (stopped["run"], STEPS)
    project = Project.open(steel)
    two, one = (project.run(each.json["run"]) for each in (resumed, alone))
    assert np.array_equal(two.condensed().images, one.condensed().images)
    # The terms of every step, to their last digit.
    assert json.loads(two.history_path.read_text()) == json.loads(one.history_path.read_text())
