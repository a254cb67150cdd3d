"""Rail, menus, languages, themes, banners, closing."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QPalette
from PySide6.QtWidgets import QApplication

from engine.runtime import StopMode
from gui.jobs import Job
from gui.workspace import STEPS


def waiting_job(seen: list[StopMode | None]) -> Job:
    """A job that only waits until it is asked to stop."""

    def work(emit, token):
        while token.check() is None:
            threading.Event().wait(0.01)
        seen.append(token.mode)

    return Job("condense", work)


def test_every_step_can_be_shown_without_a_project(window):
    for name in ("start", *STEPS):
        window.rail.buttons[name].click()
        assert window.page == name


def test_the_rail_says_what_a_step_needs(opened):
    window, _, _ = opened
    assert "done" in window.rail.buttons["import"].text()
    assert "done" in window.rail.buttons["condense"].text()
    assert "ready" in window.rail.buttons["trial"].text()
    assert "Trial" in window.rail.buttons["decide"].text()


def test_language_switches_while_running_and_is_remembered(window, qtbot, home):
    japanese = next(
        a for a in window.findChildren(type(window.menuBar().actions()[0])) if a.data() == "ja"
    )
    japanese.trigger()
    assert window.rail.words()["condense"] == "濃縮"
    qtbot.waitUntil(lambda: "濃縮" in window.rail.buttons["condense"].text())
    assert '"ja"' in (home / "config" / "settings.json").read_text(encoding="utf-8")


def test_dark_and_light_change_the_palette(window):
    window.services.theme.use("dark")
    dark = QApplication.palette().color(QPalette.ColorRole.Window).lightness()
    window.services.theme.use("light")
    light = QApplication.palette().color(QPalette.ColorRole.Window).lightness()
    assert dark < 60 < 200 < light


def test_tab_goes_from_the_steps_to_the_page_then_to_the_line_below(opened):
    window, *_ = opened
    for name in ("import", "inspect"):
        window.go(name)
        areas = {"rail": window.rail, "page": window.pages[name], "strip": window.strip}
        window.rail.guide.setFocus()
        met: list[str] = []
        for _ in range(200):
            window.focusWidget().focusNextChild()
            now = window.focusWidget()
            met.append(next(key for key, one in areas.items() if one.isAncestorOf(now)))
            if met[-1] == "rail":
                break
        assert list(dict.fromkeys(met)) == ["page", "strip", "rail"]
        assert met == sorted(met, key=["page", "strip", "rail"].index)


def test_something_that_is_no_project_is_told_and_nothing_changes(window, tmp_path):
    window.open_project(tmp_path)
    assert [one.key for one in window.banners.messages] == ["project.missing"]
    assert window.workspace.project is None


def test_a_dropped_folder_is_prepared_for_import(window, tmp_path):
    folder = tmp_path / "写真"
    (folder / "a").mkdir(parents=True)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    drop = QDropEvent(
        QPointF(QPoint(300, 300)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    assert window.page == "import"


@pytest.mark.parametrize(
    ("answer", "mode"), [("stop", StopMode.KEEP), ("cancel", StopMode.DISCARD)]
)
def test_closing_during_a_job_asks_then_ends_it_then_closes(
    window, qtbot, monkeypatch, answer, mode
):
    seen: list[StopMode | None] = []
    window.jobs.start(waiting_job(seen))
    monkeypatch.setattr(window, "ask_about_job", lambda: "stay")
    window.close()
    assert window.isVisible()
    assert window.jobs.busy
    monkeypatch.setattr(window, "ask_about_job", lambda: answer)
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
    assert seen == [mode]


def test_nothing_else_is_opened_during_a_job(window, qtbot, tmp_path):
    window.jobs.start(waiting_job([]))
    window.import_folder(tmp_path)
    assert window.page == "start"
    assert [one.key for one in window.banners.messages] == ["window.busy"]
