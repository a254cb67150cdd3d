"""The start: which real pictures are read, and which of them the run begins from."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.data import ImageSet, ImageSetWriter
from engine.data.recipe import CondenseRecipe
from engine.runtime import StopMode, Stopped, StopSource, UserError
from engine.synthesis.packing import cut_up
from engine.synthesis.start import read_real, starting_images
from tests.conftest import striped
from tests.synthesis.tiny import begin, real_pictures, tiny_plan

TOKEN = StopSource().token


@pytest.fixture
def image_set(tmp_path):
    """Four classes: 9, 0, 1 and 5 training pictures, one test picture each."""
    path, random = tmp_path / "images.h5", np.random.default_rng(0)
    with ImageSetWriter(path, height=16, width=16, channels=1) as writer:
        for label, count in enumerate((9, 0, 1, 5)):
            pictures = striped(random, count + 1, label, 4, size=16, channels=1)
            names = [f"{label}/{number}" for number in range(count + 1)]
            writer.append(pictures, [label] * (count + 1), [0] * count + [1], names)
        writer.finish(class_names=list("abcd"), preparation={}, fingerprint="f")
    with ImageSet(path) as image_set:
        yield image_set


def test_classes_with_training_pictures_are_read_and_no_test_pictures(image_set):
    real, labels = read_real(image_set, token=TOKEN)
    assert labels == [0, 2, 3]
    assert [len(one) for one in real.by_class] == [9, 1, 5]
    expected = image_set.read(image_set.indices("train", 3))
    assert np.array_equal(real.by_class[2].permute(0, 2, 3, 1).numpy(), expected)


def test_no_training_picture_is_refused(make_project):
    project, _ = make_project(names=("only",), train=0)
    with project.image_set() as image_set, pytest.raises(UserError) as told:
        read_real(image_set, token=TOKEN)
    assert told.value.key == "condense.too_few_classes"
    assert told.value.params == {"count": 0}


def test_a_stop_is_answered_while_reading(image_set):
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        read_real(image_set, token=source.token)


def is_of(picture: torch.Tensor, pictures: torch.Tensor) -> bool:
    return any(torch.equal(picture, one) for one in pictures)


def test_a_run_begins_from_typical_pictures_unless_all_is_as_published():
    """Two in three pictures are bright: k-means still shows both kinds."""
    bright, dark = np.full((40, 16, 16, 1), 230, np.uint8), np.full((20, 16, 16, 1), 20, np.uint8)
    grain = np.random.default_rng(0).integers(-9, 9, (60, 16, 16, 1))
    pictures = (np.concatenate([bright, dark]) + grain).astype(np.uint8)
    real = real_pictures((60, 60))
    real.by_class[0] = torch.from_numpy(pictures).permute(0, 3, 1, 2)
    for seed in range(5):
        recipe = CondenseRecipe(ipc=2, seed=seed)
        plan = tiny_plan(real, recipe)
        tones = begin(real, plan, recipe).images[:2].mean((1, 2, 3))
        assert tones.max() - tones.min() > 2  # in deviations
    assert CondenseRecipe(preset="published").resolved_start == "real"
    assert CondenseRecipe(preset="published", start="kmeans").resolved_start == "kmeans"


def test_choosing_typical_pictures_can_be_stopped():
    source = StopSource()
    source.stop(StopMode.DISCARD)
    real, recipe = real_pictures((40, 40)), CondenseRecipe(ipc=2)
    with pytest.raises(Stopped):
        starting_images(real, tiny_plan(real, recipe).slots, recipe, token=source.token)


@pytest.mark.parametrize("channels", [1, 3])
def test_a_run_begins_from_different_real_pictures_of_each_class(channels):
    real = real_pictures((12, 2, 9), channels=channels)
    recipe = CondenseRecipe(ipc=3)
    plan = tiny_plan(real, recipe)
    images = begin(real, plan, recipe).images.view(-1, plan.slots.length, channels, 16, 16)
    for label, count in enumerate((3, 2, 3)):
        pictures = real.take(label, torch.arange(len(real.by_class[label])))
        chosen = images[label, :count]
        assert all(is_of(one, pictures) for one in chosen)
        assert len({one.sum().item() for one in chosen}) == count
    assert not images[1, 2].any()  # padding


@pytest.mark.parametrize("channels", [1, 3])
def test_noise_has_the_tones_of_the_class_and_no_shape(channels):
    real = real_pictures((60, 60), channels=channels)
    recipe = CondenseRecipe(ipc=30, start="noise")
    images = begin(real, tiny_plan(real, recipe), recipe).images
    for label, mine in enumerate(images.split(30)):
        theirs = real.take(label, torch.arange(60))
        shares = torch.tensor([0.02, 0.1, 0.5, 0.9, 0.98])
        for channel in range(channels):
            one, other = (x[:, channel].flatten().quantile(shares) for x in (mine, theirs))
            assert torch.allclose(one, other, atol=0.15), label
        # Pixels beside each other know nothing of each other.
        across = torch.corrcoef(torch.stack([mine[..., :-1].flatten(), mine[..., 1:].flatten()]))
        assert abs(across[0, 1]) < 0.05


@pytest.mark.parametrize("packing", [1, 2])
def test_each_sample_of_noise_has_the_tones_of_one_picture(packing):
    """Of the pixels of all pictures, bright and dark ones, each would be of middle tone."""
    real = real_pictures((40, 40))
    dark = torch.arange(40) % 2 == 1
    real.by_class[0][dark] = real.by_class[0][dark] // 4
    recipe = CondenseRecipe(ipc=8, start="noise", packing=packing)
    plan = tiny_plan(real, recipe)
    samples = cut_up(begin(real, plan, recipe).images[:8], packing)
    theirs = real.take(0, torch.arange(40))
    for one in samples:
        assert any(torch.isin(one, picture).all() for picture in theirs)
    halves = [theirs[dark].mean(), theirs[~dark].mean()]
    near = (samples.mean((1, 2, 3))[:, None] - torch.tensor(halves)).abs().argmin(1)
    assert len(near) == 8 * packing**2
    assert 0 < int(near.sum()) < len(near)


@pytest.mark.parametrize("kind", ["real", "kmeans", "noise"])
def test_the_same_seed_begins_with_the_same_bits(kind):
    real = real_pictures((40, 40))

    def images(seed: int) -> torch.Tensor:
        recipe = CondenseRecipe(ipc=3, start=kind, seed=seed)
        return starting_images(real, tiny_plan(real, recipe).slots, recipe, token=TOKEN)

    first = images(4)
    torch.manual_seed(0)
    np.random.seed(0)
    assert torch.equal(images(4), first)
    assert not torch.equal(images(5), first)
