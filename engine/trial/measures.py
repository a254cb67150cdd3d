"""Figures that follow from a trial's results: time to nearly all accuracy, energy, gains."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

from engine.trial.results import BASELINES, ModelResults, SetResult, TrialReport

if TYPE_CHECKING:
    import torch

_NEARLY_ALL = 0.95
# An office computer at full load; a workstation with one graphics card at full load.
_CPU_WATTS, _GPU_WATTS = 65.0, 300.0


def watts_of(device: torch.device) -> float:
    """Power that a training is assumed to take where the user names none, in watts."""
    return _GPU_WATTS if device.type == "cuda" else _CPU_WATTS


def energy_wh(seconds: float, watts: float) -> float:
    """Energy of one training in Wh: an estimate, seconds times watts."""
    return seconds * watts / 3600


def seconds_to_reach(result: SetResult, accuracy: float) -> float | None:
    """Seconds of training after which the mean learning curve first reaches ``accuracy``.

    Read at the measured points, without interpolation: the time is an upper bound, as fine as
    the points. None where the curve never gets there.

    Parameters
    ----------
    accuracy : float
        0..1.
    """
    at: dict[int, list[float]] = defaultdict(list)
    for curve in result.curves:
        for step, value in zip(curve.step, curve.accuracy, strict=False):
            at[step].append(value)
    for step in sorted(at):
        # Rounded as curves are: 0.95 of 0.8 is a trace more than 0.76.
        if round(sum(at[step]) / len(at[step]), 4) >= round(accuracy, 4):
            return result.seconds * step / result.steps
    return None


def with_times(sets: list[SetResult], watts: float) -> list[SetResult]:
    """Results with the time to 95 % of the full data's accuracy, and with an energy estimate."""
    full = next((one for one in sets if one.name == "full"), None)
    return [
        one.model_copy(
            update={
                "energy_wh": energy_wh(one.seconds, watts),
                "seconds_to_95": None
                if full is None
                else seconds_to_reach(one, _NEARLY_ALL * full.accuracy_mean),
            }
        )
        for one in sets
    ]


def gain_over_random(results: TrialReport | ModelResults) -> float | None:
    """Accuracy of the condensed set above that of random real samples, 0..1; None without."""
    condensed, random = results.find("condensed"), results.find("random")
    if condensed is None or random is None:
        return None
    return condensed.accuracy_mean - random.accuracy_mean


def recovered_share(results: TrialReport | ModelResults) -> float | None:
    """Accuracy of the condensed set as a share of the full data's; None without them."""
    condensed, full = results.find("condensed"), results.find("full")
    if condensed is None or full is None or full.accuracy_mean <= 0:
        return None
    return condensed.accuracy_mean / full.accuracy_mean


def strongest_baseline(results: TrialReport | ModelResults) -> SetResult | None:
    """The real selection of equal size with the highest accuracy; None without any."""
    found = [one for one in results.sets if one.name in BASELINES]
    return max(found, key=lambda one: one.accuracy_mean, default=None)


def best_baseline(results: TrialReport | ModelResults) -> SetResult | None:
    """The strongest real selection, if it is better than the condensed set beyond the margins."""
    condensed, found = results.find("condensed"), strongest_baseline(results)
    if condensed is None or found is None:
        return None
    return found if clearly_better(found, condensed) else None


def clearly_better(one: SetResult, other: SetResult) -> bool:
    """Whether a set is better by more than both margins of error, added as squares."""
    ahead = one.accuracy_mean - other.accuracy_mean
    return ahead > math.hypot(one.margin, other.margin)


def rarest_class(report: TrialReport) -> str | None:
    """The class with the fewest training pictures that was tested; None if that is not known."""
    counts = report.train_counts
    condensed = report.find("condensed")
    if condensed is None or len(counts) != len(report.class_names):
        return None
    tested = [name for name in report.class_names if name in condensed.recall]
    if not tested or min(counts) == max(counts):
        return None
    return min(tested, key=lambda name: counts[report.class_names.index(name)])
