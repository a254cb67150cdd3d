"""Compiling what the loop calls, within what a time limit leaves for it."""

from __future__ import annotations

from dataclasses import replace

from engine.runtime.stop import StopToken
from engine.synthesis.eye import Eye, make_eye, warm_up
from engine.synthesis.plan import Plan
from engine.synthesis.pool import pictures_at_once

# Of a time limit, given to the compiler at most; the run then goes on without it.
_COMPILING_SHARE = 0.4


def compiled_for(
    eye: Eye, plan: Plan, picture: tuple[int, int, int], *, members: int, token: StopToken
) -> Eye:
    """The eye with its code ready for a plan's shapes, or one that does without compiled code.

    Parameters
    ----------
    picture : tuple of int
        ``(C, H, W)``.
    members : int
        Networks of the pool that are to be trained; 0 for none.

    Raises
    ------
    Stopped
    torch.OutOfMemoryError
    """
    bank, slots = plan.bank, plan.slots
    size = picture[1]
    ready = warm_up(
        eye,
        [(1, bank.batch(eye.micro_batch(size))), (slots.group, slots.seen.samples)],
        picture,
        width=bank.width,
        style=bank.style,
        token=token,
        training=pictures_at_once(eye, size) if members else 0,
        patience=None if plan.seconds is None else _COMPILING_SHARE * plan.seconds,
    )
    if ready or not eye.compiled:
        return eye
    return replace(make_eye(eye.device, compile_code=False), parts=eye.parts)
