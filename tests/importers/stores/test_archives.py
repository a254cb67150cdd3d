"""Archives as factories send them, and as nobody should."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from engine.project import Project
from engine.runtime import StopMode, Stopped, StopSource, UserError
from importers import ImportOptions, import_folder
from importers.stores import archives, open_store
from importers.walking import walk


def nothing(_event: object) -> None:
    """Nobody watches."""


def token():
    return StopSource().token


def picture(tone: int) -> bytes:
    out = io.BytesIO()
    rng = np.random.default_rng(tone)
    Image.fromarray(rng.integers(0, 256, (20, 24), dtype=np.uint8)).save(out, "PNG")
    return out.getvalue()


def names() -> list[str]:
    return [f"{name}/{number}.png" for name in ("傷", "良品") for number in range(4)]


@pytest.fixture
def zipped(tmp_path) -> Path:
    path = tmp_path / "写真.zip"
    with zipfile.ZipFile(path, "w") as made:
        for tone, name in enumerate(names()):
            made.writestr(name, picture(tone))
        made.writestr("__MACOSX/._傷", b"x")
    return path


@pytest.fixture(params=["tar", "tar.gz", "tar.xz", "tar.bz2"])
def tarred(request, tmp_path) -> Path:
    path = tmp_path / f"写真.{request.param}"
    mode = "w" if request.param == "tar" else f"w:{request.param[4:]}"
    with tarfile.open(path, mode) as made:
        for tone, name in enumerate(names()):
            data = picture(tone)
            entry = tarfile.TarInfo(f"./{name}")
            entry.size = len(data)
            made.addfile(entry, io.BytesIO(data))
    return path


def imported(path: Path, tmp_path: Path):
    project = Project.create(tmp_path / "p.shizuku")
    options = ImportOptions(size=16)
    outcome = import_folder(path, project, options, emit=nothing, token=token())
    return project, outcome


def test_a_zip_is_imported_without_being_unpacked(zipped, tmp_path):
    before = {one.name for one in tmp_path.iterdir()}
    project, outcome = imported(zipped, tmp_path)
    assert outcome.classes == {"傷": 4, "良品": 4}
    assert {one.name for one in tmp_path.iterdir()} == {*before, "p.shizuku"}
    with project.image_set() as image_set:
        assert sorted(image_set.sources) == sorted(names())
        assert image_set.roots == [str(zipped.absolute())]


def test_tars_of_all_kinds_are_imported(tarred, tmp_path):
    _, outcome = imported(tarred, tmp_path)
    assert outcome.classes == {"傷": 4, "良品": 4}
    assert not outcome.refused


def test_names_of_old_japanese_programs_are_read(tmp_path):
    path = tmp_path / "old.zip"
    with zipfile.ZipFile(path, "w") as made:
        entry = zipfile.ZipInfo("x")
        # What a program writes that stores Windows' Japanese encoding without saying so.
        entry.filename = "良品/1.png".encode("cp932").decode("cp437")
        entry.flag_bits = 0
        made.writestr(entry, picture(1))
    data = path.read_bytes()
    mangled = "良品/1.png".encode("cp932").decode("cp437").encode("utf-8")
    raw = "良品/1.png".encode("cp932")
    if mangled in data:  # the standard library insists on UTF-8 here; undo it by hand
        data = data.replace(mangled, raw.ljust(len(mangled), b"_"))
        data = data.replace(b"\x00\x08", b"\x00\x00")
    path.write_bytes(data)
    store = open_store(path, token=token())
    assert any(name.startswith("良品/") for name in store.files)
    store.close()


@pytest.mark.parametrize(
    "name", ["../out.png", "a/../../out.png", "/etc/out.png", "C:\\out.png", "\\\\host\\x.png"]
)
def test_names_that_lead_out_are_refused(tmp_path, name):
    path = tmp_path / "evil.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(name, picture(1))
        made.writestr("a/1.png", picture(2))
    listing = walk(path, emit=nothing, token=token())
    assert list(listing.files) == ["a/1.png"]
    assert [one.reason_key for one in listing.refused] == ["import.archive_outside"]
    listing.store.close()


def test_links_in_a_tar_are_refused(tmp_path):
    path = tmp_path / "links.tar"
    with tarfile.open(path, "w") as made:
        entry = tarfile.TarInfo("a/link.png")
        entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
        made.addfile(entry)
    listing = walk(path, emit=nothing, token=token())
    assert not listing.files
    assert [one.reason_key for one in listing.refused] == ["import.archive_link"]
    listing.store.close()


def test_a_bomb_in_a_zip_is_refused_alone(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("a/1.png", picture(1))
        with made.open("a/bomb.bmp", "w", force_zip64=True) as entry:
            for _ in range(80):
                entry.write(bytes(1 << 20))
    listing = walk(path, emit=nothing, token=token())
    assert list(listing.files) == ["a/1.png"]
    assert [one.reason_key for one in listing.refused] == ["import.archive_ratio"]
    listing.store.close()


def test_a_compressed_tar_that_is_a_bomb_is_refused_while_it_unpacks(tmp_path, monkeypatch):
    path = tmp_path / "bomb.tar.gz"
    with tarfile.open(path, "w:gz") as made:
        entry = tarfile.TarInfo("a/bomb.bmp")
        entry.size = 80 << 20
        made.addfile(entry, io.BytesIO(bytes(80 << 20)))
    with pytest.raises(UserError) as caught:
        open_store(path, token=token())
    assert caught.value.key == "import.archive_bomb"
    assert str(path) in caught.value.sentence("en")


def test_too_many_entries_are_refused(zipped, monkeypatch):
    monkeypatch.setattr(archives, "MAX_ENTRIES", 3)
    with pytest.raises(UserError) as caught:
        open_store(zipped, token=token())
    assert caught.value.key == "import.archive_entries"


def test_a_locked_entry_is_named(zipped):
    data = bytearray(zipped.read_bytes())
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    zipped.write_bytes(bytes(data))
    store = open_store(zipped, token=token())
    assert [one.reason_key for one in store.refused] == ["import.archive_locked"]
    store.close()


def test_a_file_that_is_damaged_in_its_archive_is_refused_and_the_rest_goes_on(zipped, tmp_path):
    data = bytearray(zipped.read_bytes())
    at = data.index(b"IDAT") + 10
    data[at] ^= 0xFF
    zipped.write_bytes(bytes(data))
    _, outcome = imported(zipped, tmp_path)
    assert outcome.images == 7
    assert [one.reason_key for one in outcome.refused] == ["import.unreadable"]


def test_what_is_no_archive_says_so(tmp_path):
    for name in ("x.zip", "x.tar", "x.tar.gz", "x.tar.xz"):
        path = tmp_path / name
        path.write_bytes(b"this is no archive" * 100)
        with pytest.raises(UserError) as caught:
            open_store(path, token=token())
        assert caught.value.key == "import.archive_damaged"
        assert caught.value.exit_code == 3


def test_decompressing_answers_a_stop(tmp_path):
    path = tmp_path / "a.tar.gz"
    with tarfile.open(path, "w:gz") as made:
        entry = tarfile.TarInfo("a/x")
        entry.size = 4 << 20
        made.addfile(entry, io.BytesIO(os.urandom(4 << 20)))
    source = StopSource()
    source.stop(StopMode.DISCARD)
    with pytest.raises(Stopped):
        open_store(path, token=source.token)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_mutated_archives_never_crash(zipped, data):
    """Any byte may be wrong: a sentence, or a listing whose files can be read or not."""
    content = bytearray(zipped.read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = zipped.with_name("mutated.zip")
    path.write_bytes(bytes(content))
    try:
        store = open_store(path, token=token())
    except UserError:
        return
    for name in store.files:
        try:
            with store.open(name) as file:
                file.read()
        except OSError:
            pass
    store.close()
