"""Packing: reduced samples side by side, and back."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.synthesis.packing import decode, pack, unpack


def samples(count: int, side: int = 8, channels: int = 1) -> torch.Tensor:
    return torch.rand(count, channels, side, side, generator=torch.Generator().manual_seed(3))


def test_the_samples_lie_row_by_row():
    levels = torch.arange(8.0).view(8, 1, 1, 1).expand(8, 3, 6, 4)
    images = pack(levels, 2)
    assert images.shape == (2, 3, 6, 4)
    corners = images[:, 0, [0, 0, 5, 5], [0, 3, 0, 3]]
    assert corners.tolist() == [[0, 1, 2, 3], [4, 5, 6, 7]]
    assert torch.equal(unpack(images, 2), levels)


@settings(max_examples=30, deadline=None)
@given(count=st.integers(1, 4), half=st.integers(1, 9), channels=st.sampled_from([1, 3]))
def test_a_sample_comes_back_reduced_and_enlarged(count, half, channels):
    x = samples(4 * count, 2 * half, channels)
    found = unpack(pack(x, 2), 2)
    expected = F.interpolate(
        F.avg_pool2d(x, 2), scale_factor=2, mode="bilinear", align_corners=False
    )
    assert torch.allclose(found, expected, atol=1e-6)


def test_one_sample_an_image_is_the_image_itself():
    x = samples(3)
    assert pack(x, 1) is x
    assert unpack(x, 1) is x


def test_every_stored_pixel_is_learnt():
    images = samples(2).double().requires_grad_()
    assert torch.autograd.gradcheck(lambda x: unpack(x, 2), images)
    (gradient,) = torch.autograd.grad(unpack(images, 2).sum(), images)
    assert gradient.sum().item() == pytest.approx(2 * 4 * 64)
    assert (gradient > 0).all()


def test_many_images_are_decoded_as_few(monkeypatch):
    packed = np.random.default_rng(0).integers(0, 256, (7, 32, 32, 3), np.uint8)
    whole = decode(packed, 2)
    monkeypatch.setattr("engine.synthesis.packing._PIXELS_AT_ONCE", 3 * 32 * 32)
    assert np.array_equal(decode(packed, 2), whole)
