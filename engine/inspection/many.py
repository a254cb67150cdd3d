"""Measures of appearance of many pictures at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
import numpy.typing as npt
import torch

from engine.data.recipe import Kind
from engine.inspection.appearance import measure_appearance
from engine.runtime.stop import StopToken

_AT_ONCE = 64


def measured(
    images: npt.NDArray[np.uint8], kind: Kind, token: StopToken
) -> dict[str, npt.NDArray[np.float64]]:
    """Measures of some pictures, in threads: most of the time is spent in OpenCV.

    Parameters
    ----------
    images : ndarray of uint8, (n, H, W, C)
        At least one; sides of 16 px or more.

    Returns
    -------
    dict of str to ndarray of float64, (n,)
        As :func:`engine.inspection.appearance.measure_appearance`.

    Raises
    ------
    Stopped
    """
    parts = np.array_split(images, max(1, len(images) // _AT_ONCE))
    found = []
    with ThreadPoolExecutor(max_workers=max(1, torch.get_num_threads())) as threads:
        for one in threads.map(partial(measure_appearance, kind=kind), parts):
            token.raise_if_stopped()
            found.append(one)
    return {key: np.concatenate([one[key] for one in found]) for key in found[0]}
