"""Does a condensed set stay as good when its worst samples are mended?

    python benchmarks/mending.py steel.shizuku latest --reject 6 --seeds 3

PROJECT is a project with a finished RUN; both stay as they are, all happens in a copy. With
``--keep FOLDER`` the copy stays, and a second call trains again on what was mended. The samples
furthest from any real picture of their class are rejected; the set is then mended in three ways.
Printed are the samples that changed although they should not (0, or it is a fault), the gaps, the
seconds of condensing or mending, and the accuracy of ConvNets trained on each set, with the same
seeds.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import common
import numpy as np
import numpy.typing as npt

from engine.data import CondensedSet
from engine.data.mend import WAYS, Mend
from engine.inspection.nearest import NearestReal
from engine.project import Project, Run
from engine.synthesis import condense_run, new_mending
from engine.synthesis.mended import Mended
from engine.trial import TrialRecipe, run_trial


def main() -> None:
    """Copy, reject, mend, train, print."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = (options.keep or Path(folder)) / options.project.name
        if not scratch.exists():
            shutil.copytree(options.project, scratch)
        project = Project.open(scratch)
        run = project.run(options.run)
        rejected = _furthest(project, run.condensed(), options.reject)
        run.judgements().judge_all(rejected, "rejected", inspector="benchmark")
        print(f"{common.machine()}\n\nRejected: {', '.join(map(str, rejected))}\n")
        print("| set | changed wrongly | content | style | diversity | seconds | accuracy % |")
        print("|---|---|---|---|---|---|---|", flush=True)
        print(_line(project, run, "as it was", 0, options), flush=True)
        for way in WAYS:
            made = _mended(project, run, Mend(run=run.id, way=way, samples=rejected), options.steps)
            wrong = _changed_wrongly(run.condensed(), made)
            print(_line(project, made, way, wrong, options), flush=True)


def _mended(project: Project, run: Run, mend: Mend, steps: int | None) -> Run:
    """The run mended now, or in an earlier call that kept its copy."""
    for one in project.runs():
        same = one.recipe.mend == mend and steps in (None, one.recipe.steps)
        if one.status == "done" and same:
            return one
    made = new_mending(project, run, mend.way, steps=steps)
    condense_run(project, made, emit=common.tell, token=common.TOKEN)
    return made


def _furthest(project: Project, condensed: CondensedSet, count: int) -> tuple[int, ...]:
    """The synthetic samples furthest from any real picture of their class."""
    distances: npt.NDArray[np.float64] = np.full(len(condensed.images), -1.0)
    with project.image_set() as image_set:
        search = NearestReal(image_set)
        for number in np.flatnonzero(~condensed.kept).tolist():
            label = int(condensed.labels[number])
            distances[number] = search.query(condensed.images[number], label, 1)[0][1]
    return tuple(int(one) for one in np.sort(np.argsort(-distances)[:count]))


def _changed_wrongly(before: CondensedSet, made: Run) -> int:
    """Samples that should have stayed bit by bit and did not."""
    after, mend = made.condensed(), made.recipe.mend
    assert mend is not None  # it was just made so
    mended = Mended.of(before, mend)
    same = (after.images == before.images[mended.samples]).all(axis=(1, 2, 3))
    return int((~same & ~mended.changed).sum())


def _line(project: Project, run: Run, name: str, wrong: int, options: argparse.Namespace) -> str:
    recipe = TrialRecipe(
        against=(), seeds=options.seeds, width=options.width, least_steps=options.least_steps
    )
    report = run_trial(project, run, recipe, emit=common.tell, token=common.TOKEN)
    accuracies = [100 * one for one in report.sets[0].accuracies]
    result = run.result
    assert result is not None  # it is done
    return (
        f"| {name} | {wrong} | {result.content_gap:.3f} | {result.style_gap:.3f} "
        f"| {result.diversity:.3f} | {result.seconds:.0f} "
        f"| {common.spread(accuracies)} |"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("project", type=Path)
    parser.add_argument("run", help="id, its beginning, or latest")
    parser.add_argument("--reject", type=int, default=6, help="samples; default 6")
    parser.add_argument("--steps", type=int, help="of condensing again; default half")
    parser.add_argument("--seeds", type=int, default=3, help="trainings of each set; default 3")
    parser.add_argument("--width", type=int, help="of the ConvNet; default as in a trial")
    parser.add_argument("--least-steps", type=int, help="of a training; default as in a trial")
    parser.add_argument("--keep", type=Path, help="folder for the copy, kept")
    return parser


if __name__ == "__main__":
    main()
