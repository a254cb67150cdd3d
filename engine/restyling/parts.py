"""What restyling drawings and photos has in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt


def completed(wanted: Mapping[str, float], measured: Mapping[str, float]) -> dict[str, float]:
    """What is wanted of every measure: what it is where nothing, or NaN, is asked for."""
    return {
        key: wanted[key] if np.isfinite(wanted.get(key, np.nan)) else value
        for key, value in measured.items()
    }


def to_bytes(tones: npt.NDArray[Any]) -> npt.NDArray[np.uint8]:
    """Grey levels rounded and cut to 0..255."""
    return np.asarray(np.clip(np.rint(tones), 0, 255), np.uint8)
