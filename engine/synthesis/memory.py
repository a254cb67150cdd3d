"""What a run may take of the memory, and for what."""

from __future__ import annotations

import gc
import math
import shutil
from dataclasses import dataclass
from pathlib import Path

import torch

from engine.data.recipe import CondenseRecipe
from engine.networks.convnet import WIDTH
from engine.runtime.device import may_take
from engine.runtime.errors import UserError
from engine.synthesis.eye import Eye

_PICTURES_SHARE = 0.5  # of the budget beside the working set
_RUNTIME_BYTES = 400 << 20
_BYTES_PER_ACTIVATION = 12
# Images, momentum, the state to step back to, gradient and step as float32; what is written.
_BYTES_PER_LEARNT_PIXEL = 5 * 4 + 4
_DISK_SHARE = 0.8  # of what is free, for the bank


@dataclass(frozen=True)
class Budget:
    """Bytes of the memory that a run may take.

    Attributes
    ----------
    total : int
    working : int
        Libraries, feature maps of a micro-batch, the images being learnt.
    pictures : int
        Real pictures held in memory: all of them, or 0 where they are read from disk.
    bank : int
        Statistics of the bank held in memory; what is beyond goes to disk.
    """

    total: int
    working: int
    pictures: int
    bank: int

    @classmethod
    def of(
        cls,
        recipe: CondenseRecipe,
        eye: Eye,
        shape: tuple[int, int, int],
        *,
        pictures: int,
        images: int,
        beside: int = 1,
    ) -> Budget:
        """Share out the budget of the recipe, of the settings, or half of what is free.

        Parameters
        ----------
        shape : tuple of int
            ``(C, H, W)`` of a picture.
        pictures, images : int
            Training pictures, and places for synthetic images.
        beside : int
            Processes of this computer that share its memory.
        """
        device, size = eye.device, shape[1]
        each = math.prod(shape)
        total = may_take(device, recipe.memory)
        # Each process has a GPU to itself.
        total = total // beside if device.type == "cpu" else total
        activations = eye.micro_batch(size) * WIDTH * size * size
        working = activations * _BYTES_PER_ACTIVATION + _RUNTIME_BYTES
        working += images * each * _BYTES_PER_LEARNT_PIXEL
        pictures = pictures * each
        rest = max(0, total - working)
        # On a GPU the bank has that memory to itself; the pictures stay in the computer's.
        host = rest
        if device.type != "cpu":
            host = may_take(torch.device("cpu"), recipe.memory) // beside
        held = pictures if pictures <= _PICTURES_SHARE * host else 0
        return cls(total, working, held, rest - held if device.type == "cpu" else rest)

    def refuse_too_small(self, pair: int) -> None:
        """Make sure that a pair of ``pair`` bytes can be looked at.

        Raises
        ------
        UserError
            ``condense.memory_too_small``.
        """
        if self.total < self.working + pair:
            raise UserError(
                "condense.memory_too_small",
                exit_code=1,
                need=f"{(self.working + pair) / 2**30:.1f}",
                given=f"{self.total / 2**30:.1f}",
            )


def disk_for_bank(folder: Path) -> int:
    """Bytes that the bank may take on the disk of ``folder``."""
    return int(_DISK_SHARE * shutil.disk_usage(folder).free)


def free_memory() -> None:
    """Give memory back that nothing holds any more."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
