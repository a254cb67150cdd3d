"""The report says what steered a run, and what its gaps are measured from."""

from __future__ import annotations

import dataclasses

import pytest

from engine.data.recipe import WEIGHT_PRESETS, CondenseRecipe
from engine.data.steering_words import steering_words, weight_preset, weights_words, whose_words
from engine.report import write_report
from engine.runtime import text


def steered(made, **recipe):
    """A run of this recipe with the condensed set of another one."""
    project, plain = made
    asked = CondenseRecipe(ipc=2, picture_kind="photo", **recipe)
    run = project.new_run(asked)
    dataclasses.replace(plain.condensed(), recipe=asked.model_dump(mode="json")).save(
        run.condensed_path
    )
    return run


@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_is_told_in_words(make_project, tmp_path, language):
    made = make_project()
    run = steered(made, **WEIGHT_PRESETS["structure"], appearance="varied", variation=3.0)
    page = write_report(made[0], run, tmp_path / "r.html", language=language).read_text("utf-8")
    for key, params in (
        ("steering.structure", {}),
        ("steering.as_varied", {"times": "3"}),
        ("inspect.gaps_varied", {"title": ""}),
        ("recipe.times_wide", {"value": "3"}),
        ("recipe.style", {}),
    ):
        assert text(key, language, **params) in page
    assert "moments_share" not in page
    assert text("recipe.reference", language) not in page  # none is asked for


def test_a_set_without_a_recipe_claims_none(make_project, tmp_path):
    project, run = make_project()
    dataclasses.replace(run.condensed(), recipe={}).save(run.condensed_path)
    page = write_report(project, run, tmp_path / "r.html").read_text("utf-8")
    assert text("recipe.moments_share") not in page
    assert text("steering.balanced") not in page


def test_words_for_every_choice():
    titles = {"0" * 16: "scans"}
    referred = CondenseRecipe(appearance="reference", reference="0" * 16)
    assert whose_words(referred, titles) == "as reference “scans”"
    assert whose_words(referred, {}) == "as a reference no longer here"
    assert whose_words(CondenseRecipe(appearance="varied", variation=2.5), {}) == "varied 2.5×"
    for name, weights in WEIGHT_PRESETS.items():
        assert weight_preset(CondenseRecipe(**weights)) == name
        assert weights_words(CondenseRecipe(**weights), "ja") == text(f"steering.{name}", "ja")
    assert steering_words(CondenseRecipe(content=3), {}) == "own weights · as in the pictures"
