"""Watch the whole stream and the window for network sockets: there must be none.

Import, condense, export (four forms), trial, report and ``info`` by the command line on a few real
pictures, then the window with that project and all its pages, each a process of its own. With
``--demo`` the demo instead of the small stream. Every child a process starts is watched with it:
by strace where that is installed (what libraries do counts too), else by an audit hook of Python.
A fault is any socket that is not of this computer's own kind (AF_UNIX, AF_NETLINK), connected or
not, a look-up of a name, and a command that fails.

Screen: none is needed (QT_QPA_PLATFORM=offscreen).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from rounds import ROOT, Tally, options, real_pictures, workshop

PAGES = ("import", "condense", "inspect", "trial", "decide")
_LOCAL = {"UNIX", "LOCAL", "NETLINK", "UNSPEC"}
_FAMILY = re.compile(r"\b[AP]F_([A-Z0-9]+)")
_CALL = re.compile(r"^(?:\d+ +)?(?:<[^>]*>)?(\w+)\(")
_PAGE_MS = 1500
_LONGEST = 3600.0  # seconds for a command; the demo is not compiled here

# Written beside the log and found by every Python process as its sitecustomize.
_HOOK = """
import os, sys

def watch(event, values):
    family = None
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        family = "NAME"
    elif event == "socket.__new__":
        number = int(values[1])
        family = {1: "UNIX", 16: "NETLINK"}.get(number, number)
    if family is not None:
        with open(os.environ["SOCKETS_LOG"], "a") as log:
            log.write(f"{event}(AF_{family}\\n")

sys.addaudithook(watch)
"""


class Watcher:
    """Runs commands and counts the sockets they make."""

    def __init__(self, folder: Path, tally: Tally) -> None:
        self.folder, self.tally = folder, tally
        self.strace = shutil.which("strace")
        (folder / "sitecustomize.py").write_text(_HOOK, encoding="utf-8")

    def run(self, name: str, *arguments: object, script: Path = ROOT / "main.py") -> None:
        """One command, watched."""
        log = self.folder / f"{len(self.tally.counts)}-{name}.log"
        command = [sys.executable, str(script), *map(str, arguments)]
        if self.strace is not None:
            traced = ["-f", "--seccomp-bpf", "-e", "trace=network,execve", "-o", str(log)]
            command = [self.strace, *traced, *command]
        environment = {
            **os.environ,
            "PYTHONPATH": str(self.folder),
            "SOCKETS_LOG": str(log.with_suffix(".hook")),
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "LC_ALL": "C.UTF-8",
        }
        named = {"cwd": ROOT, "env": environment, "text": True, "timeout": _LONGEST}
        try:
            done = subprocess.run(command, capture_output=True, check=False, **named)
            code, said = done.returncode, done.stderr[-400:]
        except subprocess.TimeoutExpired:
            code, said = None, f"not within {_LONGEST:.0f} s"
        self.tally.counts[f"{name}: watched"] += 1
        if code != 0:
            self.tally.fault(f"{name} ended with {code}: {said}", log)
        for one in (log, log.with_suffix(".hook")):
            if one.is_file():
                self._count(name, one.read_text(errors="replace").splitlines(), one)

    def _count(self, name: str, lines: Iterable[str], log: Path) -> None:
        wrong = []
        for line in lines:
            families = set(_FAMILY.findall(line))
            call = _CALL.match(line)
            if call is not None and call[1] == "execve":
                self.tally.counts["programs begun"] += " = 0" in line
            if families - _LOCAL:
                wrong.append(line)
            elif call is not None and call[1] in ("socket", "socketpair"):
                self.tally.counts["sockets within this computer"] += 1
        self.tally.counts["network sockets"] += len(wrong)
        if wrong:
            self.tally.fault(f"{name}: {len(wrong)}, first {wrong[0][:200]}", log)


def stream(watcher: Watcher, pictures: Path, folder: Path) -> Path:
    """The small stream; the project it makes."""
    project = folder / "p.shizuku"
    quick = ("--ipc", 1, "--preset", "quick", "--steps", 6)
    watcher.run("import", "import", pictures, "--into", project, "--size", 16)
    watcher.run("condense", "condense", project, *quick)
    for form in ("set.h5", "set.tar", "set.parquet", "pictures"):
        watcher.run("export", "export", project, "--to", folder / form)
    few = ("--against", "random", "--seeds", 1)
    watcher.run("trial", "trial", project, "latest", *few)
    to = ("--to", folder / "r.html", "--pdf", folder / "r.pdf", "--csv", folder / "r.csv")
    watcher.run("report", "report", project, "latest", *to)
    watcher.run("info", "info", project)
    return project


def window(project: Path) -> int:
    """Open the window with a project, turn to each page, close it. Done in a child."""
    import torch  # noqa: F401 - before Qt, as the window does
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from gui.app import application, run
    from gui.main_window import MainWindow

    application()
    left = list(PAGES)
    timer = QTimer()

    def turn() -> None:
        shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        if left:
            for one in shown:
                one.go(left[0])
            left.pop(0)
        elif any(one.isVisible() for one in shown):
            for one in shown:
                one.close()
        else:  # a tour or a guide may be open beside it
            timer.stop()
            QApplication.quit()

    timer.timeout.connect(turn)
    timer.start(_PAGE_MS)
    return run(project)


def main() -> int:
    parser = options(__doc__, rounds=1, seconds=1800)
    parser.add_argument("--demo", action="store_true", help="the demo instead of a small stream")
    parser.add_argument("--window", type=Path, help="open the window alone (used by the command)")
    given = parser.parse_args()
    if given.window is not None:
        sys.path.insert(0, str(ROOT))
        return window(given.window)
    tally = Tally("sockets", given.keep)
    with workshop() as folder:
        watcher = Watcher(folder, tally)
        for number in range(given.rounds):
            made = folder / str(number)
            made.mkdir()
            if given.demo:
                watcher.run("demo", "demo", "--no-window", "--into", made)
                project = made / "drawings.shizuku"
            else:
                project = stream(watcher, real_pictures(given.data, made / "in", each=8), made)
            watcher.run("window", "--window", project, script=Path(__file__).absolute())
            if tally.seconds() > given.seconds:
                break
    return tally.close(watched_by="strace" if watcher.strace else "audit hook")


if __name__ == "__main__":
    sys.exit(main())
