"""Issues of a run are found once, kept beside it, and found again where they are of another set."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from engine.data import CondensedSet
from engine.data.issue_report import Issue, IssueReport, load_issues
from engine.data.issue_words import counts_sentence, issue_sentence, issues_summary
from engine.data.stored_report import parse_report
from engine.inspection.of_run_issues import kept_issues, run_issues
from engine.project.summary import summarise_run
from engine.runtime import StopSource, UserError

TOKEN = StopSource().token


@pytest.fixture
def found(make_project):
    """A run whose samples are its training pictures, and what is wrong with it."""
    project, run = make_project(train=24, size=32)
    with project.image_set() as images:
        report = run_issues(project, run, images, run.condensed(), token=TOKEN)
    return project, run, report


def test_a_run_that_only_copied_is_told_of(found):
    _, run, report = found
    assert report.counts()["copy"] == 6
    assert {"copy"} <= set(report.of_samples()[0])
    assert summarise_run(run)["issues"]["copy"] == 6
    assert "copy of a real picture 6" in counts_sentence(report.counts())


def test_what_is_kept_is_read_again(found):
    project, run, report = found
    assert run.issues() == report
    run.issues_path.write_text(run.issues_path.read_text(encoding="utf-8"), encoding="utf-8")
    with project.image_set() as images:
        stages = []
        again = run_issues(
            project, run, images, run.condensed(), token=TOKEN, on_stage=stages.append
        )
        assert again == report
        assert stages == [], "nothing was looked for"


def test_other_samples_are_looked_at_anew(found):
    project, run, _ = found
    before = run.condensed()
    noise = np.random.default_rng(0).integers(0, 256, before.images.shape, dtype=np.uint8)
    CondensedSet(**{**vars_of(before), "images": noise}).save(run.condensed_path)
    with project.image_set() as images:
        assert kept_issues(run, images, run.condensed()) is None
        report = run_issues(project, run, images, run.condensed(), token=TOKEN)
    assert "copy" not in report.counts()
    assert summarise_run(run)["issues"] == {str(k): v for k, v in report.counts().items()}


def vars_of(condensed):
    return {name: getattr(condensed, name) for name in condensed.__dataclass_fields__}


def test_a_run_nobody_looked_at_has_no_counts(make_project):
    _, run = make_project()
    assert run.issues() is None
    assert summarise_run(run)["issues"] is None


def test_pictures_kept_whole_leave_nothing_to_check(make_project):
    project, run = make_project(train=24, size=32)
    before = run.condensed()
    numbers = np.arange(1, len(before.labels) + 1).astype(np.uint32)
    CondensedSet(**{**vars_of(before), "real": numbers}).save(run.condensed_path)
    with project.image_set() as images:
        report = run_issues(project, run, images, run.condensed(), token=TOKEN)
    assert (report.samples, report.issues, report.checked) == (0, [], [])
    assert issues_summary(report).startswith("All samples are real pictures")


@pytest.mark.parametrize(
    "change",
    [
        lambda values: values | {"version": 2},
        lambda values: values | {"unknown": 1},
        lambda values: values | {"samples": -1},
        lambda values: values | {"checked": []},
        lambda values: values | {"picture_kind": "film"},
        lambda values: {**values, "issues": [{**values["issues"][0], "kind": "magic"}]},
        lambda values: {**values, "issues": [{**values["issues"][0], "samples": []}]},
        lambda values: {**values, "issues": [{**values["issues"][0], "samples": ["0"]}]},
        lambda values: {**values, "issues": [{**values["issues"][0], "numbers": {}}]},
        lambda values: {**values, "issues": [{**values["issues"][0], "real_rows": [-1]}]},
        lambda values: {**values, "issues": [{**values["issues"][0], "numbers": {"x": 1.0}}]},
        lambda values: {**values, "issues": 3},
        lambda values: [values],
    ],
)
def test_a_file_that_is_not_ours_is_refused_and_the_run_goes_on(found, change):
    project, run, report = found
    run.issues_path.write_text(json.dumps(change(report.as_dict())), encoding="utf-8")
    with pytest.raises(UserError) as told:
        load_issues(run.issues_path)
    assert told.value.key == "file.not_ours"
    assert run.issues() is None
    with project.image_set() as images:
        assert run_issues(project, run, images, run.condensed(), token=TOKEN) == report


def test_a_measure_nobody_knows_is_refused():
    numbers = {"value": 1.0, "low": 0.0, "high": 0.5, "limit": 0.1}
    issue = Issue(
        kind="off_style",
        severity="notable",
        class_name="flat",
        samples=[0],
        of=1,
        measure="noise",
        numbers=numbers,
    )
    report = IssueReport(
        condensed="0",
        source="0",
        picture_kind="photo",
        pictures=1,
        looked_at=1,
        samples=1,
        checked=["off_style"],
        issues=[issue],
    )
    assert "Noise" in issue_sentence(report.issues[0], "photo")
    values = report.as_dict()
    values["issues"][0]["measure"] = "glamour"
    with pytest.raises(UserError):
        parse_report(IssueReport, json.dumps(values), Path("issues.json"))
