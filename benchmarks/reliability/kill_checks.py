"""What must be true of a project after a kill, and after the command was given again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import time
from pathlib import Path
from typing import Any

from kill_stages import project_of

REFERENCE: dict[str, Any] = {}
"""What the stages give when nobody kills them."""


def facts(place: Path) -> str:
    """Of a project with a finished run: what must come out the same again, as JSON."""
    from engine.project import Project

    project = Project.open(project_of(place))
    with project.image_set() as images:
        print_of_all = images.fingerprint
    if not project.runs():
        return json.dumps({"fingerprint": print_of_all})
    run = project.run("latest")
    decoded = run.condensed().decoded
    return json.dumps({"fingerprint": print_of_all, "set": _digest(run), "decoded": decoded})


def _digest(run: Any) -> str:
    found = run.condensed()
    return hashlib.sha256(found.images.tobytes() + found.labels.tobytes()).hexdigest()


def after_kill(stage: str, place: Path) -> int:
    """Open the project as the window does after a crash; everything in it must be whole."""
    from engine.project import Project
    from engine.project.recovery import recover

    path = project_of(place)
    said = _said(place)
    if not (path / "project.sqlite").is_file():
        assert stage == "import", "the catalogue is gone"
        return 0
    recover(path, before=time.time() + 1)
    project = Project.open(path)
    connection = sqlite3.connect(path / "project.sqlite")
    assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    connection.close()
    left = [str(one) for one in path.rglob(".part-*")]
    assert not left, f"left behind: {left}"
    _pictures(stage, project)
    for run in project.runs():
        _run(run)
    _kept(stage, project, said)
    _exports(place, said)
    return 0


def complete(stage: str, place: Path) -> int:
    """Check the result of the second attempt."""
    from engine.project import Project

    after_kill(stage, place)
    project = Project.open(project_of(place))
    with project.image_set() as images:
        assert stage == "more" or images.fingerprint == REFERENCE["fingerprint"], "other pictures"
        assert images.read(range(len(images))).any()
    assert project.import_record() is not None, "nothing is known of the import"
    assert not (project.path / "import.part").exists(), "the spool was left"
    if stage == "more":
        assert len(project.image_set()) == 36, "pictures are missing"
    if stage not in ("import", "more", "remove"):
        run = project.run("latest")
        assert _digest(run) == REFERENCE["set"], "another condensed set than without a kill"
        assert not run.checkpoint_path.exists(), "the checkpoint of a finished run was left"
        assert not (run.folder / "bank").exists(), "the bank of a finished run was left"
    wanted = {"export": ("set.h5", "folder"), "report": ("r.html", "r.csv", "r.json")}
    for name in wanted.get(stage, ()):
        assert (place / name).exists(), f"{name} is missing"
    if stage == "trial":
        assert len(project.run("latest").trials()) >= 1
    return 0


def _said(place: Path) -> list[str]:
    path = place / "said"
    return path.read_text().split("\n")[:-1] if path.exists() else []


def _pictures(stage: str, project: Any) -> None:
    from importers.spool import interrupted

    if not project.has_images:
        assert stage == "import", "the pictures are gone"
        return
    with project.image_set() as images:
        assert len(images) in ((24, 36) if stage == "more" else (24,)), len(images)
        images.read(range(len(images)))
        whole = images.known is not None and len(images.known) == len(images)
        assert whole, "what is known of the pictures is missing"
        told = _findings_of(project)
        unfinished = bool(interrupted(project.path))
        assert unfinished or told == _raw_fingerprint(project), "the findings are of other pictures"
    assert unfinished or project.import_record() is not None, "the import is not recorded"


def _findings_of(project: Any) -> str:
    """The image set that the findings are of."""
    connection = sqlite3.connect(project.path / "project.sqlite")
    row = connection.execute("SELECT value FROM meta WHERE key = 'findings_of'").fetchone()
    connection.close()
    return "" if row is None else str(row[0])


def _raw_fingerprint(project: Any) -> str:
    from engine.data import ImageSet

    with ImageSet(project.images_path) as images:
        return str(images.fingerprint)


def _run(run: Any) -> None:
    assert run.recipe is not None
    assert run.created is not None
    assert run.step >= 0
    assert run.folder.is_dir(), "the folder of a run is gone"
    if run.checkpoint_path.exists():
        import torch

        from engine.synthesis.state import State

        State.load(run.checkpoint_path, torch.device("cpu"))
    if run.condensed_path.exists():
        assert run.condensed().decoded > 0
    assert run.status != "done" or run.condensed_path.exists(), "done without a result"
    for one in run.folder.rglob("*.json"):
        json.loads(one.read_text(encoding="utf-8"))
    run.appearance(), run.issues(), run.judgements().log()


def _kept(stage: str, project: Any, said: list[str]) -> None:
    """Whatever was told to be stored is there."""
    if stage == "condense":
        import torch

        from engine.synthesis.state import State

        for name in (one.split()[1] for one in said if one.startswith("run ")):
            assert name in [one.id for one in project.runs()], f"run {name} is gone"
        steps = [int(one.split()[1]) for one in said if one.startswith("step ")]
        run = project.runs()[0] if project.runs() else None
        if steps and run is not None and run.status != "done":
            state = State.load(run.checkpoint_path, torch.device("cpu"))
            assert state.step >= max(steps), f"step {max(steps)} was saved, {state.step} is there"
    if stage == "verdict":
        log = project.run("latest").judgements().log()
        stored = {one.note for one in log}
        for one in said:
            if one.startswith("verdict "):
                assert f"no. {one.split()[1]}" in stored, f"{one} is gone"
        many = sum(one.note == "" for one in log)
        assert many % project.run("latest").condensed().decoded == 0, "half of a judgement"
    if stage == "trial" and "trial" in said:
        assert project.run("latest").trials(), "the trial is gone"
    if stage == "remove":
        entries = sum(one.startswith("entry ") for one in said)
        assert len(project.queue.content().entries) >= entries, "a queue entry is gone"
        assert len(project.runs()) + len(project.trash.ids()) == 1, "the run is gone"


def _exports(place: Path, said: list[str]) -> None:
    from engine.data import CondensedSet

    if (place / "set.h5").exists() or "written set.h5" in said:
        CondensedSet.load(place / "set.h5")
    if (place / "folder").exists():
        assert len(list((place / "folder").rglob("*.png"))) == REFERENCE["decoded"]
        assert (place / "folder" / "condensed.json").exists(), "half a folder"
    if (place / "r.html").exists():
        assert (place / "r.html").read_text(encoding="utf-8").rstrip().endswith("</html>")
    if (place / "r.json").exists():
        json.loads((place / "r.json").read_text(encoding="utf-8"))
