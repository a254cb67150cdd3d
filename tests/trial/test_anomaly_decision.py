"""What a comparison of normal sets means for whoever decides."""

from __future__ import annotations

import pytest

from engine.runtime import LANGUAGES
from engine.trial.anomaly_decision import detector_decision
from engine.trial.anomaly_recipe import AnomalyRecipe
from engine.trial.anomaly_report import AnomalyReport, AnomalyResult


def remembered(name: str, auroc: float, margin: float = 0.03) -> AnomalyResult:
    return AnomalyResult(
        name=name,
        images=3,
        bytes=3072,
        vectors=20,
        memory_bytes=2000,
        milliseconds=0.5,
        aurocs=[auroc],
        auroc_low=auroc - margin,
        auroc_high=auroc + margin,
        average_precisions=[auroc],
        missed=[0.25],
        alarms=[0.0],
        thresholds=[1.0],
        missed_by_class={"burnt": 0.25},
        recall=[0.0, 1.0],
        precision=[1.0, 0.5],
        held_out=[0.5],
        scores=[0.4, 0.5, 1.5, 0.9],
    )


def compared(**aurocs: float) -> AnomalyReport:
    return AnomalyReport(
        run="r",
        created="2026-01-02T03:04:05+00:00",
        device="CPU",
        recipe=AnomalyRecipe(),
        normal="good",
        class_names=["good", "burnt"],
        rows=[16, 17, 22, 23],
        labels=[0, 0, 1, 1],
        held_out=4,
        held_out_near=0,
        least_rate=0.2,
        taught_accuracy=0.8,
        network_milliseconds=2.0,
        dimensions=64,
        fingerprint="f0",
        sets=[remembered(name, auroc) for name, auroc in aurocs.items()],
    )


@pytest.mark.parametrize(
    ("aurocs", "verdict"),
    [
        ({"full": 0.95, "condensed": 0.94, "random": 0.8, "kcenter": 0.85}, "adopt"),
        ({"full": 0.95, "condensed": 0.94, "random": 0.93}, "either"),
        ({"full": 0.95, "condensed": 0.94}, "alone"),
        ({"condensed": 0.94, "random": 0.8}, "open"),
        ({"full": 0.51, "condensed": 0.9, "random": 0.5}, "weak"),
        ({"full": 0.95, "condensed": 0.94, "kcenter": 0.99}, "real"),
        ({"full": 0.95, "condensed": 0.8, "random": 0.7}, "full"),
    ],
)
def test_the_answer_follows_from_who_finds_defects_better(aurocs, verdict):
    decision = detector_decision(compared(**aurocs))
    assert decision.verdict == verdict
    told = {decision.sentence(language) for language in LANGUAGES}
    assert len(told) == 2
    assert not any("{" in one for one in told)
    if verdict in ("either", "real"):
        best = "random real" if "random" in aurocs else "k-center real"
        assert best in decision.sentence()


def test_without_the_condensed_set_there_is_no_answer():
    assert detector_decision(compared(full=0.9, random=0.8)) is None
