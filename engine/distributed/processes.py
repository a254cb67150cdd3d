"""A team of processes that torchrun started, speaking over ``torch.distributed``."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import timedelta
from enum import IntEnum
from typing import Any, TypeVar

import torch
import torch.distributed as dist
from torch import Tensor
from torch.distributed.distributed_c10d import PrefixStore
from torch.distributed.rendezvous import rendezvous

from engine.distributed.meeting import meet
from engine.distributed.team import Team
from engine.runtime.errors import UserError
from engine.runtime.shortage import out_of_memory
from engine.runtime.stop import StopMode, Stopped

T = TypeVar("T")


class _Verdict(IntEnum):
    """How one's own part went; the higher, the more it counts."""

    FINE = 0
    KEEP = 1
    DISCARD = 2
    MEMORY = 3
    FAULT = 4
    REFUSED = 5


class Processes(Team):
    """Several processes; made by :func:`engine.distributed.join`.

    What is on a GPU travels from GPU to GPU (nccl), all else over sockets (gloo).

    Parameters
    ----------
    patience : float
        Seconds after which a process that does not answer is given up.
    restarted : bool
        Whether this process knows to have been started again; one that does is enough.

    Raises
    ------
    UserError
        ``distributed.lost`` where the others do not come.
    """

    def __init__(self, *, patience: float, restarted: bool) -> None:
        self.number, self.size = int(os.environ["RANK"]), int(os.environ["WORLD_SIZE"])
        self.beside = int(os.environ.get("LOCAL_WORLD_SIZE", "1"))
        self._raised: BaseException | None = None
        self._lost = False
        backend = "gloo"
        if torch.cuda.is_available():
            torch.cuda.set_device(int(os.environ["LOCAL_RANK"]) % torch.cuda.device_count())
            backend = "cpu:gloo,cuda:nccl"
        wait = timedelta(seconds=patience)
        with self._together():
            store, _, _ = next(rendezvous("env://", timeout=wait))
            store = PrefixStore("shizuku", store)
            name, again = meet(store, self.number, self.size, patience=patience)
            self._store = PrefixStore(name, store)
            dist.init_process_group(
                backend,
                store=self._store,
                rank=self.number,
                world_size=self.size,
                timeout=wait,
            )
        # Not every computer's torchrun counts a restart that another one began.
        self.restarted = self.least(int(not (restarted or again))) == 0

    def agree(self, work: Callable[[], T]) -> T:
        return self.agree_on(work, lambda _: torch.zeros(0), (0,))[0]

    def agree_on(
        self, work: Callable[[], T], tell: Callable[[T], Tensor], shape: tuple[int, ...]
    ) -> tuple[T, Tensor]:
        done: list[T] = []
        own: BaseException | None = None
        payload = torch.zeros(shape, dtype=torch.float64)
        try:
            done.append(work())
            payload = tell(done[0]).cpu().double()
        except (Exception, KeyboardInterrupt) as error:
            if self._lost:
                raise
            own = error
        verdicts = torch.zeros(self.size, dtype=torch.float64)
        verdicts[self.number] = _verdict(own)
        row = torch.cat([verdicts, payload.flatten()])
        with self._together():
            dist.all_reduce(row)
        worst = _Verdict(int(row[: self.size].max()))
        if worst is not _Verdict.FINE:
            self._raised = self._common_error(row[: self.size].int().tolist(), worst, own)
            raise self._raised
        return done[0], row[self.size :].view(shape)

    def _common_error(
        self, verdicts: list[int], worst: _Verdict, own: BaseException | None
    ) -> BaseException:
        """What this process raises where one of all stopped or failed."""
        who = verdicts.index(worst)
        if worst <= _Verdict.DISCARD:
            return Stopped(StopMode.DISCARD if worst is _Verdict.DISCARD else StopMode.KEEP)
        said = self._broadcast(_told_of(own), who)
        if own is not None and _verdict(own) is worst and not isinstance(own, UserError):
            return own
        if worst is _Verdict.MEMORY:
            return MemoryError(f"out of memory in process {who}")
        if worst is _Verdict.REFUSED:
            return UserError(said["key"], exit_code=said["exit_code"], **said["params"])
        return UserError(
            "distributed.process_failed", exit_code=1, number=who, reason=said["reason"]
        )

    def told(self, values: Any) -> Any:
        return self._broadcast(values, 0)

    def least(self, value: int) -> int:
        numbers = torch.tensor([value])
        with self._together():
            dist.all_reduce(numbers, op=dist.ReduceOp.MIN)
        return int(numbers)

    def exchanged(self, parts: Sequence[Tensor]) -> list[Tensor]:
        given = torch.zeros(self.size, self.size, dtype=torch.int64)
        given[self.number] = torch.tensor([len(one) for one in parts])
        with self._together():
            dist.all_reduce(given)
            taken = given[:, self.number].tolist()
            found = parts[0].new_empty(sum(taken))
            dist.all_to_all_single(
                found, torch.cat(list(parts)), taken, given[self.number].tolist()
            )
        return list(torch.split(found, taken))

    def shared(self, error: BaseException) -> bool:
        return error is self._raised and not self._lost

    def may_tell(self) -> bool:
        if not self._lost:
            return self.leads
        try:  # whoever is first: the leader itself may be the one that is lost
            return int(self._store.add("told", 1)) == 1
        except Exception:  # the store went with its computer
            return True

    def leave(self) -> None:
        if dist.is_initialized():
            with suppress(Exception):  # whatever is wrong with the others, this one goes
                dist.destroy_process_group()

    def _broadcast(self, values: Any, number: int) -> Any:
        words = torch.frombuffer(bytearray(json.dumps(values).encode()), dtype=torch.uint8)
        length = torch.tensor([len(words)])
        with self._together():
            dist.broadcast(length, src=number)
            if self.number != number:
                words = torch.empty(int(length), dtype=torch.uint8)
            dist.broadcast(words, src=number)
        return json.loads(words.numpy().tobytes())

    @contextmanager
    def _together(self) -> Iterator[None]:
        """What fails between processes, in one sentence."""
        try:
            yield
        except (RuntimeError, ValueError, TimeoutError) as error:
            self._lost = True
            raise UserError("distributed.lost", exit_code=1) from error


def _verdict(error: BaseException | None) -> _Verdict:
    match error:
        case None:
            return _Verdict.FINE
        case Stopped(mode=StopMode.DISCARD):
            return _Verdict.DISCARD
        case Stopped() | KeyboardInterrupt():
            return _Verdict.KEEP
        case UserError():
            return _Verdict.REFUSED
        case RuntimeError() | MemoryError() if out_of_memory(error):
            return _Verdict.MEMORY
    return _Verdict.FAULT


def _told_of(error: BaseException | None) -> dict[str, Any]:
    """An error in plain values, for the others."""
    if isinstance(error, UserError):
        params = {
            key: value if isinstance(value, int | float | str) else str(value)
            for key, value in error.params.items()
        }
        return {"key": error.key, "exit_code": error.exit_code, "params": params}
    return {"reason": f"{type(error).__name__}: {error}"}
