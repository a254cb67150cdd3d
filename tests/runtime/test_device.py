"""The device: chosen as asked for, described for people, its free memory."""

from __future__ import annotations

import pytest
import torch

from engine.runtime import UserError, device
from engine.runtime.device import choose_device, describe_device, free_bytes

CPU = torch.device("cpu")


@pytest.mark.parametrize(
    ("wanted", "present", "expected"),
    [
        ("auto", False, "cpu"),
        ("auto", True, "cuda"),
        ("cpu", True, "cpu"),
        ("cpu", False, "cpu"),
        ("cuda", True, "cuda"),
    ],
)
def test_the_device_is_what_is_wanted_and_there(monkeypatch, wanted, present, expected):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: present)
    assert choose_device(wanted).type == expected


def test_a_gpu_that_is_not_there_is_wrong_use(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(UserError) as told:
        choose_device("cuda")
    assert (told.value.key, told.value.exit_code) == ("condense.no_gpu", 2)


def test_the_processor_is_described_with_its_threads():
    assert describe_device(CPU) == f"CPU × {torch.get_num_threads()}"


def test_free_memory_is_a_part_of_what_is_there():
    assert 1 << 20 < free_bytes(CPU) <= device._physical_bytes()


@pytest.mark.parametrize("content", [None, "", "MemTotal: 12 kB\n", "MemAvailable: many kB\n"])
def test_without_the_kernels_word_half_of_the_memory_counts_as_free(monkeypatch, tmp_path, content):
    path = tmp_path / "meminfo"
    if content is not None:
        path.write_text(content)
    monkeypatch.setattr(device, "Path", lambda name: path)
    assert free_bytes(CPU) == device._physical_bytes() // 2


def test_a_system_that_cannot_tell_is_assumed_small(monkeypatch):
    monkeypatch.delattr(device.os, "sysconf")
    assert device._physical_bytes() == 4 << 30
