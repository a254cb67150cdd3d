"""The gallery: search, order, filters, selections, and stepping through what they leave."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from engine.data import ImageSet
from engine.inspection.appearance import measure_appearance
from engine.inspection.sample_values import Measures
from engine.project import Project, Run
from engine.project.verdicts import Verdict
from engine.runtime import UserError, text
from gui.jobs import Background
from gui.pages.inspect_parts.gallery import Gallery
from gui.pages.inspect_parts.look import Look, read_look

# A measure of drawings and of photos, that even striped pictures of 16 px have.
KEY = "contrast"


@dataclass
class Stand:
    """A gallery without the rest of the window."""

    gallery: Gallery
    project: Project
    run: Run
    look: Look
    images: ImageSet
    verdicts: dict[int, Verdict] = field(default_factory=dict)

    def show(self):
        self.gallery.show_look(self.look, self.images)


@pytest.fixture
def stand(qtbot, make_project):
    project, run = make_project()
    background, verdicts = Background(), {}
    images = project.image_set()
    made = Gallery(background, verdicts.get)
    qtbot.addWidget(made)
    made.resize(340, 640)
    made.show()
    look = read_look(run, images)
    stand = Stand(made, project, run, look, images, verdicts)
    stand.show()
    settle(qtbot, made)
    yield stand
    background.close()
    images.close()


@pytest.fixture
def gallery(stand):
    return stand.gallery


@pytest.fixture
def page(opened, qtbot):
    window, _, _ = opened
    window.go("inspect")
    made = window.pages["inspect"]
    qtbot.waitUntil(lambda: bool(made.gallery.samples), timeout=20_000)
    settle(qtbot, made.gallery)
    return made


def settle(qtbot, gallery):
    """Wait until the kind of pictures is known and nothing is measured or arranged any more."""
    qtbot.waitUntil(
        lambda: (
            gallery.valuing.kind is not None
            and gallery.valuing.progress is None
            and "inspect.arranging" not in gallery._background._current
        ),
        timeout=20_000,
    )
    QApplication.processEvents()


def order_by(qtbot, gallery, order):
    combo = gallery.bar.order
    combo.setCurrentIndex(combo.findData(order))
    combo.activated.emit(combo.currentIndex())
    settle(qtbot, gallery)


def only(gallery, *judged):
    for one, box in gallery.bar.panel.verdicts.items():
        if box.isChecked() != (one in judged):
            box.click()


def real_names(gallery):
    images = gallery._scope.images
    return [images.sources[row] for row in gallery.real.rows]


# --- search ---------------------------------------------------------------------------------------


def test_ctrl_f_types_into_the_search_and_escape_clears_it(page, qtbot):
    gallery = page.gallery
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = gallery.bar.search
    qtbot.waitUntil(search.hasFocus, timeout=5000)
    qtbot.keyClicks(search, "STEEP")
    qtbot.waitUntil(lambda: gallery.samples == [2, 3], timeout=5000)
    assert real_names(gallery) == [f"steep/{number}.png" for number in range(12)]
    assert gallery._count.text() == "2 of 6"
    assert gallery._real_count.text() == "12 of 36"
    assert "STEEP" in gallery.bar.said.text()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert gallery.samples == [0, 1, 2, 3, 4, 5]
    assert not gallery.bar.said.isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert gallery.synthetic.hasFocus()


def test_digits_typed_into_the_search_judge_nothing(page, opened, qtbot):
    gallery = page.gallery
    gallery.bar.search.setFocus()
    qtbot.keyClicks(gallery.bar.search, "1")
    qtbot.waitUntil(lambda: gallery.samples == [0, 2, 4], timeout=5000)
    assert opened[2].verdicts() == {}


# --- order ----------------------------------------------------------------------------------------


def test_ordered_by_a_measure_its_values_stand_below(stand, gallery, qtbot):
    kind = gallery.valuing.kind
    order_by(qtbot, gallery, KEY)
    values = measure_appearance(stand.look.condensed.images, kind)[KEY]
    assert gallery.samples == np.argsort(values, kind="stable").tolist()
    rows = stand.images.indices("train")
    real = measure_appearance(stand.images.read(rows), kind)[KEY]
    found = dict(zip(rows.tolist(), real, strict=True))
    assert [found[row] for row in gallery.real.rows.tolist()] == sorted(real)
    lines = gallery.synthetic.tiles.tiles[0].caption.split("\n")
    assert lines[1] == f"{values.min():.0f}"
    gallery.bar.direction.click()
    assert gallery.samples == np.argsort(-values, kind="stable").tolist()
    assert stand.project.path.joinpath(f"measures-{kind}.h5").is_file()


def test_what_was_measured_before_is_not_measured_again(stand, gallery, qtbot):
    order_by(qtbot, gallery, KEY)
    order = gallery.real.rows.tolist()
    gallery.show_look(None, None)
    assert gallery.samples == []
    stand.show()
    settle(qtbot, gallery)
    assert gallery.valuing.missing([KEY], np.empty(0, np.intp), stand.images.indices("train")) == 0
    assert gallery.bar.wishes.order == KEY
    assert gallery.real.rows.tolist() == order


def test_real_samples_follow_the_chosen_one(gallery, qtbot):
    gallery.choose(0)
    order_by(qtbot, gallery, "chosen")
    assert real_names(gallery)[0] == "flat/0.png"
    gallery.choose(3)
    qtbot.waitUntil(lambda: real_names(gallery)[0] == "steep/1.png", timeout=5000)
    assert gallery.real.tiles.tiles[0].caption == "1.png\n0.00"


def test_the_nearest_comes_first(gallery, qtbot):
    order_by(qtbot, gallery, "distance")
    copied = {f"{name}/{number}.png" for name in ("flat", "steep", "upright") for number in (0, 1)}
    assert set(real_names(gallery)[:6]) == copied
    gallery.show_class(1)
    settle(qtbot, gallery)
    assert set(real_names(gallery)[:2]) == {"steep/0.png", "steep/1.png"}


def test_measuring_can_be_stopped_and_what_is_known_is_used(gallery, qtbot, monkeypatch):
    started, release = threading.Event(), threading.Event()
    take = Measures.take

    def slowly(self, read, rows, token, told):
        take(self, read, rows[:4], token, told)
        started.set()
        release.wait(10)
        take(self, read, rows, token, told)

    monkeypatch.setattr(Measures, "take", slowly)
    combo = gallery.bar.order
    combo.setCurrentIndex(combo.findData(KEY))
    combo.activated.emit(combo.currentIndex())
    assert started.wait(10)
    qtbot.waitUntil(lambda: "4 of 42" in gallery.bar.state.text(), timeout=5000)
    assert gallery.samples == [0, 1, 2, 3, 4, 5], "as before, as long as little is known"
    gallery.bar.stop.click()
    assert not gallery.bar.state.isVisible()
    assert gallery.samples[4:] == [4, 5]
    assert gallery.synthetic.tiles.tiles[5].caption.endswith("–")
    release.set()
    settle(qtbot, gallery)


def test_a_failure_to_measure_is_told(gallery, qtbot, monkeypatch):
    def fail(*_args):
        raise UserError("file.not_ours", file="images.h5", reason="damaged")

    monkeypatch.setattr(Measures, "take", fail)
    order_by(qtbot, gallery, KEY)
    assert gallery.bar.state.text() == text("file.not_ours", file="images.h5", reason="damaged")
    order_by(qtbot, gallery, "class")
    assert not gallery.bar.state.isVisible()


# --- filters --------------------------------------------------------------------------------------


def test_a_range_of_a_measure_filters_both(gallery, qtbot):
    panel = gallery.bar.panel
    gallery.bar.filter.click()
    panel.value.setCurrentIndex(panel.value.findData(KEY))
    panel.value.activated.emit(panel.value.currentIndex())
    settle(qtbot, gallery)
    assert len(gallery.samples) == 6, "the whole range leaves nothing out"
    assert panel.least.value() < panel.most.value()
    samples, rows = np.arange(6), gallery.real.rows
    values = gallery.valuing.synthetic(KEY, samples)
    middle = float(np.round(np.median(values)))
    panel.most.setValue(middle)
    assert gallery.samples == samples[values <= middle + 0.5].tolist()
    assert 0 < len(gallery.samples) < 6
    real = gallery.valuing.real(KEY, rows, None)
    assert gallery.real.rows.tolist() == rows[real <= middle + 0.5].tolist()
    assert "up to" in gallery.bar.said.text()
    panel.close()
    gallery.bar.clear.click()
    assert len(gallery.samples) == 6
    assert panel.value.currentIndex() == 0


def test_a_judged_sample_stays_until_the_filter_is_applied_again(page):
    gallery = page.gallery
    only(gallery, "none")
    page.desk.bar.advance.setChecked(True)
    page.desk.judge("accepted")
    page.desk.judge("rejected")
    assert gallery.samples == [0, 1, 2, 3, 4, 5]
    assert page._sample == 2
    assert gallery.bar.gone.text() == "No longer matching: 2"
    page.step(-1)
    assert page._sample == 1
    gallery.bar.again.click()
    assert gallery.samples == [2, 3, 4, 5]
    assert not gallery.bar.again.isEnabled()
    assert page._sample == 1, "one looks at it until the next is chosen"
    page.step(1)
    assert page._sample == 2


def test_beside_a_vanished_sample_is_its_neighbour(stand, gallery):
    stand.verdicts.update({2: "accepted", 3: "rejected"})
    gallery.choose(3)
    only(gallery, "none")
    assert gallery.samples == [0, 1, 4, 5]
    assert (gallery.beside(3, 1), gallery.beside(3, -1)) == (4, 1)
    only(gallery, "hold")
    assert gallery.samples == []
    assert gallery.beside(3, 1) is None


def test_undo_shows_a_sample_that_the_filter_hides(page):
    page._look_at_sample(4)
    page.desk.judge("rejected")
    only(page.gallery, "hold")
    assert page.gallery.samples == []
    page.desk.undo()
    assert page._sample == 4
    assert 4 in page.gallery.samples
    assert not page.gallery.bar.wishes.filtered


def test_issues_are_signed_sorted_and_filtered(gallery, qtbot):
    found = {1: ("copy",), 5: ("copy", "twin")}
    gallery.set_issues(
        lambda sample: found.get(sample, ()), ["copy", "twin"], {"copy": "写し", "twin": "双子"}.get
    )
    assert "双子" in gallery.synthetic.tiles.tiles[5].tip
    order_by(qtbot, gallery, "issues")
    assert gallery.samples == [5, 1, 0, 2, 3, 4]
    gallery.bar.panel.issues["twin"].click()
    assert gallery.samples == [5]
    assert "双子" in gallery.bar.said.text()
    gallery.bar.clear.click()
    gallery.set_issues(lambda _sample: (), [])
    assert gallery.bar.wishes.order == "class"
    assert not gallery.bar.panel.issues


# --- selections -----------------------------------------------------------------------------------


def test_a_selection_is_shown_until_all_is_shown_again(gallery, qtbot):
    gallery.bar.search.setText("flat")
    gallery.bar.search.returnPressed.emit()
    gallery.show_selection([5, 2], [3, 20])
    assert gallery.samples == [2, 5]
    assert gallery.real.rows.tolist() == [3, 20]
    assert gallery.bar.search.text() == ""
    assert "2 synthetic" in gallery.bar.selected.text()
    only(gallery, "accepted")
    assert gallery.samples == []
    assert gallery._count.text() == "0 of 2"
    gallery.bar.clear.click()
    gallery.bar.whole.click()
    assert len(gallery.samples) == 6
    assert len(gallery.real.rows) == 36
    assert not gallery.bar.selected.isVisible()


# --- tiles ----------------------------------------------------------------------------------------


def test_tiles_stand_where_they_are_found(gallery, qtbot):
    grid = gallery.real
    columns = grid.columns
    assert columns > 1
    for row in (0, columns - 1, columns):
        assert grid.indexAt(grid.place_of(row).center()).row() == row
    assert grid.place_of(columns).top() == grid.place_of(0).bottom() + 1
    assert not grid.indexAt(QPoint(-5, 5)).isValid()
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum())
    assert grid.in_view().stop == 36
    assert grid.place_of(35).bottom() < grid.viewport().height()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.place_of(35).center())
    assert grid.chosen().key == gallery.real.rows[35]


@pytest.mark.parametrize(
    ("key", "row"),
    [("Down", "columns"), ("Home", 0), ("End", 35), ("PageDown", "page"), ("Up", 0)],
)
def test_keys_move_through_the_grid(gallery, qtbot, key, row):
    grid = gallery.real
    grid.setFocus()
    grid.setCurrentIndex(grid.tiles.index(0, 0))
    qtbot.keyClick(grid, getattr(Qt.Key, f"Key_{key}"))
    page = grid.columns * (grid.viewport().height() // grid.gridSize().height())
    wanted = {"columns": grid.columns, "page": page}.get(row, row)
    assert grid.currentIndex().row() == wanted
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()))


def test_the_first_tile_stays_when_pictures_change_their_size(gallery):
    grid = gallery.real
    gallery.size_slider.setValue(48)
    grid.verticalScrollBar().setValue(2 * grid.gridSize().height())
    first = grid.first
    gallery.size_slider.setValue(72)
    seen = grid.in_view()
    assert seen.start <= first < seen.start + grid.columns
    assert grid.iconSize().width() == 72


def test_what_is_scrolled_to_is_read_and_what_comes_next_too(gallery, qtbot):
    kept = gallery.real.pictures._kept
    grid = gallery.real
    grid.pictures.use(gallery._scope.images)
    assert not kept
    grid.repaint_tiles()
    qtbot.waitUntil(lambda: len(kept) > grid.in_view().stop, timeout=5000)
    assert all(grid.tiles.tiles[row].load() is not None for row in grid.in_view())


def test_another_language_says_orders_and_filters_anew(page, opened, qtbot):
    gallery = page.gallery
    order_by(qtbot, gallery, KEY)
    only(gallery, "none")
    english = gallery.bar.order.currentText()
    opened[0].services.languages.use("ja")
    QApplication.processEvents()
    assert gallery.bar.order.currentData() == KEY
    assert gallery.bar.order.currentText() != english
    assert gallery.bar.wishes.verdicts == {"none"}
    assert gallery.bar.panel.verdicts["none"].isChecked()
