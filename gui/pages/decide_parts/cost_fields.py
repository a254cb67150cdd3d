"""Ranges of the cost inputs, from their one schema. Knows no Qt."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from engine.trial import CostInputs
from engine.trial.roi import Currency

CURRENCIES: tuple[Currency, ...] = get_args(Currency)


@cache
def bounds(name: str) -> tuple[float, float]:
    """Smallest and largest value of a number field; 0 stands for an optional one left empty."""
    field: dict[str, Any] = CostInputs.model_json_schema()["properties"][name]
    found = next((one for one in field.get("anyOf", []) if one.get("type") == "number"), field)
    return float(found.get("minimum", 0.0)), float(found["maximum"])
