"""The locks as blocks of one package each, and the lock of a variant made from them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

Variant = Literal["cpu", "cuda"]

ROOT = Path(__file__).parents[1]
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
# What stands in place of the lock's PyTorch where that brings CUDA: Linux on x86-64.
CPU_LOCK = Path(__file__).with_name("cpu-linux.lock")
# What the bundle is built with, at the versions of the development lock.
BUILD_TOOLS = ("altgraph", "packaging", "pyinstaller", "pyinstaller-hooks-contrib", "setuptools")

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_REPLACED = re.compile(r"(nvidia|cuda)-.*|triton|torch|torchvision|opencv-python")


def normal(name: str) -> str:
    """A package's name as package indices write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def blocks(path: Path) -> list[tuple[str, str]]:
    """(name, lines) of each requirement; a name may come twice, with other markers."""
    found: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line[0].isspace() and not line.startswith("#"):
            match = _NAME.match(line)
            if match is None:
                raise ValueError(f"{path.name}: no package name in {line!r}")
            found.append((normal(match[0]), line))
        elif found and line.strip() and not line.lstrip().startswith("#"):
            name, lines = found[-1]
            found[-1] = name, f"{lines}\n{line}"
    return found


def stays_without_cuda(name: str) -> bool:
    """Whether a package of the lock stays where :data:`CPU_LOCK` takes the place of others."""
    return _REPLACED.fullmatch(name) is None


def lock_of(variant: Variant, *, platform: str, tools: bool = False) -> str:
    """The requirements, with hashes, of what a variant is made from.

    Parameters
    ----------
    variant : {"cpu", "cuda"}
    platform : str
        As ``sys.platform``. Only Linux has a PyTorch with CUDA in the lock; elsewhere the lock's
        own is for the CPU.
    tools : bool
        With what builds the bundle.
    """
    wanted = blocks(RUN_LOCK)
    if variant == "cpu" and platform == "linux":
        wanted = [one for one in wanted if stays_without_cuda(one[0])] + blocks(CPU_LOCK)
    if tools:
        have = {name for name, _ in wanted}
        wanted += [one for one in blocks(DEV_LOCK) if one[0] in BUILD_TOOLS and one[0] not in have]
    return "".join(f"{lines}\n" for _, lines in wanted)
