"""The window, empty or with a small project."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from engine.project import Project, Run
from gui.main_window import MainWindow
from tests.gui.fixtures import home, window

__all__ = ["home", "window"]


@pytest.fixture
def opened(
    window: MainWindow, make_project: Callable[..., tuple[Project, Run]]
) -> tuple[MainWindow, Project, Run]:
    """The window with a small project opened that has one run, condensed by hand."""
    project, run = make_project()
    window.open_project(project.path)
    return window, project, run
