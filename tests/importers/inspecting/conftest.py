"""Real pictures where they are at hand, and made ones everywhere."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from tests.importers.inspecting.pages import Shelf, read


@pytest.fixture(scope="session")
def steel() -> Shelf:
    return read("neu-cls", 100)


@pytest.fixture(scope="session")
def strips() -> Shelf:
    return read("x-sdd", 60)


@pytest.fixture(scope="session")
def symbols() -> Shelf:
    return read("schematic-symbols/train", 40)


@pytest.fixture(scope="session")
def boards() -> Shelf:
    return read("pcb-defects/train", 80)


@pytest.fixture(scope="session")
def scenes() -> Shelf:
    """Smooth random scenes, as different from each other as photographs are."""
    rng = np.random.default_rng(3)
    pages = []
    for _ in range(60):
        coarse = rng.integers(20, 236, (7, 7)).astype(np.uint8)
        pages.append(np.asarray(cv2.resize(coarse, (128, 128), interpolation=cv2.INTER_CUBIC)))
    return Shelf(pages, ["a", "b", "c"] * 20)
