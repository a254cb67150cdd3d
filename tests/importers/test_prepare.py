"""Preparation: geometry, padding, aliasing, grey."""

from __future__ import annotations

import numpy as np
import pytest

from importers.options import ImportOptions
from importers.prepare import looks_grey, prepare
from importers.straighten import border_colour


def test_letterbox_keeps_the_shape_and_pads_with_the_border():
    picture = np.full((40, 80), 210, np.uint8)
    picture[10:30, 20:60] = 0
    out = prepare(picture, ImportOptions(size=32, fit="letterbox"), grey=True)
    assert out.shape == (32, 32, 1)
    assert (out[:8] == 210).all()
    assert (out[-8:] == 210).all()
    dark = np.argwhere(out[..., 0] < 20)
    assert np.ptp(dark[:, 1]) == pytest.approx(2 * np.ptp(dark[:, 0]), abs=2)


def test_crop_keeps_the_middle_and_stretch_keeps_all():
    picture = np.zeros((40, 80, 3), np.uint8)
    picture[:, 20:60] = 255
    assert prepare(picture, ImportOptions(size=16, fit="crop"), grey=False).min() == 255
    stretched = prepare(picture, ImportOptions(size=16, fit="stretch"), grey=False)
    assert stretched.mean() == pytest.approx(127.5, abs=1)


@pytest.mark.parametrize("shape", [(512, 512), (512, 20), (20, 512)])
@pytest.mark.parametrize("fit", ["letterbox", "stretch", "crop"])
def test_fine_stripes_become_grey_and_not_moire(shape: tuple[int, int], fit: str):
    stripes = np.zeros(shape, np.uint8)
    axis = int(np.argmax(shape))
    stripes[
        (slice(None, None, 2), slice(None)) if axis == 0 else (slice(None), slice(None, None, 2))
    ] = 255
    if fit == "crop" and shape[0] != shape[1]:
        return
    out = prepare(stripes, ImportOptions(size=64, fit=fit), grey=True)
    inner = out[20:44, 30:34] if shape[1] < shape[0] else out[30:34, 20:44]
    assert np.abs(inner.astype(int) - 127).max() < 10


@pytest.mark.parametrize("shape", [(1, 1), (1, 3000), (3000, 1), (2, 3, 3)])
@pytest.mark.parametrize("fit", ["letterbox", "stretch", "crop"])
def test_tiny_and_extreme_shapes(shape: tuple[int, ...], fit: str):
    out = prepare(np.full(shape, 77, np.uint8), ImportOptions(size=16, fit=fit), grey=True)
    assert out.shape == (16, 16, 1)
    assert (out == 77).all()


def test_looks_grey():
    rng = np.random.default_rng(0)
    grey = rng.integers(0, 256, (50, 60, 1), dtype=np.uint8).repeat(3, axis=2)
    assert looks_grey(grey)
    coloured = grey.copy()
    coloured[:10, :10, 0] = 255 - coloured[:10, :10, 0] // 2
    assert not looks_grey(coloured)


def test_border_colour_is_the_median():
    picture = np.full((9, 9, 1), 30, np.uint8)
    picture[0, :3] = 255
    assert border_colour(picture).tolist() == [30]
