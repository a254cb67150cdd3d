"""The tour: every stop points at something one sees; it follows the window and never blocks it."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication

from gui import sample_project
from gui.sample_project import SampleSize
from gui.tour.placing import beside

JAPANESE = re.compile(r"[\u3040-\u30ff]")
ROOM = QRect(0, 20, 1280, 780)
SIZE = QSize(330, 100)


@pytest.mark.parametrize(
    "target",
    [
        QRect(10, 100, 200, 500),
        QRect(900, 100, 370, 500),
        QRect(1100, 740, 160, 40),
        QRect(200, 30, 900, 120),
    ],
)
def test_a_callout_stands_beside_its_target_and_inside(target):
    place = QRect(beside(target, SIZE, ROOM), SIZE)
    assert ROOM.contains(place)
    assert not place.intersects(target)


def test_a_target_that_fills_the_window_still_leaves_a_place():
    assert ROOM.contains(QRect(beside(ROOM, SIZE, ROOM), SIZE))


def check_stop(window, qtbot, japanese):
    """The callout and what it points at can be seen, and it speaks the language."""
    tour = window.tour
    way = tour.stop.way
    assert way is not None, tour.at
    qtbot.waitUntil(lambda: not way.control.visibleRegion().isEmpty())
    tour.look()
    assert tour.ring.isVisible()
    assert window.rect().contains(tour.callout.geometry())
    assert tour.ring.geometry().intersects(window.rect())
    assert bool(JAPANESE.search(tour.callout.sentence.text())) == japanese
    assert tour.callout.sentence.text().count("。" if japanese else ". ") <= 2


@pytest.mark.parametrize("condensed", [True, False])
def test_every_stop_points_at_something_seen_in_both_languages(opened, qtbot, condensed):
    window, _, run = opened
    if not condensed:
        run.condensed_path.unlink()
        window.workspace.open(window.workspace.project.path)
    pages = []
    for language in ("en", "ja"):
        window.services.languages.use(language)
        window.tour.begin()
        for _ in window.tour.stops:
            check_stop(window, qtbot, language == "ja")
            pages.append(window.page)
            window.tour.callout.next.click()
        assert not window.tour.running
    half = len(pages) // 2
    assert pages[:half] == pages[half:]
    assert list(dict.fromkeys(pages)) == ["import", "condense", "inspect", "trial", "decide"]


def test_it_follows_the_user_and_esc_ends_it(opened, qtbot):
    window, _, _ = opened
    window.tour.begin()
    assert window.tour.callout.next.hasFocus()
    window.pages["import"].primary.click()
    assert window.tour.stop.page == window.page == "condense"
    window.rail.buttons["trial"].click()
    assert window.tour.stop.page == "trial"
    before = window.tour.callout.pos()
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: window.tour.callout.pos() != before)
    window.go("start")
    window.tour.look()
    assert window.tour.stop.page == "trial"
    ring = window.tour.ring.geometry()
    rail = window.rail.buttons["trial"]
    assert ring.contains(QRect(rail.mapTo(window, QPoint()), rail.size()))
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert not window.tour.running
    assert window.isVisible()


def test_the_start_page_opens_the_sample_drawings_and_begins_it(window, qtbot, monkeypatch):
    monkeypatch.setattr(sample_project, "SampleSize", lambda: SampleSize(per_class=2, size=16))
    monkeypatch.setattr(type(window.pages["condense"].estimator), "ask", lambda _self: None)
    window.pages["start"].tour.click()
    assert not window.pages["start"].tour.isEnabled()
    qtbot.waitUntil(lambda: window.tour.running, timeout=30_000)
    assert window.page == "import"
    assert window.workspace.project.path.name == "samples.shizuku"
    window.close_project()
    assert not window.tour.running
