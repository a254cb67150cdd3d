"""Samples that stay pass through the learning as normalised numbers and come back bit by bit."""

from __future__ import annotations

import numpy as np
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.synthesis.real import RealPictures


@given(st.floats(0, 1, width=32), st.floats(2**-10, 0.5, width=32))
def test_every_level_survives_normalising(mean, std):
    levels = np.arange(256, dtype=np.uint8).reshape(1, 16, 16, 1)
    real = RealPictures([levels], np.array([mean], np.float32), np.array([std], np.float32))
    images = real.normalised(real.by_class[0][torch.tensor([0])])
    lowest, highest = real.limits(images.device)
    assert images.clamp(lowest, highest).equal(images)
    assert np.array_equal(real.to_uint8(images), levels)
