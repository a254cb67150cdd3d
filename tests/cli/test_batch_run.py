"""Plans worked off: what is done is not done again, what was stopped goes on."""

from __future__ import annotations

import importlib
import json
import shutil
from pathlib import Path
from typing import Any

import h5py
import pyarrow.parquet
import pytest

from engine.project import Project
from engine.runtime import Progress
from engine.synthesis import session
from engine.synthesis.eye import make_eye
from gui.cli.console import Console

PLAN = """
folder = "out"
[defaults.import]
size = 16
[defaults.condense]
ipc = 1
preset = "quick"
steps = 2
packing = 1
[defaults.trial]
against = ["random"]
seeds = 1
epochs = 1
least_steps = 2
width = 8
[defaults.export]
forms = ["hdf5", "parquet", "webdataset", "folder"]
[defaults.report]
forms = ["html", "numbers"]
"""
STEPS = ("import", "condense", "trial", "export", "report")


@pytest.fixture(autouse=True)
def uncompiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiling would take longer than all the rest."""
    monkeypatch.setattr(
        session, "make_eye", lambda device, **_: make_eye(device, compile_code=False)
    )
    estimate = importlib.import_module("engine.synthesis.estimate")  # a function has its name
    monkeypatch.setattr(estimate, "can_compile", lambda device: False)


@pytest.fixture
def plan(pictures, tmp_path) -> Path:
    shutil.copytree(pictures, tmp_path / "shapes")
    path = tmp_path / "plan.toml"
    path.write_text(PLAN + '[sets.shapes]\nsource = "shapes"\n', encoding="utf-8")
    return path


def results(plan: Path) -> dict[str, Any]:
    return json.loads(plan.with_name("plan.results.json").read_text(encoding="utf-8"))


def files(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.iterdir() if path.is_file()}


def test_a_plan_is_done_once_and_a_failing_set_does_not_stop_the_others(shizuku, plan):
    broken = '[sets.broken]\nsource = "nowhere"\n'
    whole = plan.read_text("utf-8")
    head, own = whole.split("[sets.shapes]")
    plan.write_text(head + broken + "[sets.shapes]" + own, encoding="utf-8")
    first = shizuku("run", plan, "--json")
    assert first.code == 1, first.err
    assert first.json == results(plan)
    failed, done = first.json["sets"]["broken"], first.json["sets"]["shapes"]
    assert failed["state"] == "failed"
    assert (failed["failure"]["step"], failed["failure"]["key"]) == ("import", "file.missing")
    assert done["state"] == "done"
    assert done["steps"] == dict.fromkeys(STEPS, "done")
    assert done["images"] == 30
    assert [one["name"] for one in done["trial"]] == ["condensed", "random"]
    out = plan.parent / "out"
    with h5py.File(out / "shapes.h5") as file:
        assert len(file["images"]) == 3
    assert pyarrow.parquet.read_table(out / "shapes.parquet").num_rows == 3
    assert len(list(Path(done["exports"]["folder"]).rglob("*.png"))) == 3
    assert json.loads((out / "shapes.json").read_text("utf-8"))
    before = files(out)

    again = shizuku("run", plan, "--only", "shapes", "--json")
    assert again.code == 0, again.err
    assert again.json["results"] == str(plan.with_name("plan.shapes.results.json"))
    kept = again.json["sets"]["shapes"]
    assert kept["steps"] == dict.fromkeys(STEPS, "kept")
    assert {**kept, "steps": 0, "seconds": 0} == {
        name: value
        for name, value in {**done, "steps": 0, "seconds": 0}.items()
        if name != "refused"
    }
    assert files(out) == before

    project = Project.open(out / "shapes.shizuku")
    project.run("latest").judge(0, "accepted", inspector="佐藤")
    without = plan.read_text("utf-8").replace('["html", "numbers"]', "[]")
    plan.write_text(without, encoding="utf-8")
    assert shizuku("run", plan, "--only", "shapes").code == 0
    with h5py.File(out / "shapes.h5") as file:
        assert file["verdicts"][0] == 1
    assert len(project.runs()) == len(project.run("latest").trials()) == 1


def test_the_time_of_a_first_trial_is_estimated_before_anything_is_done(shizuku, plan):
    def trial(text: str) -> dict[str, Any]:
        plan.write_text(text, encoding="utf-8")
        told = shizuku("run", plan, "--dry-run", "--json")
        assert told.code == 0, told.err
        return told.json["sets"]["shapes"]["trial"]

    text = plan.read_text("utf-8").replace("least_steps = 2", "least_steps = 500")
    short = trial(text)
    assert (short["state"], short["basis"]) == ("waiting", "measured")
    assert short["seconds"] > 0
    long = trial(text.replace("seeds = 1", "seeds = 4").replace("500", "5000"))
    assert long["seconds"] > 10 * short["seconds"]
    assert not (plan.parent / "out").exists()
    said = shizuku("run", plan, "--dry-run").out
    assert "estimated from some steps of training" in said


def test_what_has_changed_is_done_again(shizuku, plan):
    plan.write_text(plan.read_text("utf-8").replace("[defaults.trial]", "[defaults.trials]"))
    assert shizuku("run", plan).code == 2
    assert not (plan.parent / "out").exists()
    text = plan.read_text("utf-8")[: plan.read_text("utf-8").index("[defaults.trials]")]
    text += '[defaults]\ntrial = false\nreport = false\n[sets.shapes]\nsource = "shapes"\n'
    plan.write_text(text, encoding="utf-8")
    first = shizuku("run", plan, "--json").json["sets"]["shapes"]
    assert first["steps"] == {**dict.fromkeys(STEPS, "done"), "trial": "off", "report": "off"}
    plan.write_text(text.replace("ipc = 1", "ipc = 2"), encoding="utf-8")
    told = shizuku("run", plan, "--dry-run", "--json").json["sets"]["shapes"]
    assert (told["import"]["state"], told["condense"]["state"]) == ("kept", "waiting")
    assert told["condense"]["seconds"] > 0
    second = shizuku("run", plan, "--json").json["sets"]["shapes"]
    assert (second["steps"]["import"], second["steps"]["condense"]) == ("kept", "done")
    assert second["run"] != first["run"]
    assert second["condense"]["decoded"] == 6
    shutil.copy(plan.parent / "shapes" / "丸" / "1.png", plan.parent / "shapes" / "丸" / "new.png")
    (plan.parent / "shapes" / "三角" / "9.png").unlink()
    third = shizuku("run", plan, "--json").json["sets"]["shapes"]
    assert third["steps"]["import"] == third["steps"]["condense"] == "done"
    assert third["classes"]["三角"] == 9
    assert third["run"] not in (first["run"], second["run"])


def test_a_stopped_plan_goes_on_with_the_same_run(shizuku, plan, monkeypatch):
    emit = Console.emit

    def stopping(self: Console, event: object) -> None:
        emit(self, event)
        if isinstance(event, Progress) and event.stage == "stage.bank":
            self.source.stop()

    text = plan.read_text("utf-8").replace("steps = 2", "steps = 40")
    plan.write_text(text + '[sets.other]\nsource = "shapes"\n', encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(Console, "emit", stopping)
        stopped = shizuku("run", plan, "--json")
    assert stopped.code == 4, stopped.err
    assert "shizuku run" in stopped.err
    own = stopped.json["sets"]["shapes"]
    assert (own["state"], own["steps"]["condense"], own["steps"]["trial"]) == (
        "stopped",
        "stopped",
        "waiting",
    )
    assert stopped.json["sets"]["other"]["state"] == "waiting"
    told = shizuku("run", plan, "--dry-run", "--only", "shapes", "--json").json["sets"]["shapes"]
    assert told["condense"]["state"] == "resumed"
    end = shizuku("run", plan, "--only", "shapes", "--json")
    assert end.code == 0, end.err
    assert "Resumed at step" in end.err
    assert end.json["sets"]["shapes"]["run"] == own["run"]
    assert end.json["sets"]["shapes"]["condense"]["steps"] == 40
