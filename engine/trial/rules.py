"""The rules a verdict follows, as data that a user can read and change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, model_validator

from engine.runtime.messages import Language, text

RuleName = Literal[
    "baseline",
    "time",
    "accuracy",
    "accuracy_far",
    "critical",
    "critical_far",
    "class_recall",
    "net",
    "break_even",
    "weak",
    "seeds",
    "margin",
]
RULE_NAMES: tuple[RuleName, ...] = get_args(RuleName)
Consequence = Literal["pilot", "no"]
Unit = Literal["points", "percent", "times", "money", "months", "count"]


@dataclass(frozen=True)
class RuleKind:
    """What a rule compares: unit, direction, range of its threshold, digits shown.

    ``needed`` tells that a trial that did not measure it leaves a doubt; ``accepted`` that the
    threshold counts in times of the loss that the cost inputs accept.
    """

    unit: Unit
    holds: Literal["at_most", "at_least", "more_than"]
    low: float
    high: float
    digits: int = 1
    needed: bool = False
    accepted: Literal["accuracy", "recall"] | None = None

    def met(self, value: float, limit: float) -> bool:
        """Whether a value keeps within a limit."""
        if self.holds == "at_most":
            return value <= limit
        return value >= limit if self.holds == "at_least" else value > limit


KINDS: Mapping[RuleName, RuleKind] = {
    "baseline": RuleKind("points", "more_than", -100, 100, needed=True),
    "time": RuleKind("percent", "at_least", 0, 100, 0, needed=True),
    "accuracy": RuleKind("times", "at_most", 0, 100, accepted="accuracy"),
    "accuracy_far": RuleKind("times", "at_most", 0, 100, accepted="accuracy"),
    "critical": RuleKind("times", "at_most", 0, 100, accepted="recall"),
    "critical_far": RuleKind("times", "at_most", 0, 100, accepted="recall"),
    "class_recall": RuleKind("points", "at_most", 0, 100),
    "net": RuleKind("money", "more_than", -1e12, 1e12, 0),
    "break_even": RuleKind("months", "at_most", 0, 1200),
    "weak": RuleKind("percent", "at_least", 0, 100, 0),
    "seeds": RuleKind("count", "at_least", 1, 10, 0),
    "margin": RuleKind("points", "at_most", 0, 100),
}


class Rule(BaseModel):
    """A rule: its threshold, what follows where it is not met, and whether it is asked at all."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    name: RuleName
    threshold: float
    otherwise: Consequence
    on: bool = True

    @model_validator(mode="after")
    def _in_range(self) -> Self:
        kind = KINDS[self.name]
        if not kind.low <= self.threshold <= kind.high:
            raise ValueError(f"{self.name}: {kind.low} to {kind.high}")
        return self

    @property
    def kind(self) -> RuleKind:
        """What it compares."""
        return KINDS[self.name]

    def title(self, language: Language = "en") -> str:
        """What it is about, in a few words."""
        return text(f"rule.{self.name}", language)


# docs/roi.md tells why each stands where it does.
DEFAULTS: tuple[Rule, ...] = (
    Rule(name="baseline", threshold=0, otherwise="no"),
    Rule(name="time", threshold=10, otherwise="no"),
    Rule(name="net", threshold=0, otherwise="no"),
    Rule(name="break_even", threshold=6, otherwise="pilot"),
    Rule(name="accuracy", threshold=1, otherwise="pilot"),
    Rule(name="accuracy_far", threshold=2, otherwise="no"),
    Rule(name="critical", threshold=1, otherwise="pilot"),
    Rule(name="critical_far", threshold=2, otherwise="no"),
    Rule(name="class_recall", threshold=10, otherwise="pilot"),
    Rule(name="weak", threshold=50, otherwise="pilot"),
    Rule(name="seeds", threshold=3, otherwise="pilot"),
    Rule(name="margin", threshold=5, otherwise="pilot"),
)


class DecisionRules(BaseModel):
    """All rules, in the order of the defaults; what a kept list lacks is as by default."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: tuple[Rule, ...] = Field(DEFAULTS, validate_default=True)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        given = {rule.name: rule for rule in self.rules}
        if len(given) < len(self.rules):
            raise ValueError("a rule is named twice")
        whole = tuple(given.get(rule.name, rule) for rule in DEFAULTS)
        object.__setattr__(self, "rules", whole)
        return self

    def __getitem__(self, name: RuleName) -> Rule:
        return next(rule for rule in self.rules if rule.name == name)

    def changed(self, rule: Rule) -> Self:
        """With another threshold, consequence or state of one rule."""
        return type(self)(rules=tuple(rule if one.name == rule.name else one for one in self.rules))

    @property
    def own(self) -> tuple[Rule, ...]:
        """Those that are not as by default."""
        return tuple(
            one for one, default in zip(self.rules, DEFAULTS, strict=True) if one != default
        )
