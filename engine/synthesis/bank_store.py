"""Where the pairs of a bank are kept: in memory, and on disk what is beyond its share."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, MutableMapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from engine.runtime.errors import UserError
from engine.runtime.files import cannot_write
from engine.synthesis.bank import Pair


class BankStore(MutableMapping[int, Pair]):
    """Pairs by number; those beyond ``memory`` bytes are read back through a memory map.

    Pages of a memory map are the system's to take back, so they do not count against the
    memory. Nothing outlives the run: :meth:`close` removes the files.

    Parameters
    ----------
    folder : Path
        For the files; made when it is needed, emptied at once if a crash left it behind.
    memory : int
        Bytes.
    device : torch.device
    """

    def __init__(self, folder: Path, *, memory: int, device: torch.device) -> None:
        self._folder, self._memory, self._device = folder, memory, device
        self._held: dict[int, Pair] = {}
        self._light: dict[int, Pair] = {}
        self._bytes = 0
        self.close()

    @property
    def on_disk(self) -> int:
        """Pairs that are not held in memory."""
        return len(self._light)

    def close(self) -> None:
        """Forget all pairs and remove their files."""
        self._held.clear()
        self._light.clear()
        self._bytes = 0
        empty_bank(self._folder)

    def __setitem__(self, number: int, pair: Pair) -> None:
        """Keep a pair.

        Raises
        ------
        UserError
            ``file.cannot_write`` where the disk is full.
        """
        values = _tensors(pair)
        size = sum(one.nbytes for value in values.values() for one in _listed(value))
        if self._bytes + size <= self._memory:
            self._held[number] = pair
            self._bytes += size
            return
        path = self._path(number)
        try:
            for folder in (self._folder.parent, self._folder):  # no further up: that must be there
                folder.mkdir(exist_ok=True)
            torch.save({name: _moved(value, "cpu") for name, value in values.items()}, path)
        except (OSError, RuntimeError) as error:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
            reason = error if isinstance(error, OSError) else OSError(str(error))
            raise cannot_write(path, reason) from error
        nothing: dict[str, Any] = dict.fromkeys(values)
        self._light[number] = replace(pair, **nothing)

    def __getitem__(self, number: int) -> Pair:
        """A pair, from memory or through a memory map.

        Raises
        ------
        KeyError
        UserError
            ``file.missing`` where somebody removed its file.
        """
        if number in self._held:
            return self._held[number]
        light, path = self._light[number], self._path(number)
        try:
            values = torch.load(path, weights_only=True, mmap=True)
        except OSError as error:
            raise UserError("file.missing", file=str(path)) from error
        if self._device.type != "cpu":
            values = {name: _moved(value, self._device) for name, value in values.items()}
        return replace(light, **values)

    def __delitem__(self, number: int) -> None:
        if number in self._held:
            del self._held[number]
        else:
            del self._light[number]
            self._path(number).unlink(missing_ok=True)

    def __iter__(self) -> Iterator[int]:
        yield from self._held
        yield from self._light

    def __len__(self) -> int:
        return len(self._held) + len(self._light)

    def _path(self, number: int) -> Path:
        return self._folder / f"{number}.pt"


def empty_bank(folder: Path) -> None:
    """Remove what a bank left in its folder."""
    shutil.rmtree(folder, ignore_errors=True)


def _tensors(pair: Pair) -> dict[str, Any]:
    """The fields of a pair that hold tensors, alone or in lists."""
    values = {one.name: getattr(pair, one.name) for one in fields(pair)}
    return {name: value for name, value in values.items() if isinstance(value, Tensor | list)}


def _listed(value: Any) -> list[Tensor]:
    return value if isinstance(value, list) else [value]


def _moved(value: Any, device: torch.device | str) -> Any:
    return [one.to(device) for one in value] if isinstance(value, list) else value.to(device)
