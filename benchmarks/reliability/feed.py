"""Feed Shizuku files that chance or bad intent has altered, many thousands, and see what it does.

Each input is a sound file with a few changes, taken by the function of the application that reads
such files. Right answers are a result or a sentence (UserError, DecodeError). Faults: any other
exception, a crash, more than 10 seconds, more memory than the budget, a file written outside the
folder of the input. Kinds that the application decodes in a process of its own may crash here, as
long as the application, given the same file, refuses it and goes on; that is tried each time.
"""

from __future__ import annotations

import contextlib
import json
import mmap
import os
import random
import resource
import shutil
import signal
import struct
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rounds import Tally, in_child, kill, options, workshop

import feed_targets
from engine.data import checked
from feed_mutate import spoilt
from feed_targets import Target

HANG_SECONDS = 10.0
MEMORY_MIB = 1500
"""Most that a process may have held after small files; the limit of its address space is 6 GiB."""

_SLICE_SECONDS = 4.0


@dataclass
class Slice:
    """What a child did: how many inputs, how they were answered, how it ended."""

    done: int
    counts: Counter[str]
    faults: list[tuple[int, str]]
    died_at: int | None
    how: str


class Feeder:
    """Feeds one kind after the other, a slice of time each."""

    def __init__(self, folder: Path, seed: int, at_once: int, tally: Tally) -> None:
        self.folder, self.seed, self.at_once, self.tally = folder, seed, at_once, tally
        self.mark = mmap.mmap(-1, 16)
        self.next: Counter[str] = Counter()
        self.peak: Counter[str] = Counter()
        self.crashes: Counter[str] = Counter()

    def slice(self, target: Target) -> None:
        """Some inputs of a kind; faults go to the tally."""
        first = self.next[target.name]
        place = self.folder / "inputs"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        found = self._run(target, first, place)
        self.next[target.name] += found.done
        self.tally.counts["inputs"] += found.done
        for answer, count in found.counts.items():
            self.tally.counts[answer] += count
        for number, what in found.faults:
            self._fault(target, number, what)
        if found.died_at is not None:
            self._died(target, found.died_at, found.how)
        if self.peak[target.name] > MEMORY_MIB << 10:
            self._fault(target, first, f"took {self.peak[target.name] >> 10} MiB")
            self.peak[target.name] = 0

    def _run(self, target: Target, first: int, place: Path) -> Slice:
        out = self.folder / "answers"
        out.unlink(missing_ok=True)
        self._write_mark(first)
        number = in_child(lambda: self._feed(target, first, place, out), self.folder / "log")
        how, seen, since = "", first, time.monotonic()
        while True:
            done, status, used = os.wait4(number, os.WNOHANG)
            if done:
                break
            now_at = self._read_mark()
            if now_at != seen:
                seen, since = now_at, time.monotonic()
            elif time.monotonic() - since > HANG_SECONDS:
                kill(number)
                return self._answers(out, first, seen, "hang")
            time.sleep(0.02)
        self.peak[target.name] = max(self.peak[target.name], used.ru_maxrss)
        code = os.waitstatus_to_exitcode(status)
        if code:
            how = signal.Signals(-code).name if code < 0 else f"exit {code}"
        return self._answers(out, first, self._read_mark(), how)

    def _answers(self, out: Path, first: int, at: int, how: str) -> Slice:
        counts: Counter[str] = Counter()
        faults: list[tuple[int, str]] = []
        lines = out.read_text(errors="replace").splitlines() if out.exists() else []
        for line in lines:
            one = json.loads(line)
            counts[one["answer"]] += 1
            if one["answer"] == "fault":
                faults.append((one["number"], one["what"]))
        died = at if how else None
        return Slice(at - first + (1 if how else 0), counts, faults, died, how)

    def _feed(self, target: Target, first: int, place: Path, out: Path) -> int:
        """In the child: inputs until the slice is over."""
        limit = 6 << 30
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (64 << 20, 64 << 20))
        warnings.simplefilter("ignore")
        written: list[str] = []

        def heed(event: str, arguments: tuple[object, ...]) -> None:
            if event == "open" and isinstance(arguments[2], int):
                if arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
                    written.append(str(arguments[0]))
            elif event in ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "shutil.rmtree"):
                written.append(str(arguments[0]))
            elif event in ("os.system", "subprocess.Popen", "os.exec", "socket.connect"):
                written.append(f"{event} {arguments[0]}")

        sys.addaudithook(heed)
        # One process for each input would be all that is measured; `_died` has it back.
        checked.prove = lambda path: None
        end = time.monotonic() + _SLICE_SECONDS
        with out.open("a", buffering=1) as answers:
            for number in range(first, first + self.at_once):
                self._write_mark(number)
                path = self.input(target, number, place)
                written.clear()
                answer = _answer(target, path)
                outside = [one for one in written if not _allowed(one, place)]
                if outside:
                    answer = {"answer": "fault", "what": f"touched {outside[:3]}"}
                answers.write(json.dumps({"number": number, **answer}) + "\n")
                if time.monotonic() > end:
                    break
        self._write_mark(number + 1)
        return 0

    def input(self, target: Target, number: int, place: Path) -> Path:
        """The same input for the same seed and number."""
        chance = random.Random(f"{self.seed}-{target.name}-{number}")
        path = place / target.file
        if not path.parent.is_dir() or number % 50 == 0:
            target.beside(place)
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(spoilt(target.seeds, chance, text=target.text))
        return path

    def _died(self, target: Target, number: int, how: str) -> None:
        """A crash or a hang: right only where the application outlives it."""
        self.crashes[f"{target.name}: {how}"] += 1
        if not (target.apart or target.hdf5):
            self._fault(target, number, f"the application would have ended: {how}")
            return
        path = self.input(target, number, self.folder / "inputs")
        refused = in_child(lambda: _refused_apart(target, path), self.folder / "log-apart")
        code = os.waitstatus_to_exitcode(os.waitpid(refused, 0)[1])
        if code:
            tail = (self.folder / "log-apart").read_text(errors="replace")[-500:]
            self._fault(target, number, f"{how}, and apart {code}: {tail}")

    def _fault(self, target: Target, number: int, what: str) -> None:
        path = self.input(target, number, self.folder / "inputs")
        self.tally.fault(f"{target.name} no. {number}: {what}", path)

    def _write_mark(self, number: int) -> None:
        self.mark[:8] = struct.pack("<q", number)

    def _read_mark(self) -> int:
        return int(struct.unpack("<q", self.mark[:8])[0])


def _answer(target: Target, path: Path) -> dict[str, str]:
    from engine.runtime import UserError
    from importers.decode import DecodeError

    try:
        target.take(path)
        return {"answer": "taken"}
    except UserError as error:
        error.sentence("ja")
        return {"answer": "refused with a sentence"}
    except DecodeError:
        return {"answer": "refused with a sentence"}
    except BaseException as error:
        where = traceback.extract_tb(error.__traceback__)
        ours = [one for one in where if "site-packages" not in one.filename][-1]
        place = f"{Path(ours.filename).name}:{ours.lineno}"
        return {"answer": "fault", "what": f"{type(error).__name__}: {str(error)[:150]} at {place}"}


def _allowed(touched: str, place: Path) -> bool:
    """Inputs, nameless temporary files, and what libraries keep of their own."""
    if touched in (str(place), tempfile.gettempdir(), os.devnull) or touched.isdecimal():
        return True
    return touched.startswith((f"{place}/", f"{tempfile.gettempdir()}/tmp")) or "cache" in touched


def _refused_apart(target: Target, path: Path) -> int:
    """Whether the application refuses a file that brings its reader down, and goes on."""
    from engine.runtime import UserError
    from importers import apart
    from importers.apart import crew
    from importers.decode import DecodeError

    crew.SECONDS = HANG_SECONDS
    if target.hdf5:
        with contextlib.suppress(UserError):
            target.take(path)
        return 0
    with (
        contextlib.suppress(DecodeError),
        path.open("rb") as file,
        apart.open_sheets(file, name=path.name, dpi=20) as sheets,
    ):
        sheets.read(0, target=8)
    apart.decode(feed_targets.saved("TIFF"), target=8)
    crew.end_all()
    return 0


def main() -> int:
    parser = options(__doc__, rounds=100_000, seconds=1200)
    parser.add_argument("--at-once", type=int, default=400, help="of a kind (default 400)")
    parser.add_argument("--kinds", help="comma-separated; all by default")
    parser.add_argument("--show", metavar="KIND:NUMBER", help="take this one input here, and end")
    given = parser.parse_args()
    tally = Tally("feed", given.keep)
    with workshop() as folder:
        import engine.project.summary  # noqa: F401 - loaded once, before forking
        import gui.settings  # noqa: F401 - loaded once, before forking
        import importers  # noqa: F401 - loaded once, before forking

        kinds = feed_targets.targets(folder / "seeds", given.data)
        feeder = Feeder(folder, given.seed, given.at_once, tally)
        tally.begun = time.monotonic()
        if given.show:
            name, number = given.show.rsplit(":", 1)
            target = next(one for one in kinds if one.name == name)
            (folder / "inputs").mkdir()
            target.take(feeder.input(target, int(number), folder / "inputs"))
            return 0
        chosen = [one for one in kinds if not given.kinds or one.name in given.kinds.split(",")]
        while tally.counts["inputs"] < given.rounds and tally.seconds() < given.seconds:
            for target in chosen:
                feeder.slice(target)
                if tally.counts["inputs"] >= given.rounds or tally.seconds() > given.seconds:
                    break
        return tally.close(
            seed=given.seed,
            inputs_by_kind=dict(feeder.next),
            peak_mib_by_kind={name: kib >> 10 for name, kib in feeder.peak.items()},
            decoders_that_ended=dict(feeder.crashes),
        )


if __name__ == "__main__":
    sys.exit(main())
