"""How many pictures a trial pushes through its models; reckoned without PyTorch."""

from __future__ import annotations

from collections.abc import Sequence

from engine.trial.protocol import Protocol
from engine.trial.strains import tail_shares


def pushed(rule: Protocol, images: int) -> int:
    """Pictures pushed through a model in one training on ``images`` pictures."""
    return rule.steps(images) * rule.batch_for(images)


def strained(rule: Protocol, sizes: Sequence[int], classes: int) -> int:
    """The same for all sets under both strains; imbalance leaves fewer pictures."""
    left = float(tail_shares(classes).mean())
    return sum(pushed(rule, one) + pushed(rule, max(1, round(left * one))) for one in sizes)
