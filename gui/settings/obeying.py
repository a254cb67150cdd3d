"""Letting the engine and the window's folders do as the settings say; no Qt, no torch."""

from __future__ import annotations

from pathlib import Path

from engine.data.cost_inputs import CostInputs
from engine.runtime.limits import Limits, use_limits
from gui.settings.places import use_projects_folder
from gui.settings.store import Settings


def obey(settings: Settings) -> None:
    """From now on calculations and new projects follow the settings."""
    values = settings.values
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


def costs_of_new(settings: Settings) -> CostInputs | None:
    """The cost inputs a new project begins with; None: the usual ones."""
    return settings.values.costs if settings.has_costs else None
