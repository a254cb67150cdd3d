"""Map and issues through the page: colours, hover, lasso, coverage, evidence, keys."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from engine.data import CondensedSet
from engine.data.issue_words import issue_sentence, issues_summary
from engine.inspection.coverage_words import coverage_sentence, overall_sentence
from gui.pages.inspect_parts.map_layers import REAL, SYNTHETIC
from gui.theme import DARK, LIGHT
from gui.widgets.lasso import inside


@pytest.fixture
def page(window, qtbot, make_project):
    """The inspect page with a run whose samples are copies of real pictures."""
    project, _ = make_project(train=24, size=32, ipc=3)
    window.open_project(project.path)
    window.go("inspect")
    made = window.pages["inspect"]
    idle(qtbot, made)
    return made


def idle(qtbot, page):
    for _ in range(4):
        qtbot.waitUntil(lambda: not page.services.background.busy, timeout=30_000)
        QApplication.processEvents()


def show(qtbot, page, view):
    page.comparison.switch.buttons[view].click()
    idle(qtbot, page)
    return getattr(page.comparison, view)


def layer(view, name):
    return next(one for one in view.scatter.layers if one.name == name)


# --- map ----------------------------------------------------------------------------------------


def test_nothing_is_measured_before_somebody_looks(page):
    assert page.comparison.surveying.survey is None
    assert page.comparison.finding.found is None


def test_the_map_shows_all_and_says_what_is_covered(page, qtbot):
    view = show(qtbot, page, "map")
    survey = page.comparison.surveying.survey
    assert len(layer(view, REAL).places) == 72
    assert len(layer(view, SYNTHETIC).places) == 9
    assert view.coverage.sentence.text() == overall_sentence(survey.coverage)
    assert [row.name for row in view.coverage.bars.rows] == ["flat", "steep", "upright"]
    assert view.state.isHidden()


def test_colours_and_shapes_follow_the_choice(page, qtbot):
    view = show(qtbot, page, "map")
    assert len(set(zip(layer(view, REAL).symbols, layer(view, REAL).fills, strict=True))) == 3
    words = [sign.word for sign in view.legend.signs]
    assert {"flat", "steep", "upright"} <= set(words)
    page.desk.judge("rejected")
    view.tools.colour.setCurrentIndex(2)
    view.tools.colour.activated.emit(2)
    synthetic = layer(view, SYNTHETIC)
    assert sorted(set(synthetic.symbols)) == ["d", "x"]
    assert synthetic.fills[synthetic.symbols.index("x")] in (LIGHT.bad, DARK.bad)
    assert "rejected" in [sign.word for sign in view.legend.signs]


def test_a_class_chosen_in_the_list_dims_the_others(page, qtbot):
    view = show(qtbot, page, "map")
    page.classes.table.setCurrentIndex(page.classes.table.classes.index(2, 0))
    idle(qtbot, page)
    survey = page.comparison.surveying.survey
    assert layer(view, REAL).strong.sum() == 24
    assert view.coverage.sentence.text() == coverage_sentence(survey.coverage[1])


def test_hovering_shows_the_picture_and_pressing_looks_at_the_sample(page, qtbot):
    view = show(qtbot, page, "map")

    def shown() -> bool:
        # As a hand does, it keeps moving: a layout that settles late takes the card away.
        place = view.scatter.place_on_screen(SYNTHETIC, 4).toPoint()
        for step in (QPoint(2, 1), QPoint(1, 1)):
            qtbot.mouseMove(view.scatter.viewport(), place + step)
        return view.card.isVisible()

    qtbot.waitUntil(shown)
    assert view.card.title.text().startswith(("flat", "steep", "upright"))
    assert not view.card.picture.pixmap().isNull()
    view.scatter.pressed.emit((SYNTHETIC, 4))
    idle(qtbot, page)
    assert page.comparison.view == "samples"
    assert page.bench.heading.text() == "steep 2"


def test_a_point_on_top_is_found_first(page, qtbot):
    view = show(qtbot, page, "map")
    # Every sample is a real picture and stands where it stands.
    where = view.scatter.place_on_screen(SYNTHETIC, 0)
    assert view.scatter.nearest(where)[0] == SYNTHETIC


def test_what_a_lasso_encloses_goes_to_the_gallery(page, qtbot):
    view = show(qtbot, page, "map")
    every = np.concatenate([one.places for one in view.scatter.layers])
    (left, low), high = every.min(0) - 1, every[:, 1].max() + 1
    middle = float(np.median(every[:, 0]))
    outline = np.array([(left, low), (middle, low), (middle, high), (left, high)], np.float32)
    view.scatter.box.drawn.emit(outline)
    points = page.comparison.surveying.survey.points
    samples = points.synthetic.rows[layer(view, SYNTHETIC).places[:, 0] < middle].tolist()
    rows = points.real.rows[layer(view, REAL).places[:, 0] < middle].tolist()
    assert view.selection.isVisible()
    assert f"{len(samples)} synthetic, {len(rows)} real" in view.selection.words.text()
    assert layer(view, REAL).strong.sum() == len(rows)
    view.selection.show_them.click()
    idle(qtbot, page)
    assert page.comparison.view == "samples"
    assert sorted(page.gallery.samples) == samples


def test_dragging_with_the_lasso_draws_an_outline(page, qtbot):
    view = show(qtbot, page, "map")
    view.tools.lasso.click()
    drawn = []
    view.scatter.box.drawn.connect(drawn.append)
    port = view.scatter.viewport()
    corners = [QPoint(10, 10), QPoint(200, 12), QPoint(200, 200), QPoint(12, 190)]
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=corners[0])
    for corner in corners[1:]:
        qtbot.mouseMove(port, corner, delay=20)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=corners[-1])
    assert len(drawn) == 1
    assert drawn[0].shape[1] == 2


def test_keys_go_through_the_samples_and_look_at_one(page, qtbot):
    view = show(qtbot, page, "map")
    view.scatter.setFocus()
    qtbot.keyClick(view.scatter, Qt.Key.Key_Right)
    qtbot.keyClick(view.scatter, Qt.Key.Key_Right)
    assert view.card.title.text() == "flat 2"
    qtbot.keyClick(view.scatter, Qt.Key.Key_Return)
    idle(qtbot, page)
    assert page.comparison.view == "samples"
    assert page.bench.heading.text() == "flat 2"


def test_coverage_is_gone_through_by_keys(page, qtbot):
    view = show(qtbot, page, "map")
    bars = view.coverage.bars
    view.tools.kind.buttons["pca"].setFocus()
    for _ in range(30):
        if bars.hasFocus():
            break
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert bars.hasFocus()
    survey = page.comparison.surveying.survey
    assert bars.accessibleName() == "Coverage by class"
    assert bars.accessibleDescription() == coverage_sentence(survey.coverage[0])
    before = bars.grab().toImage()
    qtbot.keyClick(bars, Qt.Key.Key_Down)
    assert bars.accessibleDescription() == coverage_sentence(survey.coverage[1])
    assert bars.grab().toImage() != before, "the frame has moved"
    assert page.comparison.map.coverage.sentence.text() == overall_sentence(survey.coverage)
    qtbot.keyClick(bars, Qt.Key.Key_Return)
    idle(qtbot, page)
    assert view.coverage.sentence.text() == coverage_sentence(survey.coverage[1])
    assert page.classes.table.currentIndex().row() == 2
    assert bars.hasFocus()
    for _ in range(3):
        qtbot.keyClick(bars, Qt.Key.Key_Down)
    assert bars.current.name == "upright"


def test_tsne_is_made_when_asked_for(page, qtbot):
    view = show(qtbot, page, "map")
    before = layer(view, REAL).places
    view.tools.kind.buttons["tsne"].click()
    idle(qtbot, page)
    assert page.comparison.surveying.survey.tsne is not None
    assert not np.allclose(layer(view, REAL).places, before)
    view.tools.kind.buttons["pca"].click()
    np.testing.assert_array_equal(layer(view, REAL).places, before)


def test_a_group_that_was_left_out_is_looked_at(window, qtbot, make_project):
    project, run = make_project(train=24, size=32, ipc=3)
    before = run.condensed()
    images = before.images.copy()
    images[before.labels == 0] = images[0]
    replaced(run, images=images)
    window.open_project(project.path)
    window.go("inspect")
    page = window.pages["inspect"]
    idle(qtbot, page)
    view = show(qtbot, page, "map")
    region = view.coverage.regions[0]
    view.coverage.region_asked.emit(region)
    idle(qtbot, page)
    assert page.comparison.view == "samples"
    assert page.gallery.samples == [region.nearest]


def replaced(run, **changes):
    before = run.condensed()
    fields = {name: getattr(before, name) for name in before.__dataclass_fields__}
    CondensedSet(**{**fields, **changes}).save(run.condensed_path)


def test_an_outline_encloses_what_lies_within():
    square = np.array([(0, 0), (2, 0), (2, 2), (0, 2)], np.float32)
    places = np.array([(1, 1), (3, 1), (-1, 1), (1, 3), (1.9, 0.1)], np.float32)
    assert inside(square, places).tolist() == [True, False, False, False, True]
    horseshoe = np.array(
        [(0, 0), (3, 0), (3, 3), (2, 3), (2, 1), (1, 1), (1, 3), (0, 3)], np.float32
    )
    assert inside(horseshoe, np.array([(1.5, 2), (0.5, 2)], np.float32)).tolist() == [False, True]


# --- issues -------------------------------------------------------------------------------------


def test_issues_are_found_told_and_known_to_the_gallery(page, qtbot):
    view = show(qtbot, page, "issues")
    finding = page.comparison.finding
    report = finding.found.report
    assert view.summary.text() == issues_summary(report)
    assert [card.issue for card in view.cards] == report.issues
    assert view.cards[0].sentence.text() == issue_sentence(report.issues[0], report.picture_kind)
    assert "copy" in finding.of_sample(0)
    assert page.workspace.run.issues() == report
    copies = next(card for card in view.cards if card.issue.kind == "copy")
    pair = copies.strip.shots[:2]
    np.testing.assert_array_equal(pair[0].pixels, pair[1].pixels)


def test_looking_at_an_issue_by_keys(page, qtbot):
    view = show(qtbot, page, "issues")
    view.focus_first()
    qtbot.keyClick(view.cards[0], Qt.Key.Key_Down)
    assert view.window().focusWidget() is view.cards[1]
    qtbot.keyClick(view.cards[1], Qt.Key.Key_Up)
    qtbot.keyClick(view.cards[0], Qt.Key.Key_Return)
    idle(qtbot, page)
    assert page.comparison.view == "samples"
    issue = view.cards[0].issue
    look = page.comparison.finding.look
    shown = f"{issue.class_name} {look.place_of(issue.samples[0])}"
    assert page.bench.heading.text() == shown


def test_all_samples_of_an_issue_go_to_the_gallery(page, qtbot):
    view = show(qtbot, page, "issues")
    card = view.cards[0]
    card.all_button.click()
    idle(qtbot, page)
    assert sorted(page.gallery.samples) == sorted(card.issue.samples)


def test_kept_issues_are_known_at_once_when_it_is_opened_again(page, qtbot, window):
    show(qtbot, page, "issues")
    project = page.workspace.project.path
    window.open_project(project)
    window.go("inspect")
    idle(qtbot, page)
    assert page.comparison.view in ("samples", "issues")
    assert page.comparison.finding.of_sample(0)


def test_without_issues_it_says_so(window, qtbot, make_project):
    project, run = make_project(train=24, size=32, ipc=3)
    replaced(run, real=np.arange(1, 10).astype(np.uint32))
    window.open_project(project.path)
    window.go("inspect")
    page = window.pages["inspect"]
    idle(qtbot, page)
    view = show(qtbot, page, "issues")
    assert view.nothing.isVisible()
    assert view.summary.text().startswith("All samples are real pictures")


def test_both_follow_language_and_theme(page, qtbot, window):
    map_view, issues = show(qtbot, page, "map"), show(qtbot, page, "issues")
    window.services.theme.use("dark")
    window.services.languages.use("ja")
    QApplication.processEvents()
    report = page.comparison.finding.found.report
    assert issues.summary.text() == issues_summary(report, "ja")
    assert issues.cards[0].sentence.text() == issue_sentence(
        report.issues[0], report.picture_kind, "ja"
    )
    page.comparison.switch.buttons["map"].click()
    idle(qtbot, page)
    assert map_view.coverage.sentence.text() == overall_sentence(
        page.comparison.surveying.survey.coverage, "ja"
    )
    window.services.theme.use("light")


def test_other_pictures_are_refused_in_words(window, qtbot, make_project):
    project, run = make_project(train=24, size=32)
    replaced(run, provenance={"source_fingerprint": "another"})
    window.open_project(project.path)
    window.go("inspect")
    page = window.pages["inspect"]
    idle(qtbot, page)
    for name in ("map", "issues"):
        view = show(qtbot, page, name)
        words = view.state.text() if name == "map" else view.summary.text()
        assert "have changed" in words
