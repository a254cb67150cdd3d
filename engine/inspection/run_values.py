"""Two compared runs as plain values for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from pydantic import BaseModel

from engine.inspection.comparing_runs import RunComparison, RunSide, images_by_class
from engine.inspection.comparing_trials import TrialComparison
from engine.inspection.run_conclusion import conclusion
from engine.runtime.messages import Language
from engine.trial.results import SetResult

_LETTERS = {"first": "a", "second": "b", "same": "same"}
_REASONS = {
    "none": "not_tried",
    "first": "b_not_tried",
    "second": "a_not_tried",
    "model": "other_model",
    "rule": "other_rule",
    "tests": "other_tests",
}


def comparison_values(found: RunComparison, language: Language = "en") -> dict[str, Any]:
    """JSON-serialisable; names are stable, ``conclusion`` is a text in ``language``.

    Returns
    -------
    dict
        ``a`` and ``b`` are the runs; ``recipe`` the fields that differ, None where one cannot be
        read; ``gaps`` the comparison of each kind of gap, empty where it could not be measured;
        ``trial`` whether accuracies can be compared, and their difference in points (b less a).
    """
    recipe = None
    if found.recipe is not None:
        recipe = [
            {"field": one.field, "a": _plain(one.first), "b": _plain(one.second)}
            for one in found.recipe
        ]
    return {
        "conclusion": conclusion(found, language),
        "a": _side(found.first),
        "b": _side(found.second),
        "same_classes": found.same_classes,
        "recipe": recipe,
        "gaps": [
            {
                "aspect": one.aspect,
                "a": one.first,
                "b": one.second,
                "closer": _LETTERS[one.closer],
                "classes_a_closer": one.classes[0],
                "classes_b_closer": one.classes[1],
                "classes": one.classes[2],
            }
            for one in found.aspects
        ],
        "trial": _trial(found),
    }


def _plain(value: Any) -> Any:
    return value.model_dump(mode="json") if isinstance(value, BaseModel) else value


def _side(side: RunSide) -> dict[str, Any]:
    least, most = images_by_class(side)
    return {
        "run": side.run,
        "classes": len(side.present),
        "size": [side.condensed.images.shape[2], side.condensed.images.shape[1]],
        "stored": side.condensed.stored,
        "decoded": side.condensed.decoded,
        "least_of_class": least,
        "most_of_class": most,
        "bytes": side.bytes,
        "seconds": side.seconds,
        "steps": side.steps,
        "not_measured": None if side.refusal is None else side.refusal.key,
        "gaps": [asdict(one) for one in side.gaps],
        "appearance": None if side.appearance is None else side.appearance.as_dict(),
        "verdicts": side.judged(),
    }


def _trial(found: RunComparison) -> dict[str, Any]:
    trial = found.trial
    if not isinstance(trial, TrialComparison):
        return {"comparable": False, "reason": _REASONS[trial]}
    return {
        "comparable": True,
        "model": trial.model,
        "points": trial.points,
        "beyond_spread": trial.beyond_spread,
        "a": _result(trial.first),
        "b": _result(trial.second),
    }


def _result(one: SetResult) -> dict[str, Any]:
    return {
        "accuracy_mean": one.accuracy_mean,
        "accuracy_std": one.accuracy_std,
        "margin": one.margin,
        "trainings": len(one.accuracies),
        "balanced_mean": one.balanced_mean,
        "worst_class": None if one.worst is None else list(one.worst),
        "seconds": one.seconds,
    }
