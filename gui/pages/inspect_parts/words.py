"""Words for verdicts and gaps, with their icons and colours."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from engine.data.judgement import SECOND_LOOK
from engine.data.verdict_words import verdict_text
from engine.project.sign_off import SignOff
from engine.project.verdicts import Judgement, Verdict
from gui.language import current
from gui.pages.trial_parts.words import when
from gui.theme import colours

VERDICT_ICONS: dict[Verdict, str] = {
    "accepted": "check-bold",
    "rejected": "close-thick",
    "hold": "pause",
}


def verdict_word(verdict: Verdict) -> str:
    """A verdict in the window's language."""
    return verdict_text(verdict, current())


def said_by(judgement: Judgement) -> str:
    """A judgement in one line: the verdict, by whom, when; today's with the time only."""
    translate = QCoreApplication.translate
    moment = moment_text(judgement.time)
    if judgement.verdict is None:
        words = translate("InspectWords", "verdict taken back")
    else:
        words = verdict_word(judgement.verdict)
    if judgement.inspector:
        form = translate("InspectWords", "{verdict} by {inspector}, {time}")
    else:
        form = translate("InspectWords", "{verdict}, {time}")
    said = form.format(verdict=words, inspector=judgement.inspector, time=moment)
    if judgement.look == SECOND_LOOK:
        said = translate("InspectWords", "{judgement} (second look)").format(judgement=said)
    return said


def moment_text(time: str) -> str:
    """A stored time as the computer's zone has it: of today the time, else with the date."""
    try:
        moment = datetime.fromisoformat(time).astimezone()
    except ValueError:  # catalogues may have been altered
        return time
    if moment.date() == datetime.now().astimezone().date():
        return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    return when(moment)


def signed_words(signed: SignOff | None) -> str:
    """Whether a set is signed off, by whom, when; and whether it is still as it was."""
    translate = QCoreApplication.translate
    if signed is None:
        return translate("InspectWords", "Not signed off")
    if signed.state == "changed":
        form = translate("InspectWords", "Changed since the sign-off by {inspector}, {time}")
    elif signed.partial:
        form = translate("InspectWords", "Signed off in part by {inspector}, {time}, hash {hash}")
    else:
        form = translate("InspectWords", "Signed off by {inspector}, {time}, hash {hash}")
    return form.format(
        inspector=signed.inspector, time=moment_text(signed.time), hash=signed.short_hash[:8]
    )


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
