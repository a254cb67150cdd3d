"""Inspecting through the page: gaps in words, nearest real samples, verdicts, exports."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager

import h5py
import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from engine.data import CondensedSet
from engine.data.appearance_words import (
    kind_text,
    largest_sentence,
    measure_sentence,
    summary_sentence,
)
from engine.inspection import ClassGap, class_gaps, gap_sentences
from engine.inspection.of_run import run_appearance
from engine.project import Run
from engine.project.catalogue import Catalogue
from engine.runtime import LANGUAGES, UserError, text
from gui.jobs import Job
from gui.pages.inspect_parts.gaps_view import GapsView
from gui.pages.inspect_parts.judging import Judging
from gui.pages.inspect_parts.look import ClassLine, in_order
from gui.theme import DARK, LIGHT
from tests.conftest import condensed_by_hand


@pytest.fixture
def page(opened, qtbot):
    """The page with a small run whose samples are copies of real ones, everything measured."""
    window, _, _ = opened
    return show(window, qtbot)


def show(window, qtbot):
    # Keys are for the active window.
    window.go("inspect")
    made = window.pages["inspect"]
    idle(qtbot, made)
    return made


def idle(qtbot, page):
    """Wait until nothing is read or measured any more."""
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.services.background.busy, timeout=20_000)
        QApplication.processEvents()


def speak(window, language):
    """Switch the language; Qt tells the widgets a moment later."""
    window.services.languages.use(language)
    QApplication.processEvents()


def press(qtbot, page, key):
    qtbot.keyClick(page, key)


def replaced(run: Run, **changes) -> None:
    """Write a run's condensed set anew with other contents."""
    CondensedSet(**{**vars(run.condensed()), **changes}).save(run.condensed_path)


def shown_classes(page):
    table = page.classes.table
    return [table.name(line) for line in table.classes.lines]


# --- without a result ---------------------------------------------------------------------------


def test_without_a_condensed_set_it_teaches_and_leads_to_condense(window, qtbot, make_project):
    project, run = make_project()
    run.condensed_path.unlink()
    window.open_project(project.path)
    page = show(window, qtbot)
    assert page.stack.currentWidget() is page.empty
    assert "36 pictures" in page.empty.sentence.text()
    assert not page.primary.isVisible()
    page.empty.button.click()
    assert window.page == "condense"


def test_without_pictures_it_leads_to_import(window):
    window.go("inspect")
    window.pages["inspect"].empty.button.click()
    assert window.page == "import"


def test_a_run_without_a_set_leads_to_one_that_has(window, qtbot, make_project):
    project, first = make_project()
    second = condensed_by_hand(project, ipc=1)
    window.open_project(project.path)
    second.condensed_path.unlink()
    window.workspace.refresh_runs(select=second.id)
    page = show(window, qtbot)
    assert page.stack.currentWidget() is page.empty
    page.empty.button.click()
    idle(qtbot, page)
    assert window.workspace.run.id == first.id
    assert page.stack.currentWidget() is not page.empty


# --- classes ------------------------------------------------------------------------------------


def test_the_classes_are_listed_below_all_with_their_gaps(page, opened):
    _, project, run = opened
    assert shown_classes(page) == ["All classes", "flat", "steep", "upright"]
    with project.image_set() as images:
        gaps = class_gaps(images, run.condensed())
    lines = page.classes.table.classes.lines
    assert [line.gap for line in lines[1:]] == gaps
    assert lines[0].gap.content == pytest.approx(np.mean([gap.content for gap in gaps]))
    upper, lower, _ = page.classes.table.cell(lines[1], 3)
    assert upper in ("as real", "less", "far less", "more")
    assert lower == f"{100 * gaps[0].diversity:.0f} %"
    assert [one.text() for one in page.bench.sentences] == gap_sentences(gaps[0])
    assert page.classes.state.isHidden()


def test_choosing_a_class_shows_its_samples_only(page, qtbot):
    assert len(page.gallery.samples) == 6
    table = page.classes.table
    table.setCurrentIndex(table.classes.index(2, 0))
    idle(qtbot, page)
    assert page.gallery.samples == [2, 3]
    assert page.gallery.real.tiles.rowCount() == 12
    assert page.bench.heading.text() == "steep 1"
    assert page.bench.sentences[0].text().startswith("Content of steep")
    table.setCurrentIndex(table.classes.index(0, 0))
    assert len(page.gallery.samples) == 6
    assert page.bench.heading.text() == "steep 1"


def line(label, content, style=0.0, diversity=1.0):
    return ClassLine(label, f"c{label}", 1, 0, ClassGap(f"c{label}", content, style, diversity))


def test_classes_can_be_sorted_with_all_on_top_and_unknown_last():
    whole, unknown = ClassLine(None, "", 4, 0), ClassLine(9, "c9", 1, 0)
    fine, narrow, far = line(0, 0.2), line(1, 0.05, diversity=0.3), line(2, 1.5, 0.6)
    lines = [whole, unknown, fine, narrow, far]
    labels = [one.label for one in in_order(lines, "worst", descending=False)]
    assert labels == [None, 2, 1, 0, 9]
    labels = [one.label for one in in_order(lines, "content", descending=True)]
    assert labels == [None, 2, 0, 1, 9]
    labels = [one.label for one in in_order(lines, "class", descending=True)]
    assert labels == [None, 9, 2, 1, 0]


def test_worst_first_and_headings_change_the_order(page):
    table = page.classes.table
    page.classes.worst.click()
    assert shown_classes(page)[0] == "All classes"
    table.horizontalHeader().sectionClicked.emit(1)
    assert not page.classes.worst.isChecked()
    contents = [one.gap.content for one in table.classes.lines[1:]]
    assert contents == sorted(contents, reverse=True)
    assert "▼" in table.heading(1)[0]


# --- beside the real samples ----------------------------------------------------------------------


def test_the_nearest_real_sample_of_a_copy_is_that_picture(page, opened, qtbot):
    _, project, _ = opened
    page.gallery.choose(0)
    page.step(1)
    idle(qtbot, page)
    near = page.bench.neighbours.list.tiles.tiles
    with project.image_set() as images:
        assert images.sources[near[0].key] == "flat/1.png"
        assert (images.read([near[0].key])[0] == near[0].load()).all()
    assert near[0].caption == "0.00"
    assert len(near) == 5
    assert page.bench.source.text() == "Copy of a real sample: flat/1.png"
    assert all(view.has_picture for view in page.bench.stage.linked[:3])


def test_another_near_sample_or_a_real_tile_can_be_compared(page, qtbot):
    page.bench.neighbours.list.setCurrentIndex(page.bench.neighbours.list.tiles.index(2, 0))
    assert page.bench.source.text().startswith("Nearest in content: flat/")
    real = page.gallery.real
    qtbot.waitUntil(lambda: real.tiles.tiles[3].load() is not None, timeout=5000)
    real.setCurrentIndex(real.tiles.index(3, 0))
    assert page.bench.source.text() == "Real sample: flat/3.png"


def test_the_views_move_as_one(page):
    synthetic, real, mean = page.bench.stage.linked[:3]
    at = QPointF(synthetic.viewport().rect().center())
    wheel = QWheelEvent(
        at,
        at,
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = real.transform().m11()
    assert before > 1
    synthetic.wheelEvent(wheel)
    assert real.transform().m11() > before
    assert mean.transform().m11() == pytest.approx(synthetic.transform().m11())
    page.bench.actual_button.click()
    assert [view.transform().m11() for view in page.bench.stage.linked[:3]] == pytest.approx(
        [1, 1, 1]
    )
    page.bench.fit_button.click()
    assert mean.sight.scale is None
    assert mean.transform().m11() > 1


def test_real_samples_can_be_hidden(page):
    page.gallery.show_real.click()
    assert not page.gallery.real.isVisible()
    page.gallery.show_real.click()
    assert page.gallery.real.isVisible()
    assert page.gallery.real.tiles.rowCount() == 36


def test_colour_pictures(window, qtbot, make_project):
    project, _ = make_project(channels=3)
    window.open_project(project.path)
    page = show(window, qtbot)
    assert page.bench.source.text() == "Copy of a real sample: flat/0.png"


@pytest.mark.parametrize("change", ["fingerprint", "classes", "size"])
def test_pictures_changed_since_the_run_are_told_and_samples_stay(
    window, qtbot, make_project, change
):
    project, run = make_project()
    condensed = run.condensed()
    changes = {
        "fingerprint": {"provenance": {"source_fingerprint": "other"}},
        "classes": {"class_names": ["a", "b", "c"]},
        "size": {"images": np.repeat(condensed.images, 2, axis=1).repeat(2, axis=2)},
    }
    replaced(run, **changes[change])
    window.open_project(project.path)
    page = show(window, qtbot)
    sentence = text("inspect.other_pictures", file=str(project.path))
    assert page.classes.state.text() == sentence
    assert page.bench.source.text() == sentence
    assert page.bench.stage.synthetic.has_picture
    assert not page.bench.stage.real.has_picture
    assert len(page.gallery.samples) == 6
    assert not page.gallery.show_real.isEnabled()
    assert page.gallery.show_real.toolTip()
    press(qtbot, page, Qt.Key.Key_1)
    assert run.verdicts() == {0: "accepted"}
    speak(window, "ja")
    assert page.bench.source.text() == text("inspect.other_pictures", "ja", file=str(project.path))


def test_a_damaged_set_is_told(window, qtbot, make_project):
    project, run = make_project()
    run.condensed_path.write_bytes(b"no HDF5")
    window.open_project(project.path)
    page = show(window, qtbot)
    assert str(run.condensed_path) in page.classes.state.text()
    press(qtbot, page, Qt.Key.Key_1)
    assert not any(made.isEnabled() for made in page.verdicts.buttons.values())
    assert page.verdicts.buttons["accepted"].toolTip()


# --- verdicts -----------------------------------------------------------------------------------


def test_keys_judge_and_undo_and_the_catalogue_keeps_it(page, opened, qtbot):
    window, _, run = opened
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(qtbot, page, key)
    assert run.verdicts() == {0: "accepted", 1: "rejected", 2: "hold"}
    assert page.verdicts.progress.text() == "3 of 6 judged"
    tiles = page.gallery.synthetic.tiles.tiles
    assert tiles[1].caption == "flat 2\nrejected"
    assert tiles[4].tip == "upright 1: not judged"
    press(qtbot, page, Qt.Key.Key_Z)
    assert run.verdicts() == {0: "accepted", 1: "rejected"}
    assert page.bench.heading.text() == "steep 1"
    qtbot.waitUntil(lambda: "done" in window.rail.buttons["inspect"].text(), timeout=5000)


def test_undo_brings_an_earlier_verdict_back(page, opened, qtbot):
    _, _, run = opened
    page.verdicts.advance.setChecked(False)
    press(qtbot, page, Qt.Key.Key_1)
    press(qtbot, page, Qt.Key.Key_2)
    assert run.verdicts() == {0: "rejected"}
    assert page.verdicts.buttons["rejected"].isChecked()
    page.verdicts.undo.click()
    assert run.verdicts() == {0: "accepted"}
    page.verdicts.undo.click()
    assert run.verdicts() == {}
    assert not page.verdicts.undo.isEnabled()
    assert page.verdicts.undo.toolTip() == "No verdict has been given yet."


def test_undo_leads_back_to_a_sample_of_another_class(page, opened, qtbot):
    _, _, run = opened
    press(qtbot, page, Qt.Key.Key_3)
    table = page.classes.table
    table.setCurrentIndex(table.classes.index(3, 0))
    press(qtbot, page, Qt.Key.Key_Z)
    assert run.verdicts() == {}
    assert page.gallery.samples == [0, 1]
    assert page.bench.heading.text() == "flat 1"


def test_arrows_go_through_the_samples(page, qtbot):
    press(qtbot, page, Qt.Key.Key_Right)
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.bench.heading.text() == "steep 1"
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.bench.heading.text() == "flat 2"
    assert page.gallery.synthetic.chosen().key == 1
    for _ in range(3):
        press(qtbot, page, Qt.Key.Key_Left)
    assert page.bench.heading.text() == "flat 1"


def test_verdicts_leave_class_and_sample_as_they_are(page, opened, qtbot):
    window, _, _ = opened
    table = page.classes.table
    table.setCurrentIndex(table.classes.index(2, 0))
    look = page._look
    with qtbot.waitSignal(window.workspace.runs_changed, timeout=5000):
        press(qtbot, page, Qt.Key.Key_1)
    assert page._look is look
    assert page.gallery.samples == [2, 3]
    assert page.bench.heading.text() == "steep 2"
    assert table.cell(table.line_of(1), 0)[1] == "1/2 judged"


def test_verdicts_are_there_again_in_the_next_session(window, qtbot, make_project):
    project, run = make_project()
    run.judge(1, "hold")
    window.open_project(project.path)
    window.workspace.open(project.path)
    page = show(window, qtbot)
    assert page.verdicts.progress.text() == "1 of 6 judged"
    assert not page.verdicts.undo.isEnabled()
    page.step(1)
    assert page.verdicts.buttons["hold"].isChecked()


def refuse_writing(monkeypatch):
    @contextmanager
    def fail(catalogue):
        raise UserError("file.cannot_write", file=str(catalogue.path), reason="disk is full")
        yield

    monkeypatch.setattr(Catalogue, "writing", fail)


def test_a_catalogue_that_cannot_be_written_is_told(page, opened, qtbot, monkeypatch):
    window, _, _ = opened
    refuse_writing(monkeypatch)
    press(qtbot, page, Qt.Key.Key_1)
    assert [one.key for one in window.banners.messages] == ["file.cannot_write"]
    assert page.verdicts.progress.text() == "0 of 6 judged"
    assert not page.verdicts.buttons["accepted"].isChecked()
    assert page.bench.heading.text() == "flat 1"


def test_a_verdict_that_was_not_stored_is_not_remembered(make_project, monkeypatch):
    _, run = make_project()
    judging = Judging(run)
    judging.take([])
    judging.judge(0, "accepted")
    refuse_writing(monkeypatch)
    with pytest.raises(UserError):
        judging.judge(0, "rejected")
    with pytest.raises(UserError):
        judging.undo()
    assert judging.shown(second=False)[0].verdict == "accepted"
    monkeypatch.undo()
    assert judging.undo() == 0
    assert run.verdicts() == {}


# --- runs, languages, jobs ------------------------------------------------------------------------


def test_another_run_can_be_chosen(window, qtbot, make_project):
    project, first = make_project()
    second = condensed_by_hand(project, ipc=3)
    window.open_project(project.path)
    page = show(window, qtbot)
    assert len(page.gallery.samples) == 9
    assert page.classes.run.count() == 2
    assert page.classes.run.currentData() == second.id
    press(qtbot, page, Qt.Key.Key_1)
    page.classes.run.setCurrentIndex(1)
    page.classes.run.activated.emit(1)
    idle(qtbot, page)
    assert window.workspace.run.id == first.id
    assert len(page.gallery.samples) == 6
    assert not page.verdicts.undo.isEnabled()
    window.workspace.select_run(second.id)
    idle(qtbot, page)
    press(qtbot, page, Qt.Key.Key_Z)
    assert second.verdicts() == {}


def test_a_run_that_went_on_is_read_again(page, opened, qtbot):
    window, _, run = opened
    condensed = run.condensed()
    replaced(run, images=condensed.images[:3], labels=condensed.labels[:3])
    window.workspace.refresh_runs(select=run.id)
    idle(qtbot, page)
    assert len(page.gallery.samples) == 3


def test_the_language_may_change_in_the_middle(page, opened, qtbot):
    window, _, _ = opened
    table = page.classes.table
    table.setCurrentIndex(table.classes.index(2, 0))
    page.step(1)
    press(qtbot, page, Qt.Key.Key_2)
    idle(qtbot, page)
    gap = table.line_of(1).gap
    speak(window, "ja")
    assert [one.text() for one in page.bench.sentences] == gap_sentences(gap, "ja")
    assert page.gallery.samples == [2, 3]
    assert page.bench.heading.text() == "steep 2"
    assert page.gallery.synthetic.chosen().key == 3
    assert table.currentIndex().row() == 2
    window.services.theme.use("dark")
    speak(window, "en")
    assert page.bench.heading.text() == "steep 2"


def test_new_pictures_are_used_once_the_old_file_was_closed(page, opened, qtbot):
    window, _, _ = opened
    window.workspace.release_images()
    idle(qtbot, page)
    assert page.bench.stage.synthetic.has_picture
    assert page.classes.state.text() == "The real samples cannot be read just now."
    window.workspace.images_replaced()
    idle(qtbot, page)
    assert page.classes.state.isHidden()
    assert page.bench.stage.real.has_picture


def test_the_next_step_is_the_trial(page, opened):
    window, _, _ = opened
    page.primary.click()
    assert window.page == "trial"


def test_during_a_job_export_says_why_not(page, qtbot):
    release = threading.Event()
    page.jobs.start(Job("trial", lambda emit, token: release.wait(10)))
    assert not page.export.isEnabled()
    assert page.export.toolTip().startswith("A job is running")
    press(qtbot, page, Qt.Key.Key_1)
    assert page.verdicts.progress.text() == "1 of 6 judged"
    release.set()
    qtbot.waitUntil(lambda: page.export.isEnabled(), timeout=5000)


# --- appearance and gaps ------------------------------------------------------------------------


def shown_view(page, qtbot, view):
    page.comparison.switch.buttons[view].click()
    idle(qtbot, page)
    return page.comparison


def test_the_samples_come_first_and_nothing_else_is_measured(page, opened):
    _, _, run = opened
    assert page.comparison.view == "samples"
    assert page.comparison.switch.shown == "samples"
    assert run.appearance() is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_appearance_has_a_chart_and_a_sentence_for_each_measure(page, opened, qtbot, language):
    window, _, run = opened
    view = shown_view(page, qtbot, "appearance").appearance
    assert page.comparison.currentWidget() is view
    report = run.appearance()
    assert report.measures
    speak(window, language)
    assert view.summary.text() == summary_sentence(report, language)
    told = [card.sentence.text() for card in view.cards]
    assert told == [measure_sentence(one, report.kind, language) for one in report.measures]
    for card in view.cards:
        assert card.chart.isVisible()
        assert card.chart.accessibleDescription() == card.sentence.text()
        across, up = card.chart.synthetic.getData()
        assert len(across) == len(up) > 2
        assert card.chart.reference.getData()[0] is None


def test_charts_follow_the_theme(page, opened, qtbot):
    window, _, _ = opened
    view = shown_view(page, qtbot, "appearance").appearance
    lines = [card.chart.synthetic.opts["pen"].color().name() for card in view.cards]
    assert set(lines) == {LIGHT.content}
    window.services.theme.use("dark")
    QApplication.processEvents()
    lines = [card.chart.synthetic.opts["pen"].color().name() for card in view.cards]
    assert set(lines) == {DARK.content}
    window.services.theme.use("light")


def test_another_kind_of_pictures_is_measured_anew(page, opened, qtbot):
    _, _, run = opened
    view = shown_view(page, qtbot, "appearance").appearance
    assert view.kind.currentData() is None
    recognised = view.report.recognised
    assert kind_text(recognised) in view.kind.currentText()
    other = "photo" if recognised == "drawing" else "drawing"
    view.kind.setCurrentIndex(view.kind.findData(other))
    view.kind.activated.emit(view.kind.currentIndex())
    idle(qtbot, page)
    assert view.report.kind == other
    assert run.appearance().kind == recognised, "only what the run itself says is kept"
    view.kind.setCurrentIndex(0)
    view.kind.activated.emit(0)
    assert view.report.kind == recognised, "what is known is shown at once"


def test_another_run_has_an_appearance_of_its_own(window, qtbot, make_project):
    project, first = make_project()
    second = condensed_by_hand(project, ipc=3)
    window.open_project(project.path)
    page = show(window, qtbot)
    view = shown_view(page, qtbot, "appearance").appearance
    assert view.report.samples == 9
    window.workspace.select_run(first.id)
    assert view.report is None
    assert view.summary.text().startswith("Measuring how the samples")
    assert view.cards == []
    idle(qtbot, page)
    assert view.report.samples == 6
    window.workspace.select_run(second.id)
    idle(qtbot, page)
    assert view.report.samples == 9


def test_what_was_kept_is_shown_without_measuring(page, opened, qtbot, monkeypatch):
    _, project, run = opened
    with project.image_set() as images:
        kept = run_appearance(project, run, images, run.condensed())
    monkeypatch.setattr("engine.inspection.of_run.compare_appearance", None)
    assert shown_view(page, qtbot, "appearance").appearance.report == kept


def test_a_failure_to_measure_is_told(page, qtbot, monkeypatch):
    def fail(*_args, **_kwargs):
        raise UserError("file.not_ours", file="images.h5", reason="damaged")

    monkeypatch.setattr("gui.pages.inspect_parts.measuring.run_appearance", fail)
    view = shown_view(page, qtbot, "appearance").appearance
    assert view.summary.text() == text("file.not_ours", file="images.h5", reason="damaged")


def test_pictures_that_changed_have_no_appearance(window, qtbot, make_project):
    project, run = make_project()
    replaced(run, provenance={"source_fingerprint": "other"})
    window.open_project(project.path)
    page = show(window, qtbot)
    comparison = shown_view(page, qtbot, "appearance")
    sentence = text("inspect.other_pictures", file=str(project.path))
    assert comparison.appearance.summary.text() == sentence
    assert not comparison.appearance.kind.isEnabled()
    shown_view(page, qtbot, "gaps")
    assert comparison.gaps.state.text() == sentence
    assert comparison.gaps.bars.rows == []
    assert comparison.gaps.pair.isHidden()


def test_gaps_are_bars_the_worst_first(page, opened, qtbot):
    view = shown_view(page, qtbot, "gaps").gaps
    lines = {line.label: line for line in page.classes.table.classes.lines}
    assert view.bars.rows[0].name == "All classes"
    worst = in_order(list(lines.values()), "worst", descending=False)
    assert [row.name for row in view.bars.rows[1:]] == [line.name for line in worst[1:]]
    first = lines[view.bars.rows[1].key].gap
    assert [bar.value for bar in view.bars.rows[1].bars] == [first.content, first.style]
    view.order.setCurrentIndex(view.order.findData("style"))
    view.order.activated.emit(2)
    styles = [row.bars[1].value for row in view.bars.rows[1:]]
    assert styles == sorted(styles, reverse=True)


def test_a_bar_chooses_its_class(page, qtbot):
    view = shown_view(page, qtbot, "gaps").gaps
    row = next(one for one in view.bars.rows if one.name == "steep")
    place = view.bars.place_of(row.key).center().toPoint()
    qtbot.mouseClick(view.bars, Qt.MouseButton.LeftButton, pos=place)
    table = page.classes.table
    assert table.classes.lines[table.currentIndex().row()].name == "steep"
    assert page.gallery.samples == [2, 3]
    assert [column.heading for column in view.layer_bars.columns] == ["All classes", "steep"]
    table.setCurrentIndex(table.classes.index(0, 0))
    assert [column.heading for column in view.layer_bars.columns] == ["All classes"]


def test_layers_are_one_fold_away(page, qtbot):
    view = shown_view(page, qtbot, "gaps").gaps
    assert not view.layer_bars.isVisible()
    view.layers.open()
    assert view.layer_bars.isVisible()
    whole = page.classes.table.classes.lines[0].gap
    values = [row.bars[0].value for row in view.layer_bars.rows]
    assert values == pytest.approx(whole.layers)
    assert np.mean(values) == pytest.approx(whole.style)


def test_the_largest_gap_leads_to_its_sample(page, opened, qtbot):
    window, _, run = opened
    condensed = run.condensed()
    images = condensed.images.copy()
    images[2:4] //= 3
    replaced(run, images=images)
    window.workspace.refresh_runs(select=run.id)
    idle(qtbot, page)
    view = shown_view(page, qtbot, "gaps").gaps
    largest = run.appearance().largest
    assert largest.class_name == "steep"
    assert view.pair.sentence.text() == largest_sentence(run.appearance())
    assert all(not one.pixmap().isNull() for one in view.pair.pictures)
    view.pair.look.click()
    assert page.comparison.view == "samples"
    assert page.bench.heading.text() == f"steep {largest.sample - 1}"


def test_keys_judge_only_what_is_seen(page, opened, qtbot):
    _, _, run = opened
    shown_view(page, qtbot, "appearance")
    press(qtbot, page, Qt.Key.Key_1)
    assert run.verdicts() == {}
    shown_view(page, qtbot, "samples")
    press(qtbot, page, Qt.Key.Key_1)
    assert run.verdicts() == {0: "accepted"}


def test_hundreds_of_classes_stay_usable(qtbot):
    view = GapsView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show()
    lines = [ClassLine(None, "", 900, 0, ClassGap("", 0.5, 0.1, 1.0, (0.1, 0.1)))]
    lines += [line(label, label % 7 / 5, label % 11 / 20) for label in range(900)]
    begin = time.perf_counter()
    view.show_lines(lines, "")
    view.choose(450)
    view.grab()
    assert time.perf_counter() - begin < 1.0
    middle = view.bars.place_of(450).center().y() - view.area.verticalScrollBar().value()
    assert 0 <= middle <= view.area.viewport().height()


# --- exports --------------------------------------------------------------------------------------


def exported(qtbot, window, action):
    with qtbot.waitSignal(window.jobs.ended, timeout=10_000):
        action.trigger()
    return window.banners.messages


def test_export_writes_hdf5_that_h5py_reads(page, opened, qtbot, tmp_path, monkeypatch):
    window, _, run = opened
    wanted = tmp_path / "出力.h5"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(wanted), ""))
    (message,) = exported(qtbot, window, page.export.hdf5)
    assert (message.key, message.params["path"]) == ("command.written", str(wanted))
    with h5py.File(wanted) as file:
        assert (file["images"][:] == run.condensed().images).all()
        assert file.attrs["format"] == "shizuku-condensed"


def test_export_writes_folders_that_torchvision_reads(page, opened, qtbot, tmp_path, monkeypatch):
    from torchvision.datasets import ImageFolder

    window, _, run = opened
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    (message,) = exported(qtbot, window, page.export.folder)
    folder = ImageFolder(message.params["path"])
    assert folder.classes == ["flat", "steep", "upright"]
    assert folder.targets == run.condensed().labels.tolist()


def test_export_refuses_a_file_that_is_somebody_elses(page, opened, qtbot, tmp_path, monkeypatch):
    window, _, _ = opened
    mine = tmp_path / "mine.h5"
    mine.write_bytes(b"measurements")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(mine), ""))
    assert [one.key for one in exported(qtbot, window, page.export.hdf5)] == ["file.exists"]
    assert mine.read_bytes() == b"measurements"
