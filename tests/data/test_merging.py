"""Condensed sets merged: the same samples with the same verdicts, and where each is from."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import h5py
import numpy as np
import pytest

from engine.data import CondensedSet
from engine.data.joining import rearranged
from engine.data.judged import Judged
from engine.data.judgement import Judgement
from engine.data.merging import Part, merge
from engine.data.sign_off import SignOff, seal
from engine.runtime import UserError

TIME = "2026-03-01T09:00:00+09:00"


def condensed(
    names: list[str],
    *,
    seed: int,
    packing: int = 1,
    kept: str = "",
    channels: int = 1,
    provenance: dict[str, object] | None = None,
) -> CondensedSet:
    """Four samples a class; of the class ``kept`` three real pictures, the first one twice."""
    random = np.random.default_rng(seed)
    labels = np.repeat(np.arange(len(names)), 4)
    images = random.integers(0, 256, (len(labels), 8, 8, channels), np.uint8)
    real = np.zeros(len(labels), np.uint32)
    if kept:
        real[labels == names.index(kept)] = [7, 8, 9, 7]
        first, last = np.flatnonzero(real == 7)
        images[last] = images[first]
    made = CondensedSet(
        images=images,
        labels=labels,
        class_names=names,
        mean=np.full(channels, 0.2 + 0.1 * seed, np.float32),
        std=np.full(channels, 0.1, np.float32),
        images_per_class=4,
        recipe={"ipc": 4, "seed": seed},
        provenance={"seconds": 10.0, "run": f"run{seed}", **(provenance or {})},
        real=real if kept else None,
        packing=packing,
    )
    if packing == 1:
        return made
    return replace(made, packed=random.integers(0, 256, (made.stored, 8, 8, channels), np.uint8))


def part(folder: Path, name: str, made: CondensedSet) -> Part:
    made.save(folder / name)
    return Part.load(folder / name)


def told(made: CondensedSet) -> Counter[tuple[object, ...]]:
    """What is known of each sample, wherever it stands."""
    judged = made.judged or Judged.none(made.decoded)
    return Counter(
        (image.tobytes(), made.class_names[label], bool(kept), judged.verdict(one))
        for one, (image, label, kept) in enumerate(
            zip(made.images, made.labels.tolist(), made.kept, strict=True)
        )
    )


def test_classes_are_united_and_every_sample_keeps_what_is_known_of_it(tmp_path):
    first = condensed(["ok", "scratch"], seed=1, kept="scratch")
    said = {4: Judgement(sample=4, verdict="accepted", inspector="佐藤", time=TIME)}
    first = replace(first, judged=Judged.of(said, first.first_copy))
    sources = {"real_samples": {"1": "b/7.png"}}
    second = condensed(["dent", "scratch", "ok"], seed=2, provenance=sources)
    merged = merge([part(tmp_path, "a.h5", first), part(tmp_path, "b.h5", second)])
    merged.condensed.save(tmp_path / "m.h5")
    read = CondensedSet.load(tmp_path / "m.h5")
    assert read.class_names == ["ok", "scratch", "dent"]
    assert (np.diff(read.labels) >= 0).all()
    assert told(read) == told(first) + told(second)
    assert (read.stored, read.images_per_class) == (first.stored + second.stored, 8)
    (replaced,) = read.replaced
    assert read.replaced[replaced] == "b/7.png"
    assert np.array_equal(read.images[replaced], second.images[1])
    # In a class the learnt samples come before those that are kept.
    assert read.kept[read.labels == 1].tolist() == [False] * 4 + [True] * 4
    assert read.recipe == {"ipc": 4}
    assert read.provenance["seconds"] == 20
    assert [one["provenance"]["run"] for one in read.provenance["merged"]["of"]] == ["run1", "run2"]


@pytest.mark.parametrize("packing", [(2, 2), (2, 1)])
def test_packed_images_stay_packed_where_all_are(tmp_path, packing):
    sets = [
        condensed(["a", "b"], seed=1, packing=packing[0], kept="b"),
        condensed(["b", "a"], seed=2, packing=packing[1]),
    ]
    merged = merge([part(tmp_path, f"{one}.h5", made) for one, made in enumerate(sets)])
    merged.condensed.save(tmp_path / "m.h5")
    read = CondensedSet.load(tmp_path / "m.h5")
    assert told(read) == told(sets[0]) + told(sets[1])
    assert merged.unpacked == (packing == (2, 1))
    if merged.unpacked:
        assert read.packed is None
        return
    # a: one packed image of each; b: that of the second, then three real pictures of the first.
    first, second = sets[0].packed, sets[1].packed
    expected = np.concatenate([first[:1], second[1:2], second[:1], first[1:]])
    assert np.array_equal(read.packed, expected)


def test_mean_and_std_are_those_of_all_pictures_together(tmp_path):
    random = np.random.default_rng(0)
    pictures = random.normal(0.4, 0.1, 1000), random.normal(0.7, 0.2, 3000)
    parts = []
    for number, values in enumerate(pictures):
        made = condensed(["a", "b"], seed=number, provenance={"real_pictures": [0, len(values)]})
        made = replace(
            made,
            mean=np.array([values.mean()], np.float32),
            std=np.array([values.std()], np.float32),
        )
        parts.append(part(tmp_path, f"{number}.h5", made))
    merged = merge(parts)
    everything = np.concatenate(pictures)
    assert merged.condensed.mean == pytest.approx(everything.mean(), rel=1e-5)
    assert merged.condensed.std == pytest.approx(everything.std(), rel=1e-5)
    assert merged.normalisation == "real_pictures"
    assert merged.condensed.provenance["real_pictures"] == [0, 4000]
    unknown = part(tmp_path, "c.h5", condensed(["a", "b"], seed=5))
    assert merge([*parts, unknown]).normalisation == "samples"


def test_sign_offs_become_history(tmp_path):
    made = condensed(["a"], seed=1)
    signed = SignOff(
        inspector="佐藤",
        time=TIME,
        samples=4,
        accepted=4,
        rejected=0,
        hold=0,
        open=0,
        sha256=seal(made),
    )
    parts = [
        part(tmp_path, "a.h5", replace(made, sign_off=signed)),
        part(tmp_path, "b.h5", condensed(["b"], seed=2)),
    ]
    merged = merge(parts).condensed
    assert merged.sign_off is None
    first, second = merged.provenance["merged"]["of"]
    assert (first["sign_off"]["inspector"], first["sign_off"]["state"]) == ("佐藤", "signed")
    assert second["sign_off"] is None


def test_the_same_samples_are_noticed(tmp_path):
    made = condensed(["a", "b"], seed=1)
    first = part(tmp_path, "a.h5", made)
    with pytest.raises(UserError) as caught:
        merge([first, part(tmp_path, "b.h5", made)])
    assert caught.value.key == "merge.nothing_new"
    other = condensed(["a", "b"], seed=2)
    images = other.images.copy()
    images[0], images[4] = made.images[0], made.images[1]
    merged = merge([first, part(tmp_path, "c.h5", replace(other, images=images))])
    assert (merged.repeated, merged.contradicting) == (1, 1)


def test_other_sizes_are_refused_and_names_can_be_changed(tmp_path):
    first = part(tmp_path, "a.h5", condensed(["ok"], seed=1))
    with pytest.raises(UserError) as caught:
        merge([first, part(tmp_path, "b.h5", condensed(["ok"], seed=2, channels=3))])
    told = "b.h5 holds samples of 8×8×3 (width, height, channels), a.h5 of 8×8×1"
    assert told in str(caught.value)
    second = part(tmp_path, "c.h5", condensed(["良品"], seed=3))
    assert merge([first, second], {"良品": "ok"}).condensed.class_names == ["ok"]
    with pytest.raises(UserError) as caught:
        merge([first, second], {"gut": "ok"})
    assert caught.value.key == "merge.no_such_class"


def test_classes_in_another_order_are_the_same_set():
    made = condensed(["a", "b", "c"], seed=1, packing=2, kept="b")
    other = rearranged(made, ["c", "a", "b"])
    assert told(other) == told(made)
    assert told(rearranged(other, made.class_names)) == told(made)
    assert np.array_equal(rearranged(other, made.class_names).packed, made.packed)


def test_the_command_writes_a_file_that_opens_everywhere(tmp_path, monkeypatch, capsys):
    import main

    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.chdir(tmp_path)
    condensed(["a", "b"], seed=1).save(tmp_path / "a.h5")
    condensed(["b", "c"], seed=2).save(tmp_path / "b.h5")
    assert main.main(["merge", "a.h5", "b.h5", "--into", "m.h5", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["classes"] == {"a": 4, "b": 8, "c": 4}
    assert (answer["repeated"], answer["normalisation"]) == (0, "samples")
    with h5py.File("m.h5") as file:
        assert file["images"].shape == (16, 8, 8, 1)
    assert main.main(["info", "m.h5"]) == 0
    assert "from b.h5: 8 samples in 2 classes" in capsys.readouterr().out
    for wrong in (["a.h5", "--into", "n.h5"], ["a.h5", "b.h5", "--into", "b.h5"]):
        with pytest.raises(SystemExit) as caught:
            main.main(["merge", *wrong])
        assert caught.value.code == 2
    assert "one of the files to merge" in capsys.readouterr().err
