"""Teaching a network on normal pictures alone, by a task that makes its own labels.

CutPaste (Li et al., CVPR 2021), three ways: tell a normal picture from one in which a piece, or a
thin strip, was pasted elsewhere. What tells them apart are local breaks, as defects are. Unlike in
the paper a strip is not turned and its pixels are not jittered apart from brightness.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.runtime.stop import StopToken
from engine.trial.pictures import Pictures

KINDS = 3  # untouched, piece, strip
_BATCH = 32
_RATE, _MOMENTUM, _DECAY, _WARM_UP = 0.03, 0.9, 5e-4, 0.1
_AREA, _ASPECT = (0.02, 0.15), (0.3, 3.3)
_STRIP_WIDTH, _STRIP_LENGTH = (0.02, 0.07), (0.1, 0.4)  # of the side
_BRIGHTNESS = 0.1
_PIXELS_AT_ONCE = 32 * 64 * 64


def teach(
    model: nn.Module,
    images: Pictures,
    *,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
    lessons: int,
    seed: int,
    device: torch.device,
    token: StopToken,
    on_step: Callable[[int], None],
) -> float:
    """Train ``model``, a classifier of :data:`KINDS` kinds, in place.

    Parameters
    ----------
    images : uint8, (N, H, W, C)
        Normal pictures.
    mean, std : ndarray of float32, (C,)
        In 0..1 units.
    lessons : int
        Batches of 32 pictures.

    Returns
    -------
    float
        Share of pictures of the last quarter's batches that were told rightly, 0..1; each before
        it was learnt from. Guessing gives a third.

    Raises
    ------
    Stopped
    """
    random, generator = np.random.default_rng(seed), torch.Generator().manual_seed(seed)
    optimiser = torch.optim.SGD(
        model.to(device).train().parameters(),
        lr=_RATE,
        momentum=_MOMENTUM,
        weight_decay=_DECAY,
        nesterov=True,
    )
    rightly: list[float] = []
    for step in range(lessons):
        optimiser.param_groups[0]["lr"] = _RATE * _share_of_rate(step, lessons)
        rows = random.integers(len(images), size=_BATCH)
        batch = normalised(images[rows], mean, std)
        kinds = torch.randint(KINDS, (_BATCH,), generator=generator)
        batch = pasted(flipped(batch, generator), kinds, generator)
        right = _learn(model, batch, kinds, device, token)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        if step >= lessons - max(1, lessons // 4):
            rightly.append(right / _BATCH)
        on_step(step + 1)
    return float(np.mean(rightly))


def normalised(
    images: npt.NDArray[np.uint8], mean: npt.NDArray[np.float32], std: npt.NDArray[np.float32]
) -> Tensor:
    """Pictures ``(n, H, W, C)`` as float32 ``(n, C, H, W)``, of mean 0 and deviation 1."""
    x = torch.from_numpy(images).permute(0, 3, 1, 2).float() / 255
    shape = (1, -1, 1, 1)
    return ((x - torch.from_numpy(mean).view(shape)) / torch.from_numpy(std).view(shape)).clone()


def flipped(x: Tensor, generator: torch.Generator) -> Tensor:
    """Every picture of ``(n, C, H, W)`` mirrored or not, in both directions by chance."""
    for axis in (2, 3):
        chosen = torch.rand(len(x), generator=generator) < 0.5
        x = torch.where(chosen.view(-1, 1, 1, 1), x.flip(axis), x)
    return x


def pasted(x: Tensor, kinds: Tensor, generator: torch.Generator) -> Tensor:
    """Pictures ``(n, C, H, W)`` with a piece (kind 1) or a thin strip (kind 2) pasted elsewhere."""
    x = x.clone()
    for number, kind in enumerate(kinds.tolist()):
        if kind == 0:
            continue
        height, width = _piece(kind, x.shape[2], x.shape[3], generator)
        top, left, to_top, to_left = (
            int(torch.randint(length, (1,), generator=generator))
            for length in 2 * (x.shape[2] - height + 1, x.shape[3] - width + 1)
        )
        brighter = 1 + _BRIGHTNESS * (2 * float(torch.rand(1, generator=generator)) - 1)
        piece = x[number, :, top : top + height, left : left + width].clone()
        x[number, :, to_top : to_top + height, to_left : to_left + width] = piece * brighter
    return x


def _piece(kind: int, height: int, width: int, generator: torch.Generator) -> tuple[int, int]:
    """Height and width in px of what is cut out."""
    first, second, third = torch.rand(3, generator=generator).tolist()
    if kind == 1:
        area = height * width * _between(_AREA, first)
        low, high = _ASPECT
        aspect = math.exp(math.log(low) + (math.log(high) - math.log(low)) * second)
        found = (math.sqrt(area * aspect), math.sqrt(area / aspect))
    else:
        thin, long = _between(_STRIP_WIDTH, first), _between(_STRIP_LENGTH, second)
        across, down = (thin, long) if third < 0.5 else (long, thin)
        found = (height * across, width * down)
    return (
        min(height - 1, max(1, round(found[0]))),
        min(width - 1, max(1, round(found[1]))),
    )


def _between(ends: tuple[float, float], share: float) -> float:
    return ends[0] + (ends[1] - ends[0]) * share


def _learn(
    model: nn.Module, batch: Tensor, kinds: Tensor, device: torch.device, token: StopToken
) -> int:
    """Leave the gradient of a batch in the model; pictures that were told rightly."""
    length = max(2, _PIXELS_AT_ONCE // (batch.shape[2] * batch.shape[3]))
    right = 0
    for part, truth in zip(torch.split(batch, length), torch.split(kinds, length), strict=True):
        token.raise_if_stopped()
        wanted = truth.to(device)
        found = model(part.to(device))
        torch.autograd.backward(F.cross_entropy(found, wanted, reduction="sum") / len(batch))
        right += int((found.argmax(1) == wanted).sum())
    return right


def _share_of_rate(step: int, steps: int) -> float:
    warm = max(1, round(_WARM_UP * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))
