"""The cost inputs a project remembers."""

from __future__ import annotations

import sqlite3

from pydantic import ValidationError

from engine.project import Project
from engine.runtime.errors import UserError
from engine.trial.roi import CostInputs

_SETTING = "costs"


def project_costs(project: Project) -> CostInputs:
    """The cost inputs kept with a project; the defaults before any were, or if unreadable."""
    kept = project.setting(_SETTING)
    if not kept:
        return CostInputs()
    try:
        return CostInputs.model_validate_json(kept)
    except ValidationError:
        return CostInputs()


def keep_costs(project: Project, costs: CostInputs) -> None:
    """Remember the cost inputs with the project, for the window and the report alike.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    try:
        project.set_setting(_SETTING, costs.model_dump_json())
    except sqlite3.Error as error:
        raise UserError("file.cannot_write", file=str(project.path), reason=str(error)) from error
