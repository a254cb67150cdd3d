"""The ConvNet of the literature: depth by picture size, sizes of its embedding."""

from __future__ import annotations

import pytest
import torch

from engine.networks import convnet, depth_for


@pytest.mark.parametrize(
    ("size", "depth"), [(16, 3), (32, 3), (48, 3), (64, 4), (100, 4), (128, 5), (256, 6)]
)
def test_one_block_more_each_doubling(size, depth):
    assert depth_for(size) == depth


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [32, 45, 64])
def test_sizes_of_what_it_answers(size, channels):
    model = convnet(channels, 5, size, width=4)
    x = torch.zeros(2, channels, size, size)
    side = size >> depth_for(size)
    assert model.features(x).shape == (2, 4 * side * side)
    assert model(x).shape == (2, 5)
