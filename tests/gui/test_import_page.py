"""A folder is understood, previewed and imported; bad ones are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QApplication, QPushButton

from gui.new_project import proposed_path, usable_name
from gui.pages.import_parts.evidence import EvidenceDialog


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    """Two classes of ten drawings, a copy, a file that is none."""
    folder = tmp_path / "検査 写真"
    for name, sides in {"丸": 24, "三角": 3}.items():
        (folder / name).mkdir(parents=True)
        for number in range(10):
            image = Image.new("L", (40, 30), 240 - number)
            draw = ImageDraw.Draw(image)
            draw.regular_polygon((20, 15, 6 + number % 4), sides, rotation=5 * number, fill=20)
            image.save(folder / name / f"{number}.png")
    (folder / "丸" / "copy.png").write_bytes((folder / "丸" / "0.png").read_bytes())
    (folder / "丸" / "壊れた.png").write_bytes(b"no picture")
    return folder


def prepared(window, qtbot, folder):
    """The import page when the folder has been looked at."""
    window.import_folder(folder)
    page = window.pages["import"]
    qtbot.waitUntil(
        lambda: page.preparing.scan is not None or page.preparing.error is not None, timeout=10_000
    )
    return page


def imported(window, qtbot, folder, *, side=16):
    page = prepared(window, qtbot, folder)
    page.preparing.form.side.setValue(side)
    page.primary.click()
    qtbot.waitUntil(lambda: window.workspace.image_set is not None, timeout=20_000)
    return page


def test_without_a_project_the_page_teaches(window):
    window.go("import")
    page = window.pages["import"]
    assert "one subfolder a class" in page.empty.sentence.text()
    assert page.primary.isHidden()


def test_a_folder_is_shown_as_understood_with_a_preview(window, qtbot, pictures):
    page = prepared(window, qtbot, pictures)
    rows = page.preparing.classes.rows
    assert [(one.name, one.train, one.test) for one in rows] == [
        ("三角", 10, None),
        ("丸", 12, None),
    ]
    assert page.primary.text() == "Import 22 pictures"
    assert page.reason.text().startswith("Takes about")
    qtbot.waitUntil(lambda: page.preparing.pairs.tiles.rowCount() == 21, timeout=10_000)


def test_the_preview_follows_the_options(window, qtbot, pictures):
    page = prepared(window, qtbot, pictures)
    tiles = page.preparing.pairs.tiles
    qtbot.waitUntil(lambda: tiles.rowCount() == 21, timeout=10_000)
    before = tiles.tiles[0].load()
    page.preparing.form.side.setValue(16)
    qtbot.waitUntil(lambda: (tiles.tiles[0].load() != before).any(), timeout=10_000)


def test_import_makes_a_project_and_shows_what_it_holds(window, qtbot, pictures, home):
    page = imported(window, qtbot, pictures)
    assert window.workspace.project.path == home / "Shizuku" / "検査 写真.shizuku"
    assert window.page == "import"
    assert "21 pictures in 2 classes" in page.imported.facts.text()
    assert any("cannot be used: 1" in one for one in page.imported.notices.sentences)
    assert any("copies" in one for one in page.imported.notices.sentences)
    samples = page.imported.samples.samples
    qtbot.waitUntil(lambda: samples.rowCount() == 2, timeout=10_000)
    page.primary.click()
    assert window.page == "condense"


def test_the_evidence_of_a_notice_is_shown_and_can_be_copied(window, qtbot, pictures):
    page = imported(window, qtbot, pictures)
    for button in page.imported.notices.findChildren(QPushButton):
        button.click()
    dialogs = page.findChildren(EvidenceDialog)
    refused, copies = dialogs[0], dialogs[1]
    assert refused.table.item(0, 0).text() == "丸/壊れた.png"
    assert refused.table.item(0, 1).text()
    qtbot.waitUntil(lambda: copies.pictures.tiles.rowCount() >= 1, timeout=10_000)
    refused.copy.click()
    assert QApplication.clipboard().text().startswith("丸/壊れた.png\t")
    for dialog in dialogs:
        dialog.close()


def test_the_sources_are_unchanged(window, qtbot, pictures):
    before = {path: path.read_bytes() for path in pictures.rglob("*.png")}
    imported(window, qtbot, pictures)
    assert {path: path.read_bytes() for path in pictures.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("kind", ["missing", "empty", "file"])
def test_a_folder_that_cannot_be_used_is_told_in_place(window, qtbot, tmp_path, kind):
    folder = tmp_path / "x"
    if kind == "empty":
        folder.mkdir()
    elif kind == "file":
        folder.write_text("no folder")
    page = prepared(window, qtbot, folder)
    assert str(folder) in page.preparing.facts.text()
    assert not page.primary.isEnabled()
    assert page.reason.text() == page.preparing.facts.text()


def test_a_project_name_that_is_taken_or_impossible_is_refused_with_a_reason(
    window, qtbot, pictures, home
):
    imported(window, qtbot, pictures)
    page = prepared(window, qtbot, pictures)
    form = page.preparing.form
    assert form.name.text() == "検査 写真-2"
    for name, word in (("検査 写真", "exists already"), ("a/b", "without"), ("", "without")):
        form.name.setText(name)
        assert word in page.reason.text()
        assert not page.primary.isEnabled()
    form.name.setText("good")
    assert page.primary.isEnabled()


def test_back_returns_to_what_the_project_holds(window, qtbot, pictures):
    page = imported(window, qtbot, pictures)
    prepared(window, qtbot, pictures)
    page.back.click()
    assert page.stack.currentWidget() is page.imported


def test_a_cancelled_import_leaves_no_project(window, qtbot, tmp_path, home):
    folder = tmp_path / "many"
    for name in ("a", "b"):
        (folder / name).mkdir(parents=True)
        for number in range(60):
            Image.effect_noise((500, 500), 60).save(folder / name / f"{number}.png")
    page = prepared(window, qtbot, folder)
    page.primary.click()
    window.jobs.cancel()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=5000)
    assert not (home / "Shizuku" / "many.shizuku").exists()
    assert window.workspace.project is None
    assert page.primary.isEnabled()


def test_a_failed_import_is_told_and_leaves_no_project(window, qtbot, tmp_path, home):
    folder = tmp_path / "broken"
    for name in ("a", "b"):
        (folder / name).mkdir(parents=True)
        (folder / name / "1.png").write_bytes(b"no picture")
    page = prepared(window, qtbot, folder)
    page.primary.click()
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=10_000)
    assert [one.key for one in window.banners.messages] == ["import.nothing_usable"]
    assert not (home / "Shizuku" / "broken.shizuku").exists()


def test_the_language_changes_everything_and_keeps_the_choices(window, qtbot, pictures):
    page = prepared(window, qtbot, pictures)
    page.preparing.form.side.setValue(48)
    page.preparing.form.fit.setCurrentIndex(2)
    window.services.languages.use("ja")
    assert page.preparing.form.options().size == 48
    assert page.preparing.form.options().fit == "crop"
    assert "枚" in page.primary.text()
    window.services.languages.use("en")
    assert page.primary.text() == "Import 22 pictures"


def test_proposed_names_suit_every_system(tmp_path):
    assert proposed_path(Path("/a/写真 1"), tmp_path).name == "写真 1.shizuku"
    assert proposed_path(Path("/"), tmp_path).name == "pictures.shizuku"
    (tmp_path / "x.shizuku").mkdir()
    assert proposed_path(Path("/a/x"), tmp_path).name == "x-2.shizuku"
    assert not usable_name("a:b")
    assert not usable_name(" . ")
