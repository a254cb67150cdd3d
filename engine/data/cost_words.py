"""Ranges of the cost inputs, from their one schema, and their words in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from engine.data.cost_inputs import CostInputs, Currency
from engine.runtime.messages import CATALOGUE, Language, text

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


def cost_words(name: str, language: Language, currency: str = "JPY") -> CostWords:
    """The words of an input; a unit of money is in ``currency``."""

    def part(which: str) -> str:
        key = f"cost.{name}.{which}"
        return text(key, language, currency=currency) if key in CATALOGUE else ""

    return CostWords(text(f"cost.{name}", language), part("help"), part("unit"), part("empty"))
