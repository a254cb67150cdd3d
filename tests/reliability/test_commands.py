"""The commands about reliability, a few rounds each: benchmarks/reliability has the long runs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks" / "reliability"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="they fork and set limits")


def told(name: str, *arguments: object) -> dict:
    """The answer of a command that found no fault."""
    given = [sys.executable, str(FOLDER / name), *map(str, arguments)]
    done = subprocess.run(given, capture_output=True, text=True, check=False, timeout=200)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return json.loads(done.stdout[done.stdout.index("{") :])


def test_killed_imports_lose_nothing(tmp_path: Path):
    answer = told("kill.py", "--rounds", 4, "--stages", "import,more", "--keep", tmp_path)
    assert answer["rounds"] == 4
    assert answer["faults"] == 0


def test_altered_files_are_taken_or_refused(tmp_path: Path):
    kinds = "PNG,CSV,ZIP,recipe,condensed set,catalogue"
    limits = ("--rounds", 240, "--at-once", 40, "--seconds", 8)
    answer = told("feed.py", *limits, "--kinds", kinds, "--keep", tmp_path)
    assert answer["counts"]["inputs"] >= 40
    assert answer["faults"] == 0


def test_an_import_without_room_or_rights_tells_it_and_is_done_afterwards(tmp_path: Path):
    pairs = ("--causes", "limit on files,read only", "--stages", "import", "--rounds", 2)
    answer = told("starve.py", *pairs, "--keep", tmp_path)
    assert answer["rounds"] == 2
    assert answer["faults"] == 0
    assert sum(answer["counts"].values()) == 2


def test_jobs_that_are_stopped_and_paused_at_random_end_as_they_were_asked_to(tmp_path: Path):
    answer = told("races.py", "--rounds", 3, "--seed", 2, "--keep", tmp_path)
    assert answer["rounds"] == 3
    assert answer["faults"] == 0
    assert sum(count for name, count in answer["counts"].items() if name.startswith("ended")) >= 3
