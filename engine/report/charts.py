"""Where things stand in the charts; the template draws them as SVG."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.data.appearance_report import Histogram
from engine.trial import TrialReport
from engine.trial.results import SetName

_MOST_POINTS = 120
# Left, top, width and height of precision over recall, in SVG units; axes stand around it.
PRECISION_BOX = (70.0, 12.0, 560.0, 220.0)


@dataclass(frozen=True)
class Bar:
    """An accuracy with its interval, in per cent."""

    name: SetName
    value: float
    deviation: float
    low: float
    high: float


@dataclass(frozen=True)
class Dumbbell:
    """Recall of one class in per cent; ``full`` is None without the full data."""

    name: str
    condensed: float
    full: float | None

    @property
    def lost(self) -> float:
        """Points below the full data; 0 without them."""
        return 0.0 if self.full is None else self.full - self.condensed


@dataclass(frozen=True)
class Line:
    """A curve of the condensing run: SVG points in a 100 × 100 box, and its last value in %."""

    name: str
    points: str
    last: float


@dataclass(frozen=True)
class Outlines:
    """Histograms as SVG points in a 100 × 100 box; a group that is not there is empty."""

    real: str
    synthetic: str
    reference: str


def precision_line(recall: Sequence[float], precision: Sequence[float]) -> str:
    """Precision over recall (both 0..1) as SVG points within :data:`PRECISION_BOX`."""
    left, top, width, height = PRECISION_BOX
    return " ".join(
        f"{left + width * x:.1f},{top + height * (1 - y):.1f}"
        for x, y in zip(recall, precision, strict=False)
    )


def accuracy_bars(report: TrialReport) -> list[Bar]:
    """One bar a set: full data first, then the condensed set, then the small real ones."""
    bars = []
    for name in ("full", "condensed", "packed", "kcenter", "herding", "kmeans", "random"):
        found = report.find(name)
        if found is None:
            continue
        value, margin = 100 * found.accuracy_mean, 100 * found.margin
        bars.append(
            Bar(
                found.name,
                value,
                100 * found.accuracy_std,
                max(0.0, value - margin),
                min(100.0, value + margin),
            )
        )
    return bars


def recall_dumbbells(report: TrialReport) -> list[Dumbbell]:
    """The condensed set's recall by class against the full data's, worst loss first."""
    condensed, full = report.find("condensed"), report.find("full")
    if condensed is None:
        return []
    rows = [
        Dumbbell(
            name,
            100 * recall,
            None if full is None or name not in full.recall else 100 * full.recall[name],
        )
        for name, recall in condensed.recall.items()
    ]
    return sorted(rows, key=lambda row: (-row.lost, row.condensed))


def outlines(bins: Histogram) -> Outlines:
    """The corners of a histogram's steps, all groups on one scale."""
    edges = [100 * (edge - bins.edges[0]) / (bins.edges[-1] - bins.edges[0]) for edge in bins.edges]
    groups = (bins.real, bins.synthetic, bins.reference)
    highest = max([share for group in groups for share in group], default=0.0) or 1.0

    def points(group: list[float]) -> str:
        across = [edge for edge in edges for _ in (0, 1)]
        up = [0.0, *(100 * share / highest for share in group for _ in (0, 1)), 0.0]
        return " ".join(f"{x:.1f},{100 - y:.1f}" for x, y in zip(across, up, strict=True))

    real, synthetic, reference = (points(group) if group else "" for group in groups)
    return Outlines(real, synthetic, reference)


def history_lines(path: Path) -> list[Line]:
    """The run's curves in per cent of their start; none if they were not kept."""
    try:
        history = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    lines = []
    for name in ("content", "style", "diversity"):
        values = _numbers(history, name)
        if len(values) > 1 and any(values):
            lines.append(Line(name, _polyline(values), values[-1]))
    return lines


def _numbers(history: object, name: str) -> list[float]:
    found = history.get(name) if isinstance(history, dict) else None
    if not isinstance(found, list):
        return []
    return [float(one) for one in found if isinstance(one, int | float) and math.isfinite(one)]


def _polyline(values: list[float]) -> str:
    every = max(1, len(values) // _MOST_POINTS)
    kept = list(enumerate(values))[::every]
    highest = max(100.0, *values)
    return " ".join(
        f"{100 * place / (len(values) - 1):.1f},{100 - 100 * max(0.0, value) / highest:.1f}"
        for place, value in kept
    )
