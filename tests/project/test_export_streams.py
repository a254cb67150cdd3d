"""Exports for streams are read back by their own libraries, as docs/loading.md says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow.parquet
import pytest
import webdataset

from engine.data import CondensedSet
from engine.data.judged import Judged
from engine.data.judgement import Judgement
from engine.project.export import export_set
from engine.runtime import UserError

DOCUMENT = Path(__file__).parents[2] / "docs" / "loading.md"
NAMES = ["歯車", "spring", "../../etc"]


def condensed(channels: int) -> CondensedSet:
    random = np.random.default_rng(0)
    labels = np.repeat(np.arange(3), 2)
    made = CondensedSet(
        images=random.integers(0, 256, (6, 16, 16, channels), np.uint8),
        labels=labels,
        class_names=NAMES,
        mean=np.full(channels, 0.5, np.float32),
        std=np.full(channels, 0.25, np.float32),
        images_per_class=2,
        recipe={"ipc": 2},
        provenance={"source": "図面"},
        real=np.array([0, 0, 0, 0, 1, 2], np.uint32),
    )
    time = "2026-03-01T09:00:00+09:00"
    said = {1: Judgement(sample=1, verdict="rejected", inspector="佐藤", time=time)}
    return replace(made, judged=Judged.of(said, made.first_copy))


def example(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.S)
    assert found, name
    return found[1]


def check_about(about: dict[str, object]) -> None:
    assert about["class_names"] == NAMES
    assert about["provenance"] == {"source": "図面"}
    assert (about["mean"], about["sign_off"]) == ([0.5] * len(about["mean"]), None)


# The library leaves closing its file to Python.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("channels", [1, 3])
def test_webdataset_reads_the_same_bits(channels, tmp_path, monkeypatch):
    made = condensed(channels)
    export_set(made, tmp_path / "set.tar")
    reader = webdataset.WebDataset(str(tmp_path / "set.tar"), shardshuffle=False)
    wanted = "l8" if channels == 1 else "rgb8"
    read = list(reader.decode(wanted).to_tuple("png", "cls", "json"))
    images = np.stack([image for image, _, _ in read]).reshape(made.images.shape)
    assert np.array_equal(images, made.images)
    assert [label for _, label, _ in read] == made.labels.tolist()
    assert [beside["class_name"] for _, _, beside in read] == [NAMES[one] for one in made.labels]
    assert [beside["real"] for _, _, beside in read] == [False] * 4 + [True] * 2
    assert [beside["verdict"] for _, _, beside in read] == [None, "rejected", *[None] * 4]
    monkeypatch.chdir(tmp_path)
    found: dict[str, object] = {}
    exec(example("webdataset-about"), found)
    check_about(found["about"])
    exec(example("webdataset"), found)
    assert found["image"].shape == (16, 16, 3)


@pytest.mark.parametrize("channels", [1, 3])
def test_parquet_reads_the_same_bits(channels, tmp_path, monkeypatch):
    made = condensed(channels)
    export_set(made, tmp_path / "set.parquet")
    monkeypatch.chdir(tmp_path)
    found: dict[str, object] = {}
    exec(example("parquet"), found)
    assert np.array_equal(np.stack(found["images"]).reshape(made.images.shape), made.images)
    assert found["labels"] == made.labels.tolist()
    assert found["names"] == [NAMES[one] for one in made.labels]
    check_about(found["about"])
    table = pyarrow.parquet.read_table(tmp_path / "set.parquet")
    assert table["verdict"].to_pylist() == [None, "rejected", *[None] * 4]
    assert table["real"].to_pylist() == [False] * 4 + [True] * 2


def test_the_loader_of_the_documentation_gives_normalised_batches(tmp_path, monkeypatch):
    made = condensed(3)
    export_set(made, tmp_path / "set.h5")
    monkeypatch.chdir(tmp_path)
    code = example("hdf5")
    assert len(code.splitlines()) <= 10
    found: dict[str, object] = {}
    exec(code, found)
    ((images, labels),) = found["loader"]
    assert sorted(labels.tolist()) == made.labels.tolist()
    expected = ((made.images / 255.0 - 0.5) / 0.25).transpose(0, 3, 1, 2)
    for image in images.numpy():
        assert np.abs(expected - image).max(axis=(1, 2, 3)).min() < 1e-5


@pytest.mark.parametrize("name", ["set.tar", "set.parquet"])
def test_the_same_set_gives_the_same_bytes_and_replaces_only_its_own_kind(name, tmp_path):
    made = condensed(1)
    for one in ("a", "b"):
        (tmp_path / one).mkdir()
        export_set(made, tmp_path / one / name)
    content = (tmp_path / "a" / name).read_bytes()
    assert content == (tmp_path / "b" / name).read_bytes()
    export_set(replace(made, provenance={}), tmp_path / "a" / name)
    assert (tmp_path / "a" / name).read_bytes() != content
    (tmp_path / name).write_bytes(b"precious")
    with pytest.raises(UserError) as caught:
        export_set(made, tmp_path / name)
    assert caught.value.key == "file.exists"
    assert (tmp_path / name).read_bytes() == b"precious"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", name]


def test_the_command_makes_other_forms_of_a_file(tmp_path, monkeypatch, capsys):
    import main

    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    export_set(condensed(1), tmp_path / "set.h5")
    to = tmp_path / "set.parquet"
    assert main.main(["export", str(tmp_path / "set.h5"), "--to", str(to), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(to)}
    assert pyarrow.parquet.read_table(to).num_rows == 6
