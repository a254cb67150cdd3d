"""A whole trial on small striped pictures: what is compared, what is kept, what repeats."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest

from engine.data import CondensedSet
from engine.runtime import Message, Progress, StopMode, Stopped, StopSource, UserError
from engine.trial import TrialRecipe, TrialReport, run_trial

QUICK = TrialRecipe(seeds=2, epochs=2, least_steps=12, width=16, device="cpu")


def listen(events, source=None, stop_when=lambda event: None):
    """Collects events; stops ``source`` with the mode that ``stop_when`` returns."""

    def emit(event):
        events.append(event)
        mode = stop_when(event)
        if mode is not None:
            source.stop(mode)

    return emit


def try_out(made, recipe=QUICK, emit=lambda event: None, source=None):
    return run_trial(*made, recipe, emit=emit, token=(source or StopSource()).token)


@pytest.fixture
def report(make_project):
    return try_out(make_project())


def test_every_set_is_there_with_the_pictures_it_should_have(report):
    found = {one.name: (one.images, one.bytes) for one in report.sets}
    small = (3 * 2, 3 * 2 * 16 * 16)
    assert found == {
        "condensed": small,
        "random": small,
        "kmeans": small,
        "herding": small,
        "kcenter": small,
        "full": (3 * 12, 3 * 12 * 16 * 16),
    }


def test_the_figures_agree_with_the_confusion_matrix(report):
    for one in report.sets:
        confusion = np.array(one.confusion)
        assert confusion.sum(axis=1).tolist() == [10, 10, 10]  # 5 test pictures, 2 seeds
        assert one.accuracy_mean == pytest.approx(np.trace(confusion) / confusion.sum())
        assert one.accuracy_mean == pytest.approx(np.mean(one.accuracies))
        assert one.accuracy_std == pytest.approx(np.std(one.accuracies, ddof=1))
        assert list(one.recall.values()) == pytest.approx(np.diag(confusion) / 10)
        assert [curve.seed for curve in one.curves] == [0, 1]
        assert one.curves[0].step[-1] == one.steps
        assert one.curves[0].accuracy[-1] == pytest.approx(one.accuracies[0], abs=1e-4)
        assert one.seconds > 0


def test_full_data_of_an_easy_task_are_learnt(make_project):
    recipe = QUICK.model_copy(update={"seeds": 1, "least_steps": 60, "against": ("full",)})
    full = try_out(make_project(), recipe).find("full")
    assert full.accuracy_mean > 0.8


def test_the_same_seed_gives_the_same_result(make_project, report):
    again = try_out(make_project())
    for before, after in zip(report.sets, again.sets, strict=True):
        timed = {"seconds", "seconds_to_95", "energy_wh"}
        assert after.model_dump(exclude=timed) == before.model_dump(exclude=timed)


def test_the_report_is_stored_and_reads_back(make_project):
    project, run = make_project()
    recipe = QUICK.model_copy(update={"against": ()})
    report = try_out((project, run), recipe)
    (stored,) = run.trials()
    assert TrialReport.from_dict(stored) == report
    assert [one["name"] for one in stored["sets"]] == ["condensed"]
    assert report.condense_seconds == 90.0


def test_what_is_trained_on_is_what_the_exported_file_holds(make_project):
    project, run = make_project()
    before = try_out((project, run), QUICK)
    mine = CondensedSet.load(run.condensed_path)
    mine.images[:] = 255 - mine.images[::-1]
    mine.save(run.condensed_path)
    after = try_out((project, run), QUICK)
    assert after.find("condensed").curves != before.find("condensed").curves
    assert after.find("random").curves == before.find("random").curves


def test_progress_counts_up_to_the_whole_and_carries_live_figures(make_project):
    events = []
    try_out(make_project(), emit=listen(events))
    progress = [one for one in events if isinstance(one, Progress) and one.stage == "stage.trial"]
    assert all(a.done <= b.done <= b.total for a, b in itertools.pairwise(progress))
    assert progress[-1].done == progress[-1].total
    assert {int(one.values["set"]) for one in progress} == {0, 1, 2, 3, 4, 5}
    assert {"seed", "step", "loss", "accuracy"} <= set(progress[-1].values)


def test_stop_and_keep_reports_the_finished_trainings(make_project):
    project, run = make_project()
    source = StopSource()

    def in_kmeans(event):
        reached = isinstance(event, Progress) and event.values.get("set") == 2
        return StopMode.KEEP if reached else None

    report = try_out((project, run), emit=listen([], source, in_kmeans), source=source)
    assert [one.name for one in report.sets] == ["condensed", "random"]
    assert report.stopped
    assert all(len(one.accuracies) == 1 for one in report.sets)
    assert len(run.trials()) == 1


@pytest.mark.parametrize(
    ("mode", "when"), [(StopMode.DISCARD, 2), (StopMode.KEEP, 0)], ids=["discard", "too early"]
)
def test_nothing_is_kept_of_a_discarded_or_unfinished_trial(make_project, mode, when):
    project, run = make_project()
    source = StopSource()

    def reached(event):
        return mode if isinstance(event, Progress) and event.values.get("set") == when else None

    with pytest.raises(Stopped) as stopped:
        try_out((project, run), emit=listen([], source, reached), source=source)
    assert stopped.value.mode is mode
    assert run.trials() == []


def test_a_project_without_test_pictures_is_told_so(make_project):
    with pytest.raises(UserError, match="no held-out test pictures"):
        try_out(make_project(test=0))


def test_pictures_imported_anew_do_not_fit_an_old_run(make_project):
    project, run = make_project()
    mine = CondensedSet.load(run.condensed_path)
    mine.provenance["source_fingerprint"] = "other"
    mine.save(run.condensed_path)
    with pytest.raises(UserError, match="changed since this run"):
        try_out((project, run))


def test_a_run_without_result_is_told_so(make_project):
    project, run = make_project()
    run.condensed_path.unlink()
    with pytest.raises(UserError, match="no condensed set yet"):
        try_out((project, run))


def test_colour_pictures_and_resnet_train_too(make_project):
    events = []
    recipe = QUICK.model_copy(
        update={"model": "resnet18", "seeds": 1, "least_steps": 1, "epochs": 1, "against": ()}
    )
    report = try_out(make_project(channels=3), recipe, listen(events))
    assert report.find("condensed").tested == 15
    assert not [one for one in events if isinstance(one, Message)]


def test_packed_images_are_compared_with_as_many_real_ones_as_are_stored(make_project):
    project, run = make_project(ipc=4)
    mine = CondensedSet.load(run.condensed_path)
    packed = dataclasses.replace(mine, packed=mine.images[::4], packing=2)
    packed.save(run.condensed_path)
    recipe = QUICK.model_copy(update={"seeds": 1, "against": ("random",)})
    condensed, random = try_out((project, run), recipe).sets
    assert (condensed.images, condensed.bytes) == (12, 3 * 16 * 16)
    assert (random.images, random.bytes) == (3, 3 * 16 * 16)


def test_random_pictures_are_packed_into_the_same_bytes(make_project):
    project, run = make_project(ipc=4)
    mine = CondensedSet.load(run.condensed_path)
    dataclasses.replace(mine, packed=mine.images[::4], packing=2).save(run.condensed_path)
    recipe = QUICK.model_copy(update={"seeds": 1, "against": ("packed", "random")})
    report = try_out((project, run), recipe)
    packed = report.find("packed")
    assert (packed.images, packed.bytes) == (12, 3 * 16 * 16)
    assert packed.images == report.find("condensed").images


def test_without_packing_there_is_nothing_to_pack(make_project):
    recipe = QUICK.model_copy(update={"seeds": 1, "against": ("packed",)})
    assert [one.name for one in try_out(make_project(), recipe).sets] == ["condensed"]


def test_further_models_are_trained_on_the_same_sets(make_project):
    events = []
    recipe = TrialRecipe(
        **{
            **QUICK.model_dump(),
            "seeds": 1,
            "against": ("random",),
            "also": ("mobilenet", "convnet", "mobilenet"),
        }
    )
    assert recipe.also == ("mobilenet",), "the model itself is no further one"
    report = try_out(make_project(), recipe, listen(events))
    (further,) = report.further
    assert further.model == "mobilenet"
    assert [one.name for one in further.sets] == [one.name for one in report.sets]
    assert {one.images for one in further.sets} == {6}
    assert sum(map(sum, further.find("condensed").confusion)) == 15
    progress = [one for one in events if isinstance(one, Progress) and "model" in one.values]
    assert [one.values["model"] for one in progress] == sorted(
        one.values["model"] for one in progress
    )
    assert progress[-1].values["model"] == 1
    assert progress[-1].done == progress[-1].total
    assert TrialReport.from_dict(report.as_dict()) == report


def test_a_stop_among_further_models_keeps_the_first(make_project):
    source = StopSource()
    recipe = QUICK.model_copy(update={"seeds": 1, "against": (), "also": ("mobilenet",)})

    def in_mobilenet(event):
        reached = isinstance(event, Progress) and event.values.get("model") == 1
        return StopMode.KEEP if reached else None

    report = try_out(make_project(), recipe, listen([], source, in_mobilenet), source)
    assert report.stopped
    assert report.further == []
    assert report.find("condensed").tested == 15


def test_pictures_that_do_not_fit_the_memory_train_the_same(make_project):
    project, run = make_project()
    recipe = QUICK.model_copy(update={"seeds": 1, "against": ("full",)})
    token = StopSource().token
    nothing = {"emit": lambda event: None, "token": token}
    in_memory = run_trial(project, run, recipe, **nothing)
    streamed = run_trial(project, run, recipe, budget=0, **nothing)
    for one, other in zip(in_memory.sets, streamed.sets, strict=True):
        assert one.curves == other.curves
        assert one.confusion == other.confusion


def test_an_old_report_still_opens(make_project):
    (project, run), recipe = make_project(), QUICK.model_copy(update={"seeds": 1})
    values = try_out((project, run), recipe).as_dict()
    for name in ("further", "train_counts", "fingerprint", "watts", "weights_sha256"):
        del values[name]
    for name in ("gain_over_random", "recovered_share"):
        del values[name]
    for name in ("also", "weights", "stop", "watts"):
        del values["recipe"][name]
    for name in ("stop", "same_steps", "fine_tuned"):
        del values["protocol"][name]
    new = ("macro_f1", "calibration_errors", "reliability", "mistakes", "seconds_to_95")
    for one in values["sets"]:
        for name in (*new, "energy_wh"):
            del one[name]
    old = TrialReport.from_dict(values)
    assert old.find("condensed").macro_f1_mean is None
    assert old.find("condensed").calibration_error is None
