"""How the samples of a run look: as kept beside it, or measured now."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial

import numpy as np

from engine.data import CondensedSet, ImageSet
from engine.data.appearance_report import AppearanceReport, save_appearance
from engine.data.recipe import Kind
from engine.inspection.comparing import AsAimed, Pixels, compare_appearance
from engine.inspection.gaps import require_same_pictures
from engine.inspection.kind import kind_for
from engine.inspection.of_run_gaps import as_aimed_at
from engine.project import Project, Run
from engine.runtime.errors import UserError
from engine.runtime.stop import StopSource, StopToken


def run_appearance(
    project: Project,
    run: Run,
    image_set: ImageSet,
    condensed: CondensedSet,
    *,
    kind: Kind | None = None,
    token: StopToken | None = None,
) -> AppearanceReport:
    """What is kept of a run, if it is of these samples; else it is measured and kept.

    Parameters
    ----------
    kind : {"drawing", "photo"}, optional
        What to measure instead of what the recipe says; then nothing is kept.

    Raises
    ------
    UserError
        ``inspect.other_pictures``; ``file.not_ours`` of a picture file.
    Stopped
    """
    require_same_pictures(image_set, condensed)
    kept = run.appearance()
    if kept is not None and kept.is_of(condensed) and kind in (None, kept.kind):
        return kept
    with aimed_at(project, run) as reference:
        report = compare_appearance(
            image_set,
            condensed,
            kind=kind or wanted_kind(run),
            reference=reference,
            as_varied=_varied(project, run, image_set, token or StopSource().token),
            token=token,
        )
    if kind is None:
        # Only saves measuring it again; a folder that cannot be written is no reason to fail.
        with suppress(UserError):
            save_appearance(report, run.appearance_path)
    return report


@contextmanager
def aimed_at(project: Project, run: Run) -> Iterator[ImageSet | None]:
    """The reference set whose appearance a run aims at; None where there is none any more."""
    reference = None
    with suppress(UserError):  # removed, of another size, or a recipe this version does not know
        recipe = run.recipe
        if recipe.appearance == "reference" and recipe.reference:
            reference = project.reference_set(recipe.reference)
    try:
        yield reference
    finally:
        if reference is not None:
            reference.close()


def _varied(project: Project, run: Run, image_set: ImageSet, token: StopToken) -> AsAimed | None:
    """What gives pictures the wider appearance that a run aims at; None where it does not."""
    from engine.restyling.of_recipe import restyler_of

    try:
        recipe = run.recipe
    except UserError:  # of a version to come
        return None
    if recipe.appearance != "varied":
        return None
    kind = kind_for(recipe, image_set)
    restyler = restyler_of(image_set, recipe, project, kind=kind, token=token)
    return None if restyler is None else partial(as_aimed_at, restyler, token)


def pair_of(
    report: AppearanceReport,
    project: Project,
    run: Run,
    image_set: ImageSet,
    condensed: CondensedSet,
) -> tuple[Pixels, Pixels] | None:
    """The pictures of a report's largest gap.

    Returns
    -------
    tuple of ndarray of uint8, (H, W, C), or None
        One that was aimed at, and a sample. None where there is no gap, or they are not there any
        more: a reference may have been removed since, a report may come from anywhere.
    """
    gap = report.largest
    if gap is None:
        return None
    with aimed_at(project, run) as reference:
        shown = reference if report.against == "reference" else image_set
        if shown is None or gap.picture >= len(shown) or gap.sample >= len(condensed.images):
            return None
        rows = np.array([gap.picture])
        picture = shown.read(rows)
    if report.against == "varied":
        varied = _varied(project, run, image_set, StopSource().token)
        picture = picture if varied is None else varied(picture, rows)
    return picture[0], condensed.images[gap.sample]


def wanted_kind(run: Run) -> Kind | None:
    """The kind of pictures a recipe asks for; None: as recognised."""
    try:
        kind = run.recipe.picture_kind
    except UserError:
        return None
    return None if kind == "auto" else kind
