"""Small files made in memory, and the folder of real ones where there is one."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

DATA = Path(__file__).parents[3] / ".." / "shared" / "data"


@pytest.fixture
def drawings() -> Path:
    return _real("drawings")


@pytest.fixture
def odd_files() -> Path:
    return _real("odd-files")


def _real(name: str) -> Path:
    if not (DATA / name).is_dir():
        pytest.skip(f"the real files ({name}) are not here")
    return DATA / name


@pytest.fixture
def saved() -> Any:
    """Saves a picture of Pillow or an array as bytes of a format."""

    def save(picture: Any, kind: str, **options: Any) -> bytes:
        image = Image.fromarray(picture) if isinstance(picture, np.ndarray) else picture
        stream = io.BytesIO()
        image.save(stream, kind, **options)
        return stream.getvalue()

    return save
