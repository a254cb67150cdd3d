"""Images of each class: totals, limits, and nobody left out."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.allocation import images_by_class, packing_for
from engine.data.recipe import CondenseRecipe

CLASSES = st.lists(st.integers(1, 5000), min_size=1, max_size=40)


def shared(ipc, available, balance="proportional"):
    return images_by_class(CondenseRecipe(ipc=ipc, balance=balance), available).tolist()


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
