"""What a comparison of normal sets means for whoever decides on the condensed set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.runtime.messages import Language, text
from engine.trial.anomaly_recipe import NormalSet
from engine.trial.anomaly_report import AnomalyReport
from engine.trial.anomaly_words import CHANCE, differ, set_words

DetectorVerdict = Literal["adopt", "either", "alone", "open", "weak", "real", "full"]


@dataclass(frozen=True)
class DetectorDecision:
    """An answer; ``rival`` is the best real selection of equal number, if any took part.

    ``verdict`` is ``adopt`` (the condensed set as memory), ``either`` (as good as equally many
    real pictures), ``alone`` (compared with no such), ``open`` (not compared with all normal
    pictures), ``weak`` (not even those tell defects apart), ``real`` or ``full`` (take these).
    """

    verdict: DetectorVerdict
    rival: NormalSet | None

    def sentence(self, language: Language = "en") -> str:
        """The answer in words."""
        name = "" if self.rival is None else set_words(self.rival, language)
        return text(f"detector.{self.verdict}", language, name=name)


def detector_decision(report: AnomalyReport) -> DetectorDecision | None:
    """The answer that a comparison gives; None where the condensed set took no part."""
    condensed, full = report.find("condensed"), report.find("full")
    if condensed is None:
        return None
    real = [one for name in ("kcenter", "random") if (one := report.find(name)) is not None]
    rival = max(real, key=lambda one: one.auroc, default=None)
    name = None if rival is None else rival.name
    if full is None:
        return DetectorDecision("open", name)
    if full.auroc_low <= CHANCE:
        return DetectorDecision("weak", name)
    if differ(condensed, full) and condensed.auroc < full.auroc:
        return DetectorDecision("full", name)
    if rival is None:
        return DetectorDecision("alone", None)
    if not differ(condensed, rival):
        return DetectorDecision("either", name)
    return DetectorDecision("adopt" if condensed.auroc > rival.auroc else "real", name)
