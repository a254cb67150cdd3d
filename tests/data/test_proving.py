"""A file over which the HDF5 library loops for ever is found out by another process."""

from __future__ import annotations

import json
import os
import struct
import time
from pathlib import Path

import numpy as np
import pytest

from engine.data import CondensedSet, checked, proving
from engine.runtime import UserError


@pytest.fixture(autouse=True)
def really_proving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(checked, "prove", proving.prove)
    monkeypatch.setattr(proving, "_proven", {})
    monkeypatch.setattr(proving, "_harmful", {})
    monkeypatch.setattr(proving, "_kept_in", None)


def saved(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    CondensedSet(
        images=np.zeros((2, 16, 16, 1), np.uint8),
        labels=np.array([0, 1], np.int64),
        class_names=["a", "b"],
        mean=np.array([0.5], np.float32),
        std=np.array([0.5], np.float32),
        images_per_class=1,
    ).save(path)
    return path


def made_endless(path: Path) -> Path:
    """The first text of the file is followed, as its size says, by itself."""
    data = bytearray(path.read_bytes())
    heap = data.find(b"GCOL")
    data[heap + 24 : heap + 32] = struct.pack("<Q", 2**64 - 16)
    path.write_bytes(data)
    return path


def test_an_endless_file_is_refused_in_time_and_sound_ones_beside_it_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(proving, "SECONDS", 3.0)
    sound = [saved(tmp_path / "runs" / name / "condensed.h5") for name in ("a", "b")]
    endless = made_endless(saved(tmp_path / "runs" / "c" / "condensed.h5"))
    proving._proven.clear()
    begun = time.monotonic()
    with pytest.raises(UserError) as caught:
        CondensedSet.load(endless)
    assert caught.value.key == "file.not_ours"
    assert time.monotonic() - begun < 10
    begun = time.monotonic()
    assert [CondensedSet.load(one).decoded for one in sound] == [2, 2]
    with pytest.raises(UserError):
        CondensedSet.load(endless)
    assert time.monotonic() - begun < 3, "the endless one is not tried again"


def test_what_was_proven_or_written_here_is_not_read_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    asked: list[list[Path]] = []
    monkeypatch.setattr(proving, "_came_out_alive", lambda paths: asked.append(paths))
    kept = tmp_path / "home" / "proven.json"
    proving.keep_in(kept)
    path = saved(tmp_path / "a.h5")
    CondensedSet.load(path)
    assert asked == [], "written by this process"
    proving._proven.clear()
    proving.keep_in(kept)
    CondensedSet.load(path)
    assert asked == [], "remembered"
    state = path.stat()
    path.write_bytes(path.read_bytes())
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))
    CondensedSet.load(path)
    assert asked == [[path]], "the size and the time that can be set are the same"


def test_what_is_remembered_is_not_believed_blindly(tmp_path: Path):
    kept = tmp_path / "proven.json"
    for content in ("[", "[1]", json.dumps({str(tmp_path / "a.h5"): "x"}), "[" * 100_000):
        kept.write_text(content)
        proving.keep_in(kept)
    assert proving._proven == {}


def test_without_a_process_files_are_opened_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = saved(tmp_path / "a.h5")
    proving._proven.clear()
    monkeypatch.setattr("sys.executable", str(tmp_path / "none"))
    assert CondensedSet.load(path).decoded == 2
