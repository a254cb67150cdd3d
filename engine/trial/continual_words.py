"""What continual use of a condensed set means, in sentences."""

from __future__ import annotations

from engine.runtime.messages import Language, listed, text
from engine.trial.amounts import size
from engine.trial.continual_report import SIDES, ContinualReport, Keeping, KeepingResult, Side
from engine.trial.findings import Finding
from engine.trial.paired import Fall
from engine.trial.roi import duration
from engine.trial.stress_words import change_words, fall_words


def keeping_words(keeping: Keeping, language: Language = "en") -> str:
    """What is kept beside the new pictures."""
    return text(f"continual.keep_{keeping}", language)


def side_words(side: Side, language: Language = "en") -> str:
    """Which test pictures."""
    return text(f"continual.side_{side}", language)


def accuracy_words(report: ContinualReport, one: KeepingResult, side: Side) -> str:
    """An accuracy in per cent with its interval, such as ``91.2 % ± 2.0``."""
    return f"{100 * one.accuracy(side):.1f} % ± {100 * report.margin(one, side):.1f}"


def continual_findings(report: ContinualReport, language: Language = "en") -> list[Finding]:
    """What is lost and what is saved, most important first; then what it rests on."""
    condensed, everything = report.find("condensed"), report.find("everything")
    found = []
    if condensed is not None and everything is not None:
        found += [_conclusion(condensed, language), _saved(report, condensed, everything, language)]
    if report.beside_random is not None:
        found.append(_beside_random(report.beside_random, language))
    alone = report.find("new")
    if alone is not None and alone.old_fall is not None:
        found.append(_nothing_kept(alone.old_fall, language))
    if max(len(one.old) for one in report.results) < 2:
        found.append(Finding(text("continual.once", language), False))
    return [*found, *_limits(report, language)]


def _conclusion(condensed: KeepingResult, language: Language) -> Finding:
    falls = {side: condensed.fall(side) for side in SIDES}
    parts = [_side(side, one, language) for side, one in falls.items() if one is not None]
    lost = any(one is not None and one.clear and one.mean > 0 for one in falls.values())
    told = text("continual.conclusion", language, sides=listed(parts, language))
    return Finding(told, not lost)


def _side(side: Side, one: Fall, language: Language) -> str:
    state = "level" if not one.clear else "lost" if one.mean > 0 else "gained"
    told = change_words(one) if state == "level" else _size(one)
    return text(f"continual.{state}", language, side=side_words(side, language), points=told)


def _size(one: Fall) -> str:
    """A fall or a rise without its sign."""
    return fall_words(one.model_copy(update={"mean": abs(one.mean)}))


def _nothing_kept(one: Fall, language: Language) -> Finding:
    if not one.clear:
        return Finding(text("continual.nothing_kept_level", language, points=change_words(one)))
    return Finding(text("continual.nothing_kept", language, points=fall_words(one)))


def _saved(
    report: ContinualReport, condensed: KeepingResult, everything: KeepingResult, language: Language
) -> Finding:
    quicker = condensed.seconds < everything.seconds
    times = {
        "condensed": duration(condensed.seconds, language),
        "everything": duration(everything.seconds, language),
    }
    alike = times["condensed"] == times["everything"]
    told = text(
        "continual.saved_bytes" if alike else "continual.saved",
        language,
        kept=size(report.kept_bytes, language),
        old=size(report.old_bytes, language),
        **times,
    )
    return Finding(told, (quicker or alike) and report.kept_bytes < report.old_bytes)


def _beside_random(one: Fall, language: Language) -> Finding:
    if not one.clear:
        ahead = change_words(one.model_copy(update={"mean": -one.mean}))
        return Finding(text("continual.random_alike", language, points=ahead))
    better = one.mean > 0
    key = "continual.random_worse" if better else "continual.random_better"
    return Finding(text(key, language, points=_size(one)), better)


def _limits(report: ContinualReport, language: Language) -> list[Finding]:
    found = []
    copies, condensed = report.copies, report.find("condensed")
    if copies.trained:
        found.append(Finding(text("continual.copies", language, count=copies.trained)))
    if copies.old_tests or copies.new_tests:
        counts = {"old": copies.old_tests, "new": copies.new_tests}
        found.append(Finding(text("continual.leak", language, **counts), False))
    if report.different:
        names = listed([one.replace("_", "-") for one in report.different], language)
        found.append(Finding(text("continual.different", language, names=names), False))
    if condensed is not None:
        told = text("continual.weight", language, times=condensed.times, new=report.new_pictures)
        found.append(Finding(told))
    return found
