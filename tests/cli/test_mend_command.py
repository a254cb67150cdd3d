"""The command ``mend`` on a real project."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from engine.project import Project


@pytest.fixture
def own(project, tmp_path):
    """A copy of the project: other tests want no further runs and verdicts in theirs."""
    copy = tmp_path / "own.shizuku"
    shutil.copytree(project, copy)
    return copy


@pytest.fixture
def rejected(own, run):
    """The run with samples 1 and 5 rejected."""
    found = Project.open(own).run(run["run"])
    found.judge(1, "rejected", inspector="佐藤")
    found.judge(5, "rejected")
    found.judge(0, "accepted")
    return found


@pytest.mark.parametrize("way", ["again", "nearest", "leave-out"])
def test_it_makes_a_new_run_and_answers_for_programs(shizuku, own, rejected, way):
    answer = shizuku("mend", own, rejected.id, "--rejected", way, "--steps", 3, "--json")
    assert answer.code == 0, answer.err
    told = answer.json
    made = Project.open(own).run(told["run"])
    assert (told["status"], made.id != rejected.id) == ("done", True)
    assert (told["mended"]["run"], told["mended"]["way"]) == (rejected.id, way)
    assert told["mended"]["samples"] == [1, 5]
    assert told["verdicts"] == len(made.verdicts()) >= 1
    assert told["steps"] == (3 if way == "again" else 0)
    assert len(told["real_samples"]) == (2 if way == "nearest" else 0)
    assert np.array_equal(made.condensed().images[0], rejected.condensed().images[0])


def test_it_tells_people_what_it_did(shizuku, own, rejected):
    answer = shizuku("mend", own, rejected.id, "--rejected", "leave-out", "--language", "en")
    assert "the rejected samples (2) are left out" in answer.err
    assert f"from run {rejected.id}: 0 of" in answer.out


def test_nothing_rejected_is_one_sentence(shizuku, own, run):
    answer = shizuku("mend", own, run["run"], "--rejected", "again", "--json")
    assert (answer.code, answer.json["key"]) == (2, "mend.nothing_rejected")


def test_another_way_is_wrong_use(shizuku, own, run):
    answer = shizuku("mend", own, run["run"], "--rejected", "burn")
    assert answer.code == 2
