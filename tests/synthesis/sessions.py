"""What tests of whole runs share: small runs of a project, and what is heard of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest
import torch

from engine.data.recipe import CondenseRecipe
from engine.project import Project, Run, RunResult
from engine.runtime import Message, StopSource
from engine.synthesis import condense_run, session
from engine.synthesis.eye import make_eye
from engine.synthesis.kept_pools import FOLDER
from engine.synthesis.pool import PoolPlan

RECIPE = CondenseRecipe(ipc=2, preset="quick", steps=12, device="cpu")


def make_tiny(monkeypatch: pytest.MonkeyPatch) -> None:
    """Narrow networks, few pairs, nothing compiled: what is tested here is the session."""
    plan_of = session.make_plan

    def small_plan(*arguments, **named):
        plan = plan_of(*arguments, **named)
        bank = dataclasses.replace(plan.bank, width=16, pairs=min(4, plan.bank.pairs))
        return dataclasses.replace(plan, bank=bank)

    def plain_eye(device: torch.device, *, compile_code: bool = True):
        return make_eye(device, compile_code=False)

    monkeypatch.setattr(session, "make_plan", small_plan)
    monkeypatch.setattr(session, "make_eye", plain_eye)


class Heard(list):
    """Collects events; ``when`` may look at each as it comes."""

    def __init__(self, when: Callable[[object], None] = lambda event: None) -> None:
        super().__init__()
        self._when = when

    def __call__(self, event: object) -> None:
        self.append(event)
        self._when(event)

    def messages(self) -> dict[str, dict]:
        return {one.key: dict(one.params) for one in self if isinstance(one, Message)}


def start(
    project: Project,
    recipe: CondenseRecipe = RECIPE,
    *,
    run: Run | None = None,
    heard: Heard | None = None,
    source: StopSource | None = None,
) -> tuple[Run, RunResult | None]:
    run = run or project.new_run(recipe)
    token = (source or StopSource()).token
    emit = Heard() if heard is None else heard  # one that heard nothing yet is an empty list
    return run, condense_run(project, run, emit=emit, token=token)


def with_pool(monkeypatch: pytest.MonkeyPatch, members: int = 2, steps: int = 3) -> None:
    """Make every run train a pool of so many networks for so many steps."""
    plan_of = session.make_plan

    def plan_with_pool(*arguments, **named):
        return dataclasses.replace(plan_of(*arguments, **named), pool=PoolPlan(members, steps, 16))

    monkeypatch.setattr(session, "make_plan", plan_with_pool)


def forget_networks(project: Project) -> None:
    """Have the next run train its pool as if it were the project's first."""
    for one in (project.path / FOLDER).iterdir():
        one.unlink()
