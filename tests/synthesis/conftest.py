"""Fixtures of the condensing tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import torch

from engine.runtime import StopMode, StopSource
from engine.synthesis import condense as loop
from tests.synthesis.sessions import make_tiny


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    """Pictures this tiny gain nothing by threads, and on a busy computer threads wait."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture
def tiny_sessions(monkeypatch: pytest.MonkeyPatch) -> None:
    make_tiny(monkeypatch)


@pytest.fixture
def stop_at(monkeypatch):
    """Make the step ``step`` (from 0) ask for a stop, or raise what is given, ``times`` times."""

    def arm(
        step: int,
        what: StopMode | BaseException,
        source: StopSource | None = None,
        *,
        times: int = 1,
    ) -> None:
        look, looks = loop.look, []

        def looking(*arguments, **named):
            looks.append(1)
            if step < len(looks) <= step + times:
                if isinstance(what, BaseException):
                    raise what
                source.stop(what)
            return look(*arguments, **named)

        monkeypatch.setattr(loop, "look", looking)

    return arm
