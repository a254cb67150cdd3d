"""What a comparison of normal sets means, in sentences."""

from __future__ import annotations

from pathlib import Path

from engine.runtime.messages import Language, text
from engine.trial.anomaly_report import AnomalyReport, AnomalyResult
from engine.trial.findings import Finding

CHANCE = 0.5
"""The area under the ROC curve by guessing."""
_UNTAUGHT = 0.4  # of three kinds, told rightly


def set_words(name: str, language: Language) -> str:
    """What a normal set is called."""
    return text(f"anomaly.set_{name}", language)


def findings(report: AnomalyReport, language: Language = "en") -> list[Finding]:
    """What the comparison says, most important first.

    Two sets differ where each one's mean is outside of the other's interval: both are measured on
    the same few test pictures.
    """
    condensed, full = report.find("condensed"), report.find("full")
    found = []
    if condensed is not None and full is not None:
        worse = differ(condensed, full) and condensed.auroc < full.auroc
        key = "anomaly.conclusion_worse" if worse else "anomaly.conclusion_alike"
        params = {"condensed": _three(condensed.auroc), "full": _three(full.auroc)}
        told = text(key, language, count=len(report.rows), **params)
        weak = full.auroc_low <= CHANCE
        found.append(Finding(told, None if weak and not worse else not worse))
        if weak:
            found.append(Finding(text("anomaly.weak", language, full=_three(full.auroc)), False))
    real = [one for name in ("kcenter", "random") if (one := report.find(name)) is not None]
    if condensed is not None and real:
        best = max(real, key=lambda one: one.auroc)
        found.append(_beside(condensed, best, language))
    found.append(Finding(_held_out(report, language)))
    if not report.rate_reached:
        least = f"{100 * report.least_rate:.1f}"
        told = text("anomaly.too_few", language, count=report.held_out, least=least)
        found.append(Finding(told, False))
    if report.held_out_near:
        found.append(Finding(text("anomaly.near", language, count=report.held_out_near), False))
    accuracy = report.taught_accuracy
    if accuracy is not None and accuracy < _UNTAUGHT:
        told = text("anomaly.untaught", language, accuracy=f"{100 * accuracy:.0f}")
        found.append(Finding(told, False))
    else:
        found.append(Finding(_features(report, language)))
    return found


def _beside(condensed: AnomalyResult, real: AnomalyResult, language: Language) -> Finding:
    params = {
        "name": set_words(real.name, language),
        "real": _three(real.auroc),
        "condensed": _three(condensed.auroc),
    }
    if not differ(condensed, real):
        return Finding(text("anomaly.random_alike", language, **params))
    better = condensed.auroc > real.auroc
    key = "anomaly.random_worse" if better else "anomaly.random_better"
    return Finding(text(key, language, **params), better)


def differ(one: AnomalyResult, other: AnomalyResult) -> bool:
    """Whether each one's mean AUROC is outside of the other's interval."""
    return not (
        one.auroc_low <= other.auroc <= one.auroc_high
        or other.auroc_low <= one.auroc <= other.auroc_high
    )


def _held_out(report: AnomalyReport, language: Language) -> str:
    rate = f"{report.recipe.false_alarms:g}"
    return text("anomaly.held_out", language, rate=rate, count=report.held_out)


def _features(report: AnomalyReport, language: Language) -> str:
    source = report.recipe.source
    file = Path(report.recipe.weights).name if report.recipe.weights else ""
    accuracy = f"{100 * (report.taught_accuracy or 0):.0f}"
    return text(f"anomaly.features_{source}", language, accuracy=accuracy, file=file)


def _three(value: float) -> str:
    return f"{value:.3f}"
