"""A step of ours against a step of a plain loop of the published method, in the same run.

    python benchmarks/step_cost.py cifar10.tar.gz --size 32 --ipc 10

The plain loop is ours too, written from the papers' description: every step draws a network and
an augmentation, pushes 256 real pictures and the synthetic images of each class through it in
float32, compares embeddings, moments and Gram matrices, and updates the images. Our step is the
loop the product runs; the cost of its bank is spread over the preset's steps.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path
from typing import get_args

import common
import torch
from torch import Tensor, nn

from engine.data.recipe import CondenseRecipe, Preset
from engine.networks import ConvNet
from engine.synthesis.augmentation import Augmentation, kinds_for
from engine.synthesis.bank import draw_pair
from engine.synthesis.condense import look
from engine.synthesis.real import RealPictures

_REAL = 256
_MOMENTS, _CORRELATION = 180.0, 10_000.0


def plain_step(real: RealPictures, images: list[Tensor], optimiser: torch.optim.SGD) -> None:
    """One step as published: ``images`` holds the synthetic pictures of each class."""
    size = real.shape[1]
    network = ConvNet(real.shape[0], len(images), size)
    generator = torch.Generator().manual_seed(int(torch.randint(2**31, (1,))))
    augmentation = Augmentation.draw(kinds_for(real.shape[0]), generator)
    loss = torch.zeros(())
    for label, synthetic in enumerate(images):
        pool = len(real.by_class[label])
        batch = real.take(label, torch.randperm(pool)[:_REAL])
        with torch.no_grad():
            target = _described(network, augmentation(batch))
        found = _described(network, augmentation(synthetic))
        loss = loss + (found[0] - target[0]).square().sum()
        layers = (len(found) - 1) // 3
        for number, (a, b) in enumerate(zip(found[1:], target[1:], strict=True)):
            weight = _CORRELATION if number % 3 == 2 else _MOMENTS / 2
            loss = loss + weight / layers * (a - b).square().sum() / b.square().sum()
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()


def _described(network: ConvNet, x: Tensor) -> list[Tensor]:
    """Mean embedding, then mean, deviation and Gram matrix of every layer."""
    style = []
    for block in network.blocks:
        x = block(x)
        if isinstance(block, nn.Conv2d):
            _, channels, height, width = x.shape
            flat = x.flatten(2)
            gram = torch.bmm(flat, flat.transpose(1, 2)) / (channels * height * width)
            style += [flat.mean(2).mean(0), flat.std(2).mean(0), gram.mean(0)]
    return [x.flatten(1).mean(0), *style]


def time_plain(bench: common.Bench, steps: int) -> float:
    """Seconds a step of the plain loop, after one to warm up."""
    counts = bench.plan.slots.counts
    images = [
        bench.real.take(label, torch.arange(count)).requires_grad_()
        for label, count in enumerate(counts)
    ]
    optimiser = torch.optim.SGD(images, lr=1.0, momentum=0.5)
    plain_step(bench.real, images, optimiser)
    begun = time.perf_counter()
    for _ in range(steps):
        plain_step(bench.real, images, optimiser)
    return (time.perf_counter() - begun) / steps


def time_ours(bench: common.Bench, steps: int, pairs: int) -> tuple[float, float]:
    """Seconds to compute a pair of the bank, and seconds a step through one."""
    plan, eye = bench.plan, bench.eye
    shares = plan.slots.shares(eye.device)
    kinds = kinds_for(bench.real.shape[0])
    begun = time.perf_counter()
    bank = [
        draw_pair(
            bench.real, plan.bank, number=number, eye=eye, kinds=kinds, seed=0, token=common.TOKEN
        )
        for number in range(pairs)
    ]
    pair = (time.perf_counter() - begun) / pairs
    aim = bench.aim()
    begun = time.perf_counter()
    for step in range(steps):
        look(
            bank[step % pairs],
            bench.state.images,
            shares,
            plan=plan,
            eye=eye,
            token=common.TOKEN,
            aim=aim,
        )
    return pair, (time.perf_counter() - begun) / steps


def main() -> None:
    """Parse, time both, print."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = common.project_of(options.source, options.keep or Path(folder), size=options.size)
        recipe = CondenseRecipe(ipc=options.ipc, preset=options.preset, packing=1)
        with project.image_set() as image_set:
            bench = common.Bench.of(image_set, recipe)
            time_ours(bench, 2, 1)
            pair, step = time_ours(bench, options.steps, 4)
            plain = time_plain(bench, max(2, options.steps // 10))
    plan = bench.plan
    spread = step + pair * plan.bank.pairs / plan.steps
    print(f"{common.machine()}\n")
    print("| | seconds |\n|---|---|")
    print(f"| plain loop, a step | {plain:.3f} |")
    print(f"| ours, a step | {step:.4f} |")
    print(f"| ours, a pair of the bank | {pair:.3f} |")
    print(
        f"| ours, a step with its part of {plan.bank.pairs} pairs over {plan.steps} steps "
        f"| {spread:.4f} |"
    )
    print(f"| ratio | {plain / spread:.0f} |")


def _parser() -> argparse.ArgumentParser:
    parser = common.parser(__doc__)
    parser.add_argument("--preset", default="standard", choices=get_args(Preset))
    parser.add_argument("--steps", type=int, default=30, help="steps to time; default 30")
    return parser


if __name__ == "__main__":
    main()
