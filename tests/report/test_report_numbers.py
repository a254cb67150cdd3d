"""Decision page and numbers of the report, and what the command line writes."""

from __future__ import annotations

import csv
import json
from html import unescape

import pytest

from engine.report import as_html, gather, write_csv, write_json
from engine.runtime import LANGUAGES, StopSource, text
from engine.trial import (
    CostInputs,
    DecisionRules,
    Rule,
    TrialRecipe,
    TrialReport,
    keep_costs,
    keep_rules,
    run_trial,
)

RECIPE = TrialRecipe(
    seeds=1, epochs=1, least_steps=2, width=8, device="cpu", against=("full", "random")
)


@pytest.fixture
def tried(make_project):
    project, run = make_project(("=flat", "steep", "直"))
    run_trial(project, run, RECIPE, emit=lambda _event: None, token=StopSource().token)
    return project, run


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_tells_rules_money_and_what_would_change_it(tried, language):
    project, run = tried
    keep_costs(project, CostInputs(critical_classes=("steep",), currency="EUR"))
    rule = Rule(name="seeds", threshold=2, otherwise="no")
    keep_rules(project, DecisionRules().changed(rule))
    content = gather(project, run, language)
    html = unescape(as_html(content, language))
    decision = content.page.decision
    assert decision.verdict == "no"
    for one in decision.rules:
        assert one.rule.title(language) in html
        assert one.state(language) in html
    for one in decision.turns:
        assert one.sentence(language).split("(")[0].strip("。.") in html
    assert html.count(f"<small>({text('report.rules_own', language)})</small>") == 1
    for name, _ in (*content.page.money_rows, *content.page.cost_rows):
        assert name in html
    assert html.index(text("report.why", language)) < html.index(text("report.rules", language))


def test_paper_and_screen_say_the_same(tried):
    content = gather(*tried, "en")
    screen, paper = as_html(content, "en"), as_html(content, "en", printed=True)
    for words in (*[one[1] for one in content.page.figures], *content.commands, "=flat"):
        found = words.split(" ")[0]
        assert found in screen
        assert found in paper
    assert screen.count("<svg") == paper.count("<svg")
    assert screen.count("data:image/png") == paper.count("data:image/png")
    assert "display: grid" not in paper


def test_the_sheet_opens_in_excel_and_runs_no_formula(tried, tmp_path):
    content = gather(*tried, "ja")
    path = write_csv(content, tmp_path / "数値.csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    cells = [cell for row in rows for cell in row.values()]
    assert "'=flat" in cells
    assert not [one for one in cells if one.startswith(("=", "@", "+"))]
    found = {(row["table"], row["row"], row["quantity"]): row["value"] for row in rows}
    trial = TrialReport.from_dict(tried[1].trials()[-1])
    accuracy = trial.find("condensed").accuracy_mean
    assert float(found["sets", "convnet, condensed", "accuracy_mean"]) == pytest.approx(accuracy)
    assert ("confusion", "convnet, full: steep", "直") in found
    assert ("decision", "", "net_year") in found
    assert ("rules", "time", "threshold") in found


def test_the_numbers_are_plain_json(tried, tmp_path):
    content = gather(*tried, "en")
    path = write_json(content, tmp_path / "n.json")
    found = json.loads(path.read_text("utf-8"), parse_constant=pytest.fail)
    assert found["decision"]["verdict"] == content.page.decision.verdict
    assert TrialReport.from_dict(found["trial"]).find("full") is not None
    assert found["costs"] == CostInputs().model_dump(mode="json")


def test_a_run_that_was_not_tried_has_numbers_too(make_project, tmp_path):
    content = gather(*make_project(), "en")
    found = json.loads(write_json(content, tmp_path / "n.json").read_text("utf-8"))
    assert found["trial"] is None
    assert found["classes"]
    assert write_csv(content, tmp_path / "n.csv").stat().st_size > 100
