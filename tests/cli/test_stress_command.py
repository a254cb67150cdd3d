"""``shizuku trial --stress``."""

from __future__ import annotations

import pytest

from engine.trial import PROTOCOLS


@pytest.fixture
def quick(monkeypatch):
    """A rule that is done in a moment."""
    update = {"epochs": 1, "least_steps": 2, "width": 8}
    monkeypatch.setitem(PROTOCOLS, "trial", PROTOCOLS["trial"].model_copy(update=update))


def test_sets_are_strained_and_told(shizuku, make_project, quick):
    project, _ = make_project()
    asked = ("trial", project.path, "latest", "--against", "random", "--seeds", 1, "--stress")
    told = shizuku(*asked)
    assert told.code == 0, told.err
    assert "Wrong labels, random real: 16.7 % wrong" in told.out
    assert "Imbalance, condensed: 1 : 2.0" in told.out
    assert "single training" in told.out
    found = shizuku(*asked, "--json").json
    assert len(found["stress"]["results"]) == 4
