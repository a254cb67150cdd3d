"""Starting for real, in a process of its own."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QLabel

from gui import torch_first

ROOT = Path(__file__).parents[2]


def run_python(code: str, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "SHIZUKU_HOME": str(home), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_qt_calls_give_none_back(qapp):
    """PySide6 6.12.0 did not, and ended the process after a while (decision record 0003)."""
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(1000):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100


def imported(path):
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return [
        node.names[0].name if isinstance(node, ast.Import) else node.module or ""
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_what_torch_needs_is_loaded_before_qt(monkeypatch):
    modules = [name for name in imported("gui/app.py") if name.startswith(("PySide6", "gui"))]
    assert modules[0] == "gui.torch_first"
    assert not any(name.startswith(("PySide6", "gui")) for name in imported("gui/torch_first.py"))
    # On Windows: its basic library; all of it where that one cannot be loaded.
    loaded = []
    monkeypatch.setattr(torch_first.sys, "platform", "win32")
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    monkeypatch.setattr(torch_first.importlib, "import_module", loaded.append)
    monkeypatch.setattr(torch_first.ctypes, "CDLL", lambda path: loaded.append(Path(path).name))
    torch_first.load_first()
    monkeypatch.setattr(torch_first.ctypes, "CDLL", refused)
    torch_first.load_first()
    assert loaded == ["c10.dll", "torch"]


def refused(path):
    raise OSError(path)


def test_a_window_opens_and_draws_japanese_with_cv2_imported_first_and_without_torch(tmp_path):
    code = """
import sys
import cv2, importers
from gui.app import application, make_window
from PySide6.QtGui import QFont, QFontMetrics
app = application()
window = make_window(app, language="ja")
window.show()
for _ in range(10):
    app.processEvents()
assert window.isVisible()
metrics = QFontMetrics(window.font())
# A missing glyph is drawn as the same box whatever the letter.
def ink(letter):
    from PySide6.QtGui import QImage, QPainter
    image = QImage(32, 32, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(QFont(window.font().family(), 16))
    painter.drawText(2, 24, letter)
    painter.end()
    return bytes(image.constBits())
assert ink("濃") != ink("縮") != ink("雫")
for part in window.pages.parts():
    part()
for name in window.pages:
    window.go(name)
# They take seconds to load: the window must not wait for them.
assert not {"torch", "sklearn", "scipy"} & sys.modules.keys()
assert window.close()
print("opened")
"""
    done = run_python(code, tmp_path)
    assert done.stdout.strip() == "opened", done.stderr


def test_the_command_line_needs_no_qt(tmp_path):
    code = """
import sys, main
try:
    main.main(["info", "missing.h5"])
except SystemExit as end:
    assert end.code == 3, end.code
assert not any(name.startswith("PySide6") for name in sys.modules)
print("without")
"""
    done = run_python(code, tmp_path)
    assert done.stdout.strip() == "without", done.stderr


def test_the_window_does_not_wait_for_the_commands_and_importers(tmp_path):
    code = """
import sys, main
from gui import app
asked = []
app.run = lambda project=None: asked.append(project) or 0
assert main.main([]) == 0
assert asked == [None]
# Nor has what is to appear first asked for them.
assert not {"typer", "gui.cli.commands", "importers", "pyqtgraph"} & sys.modules.keys()
print("without")
"""
    done = run_python(code, tmp_path)
    assert done.stdout.strip() == "without", done.stderr
