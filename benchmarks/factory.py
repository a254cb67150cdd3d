"""Import, condense and trial-train folders of factory pictures, as the command line does.

    python benchmarks/factory.py NEU-CLS/ schematic-symbols/ --size 64 --ipc 1 10

Prints one row of Markdown for each folder and number of images per class: accuracy in per cent,
mean ± deviation over the seeds, of the condensed set, random, k-means and herding selections of
the same size and, with ``--full``, all pictures.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import get_args

import common

from engine.data.recipe import CondenseRecipe, Preset
from engine.project import Project
from engine.trial import TrialRecipe, run_trial


def main() -> None:
    """Parse, run every folder, print."""
    options = _parser().parse_args()
    names = ["condensed", "random", "kmeans", "herding", *(["full"] if options.full else [])]
    print(f"{common.machine()}\n")
    print(f"| pictures | images per class | samples | {' | '.join(names)} | seconds to condense |")
    print("|---" * (4 + len(names)) + "|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for source in options.sources:
            project = common.project_of(source, options.keep or Path(folder), size=options.size)
            for ipc in options.ipc:
                print(_row(project, ipc, names, options), flush=True)


def _row(project: Project, ipc: int, names: list[str], options: argparse.Namespace) -> str:
    recipe = CondenseRecipe(
        ipc=ipc, preset=options.preset, seed=options.seed, packing=options.packing
    )
    found = common.condensed(project, recipe)
    print(f"  condensed in {found.seconds:.0f} s", file=sys.stderr, flush=True)
    trial = TrialRecipe(against=tuple(names[1:]), seeds=options.seeds, protocol=options.protocol)
    report = run_trial(project, found.run, trial, emit=common.tell, token=common.TOKEN)
    by_name = {one.name: one for one in report.sets}
    cells = [
        f"{100 * by_name[name].accuracy_mean:.1f} ± {100 * by_name[name].accuracy_std:.1f}"
        for name in names
    ]
    images = by_name["condensed"].images
    return f"| {project.path.stem} | {ipc} | {images} | {' | '.join(cells)} | {found.seconds:.0f} |"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--size", type=int, default=64, help="px; default 64")
    parser.add_argument("--ipc", type=int, nargs="+", default=[10], help="default 10")
    parser.add_argument("--preset", default="standard", choices=get_args(Preset))
    parser.add_argument("--packing", type=common.packing, default="auto", help="auto, 1 or 2")
    parser.add_argument("--seeds", type=int, default=3, help="trainings of each set; default 3")
    parser.add_argument("--seed", type=int, default=0, help="of condensing")
    parser.add_argument("--protocol", default="trial", choices=["trial", "paper"])
    parser.add_argument("--full", action="store_true", help="all real pictures too (slow)")
    parser.add_argument("--keep", type=Path, help="folder for the projects, kept")
    return parser


if __name__ == "__main__":
    main()
