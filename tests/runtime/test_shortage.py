"""Whatever words an error has for it, memory that ran out is told as that."""

from __future__ import annotations

import errno
import os

import pytest
import torch

from engine.runtime.shortage import as_user_error, out_of_memory


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        RuntimeError("could not create a primitive"),
        RuntimeError("can't start new thread"),
        OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)),
        ImportError("libx.so: failed to map segment: Cannot allocate memory"),
    ],
    ids=lambda one: type(one).__name__,
)
def test_memory_that_ran_out_is_told_as_that(error):
    assert out_of_memory(error)
    told = as_user_error(error, key="command.unexpected")
    assert told.key == "memory.short"
    assert told.exit_code == 1


@pytest.mark.parametrize(
    "error",
    [
        ValueError("out of memory"),
        RuntimeError("shape"),
        RuntimeError("could not create a primitive descriptor for a convolution"),
        KeyError(),
    ],
)
def test_a_fault_of_ours_stays_one(error):
    told = as_user_error(error)
    assert told.key == "unexpected"
    assert type(error).__name__ in told.params["reason"]
