"""What a trial under strain means, in sentences."""

from __future__ import annotations

from engine.runtime.messages import Language, text
from engine.trial.findings import Finding
from engine.trial.paired import Fall
from engine.trial.results import TrialReport
from engine.trial.strains import STRAINS, Strain
from engine.trial.stress_results import StrainResult, Stress


def strain_words(strain: Strain, language: Language = "en") -> str:
    """What a strain is called."""
    return text(f"stress.{strain}", language)


def reached_words(one: StrainResult, language: Language = "en") -> str:
    """How much of a strain a set reached: ``10.0 % wrong``, ``1 : 10.0``."""
    value = 100 * one.wrong if one.strain == "flipped" else one.ratio
    return text(f"stress.reached_{one.strain}", language, value=f"{value:.1f}")


def fall_words(fall: Fall) -> str:
    """A fall in points with its interval, such as ``3.1 ± 2.0``; a rise is negative."""
    return f"{100 * fall.mean:.1f} ± {100 * fall.margin:.1f}".replace("-", "−")


def change_words(fall: Fall) -> str:
    """The same as a change with its sign: a fall is ``−3.1 ± 2.0``, a rise ``+3.1 ± 2.0``."""
    shown = f"{-100 * fall.mean:+.1f}".replace("-", "−")
    shown = "0.0" if shown[1:] == "0.0" else shown
    return f"{shown} ± {100 * fall.margin:.1f}"


def stress_findings(report: TrialReport, language: Language = "en") -> list[Finding]:
    """Who suffers more, strain by strain, and what was not measured; empty without a stress.

    The condensed set and random real samples differ where the intervals of their falls are apart;
    one training of each shows no chance, so nothing is said of it.
    """
    stress = report.stress
    if stress is None:
        return []
    found = [one for strain in STRAINS if (one := _verdict(stress, strain, language)) is not None]
    return [*found, Finding(text("stress.scope", language))]


def _verdict(stress: Stress, strain: Strain, language: Language) -> Finding | None:
    condensed, random = stress.find(strain, "condensed"), stress.find(strain, "random")
    if condensed is None:
        return None
    name = strain_words(strain, language)
    if random is None:
        return Finding(text("stress.no_random", language, strain=name))
    params = {
        "strain": name,
        "condensed": fall_words(condensed.fall),
        "random": fall_words(random.fall),
    }
    if min(len(condensed.accuracies), len(random.accuracies)) < 2:
        return Finding(text("stress.once", language, **params))
    if not condensed.fall.apart(random.fall):
        return Finding(text("stress.alike", language, **params))
    better = condensed.fall.mean < random.fall.mean
    return Finding(text(f"stress.{'less' if better else 'more'}", language, **params), better)
