"""Ranges of the cost inputs, from their one schema, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from PySide6.QtCore import QCoreApplication

from engine.trial import CostInputs
from engine.trial.amounts import Currency

CURRENCIES: tuple[Currency, ...] = get_args(Currency)
# Decimals of each number field, in the order in which Tab goes through them.
DIGITS: dict[str, int] = {
    "retrainings_per_month": 0,
    "training_minutes_today": 1,
    "workstation_per_hour": 0,
    "engineer_per_hour": 0,
    "condensings_per_year": 0,
    "handling_minutes": 0,
    "electricity_per_kwh": 2,
    "accepted_loss_points": 1,
    "accepted_recall_loss_points": 1,
    "parts_per_month": 0,
    "defect_share_percent": 3,
    "cost_of_missed_defect": 2,
    "cost_of_false_alarm": 2,
}
# Their decimals follow the currency.
AMOUNTS = (
    *("workstation_per_hour", "engineer_per_hour"),
    *("cost_of_missed_defect", "cost_of_false_alarm"),
)
# Left empty, these are not given; 0 in the field stands for that.
OPTIONAL = frozenset(
    {
        "training_minutes_today",
        "parts_per_month",
        "defect_share_percent",
        "cost_of_missed_defect",
        "cost_of_false_alarm",
    }
)


@cache
def bounds(name: str) -> tuple[float, float]:
    """Smallest and largest value of a number field; 0 stands for an optional one left empty."""
    field: dict[str, Any] = CostInputs.model_json_schema()["properties"][name]
    found = next((one for one in field.get("anyOf", []) if one.get("type") == "number"), field)
    return float(found.get("minimum", 0.0)), float(found["maximum"])


@dataclass(frozen=True)
class CostWords:
    """Name of an input, what it means, its unit, and what an empty field says."""

    name: str
    help: str = ""
    unit: str = ""
    empty: str = ""


def cost_words(currency: str = "JPY") -> dict[str, CostWords]:
    """The words of every input in the window's language."""
    return {**_of_trainings(currency), **_of_condensing(currency), **_of_losses(currency)}


def _of_trainings(currency: str) -> dict[str, CostWords]:
    translate = QCoreApplication.translate
    hourly = translate("CostFields", " {currency} an hour").format(currency=currency)
    return {
        "retrainings_per_month": CostWords(
            translate("CostFields", "Retrainings"),
            translate(
                "CostFields", "How often a model is trained that could use the condensed set."
            ),
            translate("CostFields", " a month"),
        ),
        "training_minutes_today": CostWords(
            translate("CostFields", "One training on all data takes today"),
            translate(
                "CostFields",
                "If your own training takes longer than the trial's, type its minutes here.",
            ),
            translate("CostFields", " min"),
            translate("CostFields", "as the trial measured it"),
        ),
        "currency": CostWords(translate("CostFields", "Currency")),
        "workstation_per_hour": CostWords(
            translate("CostFields", "The computer, while it trains"),
            translate(
                "CostFields", "Rent of a GPU, or the price of the workstation over its hours."
            ),
            hourly,
        ),
        "engineer_per_hour": CostWords(
            translate("CostFields", "An engineer"),
            translate("CostFields", "Counts where an engineer waits, or works on a condensing."),
            hourly,
        ),
    }


def _of_condensing(currency: str) -> dict[str, CostWords]:
    translate = QCoreApplication.translate
    return {
        "condensings_per_year": CostWords(
            translate("CostFields", "Condensings"),
            translate("CostFields", "How often new pictures are condensed again."),
            translate("CostFields", " a year"),
        ),
        "handling_minutes": CostWords(
            translate("CostFields", "People's time for one condensing"),
            translate(
                "CostFields", "Setting up and inspecting the samples, at the engineer's cost."
            ),
            translate("CostFields", " min"),
        ),
        "electricity_per_kwh": CostWords(
            translate("CostFields", "Electricity"),
            translate(
                "CostFields", "The trial estimates the energy of a training; 0 leaves it out."
            ),
            translate("CostFields", " {currency} a kWh").format(currency=currency),
            translate("CostFields", "in the computer's cost"),
        ),
    }


def _of_losses(currency: str) -> dict[str, CostWords]:
    translate = QCoreApplication.translate
    points, missing = translate("CostFields", " points"), translate("CostFields", "not given")
    return {
        "accepted_loss_points": CostWords(
            translate("CostFields", "Accuracy you accept to lose"),
            translate("CostFields", "Percentage points below a training on all data."),
            points,
        ),
        "accepted_recall_loss_points": CostWords(
            translate("CostFields", "Recall a critical class may lose"),
            translate("CostFields", "Percentage points below a training on all data."),
            points,
        ),
        "critical_classes": CostWords(
            translate("CostFields", "Critical classes"),
            translate(
                "CostFields", "Tick the classes that must not be missed, for instance defects."
            ),
        ),
        "parts_per_month": CostWords(
            translate("CostFields", "Parts inspected"),
            "",
            translate("CostFields", " parts a month"),
            missing,
        ),
        "defect_share_percent": CostWords(
            translate("CostFields", "Share of parts with a defect"), "", " %", missing
        ),
        "cost_of_missed_defect": CostWords(
            translate("CostFields", "A missed defect costs"),
            translate("CostFields", "A critical class taken for an uncritical one."),
            f" {currency}",
            missing,
        ),
        "cost_of_false_alarm": CostWords(
            translate("CostFields", "A false alarm costs"),
            translate("CostFields", "An uncritical class taken for a critical one."),
            f" {currency}",
            missing,
        ),
    }
