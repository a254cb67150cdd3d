"""What a plan would do, and about how long that takes; nothing is written."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from engine.project import Project, Run
from engine.queueing.work import trial_values
from engine.runtime import UserError, text
from gui.cli.batch.plan import Plan, PlannedSet
from gui.cli.batch.record import Imported, Record
from gui.cli.batch.work import begun_run, tried_report
from gui.cli.console import FAILED, Console, clock

if TYPE_CHECKING:
    from engine.trial.protocol import SetName

_State = Literal["waiting", "resumed", "kept", "off"]
_Basis = Literal["measured", "trial"]


@dataclass(frozen=True)
class Expected:
    """A step: what would be done, and for about how long; None for what is not estimated.

    ``basis`` says what a trial is judged by: an earlier trial of the project, or some steps of
    training that were measured now.
    """

    state: _State
    seconds: float | None = None
    begun: int = 0
    basis: _Basis | None = None

    def as_dict(self) -> dict[str, Any]:
        """Plain values."""
        seconds = None if self.seconds is None else round(self.seconds, 1)
        told: dict[str, Any] = {"state": self.state, "seconds": seconds}
        return told if self.basis is None else {**told, "basis": self.basis}


def forecast(console: Console, plan: Plan) -> dict[str, Any]:
    """Tell every step of every set; the same as plain values.

    A set that cannot be looked at is told and sets the exit code.
    """
    total = 0.0
    found: dict[str, Any] = {}
    for number, planned in enumerate(plan.sets, 1):
        console.say("plan.begin", number=number, count=len(plan.sets), name=planned.name)
        try:
            expected = _of_set(console, planned)
        except UserError as error:
            sentence = error.sentence(console.language)
            console.say("plan.forecast_failed", sentence=sentence)
            found[planned.name] = {"error": sentence, "key": error.key}
            console.exit_code = FAILED
            continue
        for step, one in expected.items():
            _tell(console, step, one)
            total += one.seconds or 0.0
        found[planned.name] = {step: one.as_dict() for step, one in expected.items()}
    console.say("plan.forecast_total", time=clock(total))
    return {"dry_run": True, "plan": str(plan.path), "seconds": round(total, 1), "sets": found}


def _tell(console: Console, step: str, one: Expected) -> None:
    state = text(f"plan.state_{one.state}", console.language, step=one.begun)
    if one.seconds is None:
        console.say("plan.forecast_step", step=step, state=state)
    else:
        key = "plan.forecast_measured" if one.basis == "measured" else "plan.forecast_time"
        console.say(key, step=step, state=state, time=clock(one.seconds))


def _of_set(console: Console, planned: PlannedSet) -> Mapping[str, Expected]:
    there = (planned.project / "project.sqlite").is_file()
    project = Project.open(planned.project) if there else None
    record = Record() if project is None else Record.load(project)
    pictures = _pictures(console, planned, project, record)
    if project is not None and pictures.imports.state == "kept":
        condense, run = _condensing(planned, project, record)
    else:
        condense, run = Expected("waiting", pictures.condense(planned)), None
    done = run if condense.state == "kept" else None
    later = Expected("waiting")
    return {
        "import": pictures.imports,
        "condense": condense,
        "trial": _trial(planned, project, record, done, pictures),
        "export": Expected("off") if planned.exports is None else later,
        "report": Expected("off") if planned.reports is None else later,
    }


@dataclass(frozen=True)
class _Pictures:
    """The import, and what is known of its pictures, also before it is done.

    Attributes
    ----------
    train : list of int
        Training pictures of each class.
    tests : int
        Held-out pictures.
    shape : tuple of int
        Channels, and the side in px.
    """

    imports: Expected
    class_names: list[str]
    train: list[int]
    tests: int
    shape: tuple[int, int]

    def condense(self, planned: PlannedSet) -> float:
        from engine.synthesis.estimate import estimate_for

        channels, size = self.shape
        return estimate_for(
            self.class_names,
            np.array(self.train, np.int64),
            planned.condense,
            size=size,
            channels=channels,
            folder=_existing(planned.project),
        ).seconds

    def trial(self, planned: PlannedSet, sizes: Mapping[SetName, int] | None) -> float:
        """``sizes`` are those of a run that there is."""
        from engine.trial.expected import first_estimate, planned_sizes

        assert planned.trial is not None
        if sizes is None:
            counts = np.array(self.train, np.int64)
            sizes = planned_sizes(planned.condense, self.class_names, counts, self.shape[1])
        return first_estimate(
            planned.trial,
            sizes,
            shape=self.shape,
            classes=len(self.class_names),
            tests=self.tests,
        )


def _existing(folder: Path) -> Path:
    """The folder, or the nearest above it that there is."""
    return next(one for one in (folder, *folder.absolute().parents) if one.is_dir())


def _pictures(
    console: Console, planned: PlannedSet, project: Project | None, record: Record
) -> _Pictures:
    from importers import scan
    from importers.stamping import source_stamp

    options = planned.imports
    stamp = source_stamp(planned.source, options, emit=console.emit, token=console.token)
    wanted = Imported(source=str(planned.source), options=options.model_dump_json(), stamp=stamp)
    if project is not None and project.has_images and record.imported == wanted:
        return _imported(project)
    found = scan(planned.source, options, emit=console.emit, token=console.token)
    found.store.close()
    held_out = 0.0 if any(one.test for one in found.classes) else options.test_fraction
    train = [math.ceil(one.train * (1 - held_out)) for one in found.classes]
    return _Pictures(
        Expected("waiting", found.seconds_estimate),
        [one.name for one in found.classes],
        train,
        sum(one.train + one.test for one in found.classes) - sum(train),
        (1 if options.colour == "grey" else 3, options.size),
    )


def _imported(project: Project) -> _Pictures:
    with project.image_set() as images:
        _, size, _, channels = images.shape
        return _Pictures(
            Expected("kept"),
            images.class_names,
            images.counts("train").tolist(),
            int(images.counts("test").sum()),
            (channels, size),
        )


def _condensing(
    planned: PlannedSet, project: Project, record: Record
) -> tuple[Expected, Run | None]:
    from engine.synthesis.estimate import estimate

    recipe = planned.condense
    if planned.reference is not None:
        # Told by what is there: whether the folder has changed is looked at when it is its turn.
        name = None if record.referred is None else record.referred.name
        recipe = recipe.model_copy(update={"reference": name})
    run = begun_run(project, record)
    with project.image_set() as images:
        same = record.begun is not None and record.begun.fingerprint == images.fingerprint
        if run is None or not same or run.recipe != recipe:
            return Expected("waiting", estimate(images, planned.condense).seconds), None
        if run.status == "done":
            return Expected("kept"), run
        expected = estimate(images, recipe)
    left = max(0.0, 1 - run.step / max(1, expected.steps))
    return Expected("resumed", left * expected.seconds, begun=run.step), run


def _trial(
    planned: PlannedSet,
    project: Project | None,
    record: Record,
    run: Run | None,
    pictures: _Pictures,
) -> Expected:
    """By earlier trials of the project, else by some steps of training on this computer."""
    if planned.trial is None:
        return Expected("off")
    if project is None or run is None:
        return Expected("waiting", pictures.trial(planned, None), basis="measured")
    if tried_report(record, run, json.dumps(trial_values(planned.trial), sort_keys=True)):
        return Expected("kept")
    from engine.trial.stored import stored_trials
    from gui.pages.trial_parts.plan import estimate, look

    earlier = [report for one in project.runs() for report in stored_trials(one)]
    with project.image_set() as images:
        sizes = look(run, images).sizes
    known = estimate(planned.trial, sizes, earlier)
    if known is not None:
        return Expected("waiting", known, basis="trial")
    return Expected("waiting", pictures.trial(planned, sizes or None), basis="measured")
