"""Pages, what is done to them on purpose, and what an import knows of them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from engine.runtime import StopSource
from importers.inspecting.hashes import picture_hash
from importers.inspecting.measures import measure
from importers.inspecting.near import near_pairs
from importers.inspecting.pictures import Pictures

Grey = npt.NDArray[np.uint8]
DATA = Path(__file__).parents[3] / ".." / "shared" / "data"
TOKEN = StopSource().token
SIDE = 64


def prepared(page: Grey, side: int = SIDE) -> Grey:
    """Letterboxed, as an import would."""
    scale = side / max(page.shape)
    size = tuple(max(1, round(length * scale)) for length in page.shape[::-1])
    inner = cv2.resize(page, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    out = np.full((side, side), int(np.median(inner[[0, -1]])), np.uint8)
    top, left = (side - inner.shape[0]) // 2, (side - inner.shape[1]) // 2
    out[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
    return out


def jpeg(page: Grey, quality: int = 40) -> Grey:
    memory = io.BytesIO()
    Image.fromarray(page).save(memory, "JPEG", quality=quality)
    return np.asarray(Image.open(memory))


def half(page: Grey) -> Grey:
    size = page.shape[1] // 2, page.shape[0] // 2
    return np.asarray(cv2.resize(page, size, interpolation=cv2.INTER_AREA))


def lit(page: Grey, gain: float) -> Grey:
    return np.clip(page * gain, 0, 255).astype(np.uint8)


def shifted(page: Grey) -> Grey:
    """By 2 px, down and to the right."""
    moved = cv2.copyMakeBorder(page, 2, 0, 2, 0, cv2.BORDER_REPLICATE)
    return np.asarray(moved[: page.shape[0], : page.shape[1]])


def noisy(page: Grey, sigma: float = 4.0) -> Grey:
    grain = np.random.default_rng(page.size).normal(0, sigma, page.shape)
    return np.clip(page + grain + 0.5, 0, 255).astype(np.uint8)


@dataclass
class Shelf:
    """Pages with their classes."""

    pages: list[Grey]
    labels: list[str]

    def only(self, each: int) -> Shelf:
        """A few of each class."""
        rows = [
            row
            for label in sorted(set(self.labels))
            for row in [at for at, one in enumerate(self.labels) if one == label][:each]
        ]
        return Shelf([self.pages[row] for row in rows], [self.labels[row] for row in rows])

    def changed(self, label: str, change: Callable[[Grey], Grey]) -> Shelf:
        """The same, but with all pages of one class changed."""
        pages = [
            change(page) if own == label else page
            for page, own in zip(self.pages, self.labels, strict=True)
        ]
        return Shelf(pages, self.labels)

    def measures(self) -> npt.NDArray[np.float32]:
        return np.array([measured(page) for page in self.pages], np.float32)


def measured(page: Grey) -> npt.NDArray[np.float32]:
    height, width = page.shape
    return measure(prepared(page), width=width, height=height, page=page).to_row()


def pictures_of(
    pages: Sequence[Grey], labels: Sequence[str], splits: Sequence[str | None] | None = None
) -> Pictures:
    """Everything an import knows of these pages."""
    small = np.array([prepared(page) for page in pages])
    hashes = np.array([picture_hash(one) for one in small], np.uint64)
    return Pictures(
        names=[f"{label}/{row:04}.png" for row, label in enumerate(labels)],
        labels=list(labels),
        splits=[None] * len(pages) if splits is None else list(splits),
        digests=[hashlib.sha256(page.tobytes()).digest() for page in pages],
        hashes=hashes,
        measures=np.array([measured(page) for page in pages], np.float32),
        formats=["PNG"] * len(pages),
        pairs=near_pairs(hashes, lambda rows: small[list(rows)], token=TOKEN),
    )


def read(name: str, each: int) -> Shelf:
    root = DATA / name
    if not root.is_dir():
        pytest.skip(f"the pictures of {name} are not here")
    shelf = Shelf([], [])
    for folder in sorted(one for one in root.iterdir() if one.is_dir()):
        for path in sorted(folder.iterdir())[:each]:
            shelf.pages.append(np.asarray(Image.open(path).convert("L")))
            shelf.labels.append(folder.name)
    return shelf
