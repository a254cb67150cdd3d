"""A pair of pictures: their difference, their tones, and where a packed sample is stored."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import CondensedSet
from engine.inspection.appearance import measures_for
from engine.inspection.difference import difference, tone_shares
from engine.inspection.stored_place import stored_place
from engine.synthesis.packing import decode
from engine.synthesis.stored import Stored


def test_a_difference_is_signed_and_has_a_scale():
    first, second = (np.full((4, 6, 1), 100, np.uint8) for _ in range(2))
    first[0, 0], second[1, 2] = 140, 110
    found = difference(first, second)
    assert found.levels.shape == (4, 6)
    assert found.levels[0, 0] == 40
    assert found.levels[1, 2] == -10
    assert (found.largest, found.scale) == (40, 64)
    assert found.mean == pytest.approx(50 / 24)


def test_equal_pictures_do_not_differ():
    picture = np.full((4, 4, 3), 7, np.uint8)
    found = difference(picture, picture)
    assert (found.largest, found.mean, found.scale) == (0, 0, 16)


def test_black_and_white_are_255_apart():
    white = np.full((2, 2, 1), 255, np.uint8)
    found = difference(np.zeros_like(white), white)
    assert (found.levels == -255).all()
    assert (found.largest, found.scale) == (255, 255)


def test_colours_differ_by_their_luminance():
    grey, green = np.zeros((2, 2, 3), np.uint8), np.zeros((2, 2, 3), np.uint8)
    green[..., 1] = 100
    assert difference(green, grey).levels == pytest.approx(58.7, abs=0.1)


def test_pictures_of_different_sizes_are_refused():
    with pytest.raises(ValueError, match="sizes differ"):
        difference(np.zeros((4, 4, 1), np.uint8), np.zeros((4, 5, 1), np.uint8))


def test_tones_of_grey_and_of_colour():
    picture = np.zeros((2, 2, 1), np.uint8)
    picture[0, 0] = 255
    (grey,) = tone_shares(picture, bins=4)
    assert grey.tolist() == [0.75, 0, 0, 0.25]
    red = np.zeros((2, 2, 3), np.uint8)
    red[..., 0] = 255
    shares = tone_shares(red, bins=4)
    assert [int(one.argmax()) for one in shares] == [1, 3, 0, 0]
    assert [one.sum() for one in shares] == pytest.approx([1, 1, 1, 1])


def test_grey_pictures_have_no_measures_of_colour():
    grey, colour = ({one.key for one in measures_for("photo", channels)} for channels in (1, 3))
    assert colour - grey == {"cast_a", "cast_b", "saturation"}
    assert measures_for("drawing", 1) == measures_for("drawing", 3)


def packed_set(*, kept: int = 0, factor: int = 2) -> CondensedSet:
    """Class 0 learnt, class 1 kept whole if ``kept``, class 2 learnt; every sample differs."""
    random = np.random.default_rng(1)
    learnt = random.integers(0, 256, (4, 16, 16, 1), np.uint8)
    whole = random.integers(0, 256, (kept, 16, 16, 1), np.uint8)
    stored = Stored.of(
        learnt, np.array([0, 0, 2, 2]), whole, np.ones(kept, np.int64), factor=factor
    )
    return CondensedSet(
        images=stored.decoded(),
        labels=stored.labels.repeat(stored.copies),
        class_names=["a", "b", "c"],
        mean=np.zeros(1, np.float32),
        std=np.ones(1, np.float32),
        images_per_class=2,
        packed=stored.images if factor > 1 else None,
        packing=factor,
        real=stored.real.repeat(stored.copies),
    )


@pytest.mark.parametrize("kept", [0, 3])
@pytest.mark.parametrize("factor", [2, 4])
def test_the_cell_of_a_stored_image_is_the_sample(kept, factor):
    condensed = packed_set(kept=kept, factor=factor)
    places = [stored_place(condensed, sample) for sample in range(len(condensed.images))]
    assert [place is None for place in places] == condensed.kept.tolist()
    for sample, place in enumerate(places):
        if place is not None:
            cell = place.row * factor + place.column
            assert (decode(place.image[None], factor)[cell] == condensed.images[sample]).all()
            left, top, width, height = place.cell
            assert (width, height) == (16 / factor, 16 / factor)
            assert (left, top) == (place.column * width, place.row * height)
            assert place.samples == factor**2
    assert len({place.number for place in places if place is not None}) == 4


def test_unpacked_samples_are_stored_whole():
    assert stored_place(packed_set(factor=1), 0) is None
