"""The sample drawings are what ``factors.csv`` says they are."""

from __future__ import annotations

import csv
import dataclasses
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from engine.runtime import StopMode, Stopped, StopSource, UserError
from importers import ImportOutcome
from importers.samples import SYMBOLS, make_samples
from importers.samples.drawing import draw
from importers.samples.factors import Factors, draw_factors

Import = Callable[..., ImportOutcome]


def make(folder: Path, **options: int) -> Path:
    return make_samples(folder, **options, emit=lambda event: None, token=StopSource().token)


def plain(**changes: float | int | str) -> Factors:
    """A clean, sharp, unshaded drawing in the middle of the sheet."""
    factors = dataclasses.replace(
        draw_factors(np.random.default_rng(0), 64),
        symbol_radius_px=26.0,
        rotation_deg=0.0,
        mirrored=0,
        skew_deg=0.0,
        offset_x_px=0.0,
        offset_y_px=0.0,
        line_weight_px=2.0,
        toner_percent=100.0,
        toner_loss_percent=0.0,
        paper_tone_grey=200.0,
        ink_tone_grey=0.0,
        shading_grey=0.0,
        blueprint=0,
        stain_count=0,
        speck_count=0,
        blur_sigma_px=0.0,
        noise_sigma_grey=0.0,
        clutter_count=0,
        text="",
    )
    return dataclasses.replace(factors, **changes)


def test_same_seed_same_pictures_and_another_seed_others(tmp_path: Path):
    first = make(tmp_path / "a", per_class=3, seed=5)
    again = make(tmp_path / "b", per_class=3, seed=5)
    other = make(tmp_path / "c", per_class=3, seed=6)
    names = sorted(path.relative_to(first) for path in first.rglob("*.*"))
    assert len(names) == len(SYMBOLS) * 4 + 1
    assert all((first / name).read_bytes() == (again / name).read_bytes() for name in names)
    assert all((first / name).read_bytes() != (other / name).read_bytes() for name in names)


def test_every_picture_has_its_row_and_imports(tmp_path: Path, run_import: Import):
    folder = make(tmp_path / "s", per_class=6)
    with (folder / "factors.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert {row["file"] for row in rows} == {
        path.relative_to(folder).as_posix() for path in folder.rglob("*.png")
    }
    assert all(f"{row['split']}/{row['label']}/" in row["file"] for row in rows)
    outcome = run_import(folder)
    assert outcome.classes == dict.fromkeys(sorted(SYMBOLS), 8)
    assert outcome.splits == {"train": 72, "test": 24}
    assert not outcome.refused


@pytest.mark.parametrize("sigma", [3.0, 8.0, 14.0])
def test_noise_is_what_it_says(sigma: float):
    rng = np.random.default_rng(3)
    picture, _ = draw("resistor", plain(noise_sigma_grey=sigma), rng, size=256)
    corner = picture[:90, :90].astype(float)
    assert corner.std() == pytest.approx(sigma, rel=0.06)
    assert corner.mean() == pytest.approx(200, abs=1)


@pytest.mark.parametrize("weight", [0.8, 1.3, 2.0, 3.2])
def test_line_weight_is_the_width_of_the_stroke(weight: float):
    # The lead of a horizontal resistor: darkness across it is its width in px.
    rng = np.random.default_rng(1)
    picture, _ = draw("resistor", plain(line_weight_px=weight), rng, size=64)
    lead = 1 - picture[24:40, 9:13].astype(float) / 200
    assert lead.sum(axis=0).mean() == pytest.approx(weight, abs=0.15)


def test_tones_are_what_they_say():
    rng = np.random.default_rng(2)
    factors = plain(paper_tone_grey=180.0, ink_tone_grey=60.0, line_weight_px=4.0)
    picture, _ = draw("nut", factors, rng, size=64)
    assert picture[1, 1] == 180
    assert picture.min() == 60


@pytest.mark.parametrize("label", sorted(SYMBOLS))
def test_every_symbol_stays_within_its_radius(label: str):
    for seed in range(5):
        strokes, _ = SYMBOLS[label](np.random.default_rng(seed))
        reach = max(float(np.abs(stroke.points).max()) for stroke in strokes)
        assert 0.85 <= reach <= 1.05


def test_somebodys_folder_is_not_touched(tmp_path: Path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UserError):
        make(tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["a.txt"]


def test_a_smaller_set_replaces_a_larger_one(tmp_path: Path):
    make(tmp_path / "s", per_class=4)
    folder = make(tmp_path / "s", per_class=2)
    listed = (folder / "factors.csv").read_text(encoding="utf-8").count(".png")
    assert len(list(folder.rglob("*.png"))) == listed == 3 * len(SYMBOLS)


def test_drawing_stops_when_asked(tmp_path: Path):
    stop = StopSource()
    stop.stop(StopMode.KEEP)
    with pytest.raises(Stopped):
        make_samples(tmp_path / "s", emit=lambda event: None, token=stop.token)
