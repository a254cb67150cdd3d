"""What has to happen before Qt is loaded, so that PyTorch can be loaded after it.

On Windows PyTorch's libraries fail to load once Qt has loaded its own, older C++ runtime
(pytorch/pytorch#166628). The one that every other of them needs, loaded first, brings the newer
runtime for both; the rest, which takes seconds, can wait until the window has been painted.
"""

from __future__ import annotations

import ctypes
import importlib
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

_LIBRARY = "c10.dll"


def load_first() -> None:
    """On Windows load PyTorch's basic library; where that cannot be done, all of PyTorch."""
    if sys.platform != "win32" or "torch" in sys.modules:
        return
    spec = find_spec("torch")
    if spec is not None and spec.origin is not None:
        with suppress(OSError):
            ctypes.CDLL(str(Path(spec.origin).parent / "lib" / _LIBRARY))
            return
    importlib.import_module("torch")


load_first()
