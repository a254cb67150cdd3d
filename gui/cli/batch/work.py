"""Working a plan off: each set step by step, what is done already is passed over."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from engine.project import Project, Run
from engine.queueing.work import trial_values
from engine.runtime import Stopped, UserError
from engine.runtime.holding import hold
from engine.runtime.shortage import as_user_error
from gui.cli import steps
from gui.cli.batch.handing_over import HandingOver
from gui.cli.batch.plan import Plan, PlannedSet
from gui.cli.batch.record import Begun, Imported, Record, Referred, Tried
from gui.cli.console import Console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gui.cli.batch.results import Results, SetOutcome, StepState


def work_off(console: Console, plan: Plan, results: Results) -> None:
    """Do what is missing, one set after the other; a set that fails does not stop the others.

    Ctrl-C or SIGTERM ends it: what was running goes on with the next start.

    Raises
    ------
    UserError
        ``file.cannot_write`` for the results.
    """
    for number, planned in enumerate(plan.sets, 1):
        if console.token.mode is not None:
            break
        outcome = results.sets[planned.name]
        console.say("plan.begin", number=number, count=len(plan.sets), name=planned.name)
        began = time.monotonic()
        try:
            _attempt(console, planned, outcome, keep=results.write)
        except BaseException:  # left at once: it must not seem to be running for ever
            _mark(outcome, "stopped")
            results.write()
            raise
        finally:
            outcome.seconds = time.monotonic() - began
        results.write()
    console.exit_code = results.exit_code


def _attempt(
    console: Console, planned: PlannedSet, outcome: SetOutcome, *, keep: Callable[[], None]
) -> None:
    outcome.state = "running"
    try:
        with _held(planned):
            _Set(console, planned, outcome, keep).work()
    except Stopped:
        _mark(outcome, "stopped")
    except UserError as error:
        if console.token.mode is not None:  # it was stopped before there was anything to keep
            _mark(outcome, "stopped")
        else:
            _fail(console, outcome, error.key, error.sentence(console.language))
    except Exception as error:  # a fault of ours must not end a night's work
        traceback.print_exc()
        told = as_user_error(error, key="command.unexpected")
        _fail(console, outcome, told.key, told.sentence(console.language))
    else:
        outcome.state = "stopped" if "stopped" in outcome.steps.values() else "done"


def _mark(outcome: SetOutcome, state: StepState) -> None:
    for step, found in outcome.steps.items():
        if found == "running":
            outcome.steps[step] = state
    outcome.state = "failed" if state == "failed" else "stopped"


def _fail(console: Console, outcome: SetOutcome, key: str, sentence: str) -> None:
    step = next((one for one, state in outcome.steps.items() if state == "running"), "import")
    outcome.steps[step] = "running"
    _mark(outcome, "failed")
    outcome.failure = {"step": step, "key": key, "sentence": sentence}
    console.note("plan.failed", name=outcome.name, step=step, sentence=sentence)


@contextmanager
def _held(planned: PlannedSet) -> Iterator[None]:
    """Keep another start of the plan off this set; where nothing can be locked, do without.

    Raises
    ------
    UserError
        ``plan.set_busy``; ``file.cannot_write``.
    """
    from engine.runtime.files import cannot_write

    lock = planned.stem.with_name(f".{planned.name}.lock")
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(lock.parent, error) from error
    try:
        held = hold(lock)
    except OSError:
        yield
        return
    if held is None:
        raise UserError("plan.set_busy", exit_code=1, name=planned.name)
    try:
        yield
    finally:
        held.release()


class _Set:
    """The steps of one set."""

    def __init__(
        self, console: Console, planned: PlannedSet, outcome: SetOutcome, keep: Callable[[], None]
    ) -> None:
        self.console, self.planned, self.outcome, self.keep = console, planned, outcome, keep

    def work(self) -> None:
        """All steps; ends early where one was stopped.

        Raises
        ------
        UserError, Stopped
            What the steps raise.
        """
        with self._step("import") as mark:
            project = self._pictures(mark)
        with self._step("condense") as mark:
            run = self._condensed(project, mark)
        with self._step("trial") as mark:
            self._tried(project, run, mark)
        with self._step("export") as mark:
            self._handing_over(project, run, mark).exports()
        with self._step("report") as mark:
            self._handing_over(project, run, mark).reports()

    def _handing_over(
        self, project: Project, run: Run, mark: Callable[[StepState], None]
    ) -> HandingOver:
        return HandingOver(self.console, project, run, self.planned, self.outcome.found, mark)

    @contextmanager
    def _step(self, name: str) -> Iterator[Callable[[StepState], None]]:
        """Mark a step as running, and as done unless it says otherwise."""
        # What was stopped is kept, but nothing is built on it.
        if self.console.token.mode is not None:
            raise Stopped(self.console.token.mode)
        self.outcome.steps[name] = "running"
        self.keep()

        def mark(state: StepState) -> None:
            self.outcome.steps[name] = state

        yield mark
        if self.outcome.steps[name] == "running":
            mark("done")

    def _pictures(self, mark: Callable[[StepState], None]) -> Project:
        from importers.stamping import source_stamp

        planned, console = self.planned, self.console
        stamp = source_stamp(
            planned.source, planned.imports, emit=console.emit, token=console.token
        )
        wanted = Imported(
            source=str(planned.source), options=planned.imports.model_dump_json(), stamp=stamp
        )
        there = (planned.project / "project.sqlite").is_file()
        project = Project.open(planned.project) if there else None
        if project and project.has_images and Record.load(project).imported == wanted:
            mark("kept")
        else:
            project, outcome = steps.import_pictures(
                console, planned.source, planned.project, planned.imports
            )
            record = Record.load(project)
            record.model_copy(update={"imported": wanted}).save(project)
            self.outcome.found["refused"] = len(outcome.refused)
        with project.image_set() as images:
            counts = images.counts().tolist()
            self.outcome.found["images"] = images.pictures
            self.outcome.found["classes"] = dict(zip(images.class_names, counts, strict=True))
        return project

    def _condensed(self, project: Project, mark: Callable[[StepState], None]) -> Run:
        recipe = self.planned.condense
        if self.planned.reference is not None:
            name = self._reference(project)
            recipe = recipe.model_copy(update={"reference": name})
        record = Record.load(project)
        with project.image_set() as images:
            fingerprint = images.fingerprint
        run = begun_run(project, record)
        fits = record.begun is not None and record.begun.fingerprint == fingerprint
        if run is None or not fits or run.recipe != recipe:
            run = project.new_run(recipe)
            begun = Begun(run=run.id, fingerprint=fingerprint)
            # Before the first step: a start that is killed goes on with it.
            record.model_copy(update={"begun": begun}).save(project)
        self.outcome.found["run"] = run.id
        if run.status == "done":
            mark("kept")
        else:
            steps.condense(self.console, project, run)
        result = run.result
        self.outcome.found["condense"] = None if result is None else asdict(result)
        if run.status != "done":
            mark("stopped")
        return run

    def _reference(self, project: Project) -> str:
        from importers.stamping import source_stamp

        source, console = self.planned.reference, self.console
        assert source is not None
        options = type(self.planned.imports)()
        stamp = source_stamp(source, options, emit=console.emit, token=console.token)
        record = Record.load(project)
        known = record.referred
        names = {one.name for one in project.references()}
        if known and (known.source, known.stamp) == (str(source), stamp) and known.name in names:
            return known.name
        name = steps.reference(console, project, source).name
        referred = Referred(source=str(source), stamp=stamp, name=name)
        record.model_copy(update={"referred": referred}).save(project)
        return name

    def _tried(self, project: Project, run: Run, mark: Callable[[StepState], None]) -> None:
        import json

        recipe = self.planned.trial
        if recipe is None:
            return mark("off")
        # What a report does not say: the folder of the weights.
        wanted = json.dumps(trial_values(recipe), sort_keys=True)
        record = Record.load(project)
        report = tried_report(record, run, wanted)
        if report is not None:
            mark("kept")
        else:
            made = steps.trial(self.console, project, run, recipe)
            report = made.as_dict()
            if made.stopped:
                mark("stopped")
            else:
                tried = Tried(run=run.id, recipe=wanted, created=made.created)
                record.model_copy(update={"tried": tried}).save(project)
        self.outcome.found["trial"] = [
            {
                name: one.get(name)
                for name in ("name", "images", "bytes", "accuracy_mean", "accuracy_std", "seconds")
            }
            for one in report.get("sets", ())
        ]
        return None


def begun_run(project: Project, record: Record) -> Run | None:
    """The run that was made for the plan, if it is still there."""
    if record.begun is None:
        return None
    return next((run for run in project.runs() if run.id == record.begun.run), None)


def tried_report(record: Record, run: Run, wanted: str) -> dict[str, Any] | None:
    """The stored report of the finished trial of ``run`` with this recipe; None without one."""
    tried = record.tried
    if tried is None or (tried.run, tried.recipe) != (run.id, wanted):
        return None
    found = (one for one in reversed(run.trials()) if isinstance(one, dict))
    return next((one for one in found if one.get("created") == tried.created), None)
