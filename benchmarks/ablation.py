"""What each term of the objective brings, term by term.

    python benchmarks/ablation.py cifar10.tar.gz --size 32 --ipc 10 --seeds 1 --networks 1

Condenses with content alone, then with moments, Gram matrices and bounded diversity added one by
one, at the engine's own balance; prints one row of Markdown each, a training for every seed of
condensing and every network.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import common

from engine.data.recipe import CondenseRecipe
from engine.matching.objective import Weights
from engine.synthesis.plan import CORRELATION, DIVERSITY, MOMENTS

ROWS = {
    "content": Weights(1.0, 0.0, 0.0, 0.0),
    "content + moments": Weights(1.0, MOMENTS, 0.0, 0.0),
    "content + moments + Gram": Weights(1.0, MOMENTS, CORRELATION, 0.0),
    "content + moments + Gram + bounded diversity": Weights(1.0, MOMENTS, CORRELATION, DIVERSITY),
}


def main() -> None:
    """Parse, condense and train each row, print."""
    options = _parser().parse_args()
    protocol = common.protocol_of(options.protocol, options.epochs)
    print(f"{common.machine()}\n\n| terms | accuracy % | seconds to condense |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        project = common.project_of(options.source, options.keep or Path(folder), size=options.size)
        with project.image_set() as image_set:
            for name, weights in ROWS.items():
                scores, seconds = [], 0.0
                for seed in range(options.seeds):
                    recipe = CondenseRecipe(
                        ipc=options.ipc, preset=options.preset, steps=options.steps, seed=seed
                    )
                    bench = common.Bench.of(image_set, recipe, weights)
                    seconds += bench.learn() / options.seeds
                    images, labels = bench.learnt()
                    scores += common.accuracies(
                        image_set,
                        images.round().astype("uint8"),
                        labels,
                        protocol=protocol,
                        networks=options.networks,
                    )
                print(f"| {name} | {common.spread(scores)} | {seconds:.0f} |", flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("--size", type=int, default=32, help="px; default 32")
    parser.add_argument("--ipc", type=int, default=10, help="images per class; default 10")
    parser.add_argument("--preset", default="standard", choices=["quick", "standard", "best"])
    parser.add_argument("--steps", type=int, help="default: the preset's")
    parser.add_argument("--seeds", type=int, default=1, help="of condensing; default 1")
    parser.add_argument("--networks", type=int, default=1, help="trainings each; default 1")
    parser.add_argument("--protocol", default="paper", choices=["trial", "paper"])
    parser.add_argument("--epochs", type=int, help="other than the protocol's")
    parser.add_argument("--keep", type=Path, help="folder for the project, kept")
    return parser


if __name__ == "__main__":
    main()
