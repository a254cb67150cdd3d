"""Rules, critical classes and ways out of the decide page."""

from __future__ import annotations

import csv
import html
import json
import re

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtWidgets import QDialog, QFileDialog

from engine.report import as_html, gather
from engine.runtime import LANGUAGES, text
from engine.trial import (
    DecisionRules,
    SetResult,
    TrialRecipe,
    TrialReport,
    project_costs,
    project_rules,
)
from gui.printing import print_page, write_pdf

NAMES = ["flat", "steep", "upright"]
GOOD = [[9, 1, 0], [1, 8, 1], [0, 0, 10]]
FULL = [[10, 0, 0], [0, 9, 1], [0, 0, 10]]
POOR = [[2, 8, 0], [5, 3, 2], [5, 5, 0]]


def result(name, confusion, seconds):
    accuracy = sum(confusion[at][at] for at in range(3)) / 30
    return SetResult(
        name=name,
        images=6,
        bytes=1536,
        accuracies=[accuracy] * 3,
        accuracy_mean=accuracy,
        accuracy_std=0.0,
        balanced_mean=accuracy,
        balanced_std=0.0,
        recall={NAMES[at]: confusion[at][at] / 10 for at in range(3)},
        confusion=[[3 * one for one in row] for row in confusion],
        seconds=seconds,
        steps=4,
        macro_f1=[accuracy] * 3,
        energy_wh=seconds / 60,
    )


@pytest.fixture
def tried(opened):
    window, project, run = opened
    recipe = TrialRecipe(seeds=3)
    sets = [result("condensed", GOOD, 2.0), result("full", FULL, 600.0)]
    report = TrialReport(
        run=run.id,
        created="2026-01-02T03:04:05+09:00",
        device="CPU",
        recipe=recipe,
        protocol=recipe.full_protocol(),
        class_names=NAMES,
        test_images=30,
        test_counts=[10] * 3,
        condense_seconds=90.0,
        sets=[*sets, result("random", POOR, 2.0)],
    )
    run.add_trial(report.as_dict())
    return window, project, run


@pytest.fixture
def page(tried, qtbot):
    window, _, _ = tried
    window.workspace.refresh_runs()
    window.go("decide")
    shown = window.pages["decide"]
    qtbot.waitUntil(lambda: not shown.services.background.busy, timeout=60_000)
    return shown


def row(page, name):
    return next(one for one in page.rules.rows if one.name == name)


def test_rules_are_read_changed_kept_and_restored(page, tried, qtbot):
    window, project, _ = tried
    page.fold.open()
    assert row(page, "time").state.text() == text("rule.met")
    row(page, "time").threshold.setValue(100)
    assert row(page, "time").state.text() == text("rule.not_met")
    assert page.verdict.sentence.text() == text("roi.no")
    row(page, "time").otherwise.setCurrentIndex(0)
    row(page, "margin").on.setChecked(False)
    assert row(page, "margin").state.text() == text("rule.off")
    qtbot.waitUntil(lambda: not project_rules(project)["margin"].on, timeout=5000)
    assert project_rules(project)["time"].threshold == 100
    window.close_project()
    window.open_project(project.path)
    assert page.rules.rules() == project_rules(project)
    page.rules.restore.click()
    assert page.rules.rules() == DecisionRules()


def test_marked_classes_and_costs_of_missing_become_money(page, tried, qtbot):
    _, project, _ = tried
    costs = page.costs
    before = page.verdict.money.value.text()
    item = costs.critical.item(1)
    assert item.text() == "steep"
    item.setCheckState(Qt.CheckState.Checked)
    assert row(page, "critical").measured.text() == "10.0 points"
    costs.fields["parts_per_month"].setValue(1000)
    costs.fields["defect_share_percent"].setValue(10)
    costs.fields["cost_of_missed_defect"].setValue(1000)
    assert page.verdict.money.value.text() != before
    assert "between" in page.verdict.money.note.text()
    assert "critical classes" in page.turns.lines.text()
    qtbot.waitUntil(lambda: project_costs(project).critical_classes == ("steep",), timeout=5000)


def test_what_would_change_it_follows_the_inputs(page):
    assert "it no longer pays" in page.turns.lines.text()
    page.costs.retrainings.setValue(0)
    assert "it would pay" in page.turns.lines.text()


def test_every_control_is_named_in_both_languages(page):
    for language in LANGUAGES:
        page.services.languages.use(language)
        fields = [*page.costs.numbers(), page.costs.critical]
        for one in page.rules.rows:
            fields += [one.on, one.threshold, one.otherwise]
        assert all(field.accessibleName() for field in fields)
    page.services.languages.use("en")


@pytest.mark.parametrize("form", ["pdf", "csv", "json"])
def test_report_and_numbers_are_written_from_the_window(page, qtbot, tmp_path, monkeypatch, form):
    target = tmp_path / f"報告.{form}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    way = {"pdf": page.pdf.click, "csv": page.export.csv.trigger, "json": page.export.json.trigger}
    with qtbot.waitSignal(page.jobs.ended, timeout=60_000) as caught:
        way[form]()
    assert caught.args[1].status == "done"
    read = {"pdf": read_pdf, "csv": read_csv, "json": lambda path: json.loads(path.read_bytes())}
    assert read[form](target)


def read_csv(path):
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def read_pdf(path):
    document = pypdfium2.PdfDocument(path)
    words = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return words


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_says_what_the_page_says(page, tried, tmp_path, language):
    _, project, run = tried
    content = gather(project, run, language)
    pages = read_pdf(write_pdf(content, tmp_path / "r.pdf", language=language))
    assert len(pages) > 2
    told = ["".join(one.split()) for one in pages]
    assert "".join(content.page.decision.sentence(language).split()) in told[0]
    for _, figure, _ in content.page.figures:
        assert "".join(figure.split()) in told[0]
    assert "".join(text("report.rules", language).split()) in told[1]
    whole = "".join(told)
    headings = re.findall(r"<h[123][^>]*>(.*?)</h", as_html(content, language, printed=True))
    assert len(headings) > 10
    for heading in headings:  # nothing is lost between two pages
        assert "".join(html.unescape(re.sub("<[^>]*>", "", heading)).split()) in whole
    assert "steep" in whole
    assert "./shizuku" in told[-1] + told[-2]
    for number, one in enumerate(told, start=1):
        foot = text("report.page", language, page=number, pages=len(told))
        assert "".join(foot.split()) in one
    data = (tmp_path / "r.pdf").read_bytes()
    assert b"/FontFile" in data  # embedded
    assert b"/JavaScript" not in data


def test_the_printed_decision_is_one_page(page, tried, tmp_path):
    _, project, run = tried
    path = tmp_path / "one.pdf"
    writer = QPdfWriter(str(path))
    writer.setResolution(300)
    print_page(gather(project, run, "en"), writer, language="en")
    del writer
    assert len(read_pdf(path)) == 1


def test_printing_asks_for_a_printer_first(page, qtbot, monkeypatch):
    printed = []
    monkeypatch.setattr("gui.printing.print_page", lambda *args, **kwargs: printed.append(args))
    dialog = "gui.pages.decide_parts.printing.QPrintDialog.exec"
    monkeypatch.setattr(dialog, lambda _self: QDialog.DialogCode.Rejected)
    page.print.click()
    assert not page.services.background.busy
    monkeypatch.setattr(dialog, lambda _self: QDialog.DialogCode.Accepted)
    page.print.click()
    qtbot.waitUntil(lambda: bool(printed), timeout=60_000)
