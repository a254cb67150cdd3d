"""Take away what Shizuku needs, at each stage: it must say so, keep its state and go on.

Causes: a disk that becomes full (a tmpfs of a few hundred kilobytes where mounting is permitted,
else a limit on the size of files), little memory (RLIMIT_AS, or a control group whose processes are
killed, as in a container or a batch job), a folder that may only be read, a folder that vanishes
just before one of its files is changed, a storage that answers slowly. Afterwards the cause is
taken away and the same command given again. Faults: anything but a sentence (exit code 1 to 4
without a traceback; killed by its control group is no fault), a project that does not open or has
lost something, a second attempt that fails.
"""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rounds import ROOT, Tally, ended, in_child, options, workshop

import kill_checks
from control_group import control_group
from kill import Rounds, before_change, kill_stages_ready
from kill_stages import STAGES, Stage, project_of

_LONGEST = 180.0
_SLOW_SECONDS = 0.05  # for each file that is opened


class Starver:
    """Stages on projects that are prepared once; one cause at a time."""

    def __init__(self, folder: Path, data: Path, tally: Tally, stages: list[Stage]) -> None:
        self.folder, self.tally = folder, tally
        self.rounds = Rounds(folder, data, tally)
        self.courses = self.rounds.prepare(stages)
        self.causes: dict[str, Callable[[Stage, Path, random.Random], tuple[int | None, str]]] = {
            "full disk": self._full,
            "limit on files": self._small_files,
            "little memory": self._little_memory,
            "control group": self._control_group,
            "read only": self._read_only,
            "vanished": self._vanished,
            "slow": self._slow,
        }

    def round(self, cause: str, stage: Stage, chance: random.Random) -> None:
        """One stage without something, then with it."""
        place = self.folder / "round"
        if place.exists():
            shutil.rmtree(place)
        code, said = self.causes[cause](stage, place, chance)
        what = f"{stage.name}, {cause}"
        killed = cause == "control group" and code == -signal.SIGKILL
        how = "killed" if killed else "done" if code == 0 else "a sentence"
        self.tally.counts[f"{cause}: {how}"] += 1
        if killed:
            pass  # it could not say anything; what counts is the state it left
        elif code is None or code not in range(5) or "Traceback" in said:
            self.tally.fault(f"{what}: ended with {code}: {said[-400:]}", place)
        elif code and not said.strip():
            self.tally.fault(f"{what}: no word", place)
        for name, work in (
            ("state", lambda: kill_checks.after_kill(stage.name, place)),
            ("again", lambda: stage.again(place, self.rounds.pictures, self.rounds.more)),
            ("result", lambda: kill_checks.complete(stage.name, place)),
        ):
            log = self.folder / "log"
            code = ended(in_child(work, log), _LONGEST)
            if code != 0:
                tail = " | ".join(log.read_text(errors="replace").strip().splitlines()[-3:])
                self.tally.fault(f"{what}, {name}: {tail}", place)
                break
        shutil.rmtree(place, ignore_errors=True)

    def _ready(self, stage: Stage, place: Path) -> None:
        shutil.copytree(self.rounds.ready[stage.needs], place, dirs_exist_ok=True)

    def _run(
        self, stage: Stage, place: Path, before: Callable[[], object] = lambda: None
    ) -> tuple[int | None, str]:
        log = self.folder / "log"

        def work() -> int:
            before()
            return stage.work(place, self.rounds.pictures, self.rounds.more)

        code = ended(in_child(work, log), _LONGEST)
        return code, log.read_text(errors="replace")

    def _full(self, stage: Stage, place: Path, chance: random.Random) -> tuple[int | None, str]:
        with small_disk(self.folder / "disk", kibibytes=4096) as disk:
            if disk is None:
                self.tally.counts["full disk: mounting not permitted"] += 1
                return self._small_files(stage, place, chance)
            inside = disk / "round"
            self._ready(stage, inside)
            free = shutil.disk_usage(disk).free
            (disk / "fill").write_bytes(bytes(max(0, free - chance.randrange(0, 120_000))))
            answer = self._run(stage, inside)
            (disk / "fill").unlink()
            shutil.copytree(inside, place)
        return answer

    def _small_files(
        self, stage: Stage, place: Path, chance: random.Random
    ) -> tuple[int | None, str]:
        self._ready(stage, place)
        largest = chance.choice((4096, 9000, 30_000))
        return self._run(stage, place, lambda: limited(resource.RLIMIT_FSIZE, largest))

    def _little_memory(
        self, stage: Stage, place: Path, chance: random.Random
    ) -> tuple[int | None, str]:
        self._ready(stage, place)
        more = chance.choice((16, 64, 200, 256, 384)) << 20
        return self._run(stage, place, lambda: limited(resource.RLIMIT_AS, taken() + more))

    def _control_group(
        self, stage: Stage, place: Path, chance: random.Random
    ) -> tuple[int | None, str]:
        self._ready(stage, place)
        with control_group(chance.choice((2, 8, 24, 64)) << 20) as members:
            if members is None:
                self.tally.counts["control group: not permitted"] += 1
                return self._little_memory(stage, place, chance)
            return self._run(stage, place, lambda: members.write_text(str(os.getpid())))

    def _read_only(
        self, stage: Stage, place: Path, chance: random.Random
    ) -> tuple[int | None, str]:
        self._ready(stage, place)
        files = [place, *place.rglob("*")]
        modes = {one: one.stat().st_mode for one in files}
        for one in files:
            one.chmod(0o555 if one.is_dir() else 0o444)
        try:
            return self._run(stage, place, unprivileged)
        finally:
            for one, mode in modes.items():
                one.chmod(mode)

    def _vanished(self, stage: Stage, place: Path, chance: random.Random) -> tuple[int | None, str]:
        """The project's folder is moved away in the middle, as when a share is unplugged."""
        self._ready(stage, place)
        project, away = project_of(place), place / "away"
        change = chance.randint(1, max(1, self.courses[stage.name].changes))

        def unplug() -> None:
            if project.exists() and not away.exists():
                project.rename(away)

        answer = self._run(stage, place, lambda: before_change(place, change, unplug))
        if away.exists():
            if project.exists():
                self.tally.fault(f"{stage.name}, vanished: a second project was begun", place)
                shutil.rmtree(project)
            away.rename(project)
        return answer

    def _slow(self, stage: Stage, place: Path, chance: random.Random) -> tuple[int | None, str]:
        """Every file takes its time to open."""
        self._ready(stage, place)

        def slowly() -> None:
            def wait(event: str, arguments: tuple[object, ...]) -> None:
                if event in ("open", "sqlite3.connect") and str(arguments[0]).startswith(
                    str(place)
                ):
                    time.sleep(_SLOW_SECONDS)

            sys.addaudithook(wait)

        return self._run(stage, place, slowly)


@contextmanager
def small_disk(at: Path, *, kibibytes: int) -> Iterator[Path | None]:
    """A file system of its own that is soon full; None where that is not permitted."""
    at.mkdir(exist_ok=True)
    options_of = f"size={kibibytes}k"
    mount = shutil.which("mount")
    given = [mount or "mount", "-t", "tmpfs", "-o", options_of, "tmpfs", str(at)]
    done = subprocess.run(given, capture_output=True, check=False) if mount else None
    if done is None or done.returncode:
        yield None
        return
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], capture_output=True, check=False)


def limited(what: int, most: int) -> None:
    resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


def taken() -> int:
    """Bytes of address space this process has."""
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    return pages * resource.getpagesize()


def unprivileged() -> None:
    """Give up what lets root write anywhere."""
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    if libc.capset(header, (ctypes.c_uint32 * 6)()):
        raise OSError("rights cannot be given up here")


def main() -> int:
    parser = options(__doc__, rounds=96, seconds=900)
    parser.add_argument("--causes", help="comma-separated; all by default")
    parser.add_argument("--stages", default=",".join(STAGES), help="comma-separated")
    given = parser.parse_args()
    tally = Tally("starve", given.keep)
    stages = [STAGES[name] for name in given.stages.split(",")]
    with workshop() as folder:
        kill_stages_ready(stages)
        starver = Starver(folder, given.data, tally, stages)
        causes = given.causes.split(",") if given.causes else list(starver.causes)
        pairs = [(cause, stage) for cause in causes for stage in stages]
        random.Random(given.seed).shuffle(pairs)
        done, begun = 0, time.monotonic()
        while done < given.rounds and time.monotonic() - begun < given.seconds:
            cause, stage = pairs[done % len(pairs)]
            starver.round(cause, stage, random.Random(f"{given.seed}-{done}"))
            done += 1
    return tally.close(rounds=done, seed=given.seed)


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.exit(main())
