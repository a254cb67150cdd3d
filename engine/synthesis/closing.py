"""The end of a run: measuring what was reached, and ending before there is anything."""

from __future__ import annotations

import contextlib

from engine.data import CondensedSet, ImageSet
from engine.inspection.of_run import run_appearance
from engine.matching.gaps import AsAimed, ClassGap, measure_gaps, overall
from engine.project import Project, Run
from engine.runtime.errors import UserError
from engine.runtime.stop import StopMode, Stopped, StopToken


def overall_gap(
    image_set: ImageSet,
    run: Run,
    *,
    networks: int,
    seconds: float | None,
    as_aimed: AsAimed | None,
    token: StopToken,
) -> ClassGap:
    """Gaps of the set as it reads back; by one network where a stop that keeps came meanwhile.

    Parameters
    ----------
    networks : int
    seconds : float or None
        Time it may take.
    as_aimed : callable or None
        See :func:`engine.matching.gaps.measure_gaps`.

    Raises
    ------
    Stopped
        After a stop that discards.
    """
    condensed = CondensedSet.load(run.condensed_path)
    asked = None if token.mode is StopMode.KEEP else token
    try:
        found = measure_gaps(
            image_set,
            condensed,
            networks=networks,
            token=asked,
            seconds=seconds,
            as_aimed=as_aimed,
        )
    except Stopped:
        if token.mode is StopMode.DISCARD:
            raise
        found = measure_gaps(image_set, condensed, networks=1, as_aimed=as_aimed)
    return overall(found)


def keep_appearance(project: Project, run: Run, image_set: ImageSet, *, token: StopToken) -> None:
    """Keep how the samples look beside the real ones; a failure leaves it for when it is asked."""
    condensed = CondensedSet.load(run.condensed_path)
    with contextlib.suppress(UserError, Stopped):
        run_appearance(project, run, image_set, condensed, token=token)


def end_early(project: Project, run: Run, mode: StopMode) -> None:
    """End a run that was stopped while it was prepared."""
    if mode is StopMode.DISCARD or not run.checkpoint_path.is_file():
        project.discard(run)
    else:
        run.end("stopped", step=run.step)
