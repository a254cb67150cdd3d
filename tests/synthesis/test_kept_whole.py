"""Classes kept whole: their real pictures stand in the condensed set as they are."""

from __future__ import annotations

import h5py
import numpy as np
import pytest
from PIL import Image

from engine.data import CondensedSet
from engine.data.recipe import CondenseRecipe
from engine.project.export import export_run
from engine.runtime import Progress, StopMode, StopSource, UserError
from engine.synthesis.packing import decode
from engine.trial import TrialRecipe, run_trial
from engine.trial.sets import set_sizes
from gui.pages.inspect_parts.look import Look
from tests.synthesis.sessions import RECIPE, Heard, start

KEEPING = RECIPE.model_copy(update={"keep_whole": 3})

pytestmark = pytest.mark.usefixtures("tiny_sessions")


@pytest.fixture
def project(make_project):
    """Class "steep" has three training pictures only."""
    return make_project(train=(12, 3, 12))[0]


def pictures_of(project, label):
    with project.image_set() as image_set:
        return image_set.read(image_set.indices("train", label))


def test_the_pictures_of_a_class_kept_whole_stand_as_they_are(project):
    heard = Heard()
    run, result = start(project, KEEPING, heard=heard)
    condensed = run.condensed()
    assert condensed.labels.tolist() == [0, 0, 1, 1, 1, 2, 2]
    assert condensed.kept.tolist() == [False, False, True, True, True, False, False]
    assert np.array_equal(condensed.images[2:5], pictures_of(project, 1))
    assert (result.stored, result.decoded) == (7, 7)
    assert heard.messages()["condense.kept_whole"] == {"names": "steep (3)"}


def test_beside_packed_images_each_is_stored_once_and_repeated(project):
    run, result = start(project, KEEPING.model_copy(update={"packing": 2}))
    condensed = run.condensed()
    kept = pictures_of(project, 1)
    # 3 pictures, 8 samples of the other classes: each stands twice.
    assert (result.stored, result.decoded) == (7, 8 + 6 + 8)
    assert np.array_equal(condensed.packed[2:5], kept)
    assert np.array_equal(condensed.images[8:14], kept.repeat(2, axis=0))
    assert condensed.real[8:14].tolist() == [1, 1, 2, 2, 3, 3]
    assert condensed.kept.nonzero()[0].tolist() == list(range(8, 14))
    assert condensed.stored_by_class.tolist() == [2, 3, 2]
    learnt = np.delete(condensed.packed, [2, 3, 4], axis=0)
    assert np.array_equal(condensed.images[~condensed.kept], decode(learnt, 2))
    with project.image_set() as image_set:
        sizes = set_sizes(condensed, image_set)
    assert (sizes["condensed"], sizes["random"]) == (22, 7)  # of the same bytes


def test_a_rare_class_has_as_many_samples_as_the_others(make_project):
    project, _ = make_project(train=(40, 2, 40))
    run, result = start(project, RECIPE.model_copy(update={"ipc": 10, "packing": 1}))
    condensed = run.condensed()
    assert np.bincount(condensed.labels).tolist() == [10, 10, 10]
    assert (result.stored, result.decoded) == (22, 30)
    shown = Look(condensed, {}, None)
    assert len(shown.samples(1)) == 2
    assert [shown.place_of(sample) for sample in shown.samples(1)] == [1, 2]
    assert len(shown.samples(None)) == 22


def test_a_stopped_run_goes_on_to_the_same_bits(project, monkeypatch):
    whole, _ = start(project, KEEPING)
    source = StopSource()

    def stop_soon(event):
        if isinstance(event, Progress) and event.done >= 5:
            source.stop(StopMode.KEEP)

    monkeypatch.setattr("engine.synthesis.watch._PROGRESS_SECONDS", 0.0)
    run, _ = start(project, KEEPING, heard=Heard(stop_soon), source=source)
    assert (run.status, run.condensed().kept.sum()) == ("stopped", 3)
    start(project, run=run)
    assert np.array_equal(run.condensed().images, whole.condensed().images)


def test_what_is_exported_says_which_samples_are_real(project, tmp_path):
    run, _ = start(project, KEEPING)
    run_file = export_run(project, run, tmp_path / "set.h5")
    assert CondensedSet.load(run_file).kept.tolist() == run.condensed().kept.tolist()
    folder = export_run(project, run, tmp_path / "set")
    names = sorted(one.name for one in folder.rglob("*_real.png"))
    assert names == ["0002_real.png", "0003_real.png", "0004_real.png"]
    pixels = np.asarray(Image.open(next(folder.rglob("0002_real.png"))))
    assert np.array_equal(pixels, pictures_of(project, 1)[0, ..., 0])


def test_a_trial_trains_on_them(project):
    run, _ = start(project, KEEPING)
    recipe = TrialRecipe(against=("random",), seeds=1, least_steps=2, epochs=1, width=8)
    report = run_trial(project, run, recipe, emit=Heard(), token=StopSource().token)
    assert [one.images for one in report.sets] == [7, 7]


def test_images_by_hand_are_made(project):
    recipe = RECIPE.model_copy(update={"by_class": {"flat": 5, "upright": 1}})
    run, _ = start(project, recipe)
    assert np.bincount(run.condensed().labels).tolist() == [5, 2, 1]


def test_images_by_hand_for_an_unknown_class_are_refused(project):
    recipe = RECIPE.model_copy(update={"by_class": {"steap": 5}})
    with pytest.raises(UserError) as told:
        start(project, recipe)
    assert told.value.params == {"name": "steap", "nearest": "steep, flat, upright"}


def test_a_file_without_the_flags_is_all_synthetic_and_one_of_wrong_length_is_refused(project):
    run, _ = start(project, KEEPING)
    path = run.condensed_path
    with h5py.File(path, "r+") as file:
        del file["real"]
    assert not CondensedSet.load(path).kept.any()
    with h5py.File(path, "r+") as file:
        file["real"] = np.ones(6, np.uint32)
    with pytest.raises(UserError) as told:
        CondensedSet.load(path)
    assert told.value.key == "file.not_ours"


@pytest.mark.parametrize("number", [-1, 0, 501])
def test_images_by_hand_have_limits(number):
    with pytest.raises(UserError) as told:
        CondenseRecipe.parse({"by_class": {"flat": number}})
    assert told.value.key == "condense.recipe_invalid"


def test_of_many_classes_some_are_named(make_project):
    names = tuple(f"part {number}" for number in range(12))
    project, _ = make_project(names, train=(20, 20, *[3] * 10))
    heard = Heard()
    start(project, KEEPING, heard=heard)
    told = heard.messages()["condense.kept_whole"]["names"]
    assert told.startswith("part 2 (3), part 3 (3)")
    assert told.endswith("part 9 (3), …")
