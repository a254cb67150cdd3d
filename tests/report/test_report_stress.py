"""Sets under strain in the report, the numbers, and on the command line."""

from __future__ import annotations

import csv
from html import unescape

import pytest

from engine.report import as_html, gather, write_csv
from engine.report.numbers import numbers
from engine.runtime import StopSource
from engine.trial import TrialRecipe, run_trial

RECIPE = TrialRecipe(
    seeds=1, epochs=1, least_steps=2, width=8, device="cpu", against=("random",), stress=True
)


@pytest.fixture
def tried(make_project):
    made = make_project(("=flat", "steep", "直"))
    report = run_trial(*made, RECIPE, emit=lambda _event: None, token=StopSource().token)
    return made, report


def test_the_report_has_a_table_a_strain_and_all_numbers(tried, tmp_path):
    made, report = tried
    content = gather(*made, "ja")
    for printed in (False, True):
        html = unescape(as_html(content, "ja", printed=printed))
        assert "ストレス試験" in html
        assert "1 回の学習では" in html
        for one in report.stress.results:
            assert f"{100 * one.balanced_mean:.1f} %" in html
    assert any("--stress" in line and "True" not in line for line in content.commands)
    assert len(numbers(content)["trial"]["stress"]["results"]) == 4
    path = write_csv(content, tmp_path / "numbers.csv")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    found = {(row["table"], row["row"], row["quantity"]): row["value"] for row in rows}
    one = report.stress.find("imbalanced", "condensed")
    title = "imbalanced, condensed"
    assert float(found["stress", title, "balanced_fall_mean"]) == one.balanced_fall.mean
    assert float(found["stress recall", title, "直"]) == one.recall["直"]
    assert ("stress recall", title, "'=flat") in found


def test_a_trial_without_stress_says_nothing_of_it(make_project):
    made = make_project()
    recipe = RECIPE.model_copy(update={"stress": False, "against": ()})
    run_trial(*made, recipe, emit=lambda _event: None, token=StopSource().token)
    content = gather(*made, "en")
    assert content.stress is None
    assert "Under strain" not in as_html(content, "en")
    assert not any("--stress" in line for line in content.commands)
