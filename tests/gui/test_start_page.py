"""Recent projects, sample drawings."""

from __future__ import annotations

import importlib

import pytest
from PySide6.QtCore import Qt

from engine import __version__
from engine.runtime import StopSource, UserError
from gui import sample_project
from gui.pages.condense_parts.runs import read_row
from gui.project_glance import glance_at
from gui.sample_project import SampleSize, make_sample_project
from gui.widgets.project_card import ProjectCard

TINY = SampleSize(per_class=2, size=16)


def cards(window, qtbot, count) -> list[ProjectCard]:
    page = window.pages["start"]
    qtbot.waitUntil(lambda: len(page.cards) == count, timeout=5000)
    return page.cards


def test_a_first_start_says_what_shizuku_does(window):
    page = window.pages["start"]
    assert not page.cards
    assert "never changed" in page.none.text()
    assert page.new.isEnabled()


def test_an_opened_project_becomes_a_card_that_opens_it_again(opened, qtbot):
    window, project, _ = opened
    window.close_project()
    card = cards(window, qtbot, 1)[0]
    assert (card.name.text(), card.holds.text()) == ("p", "51 pictures in 3 classes")
    assert len(card.glance.pictures) == 3
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.workspace.project.path == project.path


def test_a_card_can_be_used_by_keyboard(opened, qtbot):
    window, project, _ = opened
    window.close_project()
    card = cards(window, qtbot, 1)[0]
    qtbot.keyClick(card, Qt.Key.Key_Return)
    assert window.workspace.project.path == project.path
    window.close_project()
    qtbot.keyClick(cards(window, qtbot, 1)[0], Qt.Key.Key_Delete)
    cards(window, qtbot, 0)
    assert project.path.is_dir()
    assert window.services.settings.remembered.recent == []


def test_a_project_that_is_gone_is_told_and_does_not_open(window, qtbot, tmp_path):
    window.services.settings.remembered.opened(tmp_path / "gone.shizuku")
    window.go("start")
    card = cards(window, qtbot, 1)[0]
    assert "Not found" in card.holds.text()
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert window.workspace.project is None


@pytest.mark.parametrize("damaged", ["images.h5", "project.sqlite"])
def test_a_damaged_project_says_so_and_hides_no_other(opened, qtbot, tmp_path, damaged):
    window, project, _ = opened
    window.close_project()
    (project.path / damaged).write_bytes(b"no such thing" * 100)
    window.services.settings.remembered.opened(tmp_path / "gone.shizuku")
    window.go("start")
    gone, broken = cards(window, qtbot, 2)
    assert "Not found" in gone.holds.text()
    assert "Not found" not in broken.holds.text()
    assert damaged in broken.holds.text()
    qtbot.mouseClick(broken, Qt.MouseButton.LeftButton)
    assert window.workspace.project is None


@pytest.mark.parametrize(
    "damaged", [{"sets": [{"name": "condensed"}]}, {"sets": None}, {"sets": ["condensed"]}, []]
)
def test_a_damaged_trial_hides_neither_project_nor_run(opened, damaged):
    _, project, run = opened
    run.add_trial(damaged)
    glance = glance_at(project.path)
    assert glance.found
    assert glance.accuracy is None
    assert read_row(run).accuracy is None


def test_a_tried_project_shows_its_accuracy(opened):
    _, project, run = opened
    run.add_trial({"sets": [{"name": "condensed", "accuracy_mean": 0.875}]})
    assert glance_at(project.path).accuracy == 0.875


def test_the_sample_drawings_are_made_imported_and_opened(window, qtbot, monkeypatch, home):
    monkeypatch.setattr(sample_project, "SampleSize", lambda: TINY)
    # The condense page, shown at the end, would first try out the compiler.
    estimating = importlib.import_module("engine.synthesis.estimate")
    monkeypatch.setattr(estimating, "can_compile", lambda device: False)
    window.pages["start"].samples.click()
    assert not window.pages["start"].new.isEnabled()
    assert window.pages["start"].new.toolTip() == "A job is still running."
    qtbot.waitUntil(lambda: window.workspace.project is not None, timeout=30_000)
    assert window.workspace.project.path == home / "Shizuku" / "Samples" / "samples.shizuku"
    assert len(window.workspace.image_set.class_names) >= 8
    assert window.page == "condense"
    assert window.pages["start"].new.isEnabled()


def test_a_cancelled_sample_project_leaves_nothing_and_can_be_made_again(tmp_path):
    source = StopSource()

    def emit(event):
        source.stop()

    with pytest.raises(Exception, match="keep"):
        make_sample_project(tmp_path / "s", size=TINY, emit=emit, token=source.token)
    assert [*(tmp_path / "s").iterdir()] == []
    made = make_sample_project(
        tmp_path / "s", size=TINY, emit=lambda event: None, token=StopSource().token
    )
    assert made.has_images


def test_drawings_of_somebody_else_are_not_touched(tmp_path):
    own = tmp_path / "s" / "drawings"
    own.mkdir(parents=True)
    with pytest.raises(UserError):
        make_sample_project(
            tmp_path / "s", size=TINY, emit=lambda event: None, token=StopSource().token
        )
    assert own.is_dir()
    assert not (tmp_path / "s" / "samples.shizuku").exists()


def test_what_is_new_is_open_to_who_comes_back_until_it_was_read(opened):
    window, _, _ = opened
    news, remembered = window.pages["start"].news, window.services.settings.remembered
    assert not news.heading.isChecked()
    window.go("start")
    assert news.heading.isChecked()
    assert __version__ in news.heading.text()
    assert news.points.isVisible()
    assert "F1" in news.points.text()
    window.go("import")
    assert remembered.news_read == __version__
    window.go("start")
    assert not news.heading.isChecked()
    news.heading.click()
    assert news.points.isVisible()
