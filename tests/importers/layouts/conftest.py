"""Folders of files, listed without the walk that other tests are about."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from listing_help import Read, Write, listing_of, spoken
from PIL import Image

from importers.found import Understood
from importers.layouts import understand
from importers.options import ImportOptions


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "部品"
    folder.mkdir()
    return folder


@pytest.fixture
def write(root: Path) -> Write:
    """Writes files: bytes, text (UTF-8), or a picture of a size."""

    def one(relative: str, content: bytes | str | tuple[int, int] = b"picture") -> Path:
        path = root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, tuple):
            out = io.BytesIO()
            Image.new("L", content).save(out, "PNG")
            content = out.getvalue()
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return one


@pytest.fixture
def read(root: Path) -> Read:
    """Reads the folder with options, and checks that all that is said can be said."""

    def run(folder: Path = root, **options: Any) -> tuple[str, Understood]:
        layout, found = understand(listing_of(folder), ImportOptions.model_validate(options))
        spoken(found)
        return layout, found

    return run
