"""How pictures are looked at on this machine: device, precision, compiled or not."""

from __future__ import annotations

import shutil
import sys
import threading
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import torch
from torch import Tensor

from engine.matching.appearance import Bands, describe, draw_bands
from engine.networks.observer import (
    Observation,
    Style,
    Weights,
    observe,
    observe_eagerly,
    random_weights,
)
from engine.runtime.stop import StopToken

Observe = Callable[[Tensor, Weights, Tensor, Style], Observation]
Describe = Callable[[Tensor, Bands], Tensor]

# Activations of a batch this large (in 32×32 pictures) stay in the processor's cache.
_CACHE_PICTURES = 20
_GPU_PICTURES = 4096
_CACHE_SIZE = 32 * 32
# Compiled shapes kept in one process; past 8, PyTorch's default, it silently stops compiling,
# which a window meets after three or four runs of different sizes.
_SHAPES_KEPT = 256


@dataclass(frozen=True)
class Eye:
    """Where and how to compute.

    Attributes
    ----------
    device : torch.device
    dtype : torch.dtype
        Of feature maps; statistics are float32.
    look : callable
        :func:`engine.networks.observer.observe` or a faster equal of it.
    describe : callable
        :func:`engine.matching.appearance.describe` or a faster equal of it.
    compiled : bool
    parts : int
        Into how many parts a micro-batch is cut, where memory is short.
    """

    device: torch.device
    dtype: torch.dtype
    look: Observe
    compiled: bool
    parts: int = 1
    describe: Describe = describe

    def micro_batch(self, size: int) -> int:
        """Pictures of ``size`` px to push through at once."""
        pictures = _GPU_PICTURES if self.device.type == "cuda" else _CACHE_PICTURES
        return max(1, pictures * _CACHE_SIZE // (size * size) // self.parts)


def make_eye(device: torch.device, *, compile_code: bool = True) -> Eye:
    """Choose precision and compilation for ``device``."""
    compiled = compile_code and can_compile(device)
    torch.compiler.config.recompile_limit = _SHAPES_KEPT
    look: Observe = torch.compile(observe, dynamic=False) if compiled else observe_eagerly
    seen: Describe = torch.compile(describe, dynamic=False) if compiled else describe
    return Eye(device, fast_dtype(device), look, compiled, describe=seen)


def fast_dtype(device: torch.device) -> torch.dtype:
    """bfloat16 where the hardware multiplies it, else float32."""
    if device.type == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float32
    return torch.bfloat16 if torch.cpu._is_avx512_bf16_supported() else torch.float32


@lru_cache
def can_compile(device: torch.device) -> bool:
    """Whether ``torch.compile`` works here; tried once on a tiny function."""
    if is_bundle():  # it has neither PyTorch's headers nor Python's
        return False
    if device.type == "cpu" and not (shutil.which("c++") or shutil.which("g++")):
        return False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            probe = torch.compile(lambda x: (x * 2).relu().sum(), dynamic=False)
            return bool(probe(torch.ones(64, device=device)) == 128)
    except Exception:  # any failure of any compiler means the same: do without
        return False


def is_bundle() -> bool:
    """Whether this is the installed application rather than the sources."""
    return bool(getattr(sys, "frozen", False))


def warm_up(
    eye: Eye,
    shapes: list[tuple[int, int]],
    picture: tuple[int, int, int],
    *,
    width: int,
    style: Style,
    token: StopToken,
    training: int = 0,
    patience: float | None = None,
) -> bool:
    """Compile for the shapes a run needs, in a thread of its own.

    Compiling takes some ten seconds and cannot be interrupted; so the worker waits beside it
    and answers a stop at once.

    Parameters
    ----------
    shapes : list of (groups, length)
        The first is looked at without a gradient (the bank), the others with one.
    picture : tuple of int
        ``(C, H, W)``.
    training : int
        Pictures at once with a gradient in the weights, as a pool is trained; 0 for none.
    patience : float, optional
        Seconds after which to go on without compiled code.

    Returns
    -------
    bool
        Whether compiled code is ready.

    Raises
    ------
    Stopped
        If a stop was asked for meanwhile.
    torch.OutOfMemoryError
    """
    if not eye.compiled:
        return False
    failures: list[Exception] = []

    def compile_all() -> None:
        try:
            _look_once(eye, shapes, picture, width=width, style=style)
            if training:
                _train_once(eye, training, picture, width=width)
        except Exception as error:  # any failure of any compiler means the same: do without
            failures.append(error)

    thread = threading.Thread(target=compile_all, name="compile", daemon=True)
    thread.start()
    begun = time.monotonic()
    while thread.is_alive():
        token.raise_if_stopped()
        if patience is not None and time.monotonic() - begun > patience:
            return False
        thread.join(0.1)
    if failures and isinstance(failures[0], torch.OutOfMemoryError):
        raise failures[0]
    return not failures


def _look_once(
    eye: Eye,
    shapes: list[tuple[int, int]],
    picture: tuple[int, int, int],
    *,
    width: int,
    style: Style,
) -> None:
    """Look at blank pictures of every shape, which compiles for it."""
    weights = [
        one.to(eye.device)
        for one in random_weights(
            0, channels=picture[0], size=picture[1], width=width, dtype=eye.dtype
        )
    ]
    for number, (groups, length) in enumerate(shapes):
        learning = number > 0
        shares = torch.full((groups, length), 1 / length, device=eye.device)
        images = torch.zeros(groups * length, *picture, device=eye.device)
        with torch.set_grad_enabled(learning):
            seen = eye.look(images.requires_grad_(learning), weights, shares, style)
            if learning:
                parts = [seen.embedding, *seen.means, *seen.stds, *seen.grams]
                if style:
                    parts.append(eye.describe(images, draw_bands(images)))
                torch.autograd.grad(torch.stack([p.sum() for p in parts]).sum(), images)


def _train_once(eye: Eye, length: int, picture: tuple[int, int, int], *, width: int) -> None:
    """Look at blank pictures with a gradient in the weights, which compiles for it."""
    drawn = random_weights(0, channels=picture[0], size=picture[1], width=width)
    weights = [one.to(eye.device).requires_grad_() for one in drawn]
    shares = torch.full((1, length), 1 / length, device=eye.device)
    images = torch.zeros(length, *picture, device=eye.device)
    seen = eye.look(images, [one.to(eye.dtype) for one in weights], shares, False)
    torch.autograd.grad(seen.embedding.sum(), weights)
