"""Signing off without a window, and what info says afterwards."""

from __future__ import annotations

import shutil

import pytest

from engine.project import Project
from engine.project.blind_tests import BlindAnswer, BlindTest, keep_test


@pytest.fixture
def judged(project, run, tmp_path):
    """A copy of the project whose run is judged but for one sample."""
    copy = shutil.copytree(project, tmp_path / "形.shizuku")
    made = Project.open(copy).run(run["run"])
    made.judgements().judge_all(range(made.condensed().decoded - 1), "accepted", inspector="佐藤")
    return copy, made


def test_signing_waits_for_the_last_verdict(shizuku, judged, tmp_path):
    path, made = judged
    answer = shizuku("sign-off", path, "latest", "--inspector", "佐藤")
    assert answer.code == 2
    assert "not judged yet" in answer.err
    made.judge(made.condensed().decoded - 1, "accepted")
    signed = shizuku(
        "sign-off", path, "latest", "--inspector", "佐藤", "--statement", "OK", "--json"
    )
    assert signed.code == 0
    assert signed.json["sign_off"]["statement"] == "OK"
    assert signed.json["sign_off"]["state"] == "signed"
    exported = tmp_path / "set.h5"
    assert shizuku("export", path, "latest", "--to", exported).code == 0
    for place in (path, exported):
        told = shizuku("info", place)
        assert "Signed off by 佐藤" in told.out
        assert "0 rejected" in told.out
        summary = shizuku("info", place, "--json").json
        summary = summary["runs"][0] if place == path else summary
        assert summary["sign_off"]["state"] == "signed"
        assert summary["verdicts"]["open"] == 0


def test_blind_tests_are_told_of_project_and_file(shizuku, judged, tmp_path):
    path, made = judged
    answers = [BlindAnswer(sample=0, picture=0, label=0, synthetic="left", said="left")] * 20
    for name in ("佐藤", ""):
        keep_test(made, BlindTest(inspector=name, time="2026-03-01T09:00", seed=1, answers=answers))
    exported = tmp_path / "set.h5"
    assert shizuku("export", path, "latest", "--to", exported).code == 0
    for place in (path, exported):
        told = shizuku("info", place).out
        assert "Blind test by 佐藤 on 2026-03-01 09:00: 20 of 20 told rightly (84–100 %)" in told
        assert "Blind test on 2026-03-01 09:00: 20 of 20" in told
        summary = shizuku("info", place, "--json").json
        summary = summary["runs"][0] if place == path else summary
        assert [one["hit_rate"] for one in summary["blind_tests"]] == [1.0, 1.0]
        assert summary["blind_tests"][0]["low"] == pytest.approx(0.839, abs=1e-3)


def test_a_change_after_a_partial_sign_off_shows(shizuku, judged):
    path, made = judged
    answer = shizuku("sign-off", path, "latest", "--inspector", "Mori", "--partial")
    assert answer.code == 0
    assert "Signed off in part by Mori" in answer.out
    made.judge(0, "rejected")
    assert "Changed since Mori signed off in part" in shizuku("info", path).out
    assert "変更があります" in shizuku("info", path, "--language", "ja").out


def test_nobody_signs_without_a_name(shizuku, judged):
    path, _ = judged
    assert shizuku("sign-off", path, "latest").code == 2
    assert shizuku("sign-off", path, "latest", "--inspector", "").code == 2


def test_a_set_that_nobody_judged_says_nothing_of_verdicts(shizuku, project, run):
    assert "judged" not in shizuku("info", project).out
    summary = shizuku("info", project, "--json").json["runs"][0]
    assert summary["sign_off"] is None
    assert summary["verdicts"]["accepted"] == 0
