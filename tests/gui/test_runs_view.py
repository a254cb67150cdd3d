"""Comparing two runs through the page: differences, gaps, and galleries in step."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from engine.inspection.comparing_runs import compare_runs
from engine.inspection.run_conclusion import conclusion
from engine.inspection.run_rows import comparison_rows
from engine.runtime import StopSource
from tests.conftest import condensed_by_hand


def idle(qtbot, page):
    """Wait until nothing is read or measured any more."""
    for _ in range(4):
        qtbot.waitUntil(lambda: not page.services.background.busy, timeout=20_000)
        QApplication.processEvents()


def show(window, qtbot, *, runs=True):
    window.go("inspect")
    page = window.pages["inspect"]
    idle(qtbot, page)
    if runs:
        page.comparison.show_view("runs")
        idle(qtbot, page)
    return page


@pytest.fixture
def two(window, qtbot, make_project):
    """The view with two runs: A of one sample a class, the newest, and B of twenty."""
    project, second = make_project(train=24, ipc=20)
    first = condensed_by_hand(project, ipc=1)
    window.open_project(project.path)
    return show(window, qtbot), project, first, second


def cells(table):
    """All rows of the table, by section."""
    found = {}
    for place in range(table.topLevelItemCount()):
        section = table.topLevelItem(place)
        found[section.text(0)] = [
            [section.child(n).text(column) for column in range(4)]
            for n in range(section.childCount())
        ]
    return found


def choose(gallery, place):
    gallery.list.setCurrentIndex(gallery.list.tiles.index(place, 0))


def test_with_one_run_it_teaches_and_leads_to_condense(opened, qtbot):
    window, _, _ = opened
    view = show(window, qtbot).comparison.runs
    assert view.stack.currentWidget() is view.empty
    assert "Only one run has a condensed set" in view.empty.sentence.text()
    view.empty.button.click()
    assert window.page == "condense"


def test_table_sentence_and_gaps_say_what_the_engine_finds(two):
    page, project, first, second = two
    view = page.comparison.runs
    found = compare_runs(project, first, second, emit=lambda _event: None, token=StopSource().token)
    assert view.conclusion.text() == conclusion(found)
    assert view.state.isHidden()
    rows = comparison_rows(found)
    told = [cell for section in cells(view.table).values() for cell in section]
    assert told == [[one.name, one.first, one.second, one.note] for one in rows]
    assert cells(view.table)["Recipe"] == [["Images per class", "1", "20", ""]]
    chart = page.comparison.runs.gaps
    gaps = {one.name: one for one in page.comparison.runs.measuring.comparison.first.gaps}
    assert {row.name for row in chart.chart.rows} == set(gaps) == {"flat", "steep", "upright"}
    chart.aspect.setCurrentIndex(2)
    chart.aspect.activated.emit(2)
    row = chart.chart.rows[0]
    assert row.start == pytest.approx(gaps[row.name].diversity)
    assert row.tip.endswith("run B is closer.")
    assert row.figures == f"{100 * row.start:.0f} % → {100 * row.end:.0f} %"


def test_both_galleries_choose_and_scroll_in_step(two):
    page, _, _, _ = two
    galleries = page.comparison.runs.galleries
    assert len(galleries.first.samples) == len(galleries.second.samples) == 60
    choose(galleries.second, 20)
    assert galleries.first.list.currentIndex().row() == 20
    assert galleries.first.told.text() == "steep 1 · not judged"
    choose(galleries.first, 21)
    assert galleries.second.list.currentIndex().row() == 21
    assert galleries.first.told.text() == "No sample at this place"
    assert galleries.second.told.text() == "steep 2 · not judged"
    one, other = (half.list.verticalScrollBar() for half in (galleries.first, galleries.second))
    assert one.maximum() == other.maximum() > 0
    other.setValue(other.maximum())
    assert one.value() == other.value() == other.maximum()
    for width in (1281, 1300, 1333):
        page.window().resize(width, 800)
        QApplication.processEvents()
        assert galleries.first.list.width() == galleries.second.list.width()


def test_a_class_chosen_at_the_left_holds_for_both(two, qtbot):
    page, _, _, _ = two
    galleries = page.comparison.runs.galleries
    page.classes.table.setCurrentIndex(page.classes.table.classes.index(2, 0))
    idle(qtbot, page)
    assert len(galleries.first.samples) == len(galleries.second.samples) == 20
    assert galleries.second.told.text() == "steep 1 · not judged"
    assert galleries.second.list.tiles.tiles[3].caption == "4\n"
    page.classes.table.setCurrentIndex(page.classes.table.classes.index(0, 0))
    assert len(galleries.second.samples) == 60


def test_verdicts_of_both_runs_are_shown_but_not_in_a_second_look(two, qtbot):
    page, _, first, second = two
    first.judge(0, "rejected")
    second.judge(1, "accepted")
    page.workspace.refresh_runs()
    idle(qtbot, page)
    galleries = page.comparison.runs.galleries
    assert galleries.first.told.text() == "flat 1 · rejected"
    assert galleries.second.list.tiles.tiles[1].caption == "flat 2\naccepted"
    verdicts = cells(page.comparison.runs.table)["Verdicts"]
    assert ["Rejected", "1", "0", ""] in verdicts
    galleries.hide_verdicts(hidden=True)
    assert galleries.first.told.text() == "flat 1"
    assert galleries.first.verdict_of(0) is None


def test_a_sample_of_the_run_can_be_looked_at_closely(two, qtbot):
    page, _, _, _ = two
    gallery = page.comparison.runs.galleries.first.list
    gallery.activated.emit(gallery.tiles.index(40, 0))
    idle(qtbot, page)
    assert page.comparison.view == "samples"
    assert page.bench.heading.text() == "upright 1"


def test_another_run_can_be_chosen_and_the_page_changes_the_first(two, qtbot):
    page, project, first, second = two
    third = condensed_by_hand(project, ipc=3)
    page.workspace.refresh_runs()
    idle(qtbot, page)
    view = page.comparison.runs
    assert view.other.count() == 2
    assert view.other.currentData() == second.id
    view.other.setCurrentIndex(view.other.findData(third.id))
    view.other.activated.emit(view.other.currentIndex())
    idle(qtbot, page)
    assert view.measuring.comparison.second.run == third.id
    page.workspace.select_run(third.id)
    idle(qtbot, page)
    assert view.measuring.comparison.first.run == third.id
    assert view.other.findData(third.id) == -1
    assert view.other.findData(first.id) >= 0


def test_a_damaged_set_is_told(two, qtbot):
    page, _, _, second = two
    second.condensed_path.write_bytes(b"no HDF5")
    page.workspace.refresh_runs()
    idle(qtbot, page)
    view = page.comparison.runs
    assert str(second.condensed_path) in view.state.text()
    assert not view.state.isHidden()


def test_table_and_chart_take_turns_and_it_speaks_japanese(two):
    page, _, _, _ = two
    view = page.comparison.runs
    assert view.table.isVisible()
    assert not view.gaps.isVisible()
    view.parts.buttons["gaps"].click()
    assert view.gaps.isVisible()
    assert not view.table.isVisible()
    page.window().resize(1900, 1000)
    QApplication.processEvents()
    assert view.table.isVisible()
    assert view.gaps.isVisible()
    assert not view.parts.isVisible()
    page.services.languages.use("ja")
    QApplication.processEvents()
    assert cells(view.table)["濃縮の設定"] == [["クラスあたり枚数", "1", "20", ""]]
    assert "実サンプルとの近さ" in view.conclusion.text()
    assert view.galleries.first.title.text() == "実行 A"
