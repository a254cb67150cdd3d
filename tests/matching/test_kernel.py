"""Random Fourier features stand for a Gaussian kernel."""

from __future__ import annotations

import pytest
import torch

from engine.matching.kernel import draw_fourier, kernel_width, lifted

CPU = torch.device("cpu")


def test_products_of_features_are_the_kernel():
    points = torch.randn(20, 8, generator=torch.Generator().manual_seed(0))
    width = kernel_width(points)
    kernels = []
    for seed in range(20):
        features = lifted(points, draw_fourier(seed, 8, width, CPU))
        kernels.append(features @ features.T)
    exact = (-torch.cdist(points, points).square() / (2 * width**2)).exp()
    assert torch.allclose(torch.stack(kernels).mean(0), exact, atol=0.05)


def test_classes_of_one_mean_and_another_spread_are_told_apart():
    random = torch.Generator().manual_seed(1)
    narrow = torch.randn(4000, 4, generator=random)
    wide = 2 * torch.randn(4000, 4, generator=random)
    fourier = draw_fourier(3, 4, kernel_width(torch.cat([narrow, wide])), CPU)
    apart = (lifted(narrow, fourier).mean(0) - lifted(wide, fourier).mean(0)).square().sum()
    same = lifted(narrow[:2000], fourier).mean(0) - lifted(narrow[2000:], fourier).mean(0)
    assert float(apart) > 20 * float(same.square().sum())
    assert float((narrow.mean(0) - wide.mean(0)).norm()) < 0.2


def test_pictures_that_are_all_alike_have_a_width_too():
    assert kernel_width(torch.ones(5, 3)) == pytest.approx(1e-6)
