"""Seconds and memory of every stage as the pictures become more, and how they grow.

    python benchmarks/scale.py NEU-CLS/ --counts 1000 10000 100000 [1000000] --size 32

Makes ``--counts`` pictures by altering real ones, as JPEG files in class folders, and imports them,
condenses some steps within ``--memory`` GiB, reads slices as the gallery does, asks the catalogue
and trial-trains for one epoch, each stage in a process of its own. Prints seconds and the most
memory of each, as Markdown, with the exponent of count that the seconds follow: 1 grows as the
pictures do, 0 not at all.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import common
import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.runtime.events import Event, Progress
from engine.synthesis import condense_run
from engine.trial import TrialRecipe, run_trial
from importers import ImportOptions, import_folder

Values = dict[str, float]
_AT_ONCE = 500
_QUALITY = 85
_PAGE = 60  # pictures the gallery shows at once
_PAGES, _ASKED = 100, 20
_STAGES = {
    "stage.prepare": "prepare",
    "stage.bank": "bank and steps",  # a pair is computed in the step that first asks for it
    "stage.steps": "bank and steps",
    "stage.gaps": "measure",
}


def main() -> None:
    """Parse; measure all, or one stage in this process."""
    options = _parser().parse_args()
    if options.stage:
        print(json.dumps(_PARTS[options.stage](options)))
        return
    if options.eager:
        os.environ["TORCHDYNAMO_DISABLE"] = "1"
    print(f"{common.machine()}, pictures of {options.size} px\n")
    found: dict[str, dict[int, Values]] = {}
    for count in options.counts:
        with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
            _measure_all(Path(folder), count, options, found)
    _print_table(found, options.counts)


def _measure_all(
    folder: Path, count: int, options: argparse.Namespace, found: dict[str, dict[int, Values]]
) -> None:
    make(options.source, folder / "pictures", count, options.size)
    for stage in options.stages:
        told = _in_a_process(stage, folder, options)
        memory = told.pop("gib")
        for name, seconds in told.items():
            found.setdefault(name, {})[count] = {"seconds": seconds, "gib": memory}
            print(f"  {count:,} {name}: {seconds:.4g} s, {memory:.2f} GiB", file=sys.stderr)


def _in_a_process(stage: str, folder: Path, options: argparse.Namespace) -> Values:
    command = [sys.executable, __file__, str(folder / "pictures"), "--stage", stage]
    command += ["--size", str(options.size), "--memory", str(options.memory)]
    command += ["--preset", options.preset, "--steps", str(options.steps)]
    command += ["--project", str(folder / "many.shizuku")]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told: Values = json.loads(done.stdout.splitlines()[-1])
    return told


def _print_table(found: dict[str, dict[int, Values]], counts: list[int]) -> None:
    print("| stage | " + " | ".join(f"{one:,}: s | GiB" for one in counts) + " | exponent |")
    print("|---" * (2 * len(counts) + 2) + "|")
    for name, by_count in found.items():
        cells = [f"{by_count[one]['seconds']:.4g} | {by_count[one]['gib']:.2f}" for one in counts]
        times = [by_count[one]["seconds"] for one in counts]
        print(f"| {name} | " + " | ".join(cells) + f" | {exponent(counts, times)} |")


def exponent(counts: list[int], seconds: list[float]) -> str:
    """Of the power of ``counts`` that fits ``seconds`` best."""
    if len(counts) < 2:
        return "–"
    slope = np.polyfit(np.log(counts), np.log(np.maximum(seconds, 1e-6)), 1)[0]
    return f"{slope:.2f}"


# --- pictures -----------------------------------------------------------------------------------


def make(source: Path, into: Path, count: int, size: int) -> None:
    """Altered copies of the pictures of each class folder, as JPEG files of ``size`` px."""
    random = np.random.default_rng(0)
    folders = sorted(one for one in source.iterdir() if one.is_dir())
    for folder, share in zip(folders, np.array_split(np.arange(count), len(folders)), strict=True):
        (into / folder.name).mkdir(parents=True)
        originals = np.stack([_read(one, size) for one in sorted(folder.iterdir())])
        for part in np.array_split(share, max(1, len(share) // _AT_ONCE)):
            pictures = altered(originals[random.integers(len(originals), size=len(part))], random)
            for number, pixels in zip(part, pictures, strict=True):
                file = into / folder.name / f"{number:07}.jpg"
                Image.fromarray(pixels).save(file, "JPEG", quality=_QUALITY)


def altered(pictures: npt.NDArray[np.uint8], random: np.random.Generator) -> npt.NDArray[np.uint8]:
    """Pictures ``(n, H, W)`` moved, turned over, lighter or darker and with a little noise."""
    pictures = np.roll(pictures, random.integers(0, 64, 2), (1, 2))
    flipped = random.random(len(pictures)) < 0.5
    pictures = np.where(flipped[:, None, None], pictures[:, :, ::-1], pictures)
    gain = random.uniform(0.8, 1.2, (len(pictures), 1, 1)).astype(np.float32)
    noise = random.integers(-6, 7, pictures.shape, dtype=np.int8)
    return (pictures * gain + noise).clip(0, 255).astype(np.uint8)


def _read(file: Path, size: int) -> npt.NDArray[np.uint8]:
    with Image.open(file) as image:
        return np.asarray(image.convert("L").resize((size, size)), np.uint8)


# --- stages -------------------------------------------------------------------------------------


def _import(options: argparse.Namespace) -> Values:
    project = Project.create(options.project)
    begun = time.monotonic()
    import_folder(
        options.source, project, ImportOptions(size=options.size), emit=_quiet, token=common.TOKEN
    )
    return {"import": time.monotonic() - begun, "gib": common.peak_gib()}


def _condense(options: argparse.Namespace) -> Values:
    """Seconds of each stage of a run, by the first event of the next."""
    project = Project.open(options.project)
    run = project.new_run(
        CondenseRecipe(ipc=10, preset=options.preset, steps=options.steps, memory=options.memory)
    )
    clock = _Clock()
    condense_run(project, run, emit=clock, token=common.TOKEN)
    return {**clock.ended(), "gib": common.peak_gib()}


class _Clock:
    """Adds the time between events to the stage that the first of them told of."""

    def __init__(self) -> None:
        self._taken: Values = {}
        self._stage, self._since = "prepare", time.monotonic()

    def __call__(self, event: Event) -> None:
        if isinstance(event, Progress):
            self._pass()
            self._stage = _STAGES.get(event.stage, self._stage)

    def _pass(self) -> None:
        now = time.monotonic()
        self._taken[self._stage] = self._taken.get(self._stage, 0.0) + now - self._since
        self._since = now

    def ended(self) -> Values:
        self._pass()
        return self._taken


def _gallery(options: argparse.Namespace) -> Values:
    """Opening the pictures, and a page of them anywhere."""
    begun = time.monotonic()
    with Project.open(options.project).image_set() as images:
        opened = time.monotonic() - begun
        random = np.random.default_rng(0)
        times = []
        for _ in range(_PAGES):
            first = int(random.integers(max(1, len(images) - _PAGE)))
            rows = np.arange(first, min(len(images), first + _PAGE))
            times.append(_timed(lambda rows=rows: images.read(rows)))
    return {
        "open": opened,
        "gallery page, worst": max(times),
        "gib": common.peak_gib(),
    }


def _catalogue(options: argparse.Namespace) -> Values:
    """What pages ask of the catalogue, the slowest of some times each."""
    project = Project.open(options.project)
    with project.image_set() as images:
        fingerprint = images.fingerprint
        asked: dict[str, Callable[[], Any]] = {
            "runs": project.runs,
            "import record": project.import_record,
            "findings": project.findings.all,
            "left out": lambda: project.findings.excluded(fingerprint),
            "counts": lambda: images.counts("train"),
            "class rows": lambda: images.indices("train", 0),
        }
        times = {
            f"query: {name}": max(_timed(ask) for _ in range(_ASKED)) for name, ask in asked.items()
        }
    return {**times, "gib": common.peak_gib()}


def _trial(options: argparse.Namespace) -> Values:
    project = Project.open(options.project)
    recipe = TrialRecipe(against=("random", "full"), seeds=1, epochs=1, least_steps=1, width=16)
    begun = time.monotonic()
    run_trial(project, project.runs()[0], recipe, emit=_quiet, token=common.TOKEN)
    return {"trial": time.monotonic() - begun, "gib": common.peak_gib()}


_PARTS: dict[str, Callable[[argparse.Namespace], Values]] = {
    "import": _import,
    "condense": _condense,
    "gallery": _gallery,
    "catalogue": _catalogue,
    "trial": _trial,
}


def _timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _quiet(_event: Event) -> None:
    """Only what is measured is told."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path, help="class folders of pictures")
    parser.add_argument("--counts", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--size", type=int, default=32, help="px; default 32")
    parser.add_argument("--preset", default="quick", help="of condensing; default quick")
    parser.add_argument("--steps", type=int, default=10, help="of condensing; default 10")
    parser.add_argument("--memory", type=float, default=3.0, help="GiB of a run; default 3")
    parser.add_argument("--stages", nargs="+", choices=list(_PARTS), default=list(_PARTS))
    parser.add_argument("--eager", action="store_true", help="compile nothing")
    parser.add_argument("--scratch", type=Path, help="folder for what is made and removed again")
    parser.add_argument("--stage", choices=list(_PARTS), help=argparse.SUPPRESS)
    parser.add_argument("--project", type=Path, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main()
