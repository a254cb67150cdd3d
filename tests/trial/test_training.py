"""The training loop: stopping rule, fair dealing, seeds, pauses."""

from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
import torch

from engine.runtime import LANGUAGES, StopMode, Stopped, StopSource
from engine.synthesis.eye import can_compile
from engine.trial import PROTOCOLS, Protocol, TrialRecipe, evaluate, new_model, train_model
from engine.trial.results import confusion_matrix, recalls
from engine.trial.train import _deal, share_of_rate

TINY = Protocol(name="trial", batch=8, rate=0.05, schedule="cosine", epochs=2, least_steps=10)
CPU = torch.device("cpu")
MEAN, STD = np.array([0.5], np.float32), np.array([0.25], np.float32)


def dark_and_bright(count=12):
    labels = np.arange(count) % 2
    random = np.random.default_rng(0)
    images = random.normal(90 + 70 * labels[:, None, None, None], 9, (count, 16, 16, 1))
    return images.clip(0, 255).astype(np.uint8), labels.astype(np.int64)


def train(seed=0, token=None, on_progress=None, quick=False):
    model = new_model("convnet", channels=1, classes=2, size=16, seed=seed, width=8)
    images, labels = dark_and_bright()
    seconds = train_model(
        model,
        images,
        labels,
        protocol=TINY,
        mean=MEAN,
        std=STD,
        seed=seed,
        device=CPU,
        token=token or StopSource().token,
        on_progress=on_progress,
        quick=quick,
    )
    return model, seconds


@pytest.mark.parametrize(
    ("images", "steps"),
    [(3, 300), (60, 300), (800, 300), (801, 12 * 26), (1440, 12 * 45)],
)
def test_the_stopping_rule_by_hand(images, steps):
    rule = Protocol(name="trial", batch=32, rate=0.1, schedule="cosine", epochs=12, least_steps=300)
    assert rule.steps(images) == steps


def test_the_papers_protocol_sees_every_picture_a_thousand_times():
    paper = PROTOCOLS["paper"]
    assert (paper.steps(100), paper.batch_for(100)) == (1000, 100)
    assert (paper.steps(500), paper.batch_for(500)) == (2000, 256)
    rates = [share_of_rate(step, 1000, paper) for step in (0, 499, 500, 999)]
    assert rates == [1.0, 1.0, 0.1, 0.1]


def test_the_rate_warms_up_then_falls_to_nothing():
    shares = [share_of_rate(step, 100, TINY) for step in range(100)]
    assert shares[0] == pytest.approx(0.1)
    assert max(shares) == 1.0
    assert shares[-1] < 0.001
    assert all(a >= b for a, b in itertools.pairwise(shares[10:]))


@pytest.mark.parametrize(("images", "batch"), [(10, 4), (10, 10), (7, 3)])
def test_every_picture_is_dealt_equally_often(images, batch):
    hands = list(itertools.islice(_deal(images, batch, seed=0), images * 3))
    seen = np.bincount(np.concatenate(hands), minlength=images)
    assert set(seen) == {3 * batch}
    assert {len(hand) for hand in hands} == {batch}


def test_a_recipe_can_change_the_length_but_not_the_rest():
    changed = TrialRecipe(epochs=3, least_steps=7).full_protocol()
    assert (changed.epochs, changed.least_steps) == (3, 7)
    assert changed.model_copy(update={"epochs": 12, "least_steps": 300}) == PROTOCOLS[
        "trial"
    ].model_copy(update={"epochs": 12, "least_steps": 300})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["trial", "paper"])
def test_the_rule_is_said_in_words(name, language):
    protocol = PROTOCOLS[name]
    words = protocol.in_words(language)
    assert str(protocol.batch) in words
    assert str(protocol.epochs) in words


def test_training_learns_and_repeats_by_seed():
    images, labels = dark_and_bright()
    model, seconds = train()
    again, _ = train()
    other, _ = train(seed=1)
    said = evaluate(model, images, mean=MEAN, std=STD, device=CPU, token=StopSource().token)
    assert (said == labels).mean() == 1.0
    assert seconds > 0
    for mine, same in zip(model.parameters(), again.parameters(), strict=True):
        assert torch.equal(mine, same)
    assert not torch.equal(next(model.parameters()), next(other.parameters()))


def test_making_a_model_leaves_the_random_state_alone():
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    new_model("convnet", channels=1, classes=2, size=16, seed=9, width=8)
    assert torch.equal(torch.rand(3), expected)


def test_watching_does_not_count_as_training():
    _, seconds = train(on_progress=lambda step, steps, loss: time.sleep(0.05))
    assert seconds < 10 * 0.05 + 0.5


def test_a_stop_ends_training_at_the_next_step():
    source = StopSource()
    seen = []

    def stop_at_third(step, steps, loss):
        seen.append(step)
        if step == 3:
            source.stop(StopMode.KEEP)

    with pytest.raises(Stopped):
        train(token=source.token, on_progress=stop_at_third)
    assert seen == [1, 2, 3]


def test_pieces_of_a_batch_add_up_to_the_whole_batch(monkeypatch):
    whole, _ = train()
    monkeypatch.setattr("engine.trial.train._PIXELS_AT_ONCE", 3 * 16 * 16)
    pieces, _ = train()
    for mine, same in zip(whole.parameters(), pieces.parameters(), strict=True):
        assert torch.allclose(mine, same, atol=0.05)


@pytest.mark.slow
@pytest.mark.skipif(not can_compile(CPU), reason="needs a C++ compiler")
def test_compiled_training_is_the_same_training():
    plain, _ = train()
    quick, _ = train(quick=True)
    for mine, same in zip(plain.parameters(), quick.parameters(), strict=True):
        assert torch.allclose(mine, same, atol=0.05)


def test_compiling_answers_a_stop():
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        train(token=source.token, quick=True)


def test_recall_and_confusion_by_hand():
    truth = np.array([0, 0, 0, 1, 1, 3])
    said = np.array([0, 0, 1, 1, 1, 0])
    confusion = confusion_matrix(truth, said, 4)
    assert confusion.tolist() == [[2, 1, 0, 0], [0, 2, 0, 0], [0, 0, 0, 0], [1, 0, 0, 0]]
    assert recalls(confusion)[[0, 1, 3]] == pytest.approx([2 / 3, 1.0, 0.0])
    assert np.isnan(recalls(confusion)[2])
