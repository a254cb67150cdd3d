"""The terms of the plan on paper in docs/scale.md, and what was counted of them in a run."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import common
import torch

from engine.data.recipe import CondenseRecipe
from engine.matching.appearance import describe, draw_bands
from engine.matching.objective import Terms
from engine.project import Project
from engine.synthesis.aim import _MOST_PER_CLASS
from engine.synthesis.eye import make_eye
from engine.synthesis.plan import make_plan
from engine.synthesis.start import read_real

Counted = dict[str, dict[str, float]]
Row = tuple[str, str, float, float]

_NO_LIMIT = 1 << 62  # bytes
_FLOAT, _DOUBLE = 4, 8


@dataclass(frozen=True)
class Planned:
    """Numbers of a run that the formulas are made of, named as in docs/scale.md.

    Attributes
    ----------
    classes, images, pixels, pairs, steps : int
        C, m, numbers of a picture, p, steps.
    pair : int
        b: bytes of a pair a class.
    described : float
        Pictures of a class that appearance is taken of, in the mean.
    descriptors : int
    """

    classes: int
    images: int
    pixels: int
    pairs: int
    steps: int
    pair: int
    described: float
    descriptors: int

    @classmethod
    def of(cls, project: Project, recipe: CondenseRecipe) -> Planned:
        """What the engine plans for a project's pictures."""
        with project.image_set() as image_set:
            real, _ = read_real(image_set, token=common.TOKEN)
        counts = torch.tensor([len(one) for one in real.by_class])
        learnt = counts.clamp_max(recipe.ipc).numpy()
        eye = make_eye(torch.device("cpu"), compile_code=False)
        plan = make_plan(
            recipe, counts.numpy(), real.shape, learnt=learnt, eye=eye, budget=_NO_LIMIT
        )
        return cls(
            classes=len(counts),
            images=plan.slots.length,
            pixels=math.prod(real.shape),
            pairs=plan.bank.pairs,
            steps=plan.steps,
            pair=plan.bank.pair_bytes(1, real.shape[1]),
            described=float(counts.clamp_max(_MOST_PER_CLASS).double().mean()),
            descriptors=_descriptors(real.shape[0]),
        )

    def rows(self, together: Sequence[Counted], *, pairs: float, steps: float) -> list[Row]:
        """What, unit, by the formula, as counted; for as many processes as were counted.

        Parameters
        ----------
        pairs, steps : float
            Seconds of the processor for all pairs in one process, and for all steps in one of so
            many processes.
        """
        processes = len(together)
        all_images = self.classes * self.images * self.pixels
        bank = self.pairs * self.classes * self.pair / processes
        others = (processes - 1) / processes
        appearance = self.classes / processes * self.described * self.descriptors * _FLOAT
        terms = len(Terms._fields) * (1 + self.classes) + processes

        def mean(purpose: str, name: str) -> float:
            return sum(one.get(purpose, {}).get(name, 0) for one in together) / processes

        saved = mean("checkpoint", "times")
        of_step = mean("steps", "summed") / mean("steps", "times")
        to_first = mean("checkpoint", "sent") * processes / saved
        share = math.ceil(self.pairs / processes) / self.pairs
        return [
            ("sent for the bank, a process", "kB", bank * others / 1e3, mean("bank", "sent") / 1e3),
            (
                "sent for appearance, a process",
                "kB",
                appearance * (processes - 1) / 1e3,
                mean("appearance", "sent") / 1e3,
            ),
            ("summed a step", "bytes", _DOUBLE * terms, of_step),
            (
                "a checkpoint, to the first",
                "kB",
                3 * _FLOAT * all_images * others / 1e3,
                to_first / 1e3,
            ),
            ("bank a process holds", "kB", bank / 1e3, mean("bank held", "bytes") / 1e3),
            (
                "images a process holds",
                "kB",
                3 * _FLOAT * all_images / processes / 1e3,
                mean("images held", "bytes") / 1e3,
            ),
            ("bank, processor of a process", "s", pairs * share, mean("bank", "seconds")),
            ("steps, processor of a process", "s", steps, _steps_seconds(together)),
        ]


def _descriptors(channels: int) -> int:
    """Numbers that appearance knows of a picture."""
    blank = torch.zeros(1, channels, 16, 16)
    return describe(blank, draw_bands(blank)).shape[1]


def _steps_seconds(together: Sequence[Counted]) -> float:
    """Of the processor for all steps, a process in the mean."""
    return sum(one["steps"]["seconds"] for one in together) / len(together)


def counted(folder: Path) -> list[Counted]:
    """What each process of a run left."""
    return [json.loads(one.read_text(encoding="utf-8")) for one in sorted(folder.glob("*.json"))]


def print_terms(planned: Planned, found: dict[int, list[Counted]]) -> None:
    """A table: by the formulas and as counted, for each number of processes but 1."""
    several = [one for one in found if one > 1]
    if 1 not in found or not several:
        return
    print(f"\n{planned}\n")
    pairs, whole = found[1][0]["bank"]["seconds"], _steps_seconds(found[1])
    # What a step costs however few its samples, from the first two numbers of processes.
    first = several[0]
    least = max(0.0, (first * _steps_seconds(found[first]) - whole) / (first - 1))
    print("| term | " + " | ".join(f"{one}: formula | counted | ratio" for one in several) + " |")
    print("|---" * (1 + 3 * len(several)) + "|")
    tables = [
        planned.rows(found[one], pairs=pairs, steps=least + (whole - least) / one)
        for one in several
    ]
    for rows in zip(*tables, strict=True):
        cells = [f"{rows[0][0]}, {rows[0][1]}"]
        for _, _, formula, real in rows:
            cells += [f"{formula:,.4g}", f"{real:,.4g}", f"{real / formula:.2f}"]
        print("| " + " | ".join(cells) + " |")
