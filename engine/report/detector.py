"""The answer of a project that learns from normal pictures alone, as the report begins with it."""

from __future__ import annotations

from dataclasses import dataclass

from engine.runtime.messages import Language, text
from engine.trial.amounts import size
from engine.trial.anomaly_decision import DetectorDecision, DetectorVerdict, detector_decision
from engine.trial.anomaly_report import AnomalyReport, AnomalyResult
from engine.trial.anomaly_words import set_words

Figure = tuple[str, str, str]

# The colours of the verdicts of a trial.
_KINDS: dict[DetectorVerdict, str] = {
    "adopt": "adopt",
    "either": "pilot",
    "alone": "pilot",
    "open": "pilot",
    "weak": "pilot",
    "real": "no",
    "full": "no",
}


@dataclass(frozen=True)
class DetectorPage:
    """The decision, how it is coloured, and (name, number, note) of the condensed set."""

    decision: DetectorDecision
    kind: str
    figures: list[Figure]


def detector_page(report: AnomalyReport, language: Language) -> DetectorPage | None:
    """What the Decide page says of it; None where the condensed set took no part."""
    decision, condensed = detector_decision(report), report.find("condensed")
    if decision is None or condensed is None:
        return None
    rate = f"{report.recipe.false_alarms:g}"
    return DetectorPage(
        decision,
        _KINDS[decision.verdict],
        [
            (
                text("report.detector_missed", language, rate=rate),
                _missed(condensed),
                _beside(report, [_missed(one) for one in _others(report)], language),
            ),
            (
                text("report.detector_area", language),
                f"{condensed.auroc:.3f}",
                _beside(report, [f"{one.auroc:.3f}" for one in _others(report)], language),
            ),
            (
                text("report.detector_memory", language),
                size(condensed.memory_bytes, language),
                _beside(
                    report, [size(one.memory_bytes, language) for one in _others(report)], language
                ),
            ),
        ],
    )


def _missed(one: AnomalyResult) -> str:
    return f"{100 * one.missed_share:.1f} %"


def _others(report: AnomalyReport) -> list[AnomalyResult]:
    return [one for name in ("full", "kcenter") if (one := report.find(name)) is not None]


def _beside(report: AnomalyReport, told: list[str], language: Language) -> str:
    names = [set_words(one.name, language) for one in _others(report)]
    return " · ".join(f"{name} {words}" for name, words in zip(names, told, strict=True))
