"""Time to nearly all accuracy, energy, gains; the two views on the stopping rule; streaming."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from engine.runtime import LANGUAGES
from engine.trial import PROTOCOLS, TrialRecipe
from engine.trial.measures import (
    best_baseline,
    energy_wh,
    gain_over_random,
    recovered_share,
    seconds_to_reach,
    watts_of,
    with_times,
)
from engine.trial.pictures import Streamed, pictures_at
from engine.trial.results import Curve, ModelResults, SetResult


def result(name, accuracy, *, seconds=10.0, curves=()):
    return SetResult(
        name=name,
        images=10,
        bytes=100,
        accuracies=[accuracy],
        accuracy_mean=accuracy,
        accuracy_std=0.0,
        balanced_mean=accuracy,
        balanced_std=0.0,
        recall={"a": accuracy},
        confusion=[[10_000]],
        seconds=seconds,
        steps=100,
        curves=[
            Curve(seed=seed, step=[25, 50, 100], loss=[1, 1, 1], accuracy=list(points))
            for seed, points in enumerate(curves)
        ],
    )


def together(*sets):
    return ModelResults(model="convnet", protocol=PROTOCOLS["trial"], sets=list(sets))


def test_time_to_nearly_all_is_read_from_the_mean_curve():
    one = result("condensed", 0.9, curves=[(0.5, 0.9, 0.9), (0.7, 0.7, 0.9)])
    assert seconds_to_reach(one, 0.6) == pytest.approx(2.5)
    assert seconds_to_reach(one, 0.8) == pytest.approx(5.0)
    assert seconds_to_reach(one, 0.81) == pytest.approx(10.0)
    assert seconds_to_reach(one, 0.95) is None


def test_every_set_is_timed_against_the_full_data():
    full = result("full", 0.8, seconds=100, curves=[(0.5, 0.76, 0.8)])
    weak = result("random", 0.6, curves=[(0.4, 0.5, 0.6)])
    strong = result("condensed", 0.78, curves=[(0.76, 0.77, 0.78)])
    times = [one.seconds_to_95 for one in with_times([full, weak, strong], 100)]
    assert times == [pytest.approx(50.0), None, pytest.approx(2.5)]
    assert with_times([weak], 100)[0].seconds_to_95 is None


def test_energy_is_seconds_times_watts():
    assert energy_wh(3600, 65) == pytest.approx(65)
    assert with_times([result("full", 0.8, seconds=36)], 200)[0].energy_wh == pytest.approx(2)
    assert watts_of(torch.device("cuda")) > watts_of(torch.device("cpu"))


def test_gain_and_share_by_hand():
    report = together(result("condensed", 0.72), result("random", 0.6), result("full", 0.9))
    assert gain_over_random(report) == pytest.approx(0.12)
    assert recovered_share(report) == pytest.approx(0.8)
    assert gain_over_random(together(result("condensed", 0.7))) is None
    assert recovered_share(together(result("condensed", 0.7))) is None


def test_the_baseline_that_beats_it_is_named():
    sets = [result("condensed", 0.7), result("random", 0.71), result("kcenter", 0.75)]
    assert best_baseline(together(*sets)).name == "kcenter"
    assert best_baseline(together(result("condensed", 0.8), result("full", 0.9))) is None
    near = together(result("condensed", 0.7), result("random", 0.701))
    assert best_baseline(near) is None, "within the margin of error"


@pytest.mark.parametrize("stop", ["protocol", "steps", "epochs"])
def test_the_views_on_the_stopping_rule_by_hand(stop):
    rule = TrialRecipe(stop=stop, epochs=20, least_steps=300).full_protocol(full=3200)
    steps = {images: rule.steps(images) for images in (60, 3200)}
    assert (
        steps
        == {
            "protocol": {60: 300, 3200: 2000},
            "steps": {60: 2000, 3200: 2000},
            "epochs": {60: 40, 3200: 2000},
        }[stop]
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_view_is_told_in_words(language):
    words = {
        stop: TrialRecipe(stop=stop).full_protocol(full=full).in_words(language)
        for stop, full in (("protocol", 900), ("steps", 3200), ("epochs", 900))
    }
    assert "2,000" in words["steps"]
    assert "20" in words["epochs"]
    assert len(set(words.values())) == 3
    assert all(words[stop].startswith(words["protocol"]) for stop in ("steps", "epochs"))
    tuned = TrialRecipe(weights="mine.pt").full_protocol()
    assert tuned.rate == pytest.approx(PROTOCOLS["trial"].rate / 10)
    assert tuned.in_words(language) != TrialRecipe().full_protocol().in_words(language)
    further = TrialRecipe(weights="mine.pt", also=("resnet18",)).full_protocol(model="resnet18")
    assert further.rate == PROTOCOLS["trial"].rate


def test_streamed_pictures_are_those_in_memory(make_project):
    project, _ = make_project()
    with project.image_set() as image_set:
        rows = image_set.indices("train")[::-1]
        held = pictures_at(image_set, rows, budget=10**9)
        streamed = pictures_at(image_set, rows, budget=len(rows) * 16 * 16 - 1)
        assert isinstance(held, np.ndarray)
        assert isinstance(streamed, Streamed)
        assert (len(streamed), streamed.shape) == (len(held), held.shape)
        for chosen in (slice(3, 9), np.array([5, 0, 5, 30])):
            assert np.array_equal(streamed[chosen], held[chosen])
