"""What goes with the samples of a condensed set into forms that are not its own HDF5."""

from __future__ import annotations

import io
import json
from typing import Any

import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.data import CondensedSet


def about(condensed: CondensedSet, file_format: str) -> dict[str, Any]:
    """What is known of a set as plain values, but for what stands beside each sample."""
    return {
        "format": file_format,
        "class_names": condensed.class_names,
        "mean": condensed.mean.tolist(),
        "std": condensed.std.tolist(),
        "images_per_class": condensed.images_per_class,
        "recipe": condensed.recipe,
        "provenance": condensed.provenance,
        "sign_off": None if condensed.sign_off is None else condensed.sign_off.as_dict(),
        "blind_tests": [one.as_dict() for one in condensed.blind_tests],
    }


def as_text(values: dict[str, Any], *, indent: int | None = None) -> str:
    """JSON that is the same bytes for the same values."""
    return json.dumps(values, ensure_ascii=False, indent=indent)


def verdicts(condensed: CondensedSet) -> list[str | None]:
    """The verdict on each sample as a word; None where it is not judged."""
    if condensed.judged is None:
        return [None] * condensed.decoded
    return [condensed.judged.verdict(sample) for sample in range(condensed.decoded)]


def picture(image: npt.NDArray[np.uint8]) -> Image.Image:
    """A sample ``(H, W, C)`` as a grey or RGB picture."""
    return Image.fromarray(image[..., 0] if image.shape[-1] == 1 else image)


def png(image: npt.NDArray[np.uint8]) -> bytes:
    """A sample ``(H, W, C)`` as PNG, which loses nothing."""
    stream = io.BytesIO()
    picture(image).save(stream, "PNG")
    return stream.getvalue()
