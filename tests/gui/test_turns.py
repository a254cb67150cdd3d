"""Long measurements take turns; who waits hears a stop."""

from __future__ import annotations

import threading

import pytest

from engine.runtime import StopMode, Stopped, StopSource
from gui.jobs.turns import in_turn


def test_one_at_a_time():
    inside, most = [], []

    def work():
        with in_turn(StopSource().token):
            inside.append(1)
            most.append(len(inside))
            threading.Event().wait(0.02)
            inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(10)
    assert most == [1, 1, 1, 1]


def test_a_stop_is_heard_while_waiting_and_the_turn_is_free_afterwards():
    source = StopSource()
    with in_turn(StopSource().token):
        source.stop(StopMode.DISCARD)
        with pytest.raises(Stopped), in_turn(source.token):
            pass
    with in_turn(StopSource().token):
        pass
