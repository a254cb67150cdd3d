"""The eye: what it computes with, and compiling that never holds a run up for long."""

from __future__ import annotations

import threading
import time

import pytest
import torch

from engine.networks.observer import observe_eagerly
from engine.runtime import StopMode, Stopped, StopSource
from engine.synthesis.eye import Eye, can_compile, fast_dtype, make_eye, warm_up
from tests.synthesis.tiny import CPU


def test_without_a_compiler_the_plain_form_is_used(monkeypatch):
    monkeypatch.setattr("engine.synthesis.eye.shutil.which", lambda name: None)
    can_compile.cache_clear()
    try:
        eye = make_eye(CPU)
    finally:
        can_compile.cache_clear()
    assert not eye.compiled
    assert eye.look is observe_eagerly
    assert eye.dtype in (torch.float32, torch.bfloat16)


def test_a_compiler_that_fails_is_as_good_as_none(monkeypatch):
    def broken(*arguments, **named):
        raise OSError("no such compiler")

    monkeypatch.setattr("engine.synthesis.eye.shutil.which", lambda name: "/usr/bin/c++")
    monkeypatch.setattr(torch, "compile", broken)
    can_compile.cache_clear()
    try:
        assert not can_compile(CPU)
    finally:
        can_compile.cache_clear()


@pytest.mark.parametrize("kind", ["cpu", "cuda"])
def test_micro_batches_shrink_with_the_pictures_to_one_at_least(kind):
    eye = Eye(torch.device(kind), torch.float32, observe_eagerly, compiled=False)
    sizes = [eye.micro_batch(size) for size in (16, 32, 64, 128, 256, 1024, 16384)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[2]
    assert sizes[-1] == 1


def test_precision_is_one_the_processor_has():
    assert fast_dtype(CPU) in (torch.float32, torch.bfloat16)


def warm(look, *, source=None, patience=None, compiled=True, shapes=((1, 4), (2, 2))) -> bool:
    return warm_up(
        Eye(CPU, torch.float32, look, compiled=compiled),
        list(shapes),
        (1, 16, 16),
        width=8,
        style=True,
        token=(source or StopSource()).token,
        patience=patience,
    )


def test_every_shape_is_looked_at_the_bank_without_a_gradient():
    seen = []

    def look(x, weights, shares, style):
        seen.append((tuple(shares.shape), len(x), torch.is_grad_enabled()))
        return observe_eagerly(x, weights, shares, style)

    assert warm(look)
    assert seen == [((1, 4), 4, False), ((2, 2), 4, True)]


def test_nothing_is_done_where_nothing_is_compiled():
    assert not warm(None, compiled=False)


@pytest.fixture
def slow():
    """Compiling that takes until the test ends."""
    release = threading.Event()

    def look(*arguments):
        release.wait(30)
        return observe_eagerly(*arguments)

    yield look
    release.set()
    for thread in threading.enumerate():
        if thread.name == "compile":
            thread.join(30)


def test_compiling_is_left_behind_when_patience_ends(slow):
    begin = time.monotonic()
    assert not warm(slow, patience=0.2)
    assert time.monotonic() - begin < 10


def test_a_stop_is_answered_while_compiling(slow):
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        warm(slow, source=source)


def test_running_out_of_memory_while_compiling_is_told():
    def look(*arguments):
        raise torch.OutOfMemoryError("CUDA out of memory")

    with pytest.raises(torch.OutOfMemoryError):
        warm(look)


def test_code_that_cannot_be_compiled_is_done_without():
    def look(*arguments):
        raise RuntimeError("internal compiler error")

    assert not warm(look)
