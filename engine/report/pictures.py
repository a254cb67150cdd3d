"""Pictures inside the page, so that the file needs nothing beside it."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.data import CondensedSet, ImageSet

_SIDE = 72  # px on the page
_GAP = 4  # px between pictures
_WHITE = 255
_SHOWN = 10
_SHOWN_OF_MANY = 6
_MANY_CLASSES = 30


@dataclass(frozen=True)
class ClassPictures:
    """Synthetic and real samples of a class, each as one strip (a data URI), with their number."""

    name: str
    synthetic: str
    synthetic_count: int
    real: str
    real_count: int


def class_pictures(image_set: ImageSet, condensed: CondensedSet) -> list[ClassPictures]:
    """Strips for every class that has both; the real samples are a random draw of the same size."""
    shown = _SHOWN if len(condensed.class_names) <= _MANY_CLASSES else _SHOWN_OF_MANY
    random = np.random.default_rng(0)
    pictures = []
    for label, name in enumerate(condensed.class_names):
        mine = condensed.images[condensed.labels == label]
        rows = image_set.indices("train", label)
        if not len(mine) or not len(rows):
            continue
        drawn = np.sort(random.permutation(rows)[: min(shown, len(mine))])
        pictures.append(
            ClassPictures(
                name=name,
                synthetic=strip(mine[:shown]),
                synthetic_count=len(mine),
                real=strip(image_set.read(drawn)),
                real_count=len(rows),
            )
        )
    return pictures


def strip(images: npt.NDArray[np.uint8]) -> str:
    """Pictures ``(N, H, W, C)`` side by side as a PNG data URI."""
    height, width, channels = images.shape[1:]
    scale = max(1, _SIDE // max(height, width))
    gap = max(1, _GAP * max(height, width) // _SIDE)
    sheet = np.full((height, len(images) * (width + gap) - gap, channels), _WHITE, np.uint8)
    for place, image in enumerate(images):
        left = place * (width + gap)
        sheet[:, left : left + width] = image
    picture = Image.fromarray(sheet[..., 0] if channels == 1 else sheet)
    if scale > 1:
        picture = picture.resize(
            (picture.width * scale, picture.height * scale), Image.Resampling.NEAREST
        )
    elif max(height, width) > 2 * _SIDE:
        shrink = 2 * _SIDE / max(height, width)
        picture = picture.resize((round(picture.width * shrink), round(picture.height * shrink)))
    stream = io.BytesIO()
    picture.save(stream, "PNG", optimize=True)
    return "data:image/png;base64," + base64.b64encode(stream.getvalue()).decode("ascii")
