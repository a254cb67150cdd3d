"""Files of tensors, whole or not there."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

import torch

from engine.runtime.files import replacing

# How PyTorch tells that a write came up short: a RuntimeError that names its own source file.
_SHORT_WRITE = ("inline_container", "PytorchStreamWriter")


def save_tensors(values: Any, path: Path) -> None:
    """As ``torch.save``, atomically, into a folder that is there.

    Raises
    ------
    UserError
        ``file.cannot_write``, also where the disk is full.
    """
    with replacing(path, new_folders=False) as temporary:
        try:
            torch.save(values, temporary)
        except RuntimeError as error:
            if not any(one in str(error) for one in _SHORT_WRITE):
                raise
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
