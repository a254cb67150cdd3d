"""Folders of pictures made for one test, and an importer with nobody watching."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.project import Project
from engine.runtime import StopSource
from importers import ImportOptions, ImportOutcome, import_folder

Import = Callable[..., ImportOutcome]
Paint = Callable[..., Path]


@pytest.fixture
def paint(tmp_path: Path) -> Paint:
    """Writes a small picture that differs for every ``tone``."""

    def write(relative: str, tone: int = 0, colour: bool = False) -> Path:
        path = tmp_path / "source" / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        rng = np.random.default_rng(tone)
        shape = (20, 24, 3) if colour else (20, 24)
        Image.fromarray(rng.integers(0, 256, shape, dtype=np.uint8)).save(path)
        return path

    return write


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "source"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project.create(tmp_path / "p.shizuku")


@pytest.fixture
def run_import(source: Path, project: Project) -> Import:
    def run(folder: Path = source, **options: object) -> ImportOutcome:
        chosen = ImportOptions.model_validate({"size": 16, **options})
        return import_folder(
            folder, project, chosen, emit=lambda event: None, token=StopSource().token
        )

    return run
