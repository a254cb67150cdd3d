"""The memory that a container or a batch job leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.runtime import device
from engine.runtime.control_groups import memory_left

GIB = 1 << 30


def group(folder: Path, *, version: int, limit: object, taken: int, cache: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    first, second, third = {
        1: ("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file"),
        2: ("memory.max", "memory.current", "inactive_file"),
    }[version]
    (folder / first).write_text(f"{limit}\n")
    (folder / second).write_text(f"{taken}\n")
    (folder / "memory.stat").write_text(f"anon 5\n{third} {cache}\n")


def test_the_narrowest_group_counts_and_what_is_cached_is_given_back(tmp_path: Path):
    own = tmp_path / "own"
    own.write_text("0::/slurm/job/step\n")
    group(tmp_path / "slurm" / "job", version=2, limit=8 * GIB, taken=3 * GIB, cache=GIB)
    group(tmp_path / "slurm" / "job" / "step", version=2, limit="max", taken=2 * GIB, cache=0)
    assert memory_left(tmp_path, own) == 6 * GIB
    group(tmp_path / "slurm" / "job" / "step", version=2, limit=GIB, taken=2 * GIB, cache=0)
    assert memory_left(tmp_path, own) == 0


def test_groups_of_the_first_version_and_those_of_a_container_count(tmp_path: Path):
    own = tmp_path / "own"
    own.write_text("9:name=systemd:/\n4:memory:/docker/4711\n3:cpuset:/\n")
    # Seen from inside, the container's own group is the top, whatever its name outside.
    group(tmp_path / "memory", version=1, limit=2 * GIB, taken=GIB, cache=0)
    assert memory_left(tmp_path, own) == GIB


def test_without_groups_or_limits_there_is_no_answer(tmp_path: Path):
    own = tmp_path / "own"
    assert memory_left(tmp_path, own) is None
    own.write_text("0::/\n")
    group(tmp_path, version=2, limit="max", taken=GIB, cache=0)
    assert memory_left(tmp_path, own) is None
    own.write_text("4:memory:/\n")
    group(tmp_path / "memory", version=1, limit=(1 << 63) - 4096, taken=GIB, cache=0)
    assert memory_left(tmp_path, own) is None


def test_a_run_takes_no_more_than_its_group_leaves(monkeypatch: pytest.MonkeyPatch):
    whole = device.free_memory()
    monkeypatch.setattr(device, "memory_left", lambda: whole // 4)
    assert device.free_memory() == whole // 4
    monkeypatch.setattr(device, "memory_left", lambda: 1 << 60)
    assert device.free_memory() > whole // 4
