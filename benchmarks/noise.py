"""Wrong labels: what condensed and random sets lose by them, and what trimming gives back.

    python benchmarks/noise.py NEU-CLS/ --size 64 --ipc 10 --flip 0.1 --trim 0.1

Gives the training pictures that are drawn another label at random; the test pictures keep theirs.
Condenses the clean set, the flipped set, and the flipped set with suspicious pictures set aside;
draws random selections of the same size from the first two. Prints Markdown: accuracy in per
cent, mean ± deviation over the seeds, what is lost against clean labels, and how many of the
flipped pictures were on the list.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import common
import numpy as np

from engine.inspection.suspicion import find_suspicious
from engine.project import Project
from engine.trial import TrialRecipe, run_trial


@dataclass(frozen=True)
class Score:
    """Accuracy of a set in per cent."""

    mean: float
    deviation: float


def main() -> None:
    """Parse, flip, condense, train, print."""
    options = _parser().parse_args()
    print(f"{common.machine()}\n")
    with tempfile.TemporaryDirectory() as folder:
        scratch = options.keep or Path(folder)
        clean = common.project_of(options.source, scratch, size=options.size)
        noisy, flipped = _flipped(clean, scratch / "noisy.shizuku", options.flip)
        print(f"{_list_quality(noisy, flipped, options)}\n", flush=True)
        if options.only_list:
            return
        print("| set | accuracy % | lost by wrong labels |\n|---|---|---|", flush=True)
        before = _scores(clean, 0.0, options)
        after = _scores(noisy, 0.0, options)
        trimmed = _scores(noisy, options.trim, options)
        lines = [
            ("random, clean", before["random"], None),
            ("random", after["random"], before["random"]),
            ("condensed, clean", before["condensed"], None),
            ("condensed", after["condensed"], before["condensed"]),
            ("condensed, set aside", trimmed["condensed"], before["condensed"]),
        ]
        for name, score, clean_score in lines:
            lost = "" if clean_score is None else f"{clean_score.mean - score.mean:.1f}"
            print(f"| {name} | {score.mean:.1f} ± {score.deviation:.1f} | {lost} |")


def _flipped(project: Project, path: Path, share: float) -> tuple[Project, set[str]]:
    """The project with wrong labels, and the pictures that have them."""
    random = np.random.default_rng(0)
    with project.image_set() as image_set:
        classes = len(image_set.class_names)
        labels = image_set.labels.copy()
        train = image_set.indices("train")
        wrong = random.permutation(train)[: round(share * len(train))]
        labels[wrong] = (labels[wrong] + random.integers(1, classes, len(wrong))) % classes
        sources = {image_set.sources[row] for row in wrong}
        made = common.altered(project, path, np.arange(len(image_set)), labels)
    return made, sources


def _scores(project: Project, trim: float, options: argparse.Namespace) -> dict[str, Score]:
    found = common.condensed(project, common.recipe_of(options, trim=trim))
    against = ("random",) if trim == 0 else ()
    trial = TrialRecipe(against=against, seeds=options.seeds)
    report = run_trial(project, found.run, trial, emit=common.tell, token=common.TOKEN)
    return {one.name: Score(100 * one.accuracy_mean, 100 * one.accuracy_std) for one in report.sets}


def _list_quality(noisy: Project, flipped: set[str], options: argparse.Namespace) -> str:
    begun = time.monotonic()
    with noisy.image_set() as image_set:
        found = find_suspicious(image_set, options.trim, seed=options.seed, token=common.TOKEN)
        listed = [image_set.sources[row] for row in found.rows]
    seconds = time.monotonic() - begun
    right = sum(file in flipped for file in listed)
    return (
        f"Set aside: {len(listed)} pictures in {seconds:.0f} s, of which "
        f"{100 * right / max(1, len(listed)):.0f} % have a wrong label; wrong labels found: "
        f"{100 * right / max(1, len(flipped)):.0f} % of {len(flipped)}."
    )


def _parser() -> argparse.ArgumentParser:
    parser = common.recipe_options(common.parser(__doc__))
    parser.add_argument("--flip", type=float, default=0.1, help="share of labels; default 0.1")
    parser.add_argument("--trim", type=float, default=0.1, help="set aside at most; default 0.1")
    parser.add_argument("--only-list", action="store_true", help="find wrong labels, train nothing")
    parser.add_argument("--seeds", type=int, default=3, help="trainings of each set; default 3")
    return parser


if __name__ == "__main__":
    main()
