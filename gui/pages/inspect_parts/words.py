"""Words for verdicts and gaps, with their icons and colours."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from engine.project.runs import Verdict
from gui.theme import colours

VERDICT_ICONS: dict[Verdict, str] = {
    "accepted": "check-bold",
    "rejected": "close-thick",
    "hold": "pause",
}


def verdict_word(verdict: Verdict) -> str:
    """A verdict in the window's language."""
    translate = QCoreApplication.translate
    return {
        "accepted": translate("InspectWords", "accepted"),
        "rejected": translate("InspectWords", "rejected"),
        "hold": translate("InspectWords", "on hold"),
    }[verdict]


def verdict_colour(verdict: Verdict) -> str:
    """A verdict's colour; never shown without its icon and word."""
    c = colours()
    return {"accepted": c.good, "rejected": c.bad, "hold": c.warning}[verdict]


def grade_word(grade: str) -> str:
    """A short word for a gap or a diversity."""
    translate = QCoreApplication.translate
    return {
        "matched": translate("InspectWords", "matched"),
        "close": translate("InspectWords", "close"),
        "apart": translate("InspectWords", "differs"),
        "far": translate("InspectWords", "far off"),
        "varied": translate("InspectWords", "as real"),
        "narrower": translate("InspectWords", "less"),
        "narrow": translate("InspectWords", "far less"),
        "wider": translate("InspectWords", "more"),
    }[grade]


def grade_colour(grade: str) -> str:
    """The colour of a word for a gap."""
    c = colours()
    if grade in ("matched", "varied"):
        return c.good
    return c.bad if grade in ("far", "narrow") else c.warning if grade == "apart" else c.text
