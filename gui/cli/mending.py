"""The command ``mend``: what becomes of the samples that inspectors rejected."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

from engine.data.mend import Way
from engine.project import Project, Run
from gui.cli import steps
from gui.cli.console import Console


def mend(
    console: Console, project: Project, run: Run, way: Way, *, count: int | None, seed: int | None
) -> dict[str, Any]:
    """Make a new run without the rejected samples of ``run``; say what changed.

    Parameters
    ----------
    count : int, optional
        Steps of condensing again.
    seed : int, optional

    Returns
    -------
    dict
        The answer for programs: that of ``condense``, and what was mended.
    """
    from engine.synthesis import new_mending

    made = new_mending(project, run, way, steps=count, seed=seed)
    result = steps.condense(console, project, made)
    condensed = made.condensed()
    told = condensed.provenance["mended"]
    shown = condensed.first_copies
    verdicts = len(made.verdicts())
    console.say(
        "mend.mended",
        run=made.id,
        origin=run.id,
        samples=int(np.count_nonzero(shown)),
        changed=len(told["changed"]),
        verdicts=verdicts,
    )
    return {
        "run": made.id,
        "status": made.status,
        "path": str(made.condensed_path.absolute()),
        **asdict(result),
        "mended": told,
        "real_samples": {str(one): source for one, source in condensed.replaced.items()},
        "verdicts": verdicts,
    }
