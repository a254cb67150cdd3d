"""Pages that are made when they are wanted, or in idle time; what takes seconds to load."""

from __future__ import annotations

import gc
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QPushButton, QStackedWidget

from engine.data import proving
from engine.runtime import UserError
from gui.aside import aside
from gui.jobs import Job
from gui.loading import Loading
from gui.pages.readying import Readying
from gui.workspace import STEPS


def until_stopped(_emit, token):
    while token.check() is None:
        threading.Event().wait(0.01)


def test_a_page_made_late_knows_project_language_and_job(opened, qtbot):
    window, project, run = opened
    assert not {"condense", "decide"} & window.pages.made.keys()
    window.services.languages.use("ja")
    window.jobs.start(Job("condense", until_stopped, project=project.path, run=run.id))
    assert "condense" in window.pages.made, "it follows what becomes of the run"
    condense = window.pages["condense"]
    assert condense.form.pictures == 3 * 12
    assert condense.title.text() == "濃縮"
    assert not condense.primary.isEnabled()
    decide = window.pages["decide"]
    assert decide.costs.costs().currency
    assert not decide.primary.isEnabled()
    window.jobs.cancel()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=5000)
    assert decide.primary.isEnabled()
    window.close_project()
    assert condense.stack.currentIndex() == 0


def test_pages_are_made_in_idle_time_but_not_under_the_hand(window, qtbot):
    readying = Readying(window.pages, window)
    readying.begin()
    qtbot.mouseMove(window, QPoint(300, 300))
    qtbot.mouseMove(window, QPoint(310, 310))
    qtbot.wait(150)
    assert [*window.pages.made] == ["start"]
    qtbot.waitUntil(lambda: len(window.pages.made) == len(window.pages), timeout=20_000)
    assert window.page == "start"


def test_a_door_looks_as_the_page_behind_it(window, qtbot):
    looks = []
    for _ in range(2):
        for name in STEPS:
            window.go(name)
            qtbot.wait(0)
            shown = window.stack.currentWidget()
            stack = shown.findChild(QStackedWidget)
            button = stack.currentWidget().findChild(QPushButton)
            parts = (shown.title, shown.subtitle, button)
            looks.append([(one.text(), one.mapTo(window, QPoint())) for one in parts])
        for name in window.pages:
            window.pages[name]
    assert looks[: len(STEPS)] == looks[len(STEPS) :]


def test_a_page_that_is_not_made_yet_has_a_door_whose_way_on_works(window, qtbot):
    window.go("decide")
    assert window.page == "decide"
    assert "decide" not in window.pages.made
    door = window.stack.currentWidget()
    said = [one.text() for one in (door.title, door.subtitle, door.empty.sentence)]
    assert said[0] == "Decide"
    assert door.empty.button.isVisible()
    door.empty.button.setFocus()
    qtbot.waitUntil(lambda: "decide" in window.pages.made, timeout=20_000)
    page = window.pages["decide"]
    assert window.stack.currentWidget() is page
    # What stood on the door stands on the page, and the keyboard where it was.
    assert said == [one.text() for one in (page.title, page.subtitle, page.empty.sentence)]
    assert page.empty.button.hasFocus()
    window.go("trial")
    window.stack.currentWidget().empty.button.click()
    assert window.page == "import"


def test_nothing_is_lost_while_a_page_is_made(window, make_project, monkeypatch):
    project, _ = make_project()
    pages = window.pages
    for name, part in (("inspect", 3), ("condense", 2), ("trial", 1)):
        for _ in range(part):
            pages._make_some(name)
    window.open_project(project.path)
    window.services.theme.use("dark")  # which finishes what is begun
    assert {"inspect", "condense", "trial"} <= pages.made.keys()
    assert pages["condense"].form.pictures == 3 * 12
    assert pages["inspect"].title.text() == "Inspect"
    window.services.navigator.show_pictures([0])
    assert window.stack.currentWidget() is pages["inspect"]


def test_the_module_of_the_page_that_is_wanted_is_loaded_next(qtbot, monkeypatch):
    held, asked = threading.Event(), []

    def load(name: str) -> None:
        asked.append(name)
        assert held.wait(10)

    monkeypatch.setattr("gui.loading.import_module", load)
    monkeypatch.setattr("gui.loading._load_libraries", lambda: None)
    loading = Loading()
    first, *others = loading._left
    assert not loading.awaits(first)
    try:
        with qtbot.waitSignal(loading.done, timeout=10_000):
            loading.begin()
            wanted = "gui.pages.decide_page"
            loading.prefer(wanted)
            assert loading.awaits(wanted)
            loading.give_way(True)
            held.set()
            qtbot.waitUntil(lambda: not loading.awaits(first), timeout=10_000)
            assert asked == [first]
            loading.give_way(False)
    finally:
        gc.unfreeze()
    others.remove(wanted)
    assert sorted(asked) == sorted({first, wanted, *others})
    assert asked.index(wanted) <= 1
    assert not loading.awaits(wanted)


def test_who_needs_torch_is_called_at_once_where_it_is_there_else_when_loading_ends(qtbot):
    loading, called = Loading(), []
    loading.when_done(lambda: called.append("at once"))
    try:
        with qtbot.waitSignal(loading.done, timeout=60_000):
            loading.begin()
            loading.when_done(lambda: called.append("later"))
            assert called == ["at once"]
        assert called == ["at once", "later"]
        assert loading.has_torch
        assert gc.isenabled()
    finally:
        gc.unfreeze()


def test_the_window_lives_while_a_project_from_elsewhere_is_proven(
    window, make_project, monkeypatch
):
    project, _ = make_project()
    lived = threading.Event()
    asked: list[Path] = []

    def prove(path: Path) -> None:
        asked.append(path)
        assert lived.wait(10)

    monkeypatch.setattr(proving, "is_known", lambda path: False)
    monkeypatch.setattr(proving, "prove", prove)
    QTimer.singleShot(0, lived.set)
    window.open_project(project.path)
    assert asked == [project.images_path]
    assert lived.is_set()
    assert window.workspace.image_set is not None


def test_what_was_raised_aside_is_raised_here(window):
    def refuse() -> None:
        raise UserError("file.missing", file="x")

    with pytest.raises(UserError):
        aside(refuse)
