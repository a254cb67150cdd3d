"""The curve over images per class: which trials are points of it, and the report that draws it."""

from __future__ import annotations

import pytest

from engine.data.recipe import CondenseRecipe
from engine.queueing.curve import add_curve, curve_parts
from engine.report.ipc_curve import curve_section
from engine.report.numbers import numbers
from engine.report.writing import as_html, gather
from engine.runtime import StopSource
from engine.trial import PROTOCOLS, TrialRecipe, run_trial
from engine.trial.ipc_curve import curve_of, ipc_curves
from tests.conftest import condensed_by_hand

RECIPE = TrialRecipe(against=("random",), seeds=1)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """A trial's stored report, made once."""
    return {}


@pytest.fixture
def tried(make_project, monkeypatch, report):
    """Runs of 1, 2 and 5 images per class, finished and tried; numbers are set by hand."""
    project, first = make_project()
    if not report:
        update = {"epochs": 1, "least_steps": 1, "width": 8}
        monkeypatch.setitem(PROTOCOLS, "trial", PROTOCOLS["trial"].model_copy(update=update))
        token = StopSource().token
        run_trial(project, first, RECIPE, emit=lambda _: None, token=token)
        report.update(first.trials()[0])
        (first.folder / "trials" / "0001.json").unlink()
        monkeypatch.undo()
    runs = {2: first, **{ipc: condensed_by_hand(project, ipc=ipc) for ipc in (1, 5)}}
    for ipc, run in runs.items():
        run.end("done", step=1)
        add(run, report, 0.5 + ipc / 20, created=f"2025-01-0{ipc}T00:00:00+00:00")
    return project, runs


def add(run, report, accuracy, *, name="condensed", **changes):
    """Keep a trial with an accuracy of its own."""
    sets = [
        {**one, "accuracy_mean": accuracy} if one["name"] == name else one for one in report["sets"]
    ]
    run.add_trial({**report, "run": run.id, "sets": sets, **changes})


def points(project, recipe=None):
    curve = curve_of(ipc_curves(project.runs()), recipe or CondenseRecipe())
    return None if curve is None else [(one.ipc, round(one.accuracy, 2)) for one in curve.points]


def test_runs_that_differ_in_images_per_class_alone_are_one_curve(tried, report):
    project, runs = tried
    assert points(project) == [(1, 0.55), (2, 0.6), (5, 0.75)]
    (curve,) = ipc_curves(project.runs())
    assert {one.run for one in curve.points} == {run.id for run in runs.values()}
    assert [one.condense_seconds for one in curve.points] == [90.0] * 3
    assert all(one.random is not None and one.full is None for one in curve.points)
    assert points(project, CondenseRecipe(seed=1)) is None

    add(runs[5], report, 0.9, created="2025-02-01T00:00:00+00:00")
    assert points(project)[-1] == (5, 0.9), "the newest trial counts"
    runs[1].end("stopped", step=1)
    assert points(project) == [(2, 0.6), (5, 0.9)], "a run that was stopped early does not"


@pytest.mark.parametrize(
    "change",
    [
        {"fingerprint": "other"},
        {"recipe": {"model": "resnet18"}},
        {"sets": []},
        {"created": 7},
    ],
)
def test_what_cannot_be_compared_is_no_point_of_the_same_curve(tried, report, change):
    project, runs = tried
    other = {**report, **change, "created": change.get("created", "2026-01-01T00:00:00+00:00")}
    runs[5].add_trial(other)
    assert points(project) == [(1, 0.55), (2, 0.6), (5, 0.75)]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -3.0, 1e9])
def test_an_accuracy_that_is_no_share_is_no_point(tried, report, value):
    project, runs = tried
    add(runs[5], report, value, created="2026-01-01T00:00:00+00:00")
    assert points(project) == [(1, 0.55), (2, 0.6), (5, 0.75)]


def test_a_curve_is_ordered_without_what_is_there_or_waits(tried, monkeypatch):
    project, runs = tried
    update = {"epochs": 1, "least_steps": 1, "width": 8}
    monkeypatch.setitem(PROTOCOLS, "trial", PROTOCOLS["trial"].model_copy(update=update))
    untried = condensed_by_hand(project, ipc=10)
    untried.end("done", step=1)
    parts = {one.ipc: one for one in curve_parts(project, CondenseRecipe(), RECIPE, (1, 10, 20))}
    assert [parts[ipc].state for ipc in (1, 10, 20)] == ["there", "trial", "missing"]
    added = add_curve(project, CondenseRecipe(), RECIPE, (1, 10, 20))
    assert [(one.kind, one.run, one.maker) for one in added] == [
        ("trial", untried.id, None),
        ("condense", "", None),
        ("trial", "", added[1].number),
    ]
    assert add_curve(project, CondenseRecipe(), RECIPE, (1, 10, 20)) == []
    assert runs[1].id != untried.id
    other = RECIPE.model_copy(update={"model": "mobilenet"})
    more = add_curve(project, CondenseRecipe(), other, (1, 20))
    assert [one.kind for one in more] == ["trial", "trial"], "no condensing is done twice"


def test_the_report_draws_it_in_both_languages(tried, report):
    project, runs = tried
    content = gather(project, runs[5], "en")
    page = as_html(content, "en")
    assert "How many images per class?" in page
    assert 'class="trend-condensed"' in page
    assert "クラスあたり何枚必要か" in as_html(gather(project, runs[5], "ja"), "ja", printed=True)
    assert [one["ipc"] for one in numbers(content)["ipc_curve"]["points"]] == [1, 2, 5]
    heights = [one.y for one in content.ipc_curve.marks]
    assert heights == sorted(heights, reverse=True), "more is higher up"
    assert curve_section(project, runs[5], None) is None
