"""Mending a run: rejected samples are condensed again, replaced or left out; all others stay."""

from __future__ import annotations

import numpy as np
import pytest

from engine.data import CondensedSet, ImageSet
from engine.data.recipe import CondenseRecipe
from engine.project import Project, Run
from engine.project.export import export_run
from engine.runtime import StopMode, StopSource, UserError
from engine.synthesis import condense as loop
from engine.synthesis import new_mending
from engine.synthesis import watch as watch_module
from engine.synthesis.packing import decode
from tests.synthesis.sessions import RECIPE, Heard, start

WAYS = ("again", "nearest", "leave-out")

pytestmark = pytest.mark.usefixtures("tiny_sessions")


@pytest.fixture
def project(make_project) -> Project:
    return make_project(train=20)[0]


def condensed_run(project: Project, **changes: object) -> Run:
    return start(project, RECIPE.model_copy(update={"ipc": 3, **changes}))[0]


def reject(run: Run, *samples: int) -> None:
    run.judgements().judge_all(samples, "rejected", inspector="Sato", reasons=["blurred"])


def mended(project: Project, run: Run, way: str, **asked: object) -> Run:
    made = new_mending(project, run, way, **asked)
    assert start(project, run=made)[0].status == "done"
    return made


@pytest.mark.parametrize("packing", [1, 2])
@pytest.mark.parametrize("way", ["again", "nearest"])
def test_all_other_samples_stay_bit_by_bit(make_project, way, packing):
    project, _ = make_project(train=30)
    run = condensed_run(project, packing=packing)
    before = run.condensed()
    rejected = [1, 3, len(before.images) - 1]
    reject(run, *rejected)
    after = mended(project, run, way).condensed()
    same = np.ones(len(before.images), bool)
    same[rejected] = False
    assert np.array_equal(after.labels, before.labels)
    assert np.array_equal(after.images[same], before.images[same])
    assert all((after.images[one] != before.images[one]).any() for one in rejected)
    if packing > 1:
        assert np.array_equal(after.images, decode(after.packed, packing))
    assert np.array_equal(run.condensed().images, before.images)


def test_what_is_learnt_again_has_moved_from_where_it_began(project):
    run = condensed_run(project)
    reject(run, 4)
    one, more = (mended(project, run, "again", steps=steps) for steps in (1, 40))
    assert (one.result.steps, more.result.steps) == (1, 40)
    moved = np.abs(one.condensed().images[4].astype(int) - more.condensed().images[4])
    assert moved.mean() > 0.5


def test_it_begins_with_a_picture_that_is_like_no_sample_there(project):
    run = condensed_run(project)
    reject(run, 4)
    made = mended(project, run, "again", steps=1)
    new = made.condensed().images[4].astype(int)
    old = run.condensed().images
    assert all(np.abs(new - old[one]).mean() > 5 for one in (3, 4, 5))


def test_noise_to_begin_with(project):
    run = condensed_run(project, start="noise", packing=2)
    reject(run, 0, 5)
    after = mended(project, run, "again").condensed()
    assert np.array_equal(after.images[1:5], run.condensed().images[1:5])


def test_the_objective_sees_the_samples_that_stay(project, monkeypatch):
    run = condensed_run(project)
    reject(run, 4)
    seen = []
    look = loop.look

    def looking(pair, images, shares, **named):
        seen.append((images.clone(), shares.clone(), list(named["plan"].slots.groups())))
        return look(pair, images, shares, **named)

    monkeypatch.setattr(loop, "look", looking)
    mended(project, run, "again", steps=3)
    (first, shares, _), (second, _, groups) = seen[0], seen[1]
    assert shares[1].tolist() == pytest.approx([1 / 3] * 3)
    moved = [row for row in range(9) if not first[row].equal(second[row])]
    assert moved == [4]
    assert all(group.start <= 1 < group.stop for group in groups)


def test_steps_and_seed_unless_asked_otherwise(project):
    run = condensed_run(project)
    reject(run, 4)
    recipe = new_mending(project, run, "again").recipe
    assert (recipe.steps, recipe.seed) == (12, 1)  # so few steps are not halved
    other = new_mending(project, run, "again", steps=7, seed=0).recipe
    assert (other.steps, other.seed) == (7, 0)
    assert other.model_copy(update={"mend": None, "steps": 12}) == run.recipe


def test_a_stopped_mending_goes_on_to_the_same_bits(project, stop_at):
    run = condensed_run(project, packing=2)
    reject(run, 4, 20)
    whole = mended(project, run, "again")
    source = StopSource()
    stop_at(5, StopMode.KEEP, source)
    made = new_mending(project, run, "again")
    start(project, run=made, source=source)
    assert (made.status, made.resumable, made.step) == ("stopped", True, 5)
    start(project, run=made)
    assert made.status == "done"
    assert np.array_equal(made.condensed().packed, whole.condensed().packed)
    assert not made.origin_path.exists()


def test_a_killed_mending_goes_on_though_its_origin_has_changed(project, monkeypatch):
    class Killed(BaseException):
        pass

    run = condensed_run(project)
    reject(run, 4)
    before = run.condensed().images
    monkeypatch.setattr(watch_module, "CHECKPOINT_SECONDS", 0.0)
    look, looks = loop.look, []

    def looking(*arguments, **named):
        looks.append(1)
        if len(looks) == 8:
            raise Killed
        return look(*arguments, **named)

    made = new_mending(project, run, "again")
    with monkeypatch.context() as patch:
        patch.setattr(loop, "look", looking)
        with pytest.raises(Killed):
            start(project, run=made)
    assert (made.resumable, made.step) == (True, 7)
    run.condensed_path.unlink()
    start(project, run=made)
    assert np.array_equal(made.condensed().images[:4], before[:4])


@pytest.mark.parametrize("way", WAYS)
def test_a_discarded_mending_leaves_nothing(project, way):
    run = condensed_run(project)
    reject(run, 4)
    source = StopSource()
    source.stop(StopMode.DISCARD)
    made = new_mending(project, run, way)
    assert start(project, run=made, source=source)[1] is None
    assert not made.folder.exists()
    assert project.runs()[0].id == run.id


# Nearest real pictures


def training_pictures(project: Project, label: int) -> tuple[np.ndarray, list[str]]:
    with ImageSet(project.images_path) as image_set:
        rows = image_set.indices("train", label)
        return image_set.read(rows), [image_set.sources[row] for row in rows]


def test_real_pictures_stand_as_they_are_each_once_and_are_named(project, tmp_path):
    run = condensed_run(project)
    reject(run, 3, 4)
    made = mended(project, run, "nearest")
    condensed = made.condensed()
    pictures, sources = training_pictures(project, 1)
    assert sorted(condensed.replaced) == [3, 4]
    assert len(set(condensed.replaced.values())) == 2
    for number, source in condensed.replaced.items():
        assert np.array_equal(condensed.images[number], pictures[sources.index(source)])
    assert made.result.steps == 0
    folder = export_run(project, made, tmp_path / "set")
    names = sorted(one.name for one in folder.rglob("*_real.png"))
    assert names == ["0003_real.png", "0004_real.png"]
    # Rejected in turn, the next nearest comes.
    reject(made, 3)
    next_one = mended(project, made, "nearest").condensed()
    assert next_one.replaced[4] == condensed.replaced[4]
    assert next_one.replaced[3] not in condensed.replaced.values()
    # And condensed again, it is real no more.
    assert list(mended(project, made, "again").condensed().replaced) == [4]


def test_a_class_without_pictures_enough_is_told(make_project):
    project, _ = make_project(train=10)
    run = condensed_run(project, packing=2)
    reject(run, *range(12))
    with pytest.raises(UserError) as told:
        start(project, run=new_mending(project, run, "nearest"))
    assert told.value.key == "mend.too_few_pictures"
    assert told.value.params == {"name": "flat"}


# Leaving out


def test_left_out_samples_are_gone(project):
    run = condensed_run(project)
    before = run.condensed()
    reject(run, 1, 8)
    made = mended(project, run, "leave-out")
    after = made.condensed()
    assert after.labels.tolist() == [0, 0, 1, 1, 1, 2, 2]
    assert np.array_equal(after.images, before.images[[0, 2, 3, 4, 5, 6, 7]])
    assert (made.result.stored, made.result.decoded, made.result.steps) == (7, 7, 0)


def test_packed_cells_are_regrouped_and_fill_the_last_image(project):
    run = condensed_run(project, packing=2)
    before = run.condensed()
    reject(run, 0, 2, 5, 12, 13, 14, 15)
    heard = Heard()
    made = new_mending(project, run, "leave-out")
    start(project, run=made, heard=heard)
    after = made.condensed()
    staying = [1, 3, 4, 6, 7, 8, 9, 10, 11, 1, 3, 4]
    assert np.array_equal(after.images[:12], before.images[staying])
    assert np.array_equal(after.images[12:20], before.images[16:24])
    assert after.stored_by_class.tolist() == [3, 2, 3]
    assert np.array_equal(after.images, decode(after.packed, 2))
    assert heard.messages()["mend.twice"] == {"count": 3}
    assert after.provenance["mended"]["twice"] == [9, 10, 11]
    # A set that became smaller can be mended further.
    reject(made, 19)
    again = mended(project, made, "again").condensed()
    assert np.array_equal(np.delete(again.images, 19, 0), np.delete(after.images, 19, 0))


def test_a_class_cannot_be_left_out_altogether(project):
    run = condensed_run(project)
    reject(run, 3, 4, 5)
    with pytest.raises(UserError) as told:
        new_mending(project, run, "leave-out")
    assert told.value.key == "mend.class_would_be_empty"
    assert told.value.params == {"names": "steep"}
    assert len(mended(project, run, "again").condensed().images) == 9


@pytest.mark.parametrize("packing", [1, 2])
def test_a_picture_kept_whole_can_be_left_out_with_all_its_copies(make_project, packing):
    project, _ = make_project(train=(20, 3, 20))
    run = condensed_run(project, packing=packing)
    before = run.condensed()
    kept = np.flatnonzero(before.kept)
    reject(run, int(kept[0]), 0)
    for way in ("again", "nearest"):
        with pytest.raises(UserError) as told:
            new_mending(project, run, way)
        assert told.value.key == "mend.kept_whole"
    after = mended(project, run, "leave-out").condensed()
    pictures = before.images[kept[before.first_copies[kept]]][1:]
    assert np.array_equal(after.images[after.kept & after.first_copies], pictures)
    assert np.bincount(after.labels)[1] == (2 if packing == 1 else 12)
    assert after.stored_by_class.tolist() == ([2, 2, 3] if packing == 1 else [3, 2, 3])


# What is known of it


@pytest.mark.parametrize("way", WAYS)
def test_it_tells_what_it_comes_from(project, way):
    run = condensed_run(project)
    reject(run, 4, 1)
    condensed = mended(project, run, way).condensed()
    told = condensed.provenance["mended"]
    assert (told["run"], told["way"], told["samples"]) == (run.id, way, [1, 4])
    assert told["changed"] == ([] if way == "leave-out" else [1, 4])
    assert CondenseRecipe.parse(condensed.recipe).mend.samples == (1, 4)


def test_a_chain_of_mendings_is_told_and_keeps_its_measure(project):
    run = condensed_run(project, steps=160)
    reject(run, 4)
    first = mended(project, run, "again")
    assert first.recipe.steps == 80
    reject(first, 0)
    second = mended(project, first, "again")
    assert second.recipe.steps == 80
    told = second.condensed().provenance["mended"]
    assert (told["run"], told["before"]["run"]) == (first.id, run.id)


def test_verdicts_move_along_with_the_samples_that_stay(project):
    run = condensed_run(project)
    log = run.judgements()
    log.judge(0, "rejected", inspector="Sato")
    log.judge(2, "hold", inspector="Abe", note="境界", reasons=["noisy"])
    log.judge(2, "accepted", inspector="Sato", look=2)
    log.judge(8, "accepted")
    before = {one.look: one for one in log.log() if one.sample == 2}
    made = new_mending(project, run, "leave-out")
    assert made.verdicts() == {1: "accepted", 7: "accepted"}
    first, second = (made.judgements().of_look(look)[1] for look in (1, 2))
    for now, then in ((first, before[1]), (second, before[2])):
        assert (now.inspector, now.time, now.note) == (then.inspector, then.time, then.note)
    assert first.reasons == ("noisy",)
    assert new_mending(project, run, "again").verdicts() == {2: "accepted", 8: "accepted"}
    assert run.verdicts() == {0: "rejected", 2: "accepted", 8: "accepted"}


# Refused


def test_nothing_rejected_is_told(project):
    run = condensed_run(project)
    run.judge(1, "accepted")
    with pytest.raises(UserError) as told:
        new_mending(project, run, "again")
    assert told.value.key == "mend.nothing_rejected"


def test_a_run_without_a_result_is_told(project):
    run = project.new_run(RECIPE)
    reject(run, 0)
    with pytest.raises(UserError) as told:
        new_mending(project, run, "again")
    assert told.value.key == "run.no_result"


def test_other_pictures_are_told(project):
    run = condensed_run(project)
    reject(run, 0)
    condensed = run.condensed()
    condensed.provenance["source_fingerprint"] = "another"
    condensed.save(run.condensed_path)
    runs = len(project.runs())
    with pytest.raises(UserError) as told:
        new_mending(project, run, "again")
    assert told.value.key == "inspect.other_pictures"
    assert len(project.runs()) == runs


def test_a_file_in_another_order_is_told(project):
    run = condensed_run(project)
    reject(run, 0)
    one = run.condensed()
    CondensedSet(
        images=one.images[::-1],
        labels=one.labels[::-1],
        class_names=one.class_names,
        mean=one.mean,
        std=one.std,
        images_per_class=3,
        provenance=one.provenance,
    ).save(run.condensed_path)
    with pytest.raises(UserError) as told:
        new_mending(project, run, "leave-out")
    assert told.value.key == "file.not_ours"


@pytest.mark.parametrize(
    "mend",
    [
        {"run": "../../etc", "way": "again", "samples": [0]},
        {"run": "20260101-000000-abcd", "way": "mend", "samples": [0]},
        {"run": "20260101-000000-abcd", "way": "again", "samples": []},
        {"run": "20260101-000000-abcd", "way": "again", "samples": [-1]},
    ],
)
def test_a_crafted_recipe_is_refused(mend):
    with pytest.raises(UserError) as told:
        CondenseRecipe.parse({"mend": mend})
    assert told.value.key == "condense.recipe_invalid"


def test_a_recipe_without_its_origin_says_so(project):
    recipe = CondenseRecipe.parse(
        {
            **RECIPE.model_dump(),
            "mend": {"run": "20260101-000000-abcd", "way": "again", "samples": [0]},
        }
    )
    with pytest.raises(UserError) as told:
        start(project, recipe)
    assert told.value.key == "run.no_result"
