"""Scans made straight, cut and even, on drawn sheets."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from importers.straighten import crop_margins, deskew, flatten, skew


def sheet() -> np.ndarray:
    """A frame with a title block and a few dimensioned parts."""
    page = np.full((500, 700), 240, np.uint8)
    cv2.rectangle(page, (60, 60), (640, 440), 20, 2)
    cv2.rectangle(page, (420, 360), (640, 440), 20, 1)
    for x in (120, 220, 320):
        cv2.rectangle(page, (x, 140), (x + 60, 260), 20, 2)
        cv2.line(page, (x - 10, 300), (x + 70, 300), 20, 1)
    cv2.putText(page, "SHIZUKU 12.5", (430, 410), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 20, 2)
    return page


def turned(page: np.ndarray, angle: float) -> np.ndarray:
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return np.asarray(cv2.warpAffine(page, turn, (width, height), borderValue=240))


@pytest.mark.parametrize("angle", [-14.5, -6.2, -0.5, 0.0, 0.4, 3.3, 11.0])
def test_skew_is_found_to_a_fifth_of_a_degree(angle):
    assert skew(turned(sheet(), angle)) == pytest.approx(angle, abs=0.2)


@pytest.mark.parametrize("angle", [-9.0, 2.5, 13.0])
def test_a_tilted_sheet_comes_out_straight(angle):
    straight = deskew(turned(sheet(), angle))
    assert abs(skew(straight)) <= 0.2
    inner = np.s_[80:420, 100:600]
    assert np.corrcoef(straight[inner].ravel(), sheet()[inner].ravel())[0, 1] > 0.5


def test_a_picture_without_direction_is_left_as_it_is():
    disc = np.full((200, 200), 250, np.uint8)
    cv2.circle(disc, (100, 100), 60, 30, 3)
    assert deskew(disc) is disc
    empty = np.full((50, 60), 255, np.uint8)
    assert deskew(empty) is empty


def test_margins_go_and_specks_do_not_hold_them():
    page = np.pad(sheet()[50:450, 50:650], 200, constant_values=240)
    page[10, 10] = 0
    cropped = crop_margins(page)
    rim = round(0.02 * max(page.shape))
    assert abs(cropped.shape[0] - (381 + 2 * rim)) <= 6
    assert abs(cropped.shape[1] - (581 + 2 * rim)) <= 6
    assert cropped.min() == 20


def test_an_empty_picture_keeps_its_margins():
    empty = np.full((40, 50, 3), 200, np.uint8)
    assert crop_margins(empty) is empty


def test_uneven_light_is_evened_out_and_ink_stays():
    page = sheet()
    light = np.linspace(0.5, 1.0, page.shape[1])[None]
    uneven = (page * light).astype(np.uint8)
    even = flatten(uneven)
    paper = page == 240
    assert even[paper].std() < 0.25 * uneven[paper].std()
    assert even[page == 20].mean() < 0.5 * even[paper].mean()


@settings(max_examples=50, deadline=None)
@given(
    arrays.arrays(
        np.uint8,
        st.one_of(
            st.tuples(st.integers(1, 40), st.integers(1, 40)),
            st.tuples(st.integers(1, 40), st.integers(1, 40), st.just(3)),
        ),
    )
)
def test_any_picture_comes_through(pixels):
    for step in (deskew, crop_margins, flatten):
        made = step(pixels)
        assert made.dtype == np.uint8
        assert made.ndim == pixels.ndim
        assert made.size > 0
