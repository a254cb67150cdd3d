"""The blind test draws fairly, keeps its answers and says no more than they show."""

from __future__ import annotations

import dataclasses
from collections import Counter

import numpy as np
import pytest

from engine.inspection.blind import BlindPair, blind_tests_of, draw_pairs, finish_test, keep_test
from engine.project import Project
from engine.runtime import LANGUAGES, UserError


def drawn(made, **options) -> list[BlindPair]:
    project, run = made
    with project.image_set() as image_set:
        return draw_pairs(run.condensed(), image_set, **options)


def answered(told: int, wrong: int):
    pairs = [BlindPair(n, n, 0, "left") for n in range(told + wrong)]
    return finish_test(pairs, ["left"] * told + ["right"] * wrong, inspector="佐藤")


def test_pairs_are_of_one_class_and_the_real_one_is_for_training(make_project):
    project, run = made = make_project(ipc=4)
    condensed = run.condensed()
    with project.image_set() as image_set:
        for pair in drawn(made):
            assert condensed.labels[pair.sample] == image_set.labels[pair.picture] == pair.label
            assert image_set.split[pair.picture] == 0


def test_no_sample_comes_twice_before_all_have_come_once(make_project):
    made = make_project(ipc=2)  # 6 samples
    assert len({one.sample for one in drawn(made, pairs=6)}) == 6
    assert set(Counter(one.sample for one in drawn(made, pairs=15)).values()) == {2, 3}
    pictures = [one.picture for one in drawn(made, pairs=15)]
    assert len(set(pictures)) == 15


def test_a_seed_decides_the_pairs_and_sides_are_mixed(make_project):
    made = make_project(ipc=10)
    assert drawn(made, seed=3) == drawn(made, seed=3) != drawn(made, seed=4)
    sides = Counter(one.synthetic for one in drawn(made, pairs=200))
    assert 60 < sides["left"] < 140


def test_real_pictures_of_the_set_take_no_part(make_project):
    _, run = made = make_project(("flat", "steep"))
    real = np.array([0, 0, 1, 2], np.uint32)
    dataclasses.replace(run.condensed(), real=real).save(run.condensed_path)
    assert {one.sample for one in drawn(made)} == {0, 1}
    dataclasses.replace(run.condensed(), real=real + 1).save(run.condensed_path)
    with pytest.raises(UserError) as caught:
        drawn(made)
    assert caught.value.key == "blind.too_few"


def test_a_test_is_kept_with_its_answers(make_project):
    project, run = made = make_project()
    pairs = drawn(made, pairs=5, seed=8)
    first = finish_test(pairs, ["left", "right", "left"], inspector=" 佐藤\x00", seed=8)
    keep_test(run, first)
    keep_test(run, answered(2, 0))
    found = blind_tests_of(Project.open(project.path).run(run.id))
    assert found[0] == first
    assert (found[0].inspector, found[0].seed, found[0].count) == ("佐藤", 8, 3)
    assert found[0].told == sum(
        pair.synthetic == said for pair, said in zip(pairs, ["left", "right", "left"], strict=False)
    )
    assert len(found) == 2


def test_an_altered_test_is_refused(make_project):
    _, run = make_project()
    with run.catalogue.transaction() as connection:
        connection.execute("INSERT INTO blind_tests (run, content) VALUES (?, '{}')", (run.id,))
    with pytest.raises(UserError) as caught:
        blind_tests_of(run)
    assert caught.value.key == "file.not_ours"


def test_the_interval_is_wilsons():
    # Newcombe 1998, table I: Wilson's score interval without continuity correction.
    for told, count, low, high in [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605)]:
        assert answered(told, count - told).interval == pytest.approx((low, high), abs=5e-5)
    assert answered(0, 20).interval == pytest.approx((0.0, 0.1611), abs=5e-5)


@pytest.mark.parametrize(
    ("told", "wrong", "english"),
    [
        (14, 6, "14 of 20 told rightly (48–85 %): cannot be told from guessing."),
        (19, 1, "recognisable"),
        (2, 18, "less often than by guessing"),
        (0, 0, "No pair was answered."),
    ],
)
def test_the_sentence_says_what_the_interval_allows(told, wrong, english):
    test = answered(told, wrong)
    assert english in test.sentence()
    assert len({test.sentence(language) for language in LANGUAGES}) == 2


def test_without_an_answer_there_is_no_rate():
    assert answered(0, 0).rate is None
    assert answered(3, 1).rate == 0.75
