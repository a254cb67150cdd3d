"""Processes that are started again find each other, not what the dead ones left."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from torch.distributed import HashStore, Store

from engine.distributed.meeting import meet

PATIENCE = 20.0
Met = tuple[str, bool]


def met(store: Store, order: Sequence[int]) -> list[Met]:
    """What the processes of a team are told, by number, that come in an order."""
    with ThreadPoolExecutor(len(order)) as threads:
        coming: dict[int, Future[Met]] = {
            number: threads.submit(meet, store, number, len(order), patience=PATIENCE)
            for number in order
        }
        return [coming[number].result(PATIENCE) for number in sorted(coming)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_a_team_that_is_started_again_meets_under_a_name_of_its_own(order: tuple[int, ...]):
    store = HashStore()
    first, second = met(store, order), met(store, order)
    assert len(set(first)) == len(set(second)) == 1
    assert first[0][0] != second[0][0]
    assert not first[0][1]
    assert second[0][1]


def test_whoever_came_before_and_died_does_not_count():
    store = HashStore()
    met(store, (0, 1))
    with pytest.raises(TimeoutError):
        meet(store, 0, 2, patience=0.2)  # the word of the dead process 1 is still there


def test_a_team_that_became_smaller_or_larger_meets_too():
    store = HashStore()
    names = {met(store, range(size))[-1][0] for size in (3, 2, 4)}
    assert len(names) == 3
