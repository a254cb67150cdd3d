"""Every view can be copied or saved as a picture."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMenu, QVBoxLayout, QWidget

from engine.runtime import UserError
from gui.pages.inspect_parts.comparison import VIEWS
from gui.widgets.pictures import to_qimage
from gui.widgets.view_picture import make_copyable, rendered, stacked, write_picture

COPY = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def idle(qtbot, page):
    for _ in range(3):
        qtbot.waitUntil(lambda: not page.services.background.busy, timeout=20_000)
        QApplication.processEvents()


@pytest.fixture
def page(opened, qtbot):
    window, _, _ = opened
    window.go("inspect")
    idle(qtbot, window.pages["inspect"])
    QApplication.clipboard().clear()
    return window.pages["inspect"]


def copied():
    return QApplication.clipboard().image()


def greys(image):
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(grey.constBits(), np.uint8).reshape(grey.height(), -1)
    return rows[:, : grey.width()].copy()


def test_pictures_are_copied_pixel_by_pixel_and_comparisons_as_drawn(page, opened, qtbot):
    window, _, run = opened
    images = run.condensed().images
    qtbot.keyClick(page.bench.stage.synthetic, Qt.Key.Key_C, COPY)
    assert (greys(copied()) == images[0, ..., 0]).all()
    page.step(3)
    qtbot.keyClick(page.gallery.synthetic, Qt.Key.Key_C, COPY)
    assert (greys(copied()) == images[3, ..., 0]).all()
    qtbot.keyClick(page, Qt.Key.Key_D)
    qtbot.keyClick(page.bench.stage.difference, Qt.Key.Key_C, COPY)
    assert copied().size() == 2 * page.bench.stage.pages.currentWidget().size()
    QApplication.clipboard().clear()
    window.workspace.release_images()
    idle(qtbot, page)
    assert not page.bench.stage.real.has_picture
    qtbot.keyClick(page.bench.stage.real, Qt.Key.Key_C, COPY)
    assert copied().isNull(), "nothing is copied where there is nothing"


def test_the_button_gives_the_view_shown_and_a_card_gives_itself(page, qtbot):
    appearance = page.comparison.appearance
    for view in VIEWS:
        page.comparison.show_view(view)
        idle(qtbot, page)
        page.picture.menu().aboutToShow.emit()
        copy, save = page.picture.menu().actions()
        assert copy.text().startswith("Copy as picture")
        assert save.text() == "Save as picture…"
        copy.trigger()
        if view == "appearance":
            assert copied().height() > 2 * appearance.grid.height(), "with what is scrolled away"
        else:
            assert copied().size() == 2 * page.comparison.currentWidget().size()
    assert page.picture.accessibleName()
    page.comparison.show_view("appearance")
    card = appearance.cards[0]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(9, 9))
    QApplication.sendEvent(card, event)
    (menu,) = card.findChildren(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert copied().size() == 2 * card.size()


def saved(page, monkeypatch, path):
    asked = []

    def ask(_parent, _title, proposed, _kinds):
        asked.append(proposed)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    menu = QMenu()
    for child in page.bench.stage.synthetic.children():
        if hasattr(child, "add_to"):
            child.add_to(menu)
    menu.actions()[1].trigger()
    return asked[0]


def test_a_picture_is_saved_whole_or_told_why_not(page, opened, qtbot, tmp_path, monkeypatch):
    window, _, run = opened
    proposed = saved(page, monkeypatch, tmp_path / "図 1")
    idle(qtbot, page)
    assert proposed.endswith("flat 1 Synthetic sample.png")
    path = tmp_path / "図 1.png"
    read = cv2.imdecode(np.frombuffer(path.read_bytes(), np.uint8), cv2.IMREAD_GRAYSCALE)
    assert (read == run.condensed().images[0, ..., 0]).all()
    assert [one.key for one in window.banners.messages] == ["command.written"]
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    saved(page, monkeypatch, blocked / "a.png")
    idle(qtbot, page)
    assert "file.cannot_write" in [one.key for one in window.banners.messages]
    assert blocked.read_text() == "no folder"


def test_nothing_is_left_of_a_picture_that_cannot_be_encoded(tmp_path):
    with pytest.raises(UserError):
        write_picture(QImage(), tmp_path / "a.png")
    assert list(tmp_path.iterdir()) == []


def test_the_innermost_view_answers(qtbot):
    outer, inner = QWidget(), QLabel("words")
    qtbot.addWidget(outer)
    layout = QVBoxLayout(outer)
    layout.addWidget(inner)
    inner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    outer.show()
    small = to_qimage(np.full((3, 5, 1), 9, np.uint8))
    make_copyable(outer, lambda: "outer")
    make_copyable(inner, lambda: "inner", picture=lambda: small)
    qtbot.keyClick(inner, Qt.Key.Key_C, COPY)
    assert (copied().width(), copied().height()) == (5, 3)
    qtbot.keyClick(outer, Qt.Key.Key_C, COPY)
    assert copied().size() == 2 * outer.size()


def test_a_menu_of_ones_own_is_kept(qtbot):
    view = QWidget()
    qtbot.addWidget(view)
    view.show()
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    offered = make_copyable(view, lambda: "view")
    with qtbot.waitSignal(view.customContextMenuRequested, timeout=1000):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(9, 9))
        QApplication.sendEvent(view, event)
    assert view.findChildren(QMenu) == []
    menu = QMenu()
    offered.add_to(menu)
    assert len(menu.actions()) == 2


def test_rendering_is_twice_as_large_and_bounded(qtbot):
    view = QLabel("words")
    qtbot.addWidget(view)
    view.resize(120, 40)
    image = rendered(view)
    assert (image.width(), image.height()) == (240, 80)
    assert len(np.unique(greys(image))) > 2, "words are drawn"
    view.resize(50, 20_000)
    assert rendered(view).height() == 16_000


def test_stacked_views_stand_below_each_other(qtbot):
    views = [QLabel("one"), QLabel("two")]
    for view, width in zip(views, (100, 60), strict=True):
        qtbot.addWidget(view)
        view.resize(width, 30)
        view.setStyleSheet("background: #ff0000; color: #ff0000;")
    image = stacked(views)
    red = [
        sum(image.pixelColor(x, y).name() == "#ff0000" for x in range(image.width()))
        for y in range(image.height())
    ]
    assert red.count(200) == red.count(120) == 60
    assert red.index(200) < red.index(120)
