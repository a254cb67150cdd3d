"""Appearance in plain units: what is measured is what the picture was made with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from engine.data.recipe import Kind
from engine.inspection.appearance import MEASURES, measure_appearance, recognise_kind
from importers.samples import SYMBOLS
from importers.samples.drawing import draw
from importers.samples.factors import Factors, draw_factors

Pictures = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]
_FINE = 8


def finished(tones: Floats, sigma: float = 0.0, seed: int = 0) -> Pictures:
    """Grey tones with noise as one picture, uint8 ``(1, H, W, 1)``."""
    noise = np.random.default_rng(seed).normal(0.0, sigma, tones.shape) if sigma else 0.0
    return np.clip(np.rint(tones + noise), 0, 255).astype(np.uint8)[None, ..., None]


def frame(
    width: float,
    *,
    size: int = 128,
    turn: float = 0.0,
    paper: float = 210.0,
    ink: float = 50.0,
    blur: float = 0.0,
) -> Floats:
    """The tones of a rectangle of lines ``width`` px wide, ``turn`` degrees counter-clockwise."""
    at = (np.arange(size * _FINE) + 0.5) / _FINE - size / 2
    x, y = np.meshgrid(at, at)
    angle = np.deg2rad(turn)
    along, down = x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)
    # The distance from the rectangle's outline; it is wider than high.
    outside = np.maximum(np.abs(along) - 0.34 * size, np.abs(down) - 0.22 * size)
    lines = (np.abs(outside) < width / 2).astype(np.float32)
    coverage = cv2.resize(lines, (size, size), interpolation=cv2.INTER_AREA)
    tones = paper + coverage * (ink - paper)
    if blur:
        tones = cv2.GaussianBlur(tones, (0, 0), blur)
    return np.asarray(tones, np.float64)


def drawing(tones: Floats, **noise: Any) -> dict[str, float]:
    found = measure_appearance(finished(tones, **noise), "drawing")
    return {key: float(values[0]) for key, values in found.items()}


def photo(picture: npt.NDArray[Any]) -> dict[str, float]:
    deep = np.clip(np.rint(picture), 0, 255).astype(np.uint8)
    deep = deep[None] if deep.ndim == 3 else deep[None, ..., None]
    return {key: float(value[0]) for key, value in measure_appearance(deep, "photo").items()}


def landscape(size: int = 96, seed: int = 0) -> Floats:
    """Something with soft shapes and a few edges, tones 60..190."""
    random = np.random.default_rng(seed)
    soft = cv2.resize(random.random((6, 6)), (size, size), interpolation=cv2.INTER_CUBIC)
    soft[size // 3 :, : size // 2] += 0.5
    return 60 + 130 * (soft - soft.min()) / np.ptp(soft)


def sample(label: str, seed: int, size: int = 128, **changes: float) -> tuple[Factors, Pictures]:
    random = np.random.default_rng(seed)
    factors = replace(draw_factors(random, size), **changes)
    return factors, draw(label, factors, random, size=size)[0][..., None]


# --- drawings ---------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1.5, 2.0, 3.0, 4.5, 6.0])
@pytest.mark.parametrize(("blur", "sigma"), [(0.0, 0.0), (0.5, 6.0)])
def test_line_weight_is_the_width_of_the_lines(width, blur, sigma):
    found = drawing(frame(width, turn=7.0, blur=blur), sigma=sigma)
    assert found["line_weight"] == pytest.approx(width, abs=0.25)
    assert found["line_weight_spread"] < 0.3


def test_line_weight_is_in_px_whatever_the_size_of_the_picture():
    for size in (64, 128, 200, 400):
        found = drawing(frame(3.0, size=size), sigma=4.0)
        assert found["line_weight"] == pytest.approx(3.0, abs=0.25), size


def test_blur_makes_lines_softer_not_wider():
    blurred = [drawing(frame(4.0, blur=blur), sigma=3.0) for blur in (0.5, 1.0, 1.5)]
    assert [one["softness"] for one in blurred] == pytest.approx([0.5, 1.0, 1.5], abs=0.15)
    assert [one["line_weight"] for one in blurred] == pytest.approx([4.0] * 3, abs=0.25)
    assert [one["contrast"] for one in blurred] == pytest.approx([160.0] * 3, rel=0.08)


def test_a_blueprint_is_measured_like_its_negative():
    tones = frame(3.0, turn=4.0, blur=0.5)
    black, blue = drawing(tones, sigma=5.0), drawing(255 - tones, sigma=5.0)
    for key in ("line_weight", "noise", "contrast", "softness", "unevenness"):
        assert blue[key] == pytest.approx(black[key], rel=0.1, abs=0.1), key
    assert blue["paper_tone"] == pytest.approx(255 - black["paper_tone"], abs=1.0)


def test_colour_drawings_are_measured_in_grey():
    picture = finished(frame(3.0), sigma=4.0)
    grey = measure_appearance(picture, "drawing")
    colour = measure_appearance(np.repeat(picture, 3, axis=3), "drawing")
    for key, values in grey.items():
        assert colour[key] == pytest.approx(values, abs=0.05, nan_ok=True), key


def test_text_filled_parts_and_thin_lines_do_not_pass_for_the_lines():
    tones = frame(4.0).astype(np.uint8)
    cv2.putText(tones, "M8", (48, 72), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 50.0, 2)
    cv2.circle(tones, (30, 110), 9, 50.0, -1)
    cv2.line(tones, (10, 8), (118, 8), 50.0, 1)
    assert drawing(tones, sigma=3.0)["line_weight"] == pytest.approx(4.0, abs=0.3)


@pytest.mark.parametrize("sigma", [0.0, 2.0, 6.0, 12.0])
def test_noise_is_found_under_ink_shading_and_stains(sigma):
    tones = frame(3.0) + np.linspace(-12, 12, 128)
    cv2.circle(tones, (100, 30), 20, 170.0, -1)
    assert drawing(tones, sigma=sigma)["noise"] == pytest.approx(sigma, abs=0.3 + 0.04 * sigma)


@pytest.mark.parametrize("paper", [252.0, 255.0])
def test_noise_is_found_where_white_cuts_it_off(paper):
    found = drawing(frame(3.0, paper=paper), sigma=10.0)
    assert found["noise"] == pytest.approx(10.0, abs=1.5)


def test_a_lighter_scan_changes_tones_and_nothing_else():
    dark, light = drawing(frame(3.0), sigma=3.0), drawing(frame(3.0) + 25, sigma=3.0)
    assert light["paper_tone"] - dark["paper_tone"] == pytest.approx(25.0, abs=0.5)
    for key in ("line_weight", "noise", "contrast", "unevenness", "softness", "skew"):
        assert light[key] == pytest.approx(dark[key], abs=0.2), key


def test_contrast_is_ink_against_paper():
    found = [drawing(frame(3.5, ink=ink), sigma=3.0)["contrast"] for ink in (150.0, 100.0, 30.0)]
    assert found == pytest.approx([60.0, 110.0, 180.0], rel=0.06)


def test_unevenness_is_the_range_of_the_paper():
    shaded = frame(3.0) + np.linspace(-20, 20, 128)
    assert drawing(frame(3.0), sigma=3.0)["unevenness"] < 2
    assert drawing(shaded, sigma=3.0)["unevenness"] == pytest.approx(0.9 * 40, rel=0.15)


def test_specks_are_counted_beside_noise_and_ink():
    tones = frame(3.0)
    random = np.random.default_rng(3)
    places = [(x, y) for x in (8, 36, 64, 92, 120) for y in (8, 64, 120)]
    for x, y in places:
        tones[y, x] -= random.uniform(60, 120)
    per_speck = 1e6 / tones.size
    assert drawing(tones, sigma=5.0)["specks"] == pytest.approx(len(places) * per_speck)
    assert drawing(frame(3.0), sigma=5.0)["specks"] == 0


@pytest.mark.parametrize("turn", [-12.0, 0.0, 3.0, 20.0])
def test_skew_is_the_turn_of_the_lines(turn):
    assert drawing(frame(3.0, turn=turn), sigma=4.0)["skew"] == pytest.approx(turn, abs=0.5)


def test_a_round_part_has_no_skew():
    tones = np.full((128, 128), 210.0)
    cv2.circle(tones, (64, 64), 45, 50.0, 3, cv2.LINE_AA)
    cv2.circle(tones, (64, 64), 22, 50.0, 3, cv2.LINE_AA)
    found = drawing(tones, sigma=3.0)
    assert np.isnan(found["skew"])
    assert np.isfinite(found["line_weight"])


def test_true_factors_of_sample_drawings_are_found():
    made = [
        sample(label, seed=100 * at + number)
        for at, label in enumerate(SYMBOLS)
        for number in range(6)
    ]
    found = measure_appearance(np.stack([picture for _, picture in made]), "drawing")
    for key, name, most in (
        ("line_weight", "line_weight_px", 0.3),
        ("noise", "noise_sigma_grey", 0.5),
        ("paper_tone", "paper_tone_grey", 3.0),
        ("softness", "blur_sigma_px", 0.2),
    ):
        truth = np.array([vars(factors)[name] for factors, _ in made])
        assert np.corrcoef(found[key], truth)[0, 1] > 0.9, key
        assert np.abs(found[key] - truth).mean() < most, key


def test_another_symbol_of_the_same_style_measures_the_same():
    def of_symbols(weight: float) -> Floats:
        changes = {"line_weight_px": weight, "clutter_count": 0, "symbol_radius_px": 50.0}
        pictures = [
            sample(label, 5, blur_sigma_px=0.6, noise_sigma_grey=5.0, blueprint=0, **changes)[1]
            for label in SYMBOLS
        ]
        return measure_appearance(np.stack(pictures), "drawing")["line_weight"]

    thin, thick = of_symbols(2.0), of_symbols(5.0)
    effect = thick.mean() - thin.mean()
    assert effect == pytest.approx(3.0, rel=0.15)
    assert max(thin.std(), thick.std()) < 0.2 * effect


def test_blank_paper_has_noise_and_tone_but_no_strokes():
    found = drawing(np.full((64, 64), 200.0), sigma=5.0)
    assert found["noise"] == pytest.approx(5.0, abs=0.4)
    assert found["paper_tone"] == pytest.approx(200, abs=1)
    for key in ("line_weight", "line_weight_spread", "contrast", "softness", "skew"):
        assert np.isnan(found[key]), key


# --- photos -----------------------------------------------------------------------------------


def test_a_brighter_photo_is_brighter_and_nothing_else():
    dark, light = photo(landscape()), photo(landscape() + 30)
    assert light["brightness"] - dark["brightness"] == pytest.approx(30, abs=0.2)
    for key in ("contrast", "sharpness", "gradient", "texture_coarse", "saturation"):
        assert light[key] == pytest.approx(dark[key], abs=0.3), key


@pytest.mark.parametrize("sigma", [0.0, 3.0, 10.0])
def test_noise_of_a_photo(sigma):
    noise = np.random.default_rng(1).normal(0, sigma, (96, 96)) if sigma else 0
    assert photo(landscape() + noise)["noise"] == pytest.approx(sigma, abs=0.5 + 0.05 * sigma)


def test_blur_takes_sharpness_and_noise_does_not_add_any():
    plain = landscape()
    sharp, soft = photo(plain), photo(cv2.GaussianBlur(plain, (0, 0), 2.0))
    noisy = photo(plain + np.random.default_rng(2).normal(0, 8, plain.shape))
    assert soft["sharpness"] < 0.7 * sharp["sharpness"]
    assert noisy["sharpness"] == pytest.approx(sharp["sharpness"], rel=0.2)


def test_gradient_is_the_lighting_from_side_to_side():
    lit = np.tile(np.linspace(80, 140, 96), (64, 1))
    assert photo(lit)["gradient"] == pytest.approx(60, abs=1)
    assert photo(np.full((64, 96), 110.0))["gradient"] < 1e-6


@pytest.mark.parametrize(
    ("wavelength", "band"), [(3, "texture_fine"), (10, "texture_medium"), (30, "texture_coarse")]
)
def test_texture_is_found_at_its_scale(wavelength, band):
    waves = 128 + 20 * np.sin(2 * np.pi * np.arange(120) / wavelength)
    found = photo(np.tile(waves, (120, 1)))
    bands = {key: value for key, value in found.items() if key.startswith("texture")}
    assert max(bands, key=lambda key: bands[key]) == band
    assert bands[band] > 0.5 * 20 / np.sqrt(2)


def test_colour_is_a_cast_and_a_saturation():
    grey = np.repeat(landscape()[..., None], 3, axis=2)
    plain, warm = photo(grey), photo(grey + np.array([30.0, 0.0, -30.0]))
    assert plain["saturation"] == pytest.approx(0, abs=0.01)
    assert plain["cast_a"] == pytest.approx(0, abs=0.1)
    assert warm["cast_a"] > 5
    assert warm["cast_b"] > 10
    assert warm["saturation"] > 15


# --- kinds ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [32, 64, 128])
def test_sample_drawings_are_recognised_as_drawings(size):
    pictures = np.stack([sample(label, seed, size)[1] for seed, label in enumerate(SYMBOLS)])
    assert recognise_kind(pictures) == "drawing"
    assert recognise_kind(np.repeat(pictures, 3, axis=3)) == "drawing"


def test_soft_and_noisy_pictures_are_photos():
    random = np.random.default_rng(0)
    soft = np.stack([landscape(64, seed) for seed in range(9)])[..., None]
    assert recognise_kind(soft.astype(np.uint8)) == "photo"
    assert recognise_kind(random.integers(0, 256, (9, 32, 32, 3)).astype(np.uint8)) == "photo"


def test_most_pictures_decide_and_blank_ones_have_no_say():
    drawn = [sample(label, seed, 64)[1] for seed, label in enumerate(SYMBOLS)]
    blank = [np.full((64, 64, 1), 255, np.uint8)] * 30
    soft = [landscape(64, seed)[..., None].astype(np.uint8) for seed in range(4)]
    assert recognise_kind(np.stack(drawn + blank + soft)) == "drawing"
    assert recognise_kind(np.stack(blank)) == "photo"
    assert recognise_kind(np.empty((0, 64, 64, 1), np.uint8)) == "photo"


# --- whatever comes -----------------------------------------------------------------------------

SIDES = st.integers(16, 40)
SHAPES = st.tuples(st.integers(1, 2), SIDES, SIDES, st.sampled_from([1, 3]))
ANYTHING = arrays(np.uint8, SHAPES, elements=st.integers(0, 255), fill=st.integers(0, 255))


def require_sensible(pictures: Pictures) -> None:
    for kind in get_args(Kind):
        found = measure_appearance(pictures, kind)
        assert list(found) == [measure.key for measure in MEASURES[kind]]
        for key, values in found.items():
            assert values.shape == (len(pictures),)
            assert values.dtype == np.float64
            known = values[np.isfinite(values)]
            assert not np.isinf(values).any(), key
            least = {"skew": -45, "cast_a": -130, "cast_b": -130}.get(key, 0)
            most = {"specks": 1e6, "gradient": 600}.get(key, 256)
            assert ((known >= least) & (known <= most)).all(), (key, known)
    assert recognise_kind(pictures) in get_args(Kind)


@settings(max_examples=80)
@given(ANYTHING)
def test_any_picture_is_measured(pictures):
    require_sensible(pictures)


@settings(max_examples=40)
@given(
    st.integers(0, 2**32 - 1),
    SHAPES,
    st.sampled_from([0, 1, 20, 128, 254, 255]),
    st.sampled_from([1.0, 20.0, 120.0]),
    st.sampled_from([0.0, 1.0, 4.0]),
)
def test_blotches_and_noise_are_measured(seed, shape, level, sigma, blur):
    random = np.random.default_rng(seed)
    tones = random.normal(0, sigma, shape)
    if blur:
        tones = np.stack([cv2.GaussianBlur(one, (0, 0), blur).reshape(shape[1:]) for one in tones])
    require_sensible(np.clip(level + tones, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("level", [0, 7, 255])
@pytest.mark.parametrize("shape", [(16, 16, 1), (16, 90, 3), (300, 17, 1)])
def test_pictures_of_one_tone(level, shape):
    pictures = np.full((2, *shape), level, np.uint8)
    require_sensible(pictures)
    assert (measure_appearance(pictures, "drawing")["noise"] == 0).all()
    pictures[:, 8] = 255 - level
    require_sensible(pictures)


def test_no_pictures_have_no_measures():
    found = measure_appearance(np.empty((0, 32, 32, 3), np.uint8), "photo")
    assert {len(values) for values in found.values()} == {0}


@pytest.mark.parametrize(
    "pictures",
    [
        np.zeros((2, 32, 32), np.uint8),
        np.zeros((2, 32, 32, 4), np.uint8),
        np.zeros((2, 15, 32, 1), np.uint8),
        np.zeros((2, 32, 32, 1), np.float32),
    ],
)
def test_other_arrays_are_refused(pictures):
    with pytest.raises(ValueError, match=r"px|uint8"):
        measure_appearance(pictures, "drawing")
    with pytest.raises(ValueError, match=r"px|uint8"):
        recognise_kind(pictures)
