"""New month's pictures: chosen, tried as a job beside the window, shown in a table."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog

from engine.data import ImageSetWriter
from engine.project import Project
from engine.trial import PROTOCOLS
from tests.conftest import striped


@pytest.fixture
def new(tmp_path):
    project = Project.create(tmp_path / "may.shizuku")
    random = np.random.default_rng(1)
    with ImageSetWriter(project.images_path, height=16, width=16, channels=1) as writer:
        for label, name in enumerate(("flat", "steep")):
            images = striped(random, 10, label, 3, size=16, channels=1)
            sources = [f"{name}/{number}.png" for number in range(10)]
            writer.append(images, [label] * 10, [0] * 7 + [1] * 3, sources)
        writer.finish(class_names=["flat", "steep"], preparation={}, fingerprint="may")
    return project


@pytest.fixture
def page(opened, monkeypatch, qtbot):
    window, _, _ = opened
    update = {"epochs": 1, "least_steps": 3, "width": 8}
    monkeypatch.setitem(PROTOCOLS, "trial", PROTOCOLS["trial"].model_copy(update=update))
    window.go("trial")
    page = window.pages["trial"]
    idle(qtbot, page)
    page.form.seeds.setValue(2)
    return page


def idle(qtbot, page):
    qtbot.waitUntil(lambda: not page.services.background.busy, timeout=60_000)


def test_new_pictures_are_compared_and_refusals_told(page, new, qtbot, monkeypatch):
    page.form.new_pictures.click()
    dialog = page.continual
    assert dialog.isVisible()
    assert not dialog.isModal(), "the job's line must stay in reach"
    assert not dialog.start.isEnabled()
    assert "Choose the project" in dialog.state.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(new.path))
    dialog.choose.click()
    assert dialog.folder.text() == "may.shizuku"
    assert "ConvNet, trainings of each: 2" in dialog.rule.text()
    with qtbot.waitSignal(page.jobs.ended, timeout=60_000) as caught:
        dialog.start.click()
        assert page.right.currentWidget() is not page.live
    assert caught.args[1].status == "done", caught.args[1]
    idle(qtbot, page)
    results, report = dialog.results, caught.args[1].result
    assert results.report == report
    rows = {row[0]: row for row in results.table.words()}
    assert list(rows) == [
        "All old pictures + new", "Condensed set + new", "Random old pictures + new",
        "New pictures alone",
    ]  # fmt: skip
    condensed = report.find("condensed")
    assert rows["Condensed set + new"][1].startswith(f"{100 * condensed.accuracy('old'):.1f} % ±")
    assert "instead of all old pictures" in results.findings.findings[0][1]
    page.services.languages.use("ja")
    assert results.table.words()[1][0] == "濃縮データ + 新しい画像"
    page.services.languages.use("en")
    dialog.use(page.workspace.project.path)
    with qtbot.waitSignal(page.jobs.ended, timeout=60_000):
        dialog.start.click()
    assert "is the project that was condensed" in dialog.state.text()
    idle(qtbot, page)
    assert results.report == report
    dialog.leave.click()
    assert not dialog.isVisible()
