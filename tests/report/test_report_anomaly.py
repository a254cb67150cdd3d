"""The report's section on defects found as anomalies."""

from __future__ import annotations

import re

import pytest

from engine.report import as_html, gather, write_report
from engine.runtime import StopSource, text
from engine.trial import CostInputs, TrialRecipe, keep_costs, run_trial
from engine.trial.anomaly import run_anomaly
from engine.trial.anomaly_decision import detector_decision
from engine.trial.anomaly_recipe import AnomalyRecipe
from gui.printing.markup import for_paper


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_comparison_is_in_the_report(make_project, tmp_path, language):
    made = make_project(("good", "burnt", "bent"), train=(16, 0, 0), test=5, size=32, ipc=3)
    path = tmp_path / "report.html"
    assert "AUROC" not in write_report(*made, path, language=language).read_text("utf-8")
    recipe = AnomalyRecipe(
        features="random", width=8, draws=1, device="cpu", cost_missed=5000, cost_alarm=50
    )
    report = run_anomaly(*made, recipe, emit=lambda event: None, token=StopSource().token)
    page = write_report(*made, path, language=language).read_text("utf-8")
    for one in report.sets:
        assert f"{one.auroc:.3f}" in page
        assert f"{100 * one.missed_share:.1f} %" in page
    assert "bent" in page
    assert page.count("data:image/png") >= 2
    assert ("Cost-optimal threshold" if language == "en" else "費用が最小") in page
    answer = detector_decision(report).sentence(language)
    assert answer in page
    assert text("report.not_tried", language) not in page, "the comparison is the answer"


@pytest.mark.parametrize("costed", [True, False])
def test_two_classes_are_told_as_defect_detection(make_project, tmp_path, costed):
    made = make_project(("bent", "plain"), test=8)
    recipe = TrialRecipe(seeds=1, epochs=1, least_steps=4, width=8, device="cpu", against=())
    run_trial(*made, recipe, emit=lambda event: None, token=StopSource().token)
    path = tmp_path / "report.html"
    assert "“bent” is the class not to be missed" not in write_report(*made, path).read_text(
        "utf-8"
    )
    costs = {"cost_of_missed_defect": 1000.0, "cost_of_false_alarm": 10.0} if costed else {}
    keep_costs(made[0], CostInputs(critical_classes=("bent",), **costs))
    page = write_report(*made, path).read_text("utf-8")
    assert "“bent” is the class not to be missed" in page
    assert ("call it a defect from" in page) == costed
    chart = page[page.index('aria-label="Precision (alarms that are right)') :]
    assert {"100 %", "Recall: defects found", "Condensed"} <= set(re.findall(r">([^<]+)<", chart))


def test_no_chart_fills_a_page_on_paper(make_project):
    made = make_project(("bent", "plain"), test=8)
    recipe = TrialRecipe(seeds=1, epochs=1, least_steps=4, width=8, device="cpu", against=())
    run_trial(*made, recipe, emit=lambda event: None, token=StopSource().token)
    keep_costs(made[0], CostInputs(critical_classes=("bent",)))
    page = as_html(gather(*made, "en"), "en", printed=True)
    charts = [one for one in for_paper(page).drawings if isinstance(one, str)]
    assert any("Precision" in one for one in charts)
    for one in charts:
        wide, high = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', one).groups()
        small = 'class="histogram"' in one or 'class="curve"' in one
        assert small or float(high) < 0.5 * float(wide), one[:200]
