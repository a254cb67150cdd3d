"""Commands as processes of their own: stopping with Ctrl-C, and no network."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

import numpy as np
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals of a process group")

WATCH_NETWORK = """
import os, socket, sys

def watch(event, values):
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        tell(event)
    elif event in ("socket.connect", "socket.bind") and values[0].family != socket.AF_UNIX:
        tell(event)

def tell(event):
    with open(os.environ["NETWORK_LOG"], "a") as log:
        log.write(event + "\\n")

sys.addaudithook(watch)
"""


def test_ctrl_c_keeps_what_was_reached_and_resume_goes_on(shizuku, start, pictures, tmp_path):
    project = tmp_path / "形.shizuku"
    assert shizuku("import", pictures, "--into", project, "--size", 16).code == 0
    (tmp_path / "sitecustomize.py").write_text(WATCH_NETWORK)
    log = tmp_path / "network.log"
    process = start(
        *("condense", project, "--ipc", 2, "--preset", "quick", "--steps", 500_000, "--json"),
        PYTHONPATH=str(tmp_path),
        NETWORK_LOG=str(log),
    )
    stages = {"Measuring the real pictures", "Condensing"}
    for line in process.stderr:
        if line.split(" · ")[0].strip() in stages:
            break
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 4, err
    stopped = json.loads(out)
    assert out.count("\n") == 1
    assert stopped["status"] == "stopped"
    assert 0 < stopped["steps"] < 500_000
    assert Path(stopped["path"]).is_file()
    assert f"--resume {stopped['run']}" in err
    assert not log.exists(), log.read_text()

    other = shizuku("condense", project, "--resume", stopped["run"], "--ipc", 9, "--json")
    assert other.code == 2
    assert other.json["key"] == "command.resume_alone"
    process = start("condense", project, "--resume", stopped["run"], "--json")
    for line in process.stderr:
        if "Resumed at step" in line:
            break
    else:
        pytest.fail("it did not resume")
    assert f"Resumed at step {stopped['steps']}" in line.replace(",", "")
    process.terminate()
    out, err = process.communicate(timeout=60)
    assert process.returncode == 4, err
    assert json.loads(out)["steps"] >= stopped["steps"]


def test_ctrl_c_during_an_import_keeps_what_was_read(start, shizuku, tmp_path):
    from PIL import Image

    rng = np.random.default_rng(0)
    for name in ("a", "b"):
        (tmp_path / "many" / name).mkdir(parents=True)
        for number in range(3000):
            pixels = rng.integers(0, 256, (64, 64), dtype=np.uint8)
            Image.fromarray(pixels).save(tmp_path / "many" / name / f"{number}.bmp")
    process = start("import", tmp_path / "many", "--into", tmp_path / "p.shizuku", "--json")
    process.stderr.readline()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 4, err
    assert json.loads(out)["key"] == "command.stopped"
    assert "goes on" in err
    assert not (tmp_path / "p.shizuku" / "images.h5").exists()
    again = shizuku("import", tmp_path / "many", "--into", tmp_path / "p.shizuku", "--json")
    assert again.json["images"] == 6000
