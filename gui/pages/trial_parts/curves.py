"""Learning curves, from the events of a running trial and from its report. Knows no Qt."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Mapping

from engine.runtime import Event, Progress
from engine.trial import TrialRecipe, TrialReport
from engine.trial.results import SetName
from engine.trial.set_names import names_of

Curves = dict[str, list[tuple[float, float]]]


class LiveCurves:
    """Collects every accuracy a trial measures.

    The window sees only the newest event, ten times a second; a short training would lose
    points that way. So this listens in the worker's thread, and the window reads it.
    """

    def __init__(self, recipe: TrialRecipe, sizes: Mapping[SetName, int]) -> None:
        self.recipe = recipe
        self.names = names_of(recipe, sizes)
        self._model = 0
        rule = recipe.full_protocol(full=sizes.get("full"))
        self._steps = {name: rule.steps(sizes[name]) for name in self.names}
        self._lock = threading.Lock()
        self._found: dict[tuple[str, float], dict[int, float]] = defaultdict(dict)

    def hear(self, event: Event) -> None:
        """Take in an event; the curves stay those without strain."""
        if not isinstance(event, Progress) or "accuracy" not in event.values:
            return
        values = event.values
        if "strain" in values:
            return
        model = int(values["model"])
        name = self.names[int(values["set"])]
        share = 100 * values["accuracy_step"] / self._steps[name]
        with self._lock:
            if model != self._model:
                # The next model's curves take the place of the last one's.
                self._model = model
                self._found.clear()
            self._found[name, round(share, 3)][int(values["seed"])] = values["accuracy"]

    def points(self) -> Curves:
        """Mean over the trainings so far: (share of the training, accuracy), both in per cent."""
        curves: Curves = {name: [] for name in self.names}
        with self._lock:
            for (name, share), by_seed in self._found.items():
                curves[name].append((share, sum(by_seed.values()) / len(by_seed)))
        return {name: sorted(points) for name, points in curves.items()}


def report_curves(report: TrialReport) -> Curves:
    """The same, of a finished trial."""
    curves: Curves = {}
    for one in report.sets:
        found: dict[float, list[float]] = defaultdict(list)
        for curve in one.curves:
            for step, accuracy in zip(curve.step, curve.accuracy, strict=False):
                found[round(100 * step / one.steps, 3)].append(100 * accuracy)
        curves[one.name] = sorted((x, sum(ys) / len(ys)) for x, ys in found.items())
    return curves
