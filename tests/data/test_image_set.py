"""Prepared pictures on disk: written in batches, read in slices."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import pytest

from engine.data import TEST, TRAIN, ImageSet, ImageSetWriter
from engine.runtime import UserError


def write(path: Path, images: np.ndarray, labels: list[int], split: list[int]) -> Path:
    _, height, width, channels = images.shape
    with ImageSetWriter(path, height=height, width=width, channels=channels) as writer:
        for start in range(0, len(images), 3):
            rows = slice(start, start + 3)
            sources = [f"図/{number}.png" for number in range(start, min(start + 3, len(images)))]
            writer.append(images[rows], labels[rows], split[rows], sources)
        writer.finish(class_names=["歯車", "bolt"], preparation={"size": height}, fingerprint="f")
    return path


@pytest.fixture
def pictures() -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (10, 8, 6, 3), np.uint8)


@pytest.fixture
def path(tmp_path, pictures) -> Path:
    return write(tmp_path / "images.h5", pictures, [0, 1] * 5, [TRAIN] * 6 + [TEST] * 4)


def test_what_was_written_is_read_in_any_order(path, pictures):
    with ImageSet(path) as images:
        assert images.shape == (10, 8, 6, 3)
        assert images.class_names == ["歯車", "bolt"]
        assert images.sources[3] == "図/3.png"
        for wanted in ([0], [9, 0, 9, 4], list(range(10)), []):
            assert np.array_equal(images.read(wanted), pictures[wanted])
        assert images.preparation == {"size": 8}


def test_splits_and_classes_select_pictures(path):
    with ImageSet(path) as images:
        assert images.indices("train").tolist() == [0, 1, 2, 3, 4, 5]
        assert images.indices("test", 1).tolist() == [7, 9]
        assert images.counts("train").tolist() == [3, 3]
        assert images.counts().sum() == len(images) == 10


def test_statistics_are_those_of_the_training_pictures(path, pictures):
    with ImageSet(path) as images:
        train = pictures[:6] / 255.0
        assert images.mean == pytest.approx(train.mean((0, 1, 2)), abs=1e-5)
        assert images.std == pytest.approx(train.std((0, 1, 2)), abs=1e-5)


def test_a_constant_set_can_still_be_normalised(tmp_path):
    constant = np.full((4, 8, 8, 1), 128, np.uint8)
    path = write(tmp_path / "images.h5", constant, [0, 1, 0, 1], [TRAIN] * 4)
    with ImageSet(path) as images:
        assert (images.std > 0).all()


def test_a_writer_left_without_finishing_keeps_the_old_file(path, pictures):
    before = path.read_bytes()
    with ImageSetWriter(path, height=8, width=6, channels=3) as writer:
        writer.append(pictures[:2], [0, 1], [TRAIN, TRAIN], ["a", "b"])
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_an_error_while_writing_keeps_the_old_file(path, pictures):
    before = path.read_bytes()

    def broken() -> None:
        with ImageSetWriter(path, height=8, width=6, channels=3) as writer:
            writer.append(pictures[:2], [0, 1], [TRAIN, TRAIN], ["a", "b"])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_labels_outside_the_classes_are_refused(path):
    with h5py.File(path, "r+") as file:
        file["labels"][0] = 7
    with pytest.raises(UserError) as caught:
        ImageSet(path)
    assert caught.value.key == "file.not_ours"


def test_damaged_pictures_are_told_when_they_are_read(tmp_path, pictures):
    path = tmp_path / "gzip.h5"
    write(tmp_path / "images.h5", pictures, [0, 1] * 5, [TRAIN] * 10).rename(path)
    with h5py.File(path, "r+") as file:
        del file["images"]
        file.create_dataset("images", data=pictures, compression="gzip")
    with h5py.File(path, "r") as file:
        chunk = file["images"].id.get_chunk_info(0)
    content = bytearray(path.read_bytes())
    content[chunk.byte_offset : chunk.byte_offset + chunk.size] = bytes(chunk.size)
    path.write_bytes(content)
    with ImageSet(path) as images, pytest.raises(UserError) as caught:
        images.read([0])
    assert caught.value.key == "file.not_ours"


def test_pictures_far_apart_are_read_without_what_is_between(tmp_path):
    many = np.random.default_rng(3).integers(0, 256, (600, 64, 64, 1), np.uint8)
    path = write(tmp_path / "many.h5", many, [0] * 600, [TRAIN] * 600)
    wanted = [599, 0, 1, 400, 1, 410, 200]
    with ImageSet(path) as images:
        assert np.array_equal(images.read(wanted), many[wanted])
        assert list(images._spans(np.sort(wanted))) == [(0, 3), (3, 4), (4, 6), (6, 7)]
