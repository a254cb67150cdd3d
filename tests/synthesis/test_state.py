"""Checkpoints: whole, read back bit by bit, and nothing in them is ever run."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from engine.runtime import UserError
from engine.synthesis.state import State
from tests.synthesis.tiny import CPU


def some_state() -> State:
    generator = torch.Generator().manual_seed(0)
    return State(
        images=torch.randn(4, 1, 8, 8, generator=generator),
        velocity=torch.randn(4, 1, 8, 8, generator=generator),
        pairs=7,
        fingerprint="f0",
        good=torch.randn(4, 1, 8, 8, generator=generator),
        step=42,
        rate_factor=0.25,
        seconds=12.5,
        start={"content": 1.5},
        smooth={"content": 0.1 + 0.2},
        history={"step": [0, 1], "content": [100.0, 1 / 3], "style": [], "diversity": []},
    )


def test_everything_is_read_back_bit_by_bit(tmp_path):
    state, path = some_state(), tmp_path / "実行" / "checkpoint.pt"
    path.parent.mkdir()
    state.save(path)
    loaded = State.load(path, CPU)
    for name, value in vars(state).items():
        found = getattr(loaded, name)
        assert torch.equal(found, value) if torch.is_tensor(value) else found == value
    assert [one.name for one in path.parent.iterdir()] == ["checkpoint.pt"]


def test_saving_again_replaces_the_file(tmp_path):
    path, state = tmp_path / "checkpoint.pt", some_state()
    state.save(path)
    state.step += 1
    state.save(path)
    assert State.load(path, CPU).step == 43


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def garbage(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20)


def absent(path: Path) -> None:
    path.unlink()


def rewritten(**changes: object):
    def rewrite(path: Path) -> None:
        values = torch.load(path, weights_only=True)
        torch.save({**values, **changes}, path)

    return rewrite


def without_images(path: Path) -> None:
    values = torch.load(path, weights_only=True)
    del values["images"]
    torch.save(values, path)


def other_object(path: Path) -> None:
    torch.save([1, 2, 3], path)


@pytest.mark.parametrize(
    "damage",
    [
        truncated,
        empty,
        garbage,
        absent,
        rewritten(version=99),
        rewritten(unknown=1),
        without_images,
        other_object,
    ],
)
def test_a_damaged_checkpoint_is_told_so(tmp_path, damage):
    path = tmp_path / "checkpoint.pt"
    some_state().save(path)
    damage(path)
    with pytest.raises(UserError) as told:
        State.load(path, CPU)
    assert told.value.key == "file.not_ours"
    assert "checkpoint.pt" in told.value.sentence("ja")


class Bomb:
    """Makes a file when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_a_malicious_checkpoint_is_refused_and_nothing_in_it_runs(tmp_path):
    path, marker = tmp_path / "checkpoint.pt", tmp_path / "pwned"
    torch.save({**vars(some_state()), "version": 1, "start": Bomb(marker)}, path)
    with pytest.raises(UserError):
        State.load(path, CPU)
    assert not marker.exists()
    torch.load(path, weights_only=False)  # the bomb would have worked
    assert marker.exists()


def test_stepping_back_keeps_clock_and_history():
    state = some_state()
    state.images += 1
    state.keep()
    kept = state.images.clone()
    state.images *= torch.nan
    state.step_back()
    assert torch.equal(state.images, kept)
    assert not state.velocity.any()
    assert (state.step, state.seconds, state.rate_factor) == (42, 12.5, 0.125)
    assert state.history == some_state().history


@pytest.mark.parametrize("places", [3, 4, 9])
def test_padding_is_cut_off_or_added_behind_the_images(places):
    state, before = some_state(), some_state()
    state.refit(3, places)
    for name in ("images", "velocity", "good"):
        found, kept = getattr(state, name), getattr(before, name)
        assert len(found) == places
        assert torch.equal(found[:3], kept[:3])
        assert not found[3:].any()
