"""The loop: it learns, it repeats, it stops and goes on, it notices when it goes wrong."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from engine.data.recipe import CondenseRecipe
from engine.matching.objective import Terms
from engine.networks.observer import observe_eagerly
from engine.runtime import Message, StopMode, StopSource, UserError
from engine.synthesis import condense as module
from engine.synthesis.augmentation import kinds_for
from engine.synthesis.bank import draw_pair
from engine.synthesis.condense import Looked, look, pick
from engine.synthesis.eye import Eye
from engine.synthesis.state import State
from tests.synthesis.tiny import (
    CPU,
    EYE,
    Course,
    begin,
    eye_for,
    real_pictures,
    tiny_plan,
)

RECIPE = CondenseRecipe(ipc=3, steps=12)


def pair_of(real, plan, number=0, seed=0):
    return draw_pair(
        real,
        plan.bank,
        number=number,
        eye=EYE,
        kinds=kinds_for(real.shape[0]),
        seed=seed,
        token=StopSource().token,
    )


def look_through(pair, plan, images, eye=EYE) -> Looked:
    shares = plan.slots.seen.shares(CPU)
    return look(pair, images, shares, plan=plan, eye=eye, token=StopSource().token)


# Learning


@pytest.mark.parametrize("channels", [1, 3])
def test_pictures_come_nearer_to_the_real_ones_through_networks_never_used(channels):
    real = real_pictures((12, 12), channels=channels)
    course = Course.of(real, CondenseRecipe(ipc=2, steps=60, start="noise"), pairs=12)
    unseen = [pair_of(real, course.plan, number, seed=1234) for number in range(3)]

    def loss() -> float:
        found = [look_through(pair, course.plan, course.state.images) for pair in unseen]
        return float(sum(one.terms[:3].sum() for one in found))

    before = loss()
    assert course.run() is None
    assert course.state.step == 60
    assert loss() < 0.8 * before


def test_a_rate_too_high_for_the_pictures_does_not_throw_the_samples_about():
    real = real_pictures()
    course = Course.of(real, CondenseRecipe(ipc=3, steps=20, style=0, start="noise"), pairs=4)
    course.plan = dataclasses.replace(course.plan, rate=course.plan.rate * 1000)
    pairs = [pair_of(real, course.plan, number) for number in range(4)]

    def content() -> float:
        found = [look_through(pair, course.plan, course.state.images) for pair in pairs]
        return float(sum(one.terms[0] for one in found))

    before = content()
    course.run()
    assert content() < 0.5 * before


@pytest.mark.parametrize("recipe", [{"diversity_kind": "kl"}, {"style": 0}, {"ipc": 1}], ids=str)
def test_every_kind_of_objective_runs_to_its_end(recipe):
    course = Course.of(real_pictures(), RECIPE.model_copy(update=recipe))
    before = course.state.images.clone()
    assert course.run() is None
    assert course.messages() == []
    assert course.state.images.isfinite().all()
    assert not torch.equal(course.state.images, before)


def test_published_diversity_is_in_the_gradient():
    real = real_pictures()
    recipe = CondenseRecipe(ipc=3, content=0, style=0, diversity=1, diversity_kind="kl")
    plan = tiny_plan(real, recipe)
    images = begin(real, plan, recipe).images
    looked = look_through(pair_of(real, plan), plan, images)
    assert looked.terms[3] < 0
    assert looked.gradient.abs().max() > 0


def test_images_stay_within_black_and_white():
    real = real_pictures()
    course = Course.of(real, CondenseRecipe(ipc=2, steps=6, start="noise"))
    course.plan = dataclasses.replace(course.plan, rate=course.plan.rate * 50)
    course.run()
    assert course.state.step == 6
    lowest, highest = real.limits(CPU)
    assert (course.state.images >= lowest).all()
    assert (course.state.images <= highest).all()


# Groups of classes and padding


@pytest.mark.parametrize("kind", ["bounded", "kl"])
@pytest.mark.parametrize("pictures", [1, 6, 100])
def test_groups_of_classes_give_the_gradient_of_all_at_once(pictures, kind):
    real = real_pictures((12, 9, 7, 8))
    recipe = CondenseRecipe(ipc=3, diversity_kind=kind)
    found = []
    for eye in (eye_for(100), eye_for(pictures)):
        plan = tiny_plan(real, recipe, eye=eye)
        images = begin(real, plan, recipe).images
        found.append(look_through(pair_of(real, plan), plan, images, eye))
    whole, grouped = found
    assert torch.allclose(whole.terms, grouped.terms, rtol=1e-4)
    scale = float(whole.gradient.abs().max())
    assert torch.allclose(whole.gradient, grouped.gradient, rtol=1e-3, atol=1e-4 * scale)


def test_padding_gets_no_gradient_and_has_no_say():
    real = real_pictures((12, 2, 1))
    recipe, eye = CondenseRecipe(ipc=3), eye_for(6)
    plan = tiny_plan(real, recipe, eye=eye)
    assert plan.slots.classes == 4
    images, pair = begin(real, plan, recipe).images, pair_of(real, plan)
    padding = (plan.slots.seen.shares(CPU) == 0).flatten()
    assert int(padding.sum()) == 12 - 6
    before = look_through(pair, plan, images, eye)
    images[padding] = torch.randn(6, 1, 16, 16, generator=torch.Generator().manual_seed(0))
    after = look_through(pair, plan, images, eye)
    assert not before.gradient[padding].any()
    assert not after.gradient[padding].any()
    assert (before.gradient[~padding].flatten(1).abs().amax(1) > 0).all()
    assert torch.allclose(before.gradient, after.gradient, rtol=1e-4, atol=1e-7)
    assert torch.allclose(before.terms, after.terms)


# The bank


@pytest.mark.parametrize(("pairs", "seed"), [(1, 0), (5, 0), (7, 3)])
def test_every_pair_is_picked_once_a_round_in_changing_order(pairs, seed):
    rounds = [[pick(turn * pairs + one, pairs, seed) for one in range(pairs)] for turn in range(6)]
    assert all(sorted(one) == list(range(pairs)) for one in rounds)
    assert pairs == 1 or len({tuple(one) for one in rounds}) > 1


def test_a_pair_is_computed_once_and_used_ever_after(monkeypatch):
    drawn = []

    def listening(*arguments, number, **named):
        drawn.append(number)
        return draw_pair(*arguments, number=number, **named)

    monkeypatch.setattr(module, "draw_pair", listening)
    Course.of(real_pictures(), RECIPE, pairs=4).run()
    assert sorted(drawn) == [0, 1, 2, 3]


def test_a_bank_cut_short_by_the_clock_draws_no_further_pair(monkeypatch):
    drawn = []

    def listening(*arguments, number, **named):
        drawn.append(number)
        if len(drawn) == 3:
            course.state.pairs = 3  # as the watch does under a time limit
        return draw_pair(*arguments, number=number, **named)

    monkeypatch.setattr(module, "draw_pair", listening)
    course = Course.of(real_pictures(), RECIPE, pairs=10)
    course.run()
    assert len(drawn) == 3


# Small classes


def test_asking_for_more_images_than_there_are_changes_nothing():
    few, many = (Course.of(real_pictures((3, 2)), CondenseRecipe(ipc=ipc)) for ipc in (3, 30))
    for course in (few, many):
        course.plan = dataclasses.replace(course.plan, steps=5)
        course.run()
    assert torch.equal(few.state.images, many.state.images)


def test_images_of_small_classes_move_at_the_same_pace(monkeypatch):
    """A sample of a small class has a larger share and gradient; its step must not be larger."""
    gradients = []

    def remembering(*arguments, **named):
        looked = look(*arguments, **named)
        gradients.append(looked.gradient)
        return looked

    monkeypatch.setattr(module, "look", remembering)
    real = real_pictures((12, 1, 2))
    course = Course.of(real, CondenseRecipe(ipc=4, steps=1, start="noise"))
    before = course.state.images.clone()
    course.run()
    moved = (before - course.state.images) / gradients[0]
    paces = moved.view(-1, 4, 16 * 16)[:3, 0].median(1).values  # what met no limit
    assert torch.allclose(paces / paces[0], torch.tensor([1, 1 / 4, 2 / 4]), rtol=0.01)


# The same bits


def bits(state: State) -> tuple:
    plain = {name: value for name, value in vars(state).items() if not torch.is_tensor(value)}
    plain.pop("seconds")
    return plain, state.images.numpy().tobytes(), state.velocity.numpy().tobytes()


def test_the_same_seed_gives_the_same_bits():
    first, again, other = (
        Course.of(real_pictures(), RECIPE.model_copy(update={"seed": seed})) for seed in (5, 5, 6)
    )
    first.run()
    torch.manual_seed(1)
    again.run()
    other.run()
    assert bits(first.state) == bits(again.state)
    assert not torch.equal(first.state.images, other.state.images)


def stopping_eye(source: StopSource, calls: int, mode: StopMode = StopMode.KEEP) -> Eye:
    """Asks for a stop while pictures are looked at for the ``calls``-th time."""
    seen = []

    def looking(*arguments):
        seen.append(1)
        if len(seen) == calls:
            source.stop(mode)
        return observe_eagerly(*arguments)

    return eye_for(6, looking)


@pytest.mark.parametrize("calls", [1, 8, 20, 33, 46])
def test_stopped_and_resumed_gives_the_same_bits_as_never_stopped(tmp_path, calls):
    real, eye = real_pictures(), eye_for(6)
    whole = Course.of(real, RECIPE, eye=eye)
    whole.run(eye)
    assert whole.state.step == RECIPE.steps

    first = Course.of(real, RECIPE, eye=eye)
    assert first.run(stopping_eye(first.source, calls)) is StopMode.KEEP
    assert first.state.step < RECIPE.steps
    first.state.save(tmp_path / "checkpoint.pt")
    state = State.load(tmp_path / "checkpoint.pt", CPU)
    second = Course(real, RECIPE, first.plan, state)
    assert second.run(eye) is None
    assert bits(second.state) == bits(whole.state)


def test_a_run_that_diverges_after_resuming_steps_back_as_far_as_one_never_stopped(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(module, "_GOOD_EVERY", 4)
    real = real_pictures()

    def spoil_step_7(state: State) -> None:
        def looking(*arguments, **named):
            found = look(*arguments, **named)
            return not_a_number(found) if state.step == 7 else found

        monkeypatch.setattr(module, "look", looking)

    eye = eye_for(6)
    whole, first = (Course.of(real, RECIPE, eye=eye) for _ in range(2))
    spoil_step_7(whole.state)
    whole.run(eye)
    assert whole.messages() == ["condense.diverged"]

    assert first.run(stopping_eye(first.source, 4 * 3 * 2 + 5 * 2 + 1)) is StopMode.KEEP
    assert first.state.step == 5  # after the state kept at 4, before the next at 8
    first.state.save(tmp_path / "checkpoint.pt")
    state = State.load(tmp_path / "checkpoint.pt", CPU)
    second = Course(real, RECIPE, whole.plan, state)
    spoil_step_7(state)
    second.run(eye)
    assert bits(second.state) == bits(whole.state)


# Stopping and pausing


@pytest.mark.parametrize("mode", list(StopMode))
def test_a_stop_amid_a_step_leaves_the_last_whole_step(monkeypatch, mode):
    before = []

    def remembering(pair, images, *arguments, **named):
        before.append(images.clone())
        return look(pair, images, *arguments, **named)

    monkeypatch.setattr(module, "look", remembering)
    course = Course.of(real_pictures(), RECIPE, eye=eye_for(6))
    assert course.plan.slots.group < course.plan.slots.classes
    # By then every pair is in the bank, in two batches a class; a step looks at two groups.
    calls = 4 * 3 * 2 + 7 * 2 + 1
    assert course.run(stopping_eye(course.source, calls, mode)) is mode
    assert course.state.step == 7
    assert len(before) == 8
    assert torch.equal(course.state.images, before[-1])


def test_a_stop_before_the_first_step_changes_nothing():
    course = Course.of(real_pictures(), RECIPE)
    before = course.state.images.clone()
    course.source.stop()
    assert course.run() is StopMode.KEEP
    assert course.state.step == 0
    assert torch.equal(course.state.images, before)


# Going wrong


def spoil(monkeypatch: pytest.MonkeyPatch, change: Callable[[int, Looked], Looked]) -> None:
    """Change what a step finds; ``change`` is given the number of the look, from 0."""
    looks = []

    def looking(*arguments, **named):
        looks.append(1)
        return change(len(looks) - 1, look(*arguments, **named))

    monkeypatch.setattr(module, "look", looking)


def not_a_number(looked: Looked) -> Looked:
    return Looked(looked.gradient * torch.nan, looked.terms * torch.nan)


def exploded(looked: Looked) -> Looked:
    return Looked(looked.gradient * 1000, looked.terms * 1000)


@pytest.mark.parametrize("spoilt", [not_a_number, exploded])
def test_divergence_is_noticed_stepped_back_and_told(monkeypatch, spoilt):
    spoil(monkeypatch, lambda number, found: spoilt(found) if number == 15 else found)
    course = Course.of(real_pictures(), CondenseRecipe(ipc=3, steps=16))
    start = course.state.images.clone()
    assert course.run() is None
    assert course.messages() == ["condense.diverged"]
    assert course.state.step == 16
    assert course.state.rate_factor == 0.5
    assert torch.equal(course.state.images, start)  # the last state known to be good
    assert not course.state.velocity.any()
    (told,) = (one for one in course.events if isinstance(one, Message))
    assert (told.level, told.params["step"]) == ("warning", 15)


def test_after_a_divergence_the_run_goes_on_with_half_the_rate(monkeypatch):
    gradient = torch.ones(9, 1, 16, 16)
    moved = []

    def steady(number: int, found: Looked) -> Looked:
        moved.append(course.state.images.clone())
        terms = torch.full((len(Terms._fields),), torch.nan if number == 3 else 1.0)
        return Looked(gradient, terms)

    spoil(monkeypatch, steady)
    course = Course.of(real_pictures(), CondenseRecipe(ipc=3, steps=6), rate=1e-4)
    course.run()
    assert len(moved) == 6
    assert torch.equal(moved[4], moved[0])
    first, again = (moved[0] - moved[1]).max(), (moved[4] - moved[5]).max()
    assert 0 < again < 0.51 * first


def test_a_few_bad_steps_at_the_very_start_are_survived(monkeypatch):
    spoil(monkeypatch, lambda number, found: not_a_number(found) if number < 11 else found)
    course = Course.of(real_pictures(), CondenseRecipe(ipc=3, steps=20))
    assert course.run() is None
    assert course.state.step == 20
    assert course.state.images.isfinite().all()


def test_steps_that_are_never_sound_end_the_run_instead_of_warning_for_ever(monkeypatch):
    spoil(monkeypatch, lambda number, found: not_a_number(found))
    course = Course.of(real_pictures(), CondenseRecipe(ipc=3, steps=1000))
    with pytest.raises(UserError) as told:
        course.run()
    assert told.value.key == "condense.unstable"
    assert course.state.step < 30


def test_a_gradient_that_is_not_a_number_does_not_reach_the_images(monkeypatch):
    spoil(
        monkeypatch,
        lambda number, found: (
            Looked(found.gradient * torch.nan, found.terms) if number == 99 else found
        ),
    )
    course = Course.of(real_pictures((4, 4)), CondenseRecipe(ipc=2, steps=104))
    course.run()
    assert course.state.images.isfinite().all()
    assert course.messages() == ["condense.diverged"]


@pytest.mark.parametrize("start", ["real", "noise"])
def test_classes_used_whole_are_no_divergence(start):
    course = Course.of(real_pictures((3, 3)), CondenseRecipe(ipc=10, steps=30, start=start))
    course.run()
    assert course.messages() == []


def test_a_checkpoint_holds_no_more_than_the_run_needs(tmp_path: Path):
    course = Course.of(real_pictures(), RECIPE)
    course.run()
    course.state.save(tmp_path / "checkpoint.pt")
    assert (tmp_path / "checkpoint.pt").stat().st_size < 4 * course.state.images.nbytes + 20_000
