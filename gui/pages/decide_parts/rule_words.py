"""Signs and units of the rules' thresholds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.trial.rules import RuleKind

SIGNS = {"at_most": "≤ ", "at_least": "≥ ", "more_than": "> "}


def threshold_unit(kind: RuleKind, currency: str) -> str:
    """What stands behind the number."""
    tr = QCoreApplication.translate
    return {
        "points": tr("RuleWords", " points"),
        "percent": " %",
        "times": tr("RuleWords", " × accepted"),
        "money": f" {currency}",
        "months": tr("RuleWords", " months"),
        "count": "",
    }[kind.unit]
