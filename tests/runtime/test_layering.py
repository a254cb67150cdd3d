"""The engine and the importers stay free of the window, and importers of PyTorch."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "engine": {"PySide6", "pyqtgraph", "qtawesome", "gui", "importers", "main"},
    "importers": {"PySide6", "pyqtgraph", "qtawesome", "gui", "torch", "torchvision"},
    "gui/cli": {"PySide6", "pyqtgraph", "qtawesome", "main"},
}


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


@pytest.mark.parametrize("package", sorted(FORBIDDEN))
def test_nothing_flows_back_up(package):
    files = list((ROOT / package).rglob("*.py"))
    assert files
    guilty = {
        str(path.relative_to(ROOT)): sorted(imported(path) & FORBIDDEN[package])
        for path in files
        if imported(path) & FORBIDDEN[package]
    }
    assert guilty == {}
