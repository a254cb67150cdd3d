"""Accuracy, time and memory of condensing, under the protocol of the literature.

    python benchmarks/condense.py cifar10.tar.gz --size 32 --ipc 10 --preset standard --networks 3

SOURCE is a folder of class folders, with or without train/ and test/, or a tar file of one.
Condenses through the same function as the window and the command line, trains fresh ConvNets on
the exported file and prints one row of Markdown. ``--random`` adds random real pictures. With
``--keep FOLDER`` a second call takes over what the first condensed.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import common
import numpy as np
import numpy.typing as npt

from engine.data import ImageSet
from engine.trial.baselines import random_rows
from engine.trial.protocol import Protocol


def main() -> None:
    """Parse, condense, train, print."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = common.project_of(options.source, options.keep or Path(folder), size=options.size)
        weights = {"style": options.style, "diversity": options.diversity}
        recipe = common.recipe_of(options, minutes=options.minutes, **weights)
        found = common.condensed(project, recipe)
        print(f"{common.machine()}\n\n  condensed in {found.seconds:.0f} s", flush=True)
        if options.networks == 0:
            return
        print("| set | stored | decoded | accuracy % | steps | seconds to condense | peak GiB |")
        print("|---|---|---|---|---|---|---|")
        protocol = common.protocol_of("paper", options.epochs)
        with project.image_set() as image_set:
            made = found.load()
            scores = common.accuracies(
                image_set, made.images, made.labels, protocol=protocol, networks=options.networks
            )
            print(
                f"| condensed, {options.preset} | {made.stored} | {made.decoded} "
                f"| {common.spread(scores)} | {found.result.steps} "
                f"| {found.seconds:.0f} | {found.memory:.1f} |",
                flush=True,
            )
            if options.random:
                counts = made.stored_by_class
                scores = _random(image_set, counts, protocol, options.networks)
                size = f"{made.stored} | {made.stored}"
                print(f"| random real | {size} | {common.spread(scores)} | | | |")


def _random(
    image_set: ImageSet, counts: npt.NDArray[np.int64], protocol: Protocol, networks: int
) -> list[float]:
    """One network on each of several random selections of the same size."""
    scores = []
    for seed in range(networks):
        rows = random_rows(image_set, counts, seed=seed)
        scores += common.accuracies(
            image_set,
            image_set.read(rows),
            image_set.labels[rows],
            protocol=protocol,
            networks=1,
            seed=100 + seed,
        )
    return scores


def _parser() -> argparse.ArgumentParser:
    parser = common.recipe_options(common.parser(__doc__))
    parser.add_argument("--style", type=float, default=1.0)
    parser.add_argument("--diversity", type=float, default=1.0)
    parser.add_argument("--minutes", type=float, help="time limit of condensing")
    parser.add_argument("--networks", type=int, default=3, help="trainings, 3; 0: none yet")
    parser.add_argument("--epochs", type=int, help="default 1000, as in the literature")
    parser.add_argument("--random", action="store_true", help="random real pictures too")
    return parser


if __name__ == "__main__":
    main()
