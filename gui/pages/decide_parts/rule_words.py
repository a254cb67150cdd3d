"""Signs and units of the rules' thresholds."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.trial.rules import RuleKind

SIGNS = {"at_most": "≤ ", "at_least": "≥ ", "more_than": "> "}


def threshold_unit(kind: RuleKind, currency: str) -> str:
    """What stands behind the number."""
    translate = QCoreApplication.translate
    return {
        "points": translate("RuleWords", " points"),
        "percent": " %",
        "times": translate("RuleWords", " × accepted"),
        "money": f" {currency}",
        "months": translate("RuleWords", " months"),
        "count": "",
    }[kind.unit]
