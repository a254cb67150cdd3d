"""The page that a manager reads: verdict, three numbers, what it rests on, what would change it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.data.verdict_words import time_text
from engine.project import Project
from engine.report.money_words import money_rows, net_note
from engine.report.quality import QualitySection
from engine.report.wording import money, points
from engine.runtime.messages import Language, text
from engine.trial import (
    CostInputs,
    Decision,
    Rule,
    TrialReport,
    project_costs,
    project_rules,
    return_on_investment,
)
from engine.trial.amounts import duration

Figure = tuple[str, str, str]


@dataclass(frozen=True)
class FirstPage:
    """The decision in words.

    Attributes
    ----------
    figures : list of (name, number, note)
        Accuracy, time, money.
    reasons : list of (bool, str)
        Whether it speaks for, and the sentence.
    rests : list of str
        Sentences on trial, margin, quality check and sign-off.
    money_rows, cost_rows : list of (name, value)
    own_rules : tuple of Rule
        Those the user changed.
    """

    decision: Decision
    costs: CostInputs
    figures: list[Figure]
    reasons: list[tuple[bool, str]]
    rests: list[str]
    money_rows: list[tuple[str, str]]
    cost_rows: list[tuple[str, str]]
    own_rules: tuple[Rule, ...]


def first_page(
    project: Project, trial: TrialReport, quality: QualitySection, language: Language
) -> FirstPage:
    """Decide with the costs and rules kept with the project."""
    costs, rules = project_costs(project), project_rules(project)
    decision = return_on_investment(trial, costs, rules)
    return FirstPage(
        decision=decision,
        costs=costs,
        figures=figures(decision, costs, language),
        reasons=[(one.good, one.sentence(language)) for one in decision.reasons],
        rests=[*_of_trial(trial, decision, language), quality.summary, quality.signing],
        money_rows=money_rows(decision, language),
        cost_rows=list(cost_rows(costs, language)),
        own_rules=rules.own,
    )


def figures(decision: Decision, costs: CostInputs, language: Language) -> list[Figure]:
    """The three numbers, each with its name and what it comes from."""
    unknown = text("report.no_full_to_compare", language)
    return [
        _accuracy(decision, unknown, language),
        _time(decision, unknown, language),
        (
            text("report.net_year", language),
            "–"
            if decision.net_year is None
            else money(decision.net_year, decision.currency, language),
            unknown if decision.net_year is None else net_note(decision, costs, language),
        ),
    ]


def cost_rows(costs: CostInputs, language: Language) -> Iterator[tuple[str, str]]:
    """Every input with its value, in words."""

    def say(key: str, **params: str) -> str:
        return text(f"report.{key}", language, **params)

    def amount(value: float | None) -> str:
        return say("not_given") if value is None else money(value, costs.currency, language)

    today = costs.training_minutes_today
    yield say("cost_retrainings"), f"{costs.retrainings_per_month:,g}"
    yield (
        say("cost_today"),
        say("as_measured") if today is None else duration(60 * today, language),
    )
    yield say("cost_workstation"), amount(costs.workstation_per_hour)
    waiting = amount(costs.engineer_per_hour)
    yield say("cost_engineer"), waiting if costs.engineer_waits else say("nobody_waits")
    yield say("cost_condensings"), f"{costs.condensings_per_year:,g}"
    handling = 60 * costs.handling_minutes
    yield say("cost_handling"), duration(handling, language) if handling else say("none")
    price = costs.electricity_per_kwh
    yield say("cost_electricity"), amount(price) if price else say("cost_in_computer")
    yield say("cost_accepted"), say("points", value=f"{costs.accepted_loss_points:g}")
    recall = f"{costs.accepted_recall_loss_points:g}"
    yield say("cost_accepted_recall"), say("points", value=recall)
    yield say("cost_critical"), ", ".join(costs.critical_classes) or say("none")
    if costs.critical_classes:
        parts, share = costs.parts_per_month, costs.defect_share_percent
        yield say("cost_parts"), say("not_given") if parts is None else f"{parts:,g}"
        yield say("cost_share"), say("not_given") if share is None else f"{share:g} %"
        yield say("cost_missed"), amount(costs.cost_of_missed_defect)
        yield say("cost_alarm"), amount(costs.cost_of_false_alarm)


def _accuracy(decision: Decision, unknown: str, language: Language) -> Figure:
    condensed = f"{100 * decision.accuracy_condensed:.1f}"
    if decision.accuracy_lost_points is None or decision.accuracy_full is None:
        return text("report.accuracy", language), f"{condensed} %", unknown
    full = f"{100 * decision.accuracy_full:.1f}"
    return (
        text("report.accuracy_change", language),
        text("report.points", language, value=points(-decision.accuracy_lost_points)),
        text("report.accuracy_against", language, condensed=condensed, full=full),
    )


def _time(decision: Decision, unknown: str, language: Language) -> Figure:
    name = text("report.time_saved", language)
    saved, full = decision.seconds_saved, decision.seconds_full
    if saved is None or full is None or decision.seconds_condensed is None:
        return name, "–", unknown
    condensed = duration(decision.seconds_condensed, language)
    against = text(
        "report.time_against", language, condensed=condensed, full=duration(full, language)
    )
    return name, duration(saved, language), against


def _of_trial(trial: TrialReport, decision: Decision, language: Language) -> Iterator[str]:
    condensed = trial.find("condensed")
    yield text(
        "report.rests_trial",
        language,
        time=time_text(trial.created),
        model=text(f"report.model_{trial.recipe.model}", language),
        device=trial.device,
        tests=f"{trial.test_images:,}",
        seeds=0 if condensed is None else len(condensed.accuracies),
    )
    if trial.stopped:
        yield text("report.trial_stopped", language)
    if decision.accuracy_lost_points is not None and decision.accuracy_lost_margin is not None:
        yield text(
            "report.rests_margin",
            language,
            change=points(-decision.accuracy_lost_points),
            margin=f"{decision.accuracy_lost_margin:.1f}",
        )
