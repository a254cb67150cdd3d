"""Real steel surfaces as an image set, and condensed sets with faults planted into them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.data import CondensedSet, ImageSet, ImageSetWriter

DATA = Path(__file__).parents[2] / ".." / "shared" / "data" / "neu-cls"
TRAIN, TEST, SIDE = 60, 20, 48
Pixels = npt.NDArray[np.uint8]


def steel_set(path: Path) -> ImageSet:
    """Six classes of 60 pictures to train on and 20 held out, 48 px."""
    random = np.random.default_rng(0)
    names = sorted(one.name for one in DATA.iterdir() if one.is_dir())
    with ImageSetWriter(path, height=SIDE, width=SIDE, channels=1) as writer:
        for label, name in enumerate(names):
            files = sorted((DATA / name).iterdir())
            # Pictures of a sheet of steel stand together.
            files = [files[at] for at in random.permutation(len(files))[: TRAIN + TEST]]
            pictures = [
                np.asarray(Image.open(one).convert("L").resize((SIDE, SIDE))) for one in files
            ]
            writer.append(
                np.stack(pictures)[..., None],
                [label] * len(files),
                [0] * TRAIN + [1] * TEST,
                [f"{name}/{one.name}" for one in files],
            )
        writer.finish(class_names=names, preparation={}, fingerprint="steel")
    return ImageSet(path)


def held_out(images: ImageSet, ipc: int = 8, seed: int = 0) -> CondensedSet:
    """Real pictures that took no part, as if they were condensed."""
    random = np.random.default_rng(seed)
    test = images.indices("test")
    rows = np.concatenate(
        [
            random.permutation(test[images.labels[test] == label])[:ipc]
            for label in range(len(images.class_names))
        ]
    )
    return like(images, images.read(rows), images.labels[rows])


def like(
    images: ImageSet, pixels: Pixels, labels: npt.NDArray[np.int64], **more: object
) -> CondensedSet:
    """A condensed set of these pictures."""
    return CondensedSet(
        pixels,
        labels,
        images.class_names,
        images.mean,
        images.std,
        images_per_class=8,
        **more,
    )


def changed(
    images: ImageSet, condensed: CondensedSet, samples: list[int], pixels: npt.NDArray[np.floating]
) -> CondensedSet:
    """The same with other pictures at ``samples``."""
    every = condensed.images.copy()
    every[samples] = np.asarray(pixels).clip(0, 255).astype(np.uint8)
    return like(images, every, condensed.labels)
