"""Defects found as anomalies, on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.runtime import text
from gui.cli.console import Console

if TYPE_CHECKING:
    from engine.project import Project, Run
    from engine.trial import TrialReport
    from engine.trial.anomaly_recipe import AnomalyRecipe
    from engine.trial.anomaly_report import AnomalyReport


def find(console: Console, project: Project, run: Run, recipe: AnomalyRecipe) -> AnomalyReport:
    """Compare normal sets as memories; a line for each, and what it means."""
    from engine.trial.amounts import money
    from engine.trial.anomaly import run_anomaly
    from engine.trial.anomaly_words import findings, set_words

    report = run_anomaly(project, run, recipe, emit=console.emit, token=console.token)
    language = console.language
    for one in report.sets:
        console.say(
            "anomaly.row",
            name=set_words(one.name, language),
            images=one.images,
            auroc=f"{one.auroc:.3f}",
            low=f"{one.auroc_low:.3f}",
            high=f"{one.auroc_high:.3f}",
            precision=f"{one.average_precision:.3f}",
            missed=f"{100 * one.missed_share:.1f}",
            alarms=f"{100 * one.alarm_share:.1f}",
            kilobytes=f"{one.memory_bytes / 1000:,.0f}",
            milliseconds=f"{one.milliseconds + report.network_milliseconds:.1f}",
        )
        if one.cost is not None and report.losses is not None:
            currency, elsewhere = report.losses.currency, one.cost.elsewhere
            console.say(
                "anomaly.cost_row",
                name=set_words(one.name, language),
                missed=f"{100 * one.cost.missed:.1f}",
                alarms=f"{100 * one.cost.alarms:.1f}",
                cost=money(one.cost.per_thousand, currency, language),
                elsewhere="–" if elsewhere is None else money(elsewhere, currency, language),
            )
    for finding in findings(report, language):
        console.tell(finding.sentence)
    return report


def tell_two_classes(console: Console, project: Project, report: TrialReport) -> None:
    """A trial of two classes as defect detection; nothing where no class is critical."""
    from engine.report.two_class import cheapest_words
    from engine.trial import project_costs
    from engine.trial.two_class import two_class_view

    costs = project_costs(project)
    view = two_class_view(report, costs)
    for one in [] if view is None else view.sets:
        name, average = text(f"set.{one.name}", console.language), f"{one.curve.average:.3f}"
        assert view is not None
        told = text(
            "two_class.row", console.language, name=name, defect=view.defect, average=average
        )
        cheapest = cheapest_words(one, costs.currency, console.language)
        console.tell(f"{told}; {cheapest}" if cheapest else told)
