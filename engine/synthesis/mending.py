"""Mending: from a run with rejected samples to a new run without them."""

from __future__ import annotations

import shutil
from dataclasses import replace

import numpy as np

from engine.data.mend import Mend, Way
from engine.data.recipe import CondenseRecipe
from engine.inspection.gaps import require_same_pictures
from engine.project import Project, Run
from engine.runtime.errors import UserError
from engine.runtime.files import replacing
from engine.synthesis.mended import Mended, original_steps

# Of the steps that the samples were learnt in. The rate falls to its end over these as well, and
# most of the way is made early (docs/method.md).
_SHARE = 0.5
_FEWEST = 50
_SEEDS = 2**31


def new_mending(
    project: Project, run: Run, way: Way, *, steps: int | None = None, seed: int | None = None
) -> Run:
    """Add a run that does without the rejected samples of ``run``, which stays as it is.

    Nothing is computed yet: hand the new run to :func:`engine.synthesis.condense_run`, as any
    other. It needs ``run`` no more. Samples that stay keep their verdicts, with name and time.

    Parameters
    ----------
    way : {"again", "nearest", "leave-out"}
        See :class:`engine.data.mend.Mend`.
    steps : int, optional
        Of condensing again; half of those that the samples were first learnt in by default, but
        at least 50 or, where these were fewer, as many.
    seed : int, optional
        The next one after the run's own by default.

    Raises
    ------
    UserError
        ``run.no_result``; ``condense.run_busy``; ``mend.nothing_rejected``;
        ``mend.class_would_be_empty``; ``mend.kept_whole``; ``inspect.other_pictures`` where the
        project's pictures have changed since; ``condense.recipe_invalid``;
        ``file.cannot_write``.
    """
    if run.status == "running":
        raise UserError("condense.run_busy", exit_code=2, run=run.id)
    condensed = run.condensed()
    count = len(condensed.images)
    rejected = [one for one, said in run.verdicts().items() if said == "rejected" and one < count]
    if not rejected:
        raise UserError("mend.nothing_rejected", exit_code=2, run=run.id)
    with project.image_set() as image_set:
        require_same_pictures(image_set, condensed)
    mend = Mend(run=run.id, way=way, samples=tuple(rejected))
    mended = Mended.of(condensed, mend)
    original = original_steps(condensed)
    asked = {
        "steps": steps or max(min(original, _FEWEST), round(_SHARE * original)),
        "seed": (run.recipe.seed + 1) % _SEEDS if seed is None else seed,
        "mend": mend,
    }
    made = project.new_run(CondenseRecipe.parse(run.recipe.model_dump() | asked))
    try:
        with replacing(made.origin_path, new_folders=False) as temporary:
            shutil.copyfile(run.condensed_path, temporary)
        carry_verdicts(run, made, mended)
    except UserError:
        project.discard(made)
        raise
    return made


def carry_verdicts(run: Run, made: Run, mended: Mended) -> None:
    """Say of each sample that stays what was said of it in ``run``: all of it, in that order."""
    old = mended.samples
    first = np.isin(np.arange(len(old)), np.unique(old, return_index=True)[1])
    # Of a real picture that stands several times, the first one is judged for all.
    own = (first | ~mended.origin.kept[old]) & ~mended.changed
    places: dict[int, list[int]] = {}
    for number in np.flatnonzero(own).tolist():
        places.setdefault(int(old[number]), []).append(number)
    made.judgements().put_back(
        *(
            replace(one, sample=number)
            for one in run.judgements().log()
            for number in places.get(one.sample, ())
        )
    )
