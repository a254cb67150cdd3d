"""A trial told in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.runtime.messages import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.trial import SetResult, TrialReport
    from gui.cli.console import Console


def tell_trial(console: Console, report: TrialReport) -> None:
    """A line for each set, the same for further models, and what is better without condensing."""
    from engine.trial.measures import best_baseline

    _tell_sets(console, report.sets)
    for one in report.further:
        console.say("command.trial_model", model=text(f"model.{one.model}", console.language))
        _tell_sets(console, one.sets)
    better, condensed = best_baseline(report), report.find("condensed")
    if better is not None and condensed is not None:
        console.say(
            "roi.better_baseline",
            name=text(f"set.{better.name}", console.language),
            baseline=f"{100 * better.accuracy_mean:.1f}",
            condensed=f"{100 * condensed.accuracy_mean:.1f}",
        )

    _tell_stress(console, report)


def _tell_stress(console: Console, report: TrialReport) -> None:
    """A line for each set under each strain, and who suffers more."""
    from engine.trial.stress_words import fall_words, reached_words, strain_words, stress_findings

    language = console.language
    for one in [] if report.stress is None else report.stress.results:
        console.say(
            "stress.row",
            strain=strain_words(one.strain, language),
            name=text(f"set.{one.name}", language),
            reached=reached_words(one, language),
            accuracy=f"{100 * one.accuracy_mean:.1f}",
            balanced=f"{100 * one.balanced_mean:.1f}",
            fall=fall_words(one.fall),
            worst="–" if one.worst is None else f"{one.worst[0]} ({100 * one.worst[1]:.1f} %)",
        )
    for finding in stress_findings(report, language):
        console.tell(finding.sentence)


def _tell_sets(console: Console, sets: Sequence[SetResult]) -> None:
    for one in sets:
        console.say(
            "command.trial_row",
            name=one.name,
            images=one.images,
            kilobytes=f"{one.bytes / 1000:,.0f}",
            accuracy=f"{100 * one.accuracy_mean:.1f}",
            std=f"{100 * one.accuracy_std:.1f}",
            seconds=f"{one.seconds:.1f}",
        )
