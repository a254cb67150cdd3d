"""The gaps of a run, measured against what it aims at, as the run itself measures them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet, ImageSet
from engine.data.class_gaps import ClassGap
from engine.data.recipe import Whose
from engine.inspection.gaps import require_same_pictures
from engine.inspection.kind import kind_for
from engine.project import Project, Run
from engine.runtime.errors import UserError
from engine.runtime.messages import Language, text
from engine.runtime.stop import StopSource, StopToken

if TYPE_CHECKING:
    from engine.restyling.wishes import Restyler


@dataclass(frozen=True)
class RunGaps:
    """Gaps by class, and what they are measured from.

    Attributes
    ----------
    classes : sequence of ClassGap
        A class without real or synthetic images is left out.
    against : Whose
        The real pictures as they are (*mine*), or as restyled for the run.
    reference : str
        Title of the reference, where that is the appearance aimed at.
    lost : bool
        The reference is not in the project any more, so the pictures are taken as they are.
    """

    classes: Sequence[ClassGap]
    against: Whose = "mine"
    reference: str = ""
    lost: bool = False

    def note(self, language: Language = "en") -> str:
        """What the gaps are measured from; empty where that is as always."""
        if self.lost:
            return text("inspect.gaps_lost", language)
        if self.against == "mine":
            return ""
        return text(f"inspect.gaps_{self.against}", language, title=self.reference)


def run_gaps(
    project: Project,
    run: Run,
    image_set: ImageSet,
    condensed: CondensedSet,
    *,
    token: StopToken | None = None,
) -> RunGaps:
    """Measure every class of a run's condensed set.

    Only the pictures that are looked at are put into the appearance aimed at, some 1,300 of 32 px
    or 330 of 64 px.

    Raises
    ------
    UserError
        ``inspect.other_pictures``; ``file.not_ours`` of a damaged picture file.
    Stopped
        Where a token is given and a stop was asked for.
    """
    from engine.matching.gaps import measure_gaps

    require_same_pictures(image_set, condensed)
    token = token or StopSource().token
    restyler, against, reference, lost = _aim(project, run, image_set, token)
    as_aimed = None if restyler is None else partial(as_aimed_at, restyler, token)
    classes = measure_gaps(image_set, condensed, token=token, as_aimed=as_aimed)
    return RunGaps(classes, against, reference, lost)


def _aim(
    project: Project, run: Run, image_set: ImageSet, token: StopToken
) -> tuple[Restyler | None, Whose, str, bool]:
    """What restyles pictures as the run did, whose appearance, its title; whether it is lost."""
    from engine.restyling.of_recipe import restyler_of

    try:
        recipe = run.recipe
    except UserError:  # of a version to come
        return None, "mine", "", False
    if recipe.appearance == "mine":
        return None, "mine", "", False
    kind = kind_for(recipe, image_set)
    try:
        restyler = restyler_of(image_set, recipe, project, kind=kind, token=token)
    except UserError as error:
        if not error.key.startswith("condense."):
            raise
        return None, "mine", "", True
    title = project.reference_titles().get(recipe.reference or "", "")
    return restyler, recipe.appearance, title, False


def as_aimed_at(
    restyler: Restyler,
    token: StopToken,
    images: npt.NDArray[np.uint8],
    rows: npt.NDArray[np.intp],
) -> npt.NDArray[np.uint8]:
    """Pictures at some rows of an image set in the appearance of a run; loads what that takes."""
    from engine.restyling.of_recipe import restyle

    return restyle(restyler, images, rows, token=token)
