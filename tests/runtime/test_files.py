"""A file is whole or not there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from engine.runtime import UserError
from engine.runtime.files import replacing, write_text


def write_then(path: Path, error: Exception) -> None:
    with replacing(path) as temporary:
        temporary.write_text("half")
        raise error


def test_a_failed_write_keeps_the_old_file_and_leaves_no_rest(tmp_path):
    path = tmp_path / "図.txt"
    write_text(path, "old")
    with pytest.raises(ZeroDivisionError):
        write_then(path, ZeroDivisionError())
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_told_and_keeps_the_old_file(tmp_path):
    path = tmp_path / "set.h5"
    write_text(path, "old")
    with pytest.raises(UserError) as caught:
        write_then(path, OSError(28, "No space left on device"))
    assert caught.value.key == "file.cannot_write"
    assert "No space left" in str(caught.value)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_a_file_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError) as caught:
        write_text(tmp_path / "file" / "below.txt", "y")
    assert caught.value.key == "file.cannot_write"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no umask")
def test_a_written_file_can_be_read_by_those_the_umask_allows(tmp_path):
    previous = os.umask(0o022)
    try:
        write_text(tmp_path / "shared.txt", "x")
    finally:
        os.umask(previous)
    assert stat.S_IMODE((tmp_path / "shared.txt").stat().st_mode) == 0o644


def test_missing_folders_are_made(tmp_path):
    path: Path = tmp_path / "a" / "b" / "c.txt"
    write_text(path, "雫")
    assert path.read_text(encoding="utf-8") == "雫"


def test_a_folder_that_must_be_there_is_not_made_again(tmp_path):
    """On a share that was unplugged there would be two projects of one name."""
    gone = tmp_path / "図面.shizuku" / "runs" / "1"
    with pytest.raises(UserError) as caught:
        write_text(gone / "checkpoint.pt", "half", new_folders=False)
    assert caught.value.key == "file.cannot_write"
    assert list(tmp_path.iterdir()) == []
