"""Holding, recovering, removed runs, undoing of the queue: what a person may rely on."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.project.in_use import hold_project
from engine.project.leftovers import clear_leftovers
from engine.project.owners import alive, this_process
from engine.project.recovery import recover
from engine.runtime import UserError

ROOT = Path(__file__).parents[2]

HOLDER = """
import sys
from pathlib import Path
from engine.project.in_use import hold_project
held = hold_project(Path(sys.argv[1]))
print("held" if held else "not", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def project(tmp_path):
    return Project.create(tmp_path / "p.shizuku")


def other_process(code, *values):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, values)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


# --- one window a project ---------------------------------------------------------------------


def test_a_project_is_refused_while_another_process_holds_it_even_if_that_is_killed(project):
    other = other_process(HOLDER, project.path)
    assert other.stdout.readline() == "held\n"
    with pytest.raises(UserError) as refused:
        hold_project(project.path)
    assert refused.value.key == "project.locked"
    assert "20" in refused.value.params["owner"], "since when"
    other.kill()
    other.communicate()
    held = hold_project(project.path)
    assert held is not None, "no trace of the killed one keeps it shut"
    again = hold_project(project.path)
    assert again is held
    again.release()
    late = other_process(HOLDER, project.path)
    late.communicate("")
    assert late.returncode == 1, "one of two holders let go, the other still holds"
    held.release()


# --- who is alive -----------------------------------------------------------------------------


def test_a_process_number_given_to_another_process_is_not_taken_for_the_owner():
    assert alive(this_process())
    host, pid, *began = this_process().split(":")
    if not began:
        pytest.skip("this system does not tell when a process began")
    assert not alive(f"{host}:{pid}:{int(began[0]) - 1}")
    assert alive(f"{host}:{pid}"), "as earlier versions wrote it"
    assert not alive("nonsense")


# --- after a crash ----------------------------------------------------------------------------


def test_after_a_crash_it_is_known_what_is_safe_and_halves_are_cleared(project):
    run = project.new_run(CondenseRecipe(ipc=1))
    run.begin()
    run.reached(40)
    run.checkpoint_path.write_bytes(b"c")
    run.judge(0, "accepted", inspector="佐藤")
    project.queue.add_condense(CondenseRecipe(ipc=2))
    with project.catalogue.writing() as connection:
        connection.execute("UPDATE runs SET owner = 'nobody-here'")
    half = run.folder / ".part-abc.h5"
    half.write_bytes(b"x" * 1000)
    folder = project.path / ".part-def"
    (folder / "deep").mkdir(parents=True)
    now = time.time()
    fresh = project.path / ".part-now.h5"
    fresh.write_bytes(b"y")
    for one in (half, folder / "deep", folder):
        os.utime(one, (now - 100, now - 100))
    found = recover(project.path, before=now - 50)
    assert [(one.run, one.step, one.resumable) for one in found.runs] == [(run.id, 40, True)]
    assert (found.verdicts, found.waiting, found.cleared.files) == (1, 1, 2)
    assert found.last_verdict
    assert found.cleared.bytes >= 1000
    assert (half.exists(), folder.exists(), fresh.exists()) == (False, False, True)
    run.end("stopped", step=40)
    assert recover(project.path, before=now).runs == (), "a run that ended is none"


def test_links_are_not_followed_when_clearing(project, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / ".part-a").write_bytes(b"mine")
    (project.path / "link").symlink_to(outside)
    (project.path / ".part-link").symlink_to(outside)
    clear_leftovers(project.path, before=time.time() + 10)
    assert (outside / ".part-a").is_file()


# --- removed runs -----------------------------------------------------------------------------


def test_a_removed_run_comes_back_as_it_was(project):
    run = project.new_run(CondenseRecipe(ipc=3))
    (run.folder / "condensed.h5").write_bytes(b"set")
    run.judge(1, "rejected", note="too dark")
    project.trash.put(run)
    assert project.runs() == []
    assert [one.run for one in project.trash.all()] == [run.id]
    project.trash.bring_back(run.id)
    (back,) = project.runs()
    assert (back.id, back.recipe.ipc, back.verdicts()) == (run.id, 3, {1: "rejected"})
    assert (back.folder / "condensed.h5").read_bytes() == b"set"
    assert project.trash.all() == []


def test_a_run_in_progress_is_not_removed(project):
    run = project.new_run(CondenseRecipe())
    run.begin()
    with pytest.raises(UserError) as refused:
        project.trash.put(run)
    assert refused.value.key == "run.removal_running"
    assert [one.id for one in project.runs()] == [run.id]


def test_only_what_was_removed_a_month_ago_is_deleted(project):
    old, new = project.new_run(CondenseRecipe()), project.new_run(CondenseRecipe())
    for one in (old, new):
        project.trash.put(one)
    month = time.time() - 31 * 24 * 3600
    os.utime(project.trash.folder / old.id, (month, month))
    project.empty_trash(overdue=True)
    assert project.trash.ids() == {new.id}
    project.trash.bring_back(new.id)
    assert [one.id for one in project.runs()] == [new.id]


# --- the queue --------------------------------------------------------------------------------


def numbers(project):
    return [one.number for one in project.queue.content().entries]


def test_changes_of_the_queue_are_taken_back_and_made_again(project):
    queue = project.queue
    first = queue.add_condense(CondenseRecipe(ipc=1)).number
    trial = queue.add_trial({"seeds": 1}, maker=first).number
    last = queue.add_condense(CondenseRecipe(ipc=5)).number
    before = queue.rows()
    queue.remove(first)
    after = queue.rows()
    assert numbers(project) == [last]
    queue.change_back(before, after)
    assert numbers(project) == [first, trial, last]
    assert queue.entry(trial).maker == first
    queue.change_back(after, before)
    assert numbers(project) == [last]
    queue.change_back(before, after)

    queue.move(last, -2)
    moved = queue.rows()
    assert numbers(project) == [last, first, trial]
    queue.change_back(before, moved)
    assert numbers(project) == [first, trial, last]


def test_what_has_begun_meanwhile_is_not_taken_back(project):
    queue = project.queue
    before = queue.rows()
    number = queue.add_condense(CondenseRecipe()).number
    after = queue.rows()
    queue.take()
    queue.change_back(before, after)
    assert numbers(project) == [number]
