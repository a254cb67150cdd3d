"""Processes that torchrun started find each other, whatever an earlier team left behind.

torchrun keeps its store when it starts lost processes again, and gives them nothing that is new and
common to all: each computer counts its own restarts. A process that read what is left there would
call at the address of a dead one (https://github.com/pytorch/pytorch/issues/135712).
"""

from __future__ import annotations

import time
from datetime import timedelta
from uuid import uuid4

from torch.distributed.distributed_c10d import Store

_PAUSE = 0.02  # seconds


def meet(store: Store, number: int, size: int, *, patience: float) -> tuple[str, bool]:
    """Wait for all processes of a team.

    Each leaves a word of its own, the first answers under that word, and each confirms the answer:
    so nothing that is older counts.

    Parameters
    ----------
    number, size : int
        Of this process, from 0; processes of the team.
    patience : float
        Seconds.

    Returns
    -------
    name : str
        The same in all processes of this team, and in no other.
    again : bool
        Whether a team met at this store before.

    Raises
    ------
    RuntimeError, TimeoutError
        Where the others do not come, or the store is gone.
    """
    own, came = uuid4().hex, f"came/{number}"
    again = store.check([came])
    store.set(came, own)
    if number == 0:
        return _welcomed(store, own, size, time.monotonic() + patience), again
    answer = f"welcome/{own}"
    store.wait([answer], timedelta(seconds=patience))
    name = store.get(answer).decode()
    store.set(f"ready/{name}/{number}", "")
    return name, again


def _welcomed(store: Store, name: str, size: int, end: float) -> str:
    """The name of the team, once all others have confirmed it."""
    answered: set[str] = set()
    missing = set(range(1, size))
    while missing:
        if time.monotonic() > end:
            raise TimeoutError(f"of {size} processes {len(missing)} did not come")
        for number in sorted(missing):
            if store.check([f"ready/{name}/{number}"]):
                missing.discard(number)
            elif store.check([f"came/{number}"]):
                word = store.get(f"came/{number}").decode()
                if word not in answered:  # an older one is answered too: nobody will read it
                    store.set(f"welcome/{word}", name)
                    answered.add(word)
        time.sleep(_PAUSE)
    return name
