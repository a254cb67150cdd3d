"""Normal sets as the memory of a defect detector: all, condensed, k-center, random.

    python benchmarks/anomaly.py PCB-MVTEC-LAYOUT/ --size 64 --packing 1 --keep work/

Imports normal pictures to learn from and defects to test with only, condenses the normal class and
compares the sets by squares of pixels, with features of a taught and of a random network, and with
``--weights`` of a ResNet-18 of one's own; ``--reweighted`` weights picture scores by the
neighbourhood as well.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import common

from engine.project import Project, Run
from engine.trial.anomaly import run_anomaly
from engine.trial.anomaly_recipe import AnomalyRecipe
from engine.trial.anomaly_report import AnomalyReport


def main() -> None:
    """Parse, condense, compare, print."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        project = common.project_of(options.source, folder, size=options.size, defects="test")
        condensed = common.condensed(project, common.recipe_of(options))
        print(f"condensing: {condensed.seconds:.0f} s", file=sys.stderr)
        print(
            "| features | memory | pictures | AUROC | 95 % | average precision | missed |", end=""
        )
        print(" false alarms | kB | ms |\n" + "|---" * 10 + "|")
        for name, recipe in _recipes(options):
            _tell(name, _compared(project, condensed.run, recipe))


def _recipes(options: argparse.Namespace) -> list[tuple[str, AnomalyRecipe]]:
    made = [(name, AnomalyRecipe(features=name, draws=options.draws)) for name in options.features]
    if options.weights:
        made.append(("weights", AnomalyRecipe(weights=str(options.weights), draws=options.draws)))
    if options.reweighted:
        made += [
            (f"{name}, reweighted", recipe.model_copy(update={"reweighted": True}))
            for name, recipe in made
        ]
    return made


def _compared(project: Project, run: Run, recipe: AnomalyRecipe) -> AnomalyReport:
    return run_anomaly(project, run, recipe, emit=common.tell, token=common.TOKEN)


def _tell(features: str, report: AnomalyReport) -> None:
    for one in report.sets:
        cells = [
            features,
            one.name,
            f"{one.images}",
            f"{one.auroc:.3f}",
            f"{one.auroc_low:.3f}–{one.auroc_high:.3f}",
            f"{one.average_precision:.3f}",
            f"{100 * one.missed_share:.0f} %",
            f"{100 * one.alarm_share:.0f} %",
            f"{one.memory_bytes / 1000:,.0f}",
            f"{one.milliseconds + report.network_milliseconds:.1f}",
        ]
        print("| " + " | ".join(cells) + " |", flush=True)
    if report.taught_accuracy is not None:
        print(f"told rightly: {100 * report.taught_accuracy:.0f} %", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    made = common.recipe_options(common.parser(__doc__))
    made.add_argument("--draws", type=int, default=5, help="random sets; default 5")
    made.add_argument(
        "--features", nargs="+", default=["pixels", "taught", "random"], help="default: all three"
    )
    made.add_argument("--weights", type=Path, help="state dict of a ResNet-18")
    made.add_argument("--reweighted", action="store_true", help="weighted scores as well")
    return made


if __name__ == "__main__":
    main()
