"""A compiled forward pass: on a processor it takes little more than half the time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager

import torch
from torch import Tensor, nn

from engine.networks import ConvNet
from engine.runtime.stop import StopToken
from engine.synthesis.eye import can_compile, fast_dtype

Forward = Callable[[Tensor], Tensor]

# Below this many pixels in a whole trial, compiling takes longer than it saves.
_WORTH_PIXELS = 4_000 * 64 * 64


def worth_compiling(models: Collection[str], pixels: int, device: torch.device) -> bool:
    """Whether a trial that pushes ``pixels`` through ConvNets is long enough to compile for."""
    return "convnet" in models and pixels >= _WORTH_PIXELS and can_compile(device)


def compiled(
    model: nn.Module, lengths: set[int], picture: torch.Size, *, token: StopToken
) -> Forward:
    """The model's forward pass, compiled for batches of ``lengths`` pictures.

    Compiling takes some ten seconds the first time and cannot be interrupted; so it happens in
    a thread of its own, and a stop is answered at once. A further model of the same shape takes
    over the code of the first. Where compiling fails, the model itself is returned.

    Parameters
    ----------
    model : nn.Module
        A :class:`ConvNet` is compiled; one with running statistics would be changed by it.
    picture : torch.Size
        ``(C, H, W)``.

    Raises
    ------
    Stopped
    """
    if not isinstance(model, ConvNet):
        return model
    forward: Forward = torch.compile(model, dynamic=False)
    device = next(model.parameters()).device
    failures: list[Exception] = []

    def compile_all() -> None:
        try:
            for length in sorted(lengths):
                blank = torch.zeros(length, *picture, device=device)
                with fast(device):
                    logits = forward(blank.to(memory_format=torch.channels_last))
                torch.autograd.backward(logits.float().sum())
            model.zero_grad(set_to_none=True)
        except Exception as error:
            failures.append(error)

    thread = threading.Thread(target=compile_all, name="compile", daemon=True)
    thread.start()
    while thread.is_alive():
        token.raise_if_stopped()
        thread.join(0.05)
    return model if failures else forward


def fast(device: torch.device) -> AbstractContextManager[None]:
    """bfloat16 where the hardware multiplies it, else float32."""
    dtype = fast_dtype(device)
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=dtype is torch.bfloat16)
