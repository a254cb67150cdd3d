"""The bench: one pair, looked at side by side, swiped, subtracted, in figures and as stored."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from engine.data.appearance_words import measure_name, plain_number, with_unit
from engine.inspection import NearestReal
from engine.inspection.appearance import measure_appearance, measures_for
from engine.inspection.difference import difference
from engine.inspection.kind import kind_of_set
from engine.inspection.stored_place import stored_place
from engine.runtime import UserError, text
from engine.synthesis.packing import decode
from gui.pages.inspect_parts import stage as stage_module
from gui.widgets.difference_view import difference_image
from gui.widgets.path_sentence import PathSentence
from gui.widgets.pictures import to_qimage
from gui.widgets.swipe_view import SwipeView


def idle(qtbot, page):
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.services.background.busy, timeout=20_000)
        QApplication.processEvents()


def inspecting(window, qtbot, project):
    window.open_project(project.path)
    window.go("inspect")
    page = window.pages["inspect"]
    idle(qtbot, page)
    return page


def replaced(run, **changes):
    """Write a run's condensed set anew with other contents."""
    made = replace(run.condensed(), **changes)
    made.save(run.condensed_path)
    return made


@pytest.fixture
def dark(window, qtbot, make_project):
    """The page with darkened samples, and the images of its set."""
    project, run = make_project(train=24)
    # No copies: real pictures at three quarters of their brightness.
    images = (run.condensed().images * 0.75).astype(np.uint8)
    replaced(run, images=images)
    return inspecting(window, qtbot, project), images, project


def packed_run(run):
    """Put four samples into each image of a run's set."""
    stored = run.condensed()
    return replaced(
        run,
        images=decode(stored.images, 2),
        labels=stored.labels.repeat(4),
        packed=stored.images,
        packing=2,
    )


# --- neighbours ---------------------------------------------------------------------------------


def choose(combo, data):
    place = combo.findData(data)
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def test_neighbours_can_be_nearest_in_content_style_or_both(dark, qtbot):
    page, images, project = dark
    tiles = page.bench.neighbours.list.tiles
    choose(page.bench.neighbours.count, 10)
    for way, words in (
        ("style", "Nearest in style: flat/"),
        ("both", "Nearest in content and style: flat/"),
        ("content", "Nearest in content: flat/"),
    ):
        choose(page.bench.neighbours.way, way)
        idle(qtbot, page)
        with project.image_set() as image_set:
            found = NearestReal(image_set).query(images[0], 0, 10, way=way)
        assert [tile.key for tile in tiles.tiles] == [row for row, _ in found]
        assert page.bench.source.text().startswith(words)
    page.step(1)
    idle(qtbot, page)
    assert len(tiles.tiles) == 10, "the choice holds for the next sample"
    real = page.gallery.real
    qtbot.waitUntil(lambda: real.tiles.tiles[3].load() is not None, timeout=5000)
    real.setCurrentIndex(real.tiles.index(3, 0))
    assert page.bench.source.text().startswith("Real sample: ")
    choose(page.bench.neighbours.way, "style")
    idle(qtbot, page)
    assert page.bench.source.text().startswith("Nearest in style: "), "it replaces one's own choice"


# --- ways to compare ----------------------------------------------------------------------------


def test_keys_choose_how_to_compare_and_none_means_two_things(dark, qtbot):
    page, _, _ = dark
    stage = page.bench.stage
    for key, mode in (
        (Qt.Key.Key_S, "swipe"),
        (Qt.Key.Key_D, "difference"),
        (Qt.Key.Key_F, "figures"),
        (Qt.Key.Key_A, "beside"),
        (Qt.Key.Key_G, "beside"),  # nothing is packed here
    ):
        qtbot.keyClick(page, key)
        assert stage.mode == stage.modes.shown == mode
    assert stage.modes.buttons["packed"].isHidden()
    keys = [
        shortcut.key().toString()
        for shortcut in page.findChildren(QShortcut)
        if shortcut.context() == Qt.ShortcutContext.WindowShortcut and shortcut.parent().isVisible()
    ]
    assert len(keys) > 15
    assert sorted(keys) == sorted(set(keys))


def test_the_way_to_compare_the_place_and_the_divider_stay_for_the_next_sample(dark, qtbot):
    page, _, _ = dark
    stage = page.bench.stage
    qtbot.keyClick(page, Qt.Key.Key_Plus)
    qtbot.keyClick(page, Qt.Key.Key_Plus)
    stage.synthetic.horizontalScrollBar().setValue(1)
    before = stage.synthetic.sight
    qtbot.keyClick(page, Qt.Key.Key_S)
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    share = stage.swipe.share
    assert share > 0.5
    page.step(1)
    idle(qtbot, page)
    assert (stage.mode, stage.swipe.share) == ("swipe", share)
    for view in (stage.synthetic, stage.real):
        assert view.sight.scale == pytest.approx(before.scale)
        assert (view.sight.centre - before.centre).manhattanLength() < 1


def test_all_ways_show_the_same_part_and_zooming_computes_nothing(dark, qtbot, monkeypatch):
    page, _, _ = dark
    stage, made = page.bench.stage, []
    monkeypatch.setattr(
        stage_module, "difference", lambda *pair: made.append(pair) or difference(*pair)
    )
    for _ in range(4):
        qtbot.keyClick(page, Qt.Key.Key_Plus)
    scale = stage.synthetic.sight.scale
    for key, view in ((Qt.Key.Key_S, stage.swipe), (Qt.Key.Key_D, stage.difference)):
        qtbot.keyClick(page, key)
        assert view.sight.scale == pytest.approx(scale)
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Minus)
        stage.difference.horizontalScrollBar().setValue(2)
        stage.difference.grab()
    assert stage.mean.sight.scale == pytest.approx(scale / 1.25**3)
    assert len(made) == 1
    qtbot.keyClick(page, Qt.Key.Key_0)
    assert all(view.sight.scale is None for view in stage.linked)
    qtbot.keyClick(page, Qt.Key.Key_P)
    assert page.bench.smooth_button.isChecked()
    assert all(view.smooth for view in (*stage.linked, stage.stored))


# --- swipe --------------------------------------------------------------------------------------


@pytest.fixture
def swiped(qtbot):
    """Black over white in a view of 200 px."""
    view = SwipeView()
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    black = np.zeros((20, 20, 1), np.uint8)
    view.show_pair(to_qimage(black), to_qimage(black + 255))
    return view


def tone(view, x):
    """Grey level of the view at x, a quarter down: off the names and the handle."""
    return view.viewport().grab().toImage().pixelColor(x, view.height() // 4).lightness()


def test_the_divider_parts_the_two_pictures(swiped):
    assert (tone(swiped, 50), tone(swiped, 150)) == (0, 255)
    swiped.move_divider(0.1)
    assert (tone(swiped, 10), tone(swiped, 50)) == (0, 255)
    swiped.move_divider(1.0)
    assert tone(swiped, 150) == 0


def test_the_divider_is_dragged_and_stays_within_the_view(qtbot, swiped):
    port, left = swiped.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, pos=QPoint(100, 60))
    qtbot.mouseMove(port, QPoint(40, 60))
    assert swiped.share == pytest.approx(0.2)
    qtbot.mouseMove(port, QPoint(-30, 60))
    qtbot.mouseRelease(port, left, pos=QPoint(-30, 60))
    assert swiped.share == 0.0
    for _ in range(30):
        qtbot.keyClick(swiped, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert swiped.share == 1.0


def test_dragging_elsewhere_moves_the_picture(qtbot, swiped):
    swiped.zoom(4)
    before = swiped.sight.centre
    port, left = swiped.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, pos=QPoint(160, 100))
    qtbot.mouseMove(port, QPoint(140, 100))
    qtbot.mouseRelease(port, left, pos=QPoint(140, 100))
    assert swiped.share == 0.5
    assert swiped.sight.centre.x() > before.x()


def test_a_sample_without_a_real_one_is_still_seen(qtbot):
    view = SwipeView()
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    view.show_pair(to_qimage(np.full((20, 20, 1), 200, np.uint8)), None)
    assert tone(view, 50) == 200


# --- difference ---------------------------------------------------------------------------------


def test_the_difference_is_told_in_grey_levels(dark, qtbot):
    page, images, project = dark
    qtbot.keyClick(page, Qt.Key.Key_D)
    stage = page.bench.stage
    row = page.bench.neighbours.list.chosen().key
    with project.image_set() as image_set:
        found = difference(images[0], image_set.read([row])[0])
    words = f"Largest difference {found.largest:.0f} grey levels, mean {found.mean:.1f}."
    assert stage.difference_words.text() == words
    assert stage.difference.image == difference_image(found.levels, found.scale).convertToFormat(
        stage.difference.image.format()
    )
    page.bench.neighbours.list.setCurrentIndex(page.bench.neighbours.list.tiles.index(3, 0))
    assert stage.difference_words.text() != words


def test_the_scale_of_differences_is_fixed_for_all_pairs(dark, qtbot):
    page, _, _ = dark
    stage = page.bench.stage
    qtbot.keyClick(page, Qt.Key.Key_L)
    assert stage.scale_choice.fixed is None, "no difference is seen"
    qtbot.keyClick(page, Qt.Key.Key_D)
    own = stage._difference
    choose(stage.scale_choice.scales, 16)
    assert stage.difference.image == difference_image(own.levels, 16).convertToFormat(
        stage.difference.image.format()
    )
    beyond = (np.abs(own.levels) > 16).sum()
    assert f"Pixels beyond the scale: {beyond} of 256." in stage.difference_words.text()
    qtbot.keyClick(page, Qt.Key.Key_L)
    assert stage.scale_choice.fixed is None
    assert "beyond" not in stage.difference_words.text()
    qtbot.keyClick(page, Qt.Key.Key_L)
    assert stage.scale_choice.fixed == own.scale
    page.step(1)
    idle(qtbot, page)
    assert stage._difference is not own
    assert stage.scale_choice.fixed == stage.scale._scale == own.scale
    assert f"±{own.scale} " in stage.scale_choice.scales.currentText()


def test_a_copy_has_no_difference(opened, window, qtbot):
    _, project, _ = opened
    page = inspecting(window, qtbot, project)
    qtbot.keyClick(page, Qt.Key.Key_D)
    words = page.bench.stage.difference_words.text()
    assert words == "No difference: both pictures are the same."


def test_signs_are_told_apart_by_hue_and_zero_is_grey():
    image = difference_image(np.array([[-60, 0, 60]], np.float32), 64)
    below, middle, above = (image.pixelColor(x, 0) for x in range(3))
    assert below.blue() > below.red() + 60
    assert above.red() > above.blue() + 60
    assert middle.saturation() < 10
    beyond = difference_image(np.array([[-999, 999]], np.float32), 64)
    ends = difference_image(np.array([[-64, 64]], np.float32), 64)
    assert beyond == ends


# --- figures ------------------------------------------------------------------------------------


def middle(item):
    """Grey level in the middle of a chart's line."""
    across, up = item.getData()
    return np.average(across, weights=up)


def test_figures_measure_both_pictures_or_say_why_not(dark, qtbot, monkeypatch):
    def fail(*_args):
        raise UserError("file.not_ours", file="images.h5", reason="damaged")

    page, images, project = dark
    figures = page.bench.stage.figures
    with monkeypatch.context() as patch:
        patch.setattr("gui.pages.inspect_parts.study.kind_of_set", fail)
        qtbot.keyClick(page, Qt.Key.Key_F)
        idle(qtbot, page)
    assert figures.state.text() == text("file.not_ours", file="images.h5", reason="damaged")
    assert not figures.table.isVisible()
    page.bench.neighbours.list.setCurrentIndex(page.bench.neighbours.list.tiles.index(1, 0))
    idle(qtbot, page)
    row = page.bench.neighbours.list.chosen().key
    with project.image_set() as image_set:
        kind = kind_of_set(image_set)
        pair = np.stack([images[0], image_set.read([row])[0]])
    table = page.bench.stage.figures.table
    found = measure_appearance(pair, kind)
    assert table.isVisible()
    measures = measures_for(kind, 1)
    assert table.rowCount() == len(measures)
    for place, measure in enumerate(measures):
        cells = [table.item(place, column).text() for column in range(4)]
        synthetic, real = found[measure.key]
        assert cells[0] == measure_name(measure.key, kind)
        if np.isnan(synthetic) or np.isnan(real):
            assert cells[3] == "–"
            continue
        assert cells[1:3] == [plain_number(one, measure.digits) for one in (synthetic, real)]
        apart = with_unit(synthetic - real, measure.unit, measure.digits)
        assert cells[3].removeprefix("+") == apart
    assert not any(one.isVisible() for one in page.bench.sentences)
    chart = page.bench.stage.figures.chart
    assert middle(chart.synthetic) < middle(chart.real), "it is darker"
    assert not page.bench.stage.figures.channels.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_A)
    assert all(one.isVisible() for one in page.bench.sentences)


def test_colour_pictures_have_a_chart_for_each_channel(window, qtbot, make_project):
    project, run = make_project(channels=3)
    condensed = run.condensed()
    condensed.images[..., 0] = 250
    condensed.save(run.condensed_path)
    page = inspecting(window, qtbot, project)
    qtbot.keyClick(page, Qt.Key.Key_F)
    idle(qtbot, page)
    figures = page.bench.stage.figures
    assert figures.channels.isVisible()
    figures.channels.buttons["red"].click()
    across, up = figures.chart.synthetic.getData()
    assert across[np.argmax(up)] == 248, "the bin of 64 that holds 250"
    assert max(up) == pytest.approx(1.0)


# --- packed -------------------------------------------------------------------------------------


def test_a_packed_sample_is_shown_in_its_stored_image(window, qtbot, make_project):
    project, run = make_project()
    condensed = packed_run(run)
    page = inspecting(window, qtbot, project)
    stage = page.bench.stage
    page.step(1)
    idle(qtbot, page)
    qtbot.keyClick(page, Qt.Key.Key_G)
    place = stored_place(condensed, 1)
    assert stage.mode == "packed"
    assert stage.stored.marked == QRectF(*place.cell) == QRectF(8, 0, 8, 8)
    assert stage.stored.image.pixelColor(3, 5).red() == condensed.packed[0, 5, 3, 0]
    assert "holds 4 samples" in stage.stored_words.text()
    assert stage.decoded.image == stage.synthetic.image
    page.step(4)
    assert stage.mode == "packed"
    assert stage.names[3].text() == "As stored: image 2"


def test_a_kept_picture_of_a_packed_set_says_why_it_has_no_place(window, qtbot, make_project):
    project, run = make_project()
    condensed = packed_run(run)
    # The last class is kept whole: two pictures instead of two packed images.
    kept = np.zeros(len(condensed.images), np.uint32)
    kept[16:] = [1, 1, 1, 1, 2, 2, 2, 2]
    replaced(run, real=kept)
    page = inspecting(window, qtbot, project)
    stage = page.bench.stage
    qtbot.keyClick(page, Qt.Key.Key_G)
    assert stage.mode == "packed"
    page._show_sample(16)
    assert stage.mode == "beside"
    assert "stored as it is" in stage.modes.buttons["packed"].toolTip()
    page._show_sample(0)
    assert stage.mode == "packed", "what was wanted comes back where there is something to show"


def test_a_real_picture_in_place_of_a_rejected_sample_says_so(window, qtbot, make_project):
    project, run = make_project()
    told = {**run.condensed().provenance, "real_samples": {"1": "a/1.png"}}
    replaced(run, provenance=told)
    page = inspecting(window, qtbot, project)
    page._show_sample(1)
    assert page.bench.stage.names[0].text() == "Real sample"
    tiles = page.gallery.synthetic.tiles
    assert [str(tiles.index(at, 0).data()).endswith("\nreal") for at in (0, 1)] == [False, True]
    page._show_sample(0)
    assert page.bench.stage.names[0].text() == "Synthetic"


# --- words --------------------------------------------------------------------------------------


def test_a_long_path_loses_its_middle_only(qtbot):
    sentence = PathSentence()
    qtbot.addWidget(sentence)
    path = "a/very/long/folder/of/scanned/sheets/from/the/archive/scratches/0012.png"
    sentence.show_path("Nearest: ", path, ", distance 0.26")
    sentence.resize(260, 24)
    sentence.show()
    assert sentence.text() == sentence.toolTip() == f"Nearest: {path}, distance 0.26"
    assert sentence.shown.startswith("Nearest: a/")
    assert sentence.shown.endswith(".png, distance 0.26")
    assert "…" in sentence.shown
    assert sentence.fontMetrics().horizontalAdvance(sentence.shown) <= 260
    sentence.actions()[0].trigger()
    assert QApplication.clipboard().text() == path
    sentence.show_words("Nothing yet.")
    assert sentence.shown == "Nothing yet."


def test_everything_on_the_bench_has_a_name_and_is_reached_by_keyboard(dark, qtbot):
    page, _, _ = dark
    for key in (Qt.Key.Key_A, Qt.Key.Key_S, Qt.Key.Key_D, Qt.Key.Key_F):
        qtbot.keyClick(page, key)
        focusable = [
            one
            for one in page.bench.findChildren(QWidget)
            if one.isVisible()
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and one.focusProxy() is None
        ]
        assert len(focusable) > 5
        for one in focusable:
            words = getattr(one, "text", str)()
            assert one.accessibleName() or words, type(one).__name__
