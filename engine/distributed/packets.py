"""Tensors laid side by side in one row of bytes, and taken out again; nothing is pickled."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

_ALIGN = 16  # bytes; no type of ours is wider
_HEADER = torch.int64

Values = Mapping[str, Tensor | list[Tensor]]


def packed(values: Values, more: Mapping[str, Any] | None = None) -> Tensor:
    """Tensors by name, alone or in lists, and plain ``more``, as uint8 ``(n,)`` on their device."""
    flat: list[Tensor] = []
    told: dict[str, Any] = {}
    for name, value in values.items():
        listed = value if isinstance(value, list) else [value]
        told[name] = [[str(one.dtype).removeprefix("torch."), list(one.shape)] for one in listed]
        if not isinstance(value, list):
            told[name] = told[name][0]
        flat += [_bytes_of(one) for one in listed]
    words = json.dumps({"tensors": told, "more": dict(more or {})}).encode()
    head = torch.frombuffer(bytearray(words), dtype=torch.uint8)
    device = flat[0].device if flat else head.device
    length = torch.tensor([len(words)], dtype=_HEADER).view(torch.uint8)
    return torch.cat([_padded(one.to(device)) for one in (length, head, *flat)])


def unpacked(row: Tensor) -> tuple[dict[str, Any], dict[str, Any]]:
    """Tensors by name, alone or in lists, and what was given as ``more``."""
    length = int(row[: _HEADER.itemsize].clone().view(_HEADER))
    words = row[_ALIGN : _ALIGN + length].cpu().numpy().tobytes()
    place = _ALIGN + _whole(length)
    said = json.loads(words)
    found: dict[str, Any] = {}
    for name, told in said["tensors"].items():
        single = bool(told) and isinstance(told[0], str)
        taken = []
        for dtype_name, shape in [told] if single else told:
            dtype: torch.dtype = getattr(torch, dtype_name)
            size = math.prod(shape) * dtype.itemsize
            # A copy: a part would hold the whole row in memory.
            taken.append(row[place : place + size].clone().view(dtype).view(shape))
            place += _whole(size)
        found[name] = taken[0] if single else taken
    return found, said["more"]


def nothing(device: torch.device | str = "cpu") -> Tensor:
    """A part for somebody who gets none."""
    return torch.empty(0, dtype=torch.uint8, device=device)


def _bytes_of(one: Tensor) -> Tensor:
    return one.detach().contiguous().view(-1).view(torch.uint8)


def _padded(row: Tensor) -> Tensor:
    return torch.cat([row, row.new_zeros(_whole(len(row)) - len(row))])


def _whole(size: int) -> int:
    return -(-size // _ALIGN) * _ALIGN
