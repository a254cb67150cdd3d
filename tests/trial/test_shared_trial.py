"""A trial dealt out to two processes finds what one finds alone."""

from __future__ import annotations

import pytest

from engine.distributed import Team
from engine.distributed.packets import nothing
from engine.runtime import StopSource
from engine.trial import TrialRecipe, run_trial
from engine.trial.compare import run_shared_trial

RECIPE = TrialRecipe(
    seeds=2,
    epochs=1,
    least_steps=4,
    width=8,
    against=("random", "full"),
    device="cpu",
    stress=True,
)


class InTurn(Team):
    """One of two processes that work one after the other: what the second sends, the first gets."""

    size = 2

    def __init__(self, number, sent):
        self.number, self._sent = number, sent

    def exchanged(self, parts):
        if self.leads:
            return [parts[0], self._sent.pop(0)]
        self._sent.append(parts[0])
        return [nothing(), nothing()]


def test_two_processes_find_what_one_finds(make_project):
    made = make_project()
    quiet = {"emit": lambda event: None, "token": StopSource().token}
    alone = run_trial(*made, RECIPE, **quiet)
    sent = []
    assert run_shared_trial(*made, RECIPE, team=InTurn(1, sent), **quiet) is None
    assert len(made[1].trials()) == 1
    shared = run_shared_trial(*made, RECIPE, team=InTurn(0, sent), **quiet)
    assert sent == []
    for before, after in zip(alone.sets, shared.sets, strict=True):
        assert (before.name, before.accuracies, before.confusion) == (
            after.name,
            after.accuracies,
            after.confusion,
        )
        assert [one.accuracy for one in before.curves] == [one.accuracy for one in after.curves]
        assert before.mistakes == after.mistakes
    found = [
        [(one.strain, one.name, one.accuracies, one.ratio) for one in report.stress.results]
        for report in (alone, shared)
    ]
    assert found[0] == found[1]
    assert shared.gain_over_random == pytest.approx(alone.gain_over_random)
