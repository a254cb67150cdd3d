"""Kill Shizuku at random moments and see whether anything is lost.

A round: a fresh copy of a tiny project of real pictures; a command of Shizuku in a process of its
own; SIGKILL after a random time, or just before a random change of a file; then the project is
opened as the window opens it after a crash, everything in it is checked, and the command is given
again. Faults: what does not open, what a command had said was stored and is gone, a half-written
file, a temporary file that recovery leaves, a second attempt without a valid result.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import kill_checks
from kill_stages import STAGES, Stage
from rounds import Tally, ended, in_child, kill, options, real_pictures, workshop

_LONGEST = 120.0  # seconds for a command that is not killed
_EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.chmod")


@dataclass
class Course:
    """How a stage goes when nobody kills it: its seconds and its changes of files."""

    seconds: float
    changes: int


class Rounds:
    """The stages with what is prepared for them."""

    def __init__(self, folder: Path, data: Path, tally: Tally) -> None:
        self.folder, self.tally = folder, tally
        self.pictures = real_pictures(data, folder / "pictures", each=8)
        self.more = real_pictures(data, folder / "more", each=4, start=8)
        self.ready: dict[str, Path] = {"nothing": folder / "nothing"}
        self.ready["nothing"].mkdir()

    def prepare(self, stages: list[Stage]) -> dict[str, Course]:
        """Projects to begin with, and how long each stage takes."""
        wanted = [("imported", STAGES["import"])]
        if any(one.name == "condense" or one.needs == "condensed" for one in stages):
            wanted.append(("condensed", STAGES["condense"]))
        for name, stage in wanted:
            place = self.folder / name
            shutil.copytree(self.ready[stage.needs], place)
            self._run(stage, place, None)
            self.ready[name] = place
        last = self.ready[wanted[-1][0]]
        kill_checks.REFERENCE.update(json.loads(self._asked(lambda: kill_checks.facts(last))))
        return {one.name: self._course(one) for one in stages}

    def _course(self, stage: Stage) -> Course:
        self._run(stage, self._fresh(stage), None)  # imports
        place = self._fresh(stage)
        begun = time.monotonic()
        self._run(stage, place, None)
        seconds = time.monotonic() - begun
        changes = int((place / "changes").read_text())
        shutil.rmtree(place)
        return Course(seconds, changes)

    def round(self, stage: Stage, course: Course, chance: random.Random) -> None:
        """One kill and what is left."""
        place = self._fresh(stage)
        by_time = chance.random() < 0.5 or not course.changes
        after = chance.uniform(0, 0.7 * course.seconds)
        change = chance.randint(1, max(1, course.changes))
        at = f"{after:.3f} s" if by_time else f"change {change} of {course.changes}"
        number = in_child(lambda: self._work(stage, place, 0 if by_time else change), place / "log")
        code = ended(number, after) if by_time else ended(number, _LONGEST)
        code = kill(number) if code is None else code
        self.tally.counts[f"{stage.name}: {'killed' if code == -signal.SIGKILL else 'ended'}"] += 1
        if code not in (0, -signal.SIGKILL):
            self._fault(stage, at, f"ended with {code} by itself", place)
            return
        for what, work in (
            ("open", lambda: kill_checks.after_kill(stage.name, place)),
            ("again", lambda: stage.again(place, self.pictures, self.more)),
            ("result", lambda: kill_checks.complete(stage.name, place)),
        ):
            code = ended(in_child(work, place / f"log-{what}"), _LONGEST)
            if code != 0:
                self._fault(stage, at, f"{what}: {_tail(place / f'log-{what}')}", place)
                return
        shutil.rmtree(place)

    def _fault(self, stage: Stage, at: str, what: str, place: Path) -> None:
        self.tally.fault(f"{stage.name}, killed at {at}: {what}", place)
        shutil.rmtree(place, ignore_errors=True)

    def _fresh(self, stage: Stage) -> Path:
        place = self.folder / "round"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self.ready[stage.needs], place)
        return place

    def _run(self, stage: Stage, place: Path, _: None) -> None:
        code = ended(in_child(lambda: self._work(stage, place, 0), place / "log"), _LONGEST)
        assert code == 0, f"{stage.name}: {code}\n{(place / 'log').read_text()}"
        _import_too((place / "modules").read_text().split("\n"))
        (place / "modules").unlink()

    def _asked(self, ask: Callable[[], str]) -> str:
        out = self.folder / "asked"
        code = ended(in_child(lambda: print(ask()), out), _LONGEST)
        assert code == 0, out.read_text()
        return out.read_text()

    def _work(self, stage: Stage, place: Path, change: int) -> int:
        """In the child: the command, killed before a change of a file unless ``change`` is 0."""
        seen = before_change(place, change, lambda: os.kill(os.getpid(), signal.SIGKILL))
        code = stage.work(place, self.pictures, self.more)
        (place / "changes").write_text(str(len(seen)))
        (place / "modules").write_text("\n".join(sys.modules))
        return code


def before_change(place: Path, change: int, act: Callable[[], object]) -> list[str]:
    """Act in this process just before its ``change``-th change of a file in ``place``.

    Returns
    -------
    list of str
        Every change so far; it grows.
    """
    seen: list[str] = []

    def heed(event: str, arguments: tuple[object, ...]) -> None:
        if event not in _EVENTS or not arguments or not _within(place, arguments[0]):
            return
        if event == "open" and not _writes(arguments):
            return
        seen.append(event)
        if len(seen) == change:
            act()

    sys.addaudithook(heed)
    return seen


def _import_too(names: list[str]) -> None:
    """Import what a command did: most of its time would be that, and most kills would meet it."""
    for name in names:
        if name not in sys.modules and name != "__mp_main__":
            with contextlib.suppress(Exception):
                importlib.import_module(name)


def _within(place: Path, path: object) -> bool:
    name = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
    inside = name.startswith(f"{place}/")
    return inside and not name.startswith(
        (f"{place}/log", f"{place}/said", f"{place}/changes", f"{place}/modules")
    )


def _writes(arguments: tuple[object, ...]) -> bool:
    flags = arguments[2] if len(arguments) > 2 and isinstance(arguments[2], int) else 0
    return bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC))


def _tail(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines() if log.exists() else []
    return " | ".join(lines[-3:])


def main() -> int:
    parser = options(__doc__, rounds=200, seconds=900)
    parser.add_argument("--stages", default=",".join(STAGES), help="comma-separated")
    given = parser.parse_args()
    stages = [STAGES[name] for name in given.stages.split(",")]
    tally = Tally("kill", given.keep)
    with workshop() as folder:
        kill_stages_ready(stages)
        rounds = Rounds(folder, given.data, tally)
        courses = rounds.prepare(stages)
        begun = time.monotonic()
        done = 0
        while done < given.rounds and time.monotonic() - begun < given.seconds:
            chance = random.Random(f"{given.seed}-{done}")
            stage = stages[done % len(stages)]
            rounds.round(stage, courses[stage.name], chance)
            done += 1
    kills = sum(count for name, count in tally.counts.items() if name.endswith("killed"))
    seconds = {name: round(one.seconds, 2) for name, one in courses.items()}
    return tally.close(rounds=done, kills=kills, seed=given.seed, stage_seconds=seconds)


def kill_stages_ready(stages: list[Stage]) -> None:
    """Import what is needed once, so that a forked child begins at once."""
    import main as shizuku  # noqa: F401 - loaded once, before forking
    from gui.cli import commands  # noqa: F401 - loaded once, before forking
    from importers import import_folder  # noqa: F401 - loaded once, before forking

    if all(one.name in ("import", "more") for one in stages):
        return
    import torch

    import engine.report
    import engine.synthesis
    import engine.trial  # noqa: F401 - loaded once, before forking

    torch.set_num_threads(1)


if __name__ == "__main__":
    sys.exit(main())
