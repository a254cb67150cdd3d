"""The Inspect page measures a run's gaps from what the run aims at, and says what that is."""

from __future__ import annotations

import dataclasses

from PySide6.QtWidgets import QApplication

from engine.data.recipe import CondenseRecipe
from engine.inspection.of_run_gaps import run_gaps
from engine.runtime import text


def look_at(window, qtbot, project, run):
    window.open_project(project.path)
    window.workspace.select_run(run.id)
    window.go("inspect")
    page = window.pages["inspect"]
    page.comparison.show_view("gaps")
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.services.background.busy, timeout=60_000)
        QApplication.processEvents()
    return page


def test_a_run_that_varies_more_is_measured_from_more_varied_pictures(window, qtbot, make_project):
    project, plain = make_project()
    asked = CondenseRecipe(ipc=2, appearance="varied", variation=4.0, picture_kind="photo")
    run = project.new_run(asked)
    dataclasses.replace(plain.condensed(), recipe=asked.model_dump(mode="json")).save(
        run.condensed_path
    )
    page = look_at(window, qtbot, project, run)
    with project.image_set() as images:
        found = run_gaps(project, run, images, run.condensed())
    lines = page.classes.table.classes.lines
    assert [line.gap for line in lines[1:]] == list(found.classes)
    assert page.comparison.gaps.state.text() == text("inspect.gaps_varied", title="")
    page.services.languages.use("ja")
    QApplication.processEvents()
    assert page.comparison.gaps.state.text() == text("inspect.gaps_varied", "ja", title="")
    window.workspace.select_run(plain.id)
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.services.background.busy, timeout=60_000)
        QApplication.processEvents()
    assert page.comparison.gaps.state.text() == ""
