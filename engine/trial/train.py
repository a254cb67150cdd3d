"""Training one model on one set, and asking it about pictures it has not seen."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils import convert_conv2d_weight_memory_format

from engine.networks import ConvNet, ModelName, make_model
from engine.runtime.stop import StopToken
from engine.synthesis.augmentation import augment_each, kinds_for
from engine.trial.pictures import Images as Images
from engine.trial.pictures import Pictures
from engine.trial.protocol import Protocol
from engine.trial.quick import Forward, compiled, fast

Labels = npt.NDArray[np.int64]
OnProgress = Callable[[int, int, float], None]

# Pixels pushed through at once on a processor, so that a stop is answered within a second.
_PIXELS_AT_ONCE = 32 * 64 * 64
_DEEP_PIXELS_AT_ONCE = 8 * 64 * 64
_GPU_PIXELS_AT_ONCE = 2048 * 64 * 64


def new_model(
    name: ModelName, *, channels: int, classes: int, size: int, seed: int, width: int = 128
) -> nn.Module:
    """A freshly initialised model from ``seed`` alone; torch's own random state is kept.

    Parameters
    ----------
    name : {"convnet", "resnet18", "mobilenet", "efficientnet"}
    size : int
        Side of the pictures in px.
    width : int
        Channels of the ConvNet's convolutions.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return make_model(name, channels=channels, classes=classes, size=size, width=width)


def train_model(
    model: nn.Module,
    images: Pictures,
    labels: Labels,
    *,
    protocol: Protocol,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
    seed: int,
    device: torch.device,
    token: StopToken,
    on_progress: OnProgress | None = None,
    quick: bool = False,
) -> float:
    """Train ``model`` in place.

    Parameters
    ----------
    images : ndarray of uint8, (N, H, W, C), or Streamed
        Streamed pictures are read batch by batch; that time counts.
    labels : ndarray of int64, (N,)
    mean, std : ndarray of float32, (C,)
        In 0..1 units.
    seed : int
        Of the order of pictures and of their augmentation.
    on_progress : callable (step, steps, loss), optional
        Called after every step; the time it takes does not count.
    quick : bool
        Compile the forward pass first; that does not count either.

    Returns
    -------
    float
        Seconds of training, without pauses.

    Raises
    ------
    Stopped
        Within about a second of a stop being asked for.
    """
    generator = torch.Generator().manual_seed(seed)
    kinds = kinds_for(images.shape[-1])
    steps = protocol.steps(len(images))
    # Channels last spares the convolutions a reordering: a tenth of the time of a training.
    convert_conv2d_weight_memory_format(model.to(device).train(), torch.channels_last)
    optimiser = _optimiser(model, protocol)
    batch_size = protocol.batch_for(len(images))
    deck = _deal(len(images), batch_size, seed)
    length = _at_once(model, images.shape[1] * images.shape[2], device)
    forward: Forward = model
    if quick:
        picture = torch.Size((images.shape[3], *images.shape[1:3]))
        forward = compiled(model, _pieces(batch_size, length), picture, token=token)
    seconds = 0.0
    for step in range(steps):
        begin = time.monotonic() - token.paused_seconds
        for group in optimiser.param_groups:
            group["lr"] = protocol.rate * share_of_rate(step, steps, protocol)
        rows = next(deck)
        batch = augment_each(_normalised(images[rows], mean, std, device), kinds, generator)
        truth = torch.from_numpy(labels[rows]).to(device)
        loss = _backward(forward, batch, truth, length=length, token=token)
        optimiser.step()
        optimiser.zero_grad(set_to_none=True)
        seconds += time.monotonic() - token.paused_seconds - begin
        if on_progress is not None:
            on_progress(step + 1, steps, loss)
            model.train()
    return seconds


def evaluate(
    model: nn.Module,
    images: Pictures,
    *,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
    device: torch.device,
    token: StopToken,
) -> Labels:
    """The labels a model gives to uint8 ``(N, H, W, C)`` pictures, int64 ``(N,)``.

    Raises
    ------
    Stopped
    """
    logits = answer(model, images, mean=mean, std=std, device=device, token=token)
    return np.asarray(logits.argmax(1), np.int64)


@torch.no_grad()
def answer(
    model: nn.Module,
    images: Pictures,
    *,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
    device: torch.device,
    token: StopToken,
) -> npt.NDArray[np.float32]:
    """The logits a model gives to uint8 ``(N, H, W, C)`` pictures, float32 ``(N, classes)``.

    Raises
    ------
    Stopped
    """
    model.to(device).eval()
    found = []
    length = _at_once(model, images.shape[1] * images.shape[2], device)
    for start in range(0, len(images), length):
        token.raise_if_stopped()
        part = slice(start, start + length)
        with fast(device):
            logits = model(_normalised(images[part], mean, std, device))
        found.append(logits.float().cpu().numpy())
    return np.concatenate(found) if found else np.empty((0, 1), np.float32)


def _optimiser(model: nn.Module, protocol: Protocol) -> torch.optim.SGD:
    return torch.optim.SGD(
        model.parameters(),
        lr=protocol.rate,
        momentum=protocol.momentum,
        weight_decay=protocol.weight_decay,
    )


def _pieces(batch: int, length: int) -> set[int]:
    """Sizes of what is pushed through at once."""
    return {min(length, batch - start) for start in range(0, batch, length)}


def _backward(
    forward: Forward, batch: Tensor, labels: Tensor, *, length: int, token: StopToken
) -> float:
    """Leave the gradient of the batch's mean loss in the model, ``length`` pictures at once."""
    # Compiled code is made for one order in memory; augmentation may leave another.
    batch = batch.clone(memory_format=torch.channels_last)
    total = 0.0
    for start in range(0, len(batch), length):
        token.raise_if_stopped()
        part = slice(start, start + length)
        with fast(batch.device):
            logits = forward(batch[part])
        loss = F.cross_entropy(logits.float(), labels[part], reduction="sum") / len(batch)
        torch.autograd.backward(loss)
        total += float(loss.detach())
    return total


def _deal(images: int, batch: int, seed: int) -> Iterator[npt.NDArray[np.intp]]:
    """Endless batches from a deck that is shuffled anew whenever it runs out.

    Every picture is seen equally often (within one), and every batch has the same size.
    """
    random = np.random.default_rng(seed)
    hand = np.empty(0, np.intp)
    while True:
        while len(hand) < batch:
            hand = np.concatenate([hand, random.permutation(images)])
        yield hand[:batch]
        hand = hand[batch:]


def share_of_rate(step: int, steps: int, protocol: Protocol) -> float:
    """The learning rate of a step as a share of the highest, 0..1."""
    if protocol.schedule == "halfway":
        return 1.0 if step < steps // 2 else 0.1
    warm = max(1, round(protocol.warm_up * steps))
    if step < warm:
        return (step + 1) / warm
    return 0.5 * (1 + math.cos(math.pi * (step - warm) / max(1, steps - warm)))


def _normalised(
    images: Images,
    mean: npt.NDArray[np.float32],
    std: npt.NDArray[np.float32],
    device: torch.device,
) -> Tensor:
    x = torch.from_numpy(images).to(device).permute(0, 3, 1, 2).float() / 255
    shape = (1, -1, 1, 1)
    centre, unit = torch.from_numpy(mean).to(device), torch.from_numpy(std).to(device)
    return ((x - centre.view(shape)) / unit.view(shape)).contiguous()


def _at_once(model: nn.Module, pixels: int, device: torch.device) -> int:
    if device.type == "cuda":
        return max(2, _GPU_PIXELS_AT_ONCE // pixels)
    # Batch normalisation sees what is pushed through at once: never a single picture.
    most = _PIXELS_AT_ONCE if isinstance(model, ConvNet) else _DEEP_PIXELS_AT_ONCE
    return max(2, most // pixels)
