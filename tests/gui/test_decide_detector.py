"""Deciding where only normal pictures are learnt from: the detector is the trial."""

from __future__ import annotations

from engine.trial.anomaly_decision import detector_decision
from engine.trial.anomaly_report import Losses, keep_anomaly
from tests.trial.test_anomaly_decision import compared


def test_the_detector_is_what_the_decision_rests_on(window, make_project, qtbot):
    project, run = make_project(("good", "burnt"), train=(16, 0), test=6, size=32, ipc=3)
    window.open_project(project.path)
    window.go("decide")
    page = window.pages["decide"]
    qtbot.waitUntil(lambda: not page.services.background.busy, timeout=20_000)
    assert page.no_detector.isVisible()
    assert "defect detector" in page.no_detector.sentence.text()
    assert page.costs.isVisible(), "the comparison reckons with them"
    assert "needs: Trial" in window.rail.buttons["decide"].text()
    page.no_detector.button.click()
    assert window.page == "trial"

    losses = Losses(missed=1000, alarm=20, share=0.03, share_from="costs", currency="JPY")
    report = compared(full=0.95, condensed=0.94, random=0.8).model_copy(update={"losses": losses})
    keep_anomaly(run, report.model_copy(update={"fingerprint": "of other pictures"}))
    keep_anomaly(run, report)
    window.workspace.refresh_runs(select=run.id)
    window.go("decide")
    qtbot.waitUntil(lambda: not page.services.background.busy, timeout=20_000)
    view = page.detector
    assert view.isVisible()
    assert "ready" in window.rail.buttons["decide"].text()
    assert view.headline.sentence.text() == detector_decision(report).sentence()
    assert view.missed.value.text() == "25.0 %"
    assert "for 5 % false alarms" in view.missed.name.text()
    assert view.area.value.text() == "0.940"
    assert view.area.note.text() == "all normal pictures: 0.950\nrandom real: 0.800"
    assert view.memory.value.text() == "2.0 kB, 2.5 ms"
    rows = [row[0].split("\n")[0] for row in view.table.words()]
    assert rows == ["all normal pictures", "condensed", "random real"]
    assert "missed defect costs ¥1,000, a false alarm ¥20" in view.costs.text()
    assert "Test pictures: 2 normal, 2 with defects." in page.detector_basis.lines.text()
    assert view.reasons.findings[0][0]
    window.services.languages.use("ja")
    assert view.headline.sentence.text() == detector_decision(report).sentence("ja")
    assert "濃縮データ" in view.table.words()[1][0]
