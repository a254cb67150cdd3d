"""The most memory a run takes: many classes of large pictures.

    python benchmarks/memory.py --classes 200 --size 128 --ipc 10 --memory 4

Makes a set of smooth random pictures (they need not mean anything to fill memory), condenses a few
steps of it within the budget and prints what was taken, as Markdown.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import common
import cv2
import numpy as np
import numpy.typing as npt

from engine.data import ImageSetWriter
from engine.data.recipe import CondenseRecipe
from engine.project import Project


def main() -> None:
    """Parse, make pictures, condense, print."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = _made(Path(folder) / "many.shizuku", options)
        before = common.peak_gib()
        recipe = CondenseRecipe(
            ipc=options.ipc, steps=options.steps, memory=options.memory, minutes=options.minutes
        )
        found = common.condensed(project, recipe)
        budget = "half of what is free" if options.memory is None else f"{options.memory:g} GiB"
        print(f"{common.machine()}\n")
        print("| classes | size px | budget | before GiB | peak GiB | steps | seconds |")
        print("|---" * 7 + "|")
        print(
            f"| {options.classes} | {options.size} | {budget} | {before:.2f} | {found.memory:.2f} "
            f"| {found.result.steps} | {found.seconds:.0f} |"
        )


def _made(path: Path, options: argparse.Namespace) -> Project:
    project = Project.create(path)
    size = options.size
    with ImageSetWriter(project.images_path, height=size, width=size, channels=3) as writer:
        for label in range(options.classes):
            count = options.pictures
            sources = [f"{label}/{number}.png" for number in range(count)]
            writer.append(_pictures(label, count, size), [label] * count, [0] * count, sources)
        names = [f"class {label}" for label in range(options.classes)]
        writer.finish(class_names=names, preparation={"size": size}, fingerprint="made")
    return project


def _pictures(label: int, count: int, size: int) -> npt.NDArray[np.uint8]:
    """Blots of a class's own colour and coarseness."""
    random = np.random.default_rng(label)
    coarse = 3 + label % 12
    colour = random.uniform(60, 190, 3)
    pictures = [
        cv2.resize(random.normal(colour, 40, (coarse, coarse, 3)), (size, size))
        for _ in range(count)
    ]
    return np.clip(pictures, 0, 255).astype(np.uint8)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--classes", type=int, default=200)
    parser.add_argument("--pictures", type=int, default=40, help="a class; default 40")
    parser.add_argument("--size", type=int, default=128, help="px; default 128")
    parser.add_argument("--ipc", type=int, default=10, help="images per class; default 10")
    parser.add_argument("--steps", type=int, default=6, help="default 6")
    parser.add_argument("--minutes", type=float, help="time limit")
    parser.add_argument("--memory", type=float, help="GiB; default half of what is free")
    return parser


if __name__ == "__main__":
    main()
