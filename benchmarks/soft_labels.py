"""Do soft labels of the pool's networks teach more than the class alone?

    python benchmarks/soft_labels.py cifar10.shizuku latest --epochs 150 --temperatures 2 4

PROJECT is a project with a finished RUN whose networks are still kept. Their mean answer to each
sample, softened by a temperature, is put in place of its label. The same is done to as many random
real pictures as there are stored images: soft labels alone make any small set better, and a method
may not take credit for that.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import common
import numpy as np
import numpy.typing as npt
import torch

from engine.data import ImageSet
from engine.matching.class_term import logits
from engine.networks.observer import observe_eagerly
from engine.project import Project
from engine.synthesis.kept_pools import FOLDER
from engine.synthesis.pool import Member, load_pool

Pictures = npt.NDArray[np.uint8]
_TESTED = 2000  # pictures that the networks themselves are tested on
_BATCH = 100


def main() -> None:
    """Ask the networks, train on their answers and on the labels, print."""
    options = _parser().parse_args()
    project = Project.open(options.project)
    made = project.run(options.run).condensed()
    pool = load_pool(_newest(project.path / FOLDER))
    with project.image_set() as image_set:
        tests = image_set.indices("test")[:_TESTED]
        told = _answers(image_set, pool, image_set.read(tests)).argmax(1).numpy()
        right = 100 * float((told == image_set.labels[tests]).mean())
        print(f"{common.machine()}\n\n{len(pool)} networks together: {right:.2f} %\n")
        print(
            "| samples | labels | trust in the likeliest class % | accuracy % |\n|---|---|---|---|"
        )
        sets = {
            "condensed": (made.images, made.labels),
            "random real": _random(image_set, made.stored),
        }
        for name, (images, labels) in sets.items():
            for word, trust, taught in _labels(image_set, pool, images, labels, options):
                scores = common.accuracies(
                    image_set,
                    images,
                    taught,
                    protocol=common.protocol_of(options.protocol, options.epochs),
                    networks=options.networks,
                    seed=0,
                )
                print(f"| {name} | {word} | {trust} | {common.spread(scores)} |", flush=True)


def _labels(
    image_set: ImageSet,
    pool: list[Member],
    images: Pictures,
    labels: npt.NDArray[np.int64],
    options: argparse.Namespace,
) -> Iterator[tuple[str, str, Any]]:
    """Their name, how sure they are, and what is taught: cross-entropy takes shares, too."""
    yield "the class", "", labels
    answers = _answers(image_set, pool, images)
    for temperature in options.temperatures:
        soft = (answers / temperature).softmax(1).numpy()
        yield f"soft, temperature {temperature:g}", f"{100 * soft.max(1).mean():.0f}", soft


@torch.no_grad()
def _answers(image_set: ImageSet, pool: list[Member], images: Pictures) -> torch.Tensor:
    """Mean logits of the networks, float32 ``(n, classes)``."""
    mean, std = (torch.tensor(one).view(1, -1, 1, 1) for one in (image_set.mean, image_set.std))
    found = []
    for part in torch.from_numpy(images).split(_BATCH):
        shown = (part.permute(0, 3, 1, 2).float() / 255 - mean) / std
        shares = torch.full((1, len(part)), 1 / len(part))
        each = [
            logits(
                observe_eagerly(shown, one.trained, shares, False).embedding.flatten(0, -2),
                one.classifier,
            )
            for one in pool
        ]
        found.append(torch.stack(each).mean(0))
    return torch.cat(found)


def _random(image_set: ImageSet, count: int) -> tuple[Pictures, npt.NDArray[np.int64]]:
    """As many of each class."""
    random, labels = np.random.default_rng(0), image_set.labels
    rows = [image_set.indices("train", label) for label in range(len(image_set.class_names))]
    each = count // len(rows)
    chosen = np.concatenate([random.choice(one, each, replace=False) for one in rows])
    return image_set.read(chosen), labels[chosen]


def _newest(folder: Path) -> Path:
    kept = sorted(folder.glob("*.pt"), key=lambda path: path.stat().st_mtime)
    if not kept:
        raise SystemExit(f"{folder}: no networks are kept; condense with a preset that trains some")
    return kept[-1]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("project", type=Path)
    parser.add_argument("run", nargs="?", default="latest")
    parser.add_argument("--temperatures", type=float, nargs="+", default=[2.0, 4.0])
    return common.training_options(parser, protocol="paper", networks=1)


if __name__ == "__main__":
    main()
