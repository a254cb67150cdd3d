"""What the page shows of runs, read from disk beside the window; no Qt."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from engine.data import CondensedSet
from engine.data.recipe import CondenseRecipe
from engine.project import Run, RunResult
from engine.project.summary import trial_accuracy
from engine.runtime import StopToken, UserError

RunState = Literal["running", "elsewhere", "interrupted", "stopped", "done", "failed", "empty"]


@dataclass(frozen=True)
class RunRow:
    """A run in the list of runs.

    Attributes
    ----------
    state : RunState
        ``running`` is this window's own, ``elsewhere`` another process's; ``interrupted``
        ended without being asked to; ``empty`` has nothing that could be resumed or looked at.
    accuracy : float or None
        Of its newest trial, 0..1.
    verdicts : int
        Samples judged.
    titles : mapping of str to str
        What the project's references are called, by name.
    """

    id: str
    created: datetime
    recipe: CondenseRecipe
    state: RunState
    step: int
    resumable: bool
    has_set: bool
    result: RunResult | None
    accuracy: float | None
    verdicts: int
    titles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RunLook:
    """A run as it is looked at: its row, curves, samples and the words for its gaps."""

    row: RunRow
    history: dict[str, list[float]]
    condensed: CondensedSet | None
    grades: dict[str, str]


def read_rows(
    runs: Sequence[Run], ours: str, token: StopToken, titles: Mapping[str, str]
) -> list[RunRow]:
    """All runs that can be read; ``ours`` is the one this window works on."""
    rows = []
    for run in runs:
        token.raise_if_stopped()
        try:
            rows.append(read_row(run, ours, titles))
        except UserError:  # removed meanwhile, or of a recipe this version does not know
            continue
    return rows


def read_row(run: Run, ours: str = "", titles: Mapping[str, str] | None = None) -> RunRow:
    """One run.

    Raises
    ------
    UserError
        ``project.no_run``, ``condense.recipe_invalid``.
    """
    result, step, resumable = run.result, run.step, run.resumable
    return RunRow(
        id=run.id,
        created=run.created,
        recipe=run.recipe,
        state=_state(run, ours, result=result, step=step, resumable=resumable),
        step=step,
        resumable=resumable and run.id != ours,
        has_set=run.condensed_path.is_file(),
        result=result,
        accuracy=trial_accuracy(run),
        verdicts=len(run.verdicts()),
        titles=titles or {},
    )


def read_look(run: Run, titles: Mapping[str, str] | None = None) -> RunLook:
    """Everything the page shows of a run that is not in progress.

    Raises
    ------
    UserError
        ``project.no_run``, ``condense.recipe_invalid``, ``file.not_ours``, ``project.newer``.
    """
    row = read_row(run, titles=titles)
    condensed = run.condensed() if row.has_set else None
    return RunLook(row, _history(run), condensed, _grades(row.result))


def _state(
    run: Run, ours: str, *, result: RunResult | None, step: int, resumable: bool
) -> RunState:
    if run.id == ours:
        return "running"
    status = run.status
    if status == "running":
        return "elsewhere"
    if status == "done":
        return "done"
    if status == "failed":
        return "failed"
    if resumable and (result is None or result.steps != step):
        return "interrupted"
    return "stopped" if resumable or run.condensed_path.is_file() else "empty"


def _history(run: Run) -> dict[str, list[float]]:
    """The curves kept with the result; those of an interrupted run are in its checkpoint."""
    try:
        found = json.loads(run.history_path.read_text(encoding="utf-8"))
        return found if isinstance(found, dict) else {}
    except (OSError, ValueError):
        pass
    if not run.checkpoint_path.is_file():
        return {}
    import torch

    from engine.synthesis.state import State

    try:
        return State.load(run.checkpoint_path, torch.device("cpu")).history
    except UserError:
        return {}


def _grades(result: RunResult | None) -> dict[str, str]:
    if result is None:
        return {}
    from engine.inspection.words import diversity_grade, grade

    return {
        "content": grade("content", result.content_gap),
        "style": grade("style", result.style_gap),
        "diversity": diversity_grade(result.diversity),
    }
