"""The observer: both forms agree, are the ConvNet, and note the numbers they say they do."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F
from torch import nn

from engine.networks.convnet import ConvNet, depth_for
from engine.networks.observer import Observation, observe, observe_eagerly, random_weights

WIDTH = 8
FORMS = pytest.mark.parametrize("look", [observe, observe_eagerly], ids=["plain", "eager"])
SIZES = pytest.mark.parametrize(
    ("size", "channels"), [(16, 1), (16, 3), (20, 1), (33, 3), (43, 1), (64, 1)]
)


def pictures(count: int, channels: int, size: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(count, channels, size, size, generator=torch.Generator().manual_seed(seed))


def weights_for(size: int, channels: int = 1, seed: int = 5) -> list[torch.Tensor]:
    return random_weights(seed, channels=channels, size=size, width=WIDTH)


def flat(seen: Observation) -> list[torch.Tensor]:
    return [seen.embedding, *seen.means, *seen.stds, *seen.grams]


TAPS = pytest.mark.parametrize("tap", ["conv", "relu"])


@TAPS
@SIZES
def test_both_forms_agree_within_rounding(size, channels, tap):
    x, weights = pictures(6, channels, size), weights_for(size, channels)
    shares = torch.tensor([[0.5, 0.5, 0.0], [1 / 3, 1 / 3, 1 / 3]])
    plain, eager = (flat(look(x, weights, shares, tap)) for look in (observe, observe_eagerly))
    assert len(plain) == len(eager) == 1 + 3 * depth_for(size)
    for one, other in zip(plain, eager, strict=True):
        assert torch.allclose(one, other, rtol=1e-4, atol=1e-5)


@FORMS
def test_behind_the_normalisation_every_channel_is_alike_in_size(look):
    """Which is why style is read before it: the very statistics are gone."""
    contrasts = torch.tensor([0.2, 1.0, 5.0, 1.0]).view(4, 1, 1, 1)
    x, weights, shares = contrasts * pictures(4, 1, 32), weights_for(32), torch.full((1, 4), 0.25)
    before, behind = (look(x, weights, shares, tap).stds[0] for tap in ("conv", "relu"))
    assert float(before[2].mean() / before[0].mean()) > 10
    assert float(behind[2].mean() / behind[0].mean()) == pytest.approx(1.0, abs=0.3)
    assert (look(x, weights, shares, "relu").means[0] >= 0).all()


@TAPS
@SIZES
def test_both_forms_have_the_same_gradient(size, channels, tap):
    weights, shares = weights_for(size, channels), torch.full((2, 2), 0.5)
    gradients = []
    for look in (observe, observe_eagerly):
        x = pictures(4, channels, size).requires_grad_()
        seen = look(x, weights, shares, tap)
        total = sum(part.square().mean() for part in flat(seen))
        gradients += torch.autograd.grad(total, x)
    scale = gradients[0].abs().max()
    assert torch.allclose(*gradients, rtol=1e-3, atol=1e-4 * float(scale))


@FORMS
@SIZES
def test_the_embedding_is_that_of_the_convnet(look, size, channels):
    model, weights = ConvNet(channels, 2, size, WIDTH), weights_for(size, channels)
    layers = [one for one in model.blocks if isinstance(one, nn.Conv2d)]
    with torch.no_grad():
        for layer, weight, bias in zip(layers, weights[::2], weights[1::2], strict=True):
            layer.weight.copy_(weight)
            layer.bias.copy_(bias)
        x = pictures(3, channels, size)
        expected = model.features(x)
        seen = look(x, weights, torch.full((1, 3), 1 / 3), False)
    assert torch.allclose(seen.embedding, expected, rtol=1e-4, atol=1e-5)
    assert (seen.means, seen.stds, seen.grams) == ([], [], [])


@FORMS
def test_moments_and_gram_matrices_of_the_first_layer_by_hand(look):
    x, weights = pictures(4, 1, 16), weights_for(16)
    shares = torch.tensor([[0.25, 0.75], [1.0, 0.0]])
    seen = look(x, weights, shares, True)
    tap = F.conv2d(x, weights[0], weights[1], padding=1).double()
    assert torch.allclose(seen.means[0].double(), tap.mean((2, 3)), atol=1e-5)
    assert torch.allclose(seen.stds[0].double(), tap.std((2, 3), correction=0), atol=1e-4)
    rows = tap[:, :, ::2, ::2].flatten(2)  # Gram matrices read at most 8×8 positions
    each = rows @ rows.transpose(1, 2) / (WIDTH * 8 * 8)
    expected = torch.stack([0.25 * each[0] + 0.75 * each[1], each[2]])
    assert torch.allclose(seen.grams[0].double(), expected, rtol=1e-4, atol=1e-6)


@FORMS
def test_a_part_of_a_large_map_stands_for_the_whole(look):
    size = 64
    smooth = F.avg_pool2d(pictures(8, 1, size + 4), 5, 1) * 4
    weights = weights_for(size)
    gram = look(smooth, weights, torch.full((1, 8), 1 / 8), True).grams[0][0]
    rows = F.conv2d(smooth, weights[0], weights[1], padding=1).transpose(0, 1).flatten(1)
    expected = rows @ rows.T / (WIDTH * 8 * size * size)
    assert (gram - expected).norm() < 0.2 * expected.norm()


@FORMS
def test_groups_do_not_see_each_other_nor_padding(look):
    x, weights = pictures(4, 1, 16), weights_for(16)
    shares = torch.tensor([[1.0, 0.0], [0.5, 0.5]])
    before = look(x, weights, shares, True)
    changed = x.clone()
    changed[1] = 9.0
    after = look(changed, weights, shares, True)
    for one, other in zip(before.grams, after.grams, strict=True):
        assert torch.allclose(one, other)
    others = [0, 2, 3]
    assert torch.allclose(before.embedding[others], after.embedding[others])


@FORMS
def test_bfloat16_sees_nearly_the_same(look):
    x, weights, shares = pictures(4, 1, 16), weights_for(16), torch.full((1, 4), 0.25)
    exact = flat(look(x, weights, shares, True))
    coarse = flat(look(x, [one.bfloat16() for one in weights], shares, True))
    for one, other in zip(exact, coarse, strict=True):
        assert other.dtype == torch.float32
        assert (one - other).norm() < 0.05 * one.norm()


@FORMS
def test_pictures_are_left_as_they_are(look):
    x = pictures(2, 1, 16)
    kept = x.clone()
    look(x, weights_for(16), torch.full((1, 2), 0.5), True)
    assert torch.equal(x, kept)


def test_the_same_seed_gives_the_same_network_whatever_the_global_state():
    torch.manual_seed(1)
    first = weights_for(16, seed=7)
    state = torch.random.get_rng_state()
    torch.manual_seed(2)
    again, other = weights_for(16, seed=7), weights_for(16, seed=8)
    assert all(torch.equal(a, b) for a, b in zip(first, again, strict=True))
    assert not any(torch.equal(a, b) for a, b in zip(first, other, strict=True))
    torch.random.set_rng_state(state)
    weights_for(16)
    assert torch.equal(torch.random.get_rng_state(), state)


@pytest.mark.parametrize("channels", [1, 3])
def test_weights_are_distributed_as_pytorch_initialises_a_convolution(channels):
    drawn = random_weights(0, channels=channels, size=32, width=64)
    model = ConvNet(channels, 2, 32, 64)
    layers = [one for one in model.blocks if isinstance(one, nn.Conv2d)]
    expected = [part.detach() for layer in layers for part in (layer.weight, layer.bias)]
    for one, theirs in zip(drawn, expected, strict=True):
        assert one.shape == theirs.shape
        bound = float(theirs.abs().max())
        assert float(one.abs().max()) == pytest.approx(bound, rel=0.15)
        assert float(one.std()) == pytest.approx(float(theirs.std()), rel=0.3)
        assert abs(float(one.mean())) < 0.3 * bound


def test_half_precision_is_the_rounded_network_not_another():
    exact, rounded = (
        random_weights(3, channels=1, size=16, width=WIDTH, dtype=dtype)
        for dtype in (torch.float32, torch.bfloat16)
    )
    assert all(torch.equal(a.bfloat16(), b) for a, b in zip(exact, rounded, strict=True))
