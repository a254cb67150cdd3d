"""Two runs compared: what differs, what is within the spread, and what cannot be compared."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import CondensedSet
from engine.data.recipe import CondenseRecipe
from engine.inspection.comparing_runs import (
    ASPECTS,
    compare_runs,
    compare_sides,
    read_side,
    which_is_closer,
)
from engine.inspection.comparing_trials import TrialComparison
from engine.inspection.recipe_differences import field_name, field_value, recipe_differences
from engine.inspection.run_conclusion import conclusion
from engine.inspection.run_rows import comparison_rows
from engine.inspection.run_values import comparison_values
from engine.runtime import LANGUAGES, StopSource, UserError
from engine.runtime.messages import CATALOGUE
from engine.trial import PROTOCOLS, SetResult, TrialRecipe, TrialReport
from tests.conftest import condensed_by_hand

NAMES = ["flat", "steep", "upright"]


def tried(run, *accuracies, tests=100, **changes):
    """A trial of the condensed set alone, with these accuracies."""
    right = round(100 * float(np.mean(accuracies)))
    result = SetResult(
        name="condensed",
        images=6,
        bytes=1536,
        accuracies=list(accuracies),
        accuracy_mean=float(np.mean(accuracies)),
        accuracy_std=float(np.std(accuracies, ddof=1)) if len(accuracies) > 1 else 0.0,
        balanced_mean=float(np.mean(accuracies)),
        balanced_std=0.0,
        recall={"flat": 0.9, "steep": 0.4},
        confusion=[[right * len(accuracies), (tests - right) * len(accuracies)]],
        seconds=1.0,
        steps=10,
    )
    values = {
        "run": run.id,
        "created": "2026-01-02T03:04:05+09:00",
        "device": "cpu",
        "recipe": TrialRecipe(seeds=len(accuracies)),
        "protocol": PROTOCOLS["trial"],
        "class_names": NAMES,
        "test_images": tests,
        "test_counts": [tests],
        "condense_seconds": 90.0,
        "sets": [result],
    }
    run.add_trial(TrialReport(**{**values, **changes}).as_dict())


def noisy(run):
    """Make a run's samples noise, which is near to nothing real."""
    condensed = run.condensed()
    noise = np.random.default_rng(3).integers(0, 256, condensed.images.shape, dtype=np.uint8)
    replace(condensed, images=noise).save(run.condensed_path)


def compared(project, first, second):
    return compare_runs(project, first, second, emit=lambda _: None, token=StopSource().token)


def stored(first, second):
    """Without measuring."""
    return compare_sides(read_side(first, None), read_side(second, None))


@pytest.fixture
def two(make_project):
    """A project and two runs of it: of two samples a class, and of one that is noise."""
    project, first = make_project()
    second = condensed_by_hand(project, ipc=1)
    noisy(second)
    return project, first, second


def rows_of(found, section, language="en"):
    rows = comparison_rows(found, language)
    return {one.name: one for one in rows if one.section == section}


def test_real_samples_are_closer_than_noise_and_only_what_differs_is_told(two):
    project, first, second = two
    found = compared(project, first, second)
    assert [one.field for one in found.recipe] == ["ipc"]
    content, style, _ = found.aspects
    assert (content.closer, content.classes) == ("first", (3, 0, 3))
    assert style.closer == "first"
    said = conclusion(found)
    assert "run B is further off than run A in content" in said
    assert "0.5 times the data" in said
    assert "Neither run was tried" in said
    recipe = rows_of(found, "recipe")
    assert (recipe["Images per class"].first, recipe["Images per class"].second) == ("2", "1")
    assert rows_of(found, "gaps")["Content gap"].note == "A closer (3 of 3 classes)"
    assert rows_of(found, "numbers")["Images stored"].first == "6 (2 a class)"


def test_the_other_way_round_all_is_mirrored(two):
    project, first, second = two
    tried(first, 0.5, 0.6)
    tried(second, 0.8, 0.9)
    one, other = compared(project, first, second), compared(project, second, first)
    mirror = {"first": "second", "second": "first", "same": "same"}
    for mine, yours in zip(one.aspects, other.aspects, strict=True):
        assert (mine.first, mine.second) == (yours.second, yours.first)
        assert mine.closer == mirror[yours.closer]
        assert mine.classes[:2] == yours.classes[1::-1]
    assert one.trial.points == pytest.approx(-other.trial.points)
    assert one.trial.beyond_spread == other.trial.beyond_spread


def test_a_run_is_not_compared_with_itself(make_project):
    project, run = make_project()
    with pytest.raises(UserError) as failure:
        compared(project, run, run)
    assert failure.value.key == "compare.same_run"


def test_what_was_measured_is_kept_beside_the_runs(two):
    project, first, second = two
    assert first.appearance() is None
    found = compared(project, first, second)
    assert first.appearance() == found.first.appearance


# --- trials ---------------------------------------------------------------------------------------


def test_overlapping_accuracies_show_no_difference(two):
    _, first, second = two
    tried(first, 0.69, 0.70, 0.71)
    tried(second, 0.71, 0.72, 0.73)
    found = stored(first, second)
    assert not found.trial.beyond_spread
    said = conclusion(found)
    assert "Run B is 2.0 points higher" in said
    assert "no difference is shown" in said
    accuracy = rows_of(found, "trial")["Accuracy"]
    assert accuracy.first == "70.0 % ± 1.0 (n = 3)"
    assert accuracy.note == "+2.0 points (within the spread)"
    assert rows_of(found, "trial")["Worst class"].second == "steep 40.0 %"


def test_a_difference_beyond_the_spread_is_told(two):
    _, first, second = two
    tried(first, 0.89, 0.90, 0.91, tests=1000)
    tried(second, 0.49, 0.50, 0.51, tests=1000)
    found = stored(first, second)
    assert found.trial.beyond_spread
    assert "Run A is 40.0 points better" in conclusion(found)
    assert "ばらつきを超える" in conclusion(found, "ja")


def test_few_test_pictures_widen_the_spread(two):
    _, first, second = two
    tried(first, 0.5, tests=10)
    tried(second, 0.7, tests=10)
    found = stored(first, second)
    assert not found.trial.beyond_spread
    assert "only once" in conclusion(found)


@pytest.mark.parametrize(
    ("changes", "why", "words"),
    [
        ({"recipe": TrialRecipe(model="resnet18")}, "model", "different models"),
        ({"protocol": PROTOCOLS["paper"]}, "rule", "different rules"),
        ({"test_counts": [7]}, "tests", "different pictures"),
    ],
)
def test_trials_of_another_kind_are_not_compared(two, changes, why, words):
    _, first, second = two
    tried(first, 0.5)
    tried(second, 0.9, **changes)
    found = stored(first, second)
    assert found.trial == why
    assert words in conclusion(found)
    accuracy = rows_of(found, "trial")["Accuracy"]
    assert accuracy.second == "90.0 % (n = 1)"
    assert words in accuracy.note


def test_an_older_trial_of_the_same_kind_is_found(two):
    _, first, second = two
    tried(first, 0.5)
    tried(second, 0.6)
    tried(second, 0.9, recipe=TrialRecipe(model="resnet18"))
    found = stored(first, second)
    assert isinstance(found.trial, TrialComparison)
    assert found.trial.points == pytest.approx(10)


def test_one_trial_alone_and_damaged_ones(two):
    _, first, second = two
    tried(second, 0.5)
    (second.folder / "trials" / "0002.json").write_text('{"sets": []}', encoding="utf-8")
    found = stored(first, second)
    assert found.trial == "second"
    assert "Only run B was tried in training (50.0 %)" in conclusion(found)


# --- what cannot be compared ----------------------------------------------------------------------


def test_other_pictures_are_told_and_the_rest_is_compared(two):
    project, first, second = two
    condensed = second.condensed()
    replace(condensed, provenance={"source_fingerprint": "other"}).save(second.condensed_path)
    found = compared(project, first, second)
    assert found.aspects == []
    assert found.first.gaps
    assert "run B was condensed from other pictures" in conclusion(found).replace("Run", "run")
    assert rows_of(found, "numbers")["Images stored"].second == "3 (1 a class)"
    assert comparison_values(found)["b"]["not_measured"] == "inspect.other_pictures"


def test_other_classes_and_sizes_are_told(two):
    _, first, second = two
    condensed = second.condensed()
    CondensedSet(
        **{
            **vars(condensed),
            "class_names": ["flat", "round", "upright"],
            "images": condensed.images.repeat(2, axis=1).repeat(2, axis=2),
        }
    ).save(second.condensed_path)
    found = stored(first, second)
    assert not found.same_classes
    assert "3 classes at 16×16 px, run B 3 at 32×32 px" in conclusion(found)
    assert rows_of(found, "numbers")["Picture size"].second == "32×32 px"


def test_a_recipe_of_a_version_to_come_is_told(two):
    _, first, second = two
    second._update(recipe='{"to_come": 1}')
    found = stored(first, second)
    assert found.recipe is None
    assert rows_of(found, "recipe")["All settings"].second == "cannot be read"
    assert comparison_values(found)["recipe"] is None


def test_runs_that_aim_at_other_appearances_are_told(two):
    _, first, second = two
    found = stored(first, second)
    assert found.same_aim
    varied = replace(found.second, recipe=CondenseRecipe(appearance="varied"))
    assert not compare_sides(found.first, varied).same_aim


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_and_choice_of_a_recipe_has_words(language):
    for name, field in CondenseRecipe.model_fields.items():
        if name == "version":
            continue
        assert field_name(name, language)
        for choice in get_args(field.annotation):
            if isinstance(choice, str | int):
                assert f"recipe.{name}_{choice}" in CATALOGUE
                assert field_value(name, choice, language)


def test_values_are_told_with_units():
    plain = CondenseRecipe()
    other = CondenseRecipe(
        steps=2000, minutes=2.5, keep_whole=0, trim=0.05, memory=4, seed=12345, variation=3,
        moments_share=0.25, by_class={"flat": 3}, reference="0123456789abcdef",
    )  # fmt: skip
    said = {
        one.field: tuple(
            field_value(one.field, value, "en", {"0123456789abcdef": "scans"})
            for value in (one.first, one.second)
        )
        for one in recipe_differences(plain, other)
    }
    assert said == {
        "steps": ("as the quality says", "2,000"),
        "minutes": ("none", "2.5 min"),
        "seed": ("0", "12345"),
        "by_class": ("none", "flat: 3"),
        "keep_whole": ("automatic", "never"),
        "memory": ("half of what is free", "4 GiB"),
        "trim": ("not looked for", "up to 5 %"),
        "reference": ("none", "scans"),
        "variation": ("2 times as wide", "3 times as wide"),
        "moments_share": ("50 %", "25 %"),
    }


def test_programs_get_plain_values(two):
    project, first, second = two
    tried(first, 0.5)
    tried(second, 0.5)
    second.judge(0, "rejected")
    found = compared(project, first, second)
    values = json.loads(json.dumps(comparison_values(found, "ja"), allow_nan=False))
    assert (values["a"]["run"], values["b"]["run"]) == (first.id, second.id)
    assert values["recipe"] == [{"field": "ipc", "a": 2, "b": 1}]
    assert [one["aspect"] for one in values["gaps"]] == list(ASPECTS)
    assert values["gaps"][0]["closer"] == "a"
    assert values["b"]["verdicts"] == {"accepted": 0, "rejected": 1, "hold": 0, "open": 2}
    assert values["trial"]["points"] == 0
    assert "正解率は同じです" in values["conclusion"]


gaps = st.floats(0, 5)


@given(st.sampled_from(ASPECTS), gaps, gaps)
def test_which_is_closer_is_the_same_from_both_sides(aspect, one, other):
    mirror = {"first": "second", "second": "first", "same": "same"}
    assert which_is_closer(aspect, one, other) == mirror[which_is_closer(aspect, other, one)]
    assert which_is_closer(aspect, one, one) == "same"


def test_a_diversity_is_closer_the_nearer_it_is_to_that_of_the_real_ones():
    assert which_is_closer("diversity", 0.5, 1.2) == "second"
    assert which_is_closer("content", 0.5, 1.2) == "first"
    assert which_is_closer("content", 0.010, 0.025) == "same"
