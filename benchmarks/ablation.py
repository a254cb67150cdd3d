"""What each term of the objective and each idea brings, one after the other.

    python benchmarks/ablation.py cifar10.tar.gz --size 32 --ipc 10 --steps 1000 --seeds 3

Condenses with content alone, then with moments, Gram matrices, the distribution of appearance,
bounded diversity, a pool of partly trained networks, the class term and packing added one by one,
at the engine's own balance (``--rows 7 --pool 4 600 --width 64``: all of it, with another pool and
narrower networks); prints one row of Markdown each, a training for every seed of
condensing and every network.
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

import common

from engine.data import ImageSet
from engine.data.recipe import CondenseRecipe, Preset
from engine.networks.convnet import WIDTH
from engine.synthesis.plan import Plan
from engine.synthesis.pool import PoolPlan


@dataclass(frozen=True)
class Row:
    """What takes part."""

    name: str
    moments: bool = False
    correlation: bool = False
    appearance: bool = False
    diversity: bool = False
    pool: bool = False
    class_term: bool = False
    packing: bool = False
    width: int = WIDTH
    trained: tuple[int, int] | None = None

    def __call__(self, plan: Plan) -> Plan:
        """The engine's plan without what does not take part."""
        whole = plan.weights
        weights = whole._replace(
            moments=whole.moments * self.moments,
            correlation=whole.correlation * self.correlation,
            appearance=whole.appearance * self.appearance,
            diversity=whole.diversity * self.diversity,
            class_term=whole.class_term * self.class_term,
        )
        bank = replace(plan.bank, style=self.moments or self.correlation)
        bank = replace(bank, width=min(bank.width, self.width))
        members, lessons = self.trained or (plan.pool.members, plan.pool.steps)
        pool = PoolPlan(members if self.pool else 0, lessons, bank.width)
        return replace(plan, weights=weights, bank=bank, pool=pool)


def rows() -> list[Row]:
    """Each with one thing more than the one before."""
    names = (
        *("moments", "correlation", "appearance", "diversity"),
        *("pool", "class_term", "packing"),
    )
    said = (
        *("moments", "Gram", "appearance", "bounded diversity"),
        *("pool", "class term", "packing 2"),
    )
    found = [Row("content")]
    for name, word in zip(names, said, strict=True):
        more: dict[str, Any] = {name: True}
        found.append(replace(found[-1], name=f"+ {word}", **more))
    return found


def main() -> None:
    """Parse, condense and train each row, print."""
    options = _parser().parse_args()
    print(f"{common.machine()}\n\n| terms | accuracy % | seconds to condense |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        project = common.project_of(options.source, options.keep or Path(folder), size=options.size)
        with project.image_set() as image_set:
            for number, row in enumerate(rows()):
                if options.rows is None or number in options.rows:
                    print(_measured(row, image_set, options), flush=True)


def _measured(row: Row, image_set: ImageSet, options: argparse.Namespace) -> str:
    protocol = common.protocol_of(options.protocol, options.epochs)
    scores: list[float] = []
    seconds = 0.0
    for seed in range(options.seeds):
        recipe = CondenseRecipe(
            ipc=options.ipc,
            preset=options.preset,
            steps=_steps(options.steps, row),
            seed=seed,
            packing=2 if row.packing else 1,
        )
        change = replace(row, width=options.width, trained=options.pool)
        bench = common.Bench.of(image_set, recipe, change, whole=options.whole)
        seconds += bench.learn() / options.seeds
        images, labels = bench.learnt()
        scores += common.accuracies(
            image_set,
            images.round().astype("uint8"),
            labels,
            protocol=protocol,
            networks=options.networks,
            seed=100 + seed,
            width=options.width,
        )
    return f"| {row.name} | {common.spread(scores)} | {seconds:.0f} |"


def _steps(asked: int | None, row: Row) -> int | None:
    """Packed images take a quarter of the steps, as in every preset, for the same time."""
    return asked // 4 if asked is not None and row.packing else asked


def _parser() -> argparse.ArgumentParser:
    parser = common.parser(__doc__)
    parser.add_argument("--preset", default="standard", choices=get_args(Preset))
    parser.add_argument("--steps", type=int, help="default: the preset's")
    parser.add_argument("--seeds", type=int, default=3, help="of condensing; default 3")
    parser.add_argument("--networks", type=int, default=1, help="trainings each; default 1")
    parser.add_argument("--protocol", default="paper", choices=["trial", "paper"])
    parser.add_argument("--epochs", type=int, help="other than the protocol's")
    parser.add_argument("--width", type=int, default=WIDTH, help="of networks and models; 128")
    parser.add_argument("--pool", type=int, nargs=2, help="networks and batches each of the pool")
    whole = "where samples are seen by turns, match them with the whole class"
    parser.add_argument("--whole", action="store_true", help=whole)
    parser.add_argument("--rows", type=int, nargs="+", help="numbers of the rows; default all")
    return parser


if __name__ == "__main__":
    main()
