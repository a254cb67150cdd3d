"""Sets under strain: what is strained, what it costs, and what is said of it."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from engine.runtime import Progress, StopMode, StopSource, UserError
from engine.trial import TrialRecipe, TrialReport, run_trial
from engine.trial.paired import Fall, fall
from engine.trial.sets import Sets
from engine.trial.strains import flipped, grouped, long_tail, stored_images, tail_shares
from engine.trial.stress_words import stress_findings

QUICK = TrialRecipe(
    seeds=2,
    epochs=2,
    least_steps=12,
    width=8,
    device="cpu",
    against=("random", "kmeans", "full"),
    stress=True,
)


def try_out(made, recipe=QUICK, source=None, emit=lambda event: None, **more):
    return run_trial(*made, recipe, emit=emit, token=(source or StopSource()).token, **more)


def packed_set(condensed, *, packing, kept):
    """A set whose first class is ``kept`` real pictures, each twice, the others packed."""
    learnt = 2 * packing**2
    labels = np.repeat([0, 1, 2], [2 * kept, learnt, learnt])
    real = np.concatenate([np.repeat(np.arange(1, kept + 1), 2), np.zeros(2 * learnt, int)])
    return dataclasses.replace(
        condensed,
        images=np.zeros((len(labels), *condensed.images.shape[1:]), np.uint8),
        labels=labels.astype(np.int64),
        real=real.astype(np.uint32),
        packing=packing,
    )


def test_a_tenth_of_the_images_gets_another_label():
    labels = np.repeat(np.arange(4), 50)
    changed, share = flipped(labels, np.arange(200), seed=3)
    assert share == 0.1
    assert (changed != labels).sum() == 20
    assert set(changed) == {0, 1, 2, 3}
    assert (flipped(labels, np.arange(200), seed=3)[0] == changed).all()
    assert (flipped(labels, np.arange(200), seed=4)[0] != changed).any()
    few, share = flipped(np.array([2, 5]), np.arange(2), seed=0)
    assert share == 0.5
    assert sorted(few) in ([2, 2], [5, 5])
    assert flipped(np.array([1, 1]), np.arange(2), seed=0)[1] == 0


def test_classes_become_rare_in_the_same_order_for_every_set():
    classes = np.array([0, 1, 2])
    assert tail_shares(3) == pytest.approx([1, 10**-0.5, 0.1])
    large, small = np.repeat(classes, 100), np.repeat(classes, 5)
    rows, ratio = long_tail(large, np.arange(300), classes, seed=1)
    assert sorted(np.bincount(large[rows])) == [10, 32, 100]
    assert ratio == 10
    few, ratio = long_tail(small, np.arange(15), classes, seed=1)
    assert sorted(np.bincount(small[few])) == [1, 2, 5]
    assert ratio == 5
    order = np.argsort(np.bincount(large[rows]))
    assert (np.argsort(np.bincount(small[few])) == order).all()
    orders = {
        tuple(np.argsort(np.bincount(large[long_tail(large, np.arange(300), classes, seed=s)[0]])))
        for s in range(8)
    }
    assert len(orders) > 1


def test_samples_of_a_stored_image_are_strained_together(make_project):
    condensed = packed_set(make_project()[1].condensed(), packing=2, kept=3)
    units = stored_images(condensed)
    assert len(np.unique(units)) == condensed.stored == 3 + 2 + 2
    assert [len(np.unique(condensed.labels[units == one])) for one in np.unique(units)] == [1] * 7
    assert np.bincount(np.unique(units, return_inverse=True)[1]).tolist() == [4] * 4 + [2] * 3
    changed, _ = flipped(condensed.labels, units, seed=0)
    wrong = np.unique(units[changed != condensed.labels])
    assert len(wrong) == 1
    assert len(np.unique(changed[units == wrong[0]])) == 1
    rows, _ = long_tail(condensed.labels, units, np.arange(3), seed=0)
    assert all((units[rows] == one).sum() == (units == one).sum() for one in np.unique(units[rows]))
    assert grouped(np.array([1, 0, 1, 0, 1]), 2).tolist() == [1, 0, 1, 0, 2]


def test_packed_real_pictures_take_the_images_they_are_counted_as(make_project):
    project, run = make_project(train=12)
    condensed = packed_set(run.condensed(), packing=2, kept=1)
    with project.image_set() as image_set:
        sets = Sets(condensed, image_set, token=StopSource().token, budget=1 << 30)
        _, labels = sets.of("packed", 0)
        units = sets.stored_images("packed", labels, 0)
    assert len(np.unique(units)) == sets.bytes_of("packed") // (16 * 16)
    assert [len(np.unique(labels[units == one])) for one in np.unique(units)] == [1] * 5


def test_a_fall_is_paired_by_picture_and_seed():
    truth = np.array([0] * 80 + [1] * 20)
    right, rare_lost = truth.copy(), np.zeros(100, np.int64)
    lost = fall([right, right], [rare_lost, rare_lost], truth)
    assert lost.mean == pytest.approx(0.2)
    assert fall([right], [rare_lost], truth, balanced=True).mean == pytest.approx(0.5)
    assert lost.clear
    none = fall([right, right], [right, right], truth)
    assert none.mean == 0
    assert 0 < none.margin < lost.margin
    assert fall([right[:4]], [right[:4]], truth[:4]).margin > none.margin
    varied = fall([right, right], [right, rare_lost], truth)
    assert varied.margin > np.std([0, 0.2], ddof=1)
    assert none.apart(lost)
    assert not varied.apart(lost)


def test_every_set_is_trained_under_both_strains(make_project):
    made = make_project()
    events = []
    report = try_out(made, emit=events.append)
    (stored,) = made[1].trials()
    assert TrialReport.from_dict(stored) == report
    found = {(one.strain, one.name): one for one in report.stress.results}
    assert set(found) == {
        (strain, name)
        for strain in ("flipped", "imbalanced")
        for name in ("condensed", "random", "kmeans", "full")
    }
    assert found["flipped", "full"].wrong == pytest.approx(4 / 36)
    assert found["flipped", "condensed"].wrong == found["flipped", "random"].wrong == 1 / 6
    assert found["imbalanced", "full"].ratio == 12
    assert found["imbalanced", "full"].images == 12 + 4 + 1
    assert found["imbalanced", "condensed"].images == found["imbalanced", "kmeans"].images == 4
    for (_, name), one in found.items():
        normal = report.find(name)
        assert len(one.accuracies) == 2
        assert one.accuracy_fall.mean == pytest.approx(normal.accuracy_mean - one.accuracy_mean)
        assert one.balanced_fall.mean == pytest.approx(normal.balanced_mean - one.balanced_mean)
        assert set(one.recall) == set(report.class_names)
    progress = [one for one in events if isinstance(one, Progress) and one.stage == "stage.trial"]
    assert progress[-1].done == progress[-1].total
    assert {one.values.get("strain") for one in progress} == {None, 0.0, 1.0}
    plain = TrialRecipe(**{**QUICK.model_dump(), "against": ("full",), "seeds": 1})
    in_memory, streamed = try_out(made, plain), try_out(made, plain, budget=1)
    for one, other in zip(in_memory.stress.results, streamed.stress.results, strict=True):
        assert one.model_dump(exclude={"seconds"}) == other.model_dump(exclude={"seconds"})


def test_a_stop_keeps_the_trial_and_what_was_strained(make_project):
    source = StopSource()

    def emit(event):
        values = event.values if isinstance(event, Progress) else {}
        if (values.get("strain"), values.get("set")) == (0.0, 1.0):
            source.stop(StopMode.KEEP)

    recipe = QUICK.model_copy(update={"against": ("random",), "seeds": 1})
    report = try_out(make_project(), recipe, source, emit)
    assert report.stopped
    assert [one.name for one in report.sets] == ["condensed", "random"]
    assert [(one.strain, one.name) for one in report.stress.results] == [("flipped", "condensed")]
    assert "took no part" in stress_findings(report)[0].sentence


def told(report, condensed, random, seeds=2):
    """The sentence on wrong labels, for falls made up."""
    results = []
    for one in report.stress.results:
        if one.strain == "flipped" and one.name in ("condensed", "random"):
            mine = condensed if one.name == "condensed" else random
            given = {"accuracy_fall": mine, "accuracies": [0.5] * seeds}
            results.append(one.model_copy(update=given))
    stress = report.stress.model_copy(update={"results": results})
    first, *_ = stress_findings(report.model_copy(update={"stress": stress}))
    return first


def test_who_suffers_more_is_said_only_where_intervals_are_apart(make_project):
    report = try_out(make_project(), QUICK.model_copy(update={"against": ("random",)}))
    large, small = Fall(mean=0.2, margin=0.02), Fall(mean=0.05, margin=0.02)
    vague = Fall(mean=0.2, margin=0.14)
    assert told(report, large, small).good is False
    assert "suffers more" in told(report, large, small).sentence
    assert told(report, small, large).good is True
    assert "no difference can be told" in told(report, vague, small).sentence
    assert "single training" in told(report, large, small, seeds=1).sentence
    assert "20.0 ± 2.0" in told(report, large, small).sentence


def test_stored_reports_of_others_are_refused_or_read(make_project):
    recipe = QUICK.model_copy(update={"seeds": 1, "against": ()})
    report = try_out(make_project(), recipe).as_dict()
    old = {name: value for name, value in report.items() if name != "stress"}
    old["recipe"] = {name: value for name, value in old["recipe"].items() if name != "stress"}
    assert TrialReport.from_dict(old).stress is None
    for damage in (
        {"results": []},
        {"results": [{**report["stress"]["results"][0], "accuracies": [7.0]}]},
        {"results": [{**report["stress"]["results"][0], "strain": "melted"}]},
        {"results": [{**report["stress"]["results"][0], "seconds": float("nan")}]},
    ):
        with pytest.raises(UserError, match="cannot be read"):
            TrialReport.from_dict({**report, "stress": damage})
