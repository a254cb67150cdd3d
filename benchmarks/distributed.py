"""One run by 1, 2 and 4 processes: the same result, seconds, efficiency, and a lost process.

    python benchmarks/distributed.py NEU-CLS/ --size 32 --steps 40 [--processes 1 2 4] [--lost]

Imports ``--per-class`` pictures of each class, condenses them under ``torchrun`` (gloo) with each
number of processes, one thread each, and compares images and curves bit by bit with those of one
process. Efficiency is the seconds of one process over those of n processes times n; on cores that
are shared it says little. What each process sends, holds and computes is counted and compared with
the formulas of docs/scale.md. With ``--lost`` the second and then the first of two processes is
killed in the middle of a run under ``--max-restarts=1``, which must go on by itself, and the
results are compared too. Last, an agreement and an exchange between two processes are timed.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import common
import numpy as np
import torch
from planned_terms import Counted, Planned, counted, print_terms

from engine.data.recipe import CondenseRecipe
from engine.distributed import join
from engine.project import Project, Run

_COUNTING = Path(__file__).with_name("counting.py")
_STAGES = ("Measuring the real pictures ·", "Condensing ·")
_TIMES = 50
_PACKET = 4 << 20  # bytes


def main() -> None:
    """Parse, condense with each number of processes, compare, print."""
    options = _parser().parse_args()
    if options.speak:
        _speak()
        return
    os.environ["OMP_NUM_THREADS"] = "1"
    if options.eager:
        os.environ["TORCHDYNAMO_DISABLE"] = "1"
    with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
        scratch = Path(folder)
        project = common.project_of(
            _some(options.source, scratch / "some", options.per_class), scratch, size=options.size
        )
        print(f"{common.machine()}\n")
        print("| processes | seconds | bank and steps | efficiency | same bits | same curves |")
        print("|---" * 6 + "|")
        first: tuple[Run, float] | None = None
        found: dict[int, list[Counted]] = {}
        for count in options.processes:
            counts = scratch / f"counts-{count}"
            begun = time.monotonic()
            run = project.run(_condensed(project, count, options, counts)["run"])
            seconds = time.monotonic() - begun
            assert run.result is not None  # it is done
            own = run.result.seconds
            first = first or (run, own)
            share = first[1] / own / count
            print(f"| {count} | {seconds:.1f} | {own:.1f} | {share:.2f} {_same(first[0], run)}")
            found[count] = counted(counts)
        assert first is not None
        print_terms(Planned.of(project, _recipe(options)), found)
        for name in ("second", "first") if options.lost else ():
            run = _lost(project, options, scratch / f"counts-{name}", name)
            print(f"\nThe {name} process was killed, both restarted: {_same(first[0], run)}")
    _print_talk()


def _some(source: Path, into: Path, count: int) -> Path:
    for folder in sorted(one for one in source.iterdir() if one.is_dir()):
        (into / folder.name).mkdir(parents=True)
        for file in sorted(folder.iterdir())[:count]:
            (into / folder.name / file.name).write_bytes(file.read_bytes())
    return into


def _recipe(options: argparse.Namespace) -> CondenseRecipe:
    return CondenseRecipe(ipc=options.ipc, preset=options.preset, steps=options.steps)


def _command(
    project: Project, count: int, options: argparse.Namespace, counts: Path, *more: str
) -> list[str]:
    counts.mkdir()
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", *more]
    launcher.append(f"--nproc-per-node={count}")
    wanted: Sequence[Any] = ("--ipc", options.ipc, "--preset", options.preset)
    wanted = (*wanted, "--steps", options.steps, "--json")
    command = [str(_COUNTING), str(counts), "condense", str(project.path), *map(str, wanted)]
    return [*launcher, *command]


def _condensed(
    project: Project, count: int, options: argparse.Namespace, counts: Path
) -> dict[str, Any]:
    done = subprocess.run(
        _command(project, count, options, counts), stdout=subprocess.PIPE, text=True, check=True
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _same(one: Run, other: Run) -> str:
    """Cells: whether images and curves are the same."""
    images = np.array_equal(one.condensed().images, other.condensed().images)
    curves = one.history_path.read_text() == other.history_path.read_text()
    return f"| {'yes' if images else 'NO'} | {'yes' if curves else 'NO'} |"


def _lost(project: Project, options: argparse.Namespace, counts: Path, who: str) -> Run:
    """Kill one of two processes at the first steps; torchrun starts both again."""
    known = {run.id for run in project.runs()}
    process = subprocess.Popen(
        _command(project, 2, options, counts, "--max-restarts=1"),
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )
    killed = False
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(("A process", "Run ")):
            print(line.rstrip(), file=sys.stderr)
        if not killed and line.startswith(_STAGES):
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
            os.kill(int(children[-1 if who == "second" else -2]), signal.SIGKILL)
            killed = True
    if process.wait() != 0 or not killed:
        raise SystemExit("the run did not go on")
    new = [run for run in project.runs() if run.id not in known]
    if len(new) != 1:
        raise SystemExit(f"one run was expected, not {len(new)}")
    return new[0]


# --- what processes say to each other -----------------------------------------------------------


def _print_talk() -> None:
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone"]
    command += ["--nproc-per-node=2", __file__, "none", "--speak"]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    print(f"\n{done.stdout.strip()}")


def _speak() -> None:
    """Seconds of an agreement of a step and of an exchange, between these processes."""
    team = join()
    terms = torch.zeros(101, 6)
    begun = time.perf_counter()
    for _ in range(_TIMES):
        team.agree_on(lambda: None, lambda _: terms, tuple(terms.shape))
    agreed = (time.perf_counter() - begun) / _TIMES
    parts = [torch.zeros(_PACKET, dtype=torch.uint8)] * team.size
    begun = time.perf_counter()
    for _ in range(_TIMES):
        team.exchanged(parts)
    exchanged = (time.perf_counter() - begun) / _TIMES
    if team.leads:
        rate = (team.size - 1) * _PACKET / exchanged / 1e9
        print(f"agreement of a step, 100 classes: {1000 * agreed:.2f} ms")
        print(f"exchange: {rate:.2f} GB/s sent by each process")
    team.leave()


def _parser() -> argparse.ArgumentParser:
    made = common.parser(__doc__)
    made.add_argument("--preset", default="quick", choices=("quick", "standard", "best"))
    made.add_argument("--steps", type=int, default=40, help="default 40")
    made.add_argument("--per-class", type=int, default=60, help="pictures; default 60")
    made.add_argument("--processes", type=int, nargs="+", default=[1, 2, 4])
    made.add_argument("--lost", action="store_true", help="kill one of two, and go on")
    made.add_argument("--eager", action="store_true", help="compile nothing")
    made.add_argument("--scratch", type=Path, help="folder for what is made and removed again")
    made.add_argument("--speak", action="store_true", help=argparse.SUPPRESS)
    return made


if __name__ == "__main__":
    main()
