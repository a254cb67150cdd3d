"""Condensed sets come from anywhere: what is wrong with a file is told, never followed."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
import pytest

from engine.data import CondensedSet
from engine.runtime import UserError


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "濃縮.h5"
    CondensedSet(
        images=np.zeros((4, 16, 16, 1), np.uint8),
        labels=np.zeros(4, np.int64),
        class_names=["a", "b"],
        mean=np.array([0.5], np.float32),
        std=np.array([0.5], np.float32),
        images_per_class=2,
        packed=np.zeros((1, 32, 32, 1), np.uint8),
        packing=2,
    ).save(path)
    return path


def test_a_sound_file_is_read(path):
    loaded = CondensedSet.load(path)
    assert (loaded.stored, loaded.decoded, loaded.packing) == (1, 4, 2)


def replace_by(name: str, value: object) -> Callable[[h5py.File], None]:
    def change(file: h5py.File) -> None:
        del file[name]
        file[name] = value

    return change


def external_storage(file: h5py.File) -> None:
    del file["images"]
    secret = Path(file.filename).with_name("secret.bin")
    secret.write_bytes(bytes(4 * 16 * 16))
    file.create_dataset(
        "images",
        shape=(4, 16, 16, 1),
        dtype=np.uint8,
        external=[(str(secret), 0, 4 * 16 * 16)],
    )


def virtual(file: h5py.File) -> None:
    del file["images"]
    layout = h5py.VirtualLayout(shape=(4, 16, 16, 1), dtype=np.uint8)
    layout[:] = h5py.VirtualSource("other.h5", "images", shape=(4, 16, 16, 1))
    file.create_virtual_dataset("images", layout)


def unbelievable(file: h5py.File) -> None:
    del file["images"]
    file.create_dataset(
        "images", shape=(1 << 22, 512, 512, 3), dtype=np.uint8, chunks=(1, 512, 512, 3)
    )


def huge_attribute(file: h5py.File) -> None:
    del file.attrs["recipe"]
    # Attributes over 64 KiB need the newer file format's dense storage.
    file.attrs.create("recipe", np.zeros(3 << 20, np.uint8))


def one_huge_text_for_all(file: h5py.File) -> None:
    """Two hundred class names that are all the same eight megabytes of the file."""
    del file["class_names"]
    names = np.array(["x" * (8 << 20), *("y" for _ in range(199))], object)
    file.create_dataset("class_names", data=names, dtype=h5py.string_dtype())
    start = file["class_names"].id.get_offset()
    path = file.filename
    file.close()
    with Path(path).open("rb+") as stream:
        stream.seek(start)
        first = stream.read(16)
        stream.seek(start)
        stream.write(first * 200)


def huge_chunk(file: h5py.File) -> None:
    del file["images"]
    shape = (1 << 16, 128, 128, 1)
    file.create_dataset("images", shape=shape, dtype=np.uint8, chunks=shape, compression="gzip")


def endless_labels(file: h5py.File) -> None:
    del file["labels"]
    file.create_dataset("labels", shape=(1 << 32,), dtype=np.int64, chunks=(1 << 16,))


HOSTILE: dict[str, Callable[[h5py.File], None]] = {
    "external link": replace_by("images", h5py.ExternalLink("other.h5", "/images")),
    "soft link": replace_by("images", h5py.SoftLink("/packed")),
    "external storage": external_storage,
    "virtual data set": virtual,
    "one huge text for all": one_huge_text_for_all,
    "a huge chunk": huge_chunk,
    "billions of labels": endless_labels,
    "wrong type": replace_by("images", np.zeros((4, 16, 16, 1), np.float32)),
    "wrong rank": replace_by("images", np.zeros((4, 16, 16), np.uint8)),
    "packing is a word": lambda file: file["packed"].attrs.create("factor", "two"),
    "packing is nothing": lambda file: file["packed"].attrs.create("factor", 0),
    "packing is a list": lambda file: file["packed"].attrs.create("factor", [2, 2]),
    "too many packed": replace_by("packed", np.zeros((3, 32, 32, 1), np.uint8)),
    "two channels": replace_by("images", np.zeros((4, 16, 16, 2), np.uint8)),
    "labels as floats": replace_by("labels", np.zeros(4)),
    "too few labels": replace_by("labels", np.zeros(3, np.int64)),
    "label out of range": replace_by("labels", np.array([0, 0, 1, 9])),
    "negative label": replace_by("labels", np.array([0, 0, 1, -1])),
    "class names as numbers": replace_by("class_names", np.array([1, 2])),
    "a group for images": replace_by("images", h5py.SoftLink("/")),
    "unbelievably large": unbelievable,
    "recipe is no JSON": lambda file: file.attrs.create("recipe", "{"),
    "no mean": lambda file: file.attrs.pop("mean"),
    "zero deviation": lambda file: file.attrs.create("std", np.zeros(1, np.float32)),
    "version is a word": lambda file: file.attrs.create("format_version", "one"),
    "images per class is a list": lambda file: file.attrs.create("images_per_class", [1, 2]),
    "mean is a word": lambda file: file.attrs.create("mean", "x"),
    "format is a list": lambda file: file.attrs.create("format", [1, 2]),
    "another format": lambda file: file.attrs.create("format", "other"),
}


@pytest.mark.parametrize("fault", HOSTILE)
def test_a_crafted_file_is_refused_in_one_sentence(path, fault):
    with h5py.File(path, "r+") as file:
        HOSTILE[fault](file)
    with pytest.raises(UserError) as caught:
        CondensedSet.load(path)
    assert caught.value.key == "file.not_ours"
    assert path.name in str(caught.value)


def test_a_huge_attribute_is_refused(path):
    rewritten = path.with_name("latest.h5")
    with h5py.File(path, "r") as old, h5py.File(rewritten, "w", libver="latest") as new:
        for name in old:
            old.copy(name, new)
        new.attrs.update(dict(old.attrs))
        huge_attribute(new)
    with pytest.raises(UserError) as caught:
        CondensedSet.load(rewritten)
    assert "too large" in str(caught.value)


@pytest.mark.parametrize("kept", [0, 100, 3000])
def test_a_truncated_file_is_refused(path, kept):
    path.write_bytes(path.read_bytes()[:kept])
    with pytest.raises(UserError) as caught:
        CondensedSet.load(path)
    assert caught.value.key == "file.not_ours"


def test_a_damaged_chunk_is_refused(path):
    with h5py.File(path, "r") as file:
        chunk = file["images"].id.get_chunk_info(0)
    content = bytearray(path.read_bytes())
    content[chunk.byte_offset : chunk.byte_offset + chunk.size] = bytes(chunk.size)
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        CondensedSet.load(path)
    assert caught.value.key == "file.not_ours"


def test_a_newer_file_asks_for_an_update(path):
    with h5py.File(path, "r+") as file:
        file.attrs["format_version"] = 99
    with pytest.raises(UserError) as caught:
        CondensedSet.load(path)
    assert caught.value.key == "project.newer"


def test_unknown_additions_are_ignored(path):
    with h5py.File(path, "r+") as file:
        file["notes"] = json.dumps({"by": "somebody"})
    assert CondensedSet.load(path).decoded == 4


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(UserError) as caught:
        CondensedSet.load(tmp_path / "none.h5")
    assert caught.value.key == "file.missing"
