"""From many threads to one: results in the order of the sources, with bounded memory."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from itertools import groupby
from typing import NamedTuple, TypeVar

from engine.project import Refused
from engine.runtime import StopToken
from engine.runtime.limits import readers
from importers.apart import until
from importers.found import Source
from importers.loading import Loaded, Loader
from importers.stores import Store

_ANSWER_SECONDS = 0.2
_UNIT = 16

In = TypeVar("In")
Out = TypeVar("Out")


class Finished(NamedTuple):
    """The source with this number has given everything; ``stamp`` is of its file."""

    number: int
    stamp: str


Result = Finished | tuple[int, list[Loaded | Refused]]


def load_all(
    loader: Loader, sources: Sequence[tuple[int, Source]], *, token: StopToken
) -> Iterator[Result]:
    """Load numbered sources in parallel, in order, with bounded memory.

    Small files are handed to a thread by the handful; a thread that is ahead waits.

    Raises
    ------
    Stopped
        Within a second of being asked; work already begun ends by itself.
    """
    workers = readers()
    closed = threading.Event()

    def work(unit: Sequence[tuple[int, Source]], out: _Pipe) -> None:
        try:
            with until(closed):
                _load(loader, unit, out)
            out.end(None)
        except BaseException as error:
            out.end(error)

    units = [sources[start : start + _UNIT] for start in range(0, len(sources), _UNIT)]
    pool = ThreadPoolExecutor(workers, thread_name_prefix="import")
    waiting: deque[_Pipe] = deque()
    try:
        for unit in units:
            pipe = _Pipe(closed)
            waiting.append(pipe)
            pool.submit(work, unit, pipe)
            if len(waiting) >= 3 * workers:
                yield from waiting.popleft().take(token)
        while waiting:
            yield from waiting.popleft().take(token)
    finally:
        closed.set()
        pool.shutdown(wait=False, cancel_futures=True)


def _load(loader: Loader, unit: Sequence[tuple[int, Source]], out: _Pipe) -> None:
    for (relative, _), group in groupby(unit, _together):
        numbered = list(group)
        for part in loader.load([source for _, source in numbered], turn=out.turn):
            out.put((numbered[0][0], part))
        stamp = _stamp(loader.store, relative)
        for number, _ in numbered:
            out.put(Finished(number, stamp))


class _Pipe:
    """From one thread to another, holding only so much; ends by itself when all is closed."""

    _MOST = 4 << 20

    def __init__(self, closed: threading.Event) -> None:
        self._closed = closed
        self._change = threading.Condition()
        self._items: list[Result] = []
        self._bytes = 0
        self._ended = False
        self._taken = threading.Event()
        self._error: BaseException | None = None

    def put(self, item: Result) -> None:
        size = 0
        if not isinstance(item, Finished):
            size = sum(one.pixels.nbytes for one in item[1] if isinstance(one, Loaded))
        with self._change:
            while self._bytes > self._MOST and not self._closed.is_set():
                self._change.wait(_ANSWER_SECONDS)
            if self._closed.is_set():
                raise _Closed
            self._items.append(item)
            self._bytes += size
            if self._bytes > self._MOST:
                self._change.notify()

    def turn(self) -> None:
        """Wait until the other side takes from here: it takes from one pipe at a time."""
        while not self._taken.wait(_ANSWER_SECONDS):
            if self._closed.is_set():
                raise _Closed

    def end(self, error: BaseException | None) -> None:
        with self._change:
            self._ended, self._error = True, error
            self._change.notify()

    def take(self, token: StopToken) -> Iterator[Result]:
        """Everything in order, until the other side has ended."""
        self._taken.set()
        while True:
            with self._change:
                while not self._ended and self._bytes <= self._MOST:
                    token.raise_if_stopped()
                    self._change.wait(_ANSWER_SECONDS)
                items, self._items, self._bytes = self._items, [], 0
                ended = self._ended
                self._change.notify()
            for item in items:
                token.raise_if_stopped()
                yield item
            if ended:
                if self._error is not None:
                    raise self._error
                return


class _Closed(Exception):
    """Nobody takes any more."""


def _together(numbered: tuple[int, Source]) -> tuple[str, int]:
    """Boxes on a page are cut out of one reading; everything else is read by itself."""
    number, source = numbered
    return source.relative, -1 - (source.page or 0) if source.box is not None else number


def _stamp(store: Store, relative: str) -> str:
    try:
        return store.stamp(relative)
    except OSError:
        return ""


def in_parallel(
    work: Callable[[In], Out], items: Sequence[In], *, token: StopToken
) -> Iterator[Out]:
    """Results of ``work`` in the order of ``items``; few are ever in flight.

    Raises
    ------
    Stopped
        Within a second of being asked; work already begun ends by itself.
    """
    workers = readers()
    waiting: deque[Future[Out]] = deque()
    pool = ThreadPoolExecutor(workers, thread_name_prefix="look")
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= 4 * workers:
                yield _result(waiting.popleft(), token)
        while waiting:
            yield _result(waiting.popleft(), token)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _result(future: Future[Out], token: StopToken) -> Out:
    while True:
        token.raise_if_stopped()
        try:
            return future.result(timeout=_ANSWER_SECONDS)
        except NotYet:
            if future.done():
                raise
