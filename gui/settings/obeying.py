"""Letting the engine and the window's folders do as the settings say; no Qt, no torch."""

from __future__ import annotations

from pathlib import Path

from engine.data.cost_inputs import SETTING, CostInputs
from engine.data.proving import keep_in
from engine.project import Project
from engine.runtime.limits import Limits, use_limits
from gui.settings.places import proven_path, use_projects_folder
from gui.settings.store import Settings

# What new projects begin with; None: the usual ones, which are not written.
_costs: CostInputs | None = None


def obey(settings: Settings) -> None:
    """From now on calculations and new projects follow the settings."""
    global _costs
    values = settings.values
    _costs = values.costs if settings.has_costs else None
    use_limits(
        Limits(
            device=values.device,
            memory=values.memory,
            threads=values.threads,
            firm_device=settings.is_firm("device"),
            firm_memory=settings.is_firm("memory"),
        )
    )
    use_projects_folder(Path(values.projects_folder) if values.projects_folder else None)
    keep_in(proven_path())


def give_costs(project: Project) -> None:
    """Begin a new project with the costs of the settings, where somebody has set some.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    if _costs is not None and not project.setting(SETTING):
        project.set_setting(SETTING, _costs.model_dump_json())
