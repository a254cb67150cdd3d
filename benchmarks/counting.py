"""main.py, with what each process of a team sends, holds and computes counted; no benchmark.

    torchrun … benchmarks/counting.py FOLDER condense PROJECT --ipc 10 …

Does what main.py does and leaves ``FOLDER/<number of the process>.json``: for each purpose how
often it was met, the bytes sent to other processes, the bytes summed over all, and the seconds that
this process's processor took. benchmarks/distributed.py compares that with docs/scale.md.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

import torch.distributed as dist

import main as shizuku
from engine.synthesis import session
from engine.synthesis.bank_store import BankStore
from engine.synthesis.sharing import Share
from engine.synthesis.state import IMAGES

Count = dict[str, float]


class Counts:
    """What is counted, by purpose; the innermost purpose counts."""

    def __init__(self) -> None:
        self.by_purpose: dict[str, Count] = {}
        self._purposes = ["agreeing"]

    def add(self, **values: float) -> None:
        """Count for the purpose that this process is at."""
        known = self.by_purpose.setdefault(self._purposes[-1], {})
        for name, value in values.items():
            known[name] = known.get(name, 0) + value

    @contextmanager
    def purpose(self, name: str) -> Iterator[None]:
        """What happens meanwhile is for this."""
        self._purposes.append(name)
        begun = time.process_time()
        try:
            yield
        finally:
            taken = time.process_time() - begun
            self.add(times=1, seconds=taken)
            self._purposes.pop()
            self.add(seconds=-taken)

    def watch(self, owner: Any, function: str, purpose: str) -> None:
        """Count all calls of a function for a purpose."""
        original = getattr(owner, function)

        @wraps(original)
        def watched(*given: Any, **named: Any) -> Any:
            with self.purpose(purpose):
                return original(*given, **named)

        setattr(owner, function, watched)

    def beside(self, owner: Any, function: str, count: Callable[..., None]) -> None:
        """Call ``count`` with what a function is given, before it."""
        original = getattr(owner, function)

        @wraps(original)
        def counted(*given: Any, **named: Any) -> Any:
            count(*given, **named)
            return original(*given, **named)

        setattr(owner, function, counted)


def _watched() -> Counts:
    counts = Counts()

    def summed(row: Any, **_: Any) -> None:
        counts.add(summed=row.nbytes)

    def sent(_into: Any, row: Any, _taken: Any, given: list[int], **_more: Any) -> None:
        own = given[dist.get_rank()]
        counts.add(sent=row.nbytes - own)

    def closed(bank: Any) -> None:
        if getattr(bank, "_held", None):
            counts.by_purpose["bank held"] = {"bytes": bank._bytes, "pairs": len(bank)}

    def gathered(_share: Any, state: Any) -> None:
        held = sum(getattr(state, name).nbytes for name in IMAGES)
        counts.by_purpose["images held"] = {"bytes": held}

    counts.beside(dist, "all_reduce", summed)
    counts.beside(dist, "all_to_all_single", sent)
    counts.beside(BankStore, "close", closed)
    counts.watch(Share, "together", "steps")
    counts.watch(Share, "draw", "bank")
    counts.watch(Share, "gathered", "checkpoint")
    counts.beside(Share, "gathered", gathered)
    counts.watch(session, "aim_at", "appearance")
    counts.watch(session, "grow_pool", "pool")
    return counts


def main() -> int:
    """Count, do as main.py does, and write the counts."""
    folder, arguments = Path(sys.argv[1]), sys.argv[2:]
    counts = _watched()
    try:
        code = shizuku.main(arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 0
    path = folder / f"{os.environ.get('RANK', '0')}.json"
    path.write_text(json.dumps(counts.by_purpose), encoding="utf-8")
    return code


if __name__ == "__main__":
    shizuku.leave(main())
