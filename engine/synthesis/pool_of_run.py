"""The pool of a run: taken over from an earlier run of the project, or trained."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.runtime.events import Message
from engine.synthesis.kept_pools import keep, kept_path, take_over
from engine.synthesis.pool import Member, PoolPlan, grow_pool, pool_in
from engine.synthesis.watch import POOL_SHARE, PoolClock

if TYPE_CHECKING:
    from engine.synthesis.session import Session


def missing_networks(session: Session) -> int:
    """How many networks must be trained, after taking over those of an earlier run.

    What that spares this run is told, and counted in its state.

    Raises
    ------
    Stopped, UserError
        ``file.cannot_write``.
    """
    if session.state.members == 0:
        return 0
    path, kept = session.run.pool_path, _kept(session)
    begun = session.team.told(path.exists())

    def take() -> None:
        if session.team.leads and kept is not None and not begun:
            take_over(kept, path)

    session.team.agree(take)
    found = pool_in(path, session.real, _plan(session), seed=session.recipe.seed)
    if found and not begun:
        session.state.spared = sum(one.seconds for one in found)
        params = {"count": len(found), "minutes": max(1, round(session.state.spared / 60))}
        session.emit(Message("info", "condense.networks_taken_over", params))
    return session.state.members - len(found)


def pool_of(session: Session, *, missing: int) -> list[Member]:
    """The partly trained networks, the ``missing`` ones trained and kept for the next runs.

    Raises
    ------
    Stopped, UserError
    """
    if session.state.members == 0:
        return []
    session.save(session.state)  # a stop from here on can be resumed
    limit = session.plan.seconds
    pool = grow_pool(
        session.real,
        _plan(session),
        path=session.run.pool_path,
        seed=session.recipe.seed,
        eye=session.eye,
        token=session.token,
        on_step=PoolClock(session.plan, session.counts, emit=session.emit, token=session.token),
        seconds=None if limit is None else POOL_SHARE * limit,
        team=session.team,
    )
    kept, whole = _kept(session), len(pool) == session.plan.pool.members
    if missing and whole and kept is not None and session.team.leads:
        keep(session.run.pool_path, kept)
    session.state.members = len(pool)
    return pool


def _plan(session: Session) -> PoolPlan:
    return replace(session.plan.pool, members=session.state.members)


def _kept(session: Session) -> Path | None:
    return kept_path(session.image_set, session.recipe, session.plan.pool, session.eye)
