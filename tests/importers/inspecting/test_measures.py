"""Measures say what they claim, in their units."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from importers.inspecting.measures import FIELDS, Measures, measure


def page(side: int = 64, lines: int = 6) -> np.ndarray:
    """Lines on white paper."""
    rng = np.random.default_rng(0)
    drawn = np.full((side, side), 240, np.uint8)
    for _ in range(lines):
        one, other = rng.integers(0, side, (2, 2)).tolist()
        cv2.line(drawn, one, other, 20, 1 + side // 64, cv2.LINE_AA)
    return drawn


@given(
    arrays(np.uint8, st.tuples(st.integers(2, 90), st.integers(2, 90))),
    st.integers(1, 40_000),
    st.integers(1, 40_000),
)
def test_any_picture_gives_finite_numbers_in_range(grey, width, height):
    found = measure(grey, width=width, height=height)
    assert np.isfinite(found.to_row()).all()
    assert (found.width, found.height) == (width, height)
    for level in (found.brightness, found.contrast, found.paper):
        assert 0 <= level <= 255
    for share in (found.ink, found.paper_share):
        assert 0 <= share <= 1
    assert 0 <= found.deviation <= 127.6
    assert 0 <= found.noise < 64
    assert found.sharpness >= 0


def test_a_row_keeps_them():
    found = measure(page(), width=2480, height=3508)
    row = found.to_row()
    assert row.dtype == np.float32
    assert row.shape == (len(FIELDS),) == (len(Measures._fields),)
    assert Measures.from_row(row) == pytest.approx(found, rel=1e-6)


@pytest.mark.parametrize("sigma", [2.0, 6.0, 15.0])
@pytest.mark.parametrize("side", [64, 300])
def test_noise_is_that_which_was_added(sigma, side):
    grain = np.random.default_rng(1).normal(0, sigma, (side, side))
    drawn = np.clip(page(side, lines=2) * 0.5 + 60 + grain, 0, 255)
    found = measure(np.rint(drawn).astype(np.uint8), width=side, height=side)
    assert found.noise == pytest.approx(sigma, rel=0.15)


def test_a_clean_drawing_has_no_noise():
    assert measure(page(), width=64, height=64).noise == 0


def test_noise_is_looked_for_on_the_page_where_there_is_one():
    grain = np.random.default_rng(1).normal(0, 8, (512, 512))
    scanned = np.clip(180 + grain, 0, 255).astype(np.uint8)
    small = cv2.resize(scanned, (64, 64), interpolation=cv2.INTER_AREA)
    assert measure(small, width=512, height=512).noise < 2
    assert measure(small, width=512, height=512, page=scanned).noise == pytest.approx(8, rel=0.15)


def test_blur_lowers_sharpness_and_contrast_does_not():
    drawn = page()
    sharp = measure(drawn, width=64, height=64).sharpness
    faint = np.rint(128 + (drawn - 128.0) * 0.5).astype(np.uint8)
    assert measure(faint, width=64, height=64).sharpness == pytest.approx(sharp, rel=0.02)
    values = [
        measure(cv2.GaussianBlur(drawn, (0, 0), sigma), width=64, height=64).sharpness
        for sigma in (0.7, 1.5, 3.0)
    ]
    assert sharp > values[0] > values[1] > values[2]
    assert values[2] < 0.5 * sharp


def test_paper_and_ink_of_a_drawing():
    drawn = np.full((64, 64), 235, np.uint8)
    drawn[:, :16] = 30
    found = measure(drawn, width=64, height=64)
    assert found.paper == 235
    assert found.ink == pytest.approx(0.25)
    assert found.paper_share == pytest.approx(0.75)
    assert found.brightness == pytest.approx(drawn.mean(), abs=0.01)


def test_an_even_picture_has_neither_ink_nor_edges():
    found = measure(np.full((100, 50), 77, np.uint8), width=50, height=100)
    assert (found.ink, found.sharpness, found.noise, found.contrast) == (0, 0, 0, 0)
    assert found.paper == 77
