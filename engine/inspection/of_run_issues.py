"""What is wrong with the samples of a run: as kept beside it, or found now."""

from __future__ import annotations

from contextlib import suppress

from engine.data import CondensedSet, ImageSet
from engine.data.issue_report import IssueReport, save_issues
from engine.inspection.gaps import require_same_pictures
from engine.inspection.issues import OnStage, find_issues
from engine.inspection.of_run import aimed_at, wanted_kind
from engine.inspection.points import Points
from engine.project import Project, Run
from engine.runtime.errors import UserError
from engine.runtime.stop import StopToken


def kept_issues(run: Run, image_set: ImageSet, condensed: CondensedSet) -> IssueReport | None:
    """What is kept of a run, if it is of these samples and these pictures."""
    kept = run.issues()
    return kept if kept is not None and kept.is_of(condensed, image_set.fingerprint) else None


def run_issues(
    project: Project,
    run: Run,
    image_set: ImageSet,
    condensed: CondensedSet,
    *,
    points: Points | None = None,
    token: StopToken,
    on_stage: OnStage = lambda key: None,
) -> IssueReport:
    """What is kept of a run, if it is of these samples; else it is found and kept.

    Raises
    ------
    UserError
        ``inspect.other_pictures``; ``file.not_ours`` of a picture file.
    Stopped
    """
    require_same_pictures(image_set, condensed)
    kept = kept_issues(run, image_set, condensed)
    if kept is not None:
        return kept
    with aimed_at(project, run) as reference:
        report = find_issues(
            image_set,
            condensed,
            points=points,
            kind=wanted_kind(run),
            reference=reference,
            widened=_widened(run),
            token=token,
            on_stage=on_stage,
        )
    # Only saves finding it again; a folder that cannot be written is no reason to fail.
    with suppress(UserError):
        save_issues(report, run.issues_path)
    return report


def _widened(run: Run) -> float:
    """How many times as wide as real appearance a run was asked to be."""
    try:
        recipe = run.recipe
    except UserError:  # of a version to come
        return 1.0
    return recipe.variation if recipe.appearance == "varied" else 1.0
