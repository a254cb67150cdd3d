"""The window after a crash, beside a second one, without its project; undo and redo by menu."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from engine.data.recipe import CondenseRecipe
from engine.trial import project_costs
from gui.pages.inspect_parts.gap_measuring import GapMeasuring
from gui.safety.crash_dialog import CrashDialog
from gui.safety.guard import Guard
from gui.safety.log_viewer import LogViewer
from gui.safety.recovered_dialog import RecoveredDialog
from gui.safety.saving import save
from gui.safety.sessions import Crashed
from gui.settings import log_folder

ROOT = Path(__file__).parents[2]

OTHER_WINDOW = """
import sys
from pathlib import Path
from engine.runtime import UserError
from gui.workspace import Workspace
try:
    Workspace().open(Path(sys.argv[1]))
    print("opened")
except UserError as refused:
    print(refused.key)
"""


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.services.background.busy, timeout=10_000)


def undo_all(window):
    edit, said = window.menus.edit, []
    while edit.undo.isEnabled():
        said.append(edit.undo.text())
        edit.undo.trigger()
    return said


def test_every_change_is_named_taken_back_and_made_again(opened, qtbot):
    window, project, run = opened
    edit, condense, decide = window.menus.edit, window.pages["condense"], window.pages["decide"]
    assert not edit.undo.isEnabled()
    window.services.queue.add(lambda one: one.queue.add_condense(CondenseRecipe(ipc=2)))
    field = decide.costs.numbers()[0]
    field.setValue(field.value() + 1)
    decide._keep()
    changed = project_costs(project)
    condense.form.ipc.setValue(7)
    condense.draft.keep()
    window.go("condense")
    settle(window, qtbot)
    condense.list.remove_button.click()
    assert window.workspace.runs() == []
    assert [one.key for one in window.banners.messages] == ["run.removed"]

    said = undo_all(window)
    assert said == [
        f"&Undo: removal of run {run.id}",
        "&Undo: change of the recipe",
        "&Undo: change of costs or rules",
        "&Undo: change of the queue",
    ]
    assert [one.id for one in project.runs()] == [run.id]
    assert window.workspace.run.id == run.id
    assert condense.form.ipc.value() == CondenseRecipe().ipc
    assert project_costs(project) != changed
    assert decide.costs.costs() == project_costs(project)
    assert project.queue.content().entries == ()

    window.services.languages.use("ja")
    assert edit.redo.text() != "&Redo"
    window.services.languages.use("en")
    while edit.redo.isEnabled():
        edit.redo.trigger()
    assert project.runs() == []
    assert project_costs(project) == changed
    assert (condense.form.ipc.value(), len(project.queue.content().entries)) == (7, 1)

    edit.removed.aboutToShow.emit()
    edit.removed.actions()[0].trigger()
    assert [one.id for one in project.runs()] == [run.id], "also without undo, for a month"
    # What was typed is there again when the project is opened the next time.
    window.close_project()
    assert not edit.undo.isEnabled()
    window.open_project(project.path)
    assert condense.form.ipc.value() == 7


def test_verdicts_are_taken_back_from_the_menu_and_by_key_alike(opened, qtbot, monkeypatch):
    monkeypatch.setattr(GapMeasuring, "ask", lambda *_args: None)
    window, _, run = opened
    window.go("inspect")
    page = window.pages["inspect"]
    qtbot.waitUntil(lambda: page.desk.look is not None, timeout=10_000)
    page.desk.show_sample(0)
    page.desk.judge("accepted")
    page.desk.show_sample(1)
    page.desk.judge("rejected")
    assert window.menus.edit.undo.text() == "&Undo: verdict on sample 2"
    page.desk.undo()
    assert window.menus.edit.undo.text() == "&Undo: verdict on sample 1"
    window.go("start")
    window.menus.edit.undo.trigger()
    assert run.verdicts() == {}
    window.menus.edit.redo.trigger()
    page.desk.redo()
    assert run.verdicts() == {0: "accepted", 1: "rejected"}
    assert not page.desk.judging.can_redo()


def test_a_second_window_is_refused_and_the_first_goes_on(opened):
    window, project, _ = opened

    def other():
        done = subprocess.run(
            [sys.executable, "-c", OTHER_WINDOW, str(project.path)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stdout.strip()

    assert other() == "project.locked"
    window.workspace.images_replaced()
    assert other() == "project.locked", "opened anew, it is still held"
    window.close_project()
    assert other() == "opened"


def test_a_project_that_was_moved_away_is_told_and_nothing_is_made_in_its_place(opened, qtbot):
    window, project, run = opened
    away = project.path.with_name("away.shizuku")
    guard = Guard(window)
    try:
        shutil.move(project.path, away)
        window.project_watch.look()
        assert [one.key for one in window.banners.messages] == ["project.moved"]
        window.banners.clear()
        QTimer.singleShot(0, window.workspace.refresh_runs)
        qtbot.waitUntil(lambda: bool(window.banners.messages), timeout=5000)
        assert [one.key for one in window.banners.messages] == ["project.moved"]
        assert guard.faults.dialog is None, "it is no fault of ours"
        assert not project.path.exists()
    finally:
        guard.end()
    window.close_project()
    window.open_project(away)
    assert [one.id for one in window.workspace.runs()] == [run.id]


def test_a_fault_is_told_once_with_others_counted_and_saved(window, qtbot, tmp_path):
    guard = Guard(window)
    try:
        for _ in range(3):
            sys.excepthook(*_raised(ValueError("once")))
        sys.excepthook(*_raised(KeyError("other")))
        qtbot.waitUntil(lambda: guard.faults.dialog is not None, timeout=5000)
        dialog = guard.faults.dialog
        assert isinstance(dialog, CrashDialog)
        assert dialog.reason.text() == "ValueError: once"
        assert dialog.further.text() == "Further faults since: 1"
        save(window.services, tmp_path / "d.zip", fault="x", told=dialog.told.setText)
        settle(window, qtbot)
        assert "Written:" in dialog.told.text()
        dialog.go_on.click()
        sys.excepthook(*_raised(ValueError("once")))
        assert guard.faults.dialog is None, "known already"
    finally:
        guard.end()
    assert not [*(log_folder() / "running").iterdir()]
    window.show_log()
    assert window.findChild(LogViewer) is not None


def _raised(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


@pytest.fixture
def cut_off(make_project):
    """A project with a run that was in progress when its process ended."""
    project, _ = make_project()
    run = project.new_run(CondenseRecipe(ipc=1))
    run.begin()
    run.reached(120)
    run.checkpoint_path.write_bytes(b"c")
    run.judge(0, "accepted")
    project.queue.add_condense(CondenseRecipe(ipc=2))
    with project.catalogue.writing() as connection:
        connection.execute("UPDATE runs SET owner = 'gone' WHERE id = ?", (run.id,))
    return project, run


def test_what_was_recovered_is_told_after_a_crash(window, qtbot, cut_off):
    project, run = cut_off
    crashed = Crashed(
        began=1e9, noted=1e9 + 60, project=project.path, job="condense", run=run.id, total=300
    )
    dialog = RecoveredDialog(window.services, crashed, since=time.time(), parent=window)
    qtbot.addWidget(dialog)
    settle(window, qtbot)
    lines = dialog.lines.text()
    assert f"Run {run.id} was interrupted at step 120 of 300; it can be resumed." in lines
    assert "Verdicts and notes kept: 1" in lines
    assert "Entries waiting in the queue: 1." in lines
    dialog.open_button.click()
    assert window.workspace.project.path == project.path
    assert window.pages["condense"].offer is not None

    gone = Crashed(began=1.0, noted=2.0, project=project.path.with_name("gone.shizuku"))
    missing = RecoveredDialog(window.services, gone, since=time.time(), parent=window)
    qtbot.addWidget(missing)
    settle(window, qtbot)
    assert "is not a Shizuku project" in missing.lines.text()
    assert missing.open_button.isHidden()
