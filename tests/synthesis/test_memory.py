"""Memory: what a run may take, banks and pictures on disk, sizes and numbers of classes."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import torch

from engine.data.recipe import CondenseRecipe
from engine.runtime import Progress, StopMode, StopSource, UserError, device
from engine.synthesis import session
from engine.synthesis.augmentation import kinds_for
from engine.synthesis.bank import BankPlan, draw_pair
from engine.synthesis.bank_store import BankStore
from engine.synthesis.memory import Budget
from tests.synthesis.sessions import Heard, make_tiny, start
from tests.synthesis.tiny import CPU, EYE, Course, eye_for, real_pictures, tiny_plan

TOKEN = StopSource().token
GIB = 2**30

pytestmark = pytest.mark.usefixtures("tiny_sessions")


@pytest.fixture
def cramped(monkeypatch):
    """Nothing of bank and pictures may be held in memory."""
    of = Budget.of

    def no_room(*arguments, **named):
        return dataclasses.replace(of(*arguments, **named), pictures=0, bank=0)

    monkeypatch.setattr(session.Budget, "of", no_room)


def pairs(count):
    real = real_pictures()
    plan = BankPlan(pairs=count, per_class=5, width=8, style=True, directions=2)
    for number in range(count):
        yield draw_pair(real, plan, number=number, eye=EYE, kinds=kinds_for(1), seed=3, token=TOKEN)


def same(one, other):
    return all(
        torch.equal(a, b)
        for name in ("content", "scatter", "directions", "spread")
        for a, b in [(getattr(one, name), getattr(other, name))]
    ) and all(
        torch.equal(a, b)
        for name in ("means", "stds", "grams", "gram_units")
        for a, b in zip(getattr(one, name), getattr(other, name), strict=True)
    )


def test_pairs_beyond_the_memory_come_back_from_disk_as_they_were(tmp_path):
    made = list(pairs(4))
    store = BankStore(tmp_path / "bank", memory=0, device=CPU)
    held = BankStore(tmp_path / "other", memory=GIB, device=CPU)
    for number, pair in enumerate(made):
        store[number] = held[number] = pair
    assert (store.on_disk, held.on_disk, len(store)) == (4, 0, 4)
    assert len(list((tmp_path / "bank").iterdir())) == 4
    assert not (tmp_path / "other").exists()
    for number, pair in enumerate(made):
        assert same(store[number], pair)
        assert store[number].network == pair.network
        assert store[number].augmentation == pair.augmentation
    store.close()
    assert not (tmp_path / "bank").exists()
    assert 0 not in store


def test_the_memory_is_filled_first(tmp_path):
    made = list(pairs(3))
    one = BankStore(tmp_path, memory=GIB, device=CPU)
    one[0] = made[0]
    store = BankStore(tmp_path / "bank", memory=2 * one._bytes, device=CPU)
    for number, pair in enumerate(made):
        store[number] = pair
    assert store.on_disk == 1


def test_what_a_crash_left_behind_is_removed(tmp_path):
    (tmp_path / "bank").mkdir()
    (tmp_path / "bank" / "0.pt").write_bytes(b"old")
    store = BankStore(tmp_path / "bank", memory=0, device=CPU)
    assert 0 not in store
    assert not (tmp_path / "bank").exists()


def test_a_disk_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "bank").write_text("in the way")
    store = BankStore(tmp_path / "bank" / "deeper", memory=0, device=CPU)
    with pytest.raises(UserError) as told:
        store[0] = next(pairs(1))
    assert told.value.key == "file.cannot_write"


@pytest.mark.usefixtures("cramped")
def test_a_run_on_disk_gives_the_same_bits_and_leaves_nothing(make_project, monkeypatch):
    project, _ = make_project(size=32)
    cramped_run, _ = start(project)
    assert not (cramped_run.folder / "bank").exists()
    monkeypatch.undo()
    make_tiny(monkeypatch)
    roomy, _ = start(project)
    assert np.array_equal(cramped_run.condensed().images, roomy.condensed().images)


@pytest.mark.usefixtures("cramped")
@pytest.mark.parametrize("mode", [StopMode.KEEP, StopMode.DISCARD])
def test_a_stopped_run_leaves_no_bank(make_project, monkeypatch, mode):
    project, _ = make_project()
    source = StopSource()

    def stop_soon(event):
        if isinstance(event, Progress) and event.done >= 6:
            source.stop(mode)

    monkeypatch.setattr("engine.synthesis.watch._PROGRESS_SECONDS", 0.0)
    run, _ = start(project, heard=Heard(stop_soon), source=source)
    assert not (run.folder / "bank").exists()


def test_a_budget_is_shared_out():
    recipe = CondenseRecipe(memory=2.0)
    roomy = Budget.of(recipe, EYE, (1, 32, 32), pictures=100 << 10, images=0)
    assert roomy.total <= 2 * GIB
    assert roomy.pictures == 100 << 20
    assert roomy.working + roomy.pictures + roomy.bank == roomy.total
    cramped = Budget.of(recipe, EYE, (1, 32, 32), pictures=2 << 20, images=0)
    assert cramped.pictures == 0
    assert cramped.bank > roomy.bank
    learning = Budget.of(recipe, EYE, (1, 32, 32), pictures=100 << 10, images=1000)
    assert learning.working - roomy.working >= 1000 * 32 * 32 * 5 * 4


def test_without_a_number_half_of_what_is_free_is_taken(monkeypatch):
    monkeypatch.setattr(device, "free_bytes", lambda device: 8 * GIB)
    assert Budget.of(CondenseRecipe(), EYE, (1, 32, 32), pictures=0, images=0).total == 4 * GIB
    assert (
        Budget.of(CondenseRecipe(memory=100), EYE, (1, 32, 32), pictures=0, images=0).total
        == 8 * GIB
    )


def test_too_little_memory_is_told_with_what_is_needed(make_project, monkeypatch):
    project, _ = make_project()
    monkeypatch.setattr(device, "free_bytes", lambda device: GIB // 2)
    with pytest.raises(UserError) as told:
        start(project)
    assert told.value.key == "condense.memory_too_small"
    assert told.value.params["given"] == "0.2"


def test_a_short_disk_means_fewer_pairs_and_is_told(make_project, monkeypatch):
    project, _ = make_project()
    heard = Heard()
    of = Budget.of

    def little(*arguments, **named):
        return dataclasses.replace(of(*arguments, **named), bank=200_000)

    monkeypatch.setattr(session.Budget, "of", little)
    monkeypatch.setattr(session, "disk_for_bank", lambda folder: 0)
    start(project, heard=heard)
    told = heard.messages()["condense.fewer_pairs"]
    assert told["pairs"] < told["wanted"]


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("size", [32, 48, 96, 200, 256])
def test_every_size_is_condensed_in_grey_and_colour(size, channels):
    real = real_pictures((4, 3), size=size, channels=channels)
    recipe = CondenseRecipe(ipc=2, steps=2, preset="quick")
    course = Course.of(real, recipe, pairs=2)
    before = course.state.images.clone()
    course.run()
    assert course.state.images.shape[1:] == (channels, size, size)
    assert not torch.equal(course.state.images, before)
    assert course.state.images.isfinite().all()


def test_two_hundred_classes_are_condensed():
    real = real_pictures((3,) * 200)
    recipe = CondenseRecipe(ipc=1, steps=2, preset="quick", packing=1)
    course = Course.of(real, recipe, pairs=2)
    course.run()
    assert len(course.state.images) >= 200
    assert course.state.images.isfinite().all()


@pytest.mark.parametrize("pictures", [1, 3, 20])
def test_statistics_do_not_depend_on_the_micro_batch(pictures):
    real = real_pictures()
    plan = tiny_plan(real, CondenseRecipe(ipc=4, packing=1)).bank
    one, other = (
        draw_pair(real, plan, number=1, eye=eye_for(size), kinds=kinds_for(1), seed=0, token=TOKEN)
        for size in (pictures, 20)
    )
    assert torch.allclose(one.content, other.content, atol=1e-5)
    for a, b in zip(one.means + one.stds, other.means + other.stds, strict=True):
        assert torch.allclose(a, b, atol=1e-5)
