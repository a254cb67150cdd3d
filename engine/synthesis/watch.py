"""Keeping an eye on a run: its clock, its curves, its time left and its checkpoints."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt
from torch import Tensor

from engine.matching.objective import Terms
from engine.runtime.events import Emit, Preview, Progress
from engine.runtime.stop import StopToken
from engine.synthesis.plan import Plan, pictures_after_pool
from engine.synthesis.pool import BATCH
from engine.synthesis.state import CURVES, State

CHECKPOINT_SECONDS = 20.0
_LONG, _RATIO = 1.0, 20.0  # seconds of a long save; the pause after one, in times of it
_PREVIEW_SECONDS = 1.0
_PREVIEW_RATIO = 30.0  # pause between previews, in times of making one: large sets take seconds
_PROGRESS_SECONDS = 0.1
_START_STEPS = 10
_MEMORY = 0.95  # of the running means
_BANK_SHARE = 0.4  # of the time left after preparing, under a time limit
POOL_SHARE = 0.25  # of a time limit, for training the pool
_MOST_CLOSING = 0.25  # of a time limit
_CURVE_POINTS = 500
_EXPLODED = 20.0  # times the start, or the least start that counts
_LEAST_START = 0.1  # of the scatter of classes: a class that is used whole starts at 0


class Watch:
    """Times the steps of a run and tells the outside about them.

    Parameters
    ----------
    plan : Plan
    state : State
    emit : callable
    token : StopToken
        Its pauses do not count.
    save : callable
        Called with the state when a checkpoint is due.
    preview : callable
        Makes a :class:`Preview` of the state, or None.
    closing : float
        Time that measuring the result takes, in times of computing a pair.
    common : callable
        Makes the seconds of a step the same in all processes of a team: what depends on time
        must be decided alike.
    """

    def __init__(
        self,
        plan: Plan,
        state: State,
        *,
        emit: Emit,
        token: StopToken,
        save: Callable[[State], object],
        preview: Callable[[State], Preview | None],
        closing: float = 0.0,
        common: Callable[[float], float] = float,
    ) -> None:
        self._plan, self._state = plan, state
        self.emit, self._save, self._preview = emit, save, preview
        self._token = token
        self._saved = self._shown = self._told = time.monotonic()
        self._preview_pause, self._save_pause = _PREVIEW_SECONDS, CHECKPOINT_SECONDS
        self._pair_seconds = self._step_seconds = 0.0
        self._missing = state.pairs
        self._closing, self._common = closing, common
        self._prepared = state.seconds

    @contextmanager
    def step(self, *, missing: int) -> Iterator[None]:
        """Time one step; ``missing`` pairs of the bank are not computed yet."""
        begin, paused = time.monotonic(), self._token.paused_seconds
        yield
        now = time.monotonic()
        taken = self._common(now - begin - (self._token.paused_seconds - paused))
        self._state.seconds += taken
        if self._state.step > 1:  # the first step pays for compilation
            if missing > 0:
                self._pair_seconds = _mean(self._pair_seconds, taken)
            else:
                self._step_seconds = _mean(self._step_seconds, taken)
        self._missing = max(0, missing - 1)
        self._fit_bank(missing)
        self._tell(now)

    def out_of_time(self) -> bool:
        """Whether the time allowed is used up."""
        end = self._end()
        return end is not None and self._state.seconds >= end

    def _end(self) -> float | None:
        """When the steps must end so that the result is measured within the time allowed."""
        limit = self._plan.seconds
        if limit is None:
            return None
        return limit - min(self._closing * self._pair_seconds, _MOST_CLOSING * limit)

    def decay(self) -> float:
        """Factor of the learning rate: whole at first, then down to a tenth as a cosine."""
        if not self._plan.decays:
            return 1.0
        done = self._state.step / self._plan.steps
        end = self._end()
        if end is not None:
            done = max(done, self._state.seconds / end)
        return 0.1 + 0.9 * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))

    def note(self, terms: Tensor) -> bool:
        """Take in the terms of a step; False where they are not finite or have exploded."""
        values = dict(zip(Terms._fields, terms.tolist(), strict=True))
        content, diversity = values["content"], values["diversity"]
        found = dict(zip(CURVES, (content, self._style(values), diversity), strict=True))
        state, step = self._state, self._state.step
        if not all(math.isfinite(one) for one in values.values()):
            return False
        usual = max(state.start.get("content", content), _LEAST_START)
        if step >= _START_STEPS and content > _EXPLODED * usual:
            return False
        for name, value in found.items():
            if step < _START_STEPS or name not in state.start:
                state.start[name] = (state.start.get(name, value) * step + value) / (step + 1)
                state.smooth[name] = state.start[name]
            else:
                state.smooth[name] = _MEMORY * state.smooth[name] + (1 - _MEMORY) * value
        if step % max(1, self._plan.steps // _CURVE_POINTS) == 0:
            state.history["step"].append(step)
            for name, value in self.values().items():
                state.history[name].append(value)
        return True

    def _style(self, values: dict[str, float]) -> float:
        """All that is said of style, in the shares that it has in the objective."""
        weights = self._plan.weights
        names = ("moments", "correlation", "appearance")
        return float(sum(getattr(weights, name) * values[name] for name in names))

    def values(self) -> dict[str, float]:
        """Each term in per cent of its start; 0 for a term that is not measured."""
        return {
            name: 100 * self._state.smooth.get(name, 0.0) / start if start else 0.0
            for name, start in self._state.start.items()
        }

    def _fit_bank(self, missing: int) -> None:
        """Under a time limit, make the bank no larger than its share of the time allows."""
        end = self._end()
        # The first pass through the bank is in progress: its end may still be brought forward.
        if end is None or missing == 0 or self._state.step >= self._state.pairs:
            return
        allowed = self._prepared + _BANK_SHARE * (end - self._prepared)
        if self._state.seconds > allowed and self._state.step >= 2:
            self._state.pairs = self._state.step

    def _seconds_left(self) -> float | None:
        left = self._plan.steps - self._state.step
        if not (self._pair_seconds or self._step_seconds):
            return None
        missing = min(self._missing, left)
        cheap = self._step_seconds or self._step_share() * self._pair_seconds
        seconds = missing * self._pair_seconds + (left - missing) * cheap
        seconds += self._closing * self._pair_seconds
        if self._plan.seconds is not None:
            seconds = min(seconds, max(0.0, self._plan.seconds - self._state.seconds))
        return seconds

    def _step_share(self) -> float:
        """Of a step that computes a pair, what the step alone will take."""
        # A picture with a gradient costs about twice one of the bank.
        images = 2 * self._plan.slots.seen.decoded
        return images / (images + self._plan.bank.per_class * len(self._plan.slots.counts))

    def _tell(self, now: float) -> None:
        if now - self._told >= _PROGRESS_SECONDS:
            self._told = now
            mean = self._pair_seconds if self._missing else self._step_seconds
            self.emit(
                Progress(
                    stage="stage.bank" if self._missing else "stage.steps",
                    done=self._state.step,
                    total=self._plan.steps,
                    rate=1 / mean if mean else None,
                    seconds_left=self._seconds_left(),
                    values=self.values(),
                )
            )
        if now - self._shown >= self._preview_pause:
            preview = self._preview(self._state)
            if preview is not None:
                self.emit(preview)
            self._shown = time.monotonic()
            taken = self._shown - now
            self._preview_pause = max(_PREVIEW_SECONDS, _PREVIEW_RATIO * taken)
        if now - self._saved >= self._save_pause:
            begun = time.monotonic()
            self._save(self._state)
            taken = time.monotonic() - begun
            self._saved = now
            self._save_pause = CHECKPOINT_SECONDS + rest_after(taken)


class PoolClock:
    """Tells how far the training of the pool is, and the time left of the whole run.

    Call it with the batches learnt so far.
    """

    def __init__(
        self, plan: Plan, counts: npt.NDArray[np.int64], *, emit: Emit, token: StopToken
    ) -> None:
        self._total = plan.pool.members * plan.pool.steps
        self._after = pictures_after_pool(plan, counts)
        self._limit = plan.seconds
        self._emit, self._token = emit, token
        self._first: tuple[int, float] | None = None
        self._told = -math.inf
        self._begun = time.monotonic()

    def __call__(self, done: int) -> None:
        now = time.monotonic() - self._token.paused_seconds
        if self._first is None:  # the first batch pays for compiling
            self._first = (done, now)
        learnt, since = done - self._first[0], now - self._first[1]
        if now - self._told < _PROGRESS_SECONDS and done < self._total:
            return
        self._told = now
        left = None
        if learnt:
            each = since / learnt
            left = each * (self._total - done) + each / BATCH * self._after
            if self._limit is not None:
                left = min(left, max(0.0, self._limit - (now - self._begun)))
        self._emit(Progress("stage.pool", done, self._total, seconds_left=left))


def rest_after(saving: float) -> float:
    """Seconds to do without another checkpoint after one of so many: large ones take minutes."""
    return _RATIO * saving if saving > _LONG else 0.0


def _mean(mean: float, value: float) -> float:
    return value if mean == 0 else 0.9 * mean + 0.1 * value
