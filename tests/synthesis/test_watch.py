"""The watch, with a clock of our own: pauses, time limits, curves, events, checkpoints."""

from __future__ import annotations

import itertools
import math
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from engine.data.recipe import CondenseRecipe
from engine.matching.objective import Terms
from engine.runtime.events import Preview, Progress
from engine.synthesis import condense as loop
from engine.synthesis import watch as module
from engine.synthesis.condense import Looked
from engine.synthesis.state import State
from engine.synthesis.watch import Watch
from tests.synthesis.tiny import Course, real_pictures, tiny_plan


class Clock:
    """Time that passes only when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(module, "time", clock)
    return clock


class Watched:
    """A watch on a run of ``steps`` steps, and what it emitted, saved and previewed."""

    def __init__(self, clock: Clock, *, steps=100, pairs=4, minutes=None, closing=0.0) -> None:
        recipe = CondenseRecipe(ipc=2, steps=steps, minutes=minutes)
        plan = tiny_plan(real_pictures((4, 4)), recipe, pairs=pairs)
        self.clock, self.events, self.saved = clock, [], []
        self.token = SimpleNamespace(paused_seconds=0.0)
        self.state = State(torch.zeros(4, 1, 16, 16), torch.zeros(4, 1, 16, 16), pairs=pairs)
        self.watch = Watch(
            plan,
            self.state,
            emit=self.events.append,
            token=self.token,
            save=lambda state: self.saved.append(state.step),
            preview=lambda state: Preview(np.empty(0), np.empty(0), state.step),
            closing=closing,
        )

    def step(self, seconds: float, *, missing: int = 0, paused: float = 0.0, terms=None) -> bool:
        with self.watch.step(missing=missing):
            self.clock.now += seconds + paused
            self.token.paused_seconds += paused
            sound = self.watch.note(
                torch.ones(len(Terms._fields)) if terms is None else torch.tensor(terms)
            )
            self.state.step += 1
        return sound

    def of(self, kind: type) -> list:
        return [one for one in self.events if isinstance(one, kind)]


def test_pauses_do_not_count_as_time(clock):
    watched = Watched(clock)
    watched.step(2.0)
    watched.step(3.0, paused=500.0)
    assert watched.state.seconds == pytest.approx(5.0)


def test_there_is_no_end_without_a_limit(clock):
    watched = Watched(clock)
    watched.step(1e6)
    assert not watched.watch.out_of_time()


def test_the_limit_is_reached_when_the_time_is_used_up(clock):
    watched = Watched(clock, minutes=1)
    for _ in range(5):
        watched.step(11.0)
        assert not watched.watch.out_of_time()
    watched.step(11.0)
    assert watched.watch.out_of_time()


def test_time_for_measuring_the_result_is_kept_back(clock):
    watched = Watched(clock, minutes=1, closing=4.0)
    watched.step(1.0, missing=4)
    watched.step(1.0, missing=3)
    watched.step(1.0, missing=2)  # a pair takes a second, so closing takes four
    watched.state.seconds = 55.9
    assert not watched.watch.out_of_time()
    watched.state.seconds = 56.1
    assert watched.watch.out_of_time()


@pytest.mark.parametrize("minutes", [None, 1.0])
def test_the_rate_falls_from_whole_to_a_small_part(clock, minutes):
    watched = Watched(clock, minutes=minutes)
    rates = []
    for _ in range(100):
        rates.append(watched.watch.decay())
        watched.step(0.1)
    assert rates[0] == 1.0
    assert 0 < rates[-1] < 0.2
    assert all(a >= b for a, b in itertools.pairwise(rates))


def test_under_a_time_limit_the_rate_falls_with_the_time(clock):
    watched = Watched(clock, steps=1_000_000, minutes=1)
    watched.step(59.0)
    assert watched.watch.decay() < 0.2


@pytest.mark.parametrize("step_seconds", [0.05, 1.0])
@pytest.mark.parametrize("pair_seconds", [0.2, 2.0, 9.0])
def test_a_whole_run_keeps_its_time_limit(monkeypatch, clock, pair_seconds, step_seconds):
    """Pairs and steps take time by the clock; the bank gives way so that steps have their share."""
    drawn = []

    def draw(*arguments, number, **named):
        clock.now += pair_seconds
        drawn.append(number)

    def look(pair, images, shares, **named):
        clock.now += step_seconds
        return Looked(torch.zeros_like(images), torch.ones(len(Terms._fields)))

    monkeypatch.setattr(loop, "draw_pair", draw)
    monkeypatch.setattr(loop, "look", look)
    recipe = CondenseRecipe(ipc=2, steps=100_000, minutes=2)
    course = Course.of(real_pictures((4, 4)), recipe, pairs=200)
    assert course.run() is None
    assert course.state.seconds <= 120 + pair_seconds + step_seconds
    assert course.state.seconds >= 0.9 * 120
    assert pair_seconds * len(drawn) <= 0.6 * 120
    assert len(drawn) == len(set(drawn)) == course.state.pairs


def test_a_limit_that_is_used_up_already_leaves_the_pictures_as_they_are():
    course = Course.of(real_pictures((4, 4)), CondenseRecipe(ipc=2, minutes=1))
    course.state.seconds = 61
    before = course.state.images.clone()
    assert course.run() is None
    assert course.state.step == 0
    assert torch.equal(course.state.images, before)


def test_curves_are_in_per_cent_of_the_start(clock):
    watched = Watched(clock)
    for _ in range(10):
        watched.step(0.1, terms=[2.0, 1.0, 3.0, 5.0, 7.0, 2.0])
    assert watched.watch.values() == pytest.approx({"content": 100, "style": 100, "diversity": 100})
    for _ in range(400):
        watched.step(0.1, terms=[1.0, 0.5, 0.5, 0.0, 0.0, 0.5])
    values = watched.watch.values()
    assert values == pytest.approx({"content": 50, "style": 25, "diversity": 0}, abs=1)
    assert watched.state.history["step"][0] == 0
    assert watched.state.history["content"][0] == pytest.approx(100)
    lengths = {len(one) for one in watched.state.history.values()}
    assert len(lengths) == 1


def test_curves_of_a_long_run_stay_short(clock):
    watched = Watched(clock, steps=20_000)
    for _ in range(20_000):
        watched.step(0.001)
    assert 100 < len(watched.state.history["step"]) <= 1001


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("place", range(len(Terms._fields)))
def test_terms_that_are_no_numbers_are_refused_and_not_taken_in(clock, bad, place):
    watched = Watched(clock)
    for _ in range(12):
        assert watched.step(0.1)
    before = watched.watch.values()
    terms = [1.0] * len(Terms._fields)
    terms[place] = bad
    assert not watched.step(0.1, terms=terms)
    assert watched.watch.values() == before


def test_content_far_above_its_start_is_refused_but_noise_is_not(clock):
    watched = Watched(clock)
    for _ in range(12):
        watched.step(0.1)
    assert watched.step(0.1, terms=[3.0] * len(Terms._fields))
    assert not watched.step(0.1, terms=[1000.0] + [1.0] * (len(Terms._fields) - 1))


def test_events_are_neither_a_flood_nor_a_silence(clock):
    watched = Watched(clock, steps=10_000)
    for _ in range(2000):
        watched.step(0.01)
    assert 20 <= len(watched.of(Progress)) <= 20 / 0.05
    assert 10 <= len(watched.of(Preview)) <= 40
    assert all(isinstance(one, Progress | Preview) for one in watched.events)


def test_a_checkpoint_is_saved_at_least_every_thirty_seconds(clock):
    watched = Watched(clock, steps=10_000)
    for _ in range(300):
        watched.step(1.0)
    assert watched.saved[0] <= 30
    assert all(b - a <= 30 for a, b in itertools.pairwise(watched.saved))
    assert len(watched.saved) <= 30


def test_progress_counts_and_its_estimate_comes_true(clock):
    watched = Watched(clock, steps=110, pairs=10)
    for missing in range(10, 0, -1):
        watched.step(2.0, missing=missing)
    for _ in range(50):
        watched.step(0.5)
    progress = watched.of(Progress)
    assert {one.stage for one in progress} == {"stage.bank", "stage.steps"}
    assert [one.done for one in progress] == sorted(one.done for one in progress)
    assert all(one.total == 110 for one in progress)
    last = progress[-1]
    assert (last.done, last.stage) == (60, "stage.steps")
    assert last.rate == pytest.approx(2.0)
    assert last.seconds_left == pytest.approx(25.0, rel=0.05)
    early = progress[4]
    assert early.seconds_left == pytest.approx(5 * 2 + 100 * 0.5, rel=0.8)


def test_the_estimate_never_exceeds_the_time_allowed(clock):
    watched = Watched(clock, steps=100_000, minutes=1)
    for _ in range(20):
        watched.step(1.0)
    assert watched.of(Progress)[-1].seconds_left <= 40
