"""Images of each class: totals, limits, and nobody left out."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.allocation import allocate, packing_for
from engine.data.recipe import CondenseRecipe
from engine.runtime.errors import UserError

CLASSES = st.lists(st.integers(1, 5000), min_size=1, max_size=40)


def shared(ipc, available, balance="proportional"):
    recipe = CondenseRecipe(ipc=ipc, balance=balance, keep_whole=0)
    return allocate(recipe, names(available), available).learnt.tolist()


def names(available):
    return [f"class {label}" for label in range(len(available))]


def test_equal_gives_the_same_to_all_who_have_as_many():
    assert shared(10, [500, 10, 3], "equal") == [10, 10, 3]


@pytest.mark.parametrize(
    ("available", "expected"),
    [
        ([100, 100, 100], [10, 10, 10]),
        ([300, 200, 100], [15, 10, 5]),
        ([5000, 100], [19, 1]),
        ([2, 2, 2], [2, 2, 2]),
        ([1000, 1, 1], [28, 1, 1]),
    ],
)
def test_proportional_follows_the_pictures(available, expected):
    assert shared(10, available) == expected


@given(ipc=st.integers(1, 50), available=CLASSES)
def test_no_class_is_left_out_or_has_more_than_its_pictures(ipc, available):
    images = np.array(shared(ipc, available))
    assert (images >= 1).all()
    assert (images <= available).all()
    assert images.sum() == min(ipc * len(available), sum(available))


@given(ipc=st.integers(1, 50), available=CLASSES)
def test_more_pictures_never_give_fewer_images(ipc, available):
    images = shared(ipc, available)
    ordered = [image for _, image in sorted(zip(available, images, strict=True))]
    assert all(a <= b + 1 for a, b in pairwise(ordered))


@pytest.mark.parametrize(
    ("packing", "sides", "expected"),
    [
        ("auto", (32, 32), 2),
        ("auto", (64, 32), 2),
        ("auto", (30, 64), 1),
        ("auto", (33, 64), 1),
        (2, (16, 16), 2),
        (2, (64, 33), 1),
        (1, (64, 64), 1),
    ],
)
def test_images_are_packed_where_a_reduced_sample_keeps_its_shape(packing, sides, expected):
    assert packing_for(CondenseRecipe(packing=packing), *sides) == expected


def allocated(available, **recipe):
    found = allocate(CondenseRecipe(**recipe), names(available), available)
    return found.learnt.tolist(), found.kept.tolist()


def test_a_class_with_no_more_pictures_than_images_is_kept_whole():
    assert allocated([500, 10, 3, 11]) == ([10, 0, 0, 10], [0, 10, 3, 0])


def test_a_stated_number_keeps_larger_classes_whole_and_none_keeps_none():
    assert allocated([500, 40, 3], keep_whole=40) == ([10, 0, 0], [0, 40, 3])
    assert allocated([500, 10, 3], keep_whole=0) == ([10, 10, 3], [0, 0, 0])


def test_images_by_hand_come_first_and_the_others_follow_the_balance():
    by_hand = {"class 1": 25, "class 2": 2}
    assert allocated([500, 300, 100, 7], by_class=by_hand) == ([10, 25, 2, 0], [0, 0, 0, 7])
    shared_out = allocated([300, 500, 100], by_class={"class 1": 5}, balance="proportional")
    assert shared_out == ([15, 5, 5], [0, 0, 0])


def test_a_class_without_training_pictures_gets_nothing():
    assert allocated([0, 50, 50], by_class={"class 0": 5}) == ([0, 10, 10], [0, 0, 0])


def test_images_by_hand_for_a_name_that_is_no_class_are_refused_with_the_nearest():
    with pytest.raises(UserError) as told:
        allocated([50] * 12, by_class={"class 01": 5})
    assert told.value.key == "condense.no_such_class"
    assert "class 1" in told.value.params["nearest"]


@given(
    available=st.lists(st.integers(0, 300), min_size=1, max_size=20),
    ipc=st.integers(1, 50),
    keep=st.none() | st.integers(0, 400),
    balance=st.sampled_from(["equal", "proportional"]),
)
def test_every_class_with_pictures_is_either_learnt_or_kept(available, ipc, keep, balance):
    learnt, kept = allocated(available, ipc=ipc, keep_whole=keep, balance=balance)
    for pictures, images, whole in zip(available, learnt, kept, strict=True):
        assert (images > 0) + (whole > 0) == (pictures > 0)
        assert images <= pictures
        assert whole in (0, pictures)
