"""Faults of published dataset-condensation code (docs/method.md), none of which ours may have."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from engine.data.recipe import CondenseRecipe
from engine.matching.gaps import measure_gaps, overall
from engine.matching.style import correlation_distance, moments_distance
from engine.networks.observer import observe, observe_eagerly, random_weights
from engine.runtime import StopMode, StopSource
from engine.synthesis import condense_run, session
from engine.synthesis.augmentation import Augmentation, kinds_for
from engine.synthesis.bank import draw_pair, look_at
from engine.synthesis.eye import make_eye
from engine.synthesis.plan import BankPlan
from engine.synthesis.pool import Network
from engine.synthesis.real import OnDisk, RealPictures
from engine.synthesis.start import read_real
from engine.synthesis.state import State
from tests.synthesis.tiny import CPU, EYE, Course, eye_for, real_pictures

PLAN = BankPlan(pairs=2, per_class=50, width=8, style=True, directions=2)
TOKEN = StopSource().token


def with_class(real: RealPictures, label: int, pictures: torch.Tensor) -> RealPictures:
    """The same set with other pictures in one class."""
    by_class = [*real.by_class]
    by_class[label] = pictures
    return RealPictures(
        [one.permute(0, 2, 3, 1).numpy() for one in by_class],
        real.mean.flatten().numpy(),
        real.std.flatten().numpy(),
    )


def statistics_of(real: RealPictures, label: int) -> list[torch.Tensor]:
    """What one pair knows of one class, whatever was drawn."""
    pair = look_at(
        real,
        PLAN,
        network=Network(5),
        augmentation=Augmentation(),
        eye=eye_for(4),
        generator=torch.Generator().manual_seed(0),
        token=TOKEN,
    )
    grams = [
        one[label].float() * unit[label]
        for one, unit in zip(pair.grams, pair.gram_units, strict=True)
    ]
    parts = [pair.content, *pair.means, *pair.stds, pair.spread]
    return [*(one[label] for one in parts), *grams]


def alike(one: list[torch.Tensor], other: list[torch.Tensor]) -> bool:
    return all(torch.allclose(a, b, rtol=1e-3, atol=1e-5) for a, b in zip(one, other, strict=True))


# 1. A class with fewer pictures than the batch is matched to other classes' pictures.


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_a_small_class_is_not_matched_to_other_classes_pictures(count):
    real = real_pictures((12, count, 12))
    before = statistics_of(real, 1)
    for label in (0, 2):
        real = with_class(real, label, 255 - real.by_class[label].flip(2))
    assert alike(before, statistics_of(real, 1))


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_a_small_class_is_matched_to_all_of_its_pictures(count):
    real = real_pictures((12, count, 12))
    before = statistics_of(real, 1)
    for number in range(count):
        changed = real.by_class[1].clone()
        changed[number] = 255 - changed[number].flip(1)
        assert not alike(before, statistics_of(with_class(real, 1, changed), 1))


# 2. Grey pictures crash or run as fake colour.


def test_grey_pictures_run_through_one_channel_from_end_to_end(make_project, monkeypatch):
    shapes = set()

    def looking(x, weights, shares, style):
        shapes.add((x.shape[1], weights[0].shape[1]))
        return observe_eagerly(x, weights, shares, style)

    eye = dataclasses.replace(make_eye(CPU, compile_code=False), look=looking)
    monkeypatch.setattr(session, "make_eye", lambda device, **_: eye)
    project, _ = make_project(names=("a", "b"), channels=1)
    run = project.new_run(CondenseRecipe(ipc=2, preset="quick", steps=3, device="cpu"))
    assert condense_run(project, run, emit=lambda event: None, token=TOKEN) is not None
    assert shapes == {(1, 1)}
    assert run.condensed().images.shape == (4, 16, 16, 1)


def test_grey_pictures_get_no_colour_change():
    assert "colour" not in kinds_for(1)
    assert "colour" in kinds_for(3)


# 3. Seeds do nothing after the start.


def test_the_seed_decides_networks_augmentations_and_images_and_nothing_else_does(monkeypatch):
    def bits(seed: int, disturbance: int) -> bytes:
        torch.manual_seed(disturbance)
        np.random.seed(disturbance)
        monkeypatch.setattr("time.time", lambda: float(disturbance))
        # The same start for all: only what comes after it can differ.
        course = Course.of(real_pictures((3, 3)), CondenseRecipe(ipc=2, steps=8, start="real"))
        course.plan = dataclasses.replace(course.plan, seed=seed)
        course.run()
        return course.state.images.numpy().tobytes()

    assert bits(1, 10) == bits(1, 20)
    assert bits(1, 10) != bits(2, 10)


def test_another_seed_draws_other_networks_and_augmentations():
    def draws(seed: int) -> list[tuple]:
        pairs = [
            draw_pair(
                real_pictures(),
                dataclasses.replace(PLAN, style=False),
                number=number,
                eye=EYE,
                kinds=kinds_for(1),
                seed=seed,
                token=TOKEN,
            )
            for number in range(4)
        ]
        return [(one.network, one.augmentation) for one in pairs]

    first, other = draws(1), draws(2)
    assert first == draws(1)
    assert not set(first) & set(other)
    assert len(set(first)) == 4


# 4. The tap called "norm" is really after the in-place ReLU.


@pytest.mark.parametrize("look", [observe, observe_eagerly])
def test_style_is_read_before_normalisation_and_before_the_relu(look):
    x = torch.randn(4, 1, 16, 16, generator=torch.Generator().manual_seed(0))
    weights = random_weights(1, channels=1, size=16, width=8)
    seen = look(x, weights, torch.full((1, 4), 0.25), True)
    tap = x
    for layer in range(3):
        tap = F.conv2d(tap, weights[2 * layer], weights[2 * layer + 1], padding=1)
        assert torch.allclose(seen.means[layer], tap.mean((2, 3)), atol=1e-4)
        assert torch.allclose(seen.stds[layer], tap.std((2, 3), correction=0), atol=1e-3)
        assert seen.means[layer].min() < 0  # no ReLU came before
        assert seen.stds[layer].std() > 0.01  # no normalisation came before
        tap = F.avg_pool2d(F.instance_norm(tap).relu(), 2)


# 5. The Gram weight is not scale-free.


@pytest.mark.parametrize("scale", [0.2, 100.0])
def test_the_weight_of_style_does_not_depend_on_the_size_of_the_features(scale):
    weights = random_weights(1, channels=1, size=16, width=8)
    scaled = [weights[0] * scale, weights[1] * scale, *weights[2:]]
    real, mine = (real_pictures().take(label, torch.arange(7)) for label in (0, 1))
    shares = torch.full((1, 7), 1 / 7)
    found = []
    for network in (weights, scaled):
        a, b = (observe_eagerly(x, network, shares, True) for x in (mine, real))
        moments = [
            (one.means[0].mean(0, keepdim=True), one.stds[0].mean(0, keepdim=True))
            for one in (a, b)
        ]
        found.append(
            (
                moments_distance(*moments).item(),
                correlation_distance(a.grams[0], b.grams[0]).item(),
            )
        )
    # The floor under the variance is all that does not scale.
    assert found[0] == pytest.approx(found[1], rel=0.1)


# 6. Results are scored on unclamped float tensors and shown as clamped pictures.


def test_what_is_scored_is_the_exported_file_read_back(make_project, monkeypatch):
    monkeypatch.setattr(
        session, "make_eye", lambda device, **_: make_eye(device, compile_code=False)
    )
    project, _ = make_project(names=("a", "b"))
    run = project.new_run(CondenseRecipe(ipc=2, preset="quick", steps=3, device="cpu"))
    previews = []
    result = condense_run(
        project,
        run,
        emit=lambda event: previews.append(getattr(event, "images", None)),
        token=TOKEN,
    )
    exported = run.condensed()
    assert exported.images.dtype == np.uint8
    assert np.array_equal([one for one in previews if one is not None][-1], exported.images)
    with project.image_set() as image_set:
        gap = overall(measure_gaps(image_set, exported))
    assert (result.content_gap, result.style_gap) == pytest.approx(
        (gap.content, gap.style), abs=1e-4
    )


def test_images_are_kept_within_what_a_picture_can_show_while_they_are_learnt():
    real = real_pictures((4, 4))
    course = Course.of(real, CondenseRecipe(ipc=2, steps=4, start="noise"))
    course.plan = dataclasses.replace(course.plan, rate=100 * course.plan.rate)
    course.run()
    back = torch.from_numpy(real.to_uint8(course.state.images)).permute(0, 3, 1, 2) / 255
    shown = (back - real.mean) / real.std
    half_a_level = 0.51 / 255 / float(real.std.min())
    assert (shown - course.state.images).abs().max() <= half_a_level


# 7. All images as float32 in memory; no cancel, no resume.


def test_real_pictures_are_kept_as_bytes_or_on_disk(make_project):
    project, _ = make_project()
    with project.image_set() as image_set:
        whole, _ = read_real(image_set, token=TOKEN)
        some, _ = read_real(image_set, token=TOKEN, in_memory=False)
        assert all(one.dtype == torch.uint8 for one in whole.by_class)
        assert sum(one.nbytes for one in whole.by_class) == 36 * 256
        assert all(isinstance(one, OnDisk) for one in some.by_class)
        for label in range(3):
            order = torch.tensor([7, 0, 11, 7])
            assert torch.equal(whole.take(label, order), some.take(label, order))


def test_a_run_can_be_cancelled_and_resumed(tmp_path):
    recipe = CondenseRecipe(ipc=2, steps=6)
    course = Course.of(real_pictures(), recipe)

    def looking(*arguments):
        if course.state.step == 3:
            course.source.stop(StopMode.KEEP)
        return observe_eagerly(*arguments)

    assert course.run(eye_for(4, looking)) is StopMode.KEEP
    course.state.save(tmp_path / "checkpoint.pt")
    rest = Course(course.real, recipe, course.plan, State.load(tmp_path / "checkpoint.pt", CPU))
    assert rest.run() is None
    assert rest.state.step == 6
