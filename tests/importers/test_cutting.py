"""Pages into tiles and regions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.runtime import StopSource, UserError
from importers import look_at
from importers.cutting import grid, looks_empty, read_regions
from importers.found import Box, Source


@settings(deadline=None)
@given(
    st.integers(1, 3000),
    st.integers(1, 3000),
    st.integers(32, 600),
    st.floats(0, 0.9, allow_nan=False),
)
def test_tiles_cover_the_page_and_stay_on_it(width, height, tile, overlap):
    tiles = grid((width, height), tile=tile, overlap=overlap)
    assert len(set(tiles)) == len(tiles)
    across = sorted({(box.x, box.width) for box in tiles})
    reached = 0
    for start, length in across:
        assert 0 <= start <= reached
        assert length == min(tile, width)
        reached = start + length
    assert reached == width
    assert max(box.y + box.height for box in tiles) == height
    assert tiles == sorted(tiles, key=lambda box: (box.y, box.x))


def test_the_way_back_can_be_read_again():
    for reference in ("a/plan.pdf#page=3&xywh=0,512,512,512", "a.png#xywh=-4,2,30,40", "a#1.png"):
        assert Source.at(reference).reference == reference
    assert Source.at("plan.pdf#page=3&xywh=0,5,6,7").box == Box(0, 5, 6, 7)
    assert Source.at("a#b.png").page is None


def test_paper_with_a_speck_is_empty_and_a_thin_line_is_not():
    paper = np.full((256, 256), 230, np.uint8)
    paper[3, 3] = 0
    assert looks_empty(paper)
    paper[:, 100] = 40
    assert not looks_empty(paper)


def test_tiles_of_a_folder_know_where_they_are_from(run_import, source, project):
    folder = source / "plans"
    folder.mkdir()
    page = np.full((200, 300), 255, np.uint8)
    page[10:60, 20:90] = 0
    Image.fromarray(page).save(folder / "plan.png")
    outcome = run_import(cut="tiles", tile=100, test_fraction=0)
    with project.image_set() as image_set:
        assert image_set.sources == ["plans/plan.png#xywh=0,0,100,100"]
    assert outcome.images == 1
    assert run_import(cut="tiles", tile=100, test_fraction=0, keep_empty=True).images == 6


def test_regions_are_cut_out_and_may_name_the_class(run_import, source, project, tmp_path):
    folder = source / "plans"
    folder.mkdir()
    rng = np.random.default_rng(0)
    Image.fromarray(rng.integers(0, 255, (80, 90), np.uint8)).save(folder / "板.png")
    regions = tmp_path / "regions.csv"
    regions.write_bytes(
        "file,page,x,y,width,height,label\n"
        "plans\\板.png,1,0,0,20,20,穴\n"
        "plans/板.png,,30,30,20,20,\n"
        "plans/板.png,2,0,0,20,20,穴\n".encode("cp932")
    )
    run_import(cut="regions", regions=str(regions), test_fraction=0)
    with project.image_set() as image_set:
        assert image_set.sources == [
            "plans/板.png#xywh=0,0,20,20",
            "plans/板.png#xywh=30,30,20,20",
        ]
        assert image_set.class_names == ["plans", "穴"]
        assert image_set.labels.tolist() == [1, 0]


@pytest.mark.parametrize(
    ("line", "at"), [("a.png,1,0,0,0,20,x", 3), ("a.png,x,0,0,5,5,", 3), ("a.png,1,0,0,,5,", 3)]
)
def test_a_wrong_line_is_named(tmp_path, line, at):
    path = tmp_path / "regions.csv"
    path.write_text(f"file,page,x,y,width,height,label\na.png,1,0,0,5,5,x\n{line}\n")
    with pytest.raises(UserError) as caught:
        read_regions(path)
    assert caught.value.key == "import.regions_unreadable"
    assert str(at) in caught.value.sentence("en")


def test_a_missing_regions_file_is_named(run_import, source):
    (source / "a").mkdir()
    Image.new("L", (20, 20)).save(source / "a" / "1.png")
    with pytest.raises(UserError) as caught:
        run_import(cut="regions", regions="nowhere.csv")
    assert caught.value.key == "import.no_regions"


def test_a_document_by_itself_becomes_its_pages(run_import, tmp_path, project):
    folder = tmp_path / "図面"
    folder.mkdir()
    rng = np.random.default_rng(1)
    pages = [Image.fromarray(rng.integers(0, 256, (50, 60), np.uint8)) for _ in range(3)]
    pages[0].save(folder / "plan.tiff", save_all=True, append_images=pages[1:])
    pages[0].save(folder / "other.png")
    outcome = run_import(folder / "plan.tiff", test_fraction=0)
    assert outcome.classes == {"図面": 3}
    with project.image_set() as image_set:
        assert image_set.sources == [f"plan.tiff#page={number}" for number in (1, 2, 3)]
        assert image_set.roots == [str(folder / "plan.tiff")]
    pairs = look_at(folder / "plan.tiff", image_set.sources, side=16, token=StopSource().token)
    assert [name for name, _ in pairs] == image_set.sources


def test_tiles_of_a_page_stay_on_one_side(run_import, source, project):
    """Tiles that overlap would be seen in training and in the test."""
    rng = np.random.default_rng(2)
    (source / "plans").mkdir()
    for number in range(10):
        page = Image.fromarray(rng.integers(0, 256, (96, 96), np.uint8))
        page.save(source / "plans" / f"{number}.png")
    run_import(cut="tiles", tile=48, overlap=0.5, layout="class-folders")
    with project.image_set() as image_set:
        sides: dict[str, set[int]] = {}
        for name, side in zip(image_set.sources, image_set.split.tolist(), strict=True):
            sides.setdefault(name.partition("#")[0], set()).add(side)
    assert all(len(one) == 1 for one in sides.values())
    assert sum(one == {1} for one in sides.values()) == 2
