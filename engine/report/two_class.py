"""What the report says of a trial of two classes as defect detection."""

from __future__ import annotations

from dataclasses import dataclass

from engine.data.cost_inputs import Currency
from engine.report.charts import precision_line
from engine.runtime.messages import Language, text
from engine.trial import CostInputs, TrialReport
from engine.trial.amounts import money
from engine.trial.results import SetName
from engine.trial.two_class import TwoClassSet, two_class_view

_THOUSAND = 1000


@dataclass(frozen=True)
class TwoClassRow:
    """A set: average precision, the curve as SVG points where the chart stands, the cheapest
    threshold.

    ``cheapest`` is empty where costs are not known.
    """

    name: SetName
    average: float
    points: str
    cheapest: str


@dataclass(frozen=True)
class TwoClassSection:
    """All sets of a trial; ``share`` of defects in per cent."""

    defect: str
    normal: str
    share: float
    rows: list[TwoClassRow]


def two_class_section(
    trial: TrialReport, costs: CostInputs, language: Language
) -> TwoClassSection | None:
    """The view of a trial; None where it is not of two classes, one of them critical."""
    view = two_class_view(trial, costs)
    if view is None:
        return None
    rows = [
        TwoClassRow(
            name=one.name,
            average=one.curve.average,
            points=precision_line(one.curve.recall, one.curve.precision),
            cheapest=cheapest_words(one, costs.currency, language),
        )
        for one in view.sets
    ]
    return TwoClassSection(view.defect, view.normal, 100 * view.share, rows)


def cheapest_words(one: TwoClassSet, currency: Currency, language: Language) -> str:
    """The cost-optimal threshold in a sentence; empty where costs are not known."""
    best = one.cheapest
    if best is None:
        return ""
    cost = best.cost if best.elsewhere is None else best.elsewhere
    return text(
        "two_class.cheapest",
        language,
        threshold=f"{100 * min(1.0, max(0.0, best.threshold)):.1f}",
        missed=f"{100 * best.missed:.1f}",
        alarms=f"{100 * best.alarms:.1f}",
        cost=money(_THOUSAND * cost, currency, language),
    )
