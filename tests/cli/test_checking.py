"""Import options, findings and the check report on the command line."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def folder(tmp_path):
    rng = np.random.default_rng(0)
    for name in ("a", "b"):
        (tmp_path / "pictures" / name).mkdir(parents=True)
        for number in range(12):
            pixels = rng.integers(0, 256, (24, 24), dtype=np.uint8)
            Image.fromarray(pixels).save(tmp_path / "pictures" / name / f"{number}.png")
    Image.new("L", (24, 24), 128).save(tmp_path / "pictures" / "a" / "blank.png")
    return tmp_path / "pictures"


def test_findings_are_told_remedied_undone_and_saved(shizuku, folder, tmp_path):
    project = tmp_path / "p.shizuku"
    shizuku("import", folder, "--into", project, "--size", "24")
    told = shizuku("check", project, "--json").json
    empty = next(one for one in told["findings"] if one["kind"] == "empty")
    assert (empty["remedy"], empty["applied"], told["images"]) == (True, False, 25)
    report = tmp_path / "check.html"
    fixed = shizuku("check", project, "--fix", "empty", "--to", report, "--json").json
    assert fixed["images"] == 24
    assert "a/blank.png" in report.read_text(encoding="utf-8")
    assert shizuku("info", project, "--json").json["images"] == 24
    undone = shizuku("check", project, "--undo", "empty", "--json").json
    assert undone["images"] == 25


def test_a_kind_that_was_not_noticed_names_those_that_were(shizuku, folder, tmp_path):
    project = tmp_path / "p.shizuku"
    shizuku("import", folder, "--into", project, "--size", "24")
    failed = shizuku("check", project, "--fix", "blurred")
    assert failed.code == 2
    assert "empty" in failed.err


def test_options_reach_the_pictures(shizuku, folder, tmp_path):
    project = tmp_path / "p.shizuku"
    done = shizuku(
        *("import", folder, "--into", project, "--json", "--size", "16"),
        *("--cut", "tiles", "--tile", "32", "--keep-empty", "--rotate", "90", "--flatten"),
    )
    assert done.json["images"] > 0
    info = shizuku("info", project, "--json").json
    options = info["preparation"]["options"]
    assert (options["rotate"], options["flatten"], options["tile"]) == (90, True, 32)


def test_a_wrong_option_is_named(shizuku, folder, tmp_path):
    failed = shizuku("import", folder, "--into", tmp_path / "p.shizuku", "--rotate", "45")
    assert failed.code == 2
    assert "--rotate" in failed.err
    assert not (tmp_path / "p.shizuku").exists()


def test_more_is_added_to_what_is_there(shizuku, folder, tmp_path):
    project = tmp_path / "p.shizuku"
    shizuku("import", folder, "--into", project, "--size", "24")
    (tmp_path / "later" / "c").mkdir(parents=True)
    pixels = np.random.default_rng(5).integers(0, 256, (30, 24, 3), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "later" / "c" / "1.png")
    done = shizuku("import", tmp_path / "later", "--into", project, "--more", "--json").json
    assert (done["added"], done["images"]) == (1, 26)
    assert done["classes"]["c"] == 1
