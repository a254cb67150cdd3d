"""Drawings drawn again look as they were asked to, and show what they showed."""

from __future__ import annotations

import dataclasses

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from engine.inspection.appearance import MEASURES, measure_appearance
from engine.restyling.drawings import restyle_drawing
from engine.restyling.wishes import AsReference, Restyler, VariedMore
from importers.samples import SYMBOLS
from importers.samples.drawing import draw
from importers.samples.factors import draw_factors


def sheets(count: int, *, noise: float, weight: float, paper: float = 220.0, seed: int = 0):
    """Sample drawings of one scanner, uint8 ``(count, 64, 64, 1)``."""
    made = []
    for number in range(count):
        random = np.random.default_rng([seed, number])
        factors = dataclasses.replace(
            draw_factors(random, 64),
            symbol_radius_px=26.0,
            noise_sigma_grey=noise,
            line_weight_px=weight,
            paper_tone_grey=paper,
            ink_tone_grey=paper - 120.0,
            blueprint=0,
            shading_grey=3.0,
            stain_count=0,
            speck_count=0,
            toner_loss_percent=0.0,
        )
        made.append(draw(list(SYMBOLS)[number % len(SYMBOLS)], factors, random, size=64)[0])
    return np.stack(made)[..., None]


def measured(images):
    return measure_appearance(images, "drawing")


def restyled(images, wish, seed: int = 0):
    restyler = Restyler("drawing", wish, seed)
    return np.stack([restyler(image, place) for place, image in enumerate(images)])


NOISY, CLEAN = {"noise": 15.0, "weight": 3.0, "paper": 190.0}, {"noise": 3.0, "weight": 1.6}


@pytest.mark.parametrize(("here", "there"), [(NOISY, CLEAN), (CLEAN, NOISY)])
def test_drawings_look_as_those_of_the_reference(here, there):
    mine, reference = sheets(36, **here), sheets(36, **there, seed=9)
    looks = measured(restyled(mine, AsReference(measured(mine), measured(reference))))
    aim = measured(reference)
    for key in ("noise", "line_weight", "contrast"):
        assert np.nanmedian(looks[key]) == pytest.approx(np.nanmedian(aim[key]), rel=0.2)
    assert np.nanmedian(looks["paper_tone"]) == pytest.approx(
        np.nanmedian(aim["paper_tone"]), abs=4
    )


def test_they_show_what_they_showed():
    """Each drawing made clean is more like its own clean original than like any other's."""
    noisy, clean = sheets(24, **NOISY), sheets(24, **{**CLEAN, "paper": 220.0})
    made = restyled(noisy, AsReference(measured(noisy), measured(clean)))

    def ink(images):
        smooth = [cv2.GaussianBlur(255.0 - one[..., 0], (0, 0), 1.5) for one in images]
        flat = np.stack(smooth).reshape(len(images), -1)
        flat -= flat.mean(1, keepdims=True)
        return flat / np.linalg.norm(flat, axis=1, keepdims=True)

    alike = ink(made) @ ink(clean).T
    assert (alike.argmax(1) == np.arange(24)).mean() > 0.95


def test_varied_more_spreads_what_one_scanner_gives():
    mine = sheets(48, **NOISY)
    own = measured(mine)
    looks = measured(restyled(mine, VariedMore(own, 2.0)))
    for key in ("noise", "line_weight", "paper_tone"):
        assert np.nanstd(looks[key]) > 1.6 * np.nanstd(own[key])
        assert np.nanmedian(looks[key]) == pytest.approx(np.nanmedian(own[key]), rel=0.2)


def test_a_factor_of_one_changes_nothing_that_is_asked():
    own = measured(sheets(12, **NOISY))
    one = {key: float(values[0]) for key, values in own.items()}
    assert VariedMore(own, 1.0)(one, np.random.default_rng(0)) == pytest.approx(one, nan_ok=True)


def test_the_order_among_the_real_ones_is_kept():
    own = {"noise": np.array([1.0, 2.0, 3.0, 4.0, np.nan])}
    reference = {"noise": np.array([10.0, 20.0, 30.0, 40.0])}
    wish, random = AsReference(own, reference), np.random.default_rng(0)
    found = [wish({"noise": value}, random)["noise"] for value in (1.0, 2.0, 3.0, 4.0)]
    assert found == sorted(found)
    assert found[0] >= 10.0
    assert found[-1] <= 40.0
    assert np.isnan(wish({"noise": np.nan}, random)["noise"])


def test_the_same_for_a_seed():
    mine = sheets(4, **NOISY)
    wish = VariedMore(measured(mine), 2.0)
    assert (restyled(mine, wish) == restyled(mine, wish)).all()
    assert (restyled(mine, wish) != restyled(mine, wish, seed=1)).any()


def test_blank_paper_stays_as_it_is():
    blank = np.full((32, 32, 1), 200, np.uint8)
    keys = [measure.key for measure in MEASURES["drawing"]]
    found = {key: float(values[0]) for key, values in measured(blank[None]).items()}
    made = restyle_drawing(blank, found, dict.fromkeys(keys, 3.0), np.random.default_rng(0))
    assert (made == blank).all()


@settings(max_examples=60, deadline=None)
@given(
    image=hnp.arrays(
        np.uint8,
        st.tuples(st.sampled_from([16, 23]), st.sampled_from([16, 31]), st.sampled_from([1, 3])),
        fill=st.sampled_from([0, 255, 128]),
    ),
    wanted=st.dictionaries(
        st.sampled_from([measure.key for measure in MEASURES["drawing"]]),
        st.floats(0, 300) | st.just(float("nan")),
    ),
    kind=st.sampled_from(["drawing", "photo"]),
)
def test_no_picture_and_no_wish_is_too_odd(image, wanted, kind):
    restyler = Restyler(kind, lambda found, random: {**found, **wanted}, 0)
    made = restyler(image, 0)
    assert made.shape == image.shape
    assert made.dtype == np.uint8
