"""A full disk and a project that may only be read: a sentence, and what was there stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from engine.project import Project

ROOT = Path(__file__).parents[2]

# Files of this process may not grow beyond so many bytes: what a full disk does, on any system
# that knows the limit.
FULL = """
import resource, signal, sys
from pathlib import Path
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from engine.data import CondensedSet, ImageSetWriter
from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.project.in_use import hold_project
from engine.runtime import UserError
import numpy as np
project = Project.open(Path(sys.argv[1]))
run = project.runs()[0]
condensed = run.condensed()
before = run.condensed_path.read_bytes()
size = (project.path / "project.sqlite").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

def attempt(name, do):
    try:
        do()
        print(name, "done")
    except UserError as error:
        print(name, error.key)

def checkpoint():
    import torch
    from engine.runtime.tensors import save_tensors
    save_tensors({"images": torch.zeros(100_000)}, run.checkpoint_path)

def pictures():
    with ImageSetWriter(project.images_path, height=64, width=64, channels=1) as writer:
        for batch in range(50):
            many = np.random.default_rng(batch).integers(0, 255, (100, 64, 64, 1), dtype=np.uint8)
            writer.append(many, [0] * 100, [0] * 100, ["a"] * 100)
        writer.finish(class_names=("a",), preparation={}, fingerprint="f1")

def pictures_at_the_end():
    with ImageSetWriter(project.images_path, height=16, width=16, channels=1) as writer:
        writer.append(np.zeros((1, 16, 16, 1), np.uint8), [0], [0], ["a"])
        writer.finish(class_names=("a" * 9000,), preparation={}, fingerprint="f1")

attempt("verdict", lambda: run.judge(0, "accepted", note="n" * 2000))
attempt("project", lambda: Project.create(project.path.with_name("new.shizuku")))
print("half", project.path.with_name("new.shizuku").exists())
attempt("setting", lambda: project.set_setting("x", "y" * 100_000))
attempt("queue", lambda: project.queue.add_trial({"note": "z" * 50_000}))
attempt("set", lambda: condensed.save(run.condensed_path))
attempt("checkpoint", checkpoint)
attempt("pictures", pictures)
attempt("pictures", pictures_at_the_end)
assert project.image_set().shape[0] == 51
assert run.condensed_path.read_bytes() == before
held = hold_project(project.path)
print("held", held is not None)
print("left", sorted(one.name for one in project.path.rglob(".part-*")))
"""

READ_ONLY = """
import ctypes, os, sys
from pathlib import Path
if os.geteuid() == 0:
    # Who may do everything is not stopped by rights: let go of that.
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    data = (ctypes.c_uint32 * 6)()
    if libc.capset(header, data):
        sys.exit(77)
from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.project.in_use import hold_project
from engine.project.recovery import recover
from engine.runtime import UserError
from gui.safety.project_watch import may_write
path = Path(sys.argv[1])
project = Project.open(path)
run = project.runs()[0]
print("look", len(project.runs()), len(run.condensed().images), project.image_set().shape[0])
print("held", hold_project(path) is not None, "writable", may_write(path))

def attempt(name, do):
    try:
        do()
        print(name, "done")
    except UserError as error:
        print(name, error.key)

attempt("verdict", lambda: run.judge(0, "accepted"))
attempt("setting", lambda: project.set_setting("x", "y"))
attempt("run", lambda: project.new_run(CondenseRecipe()))
attempt("remove", lambda: project.trash.put(run))
attempt("queue", lambda: project.queue.add_condense(CondenseRecipe()))
attempt("recover", lambda: recover(path, before=0.0))
"""


def told(code: str, path: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 77:
        pytest.skip("rights cannot be given up here")
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
def test_a_full_disk_is_told_and_nothing_is_half_written(make_project):
    project, run = make_project()
    said = told(FULL, project.path)
    assert said == [
        "verdict file.cannot_write",
        "project file.cannot_write",
        "half False",
        "setting file.cannot_write",
        "queue file.cannot_write",
        "set file.cannot_write",
        "checkpoint file.cannot_write",
        "pictures file.cannot_write",
        "pictures file.cannot_write",
        "held True",
        "left []",
    ]
    again = Project.open(project.path)
    assert again.runs()[0].condensed().decoded == run.condensed().decoded
    assert again.runs()[0].verdicts() == {}


@pytest.mark.skipif(sys.platform != "linux", reason="rights are given up in Linux's own way")
def test_a_project_that_may_only_be_read_can_be_looked_at(make_project):
    project, run = make_project()
    files = [project.path, *project.path.rglob("*")]
    modes = {one: one.stat().st_mode for one in files}
    try:
        for one in files:
            one.chmod(0o555 if one.is_dir() else 0o444)
        said = told(READ_ONLY, project.path)
    finally:
        for one, mode in modes.items():
            one.chmod(mode)
    assert said == [
        f"look 1 {len(run.condensed().images)} 51",
        "held False writable False",
        "verdict file.cannot_write",
        "setting file.cannot_write",
        "run file.cannot_write",
        "remove file.cannot_write",
        "queue file.cannot_write",
        "recover done",
    ]
    assert [one.id for one in Project.open(project.path).runs()] == [run.id]
