"""How pictures look as numbers, and the distance of distributions of them."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import wasserstein_distance

from engine.matching.appearance import (
    appearance_distance,
    appearance_targets,
    describe,
    draw_bands,
    to_levels,
)

NO_NORM = {"mean": torch.zeros(1, 1, 1, 1), "std": torch.ones(1, 1, 1, 1)}


def drawn(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


def pictures(count: int, *, noise: float, paper: float = 220.0, line: int = 2, seed: int = 0):
    """Grey sheets of 32 px with a dark upright line."""
    sheets = torch.full((count, 1, 32, 32), paper)
    sheets[..., 12 : 12 + line] = 40.0
    return (sheets + noise * drawn(count, 1, 32, 32, seed=seed)).clamp(0, 255)


def targets_of(real: list[torch.Tensor], counts: list[int], length: int):
    parts = [[one] for one in real]
    return appearance_targets(parts, counts, length, [torch.tensor([0.0, 1.0])], **NO_NORM)


@pytest.mark.parametrize("channels", [1, 3])
def test_a_pixel_of_any_value_has_a_gradient(channels):
    levels = (128 + 60 * drawn(4, channels, 16, 16)).clamp(0, 255).requires_grad_()
    bands = draw_bands(levels.detach())
    found = describe(levels, bands)
    assert found.shape == (4, sum(len(edges) - 1 for edges in bands) + 2)
    (gradient,) = torch.autograd.grad(found.square().sum(), levels)
    assert (gradient != 0).float().mean() > 0.95


def test_bands_rise_even_where_pictures_have_two_tones_only():
    levels = torch.zeros(2, 1, 16, 16)
    levels[:, :, 8:] = 255
    for edges in draw_bands(levels):
        assert (edges.diff() > 0).all()


def test_the_descriptors_of_tones_add_up_to_the_mean_tone():
    levels = pictures(3, noise=10)
    bands = draw_bands(levels)
    tones = len(bands[0]) - 1
    assert torch.allclose(
        describe(levels, bands)[:, :tones].sum(1), levels.mean((1, 2, 3)), rtol=1e-5
    )


@pytest.mark.parametrize(
    "other", [{"noise": 8.0}, {"paper": 200.0}, {"line": 4}], ids=["noise", "paper", "line"]
)
def test_each_of_what_an_engineer_sees_moves_the_descriptors(other):
    plain = {"noise": 3.0}
    real = pictures(40, **plain)
    bands = draw_bands(real)
    unit = describe(real, bands).std(0).clamp_min(1e-3)
    again = describe(pictures(40, seed=1, **plain), bands)
    moved = describe(pictures(40, seed=1, **{**plain, **other}), bands)

    def far(one):
        return float(((one.mean(0) - describe(real, bands).mean(0)) / unit).abs().max())

    assert far(moved) > 10 * far(again)


@pytest.mark.parametrize("contrast", [90, 180, -90])
def test_fine_lines_are_told_from_heavy_ones_of_as_much_ink(contrast):
    """However dark and however long they are; or bright, on dark ground."""
    at = -2 if contrast > 0 else -1

    def sheets(line: int, length: int, seed: int) -> torch.Tensor:
        found = torch.full((20, 1, 32, 32), 220.0 if contrast > 0 else 60.0)
        found[..., 2 : 2 + length, 12 : 12 + line] -= contrast
        return found + 3 * drawn(20, 1, 32, 32, seed=seed)

    bands = draw_bands(sheets(2, 14, seed=0))
    fine, heavy = (describe(sheets(*one, seed=1), bands)[:, at] for one in ((1, 28), (3, 9)))
    longer = describe(sheets(3, 28, seed=2), bands)[:, at]
    assert (heavy - fine).mean() > 10 * fine.std()
    assert (longer - heavy).mean().abs() < 0.2 * (heavy - fine).mean()


def test_clean_paper_beside_rough_lines_is_told_from_even_grain():
    """Together the two have the same grain; a scanner's noise lies on the paper."""
    real = pictures(40, noise=6)
    at_line = torch.zeros(1, 1, 32, 32)
    at_line[..., 10:16] = 1
    uneven = pictures(40, noise=0) + drawn(40, 1, 32, 32, seed=1) * (4.5 + 8.2 * at_line)
    bands = draw_bands(real)
    unit = describe(real, bands).std(0).clamp_min(1e-3)
    tones, flat = len(bands[0]) - 1, len(bands[1]) - 1

    def off(one):
        found = (describe(one, bands) - describe(real, bands)).mean(0) / unit
        return found[tones : tones + flat].sum()

    assert abs(off(pictures(40, noise=6, seed=1))) < 1
    assert off(uneven) < -3


def test_a_picture_without_an_edge_or_without_a_flat_part_can_be_described():
    rough = (128 + 120 * drawn(2, 1, 16, 16).sign()).clamp(0, 255)
    even = torch.full((2, 1, 16, 16), 99.0)
    for one in (rough, even):
        bands = draw_bands(one)
        assert torch.isfinite(describe(one, bands)).all()
        assert torch.isfinite(describe(torch.cat([rough, even]), bands)).all()


def test_the_distance_is_the_wasserstein_distance_of_each_descriptor():
    real, mine = drawn(500, 3), 2 + drawn(5, 3, seed=1)
    targets = targets_of([real], [5], 5)._replace(unit=torch.ones(3))
    found = appearance_distance(
        mine[None], torch.full((1, 5), 0.2), targets.sorted_of(0), targets.unit
    )
    aim = targets.sorted_of(0)[0]
    squared = [
        float((mine[:, one].sort().values - aim[:, one]).square().mean()) for one in range(3)
    ]
    assert float(found) == pytest.approx(sum(squared) / 3, rel=1e-5)
    for one in range(3):
        first = wasserstein_distance(mine[:, one].numpy(), aim[:, one].numpy())
        assert first**2 <= squared[one] + 1e-6  # of order 1 and order 2


def test_each_part_of_a_class_has_an_aim_of_its_own():
    low, high, other = (level + drawn(200, 1, seed=level) for level in (0, 9, 50))
    bands = [torch.tensor([0.0, 1.0])]
    targets = appearance_targets([[low, high], [other]], [4, 4], 4, bands, **NO_NORM)
    for number in range(4):
        mine, others = targets.sorted_of(number)
        assert float(mine.mean()) == pytest.approx(9 * (number % 2), abs=0.5)
        assert float(others.mean()) == pytest.approx(50, abs=0.5)
        assert torch.equal(targets.of_classes(range(1, 2)).sorted_of(number)[0], others)
    # The unit is the spread within the class, not within its parts.
    assert float(targets.unit) > 3


def test_samples_that_are_all_of_middle_appearance_are_told_from_varied_ones():
    real = drawn(400, 1)
    targets = targets_of([real], [8], 8)
    shares = torch.full((1, 8), 1 / 8)
    middle = torch.full((1, 8, 1), float(real.mean()))
    varied = real.quantile((torch.arange(8) + 0.5) / 8)[None, :, None]
    close = appearance_distance(varied, shares, targets.sorted_of(0), targets.unit)
    far = appearance_distance(middle, shares, targets.sorted_of(0), targets.unit)
    assert float(close) < 0.01 < 0.5 < float(far)


@given(seed=st.integers(0, 2**31), order=st.permutations(range(4)), filling=st.floats(-1e3, 1e3))
def test_neither_order_nor_padding_matters(seed, order, filling):
    targets = targets_of([drawn(20, 2, seed=seed)], [4], 6)
    mine = torch.cat([drawn(4, 2, seed=seed + 1), torch.full((2, 2), filling)])[None]
    shares = torch.tensor([[0.25] * 4 + [0.0] * 2])
    before = appearance_distance(mine, shares, targets.sorted_of(0), targets.unit)
    mixed = torch.cat([mine[0, :4][torch.tensor(order)], -mine[0, 4:]])[None]
    after = appearance_distance(mixed, shares, targets.sorted_of(0), targets.unit)
    assert torch.allclose(before, after, rtol=1e-4)


def test_the_gradient_of_the_distance_is_right():
    real = [drawn(9, 3, seed=one).double() for one in range(2)]
    targets = targets_of(real, [3, 2], 3)
    shares = torch.tensor([[1 / 3] * 3, [0.5, 0.5, 0.0]]).double()
    mine = drawn(2, 3, 3, seed=5).double().requires_grad_()
    torch.autograd.gradcheck(
        lambda one: appearance_distance(one, shares, targets.sorted_of(0).double(), targets.unit),
        mine,
    )


def test_levels_undo_the_normalisation():
    levels = pictures(2, noise=5)
    mean, std = torch.full((1, 1, 1, 1), 0.4), torch.full((1, 1, 1, 1), 0.2)
    targets = targets_of([drawn(4, 1)], [1], 1)._replace(mean=mean, std=std)
    assert torch.allclose(to_levels((levels / 255 - mean) / std, targets), levels, atol=1e-3)
