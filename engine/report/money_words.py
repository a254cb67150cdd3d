"""The money of a decision in words, for the report and the window alike."""

from __future__ import annotations

from collections.abc import Callable

from engine.report.wording import money
from engine.runtime.messages import Language, text
from engine.trial import CostInputs, Decision


def net_note(decision: Decision, costs: CostInputs, language: Language) -> str:
    """What stands below the net saving of a year: its interval, or what it is made of."""

    def amount(value: float) -> str:
        return money(value, decision.currency, language)

    if decision.net_low is not None and decision.net_high is not None:
        return text(
            "report.net_between",
            language,
            low=amount(decision.net_low),
            high=amount(decision.net_high),
        )
    return text(
        "report.net_basis",
        language,
        count=f"{costs.retrainings_per_month:,g}",
        rate=amount(costs.per_hour),
    )


def money_rows(decision: Decision, language: Language) -> list[tuple[str, str]]:
    """Every sum with its name, in the order in which they add up; empty if nothing is known."""
    if decision.money_month is None:
        return []

    def amount(value: float | None) -> str:
        return "–" if value is None else money(value, decision.currency, language)

    kwh, broken = decision.kwh_saved_month, decision.break_even_retrainings
    found: list[tuple[str, str | None]] = [
        ("saved_month", amount(decision.money_month)),
        ("saved_year", amount(decision.money_year)),
        ("energy_month", None if kwh is None else f"{kwh:,.2f} kWh"),
        ("condensing_cost", amount(decision.condensing_cost)),
        ("break_even", "–" if broken is None else f"{broken:,}"),
        ("missed_more", _points(decision.missed_more_points, language)),
        ("lost_recall_month", _given(decision.lost_recall_month, amount)),
        ("net_month", amount(decision.net_month)),
        ("net_year", amount(decision.net_year)),
        ("net_interval", _interval(decision, amount)),
    ]
    return [
        (text(f"report.money_{name}", language), value)
        for name, value in found
        if value is not None
    ]


def _given(value: float | None, amount: Callable[[float | None], str]) -> str | None:
    return None if value is None else amount(value)


def _points(value: float | None, language: Language) -> str | None:
    return None if value is None else text("report.points", language, value=f"{value:.1f}")


def _interval(decision: Decision, amount: Callable[[float | None], str]) -> str | None:
    if decision.net_low is None:
        return None
    return f"{amount(decision.net_low)} – {amount(decision.net_high)}"
