"""The cost inputs and the rules a project remembers."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from engine.data.cost_inputs import SETTING, CostInputs
from engine.project import Project
from engine.trial.rules import DecisionRules

_RULES = "decision_rules"
Kept = TypeVar("Kept", bound=BaseModel)


def project_costs(project: Project) -> CostInputs:
    """The cost inputs kept with a project; the defaults before any were, or if unreadable."""
    return _read(project, SETTING, CostInputs())


def project_rules(project: Project) -> DecisionRules:
    """The rules kept with a project; the defaults before any were, or if unreadable."""
    return _read(project, _RULES, DecisionRules())


def keep_costs(project: Project, costs: CostInputs) -> None:
    """Remember the cost inputs with the project, for the window and the report alike.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    project.set_setting(SETTING, costs.model_dump_json())


def keep_rules(project: Project, rules: DecisionRules) -> None:
    """Remember the rules with the project, for the window and the report alike.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    project.set_setting(_RULES, rules.model_dump_json())


def _read(project: Project, setting: str, otherwise: Kept) -> Kept:
    kept = project.setting(setting)
    if not kept:
        return otherwise
    try:
        return type(otherwise).model_validate_json(kept)
    except ValidationError:
        return otherwise
