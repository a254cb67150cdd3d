"""Hashes stay close for the same picture, and can be looked up without comparing all."""

from __future__ import annotations

import time

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.runtime import StopMode, Stopped, StopSource
from importers.inspecting.candidates import close_hashes, closest
from importers.inspecting.hashes import picture_hash, shifted_hashes
from tests.importers.inspecting.pages import TOKEN, Shelf, lit, prepared


def bits(one: int, other: int) -> int:
    return (one ^ other).bit_count()


def test_the_same_picture_at_other_sizes_and_lights(scenes: Shelf):
    for page in scenes.pages:
        own = picture_hash(prepared(page))
        assert bits(own, picture_hash(prepared(page, 128))) <= 4
        assert bits(own, picture_hash(prepared(lit(page, 0.9)))) <= 4


def test_different_pictures_differ(scenes: Shelf):
    hashes = [picture_hash(prepared(page)) for page in scenes.pages]
    apart = [bits(one, other) for at, one in enumerate(hashes) for other in hashes[:at]]
    assert min(apart) > 8
    assert 26 < np.mean(apart) < 38


@pytest.mark.parametrize("level", [0, 128, 255])
def test_an_even_picture_has_no_hash(level):
    assert picture_hash(np.full((64, 64), level, np.uint8)) == 0


def test_shifted_hashes_are_those_of_the_shifted_picture(scenes: Shelf):
    thumbnails = np.array([cv2.resize(page, (32, 32)) for page in scenes.pages])
    found = shifted_hashes(thumbnails)
    for row, one in enumerate(thumbnails):
        padded = np.pad(one, 1, mode="edge")
        for at, (down, right) in enumerate(((1, 0), (0, 1), (1, 1), (1, -1))):
            moved = padded[1 + down : 33 + down, 1 + right : 33 + right]
            assert bits(int(found[at, row]), picture_hash(moved)) <= 2


@given(
    st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=30, unique=True),
    st.lists(st.integers(0, 63), max_size=7),
)
def test_everything_within_seven_bits_is_found(values, turned):
    query = values[0]
    for bit in turned:
        query ^= 1 << bit
    hashes = np.array(values, np.uint64)
    found = close_hashes(hashes, np.array([query], np.uint64), token=TOKEN)
    near = {at for at, value in enumerate(values) if bits(value, query) <= 7}
    assert near <= set(found[:, 1].tolist())
    for _, at, apart in found.tolist():
        assert apart == bits(values[at], query) <= 8


def test_a_pair_is_named_once_with_its_fewest_bits():
    found = closest(np.array([[3, 1, 5], [1, 3, 2], [1, 1, 0], [2, 1, 4]], np.int64))
    assert found.tolist() == [[1, 2, 4], [1, 3, 2]]


def test_a_crowd_costs_no_quadratic_work():
    rng = np.random.default_rng(0)
    near_zero = np.zeros(10_000, np.uint64)
    for _ in range(3):
        near_zero ^= np.uint64(1) << rng.integers(0, 64, 10_000, dtype=np.uint64)
    hashes = np.unique(near_zero)
    begun = time.process_time()
    found = closest(close_hashes(hashes, hashes, token=TOKEN))
    assert time.process_time() - begun < 20
    assert len(found) <= 48 * len(hashes)
    assert len(np.unique(found[:, :2])) > 0.99 * len(hashes)


def test_a_search_can_be_stopped():
    stop = StopSource()
    stop.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        close_hashes(np.arange(9, dtype=np.uint64), np.arange(9, dtype=np.uint64), token=stop.token)
