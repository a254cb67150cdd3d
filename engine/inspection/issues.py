"""Issues found by itself: what an inspector should look at first, with the evidence.

Every limit rests on the real pictures of the same set: how near they come to each other, how far
their measures reach, what a classifier says of those it never saw. A set of as many real pictures
that took no part in that would be told of hardly anything.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.data import CondensedSet, ImageSet
from engine.data.appearance_report import digest_of
from engine.data.issue_report import ISSUE_KINDS, Issue, IssueKind, IssueReport
from engine.data.recipe import Kind
from engine.inspection.appearance import SMALLEST
from engine.inspection.gaps import require_same_pictures
from engine.inspection.issues_classes import classes_mistaken, spreads_off
from engine.inspection.issues_copies import copies_and_twins
from engine.inspection.issues_looks import looks_off, pixels_off
from engine.inspection.kind import kind_of_set
from engine.inspection.points import Points, look_at
from engine.runtime.stop import StopToken

OnStage = Callable[[str], None]

_MOST_ISSUES = 2_000


def find_issues(
    image_set: ImageSet,
    condensed: CondensedSet,
    *,
    points: Points | None = None,
    kind: Kind | None = None,
    reference: ImageSet | None = None,
    widened: float = 1.0,
    seed: int = 0,
    token: StopToken,
    on_stage: OnStage = lambda key: None,
) -> IssueReport:
    """Check every sample that is not itself a real picture.

    Parameters
    ----------
    image_set : ImageSet
        Its training pictures are what the samples are held against.
    condensed : CondensedSet
    points : Points, optional
        Of the two, where they are known; else they are measured.
    kind : {"drawing", "photo"}, optional
        As what appearance is measured; None: as recognised.
    reference : ImageSet, optional
        Whose appearance was aimed at, if not that of ``image_set``.
    widened : float
        How many times as wide as that of real pictures the appearance was asked to be.
    seed : int
        Of the draws and splits.
    on_stage : callable (key)
        A key of the message catalogue for what begins.

    Raises
    ------
    UserError
        ``inspect.other_pictures``; ``file.not_ours`` if a picture file is damaged.
    Stopped
    """
    require_same_pictures(image_set, condensed)
    on_stage("issue.stage_looking")
    if points is None:
        points = look_at(image_set, condensed, seed=seed, token=token)
    kind = kind or kind_of_set(image_set)
    checked = _possible(image_set, points)
    issues: list[Issue] = []
    if checked:
        on_stage("issue.stage_copies")
        issues += copies_and_twins(image_set, condensed, points, seed=seed, token=token)
        on_stage("issue.stage_classes")
        if "other_class" in checked:
            issues += classes_mistaken(points, seed=seed, token=token)
        issues += spreads_off(points, seed=seed, token=token)
        on_stage("issue.stage_appearance")
        if "off_style" in checked:
            issues += looks_off(
                image_set,
                condensed,
                points,
                kind=kind,
                reference=reference,
                widened=widened,
                seed=seed,
                token=token,
            )
        issues += pixels_off(points, seed=seed)
    return _report(image_set, condensed, points, kind, checked, issues)


def _possible(image_set: ImageSet, points: Points) -> list[IssueKind]:
    """What can be looked for."""
    if not len(points.real) or points.kept.all():
        return []
    left_out = set()
    if len(np.unique(points.real.labels)) < 2:
        left_out.add("other_class")
    if min(image_set.shape[1:3]) < SMALLEST:
        left_out.add("off_style")
    return [kind for kind in ISSUE_KINDS if kind not in left_out]


def _report(
    image_set: ImageSet,
    condensed: CondensedSet,
    points: Points,
    kind: Kind,
    checked: list[IssueKind],
    issues: list[Issue],
) -> IssueReport:
    """What was found, in the order in which it is to be looked at."""
    order = {name: place for place, name in enumerate(ISSUE_KINDS)}
    first = sorted(
        issues, key=lambda one: (one.severity != "serious", order[one.kind], -len(one.samples))
    )
    return IssueReport(
        condensed=digest_of(condensed),
        source=image_set.fingerprint,
        picture_kind=kind,
        pictures=points.pictures,
        looked_at=len(points.real),
        samples=int((~points.kept).sum()),
        checked=checked,
        issues=first[:_MOST_ISSUES],
    )
