"""What the commands about reliability share: options, children, counts and faults."""

from __future__ import annotations

import os

# Before anything is imported: a process that is forked must have no threads of its own.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
# Compiling takes longer than all that is done here.
os.environ.setdefault("TORCHDYNAMO_DISABLE", "1")

import argparse
import json
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

DATA = ROOT.parent / "shared" / "data"


def options(description: str | None, *, rounds: int, seconds: float) -> argparse.ArgumentParser:
    """The options that every command has; it ends with whichever of the two is reached first."""
    parser = argparse.ArgumentParser(description=(description or "").split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=rounds, help=f"at most (default {rounds})")
    parser.add_argument("--seconds", type=float, default=seconds, help=f"default {seconds:g}")
    parser.add_argument("--seed", type=int, default=0, help="the same seed draws the same rounds")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of real pictures")
    parser.add_argument("--keep", type=Path, help="where faults are kept to look at")
    return parser


@contextmanager
def workshop() -> Iterator[Path]:
    """A folder for everything, with settings of its own; gone at the end."""
    folder = Path(tempfile.mkdtemp(prefix="shizuku-reliability-"))
    os.environ["SHIZUKU_HOME"] = str(folder / "home")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def real_pictures(data: Path, into: Path, *, each: int, start: int = 0, classes: int = 3) -> Path:
    """A few real pictures of each of some classes; drawn ones where there is no data."""
    source = data / "neu-cls"
    if not source.is_dir():
        from engine.runtime import StopSource
        from importers.samples import make_samples

        source = into.with_name(f"{into.name}-drawn")
        token = StopSource().token
        make_samples(source, per_class=2 * (start + each), emit=lambda _: None, token=token)
        source = source / "train"
    for folder in sorted(one for one in source.iterdir() if one.is_dir())[:classes]:
        (into / folder.name).mkdir(parents=True, exist_ok=True)
        for one in sorted(folder.iterdir())[start : start + each]:
            shutil.copy(one, into / folder.name)
    return into


def in_child(work: Callable[[], int | None], log: Path) -> int:
    """Start ``work`` in a forked process group of its own; its number.

    What it prints goes to ``log``; its exit code is what ``work`` returns, 70 for an exception.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    number = os.fork()
    if number:
        return number
    code = 70
    try:
        os.setsid()
        out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(out, 1)
        os.dup2(out, 2)
        code = work() or 0
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException as error:
        if type(error).__name__ == "UserError":  # as the command line tells it
            code = 1
            print(error, file=sys.stderr)
        else:
            traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def ended(number: int, seconds: float | None = None) -> int | None:
    """Exit code of a child, negative for a signal; None if it is still there after ``seconds``."""
    end = None if seconds is None else time.monotonic() + seconds
    while True:
        found, status = os.waitpid(number, 0 if end is None else os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        if end is not None and time.monotonic() >= end:
            return None
        time.sleep(0.002)


def kill(number: int) -> int:
    """End a child's whole group at once, as a power cut would; its exit code."""
    try:
        os.killpg(number, signal.SIGKILL)
    except ProcessLookupError:  # before it has a group of its own
        os.kill(number, signal.SIGKILL)
    code = ended(number)
    assert code is not None
    return code


class Tally:
    """Counts, and faults with what is needed to see them again."""

    def __init__(self, name: str, keep: Path | None) -> None:
        self.name, self.keep = name, keep
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self.begun = time.monotonic()

    def fault(self, what: str, *evidence: Path) -> None:
        """Something that must not be; evidence is copied to the folder of ``--keep``."""
        self.faults.append(what)
        print(f"FAULT {what}", flush=True)
        if self.keep is not None:
            place = self.keep / f"{self.name}-{len(self.faults):03d}"
            place.mkdir(parents=True, exist_ok=True)
            (place / "what.txt").write_text(what, encoding="utf-8")
            for one in evidence:
                if one.is_dir():
                    shutil.copytree(one, place / one.name, dirs_exist_ok=True)
                elif one.exists():
                    shutil.copy(one, place)

    def seconds(self) -> float:
        return time.monotonic() - self.begun

    def close(self, **more: object) -> int:
        """Print all as one JSON object; the exit code."""
        peak = max(
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        print(
            json.dumps(
                {
                    "command": self.name,
                    "seconds": round(self.seconds(), 1),
                    **more,
                    "counts": dict(sorted(self.counts.items())),
                    "peak_mib_of_a_process": peak >> 10,
                    "faults": len(self.faults),
                    "first_faults": self.faults[:10],
                },
                ensure_ascii=False,
                indent=1,
            )
        )
        return 1 if self.faults else 0
