"""A folder is understood, previewed and imported; bad ones are told."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw
from PySide6.QtWidgets import QApplication, QPushButton

from engine.project import Refused, SourceNotice
from gui.new_project import proposed_path, usable_name
from gui.pages.import_parts import notices as notices_module
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


def test_the_preview_follows_the_theme(window, qtbot, pictures):
    page = prepared(window, qtbot, pictures)
    tiles = page.preparing.pairs.tiles
    qtbot.waitUntil(lambda: tiles.rowCount() == 21, timeout=10_000)
    light = tiles.tiles[0].load()
    window.services.theme.use("dark")
    qtbot.waitUntil(lambda: tiles.tiles[0].load().sum() < light.sum(), timeout=10_000)


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
    assert not page.primary.isEnabled()
    assert "Importing into many" in page.reason.text()
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
    qtbot.waitUntil(lambda: "枚" in page.primary.text(), timeout=5000)
    assert page.preparing.form.options().size == 48
    assert page.preparing.form.options().fit == "crop"
    window.services.languages.use("en")
    qtbot.waitUntil(lambda: page.primary.text() == "Import 22 pictures", timeout=5000)


def test_several_evidence_windows_each_show_their_pictures(window, qtbot, pictures):
    notices = [
        SourceNotice("constant", 1, "import.constant", {"count": 1}, [f"丸/{number}.png"])
        for number in range(3)
    ]
    page = window.pages["import"]
    page.imported.notices.show_notices(pictures, notices, ())
    for button in page.imported.notices.findChildren(QPushButton):
        button.click()
    dialogs = page.findChildren(EvidenceDialog)
    for dialog in dialogs:
        qtbot.waitUntil(lambda d=dialog: d.pictures.tiles.rowCount() == 1, timeout=10_000)
        dialog.close()


def test_evidence_closed_while_it_is_read_is_forgotten(window, qtbot, pictures, monkeypatch):
    def slow(_root, _names, token):
        time.sleep(0.3)
        return []

    monkeypatch.setattr(notices_module, "_read", slow)
    page = window.pages["import"]
    notice = SourceNotice("constant", 1, "import.constant", {"count": 1}, ["丸/0.png"])
    page.imported.notices.show_notices(pictures, [notice], ())
    page.imported.notices.findChildren(QPushButton)[0].click()
    page.findChildren(EvidenceDialog)[0].close()
    qtbot.waitUntil(lambda: not page.findChildren(EvidenceDialog), timeout=5000)
    assert not window.services.background.busy
    qtbot.wait(400)
    assert window.banners.messages == []


def test_evidence_whose_files_are_gone_says_so(window, qtbot, pictures):
    page = window.pages["import"]
    notice = SourceNotice("constant", 1, "import.constant", {"count": 1}, ["丸/gone.png"])
    page.imported.notices.show_notices(pictures, [notice], ())
    page.imported.notices.findChildren(QPushButton)[0].click()
    dialog = page.findChildren(EvidenceDialog)[0]
    qtbot.waitUntil(dialog.unseen.isVisible, timeout=5000)
    assert dialog.table.item(0, 0).text() == "丸/gone.png"
    dialog.close()


def test_evidence_follows_the_language(window, qtbot, pictures):
    page = imported(window, qtbot, pictures)
    page.imported.notices.findChildren(QPushButton)[0].click()
    dialog = page.findChildren(EvidenceDialog)[0]
    english = dialog.table.item(0, 1).text()
    window.services.languages.use("ja")
    qtbot.waitUntil(lambda: dialog.table.item(0, 1).text() != english, timeout=5000)
    assert dialog.table.item(0, 0).text() == "丸/壊れた.png"
    dialog.close()


def test_a_hundred_thousand_refused_files_do_not_hold_the_window(window, tmp_path):
    notices = window.pages["import"].preparing.notices
    refused = [Refused(f"a/{n}.txt", "import.not_a_picture") for n in range(100_000)]
    start = time.perf_counter()
    notices.show_notices(tmp_path, (), refused)
    assert time.perf_counter() - start < 0.1
    assert notices.sentences == ["Files that cannot be used: 100,000"]


def test_notices_of_one_project_are_not_shown_for_another(window, qtbot, pictures, make_project):
    page = imported(window, qtbot, pictures)
    assert str(pictures) in page.imported.source.text()
    project, _ = make_project()
    window.open_project(project.path)
    assert page.imported.source.text() == ""
    assert page.imported.notices.sentences == ["Nothing to worry about."]


def test_the_layout_is_recognised_and_can_be_chosen(window, qtbot, tmp_path):
    for part in ("train", "test"):
        for name in ("a", "b"):
            (tmp_path / "x" / part / name).mkdir(parents=True)
            Image.new("L", (8, 8), 90).save(tmp_path / "x" / part / name / "1.png")
    page = prepared(window, qtbot, tmp_path / "x")
    form = page.preparing.form
    assert form.layout_kind.currentText() == "Automatic: train and test folders"
    assert not form.test_share.isEnabled()
    assert "of its own" in form.test_share.toolTip()
    window.services.languages.use("ja")
    qtbot.waitUntil(lambda: "自動" in form.layout_kind.currentText(), timeout=5000)
    assert "学習" in form.layout_kind.currentText()
    window.services.languages.use("en")
    automatic = "Automatic: train and test folders"
    qtbot.waitUntil(lambda: form.layout_kind.currentText() == automatic, timeout=5000)
    form.layout_kind.setCurrentIndex(form.layout_kind.findData("list"))
    qtbot.waitUntil(lambda: page.preparing.error is not None, timeout=5000)
    assert "CSV" in page.reason.text()
    form.layout_kind.setCurrentIndex(form.layout_kind.findData("class-folders"))
    qtbot.waitUntil(lambda: page.preparing.scan is not None, timeout=5000)
    assert form.layout_kind.itemText(0) == "Automatic"
    assert page.primary.isEnabled()


def test_a_project_cannot_be_put_into_its_own_source(window, qtbot, pictures, tmp_path):
    page = prepared(window, qtbot, pictures)
    page.preparing.form._folder = pictures
    assert "cannot lie inside" in page.preparing.form.fault()
    (tmp_path / "link").symlink_to(pictures)
    page.preparing.form._folder = tmp_path / "link"
    assert "cannot lie inside" in page.preparing.form.fault()


def test_another_folder_can_be_chosen_after_a_wrong_one(window, qtbot, tmp_path):
    page = prepared(window, qtbot, tmp_path / "missing")
    assert page.another.isVisible()
    assert page.another.isEnabled()


def test_proposed_names_suit_every_system(tmp_path):
    assert proposed_path(Path("/a/写真 1"), tmp_path).name == "写真 1.shizuku"
    assert proposed_path(Path("/"), tmp_path).name == "pictures.shizuku"
    (tmp_path / "x.shizuku").mkdir()
    assert proposed_path(Path("/a/x"), tmp_path).name == "x-2.shizuku"
    assert proposed_path(Path("/a/con"), tmp_path).name == "pictures.shizuku"
    assert len(proposed_path(Path("/a") / ("写" * 80), tmp_path).name.encode()) < 255
    assert not usable_name("a:b")
    assert not usable_name("NUL")
    assert not usable_name(" . ")


def with_findings(window, qtbot, tmp_path):
    """A project with a picture in two classes (left out) and a blank one (only noticed)."""
    folder = tmp_path / "気になる"
    rng = np.random.default_rng(3)
    for name in ("a", "b"):
        (folder / name).mkdir(parents=True)
        for number in range(12):
            pixels = rng.integers(0, 256, (24, 24), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / name / f"{number}.png")
    shutil.copy(folder / "a" / "0.png", folder / "b" / "wrong.png")
    Image.new("L", (24, 24), 128).save(folder / "a" / "blank.png")
    return imported(window, qtbot, folder)


def remedy_button(page, words: str) -> QPushButton:
    """The newest of that name; those drawn before it may not be gone yet."""
    found = page.imported.notices.findChildren(QPushButton)
    return [one for one in found if one.text() == words][-1]


def offers(page, words: str) -> bool:
    return any(
        one.text() == words and one.isVisible()
        for one in page.imported.notices.findChildren(QPushButton)
    )


def test_a_remedy_is_one_click_and_so_is_its_undoing(window, qtbot, tmp_path):
    page = with_findings(window, qtbot, tmp_path)
    images = window.workspace.image_set
    assert (images.pictures, len(images)) == (24, 26)
    remedy_button(page, "Leave out").click()
    qtbot.waitUntil(lambda: window.workspace.image_set.pictures == 23, timeout=5000)
    assert "23 pictures" in page.imported.facts.text()
    assert any("Left out: 1." in one for one in page.imported.notices.sentences)
    for _ in range(2):
        qtbot.waitUntil(lambda: offers(page, "Put back"), timeout=5000)
        remedy_button(page, "Put back").click()
    qtbot.waitUntil(lambda: window.workspace.image_set.pictures == 26, timeout=5000)


def test_evidence_of_a_finding_shows_copies_beside_each_other(window, qtbot, tmp_path):
    page = with_findings(window, qtbot, tmp_path)
    page.imported.notices.findChildren(QPushButton)[0].click()
    dialog = page.findChildren(EvidenceDialog)[0]
    qtbot.waitUntil(lambda: dialog.pictures.tiles.rowCount() == 2, timeout=10_000)
    names = {dialog.table.item(0, 0).text(), dialog.table.item(0, 1).text()}
    assert names == {"a/0.png", "b/wrong.png"}
    dialog.close()


def test_remedies_wait_for_a_running_job(window, qtbot, tmp_path):
    page = with_findings(window, qtbot, tmp_path)
    page.imported.notices.enable_remedies(False)
    assert not remedy_button(page, "Leave out").isEnabled()


def test_more_pictures_are_added_from_the_window(window, qtbot, tmp_path, pictures):
    page = imported(window, qtbot, pictures)
    before = window.workspace.image_set.pictures
    folder = tmp_path / "later"
    (folder / "星").mkdir(parents=True)
    for number in range(3):
        pixels = np.random.default_rng(900 + number).integers(0, 256, (24, 24), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / "星" / f"{number}.png")
    page.import_more(folder)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    qtbot.waitUntil(lambda: window.workspace.image_set is not None, timeout=5000)
    assert window.workspace.image_set.pictures == before + 3
    assert "星" in window.workspace.image_set.class_names


def test_adding_an_empty_folder_leaves_the_project_as_it_was(window, qtbot, tmp_path, pictures):
    page = imported(window, qtbot, pictures)
    before = window.workspace.image_set.pictures
    (tmp_path / "empty").mkdir()
    page.import_more(tmp_path / "empty")
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    qtbot.waitUntil(lambda: window.workspace.image_set is not None, timeout=5000)
    assert window.workspace.image_set.pictures == before
    assert window.banners.messages


def test_the_check_report_is_saved(window, qtbot, tmp_path):
    page = with_findings(window, qtbot, tmp_path)
    path = tmp_path / "レポート.html"
    page.save_report(path)
    qtbot.waitUntil(path.exists, timeout=10_000)
    assert "b/wrong.png" in path.read_text(encoding="utf-8")


def test_the_form_asks_for_what_a_layout_and_a_cut_need(window, qtbot, pictures):
    page = prepared(window, qtbot, pictures)
    form = page.preparing.form
    form.steps.fold.open()
    form.drawings.fold.open()
    assert not form.meaning.pattern.isVisibleTo(form)
    assert not form.drawings.tile.isVisibleTo(form.drawings)
    form.drawings.cut.setCurrentIndex(form.drawings.cut.findData("tiles"))
    assert form.drawings.tile.isVisibleTo(form.drawings)
    form.drawings.cut.setCurrentIndex(form.drawings.cut.findData("regions"))
    assert "regions" in form.fault()
    form.drawings.cut.setCurrentIndex(form.drawings.cut.findData("whole"))
    form.steps.deskew.setChecked(True)
    form.steps.rotate.setCurrentIndex(1)
    options = form.options()
    assert (options.deskew, options.rotate, options.cut) == (True, 90, "whole")
    form.layout_kind.setCurrentIndex(form.layout_kind.findData("file-name"))
    assert form.meaning.pattern.isVisibleTo(form)
    form.meaning.pattern.setText("{class}")
    form.meaning.pattern.editingFinished.emit()
    assert form.options().pattern == "{class}"


def test_pictures_without_classes_get_proposals(window, qtbot, tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    for number in range(24):
        page = np.full((64, 64), 230, np.uint8)
        shift = number % 5
        if number % 2:
            page[::8, :] = 20
        else:
            page[20 + shift : 44 + shift, 20:44] = 20
        Image.fromarray(page).save(folder / f"{'xyzwv'[number % 5]}{chr(97 + number)}.png")
    page = prepared(window, qtbot, folder)
    assert page.preparing.scan.layout == "unlabelled"
    assert page.preparing.propose.isVisibleTo(page)
    dialog = page.preparing.proposals_dialog()
    dialog.show()
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=60_000)
    dialog.groups.setValue(2)
    qtbot.waitUntil(lambda: len(dialog.names) == 2, timeout=30_000)
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=30_000)
    for field, name in zip(dialog.names, ("格子", "四角"), strict=True):
        field.setText(name)
    dialog.accept_button.click()
    qtbot.waitUntil(
        lambda: page.preparing.scan is not None and len(page.preparing.scan.classes) == 2,
        timeout=20_000,
    )
    assert [one.train for one in page.preparing.scan.classes] == [12, 12]


def test_an_archive_is_prepared_like_a_folder(window, qtbot, tmp_path, pictures):
    path = shutil.make_archive(str(tmp_path / "検査"), "zip", pictures)
    page = prepared(window, qtbot, Path(path))
    assert page.preparing.scan.total > 0
    assert page.preparing.form.name.text() == "検査"
