"""What is set for single classes: images by hand, and classes kept whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from engine.data.recipe import CondenseRecipe
from gui.pages.condense_parts.recipe_form import RecipeForm


@pytest.fixture
def form(qtbot):
    made = RecipeForm()
    qtbot.addWidget(made)
    made.set_pictures(["bolt", "nut", "washer"], [200, 40, 6], 64)
    made.show()
    return made


def test_a_number_given_by_hand_is_in_the_recipe_and_the_rest_follows(form, qtbot):
    dialog = form.expert.by_hand.dialog()
    dialog.spins["bolt"].setValue(30)
    with qtbot.waitSignal(form.changed):
        form.expert.by_hand._take(dialog.by_class)
    assert form.recipe().by_class == {"bolt": 30}
    assert form.images == [30, 10, 6]
    assert "30" in dialog.total.text()


def test_the_table_opens_by_the_button_and_cancelling_changes_nothing(form, qtbot):
    form.set_recipe(CondenseRecipe(by_class={"nut": 3}))
    qtbot.mouseClick(form.expert.by_hand, Qt.MouseButton.LeftButton)
    dialog = form.findChild(type(form.expert.by_hand.dialog()))
    assert dialog.isVisible()
    assert [spin.value() for spin in dialog.spins.values()] == [0, 3, 0]
    qtbot.mouseClick(dialog.clear, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert form.recipe().by_class == {"nut": 3}


def test_no_class_can_be_given_more_images_than_it_has_pictures(form):
    spins = form.expert.by_hand.dialog().spins
    spins["washer"].setValue(50)
    assert spins["washer"].value() == 6


def test_numbers_of_classes_that_are_gone_are_dropped(form):
    form.set_recipe(CondenseRecipe(by_class={"nut": 3}))
    form.set_pictures(["bolt", "screw"], [50, 50], 64)
    assert form.recipe().by_class == {}


@pytest.mark.parametrize(
    ("value", "kept", "words"),
    [(-1, None, "Automatic"), (0, 0, "Never"), (40, 40, "up to 40")],
)
def test_keeping_whole_is_said_in_words(form, value, kept, words):
    spin = form.expert.keep_whole
    spin.setValue(value)
    assert form.recipe().keep_whole == kept
    assert spin.lineEdit().text() == words
    form.set_recipe(form.recipe())
    assert spin.value() == value


def test_a_form_that_differs_from_the_defaults_in_these_is_open(form):
    assert not form.expert.heading.isChecked()
    form.set_recipe(CondenseRecipe(keep_whole=40))
    assert form.expert.heading.isChecked()
