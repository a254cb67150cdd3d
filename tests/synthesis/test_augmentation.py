"""Siamese augmentation: one change for all, the same again from its record, differentiable."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import get_args

import pytest
import torch

from engine.synthesis.augmentation import Augmentation, Kind, augment_each, kinds_for

KINDS = get_args(Kind)
each_kind = pytest.mark.parametrize("kind", KINDS)


def pictures(count: int = 4, channels: int = 3, size: int = 16) -> torch.Tensor:
    return torch.randn(count, channels, size, size, generator=torch.Generator().manual_seed(0))


def change(kind: Kind, *amounts: float) -> Augmentation:
    return Augmentation(kind, (*amounts, 0.5, 0.5, 0.5)[:3])


@each_kind
def test_every_picture_gets_the_same_change(kind):
    x, augmentation = pictures(), Augmentation(kind, (0.1, 0.8, 0.3))
    together = augmentation(x)
    for number in range(len(x)):
        alone = augmentation(x[number : number + 1])
        assert torch.allclose(together[number : number + 1], alone, atol=1e-5)


@each_kind
def test_a_record_of_it_makes_the_same_change_again(kind):
    x, augmentation = pictures(), Augmentation(kind, (0.1, 0.8, 0.3))
    values = json.loads(json.dumps(asdict(augmentation)))
    again = Augmentation(values["kind"], tuple(values["amounts"]))
    assert again == augmentation
    assert torch.equal(again(x), augmentation(x))


@each_kind
def test_shape_and_pictures_given_are_kept(kind):
    x = pictures(2, 1, 21)
    kept = x.clone()
    assert Augmentation(kind, (0.1, 0.8, 0.3))(x).shape == x.shape
    assert torch.equal(x, kept)


@each_kind
def test_gradients_pass_through(kind):
    x = torch.randn(2, 3, 6, 6, dtype=torch.float64, requires_grad=True)
    assert torch.autograd.gradcheck(Augmentation(kind, (0.1, 0.7, 0.3)), x)


SCALE_OF_ONE = (1 - 1 / 1.2) / (1.2 - 1 / 1.2)


@pytest.mark.parametrize(
    "augmentation",
    [
        change("none", 0.3, 0.2),
        change("colour"),
        change("crop"),
        change("rotate"),
        change("flip", 0.7),
        change("scale", SCALE_OF_ONE, SCALE_OF_ONE),
    ],
    ids=lambda one: one.kind,
)
def test_the_middle_of_each_range_changes_nothing(augmentation):
    x = pictures()
    assert torch.allclose(augmentation(x), x, atol=1e-5)


def test_flip_is_a_mirror():
    x = pictures()
    assert torch.equal(change("flip", 0.2)(x), x.flip(3))


@pytest.mark.parametrize(("amounts", "rows", "columns"), [((0, 0), -2, -2), ((0.999, 0.5), 2, 0)])
def test_crop_shifts_by_an_eighth_at_most_and_fills_with_the_mean(amounts, rows, columns):
    x = pictures(2, 1)
    moved = change("crop", *amounts)(x)
    expected = torch.zeros_like(x)  # 0 is the mean grey of normalised pictures
    for row in range(16):
        for column in range(16):
            if 0 <= row + rows < 16 and 0 <= column + columns < 16:
                expected[..., row, column] = x[..., row + rows, column + columns]
    assert torch.equal(moved, expected)


@pytest.mark.parametrize(
    ("amounts", "hidden"), [((0.5, 0.5), 64), ((0.0, 0.0), 16), ((0.999, 0.5), 32)]
)
def test_cutout_hides_a_square_of_half_the_side_and_leaves_the_rest(amounts, hidden):
    x = pictures(2, 1).abs() + 1
    cut = change("cutout", *amounts)(x)
    hole = cut == 0
    assert torch.equal(cut[~hole], x[~hole])
    assert hole.flatten(1).sum(1).tolist() == [hidden, hidden]


def test_rotation_turns_about_the_centre_by_fifteen_degrees_at_most():
    x = torch.zeros(1, 1, 33, 33)
    x[..., 16, 30] = 1
    turned = change("rotate", 0.0)(x)[0, 0]
    row, column = divmod(int(turned.argmax()), 33)
    angle = torch.atan2(torch.tensor(row - 16.0), torch.tensor(column - 16.0)).rad2deg().abs()
    assert angle.item() == pytest.approx(15, abs=3)
    still = torch.zeros(1, 1, 33, 33)
    still[..., 16, 16] = 1
    assert change("rotate", 0.0)(still)[0, 0, 16, 16] == pytest.approx(1, abs=1e-4)


def test_colour_changes_keep_grey_pictures_of_three_channels_grey():
    grey = pictures(2, 1).expand(-1, 3, -1, -1)
    changed = Augmentation("colour", (0.9, 0.1, 0.2))(grey)
    assert torch.allclose(changed[:, :1].expand_as(changed), changed, atol=1e-5)
    assert not torch.allclose(changed, grey, atol=0.1)


def test_draws_depend_on_the_generator_alone_and_reach_every_kind():
    def draw(seed: int) -> list[Augmentation]:
        generator = torch.Generator().manual_seed(seed)
        return [Augmentation.draw(kinds_for(3), generator) for _ in range(100)]

    first = draw(1)
    torch.manual_seed(99)
    assert draw(1) == first
    assert draw(2) != first
    assert {one.kind for one in first} == set(kinds_for(3))
    assert all(0 <= amount < 1 for one in first for amount in one.amounts)


def test_in_training_each_picture_gets_a_change_of_its_own():
    x = pictures(1).expand(8, -1, -1, -1)

    def changed(seed: int) -> torch.Tensor:
        return augment_each(x, ("crop",), torch.Generator().manual_seed(seed))

    assert torch.equal(changed(3), changed(3))
    assert not torch.equal(changed(3), changed(4))
    assert len({one.sum().item() for one in changed(3)}) > 1
