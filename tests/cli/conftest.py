"""A tiny set of real files, and commands run as a user would run them."""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The answer, which must be the only line on standard output."""
        assert self.out.count("\n") == 1, self.out
        return json.loads(self.out)


def run_here(*arguments: object) -> Answer:
    """Run a command in this process: PyTorch takes seconds to import."""
    import main

    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main.main([str(one) for one in arguments])
        except SystemExit as end:
            code = int(end.code or 0)
    return Answer(code, out.getvalue(), err.getvalue())


def start_process(*arguments: object, **environment: str) -> subprocess.Popen[str]:
    """Start a command in a process and process group of its own."""
    return subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "LC_ALL": "C.UTF-8", **environment},
        start_new_session=True,
    )


@pytest.fixture(scope="session")
def shizuku() -> Callable[..., Answer]:
    return run_here


@pytest.fixture(scope="session")
def start() -> Callable[..., subprocess.Popen[str]]:
    return start_process


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three classes of ten drawn pictures, 20 px, and a file that is none."""
    folder = tmp_path_factory.mktemp("図面 集")
    for name, corners in {"丸": 0, "三角": 3, "四角": 4}.items():
        (folder / name).mkdir()
        for number in range(10):
            image = Image.new("L", (20, 20), 250 - number)
            draw = ImageDraw.Draw(image)
            centre, radius = (10 + number % 3 - 1, 10), 4 + number % 4
            if corners:
                draw.regular_polygon((*centre, radius), corners, rotation=7 * number, outline=10)
            else:
                draw.circle(centre, radius, outline=10)
            image.save(folder / name / f"{number}.png")
    (folder / "丸" / "壊れた.png").write_bytes(b"no picture")
    return folder


@pytest.fixture(scope="session")
def project(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("projects") / "形.shizuku"
    answer = run_here("import", pictures, "--into", path, "--size", 16, "--json")
    assert answer.code == 0, answer.err
    return path


@pytest.fixture(scope="session")
def run(project: Path) -> dict[str, Any]:
    """A finished run: the answer of ``shizuku condense``."""
    answer = run_here("condense", project, "--ipc", 2, "--preset", "quick", "--steps", 4, "--json")
    assert answer.code == 0, answer.err
    return answer.json
