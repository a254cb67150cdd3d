"""What a plan has reached, for programs: one JSON file beside it, whole at any time."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from engine.runtime.files import write_text
from engine.runtime.times import now
from gui.cli.console import DONE, FAILED, STOPPED

if TYPE_CHECKING:
    from gui.cli.batch.plan import Plan

STEPS = ("import", "condense", "trial", "export", "report")
StepState = Literal["waiting", "running", "done", "kept", "off", "failed", "stopped"]
SetState = Literal["waiting", "running", "done", "failed", "stopped"]
FORMAT, FORMAT_VERSION = "shizuku-results", 1


@dataclass
class SetOutcome:
    """How far a set is; ``kept`` steps were done by an earlier start."""

    name: str
    project: str
    state: SetState = "waiting"
    steps: dict[str, StepState] = field(default_factory=dict)
    failure: dict[str, str] | None = None
    seconds: float = 0.0
    found: dict[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "state": self.state,
            "project": self.project,
            "steps": self.steps,
            "seconds": round(self.seconds, 2),
            "failure": self.failure,
            **self.found,
        }


class Results:
    """The outcomes of all sets, written anew whenever one has changed."""

    def __init__(self, plan: Plan, path: Path) -> None:
        self._plan, self.path = plan, path
        self._began = now()
        self.sets = {
            one.name: SetOutcome(one.name, str(one.project), steps=dict.fromkeys(STEPS, "waiting"))
            for one in plan.sets
        }

    @property
    def exit_code(self) -> int:
        """4 if anything waits to go on, else 1 if anything failed, else 0."""
        states = {one.state for one in self.sets.values()}
        if states & {"waiting", "running", "stopped"}:
            return STOPPED
        return FAILED if "failed" in states else DONE

    def as_dict(self, *, ended: bool) -> dict[str, Any]:
        """Plain values; the exit code is null while the plan is worked off."""
        return {
            "format": FORMAT,
            "format_version": FORMAT_VERSION,
            "plan": str(self._plan.path),
            "plan_sha256": self._plan.sha256,
            "began": self._began,
            "ended": now() if ended else None,
            "exit_code": self.exit_code if ended else None,
            "results": str(self.path),
            "sets": {name: one.as_dict() for name, one in self.sets.items()},
        }

    def write(self, *, ended: bool = False) -> None:
        """Replace the file.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        values = self.as_dict(ended=ended)
        write_text(self.path, json.dumps(values, ensure_ascii=False, indent=1, allow_nan=False))
