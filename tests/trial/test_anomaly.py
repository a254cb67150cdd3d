"""A detector's memory of normal pictures: what is compared, measured and kept."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from engine.data import CondensedSet, ImageSetWriter
from engine.data.recipe import CondenseRecipe
from engine.networks import make_model
from engine.project import Project, Run
from engine.runtime import Progress, StopMode, Stopped, StopSource, UserError
from engine.trial import TrialRecipe, keep_costs, project_costs, run_trial
from engine.trial.anomaly import run_anomaly
from engine.trial.anomaly_recipe import AnomalyRecipe
from engine.trial.anomaly_report import AnomalyReport, anomaly_reports
from engine.trial.anomaly_words import findings
from tests.conftest import striped

QUICK = AnomalyRecipe(features="taught", lessons=3, width=8, draws=2, device="cpu")


@pytest.fixture
def normal_only(tmp_path: Path) -> tuple[Project, Run]:
    """30 normal stripes to learn from and 10 to test, 8 stripes with a block burnt in."""
    project = Project.create(tmp_path / "normal.shizuku")
    random = np.random.default_rng(0)
    images = striped(random, 48, 0, 2, size=32, channels=1)
    images[40:, 10:18, 12:20] = 255
    with ImageSetWriter(project.images_path, height=32, width=32, channels=1) as writer:
        split = [0] * 30 + [1] * 18
        sources = [f"{number}.png" for number in range(48)]
        writer.append(images, [1] * 40 + [0] * 8, split, sources)
        writer.finish(class_names=["burnt", "good"], preparation={"size": 32}, fingerprint="f2")
    run = project.new_run(CondenseRecipe(ipc=6))
    with project.image_set() as image_set:
        rows = image_set.indices("train", 1)[:6]
        CondensedSet(
            images=image_set.read(rows),
            labels=image_set.labels[rows],
            class_names=image_set.class_names,
            mean=image_set.mean,
            std=image_set.std,
            images_per_class=6,
            recipe=run.recipe.model_dump(mode="json"),
            provenance={"source_fingerprint": "f2"},
        ).save(run.condensed_path)
    return project, run


def find(made, recipe=QUICK, emit=lambda event: None, source=None) -> AnomalyReport:
    return run_anomaly(*made, recipe, emit=emit, token=(source or StopSource()).token)


def test_plain_defects_are_found_by_every_set_and_the_report_reads_back(normal_only):
    events = []
    report = find(normal_only, emit=events.append)
    found = {one.name: one for one in report.sets}
    assert {name: one.images for name, one in found.items()} == {
        "full": 20, "condensed": 6, "kcenter": 6, "random": 6,
    }  # fmt: skip
    assert report.held_out == 10
    assert report.held_out_near == 0  # the condensed set's own pictures are not held out
    assert found["random"].bytes == found["condensed"].bytes == 6 * 32 * 32
    assert len(found["random"].aurocs) == 2
    assert found["full"].memory_bytes == found["full"].vectors * report.dimensions * 4
    for one in report.sets:
        assert one.auroc > 0.95
        assert one.auroc_low <= one.auroc <= one.auroc_high
        assert set(one.missed_by_class) == {"burnt"}
        assert len(one.scores) == 18
        assert one.thresholds[0] == pytest.approx(max(one.held_out), abs=1e-5)
    assert anomaly_reports(normal_only[1]) == [report]
    assert {"stage.anomaly_teach", "stage.anomaly_memory", "stage.anomaly_score"} <= {
        one.stage for one in events if isinstance(one, Progress)
    }
    assert all(one.sentence for language in ("en", "ja") for one in findings(report, language))


def test_the_score_map_points_at_the_defect(normal_only):
    report = find(normal_only)
    highest = report.find("full").maps[0]
    assert highest.row >= 40
    y, x = np.unravel_index(highest.scores().argmax(), (highest.side, highest.side))
    scale = 32 / highest.side
    assert 6 <= (y + 0.5) * scale <= 22
    assert 8 <= (x + 0.5) * scale <= 24


def test_squares_of_pixels_need_no_teaching_and_point_at_the_defect(normal_only):
    events = []
    report = find(normal_only, QUICK.model_copy(update={"features": "pixels"}), events.append)
    full = report.find("full")
    assert full.auroc > 0.95
    assert report.taught_accuracy is None
    assert report.dimensions == 64
    assert full.maps[0].side == 16
    y, x = np.unravel_index(full.maps[0].scores().argmax(), (16, 16))
    assert 10 <= 2 * y + 1 < 18
    assert 12 <= 2 * x + 1 < 20
    assert "stage.anomaly_teach" not in {one.stage for one in events}
    assert "8 × 8" in " ".join(one.sentence for one in findings(report, "en"))


def test_the_same_seed_gives_the_same_report(normal_only):
    first, second = (
        [
            {name: value for name, value in one.items() if name != "milliseconds"}
            for one in find(normal_only).as_dict()["sets"]
        ]
        for _ in range(2)
    )
    assert first == second


def test_costs_of_the_project_give_the_cheapest_threshold(normal_only):
    project, _ = normal_only
    assert find(normal_only).losses is None
    costs = project_costs(project).model_copy(
        update={"cost_of_missed_defect": 1000.0, "cost_of_false_alarm": 10.0}
    )
    keep_costs(project, costs)
    report = find(normal_only, QUICK.model_copy(update={"cost_alarm": 20.0}))
    assert (report.losses.missed, report.losses.alarm) == (1000.0, 20.0)
    assert (report.losses.share, report.losses.share_from) == (8 / 18, "test")
    for one in report.sets:
        assert 0 <= one.cost.per_thousand <= one.cost.at_rate + 1e-9
        assert one.cost.per_thousand <= one.cost.elsewhere + 1e-9


def test_weights_of_ones_own_give_the_features(normal_only, tmp_path):
    torch.manual_seed(0)
    path = tmp_path / "own.pt"
    torch.save(make_model("resnet18", channels=1, classes=4, size=32).state_dict(), path)
    recipe = QUICK.model_copy(update={"weights": str(path), "against": ("full",), "most": 300})
    report = find(normal_only, recipe)
    assert report.taught_accuracy is None
    assert len(report.weights_sha256) == 64
    assert report.dimensions == 128 + 256
    assert {one.name for one in report.sets} == {"full", "condensed"}
    with pytest.raises(UserError) as told:
        find(normal_only, QUICK.model_copy(update={"weights": str(tmp_path / "none.pt")}))
    assert told.value.key == "file.missing"


def test_an_ordinary_set_needs_its_normal_class_named(make_project):
    made = make_project(("flat", "steep"), train=24, test=6, ipc=3)
    with pytest.raises(UserError) as told:
        find(made)
    assert told.value.key == "anomaly.which_class"
    with pytest.raises(UserError) as told:
        find(made, QUICK.model_copy(update={"normal": "plain"}))
    assert told.value.key == "anomaly.no_class"
    report = find(made, QUICK.model_copy(update={"normal": "flat", "features": "random"}))
    assert report.normal == "flat"
    assert report.taught_accuracy is None


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"names": ("only",), "train": 20}, "anomaly.no_defects"),
        ({"names": ("only", "other"), "train": (20, 0), "test": 0}, "trial.no_test"),
        ({"names": ("only", "other"), "train": (6, 0), "ipc": 2}, "anomaly.few_normal"),
    ],
)
def test_what_a_detector_lacks_is_told(make_project, changes, key):
    made = make_project(**changes)
    with pytest.raises(UserError) as told:
        find(made)
    assert told.value.key == key
    assert anomaly_reports(made[1]) == []


def test_trial_training_sends_normal_pictures_to_the_detector(normal_only):
    with pytest.raises(UserError) as told:
        run_trial(*normal_only, TrialRecipe(), emit=lambda event: None, token=StopSource().token)
    assert told.value.key == "anomaly.one_class"


@pytest.mark.parametrize("stage", ["stage.anomaly_teach", "stage.anomaly_memory"])
def test_a_stop_leaves_no_report(normal_only, stage):
    source = StopSource()

    def emit(event):
        if isinstance(event, Progress) and event.stage == stage:
            source.stop(StopMode.KEEP)

    with pytest.raises(Stopped):
        find(normal_only, emit=emit, source=source)
    assert anomaly_reports(normal_only[1]) == []


def test_a_damaged_report_is_left_out(normal_only):
    find(normal_only, QUICK.model_copy(update={"features": "random", "against": ()}))
    _, run = normal_only
    (run.folder / "anomaly" / "0002.json").write_text("{", encoding="utf-8")
    (run.folder / "anomaly" / "0003.json").write_text('{"version": 1}', encoding="utf-8")
    assert len(anomaly_reports(run)) == 1
    find(normal_only, QUICK.model_copy(update={"features": "random", "against": ()}))
    assert (run.folder / "anomaly" / "0004.json").is_file()
