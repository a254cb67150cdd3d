"""An import that was killed goes on; more pictures join those that are there."""

from __future__ import annotations

import shutil

import numpy as np
import pytest
from PIL import Image

from engine.data.image_set import LEFT_OUT
from engine.runtime import StopMode, Stopped, StopSource, UserError
from gui.new_project import proposed_path
from importers import ImportOptions, import_folder, import_more, importing, loading


def nothing(_event: object) -> None:
    """Nobody watches."""


@pytest.fixture
def pictures(paint, source):
    for number in range(60):
        paint(f"{'ab'[number % 2]}/{number:02}.png", tone=number)
    return source


@pytest.fixture
def reads(monkeypatch):
    """Names of the files that are read, in order."""
    names: list[str] = []
    load = loading.Loader.load

    def noted(self, sources, **more):
        names.append(sources[0].relative)
        return load(self, sources, **more)

    monkeypatch.setattr(loading.Loader, "load", noted)
    return names


@pytest.fixture
def killed(monkeypatch, pictures, project):
    """The process ends after 30 pictures were saved, without a chance to tidy up."""
    finish = importing.Spool.finish

    def until(self, number, stamp):
        finish(self, number, stamp)
        if number == 29:
            self.save()
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(importing.Spool, "finish", until)
        with pytest.raises(KeyboardInterrupt):
            import_folder(
                pictures,
                project,
                ImportOptions(size=16),
                emit=nothing,
                token=StopSource().token,
            )
    return pictures


def test_a_killed_import_goes_on_where_it_was(killed, project, run_import, reads):
    outcome = run_import()
    assert outcome.images == 60
    assert sorted(reads) == sorted(f"{'ab'[n % 2]}/{n:02}.png" for n in range(60))[30:]
    assert not (project.path / "import.part").exists()


def test_it_comes_out_as_if_it_had_not_been_killed(killed, project, run_import):
    run_import()
    with project.image_set() as image_set:
        pixels, print_one = image_set.read(range(60)), image_set.fingerprint
    run_import()
    with project.image_set() as image_set:
        assert (image_set.read(range(60)) == pixels).all()
        assert image_set.fingerprint == print_one


def test_the_window_proposes_to_go_on(killed, project, run_import, tmp_path):
    folder = project.path.parent
    path = project.path.rename(folder / "source.shizuku")
    assert proposed_path(killed, folder) == path
    assert proposed_path(tmp_path / "other" / "source", folder) == folder / "source-2.shizuku"


def test_other_options_begin_anew(killed, run_import, reads):
    assert run_import(size=32).images == 60
    assert len(reads) == 60


def test_a_changed_file_begins_anew(killed, run_import, reads, paint):
    paint("a/00.png", tone=999)
    assert run_import().images == 60
    assert len(reads) == 60


def test_a_damaged_spool_begins_anew(killed, project, run_import, reads):
    (project.path / "import.part" / "pixels").write_bytes(b"")
    assert run_import().images == 60
    assert len(reads) == 60
    (project.path / "import.part").mkdir()
    (project.path / "import.part" / "spool.sqlite").write_bytes(b"no database" * 100)
    assert run_import().images == 60


@pytest.mark.parametrize(("mode", "kept"), [(StopMode.KEEP, True), (StopMode.DISCARD, False)])
def test_a_stop_keeps_or_discards_what_was_read(pictures, project, mode, kept):
    stop = StopSource()

    def emit(_event):
        stop.stop(mode)

    with pytest.raises(Stopped):
        import_folder(pictures, project, ImportOptions(size=16), emit=emit, token=stop.token)
    assert not project.has_images
    assert (project.path / "import.part").exists() <= kept


def more(folder, project, **options):
    return import_more(
        folder,
        project,
        ImportOptions.model_validate(options),
        emit=nothing,
        token=StopSource().token,
    )


@pytest.fixture
def later(tmp_path, pictures, paint):
    """Another folder: two old pictures, three new ones, a new class."""
    folder = tmp_path / "later"
    shutil.copytree(pictures / "a", folder / "a")
    for path in sorted((folder / "a").iterdir())[2:]:
        path.unlink()
    for number in range(3):
        shutil.move(paint(f"x/{number}.png", tone=500 + number), folder / "a" / f"n{number}.png")
        (folder / "c").mkdir(exist_ok=True)
        shutil.move(paint(f"x/{number}.png", tone=600 + number), folder / "c" / f"{number}.png")
    (pictures / "x").rmdir()
    return folder


def test_more_pictures_join_those_that_are_there(run_import, project, later):
    run_import(size=20, fit="stretch")
    with project.image_set() as image_set:
        before = image_set.read(range(60))
        sides = image_set.split.tolist()
    outcome = more(later, project)
    assert (outcome.added, outcome.images) == (6, 66)
    assert outcome.classes == {"a": 33, "b": 30, "c": 3}
    assert [one.count for one in outcome.notices if one.kind == "already_there"] == [2]
    with project.image_set() as image_set:
        assert (image_set.read(range(60)) == before).all()
        assert image_set.split.tolist()[:60] == sides
        assert image_set.shape[1:3] == (20, 20)
        assert image_set.preparation["fit"] == "stretch"
        assert image_set.root.tolist() == [0] * 60 + [1] * 6
        assert image_set.roots[1] == str(later.absolute())


def test_more_into_an_empty_project_is_refused(project, later):
    with pytest.raises(UserError) as caught:
        more(later, project)
    assert caught.value.key == "project.empty"


def test_a_new_copy_joins_the_side_of_the_old_one(run_import, project, tmp_path, pictures):
    """Other bytes, the same picture: on the other side it would be a leak."""
    run_import()
    with project.image_set() as image_set:
        test = [image_set.sources[row] for row in image_set.indices("test")]
    folder = tmp_path / "again"
    for name in test:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        data = (pictures / name).read_bytes()
        target.with_stem(target.stem + "-copy").write_bytes(data + b"\0")  # other bytes
    more(folder, project)
    with project.image_set() as image_set:
        new = np.arange(60, len(image_set))
        assert len(new) == len(test)
        assert set(image_set.split[new].tolist()) == {1}


def test_what_was_left_out_stays_left_out_when_more_is_added(
    run_import, project, later, pictures, source
):
    Image.new("L", (20, 24), 128).save(source / "a" / "blank.png")
    run_import()
    empty = next(one for one in project.findings.all() if one.kind == "empty")
    project.findings.apply(empty.number)
    more(later, project)
    with project.image_set() as image_set:
        assert image_set.split[image_set.sources.index("a/blank.png")] == LEFT_OUT
        assert image_set.pictures == 66


def test_more_drawings_are_cut_as_the_first_ones_were(run_import, project, tmp_path, source):
    rng = np.random.default_rng(7)

    def draw(path, pages):
        path.parent.mkdir(parents=True, exist_ok=True)
        images = [Image.fromarray(rng.integers(0, 256, (64, 64), np.uint8)) for _ in range(pages)]
        images[0].save(path, save_all=True, append_images=images[1:])

    draw(source / "a" / "1.tiff", 1)
    draw(source / "b" / "1.tiff", 1)
    run_import(cut="tiles", tile=32, test_fraction=0)
    draw(tmp_path / "later" / "a" / "2.tiff", 2)
    assert more(tmp_path / "later", project).added == 8
    with project.image_set() as image_set:
        assert image_set.sources[-1] == "a/2.tiff#page=2&xywh=32,32,32,32"


def test_the_range_in_use_stays_when_more_is_added(run_import, project, tmp_path, source):
    def deep(path, most):
        path.parent.mkdir(parents=True, exist_ok=True)
        levels = np.linspace(0, most, 400).astype(np.uint16).reshape(20, 20)
        Image.fromarray(levels).save(path)

    deep(source / "a" / "1.png", 4095)
    deep(source / "b" / "1.png", 4094)
    run_import(depth="used", test_fraction=0)
    deep(tmp_path / "later" / "a" / "2.png", 1000)
    more(tmp_path / "later", project)
    with project.image_set() as image_set:
        assert image_set.preparation["depth"] == [0.0, 4095.0]
        assert image_set.read([2]).max() < 80
