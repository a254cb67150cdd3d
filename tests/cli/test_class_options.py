"""Options about single classes."""

from __future__ import annotations

import pytest

from engine.runtime import UserError
from gui.cli.class_options import class_images, keep_whole


def test_keeping_whole_in_words():
    assert [keep_whole(word) for word in ("auto", "never", "25")] == [None, 0, 25]


def test_images_of_classes_whose_names_hold_anything():
    words = ["bolt=3", "a=b=4", "ねじ M3=12"]
    assert class_images(words) == {"bolt": 3, "a=b": 4, "ねじ M3": 12}


@pytest.mark.parametrize("word", ["bolt", "=3", "bolt=", "bolt=-1", "bolt=x"])
def test_another_form_is_refused(word):
    with pytest.raises(UserError) as told:
        class_images([word])
    assert word in told.value.sentence()


@pytest.mark.parametrize("word", ["some", "-1", ""])
def test_another_word_for_keeping_whole_is_refused(word):
    with pytest.raises(UserError):
        keep_whole(word)
