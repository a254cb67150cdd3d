"""Copies are found whatever was done to them; different pictures are not taken for copies."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import cv2
import numpy as np
import pytest

from engine.runtime import StopMode, Stopped, StopSource
from importers.inspecting.hashes import picture_hash
from importers.inspecting.near import NearPair, near_pairs
from tests.importers.inspecting.pages import (
    TOKEN,
    Grey,
    Shelf,
    half,
    jpeg,
    lit,
    noisy,
    prepared,
    shifted,
)

CHANGES: dict[str, Callable[[Grey], Grey]] = {
    "re-saved": jpeg,
    "half the size": half,
    "brighter": lambda page: lit(page, 1.1),
    "darker": lambda page: lit(page, 0.9),
    "noise": lambda page: noisy(page, 3.0),
}


def pairs_of(small: Sequence[Grey]) -> list[NearPair]:
    stack = np.array(small)
    hashes = np.array([picture_hash(one) for one in stack], np.uint64)
    return near_pairs(hashes, lambda rows: stack[list(rows)], token=TOKEN)


def share_found(originals: Sequence[Grey], copies: Sequence[Grey]) -> float:
    count = len(originals)
    found = pairs_of([*originals, *copies])
    return sum(other == one + count for one, other, _ in found) / count


def sharing(shelf: Shelf, change: Callable[[Grey], Grey]) -> float:
    pages = shelf.only(10).pages
    return share_found([prepared(page) for page in pages], [prepared(change(p)) for p in pages])


@pytest.mark.parametrize("change", CHANGES)
def test_copies_of_photographs_are_found(steel: Shelf, strips: Shelf, change: str):
    assert sharing(steel, CHANGES[change]) >= 0.93
    assert sharing(strips, CHANGES[change]) >= 0.93


@pytest.mark.parametrize("change", CHANGES)
def test_copies_of_drawings_are_found(symbols: Shelf, boards: Shelf, change: str):
    # Halving a small drawing loses lines that no comparison can bring back.
    if change != "half the size":
        assert sharing(symbols, CHANGES[change]) >= 0.95
    assert sharing(boards, CHANGES[change]) >= 0.95


def test_copies_shifted_by_two_px_are_found(
    steel: Shelf, strips: Shelf, symbols: Shelf, boards: Shelf
):
    for shelf in (steel, strips, symbols, boards):
        small = [prepared(page) for page in shelf.only(10).pages]
        assert share_found(small, [shifted(one) for one in small]) >= 0.95


def test_different_real_pictures_are_no_copies(steel: Shelf, strips: Shelf, boards: Shelf):
    for shelf in (steel, strips):
        assert len(pairs_of([prepared(page) for page in shelf.pages])) <= 0.01 * len(shelf.pages)
    structured = [page for page in boards.pages if page.std() > 5]
    assert len(pairs_of([prepared(page) for page in structured])) <= 0.05 * len(structured)


def test_hardly_any_symbol_is_nearly_one_of_another_class(symbols: Shelf):
    found = pairs_of([prepared(page) for page in symbols.pages])
    across = [pair for pair in found if symbols.labels[pair[0]] != symbols.labels[pair[1]]]
    assert len(across) <= 3


def test_a_missing_line_makes_another_drawing():
    whole = np.full((64, 64), 245, np.uint8)
    for at in (12, 26, 40):
        cv2.line(whole, (at, 8), (at, 56), 20, 2)
    partly = whole.copy()
    partly[:, 38:43] = 245
    moved = whole.copy()
    moved[8:20, 44:56] = 20
    assert pairs_of([whole, partly]) == []
    assert pairs_of([whole, moved]) == []
    assert len(pairs_of([whole, whole])) == 1


def test_blank_pages_are_linked_by_a_representative_in_little_time(scenes: Shelf):
    blank = [np.full((32, 32), 250 - at % 2, np.uint8) for at in range(3000)]
    begun = time.process_time()
    found = pairs_of([*blank, *(prepared(page, 32) for page in scenes.pages)])
    assert time.process_time() - begun < 10
    assert {other for _, other, _ in found} == set(range(1, 3000))
    assert len(found) < 4000


def test_a_black_page_is_not_nearly_a_white_one():
    assert pairs_of([np.zeros((32, 32), np.uint8), np.full((32, 32), 255, np.uint8)]) == []


def test_no_order_of_the_pictures_matters(scenes: Shelf):
    small = [prepared(page) for page in scenes.pages[:20]]
    both = small + [lit(one, 0.95) for one in small]
    order = np.random.default_rng(2).permutation(len(both))
    mixed = pairs_of([both[at] for at in order])
    back = {tuple(sorted((int(order[one]), int(order[other])))) for one, other, _ in mixed}
    assert back == {(one, other) for one, other, _ in pairs_of(both)}
    assert len(back) == 20


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_for_a_pair(count):
    assert pairs_of([np.zeros((32, 32), np.uint8)] * count) == []


def test_a_search_can_be_stopped(scenes: Shelf):
    stop = StopSource()
    small = np.array([prepared(page, 32) for page in scenes.pages])
    hashes = np.array([picture_hash(one) for one in small], np.uint64)

    def fetch(rows: Sequence[int]) -> Grey:
        stop.stop(StopMode.DISCARD)
        return small[list(rows)]

    with pytest.raises(Stopped):
        near_pairs(hashes, fetch, token=stop.token)


def test_it_is_told_how_far_the_search_is(scenes: Shelf):
    small = np.array([prepared(page, 32) for page in scenes.pages] * 3)
    hashes = np.array([picture_hash(one) for one in small], np.uint64)
    said: list[tuple[int, int]] = []
    near_pairs(
        hashes,
        lambda rows: small[list(rows)],
        token=TOKEN,
        told=lambda done, total: said.append((done, total)),
    )
    assert said[-1][0] == said[-1][1] >= 3 * len(scenes.pages)
