"""Whether this process is one of a team, as its environment says; without PyTorch."""

from __future__ import annotations

import os

from engine.distributed.team import ALONE, Team

# A process that stands still for so long is given up. A member of the pool may take as long.
_PATIENCE = 1800.0
_PATIENCE_VARIABLE = "SHIZUKU_PATIENCE"


def is_launched() -> bool:
    """Whether torchrun started this process with others."""
    return "TORCHELASTIC_RUN_ID" in os.environ and int(os.environ.get("WORLD_SIZE", "1")) > 1


def leads() -> bool:
    """Whether this process writes and tells: it is alone, or the first of its team."""
    return not is_launched() or os.environ.get("RANK", "0") == "0"


def is_restarted() -> bool:
    """Whether torchrun, or SLURM, began the work again after a process or computer was lost."""
    counts = (os.environ.get(one) for one in ("TORCHELASTIC_RESTART_COUNT", "SLURM_RESTART_COUNT"))
    return any(one not in (None, "", "0") for one in counts)


def join() -> Team:
    """The team of this process; alone where nobody started it with others.

    Raises
    ------
    UserError
        ``distributed.lost`` where the others do not come.
    """
    if not is_launched():
        return ALONE
    from engine.distributed.processes import Processes

    return Processes(
        patience=float(os.environ.get(_PATIENCE_VARIABLE, _PATIENCE)), restarted=is_restarted()
    )
