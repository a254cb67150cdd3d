"""``shizuku compare`` for people and for programs."""

from __future__ import annotations

import shutil

import pytest

from engine.data.recipe import CondenseRecipe
from engine.project import Project


@pytest.fixture
def pair(project, run, tmp_path):
    """A copy of the project with a second run that holds the same samples."""
    copy = tmp_path / "copy.shizuku"
    shutil.copytree(project, copy)
    opened = Project.open(copy)
    first = opened.run(run["run"])
    second = opened.new_run(CondenseRecipe(ipc=2, preset="best", seed=1))
    shutil.copy(first.condensed_path, second.condensed_path)
    return copy, first.id, second.id


def test_people_are_told_what_differs(shizuku, pair):
    told = shizuku("compare", *pair)
    assert told.code == 0, told.err
    assert f"Run A: {pair[1]}" in told.out
    assert "Quality: quick → best" in told.out
    assert "as close as run A in content, style and diversity" in told.out
    assert "Neither run was tried" in told.out
    japanese = shizuku("compare", *pair, "--language", "ja").out
    assert "品質: 高速 → 最高" in japanese


def test_programs_get_one_object(shizuku, pair):
    found = shizuku("compare", *pair, "--json").json
    assert (found["a"]["run"], found["b"]["run"]) == pair[1:]
    assert {"preset", "seed"} <= {one["field"] for one in found["recipe"]}
    assert {one["closer"] for one in found["gaps"]} == {"same"}
    assert found["trial"] == {"comparable": False, "reason": "not_tried"}


def test_a_run_with_itself_and_one_that_is_not_there(shizuku, pair):
    path, first, _ = pair
    assert shizuku("compare", path, first, first).code == 2
    failed = shizuku("compare", path, first, "2001", "--json")
    assert (failed.code, failed.json["key"]) == (2, "project.no_run")
