"""Measures and distances of samples, taken beside the window when one sorts or filters by them."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from engine.data import CondensedSet, ImageSet
from engine.data.recipe import Kind
from engine.inspection.sample_values import Distances, Measures, kind_of_samples
from engine.runtime import StopToken, UserError
from engine.runtime.device import one_core
from gui.jobs import Background
from gui.pages.inspect_parts.arranging import DISTANCES, NEAREST, TO_CHOSEN, Rows, Values
from gui.pages.inspect_parts.look import Look

_KIND, TASK = "inspect.values_kind", "inspect.values"
_TELL_MS = 150


@dataclass
class Progress:
    """How far the taking of values is; written by the worker, read by the window."""

    total: int
    done: int = 0
    begun: float = field(default_factory=time.monotonic)

    def tell(self, more: int) -> None:
        """So many pictures more are done."""
        self.done += more

    @property
    def seconds_left(self) -> float | None:
        """Time left at the pace so far; None before there is a pace."""
        passed = time.monotonic() - self.begun
        return (
            None if self.done < 1 or passed < 1 else passed / self.done * (self.total - self.done)
        )


@dataclass(frozen=True)
class _Known:
    """What values are taken of and kept in."""

    images: ImageSet | None
    condensed: CondensedSet
    synthetic: Measures
    real: Measures | None
    distances: Distances | None

    @property
    def path(self) -> Path | None:
        """Measures of 100,000 pictures take minutes and 4 MB: they are kept beside them."""
        if self.images is None:
            return None
        return self.images.path.with_name(f"measures-{self.synthetic.kind}.h5")


class Valuing(QObject):
    """Values of the samples of one run.

    Signals
    -------
    kind_known
        What the pictures are measured as was recognised: :attr:`kind`.
    progressed
        :attr:`progress` has changed.
    changed
        What was asked for is known, or as much of it as there was time for.
    failed(UserError)
    """

    kind_known = Signal()
    progressed = Signal()
    changed = Signal()
    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._known: _Known | None = None
        self.progress: Progress | None = None
        self._timer = QTimer(self, interval=_TELL_MS)
        self._timer.timeout.connect(self.progressed)

    @property
    def kind(self) -> Kind | None:
        """What the pictures are measured as; None as long as it is not known."""
        return None if self._known is None else self._known.synthetic.kind

    @property
    def has_real(self) -> bool:
        """Whether there are real samples to compare with."""
        return self._known is not None and self._known.images is not None

    # --- which run ------------------------------------------------------------------------------

    def use(self, look: Look | None, images: ImageSet | None) -> None:
        """Another run: recognise its kind of pictures, and read what was kept of them."""
        self._background.forget(_KIND)
        self._end()
        before, self._known = self._known, None
        if look is None:
            return
        condensed = look.condensed

        def work(_token: StopToken) -> _Known:
            return _opened(condensed, images, before)

        self._background.run(_KIND, work, self._opened)

    def _opened(self, known: _Known) -> None:
        self._known = known
        self.kind_known.emit()

    # --- values ---------------------------------------------------------------------------------

    def synthetic(self, key: str, samples: Rows) -> Values:
        """Values of synthetic samples; NaN where they are not known."""
        known = self._known
        if known is None or (key == NEAREST and known.distances is None):
            return np.full(len(samples), np.nan, np.float32)
        if key in DISTANCES:
            assert known.distances is not None
            return known.distances.to_real(samples)
        return known.synthetic.of(key, samples)

    def real(self, key: str, rows: Rows, sample: int | None) -> Values:
        """Values of real samples; ``sample`` is the synthetic one that is chosen."""
        known = self._known
        if known is None or known.real is None or known.distances is None:
            return np.full(len(rows), np.nan, np.float32)
        if key in DISTANCES:
            if key == TO_CHOSEN and sample is None:
                return np.full(len(rows), np.nan, np.float32)
            return known.distances.to_synthetic(rows, sample if key == TO_CHOSEN else None)
        return known.real.of(key, rows)

    def missing(self, keys: Iterable[str], samples: Rows, rows: Rows) -> int:
        """Pictures that must be looked at before these values are known."""
        known = self._known
        if known is None:
            return 0
        distances, measures = _parted(keys)
        count = 0
        if measures:
            count += len(known.synthetic.missing(samples))
            count += 0 if known.real is None else len(known.real.missing(rows))
        if distances and known.distances is not None:
            count += sum(known.distances.missing(one) for one in _labels(known, samples, rows))
        return count

    def take(self, keys: Iterable[str], samples: Rows, rows: Rows) -> None:
        """Take the values that are missing; :attr:`changed` follows."""
        known, wanted = self._known, set(keys)
        total = self.missing(wanted, samples, rows)
        if known is None or not total:
            return
        self._end()
        progress = self.progress = Progress(total)
        distances, measures = _parted(wanted)

        def work(token: StopToken) -> None:
            with one_core():
                if measures:
                    _measure(known, samples, rows, token, progress)
                if distances and known.distances is not None:
                    for label in _labels(known, samples, rows):
                        known.distances.take(label, token, progress.tell)

        self._background.run(TASK, work, self._taken, self._failed)
        self._timer.start()
        self.progressed.emit()

    def stop(self) -> None:
        """Take no more: what was taken is all that is known."""
        if self.progress is not None:
            self.cancel()
            self.changed.emit()

    def cancel(self) -> None:
        """Take no more, of values that nobody waits for; what was taken stays."""
        if self.progress is not None:
            self._end()
            self.progressed.emit()

    def _end(self) -> None:
        self._background.forget(TASK)
        self._timer.stop()
        self.progress = None

    def _taken(self, _nothing: Any) -> None:
        self._end()
        self.progressed.emit()
        self.changed.emit()

    def _failed(self, error: UserError) -> None:
        self._end()
        self.progressed.emit()
        self.failed.emit(error)


def _opened(condensed: CondensedSet, images: ImageSet | None, before: _Known | None) -> _Known:
    kind = kind_of_samples(condensed, images)
    synthetic = Measures(len(condensed.images), kind)
    if images is None:
        return _Known(None, condensed, synthetic, None, None)
    distances = Distances(images, condensed)
    if before is not None and before.images is images and before.synthetic.kind == kind:
        return _Known(images, condensed, synthetic, before.real, distances)
    made = _Known(images, condensed, synthetic, None, distances)
    assert made.path is not None
    real = Measures.load(made.path, images.fingerprint, len(images), kind)
    return _Known(images, condensed, synthetic, real, distances)


def _measure(
    known: _Known, samples: Rows, rows: Rows, token: StopToken, progress: Progress
) -> None:
    images, condensed = known.images, known.condensed
    known.synthetic.take(lambda some: condensed.images[some], samples, token, progress.tell)
    if images is None or known.real is None or not len(known.real.missing(rows)):
        return
    try:
        known.real.take(images.read, rows, token, progress.tell)
    finally:
        _keep(known, images)


def _keep(known: _Known, images: ImageSet) -> None:
    """Only saves measuring again; a folder that cannot be written is no reason to fail."""
    if known.real is not None and known.path is not None:
        try:
            known.real.save(known.path, images.fingerprint)
        except UserError:
            return


def _parted(keys: Iterable[str]) -> tuple[bool, bool]:
    """Whether there are distances among the keys, and measures of appearance."""
    wanted = set(keys)
    return bool(wanted.intersection(DISTANCES)), bool(wanted.difference(DISTANCES))


def _labels(known: _Known, samples: Rows, rows: Rows) -> list[int]:
    """The classes of these samples."""
    labels = [known.condensed.labels[samples]]
    if known.images is not None:
        labels.append(known.images.labels[rows])
    return [int(one) for one in np.unique(np.concatenate(labels))]
