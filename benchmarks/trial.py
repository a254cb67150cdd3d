"""Our training loop against a plain PyTorch loop over the same pictures and steps, in one run.

    python benchmarks/trial.py neu-cls --size 32 --steps 300 --seeds 3

The plain loop is written as tutorials write it: a DataLoader over a tensor data set, the same
augmentation of every picture, SGD with momentum and the same learning rates, no compiling and no
order in memory of its own. Both train the same freshly initialised ConvNet (same weights) on all
training pictures and are tested on the same held-out ones. The third row is our loop reading every
batch from the file, as it does where the pictures do not fit the memory.

The loops take turns, and which goes first changes with the seed: a machine that slows down half
way slows down all of them.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import common
import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, TensorDataset

from engine.data import ImageSet
from engine.runtime.device import choose_device
from engine.synthesis.augmentation import augment_each, kinds_for
from engine.trial.pictures import pictures_at
from engine.trial.protocol import PROTOCOLS, Protocol
from engine.trial.quick import worth_compiling
from engine.trial.train import evaluate, new_model, share_of_rate, train_model

_LOOPS = ("plain PyTorch", "ours", "ours, streamed")


class Trial:
    """One image set, one rule, and the loops that train by it."""

    def __init__(
        self, image_set: ImageSet, *, steps: int, trainings: int, width: int, compiling: bool
    ) -> None:
        self.image_set = image_set
        self.device = choose_device("auto")
        self.rows = image_set.indices("train")
        self.labels = image_set.labels[self.rows]
        test = image_set.indices("test")
        self.test, self.truth = image_set.read(test), image_set.labels[test]
        update = {"epochs": 1, "least_steps": 1, "same_steps": steps, "width": width}
        self.rule: Protocol = PROTOCOLS["trial"].model_copy(update=update)
        # As a trial decides it: by all of its trainings together.
        pixels = trainings * steps * self.rule.batch * int(np.prod(image_set.shape[1:3]))
        self.quick = compiling and worth_compiling(["convnet"], pixels, self.device)
        self.norm: dict[str, Any] = {
            "mean": image_set.mean,
            "std": image_set.std,
            "device": self.device,
            "token": common.TOKEN,
        }

    def model(self, seed: int) -> torch.nn.Module:
        """The same weights for every loop."""
        return new_model(
            "convnet",
            channels=self.image_set.channels,
            classes=len(self.image_set.class_names),
            size=self.image_set.shape[1],
            seed=seed,
            width=self.rule.width,
        )

    def ours(self, seed: int, *, budget: int) -> tuple[float, float]:
        """Seconds of training and accuracy of our loop."""
        pictures = pictures_at(self.image_set, self.rows, budget=budget)
        model = self.model(seed)
        seconds = train_model(
            model,
            pictures,
            self.labels,
            protocol=self.rule,
            seed=seed,
            quick=self.quick,
            **self.norm,
        )
        return seconds, self._accuracy(model)

    def plain(self, seed: int) -> tuple[float, float]:
        """Seconds of training and accuracy of a loop as tutorials write it."""
        images = torch.from_numpy(self.image_set.read(self.rows)).permute(0, 3, 1, 2).contiguous()
        loader = DataLoader(
            TensorDataset(images, torch.from_numpy(self.labels)),
            batch_size=self.rule.batch_for(len(images)),
            shuffle=True,
            drop_last=True,
            generator=torch.Generator().manual_seed(seed),
        )
        model = self.model(seed).to(self.device).train()
        begun = time.perf_counter()
        step = 0
        optimiser = torch.optim.SGD(
            model.parameters(), lr=self.rule.rate, momentum=0.9, weight_decay=5e-4
        )
        generator = torch.Generator().manual_seed(seed)
        steps = self.rule.steps(len(images))
        while step < steps:
            for batch, labels in loader:
                if step == steps:
                    break
                for group in optimiser.param_groups:
                    group["lr"] = self.rule.rate * share_of_rate(step, steps, self.rule)
                self._plain_step(model, optimiser, batch, labels, generator)
                step += 1
        return time.perf_counter() - begun, self._accuracy(model)

    def _plain_step(
        self,
        model: torch.nn.Module,
        optimiser: torch.optim.Optimizer,
        batch: torch.Tensor,
        labels: torch.Tensor,
        generator: torch.Generator,
    ) -> None:
        shape = (1, -1, 1, 1)
        mean = torch.from_numpy(self.image_set.mean).view(shape)
        std = torch.from_numpy(self.image_set.std).view(shape)
        x = ((batch.float() / 255 - mean) / std).to(self.device)
        x = augment_each(x, kinds_for(x.shape[1]), generator)
        loss = F.cross_entropy(model(x), labels.to(self.device))
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        optimiser.step()

    def _accuracy(self, model: torch.nn.Module) -> float:
        return 100 * float((evaluate(model, self.test, **self.norm) == self.truth).mean())


def main() -> None:
    """Parse, let the loops take turns, print."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = common.project_of(options.source, options.keep or Path(folder), size=options.size)
        with project.image_set() as image_set:
            trial = Trial(
                image_set,
                steps=options.steps,
                trainings=options.seeds,
                width=options.width,
                compiling=not options.no_compile,
            )
            loops: dict[str, Callable[[int], tuple[float, float]]] = {
                _LOOPS[0]: trial.plain,
                _LOOPS[1]: lambda seed: trial.ours(seed, budget=1 << 40),
                _LOOPS[2]: lambda seed: trial.ours(seed, budget=0),
            }
            found: dict[str, list[tuple[float, float]]] = {name: [] for name in _LOOPS}
            for seed in range(options.seeds):
                names = _LOOPS if seed % 2 == 0 else _LOOPS[::-1]
                for name in names:
                    found[name].append(loops[name](seed))
    plain = np.mean([seconds for seconds, _ in found[_LOOPS[0]]])
    print(f"{common.machine()}; compiled: {trial.quick}\n")
    print("| loop | seconds a training | against plain | accuracy % |\n|---|---|---|---|")
    for name, results in found.items():
        seconds = np.mean([one for one, _ in results])
        accuracy = common.spread([one for _, one in results])
        print(f"| {name} | {seconds:.2f} | {plain / seconds:.2f} × as fast | {accuracy} |")


def _parser() -> argparse.ArgumentParser:
    parser = common.parser(__doc__)
    parser.add_argument("--steps", type=int, default=300, help="of a training; default 300")
    parser.add_argument("--seeds", type=int, default=3, help="trainings of each loop; default 3")
    parser.add_argument("--width", type=int, default=128, help="of the ConvNet; default 128")
    parser.add_argument("--no-compile", action="store_true", help="without a compiled forward pass")
    return parser


if __name__ == "__main__":
    main()
