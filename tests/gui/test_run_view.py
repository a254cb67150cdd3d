"""A run seen live: how its samples look beside what they aim at, in one line."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication

from engine.data.recipe import CondenseRecipe
from engine.inspection.telling import aimed_and_now
from engine.runtime import Preview
from gui.pages.condense_parts.curves import Curves
from gui.pages.condense_parts.run_view import RunView

LOOKS = {"line_weight": (2.9, 3.0), "noise": (11.0, 10.0), "contrast": (130.0, 128.0)}


def preview(step: int = 1, **looks: tuple[float, float]) -> Preview:
    return Preview(np.zeros((2, 8, 8, 1), np.uint8), np.arange(2), step, looks)


@pytest.fixture
def view(window, qtbot):
    made = RunView()
    qtbot.addWidget(made)
    made.resize(640, 600)
    made.show()
    made.begin(CondenseRecipe(), ["a", "b"], Curves())
    return made


def test_a_preview_tells_how_the_samples_look(view):
    assert view.appearance.isHidden()
    view.show_preview(preview(**LOOKS))
    assert view.appearance.isVisible()
    assert view.appearance.text() == aimed_and_now(LOOKS)
    assert "Line weight 2.90 → 3.00 px" in view.appearance.text()


def test_the_line_is_cut_with_dots_and_whole_on_hover(view):
    view.show_preview(preview(**LOOKS))
    view.resize(400, 600)
    QApplication.processEvents()
    assert view.appearance.width() <= view.width()
    assert view.appearance.toolTip() == aimed_and_now(LOOKS)
    assert view.minimumSizeHint().width() < 640, "a long line must not widen the page"


def test_a_preview_without_it_leaves_what_was_said(view):
    view.show_preview(preview(**LOOKS))
    view.show_preview(preview(step=2))
    assert view.appearance.text() == aimed_and_now(LOOKS)


def test_a_new_run_begins_without(view):
    view.show_preview(preview(**LOOKS))
    view.begin(CondenseRecipe(), ["a", "b"], Curves())
    assert view.appearance.isHidden()


def test_it_follows_the_language(view, window):
    view.show_preview(preview(**LOOKS))
    window.services.languages.use("ja")
    QApplication.processEvents()
    assert view.appearance.text() == aimed_and_now(LOOKS, "ja")
    assert view.appearance.text().startswith("見た目(目標 → 現在): 線の太さ ")
