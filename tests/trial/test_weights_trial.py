"""A trial that starts from a weights file."""

from __future__ import annotations

import hashlib
import json

import pytest
import torch

from engine.networks import make_model
from engine.report.content import commands
from engine.runtime import StopSource, UserError
from engine.trial import PROTOCOLS, TrialRecipe, run_trial


def recipe_from(path, **more):
    given = {"seeds": 1, "epochs": 1, "least_steps": 3, "width": 8, "against": (), "device": "cpu"}
    return TrialRecipe(**{**given, "weights": str(path), **more})


def try_out(made, recipe):
    return run_trial(*made, recipe, emit=lambda event: None, token=StopSource().token)


def test_it_fine_tunes_and_says_from_what(make_project, tmp_path):
    path = tmp_path / "mine.pt"
    model = make_model("convnet", channels=1, classes=9, size=16, width=8)
    torch.save(model.state_dict(), path)
    made = make_project()
    tuned = try_out(made, recipe_from(path))
    scratch = try_out(made, recipe_from(path).model_copy(update={"weights": None}))
    assert tuned.protocol.rate == pytest.approx(PROTOCOLS["trial"].rate / 10)
    assert tuned.protocol.fine_tuned
    assert tuned.weights_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert scratch.weights_sha256 is None
    assert tuned.as_dict()["recipe"]["weights"] == "mine.pt"
    assert str(tmp_path) not in json.dumps(made[1].trials())
    told = commands(*made, {}, tuned)
    assert any("--weights mine.pt" in line and "--stop" not in line for line in told)
    assert tuned.find("condensed").curves != scratch.find("condensed").curves


def test_weights_that_do_not_fit_stop_the_trial_before_it_starts(make_project, tmp_path):
    path = tmp_path / "other.pt"
    torch.save(make_model("convnet", channels=1, classes=3, size=16, width=16).state_dict(), path)
    project, run = make_project()
    with pytest.raises(UserError, match="do not fit"):
        try_out((project, run), recipe_from(path))
    assert run.trials() == []


@pytest.mark.parametrize("change", [torch.Tensor.to_sparse, lambda one: one.to(torch.complex64)])
def test_weights_no_layer_can_hold_end_in_a_sentence(make_project, tmp_path, change):
    path = tmp_path / "odd.pt"
    state = make_model("convnet", channels=1, classes=9, size=16, width=8).state_dict()
    state["blocks.0.weight"] = change(state["blocks.0.weight"])
    torch.save(state, path)
    with pytest.raises(UserError, match=r"odd\.pt"):
        try_out(make_project(), recipe_from(path))
