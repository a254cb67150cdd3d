"""Pausing and stopping from another thread."""

from __future__ import annotations

import threading
import time

import pytest

from engine.runtime import StopMode, Stopped, StopSource


def test_a_token_says_nothing_until_asked():
    source = StopSource()
    assert source.token.check() is None
    source.token.raise_if_stopped()
    assert not hasattr(source.token, "stop")


@pytest.mark.parametrize("mode", list(StopMode))
def test_a_stop_reaches_the_worker_with_its_mode(mode):
    source = StopSource()
    source.stop(mode)
    with pytest.raises(Stopped) as caught:
        source.token.raise_if_stopped()
    assert caught.value.mode is mode


def test_a_discard_may_follow_a_keep_but_not_the_other_way_round():
    source = StopSource()
    source.stop(StopMode.KEEP)
    source.stop(StopMode.DISCARD)
    assert source.mode is StopMode.DISCARD
    source.stop(StopMode.KEEP)
    assert source.mode is StopMode.DISCARD


def worker(source: StopSource) -> tuple[threading.Thread, list[StopMode | None]]:
    answers: list[StopMode | None] = []
    thread = threading.Thread(target=lambda: answers.append(source.token.check()))
    thread.start()
    return thread, answers


@pytest.mark.parametrize("release", ["resume", "stop"])
def test_a_paused_worker_waits_until_resumed_or_stopped(release):
    source = StopSource()
    source.pause()
    thread, answers = worker(source)
    time.sleep(0.05)
    assert thread.is_alive()
    assert not answers
    getattr(source, release)()
    thread.join(1.0)
    assert answers == [None if release == "resume" else StopMode.KEEP]


def test_a_pause_after_a_stop_does_not_hold_the_worker():
    source = StopSource()
    source.stop()
    source.pause()
    assert source.token.check() is StopMode.KEEP
    assert not source.paused
