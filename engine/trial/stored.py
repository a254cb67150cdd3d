"""The trials kept with a run, as reports."""

from __future__ import annotations

from collections.abc import Iterator

from engine.project import Run
from engine.runtime.errors import UserError
from engine.trial.results import TrialReport


def stored_trials(run: Run) -> list[TrialReport]:
    """The trials of a run that can be read and include its condensed set, newest first."""
    return list(_newest_first(run))


def latest_trial(run: Run) -> TrialReport | None:
    """The newest of :func:`stored_trials`."""
    return next(_newest_first(run), None)


def _newest_first(run: Run) -> Iterator[TrialReport]:
    for stored in reversed(run.trials()):
        try:
            report = TrialReport.from_dict(stored)
        except UserError:
            continue
        if report.find("condensed") is not None:
            yield report
