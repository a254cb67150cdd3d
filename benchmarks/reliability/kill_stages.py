"""The stages that are killed: what each needs, does, and does again afterwards.

``work`` runs in a child that may be killed; what a command has said is stored goes to ``said``,
one line each, and must be there afterwards. ``again`` is what a person does next.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

Work = Callable[[Path, Path, Path], int]

_SAVE_SECONDS = 0.02  # between checkpoints, instead of 20: a run here takes few seconds
_CONDENSE = ("--ipc", 1, "--preset", "quick", "--steps", 8, "--seed", 3, "--kind", "photo")
_TRAINING_STEPS = 12  # instead of thousands
_TRIAL = ("--against", "random", "--seeds", 1)


@dataclass(frozen=True)
class Stage:
    """A command; it begins with a copy of what ``needs`` names."""

    name: str
    needs: str
    work: Work
    again: Work


def command(*arguments: object) -> int:
    """A command as somebody would give it."""
    import main

    return main.main([str(one) for one in arguments])


def say(place: Path, line: str) -> None:
    """Remember what was told to be stored, where there is room; survives the process."""
    with contextlib.suppress(OSError):
        out = os.open(place / "said", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.write(out, f"{line}\n".encode())
        os.close(out)


def project_of(place: Path) -> Path:
    return place / "p.shizuku"


def _import(place: Path, pictures: Path, more: Path) -> int:
    return command("import", pictures, "--into", project_of(place), "--size", 16)


def _more(place: Path, pictures: Path, more: Path) -> int:
    return command("import", more, "--into", project_of(place), "--more")


def _condense(place: Path, pictures: Path, more: Path) -> int:
    from engine.project.runs import Run
    from engine.synthesis import watch
    from engine.synthesis.state import State

    saved, begun = State.save, Run.begin

    def save(self: State, path: Path) -> None:
        saved(self, path)
        say(place, f"step {self.step}")

    def begin(self: Run) -> None:
        begun(self)
        say(place, f"run {self.id}")

    watch.CHECKPOINT_SECONDS = _SAVE_SECONDS
    State.save, Run.begin = save, begin
    return command("condense", project_of(place), *_CONDENSE)


def _resume(place: Path, pictures: Path, more: Path) -> int:
    from engine.project import Project

    runs = Project.open(project_of(place)).runs()
    if not runs:
        return _condense(place, pictures, more)
    if runs[0].status == "done":
        return 0
    return command("condense", project_of(place), "--resume", "latest")


def _export(place: Path, pictures: Path, more: Path) -> int:
    project = project_of(place)
    for to in ("set.h5", "folder", "set.h5"):
        if to == "folder" and (place / to).exists():
            continue
        code = command("export", project, "latest", "--to", place / to)
        if code:
            return code
        say(place, f"written {to}")
    return 0


def _verdict(place: Path, pictures: Path, more: Path) -> int:
    from engine.project import Project

    run = Project.open(project_of(place)).run("latest")
    count = run.condensed().decoded
    for number in range(60):
        verdict = ("accepted", "rejected", "hold")[number % 3]
        run.judge(number % count, verdict, note=f"no. {number}", inspector="k")
        say(place, f"verdict {number}")
    run.judgements().judge_all(range(count), "accepted", inspector="k")
    say(place, "all")
    return command("sign-off", project_of(place), "latest", "--inspector", "k")


def _trial(place: Path, pictures: Path, more: Path) -> int:
    from engine.trial.protocol import Protocol

    Protocol.steps = lambda self, images: _TRAINING_STEPS
    code = command("trial", project_of(place), "latest", *_TRIAL)
    if code == 0:
        say(place, "trial")
    return code


def _report(place: Path, pictures: Path, more: Path) -> int:
    outs = {"--to": "r.html", "--csv": "r.csv", "--numbers": "r.json"}
    given = [word for name, file in outs.items() for word in (name, place / file)]
    return command("report", project_of(place), "latest", *given)


def _remove(place: Path, pictures: Path, more: Path) -> int:
    """Remove a run, bring it back, and again; then a new queue entry each time."""
    from engine.data.recipe import CondenseRecipe
    from engine.project import Project

    project = Project.open(project_of(place))
    for number in range(5):
        for one in project.trash.ids():
            project.trash.bring_back(one)
        project.trash.put(project.run("latest"))
        project.queue.add_condense(CondenseRecipe(ipc=1))
        say(place, f"entry {number}")
        project.set_setting("costs", f'{{"n": {number}}}')
    return 0


STAGES = {
    one.name: one
    for one in (
        Stage("import", "nothing", _import, _import),
        Stage("more", "imported", _more, _more),
        Stage("condense", "imported", _condense, _resume),
        Stage("export", "condensed", _export, _export),
        Stage("verdict", "condensed", _verdict, _verdict),
        Stage("trial", "condensed", _trial, _trial),
        Stage("report", "condensed", _report, _report),
        Stage("remove", "condensed", _remove, _remove),
    )
}
