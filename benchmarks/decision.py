"""The decision page of folders of factory pictures, as Markdown.

    python benchmarks/decision.py NEU-CLS/ X-SDD/ --size 32 --ipc 10
    python benchmarks/decision.py samples --size 32 --ipc 10
    python benchmarks/decision.py PCB-MVTEC-LAYOUT/ --defects --size 64 --ipc 10 --packing 1

Imports, condenses, trains on everything, on the condensed set and on real selections of its size,
and prints what a report made with the costs and rules of a new project begins with. ``samples``
stands for sample drawings of our own. With ``--defects`` the pictures are normal ones to learn from
and defects to test with; the page is then that of a detector.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

import common

from engine.project import Project
from engine.report.content import gather
from engine.report.detector import DetectorPage, detector_page
from engine.trial import TrialRecipe, TrialReport, run_trial
from engine.trial.anomaly import run_anomaly
from engine.trial.anomaly_recipe import AnomalyRecipe
from engine.trial.anomaly_words import set_words
from importers.samples import make_samples

_PER_CLASS = 120


def main() -> None:
    """Parse; one page a folder."""
    options = _parser().parse_args()
    print(f"{common.machine()}\n", flush=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        for source in options.sources:
            if options.defects:
                print("\n".join(_detector(source, folder, options)) + "\n", flush=True)
            else:
                project = _project(source, folder, options.size)
                print("\n".join(_page(project, options)) + "\n", flush=True)


def _project(source: Path, folder: Path, size: int) -> Project:
    if str(source) == "samples":
        source = folder / "samples"
        if not source.exists():
            make_samples(source, per_class=_PER_CLASS, emit=common.tell, token=common.TOKEN)
    return common.project_of(source, folder, size=size)


def _page(project: Project, options: argparse.Namespace) -> Iterator[str]:
    found = common.condensed(project, common.recipe_of(options))
    recipe = TrialRecipe(against=tuple(options.against.split(",")), seeds=options.seeds)
    trial = run_trial(project, found.run, recipe, emit=common.tell, token=common.TOKEN)
    page = gather(project, found.run, "en").page
    assert page is not None  # the trial was just made
    yield f"### {project.path.stem}\n\n**{page.decision.sentence()}**\n"
    yield "| | | |\n|---|---|---|"
    yield from (f"| {name} | {number} | {note} |" for name, number, note in page.figures)
    yield f"| Condensing took | {found.seconds:.0f} s | |\n"
    yield from (f"- {'For' if good else 'Against'}: {words}" for good, words in page.reasons)
    yield from (f"- {words}" for words in page.rests)
    yield ""
    yield from _sets(trial)


def _sets(trial: TrialReport) -> Iterator[str]:
    yield "| set | pictures | accuracy % | lowest recall of a class % | seconds a training |"
    yield "|---|---|---|---|---|"
    for one in trial.sets:
        accuracy = f"{100 * one.accuracy_mean:.1f} ± {100 * one.accuracy_std:.1f}"
        recall = f"{100 * min(one.recall.values()):.0f}"
        yield f"| {one.name} | {one.images} | {accuracy} | {recall} | {one.seconds:.0f} |"


def _detector(source: Path, folder: Path, options: argparse.Namespace) -> Iterator[str]:
    project = common.project_of(source, folder, size=options.size, defects="test")
    found = common.condensed(project, common.recipe_of(options))
    report = run_anomaly(project, found.run, AnomalyRecipe(), emit=common.tell, token=common.TOKEN)
    page = detector_page(report, "en")
    assert isinstance(page, DetectorPage)  # the condensed set takes part
    yield f"### {project.path.stem}\n\n**{page.decision.sentence()}**\n"
    yield "| | | |\n|---|---|---|"
    yield from (f"| {name} | {number} | {note} |" for name, number, note in page.figures)
    yield f"| Condensing took | {found.seconds:.0f} s | |\n"
    yield "| set | pictures | AUROC | 95 % | missed | ms a picture |\n|---|---|---|---|---|---|"
    for one in report.sets:
        between = f"{one.auroc_low:.3f}–{one.auroc_high:.3f}"
        milliseconds = one.milliseconds + report.network_milliseconds
        yield (
            f"| {set_words(one.name, 'en')} | {one.images} | {one.auroc:.3f} | {between} "
            f"| {100 * one.missed_share:.0f} % | {milliseconds:.1f} |"
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--size", type=int, default=64, help="px; default 64")
    parser.add_argument("--ipc", type=int, default=10, help="images per class; default 10")
    parser.add_argument("--against", default="full,random,kmeans,herding,packed")
    parser.add_argument("--seeds", type=int, default=3, help="trainings of each set; default 3")
    parser.add_argument("--defects", action="store_true", help="normal pictures and defects")
    parser.add_argument("--keep", type=Path, help="folder for the projects, kept")
    return common.recipe_options(parser)


if __name__ == "__main__":
    main()
