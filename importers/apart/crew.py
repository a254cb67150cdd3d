"""The processes that decode: started when there is something to read, ended when there is not."""

from __future__ import annotations

import atexit
import math
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, cast

from importers.apart.words import Broken, Words, receive, send
from importers.decode.errors import DecodeError

SECONDS = 60.0
"""Longest time for one answer, and a second more for every MiB of the file."""

COMMAND = "decode-apart"
"""What the frozen application is started with to become such a process (see main.py)."""

_BYTES_PER_SECOND = 1 << 20
_IDLE_SECONDS = 15.0
_WATCH_SECONDS = 0.1
_PIPE = 1 << 20  # whole pictures pass at once, where the system allows it
_HEAVY = 64 << 20
"""Bytes of an answer after which a process is let go: its memory stays taken."""

_START = Path(__file__).with_name("start.py")
_lock = threading.Lock()
_idle: list[Worker] = []
_busy: list[Worker] = []
_watching = False
_here = threading.local()


class Worker:
    """A process that decodes; for one thread at a time."""

    def __init__(self) -> None:
        frozen = getattr(sys, "frozen", False)
        command = [sys.executable, COMMAND if frozen else str(_START)]
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
            pipesize=_PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.until: threading.Event | None = None
        self._allowed = SECONDS
        # Only while something is waited for: a paused import may hold a file open for hours.
        self.deadline = math.inf
        self.heavy = False
        self.since = 0.0

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def ask(self, words: Words, payload: bytes | memoryview = b"", *, size: int = 0) -> None:
        """Say what to do with a file of ``size`` bytes.

        Raises
        ------
        Broken
        """
        self._allowed = SECONDS + size / _BYTES_PER_SECOND
        self.deadline = time.monotonic() + self._allowed
        try:
            send(cast(BinaryIO, self._process.stdin), words, payload)
        finally:
            self.deadline = math.inf

    def answer(self) -> tuple[Words, bytearray]:
        """What comes back; a refusal is raised.

        Raises
        ------
        Broken
        DecodeError
        """
        self.deadline = time.monotonic() + self._allowed
        try:
            words, payload = receive(cast(BinaryIO, self._process.stdout))
        finally:
            self.deadline = math.inf
        self.heavy = self.heavy or len(payload) > _HEAVY
        if "error" in words:
            raise refusal(words)
        return words, payload

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()

    def end(self) -> None:
        """End it, and wait until it is gone."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):
                cast(BinaryIO, stream).close()
        self._process.wait()


def refusal(words: Words) -> DecodeError:
    """What a process says against a file; only what the catalogue knows is passed on."""
    from engine.runtime.messages import CATALOGUE

    key, params = words["error"], words.get("params")
    known = isinstance(key, str) and key.startswith("import.") and key in CATALOGUE
    plain = isinstance(params, dict) and all(
        isinstance(one, int | float | str) and len(str(one)) < 1000 for one in params.values()
    )
    if not known or not plain:
        raise Broken("no reason of ours")
    return DecodeError(key, **cast(Words, params))


@contextmanager
def until(closed: threading.Event) -> Iterator[None]:
    """What this thread asks for within the block is given up once ``closed`` is set."""
    _here.until = closed
    try:
        yield
    finally:
        _here.until = None


def take() -> Worker | None:
    """A process for this thread, to be handed to :func:`give_back`; None where none can start."""
    global _watching
    with _lock:
        while _idle:
            worker = _idle.pop()
            if worker.alive:
                _engage(worker)
                return worker
            worker.end()
        if not _watching:
            _watching = True
            threading.Thread(target=_watch, name="decoders", daemon=True).start()
    try:
        worker = Worker()
    except OSError:
        return None
    with _lock:
        _engage(worker)
    try:
        ready, _ = worker.answer()
        if ready.get("ready") is True:
            return worker
    except (Broken, DecodeError):
        pass
    give_back(worker, sound=False)
    return None


def give_back(worker: Worker, *, sound: bool) -> None:
    """Return a process; one that is not ``sound``, or has grown, is ended."""
    with _lock:
        _busy.remove(worker)
        if sound and not worker.heavy and worker.alive:
            worker.since = time.monotonic()
            _idle.append(worker)
            return
    worker.end()


def _engage(worker: Worker) -> None:
    worker.until = getattr(_here, "until", None)
    _busy.append(worker)


def _watch() -> None:
    """Kill what takes too long or nobody waits for, end what is idle; until nothing is left."""
    global _watching
    # Long enough to begin the first process before looking.
    left = _IDLE_SECONDS
    while True:
        time.sleep(_WATCH_SECONDS)
        now = time.monotonic()
        with _lock:
            for one in _busy:
                if now > one.deadline or (one.until is not None and one.until.is_set()):
                    one.kill()
            over = [one for one in _idle if now - one.since > _IDLE_SECONDS]
            _idle[:] = [one for one in _idle if one not in over]
            left = _IDLE_SECONDS if _idle or _busy else left - _WATCH_SECONDS
            if left <= 0:
                _watching = False
        for one in over:
            one.end()
        if left <= 0:
            return


def end_all() -> None:
    """End every process; whoever waits for one is told that it failed."""
    with _lock:
        idle = list(_idle)
        _idle.clear()
        for one in _busy:
            one.kill()
    for one in idle:
        one.end()


def _forget() -> None:
    """A forked child has no part in its parent's processes."""
    global _lock, _watching
    _lock = threading.Lock()
    _idle.clear()
    _busy.clear()
    _watching = False


atexit.register(end_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget)
