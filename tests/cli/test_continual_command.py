"""``shizuku continual``: new pictures beside what is kept of the old ones."""

from __future__ import annotations

import json
import shutil

import pytest

from engine.trial import PROTOCOLS


@pytest.fixture
def quick(monkeypatch):
    """A rule that is done in a moment."""
    update = {"epochs": 1, "least_steps": 2, "width": 8}
    monkeypatch.setitem(PROTOCOLS, "trial", PROTOCOLS["trial"].model_copy(update=update))


@pytest.mark.usefixtures("quick")
def test_old_and_new_pictures_are_told_and_reported(shizuku, make_project, tmp_path):
    project, run = make_project(test=8)
    copy = tmp_path / "may.shizuku"
    shutil.copytree(project.path, copy)
    asked = ("continual", project.path, "latest", copy, "--seeds", 1)
    answer = shizuku(*asked, "--json")
    assert answer.code == 0, answer.err
    stored = json.loads((run.folder / "continual" / "0001.json").read_text("utf-8"))
    assert stored == answer.json
    assert answer.json["copies"] == {"trained": 36, "old_tests": 0, "new_tests": 0}
    told = shizuku(*asked, "--language", "ja")
    assert "濃縮データ + 新しい画像: 古いテスト画像" in told.out
    assert "新しい学習用画像: 36 枚" in told.out
    page, sheet = tmp_path / "report.html", tmp_path / "report.csv"
    reported = shizuku("report", project.path, "latest", "--to", page, "--csv", sheet)
    assert reported.code == 0, reported.err
    html = page.read_text("utf-8")
    assert "New pictures later" in html
    assert "condensed set + new" in html
    assert "may.shizuku" in html, "the command that repeats it"
    assert "continual,condensed,old_fall_mean" in sheet.read_text("utf-8-sig")
    refused = shizuku("continual", project.path, "latest", project.path, "--json")
    assert refused.code == 2
    assert refused.json["key"] == "continual.same"
