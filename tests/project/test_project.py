"""A project folder and its catalogue, opened by anyone, in any state."""

from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import threading
from pathlib import Path

import pytest

from engine.data.recipe import CondenseRecipe
from engine.project import ImportRecord, Project, Refused, RunResult, SourceNotice
from engine.project.catalogue import Catalogue
from engine.runtime import UserError

RECIPE = CondenseRecipe(ipc=3)
RESULT = RunResult(
    steps=5,
    seconds=1.5,
    stored=6,
    decoded=6,
    device="cpu",
    content_gap=0.1,
    style_gap=0.2,
    diversity=0.9,
)


@pytest.fixture
def project(tmp_path) -> Project:
    return Project.create(tmp_path / "検査.shizuku")


def execute(project: Project, statement: str, *values: object) -> None:
    with sqlite3.connect(project.path / "project.sqlite") as connection:
        connection.execute(statement, values)
    connection.close()


def test_an_import_is_remembered_in_both_languages(project):
    record = ImportRecord(
        source="/写真",
        layout="class-folders",
        time="2026-01-01T00:00:00+00:00",
        seconds=1.25,
        refused=[Refused("壊.png", "file.missing", {"file": "壊.png"})],
        notices=[SourceNotice("leak", 2, "run.no_result", {"run": "x"}, ["a.png", "b.png"])],
    )
    project.record_import(record)
    read = Project.open(project.path).import_record()
    assert read == record
    assert "見つかりません" in read.refused[0].reason("ja")
    project.record_import(ImportRecord("/other", "csv", record.time, 0.5))
    assert project.import_record().refused == []


def test_making_a_project_that_exists_opens_it(project):
    project.set_setting("costs", "{}")
    assert Project.create(project.path).setting("costs") == "{}"


def test_a_folder_with_other_things_is_not_taken_over(tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.png").write_bytes(b"x")
    with pytest.raises(UserError) as caught:
        Project.create(tmp_path / "photos")
    assert caught.value.key == "file.exists"
    assert [one.name for one in (tmp_path / "photos").iterdir()] == ["a.png"]


def test_a_run_that_the_catalogue_refuses_leaves_no_folder(project):
    kept = project.new_run(RECIPE)
    execute(project, "ALTER TABLE runs RENAME TO elsewhere")
    with pytest.raises(UserError) as caught:
        project.new_run(RECIPE)
    assert caught.value.key == "file.cannot_write"
    assert [one.name for one in (project.path / "runs").iterdir()] == [kept.id]


def test_runs_are_found_by_id_beginning_and_latest(project):
    first, second = project.new_run(RECIPE), project.new_run(RECIPE)
    assert project.run("latest").id == second.id
    assert project.run(first.id).recipe == RECIPE
    assert [run.id for run in project.runs()] == [second.id, first.id]
    for wrong in ("", first.id[:4], "nothing"):
        with pytest.raises(UserError) as caught:
            project.run(wrong)
        assert caught.value.key == "project.no_run"
    project.discard(second)
    assert project.run(first.id[:4]).id == first.id
    assert not second.folder.exists()


@pytest.mark.parametrize("crafted", ["../../../etc", "20260101-000000-abcd/../..", "a\0b", ""])
def test_a_crafted_run_id_never_becomes_a_path(project, crafted):
    execute(
        project,
        "INSERT INTO runs (id, created, status, recipe) VALUES (?, 'x', 'done', '{}')",
        crafted,
    )
    assert project.runs() == []
    with pytest.raises(UserError):
        project.run(crafted)


def test_a_catalogue_of_a_newer_version_asks_for_an_update(project):
    execute(project, "PRAGMA user_version = 99")
    with pytest.raises(UserError) as caught:
        Project.open(project.path)
    assert caught.value.key == "project.newer"


@pytest.mark.parametrize("content", [b"", b"not a database" * 100])
def test_a_catalogue_that_is_none_is_refused(project, content):
    for path in project.path.glob("project.sqlite*"):
        path.unlink()
    (project.path / "project.sqlite").write_bytes(content)
    with pytest.raises(UserError) as caught:
        Project.open(project.path)
    assert caught.value.key == "file.not_ours"


def test_a_recipe_from_outside_is_checked(project):
    run = project.new_run(RECIPE)
    execute(project, "UPDATE runs SET recipe = ?", json.dumps({"ipc": 10_000}))
    with pytest.raises(UserError) as caught:
        _ = run.recipe
    assert caught.value.key == "condense.recipe_invalid"
    assert "ipc" in str(caught.value)


def test_a_run_whose_process_died_counts_as_stopped(project):
    run = project.new_run(RECIPE)
    run.begin()
    assert run.status == "running"
    # No process can have this id: it is over the largest that Linux hands out.
    execute(project, "UPDATE runs SET owner = ?", f"{socket.gethostname()}:{2**22 + 1}")
    assert run.status == "stopped"
    assert not run.resumable
    run.checkpoint_path.write_bytes(b"x")
    assert run.resumable


def test_a_run_of_another_computer_counts_as_running(project):
    run = project.new_run(RECIPE)
    run.begin()
    execute(project, "UPDATE runs SET owner = ?", f"another-computer:{os.getpid()}")
    assert run.status == "running"


def test_the_result_is_kept(project):
    run = project.new_run(RECIPE)
    run.begin()
    run.end("done", step=5, result=RESULT)
    again = Project.open(project.path).run("latest")
    assert (again.status, again.step, again.result) == ("done", 5, RESULT)
    assert not again.resumable


def test_verdicts_are_kept_changed_and_taken_back(project):
    run = project.new_run(RECIPE)
    run.judge(0, "accepted", inspector="佐藤")
    run.judge(0, "rejected")
    run.judge(1, "hold")
    run.judge(1, None)
    assert run.verdicts() == {0: "rejected"}


def test_an_unreadable_trial_is_left_out(project):
    run = project.new_run(RECIPE)
    run.add_trial({"sets": [1]})
    (run.folder / "trials" / "0002.json").write_text("{")
    run.add_trial({"sets": [2]})
    (run.folder / "trials" / "0004.json").write_text("[" * 100_000)
    assert run.trials() == [{"sets": [1]}, {"sets": [2]}]


def test_a_new_trial_replaces_none_where_one_was_removed(project):
    run = project.new_run(RECIPE)
    first, second = run.add_trial({"sets": [1]}), run.add_trial({"sets": [2]})
    first.unlink()
    assert run.add_trial({"sets": [3]}) != second
    assert run.trials() == [{"sets": [2]}, {"sets": [3]}]


def test_a_copied_project_is_whole(project, tmp_path):
    run = project.new_run(RECIPE)
    run.end("done", step=5, result=RESULT)
    copied = Path(shutil.copytree(project.path, tmp_path / "別の場所" / "copy.shizuku"))
    shutil.rmtree(project.path)
    found = Project.open(copied).run("latest")
    assert found.result == RESULT
    assert found.folder.is_relative_to(copied)


def test_two_threads_may_write_at_once(project):
    run = project.new_run(RECIPE)

    def judge(first: int) -> None:
        for image in range(first, first + 20):
            run.judge(image, "accepted")

    threads = [threading.Thread(target=judge, args=(start,)) for start in (0, 20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(run.verdicts()) == 40


def side_files(project: Project) -> list[str]:
    return [one.name for one in project.path.iterdir() if one.name.startswith("project.sqlite-")]


def test_readers_leave_no_files_that_come_and_go(project):
    """A folder being copied while its project is read held side files that were gone again."""
    catalogue = Catalogue(project.path / "project.sqlite")
    with catalogue.transaction() as connection:
        connection.execute("SELECT * FROM runs").fetchall()
        assert side_files(project) == []


def test_a_project_of_an_earlier_version_loses_its_write_ahead_log(project):
    execute(project, "PRAGMA journal_mode = WAL")
    test_readers_leave_no_files_that_come_and_go(Project.open(project.path))


@pytest.mark.parametrize(
    "statement",
    ["DROP TABLE runs", "ALTER TABLE findings RENAME COLUMN message_key TO message_kez"],
)
def test_a_catalogue_that_lacks_something_is_told(tmp_path, statement):
    project = Project.create(tmp_path / "p.shizuku")
    with project.catalogue.transaction() as connection:
        connection.execute(statement)
    with pytest.raises(UserError) as caught:
        Project.open(project.path)
    assert caught.value.key == "file.not_ours"
    assert "without" in str(caught.value)


def test_a_catalogue_that_turns_out_to_be_damaged_is_told(tmp_path):
    project = Project.create(tmp_path / "p.shizuku")
    for number in range(60):
        project.set_setting(f"k{number}", "v" * 2000)
    path = project.path / "project.sqlite"
    data = bytearray(path.read_bytes())
    data[8 * 4096 :] = b"\xff" * (len(data) - 8 * 4096)
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        [project.setting(f"k{number}") for number in range(60)]
    assert caught.value.key == "file.not_ours"
    assert "project.sqlite" in str(caught.value)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("recipe", "{"),
        ("recipe", b"\xff\xfe"),
        ("created", "yesterday"),
        ("step", "many"),
        ("result", '{"a": 1}'),
        ("result", "[" * 5000),
    ],
)
def test_a_run_that_was_altered_is_told(tmp_path, column, value):
    project = Project.create(tmp_path / "p.shizuku")
    run = project.new_run(CondenseRecipe())
    # As text, whatever its bytes.
    with project.catalogue.writing() as connection:
        connection.execute(f"UPDATE runs SET {column} = CAST(? AS TEXT)", (value,))
    with pytest.raises(UserError) as caught:
        getattr(run, column)
    assert caught.value.key == "file.not_ours"
