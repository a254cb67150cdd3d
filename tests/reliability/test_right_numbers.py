"""A number is the same wherever it is read, and the same as others calculate it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn import metrics as sk
from torchmetrics.classification import (
    BinaryAUROC,
    BinaryAveragePrecision,
    MulticlassCalibrationError,
    MulticlassConfusionMatrix,
    MulticlassF1Score,
    MulticlassRecall,
)

from engine.data import CondensedSet
from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.project.export import export_run
from engine.runtime import StopSource
from engine.trial.anomaly_measures import area, precision_recall
from engine.trial.protocol import PROTOCOLS
from engine.trial.scoring import Answers, Scores
from engine.trial.train import evaluate, new_model, train_model
from importers import ImportOptions, import_folder

TOKEN = StopSource().token


def condensed(seed: int, *, ipc: int, channels: int, size: int) -> CondensedSet:
    random = np.random.default_rng(seed)
    names = ["良品", "b, c", 'd"e']
    count = ipc * len(names)
    pixels = random.integers(0, 256, (count, size, size, channels), dtype=np.uint8)
    shown = pixels.reshape(-1, channels) / 255
    return CondensedSet(
        images=pixels,
        labels=np.repeat(np.arange(len(names)), ipc),
        class_names=names,
        mean=shown.mean(axis=0).astype(np.float32),
        std=shown.std(axis=0).astype(np.float32),
        images_per_class=ipc,
        recipe=CondenseRecipe(ipc=ipc).model_dump(mode="json"),
        provenance={"app": "Shizuku", "seconds": 1.0, "source_fingerprint": "f", "seed": seed},
    )


def as_shown(found: CondensedSet) -> dict[tuple[str, bytes], int]:
    """What a person sees: how often each picture stands in each class."""
    shown: dict[tuple[str, bytes], int] = {}
    for image, label in zip(found.images, found.labels.tolist(), strict=True):
        key = found.class_names[label], image.tobytes()
        shown[key] = shown.get(key, 0) + 1
    return shown


@settings(max_examples=4)
@given(
    seed=st.integers(0, 999),
    ipc=st.integers(1, 3),
    channels=st.sampled_from((1, 3)),
    size=st.integers(16, 24),
)
def test_what_is_exported_is_what_was_shown(
    tmp_path_factory: pytest.TempPathFactory, seed: int, ipc: int, channels: int, size: int
):
    folder = tmp_path_factory.mktemp("numbers")
    project = Project.create(folder / "p.shizuku")
    run = project.new_run(CondenseRecipe(ipc=ipc))
    shown = condensed(seed, ipc=ipc, channels=channels, size=size)
    shown.save(run.condensed_path)
    back = CondensedSet.load(export_run(project, run, folder / "set.h5"))
    assert back.class_names == shown.class_names
    assert (back.images == shown.images).all()
    assert (back.labels == shown.labels).all()
    assert (back.mean == shown.mean).all()
    assert (back.std == shown.std).all()
    assert back.recipe == shown.recipe
    assert as_shown(_imported(export_run(project, run, folder / "pictures"), size)) == as_shown(
        _with_folder_names(shown, folder / "pictures")
    )


def _imported(folder: Path, size: int) -> CondensedSet:
    """A folder of pictures as Shizuku imports it, in the form of a condensed set."""
    again = Project.create(folder.parent / "again.shizuku")
    options = ImportOptions(size=size, test_fraction=0.0, layout="auto")
    import_folder(folder, again, options, emit=lambda _: None, token=TOKEN)
    with again.image_set() as images:
        rows = images.indices("train")
        return CondensedSet(
            images=images.read(rows),
            labels=images.labels[rows],
            class_names=images.class_names,
            mean=images.mean,
            std=images.std,
            images_per_class=1,
        )


def _with_folder_names(shown: CondensedSet, folder: Path) -> CondensedSet:
    """The set with its classes named as the folders are: not every name can be one."""
    from engine.project.folder_names import class_folders

    names = class_folders(shown.class_names)
    assert all((folder / name).is_dir() for name in names)
    return CondensedSet(
        images=shown.images,
        labels=shown.labels,
        class_names=names,
        mean=shown.mean,
        std=shown.std,
        images_per_class=1,
    )


def test_a_trial_on_an_exported_and_imported_set_gives_the_same_accuracy(tmp_path: Path):
    project = Project.create(tmp_path / "p.shizuku")
    run = project.new_run(CondenseRecipe(ipc=4))
    shown = condensed(5, ipc=4, channels=1, size=16)
    shown.save(run.condensed_path)
    again = _imported(export_run(project, run, tmp_path / "pictures"), 16)
    test = condensed(6, ipc=20, channels=1, size=16)
    # The same order of classes and of pictures in them: folders are read by name.
    order = {name: place for place, name in enumerate(_names_of(shown, tmp_path / "pictures"))}
    places = np.array([order[again.class_names[label]] for label in again.labels])
    rows = np.argsort(places, kind="stable")
    answers = [
        _answers(images, labels, shown, test)
        for images, labels in (
            (shown.images, shown.labels),
            (again.images[rows], places[rows].astype(np.int64)),
        )
    ]
    assert (answers[0] == answers[1]).all()


def _names_of(shown: CondensedSet, folder: Path) -> list[str]:
    return _with_folder_names(shown, folder).class_names


def _answers(images, labels, shown: CondensedSet, test: CondensedSet):
    protocol = PROTOCOLS["trial"].model_copy(update={"same_steps": 6, "width": 8})
    model = new_model("convnet", channels=1, classes=3, size=16, seed=0, width=8)
    given = {"mean": shown.mean, "std": shown.std, "device": torch.device("cpu"), "token": TOKEN}
    train_model(model, images, labels, protocol=protocol, seed=0, **given)
    return evaluate(model, test.images, **given)


@settings(max_examples=12)
@given(seed=st.integers(0, 9999), classes=st.integers(2, 7), count=st.integers(20, 200))
def test_scores_are_those_of_scikit_learn_and_torchmetrics(seed: int, classes: int, count: int):
    random = np.random.default_rng(seed)
    truth = np.concatenate([np.arange(classes), random.integers(0, classes, count)])
    logits = random.normal(0, 2, (len(truth), classes)).astype(np.float32)
    logits[np.arange(len(truth)), truth] += 1
    scores = Scores.of(Answers.of(logits), truth, classes)
    shares, target = torch.from_numpy(logits).softmax(dim=1), torch.from_numpy(truth)
    said = torch.from_numpy(scores.said)
    assert (scores.confusion == sk.confusion_matrix(truth, scores.said)).all()
    theirs = MulticlassConfusionMatrix(classes)(said, target)
    assert (scores.confusion == theirs.numpy()).all()
    recall = scores.confusion.diagonal() / scores.confusion.sum(axis=1)
    assert recall == pytest.approx(sk.recall_score(truth, scores.said, average=None))
    assert recall == pytest.approx(MulticlassRecall(classes, average=None)(said, target).numpy())
    macro = MulticlassF1Score(classes, average="macro")(said, target)
    assert scores.macro_f1 == pytest.approx(float(macro), abs=1e-6)
    error = MulticlassCalibrationError(classes, n_bins=15, norm="l1")(shares, target)
    assert scores.calibration_error == pytest.approx(float(error), abs=1e-5)


@settings(max_examples=12)
@given(seed=st.integers(0, 9999), normal=st.integers(2, 80), defects=st.integers(1, 60))
def test_the_detectors_measures_are_those_of_others(seed: int, normal: int, defects: int):
    random = np.random.default_rng(seed)
    # In eighths: there are ties, and the same ones in single precision.
    low = (8 * random.normal(0, 1, normal)).round() / 8
    high = (8 * random.normal(0.7, 1, defects)).round() / 8
    values = np.concatenate([low, high])
    truth = np.concatenate([np.zeros(normal, int), np.ones(defects, int)])
    given_to = torch.from_numpy(values / 16 + 0.5), torch.from_numpy(truth)
    assert area(low, high) == pytest.approx(sk.roc_auc_score(truth, values))
    assert area(low, high) == pytest.approx(float(BinaryAUROC()(*given_to)), abs=1e-5)
    found = precision_recall(low, high).average
    assert found == pytest.approx(sk.average_precision_score(truth, values))
    assert found == pytest.approx(float(BinaryAveragePrecision()(*given_to)), abs=1e-5)
