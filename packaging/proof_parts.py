"""What the proof looks at: namespaces, traces, numbers, the screen, what is left behind."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

# What install.sh and its friends call; the programs themselves need none of it.
_TOOLS = (
    *(
        "sh",
        "basename",
        "cat",
        "cp",
        "dirname",
        "ln",
        "ls",
        "mkdir",
        "mv",
        "readlink",
        "rm",
        "rmdir",
    ),
    *("sed", "sha256sum", "unshare", "mount", "strace"),
    *("update-mime-database", "update-desktop-database"),
)
_LOCAL = ("AF_UNIX", "AF_LOCAL", "AF_NETLINK")
_SOCKET = re.compile(r"\b(?:socket|connect|bind)\(.*?\b(AF_[A-Z0-9_]+|PF_[A-Z0-9_]+)")
_WINDOW_SECONDS = 300.0
# Shared with every program of the desktop, made by its libraries: not ours to delete.
_SHARED = (".cache/fontconfig", ".cache/mesa_shader_cache", ".cache")


def tools_without_python(folder: Path) -> Path:
    """A folder to be the PATH: what a shell script needs, and no Python."""
    folder.mkdir()
    for name in _TOOLS:
        found = shutil.which(name)
        if found:
            (folder / name).symlink_to(found)
    return folder


def alone(*, read_only: Path | None = None) -> list[str]:
    """The beginning of a command that has no network, and a folder that nobody can write to."""
    command = ["unshare", "--net"]
    if os.geteuid() != 0:
        command.append("--map-root-user")
    if read_only is None:
        return command
    script = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
    return [*command, "--mount", "sh", "-c", script, str(read_only)]


def foreign_sockets(trace: Path) -> tuple[bool, str]:
    """Whether a trace of strace shows only local sockets, and what else it shows."""
    found: dict[str, int] = {}
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        match = _SOCKET.search(line)
        if match:
            found[match[1]] = found.get(match[1], 0) + 1
    foreign = sorted(one for one in found if one not in _LOCAL)
    told = ", ".join(f"{name}: {count}" for name, count in sorted(found.items())) or "none at all"
    return not foreign, told


def draw_stripes(folder: Path) -> None:
    """Three classes of 14 small pictures, the same each time."""
    random = np.random.default_rng(0)
    y, x = np.mgrid[:16, :16] / 16
    for label, name in enumerate(("平", "斜", "縦")):
        (folder / name).mkdir(parents=True)
        angle = np.pi * label / 3
        for number in range(14):
            phase = random.uniform(0, 2 * np.pi)
            waves = np.sin(6 * np.pi * (x * np.cos(angle) + y * np.sin(angle)) + phase)
            grey = (128 + 70 * waves + random.normal(0, 12, (16, 16))).clip(0, 255)
            Image.fromarray(grey.astype(np.uint8)).save(folder / name / f"{number}.png")


def same_numbers(
    mine: Sequence[Mapping[str, Any]], theirs: Sequence[Mapping[str, Any]]
) -> tuple[bool, str]:
    """Whether the answers of two streams have the same results; times may differ."""
    ours, others = _results(mine), _results(theirs)
    keys = ours.keys() | others.keys()
    wrong = sorted(key for key in keys if ours.get(key) != others.get(key))
    told = [f"{key}: {ours.get(key)} / {others.get(key)}" for key in wrong[:6]]
    return bool(ours) and not wrong, "; ".join(told) or f"{len(ours)} numbers"


def _results(answers: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Every number that does not measure time, energy or money, by its path."""
    found: dict[str, Any] = {}

    def walk(value: Any, path: str) -> None:
        if isinstance(value, Mapping):
            for key, one in value.items():
                if not re.search(r"second|watt|energy|joule|time|cost|money", str(key)):
                    walk(one, f"{path}.{key}")
        elif isinstance(value, list | tuple):
            for number, one in enumerate(value):
                walk(one, f"{path}[{number}]")
        elif isinstance(value, int | float):
            found[path] = value

    walk(list(answers), "")
    return found


def sees_window(
    command: list[str | Path], surroundings: Mapping[str, str], picture: Path
) -> tuple[bool, float]:
    """Start a window on a screen of its own; whether it shows, and after how many seconds.

    The screen is saved as ``picture``; a program that ends by itself has not shown.
    """
    with tempfile.TemporaryDirectory() as temporary:
        display = f":{90 + os.getpid() % 400}"
        screen = subprocess.Popen(
            ["Xvfb", display, "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        began, shown = time.monotonic(), False
        log = Path(temporary, "log").open("w+")  # noqa: SIM115 - closed below
        program = subprocess.Popen(
            command,
            env={**surroundings, "DISPLAY": display},
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            while not shown and program.poll() is None:
                if time.monotonic() - began > _WINDOW_SECONDS:
                    break
                time.sleep(0.5)
                shown = _has_window(display)
            seconds = time.monotonic() - began
            if shown:
                time.sleep(8)  # to draw itself
                _save_screen(display, picture)
                shown = program.poll() is None
            else:
                log.seek(0)
                print(log.read()[-3000:])
        finally:
            if program.poll() is None:
                os.killpg(program.pid, signal.SIGTERM)
                program.wait()
                time.sleep(3)  # strace goes first
            screen.terminate()
            screen.wait()
            log.close()
    return shown, seconds


def _has_window(display: str) -> bool:
    """Whether a window named Shizuku is on the screen."""
    done = subprocess.run(
        ["xwininfo", "-display", display, "-root", "-tree"],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return any(
        "Shizuku" in line and re.search(r"\b\d{4}x\d{3,4}\+", line)
        for line in done.stdout.splitlines()
    )


def _save_screen(display: str, picture: Path) -> None:
    """A picture of the whole screen, made by a program of its own."""
    code = (
        "import sys; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
        "app.primaryScreen().grabWindow(0).save(sys.argv[1])"
    )
    subprocess.run(
        [sys.executable, "-c", code, picture],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        check=False,
    )


def left_behind(home: Path, *, keep: Path) -> list[str]:
    """Files and folders of a home other than those kept and the desktop's shared caches."""
    left = []
    for path in sorted(home.rglob("*")):
        if path == keep or path.is_relative_to(keep):
            continue
        place = path.relative_to(home).as_posix()
        if not any(place == one or place.startswith(f"{_SHARED[0]}/") for one in _SHARED):
            left.append(place)
    return left
