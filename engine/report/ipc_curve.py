"""Accuracy over images per class as the report draws it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.project import Project, Run
from engine.runtime.errors import UserError
from engine.trial import TrialReport
from engine.trial.ipc_curve import CurvePoint, IpcCurve, curve_of, ipc_curves

# Of the chart's box, in SVG units; the template draws the axes around it.
LEFT, TOP, WIDTH, HEIGHT = 70.0, 12.0, 640.0, 220.0
_TICKS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Mark:
    """A point of the curve where it stands; ``random`` is None without that set."""

    point: CurvePoint
    x: float
    y: float
    low: float
    high: float
    random: float | None


@dataclass(frozen=True)
class CurveSection:
    """What the template draws: marks, lines as SVG points, heights of the grid's lines."""

    curve: IpcCurve
    marks: list[Mark]
    condensed: str
    random: str
    full: float | None
    ticks: list[tuple[int, float]]
    box: tuple[float, float, float, float] = (LEFT, TOP, WIDTH, HEIGHT)


def curve_section(project: Project, run: Run, trial: TrialReport | None) -> CurveSection | None:
    """The curve that a run is a point of; None while there are fewer than two points.

    Parameters
    ----------
    trial : TrialReport or None
        The trial that the report tells of: the curve is of the same model.
    """
    if trial is None:
        return None
    try:
        recipe = run.recipe
    except UserError:  # a recipe that this version does not know
        return None
    curve = curve_of(ipc_curves(project.runs()), recipe, trial.recipe.model)
    return None if curve is None else placed(curve)


def placed(curve: IpcCurve) -> CurveSection:
    """Where everything stands; the scale of images per class is logarithmic."""
    first, last = (math.log(curve.points[place].ipc) for place in (0, -1))
    marks = [
        Mark(
            point=one,
            x=LEFT + WIDTH * (math.log(one.ipc) - first) / (last - first),
            y=_up(one.accuracy),
            low=_up(one.accuracy - one.margin),
            high=_up(one.accuracy + one.margin),
            random=None if one.random is None else _up(one.random),
        )
        for one in curve.points
    ]
    beside = [(one.x, one.random) for one in marks if one.random is not None]
    return CurveSection(
        curve=curve,
        marks=marks,
        condensed=_line([(one.x, one.y) for one in marks]),
        random=_line(beside) if len(beside) > 1 else "",
        full=None if curve.full is None else _up(curve.full),
        ticks=[(one, _up(one / 100)) for one in _TICKS],
    )


def _up(share: float) -> float:
    return TOP + HEIGHT * (1 - min(1.0, max(0.0, share)))


def _line(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
