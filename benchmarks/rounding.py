"""What rounding to uint8 costs: the same images, trained on before and after, same seeds.

python benchmarks/rounding.py NEU-CLS/ --size 64 --ipc 10 --preset quick --networks 3
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import get_args

import common
import numpy as np

from engine.data.recipe import CondenseRecipe, Preset


def main() -> None:
    """Parse, learn images, train on both forms, print."""
    options = _parser().parse_args()
    protocol = common.protocol_of(options.protocol, options.epochs)
    with tempfile.TemporaryDirectory() as folder:
        project = common.project_of(options.source, options.keep or Path(folder), size=options.size)
        with project.image_set() as image_set:
            bench = common.Bench.of(
                image_set, CondenseRecipe(ipc=options.ipc, preset=options.preset)
            )
            bench.learn()
            exact, labels = bench.learnt()
            rounded = exact.round().astype(np.uint8)
            sets = {"float32": exact, "uint8, as exported": rounded}
            scores = {
                name: common.accuracies(
                    image_set, images, labels, protocol=protocol, networks=options.networks
                )
                for name, images in sets.items()
            }
    print(f"{common.machine()}\n\n| images | accuracy % |\n|---|---|")
    for name, found in scores.items():
        print(f"| {name} | {common.spread(found)} |")
    difference = np.subtract(*scores.values())
    print(f"\nfloat32 − uint8, network by network: {common.spread(list(difference))} points")


def _parser() -> argparse.ArgumentParser:
    parser = common.parser(__doc__)
    parser.add_argument("--preset", default="quick", choices=get_args(Preset))
    return common.training_options(parser, protocol="trial", networks=3)


if __name__ == "__main__":
    main()
