"""Rare classes: condensed against real selections where the classes are as unequal as 1 : 50.

    python benchmarks/imbalance.py NEU-CLS/ --size 64 --ipc 10 --ratio 50

Makes the training pictures of the classes unequal, from all of the first class down to one in
``--ratio`` of the last, evenly in between; the test pictures stay. Prints a row of Markdown for the
condensed set with equal and with proportional images per class, and for random and k-means
selections with the same images of each class: balanced accuracy (mean recall), mean ± deviation
over the seeds, and recall of the rarest class over all of them, in per cent. Proportional and
random is what is done without thought.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import common
import numpy as np

from engine.project import Project
from engine.trial import TrialRecipe, run_trial

_LEAST = 2


def main() -> None:
    """Parse, make unequal, condense, train, print."""
    options = _parser().parse_args()
    print(f"{common.machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        scratch = options.keep or Path(folder)
        whole = common.project_of(options.source, scratch, size=options.size)
        project, counts = _unequal(whole, scratch / "unequal.shizuku", options.ratio)
        print(f"Training pictures of the classes: {', '.join(map(str, counts))}\n")
        print("| set | images by class | balanced accuracy % | recall of the rarest % |")
        print("|---|---|---|---|", flush=True)
        for balance in options.balance:
            for line in _lines(project, balance, options):
                print(line, flush=True)


def _unequal(project: Project, path: Path, ratio: float) -> tuple[Project, list[int]]:
    with project.image_set() as image_set:
        classes = len(image_set.class_names)
        least = int(image_set.counts("train").min())
        random = np.random.default_rng(0)
        chosen, counts = [image_set.indices("test")], []
        for label in range(classes):
            share = ratio ** (-label / max(1, classes - 1))
            counts.append(max(_LEAST, round(least * share)))
            rows = random.permutation(image_set.indices("train", label))
            chosen.append(rows[: counts[-1]])
        rows = np.sort(np.concatenate(chosen))
        labels = image_set.labels[rows]
    return common.altered(project, path, rows, labels), counts


def _lines(project: Project, balance: str, options: argparse.Namespace) -> list[str]:
    recipe = common.recipe_of(options, balance=balance, keep_whole=options.keep_whole)
    found = common.condensed(project, recipe)
    trial = TrialRecipe(against=("random", "kmeans"), seeds=options.seeds)
    report = run_trial(project, found.run, trial, emit=common.tell, token=common.TOKEN)
    images = ", ".join(map(str, found.load().stored_by_class))
    rarest = report.class_names[-1]
    return [
        f"| {one.name}, {balance} | {images} "
        f"| {100 * one.balanced_mean:.1f} ± {100 * one.balanced_std:.1f} "
        f"| {100 * one.recall[rarest]:.1f} |"
        for one in report.sets
    ]


def _parser() -> argparse.ArgumentParser:
    parser = common.recipe_options(common.parser(__doc__))
    parser.add_argument("--ratio", type=float, default=50.0, help="largest to rarest; default 50")
    parser.add_argument(
        "--keep-whole", type=int, help="classes of so many pictures; 0: none; default automatic"
    )
    parser.add_argument(
        "--balance", nargs="+", default=["equal", "proportional"], help="default both"
    )
    parser.add_argument("--seeds", type=int, default=3, help="trainings of each set; default 3")
    return parser


if __name__ == "__main__":
    main()
