"""The window as a user gets it, and real pictures drawn by our own generator."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import torch

from engine.project import Project, Run
from engine.runtime import StopSource
from engine.synthesis import session
from engine.synthesis.eye import make_eye
from engine.trial import PROTOCOLS
from gui.main_window import MainWindow
from importers.samples import make_samples
from tests.gui.fixtures import home, window

__all__ = ["home", "window"]


@pytest.fixture(scope="session")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sample drawings with Japanese folder names, train and test."""
    return make_samples(
        tmp_path_factory.mktemp("図面") / "記号",
        per_class=6,
        size=32,
        emit=lambda event: None,
        token=StopSource().token,
    )


@pytest.fixture
def opened(
    window: MainWindow, make_project: Callable[..., tuple[Project, Run]]
) -> tuple[MainWindow, Project, Run]:
    """The window with a small project opened that has one run, condensed by hand."""
    project, run = make_project()
    window.open_project(project.path)
    return window, project, run


@pytest.fixture(autouse=True)
def light_engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """One thread, nothing compiled, brief trainings."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    monkeypatch.setattr(
        session, "make_eye", lambda device, **_: make_eye(device, compile_code=False)
    )
    # A training of seconds instead of minutes, the same for every set.
    brief = PROTOCOLS["trial"].model_copy(update={"epochs": 1, "least_steps": 8, "width": 16})
    monkeypatch.setitem(PROTOCOLS, "trial", brief)
    estimating = importlib.import_module("engine.synthesis.estimate")
    monkeypatch.setattr(estimating, "can_compile", lambda device: False)
    yield
    torch.set_num_threads(threads)
