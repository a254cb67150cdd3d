"""Steering on the condense page: what to put first, whose appearance, what an expert chooses."""

from __future__ import annotations

import shutil
import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog

from engine.data.recipe import WEIGHT_PRESETS, CondenseRecipe
from engine.project import Project
from engine.runtime import StopSource
from engine.synthesis.estimate import Estimate
from gui.jobs import Job
from importers import ImportOptions, import_folder

LONG = 60_000
RECOGNISE = "engine.inspection.kind.recognise_kind"


@pytest.fixture(autouse=True)
def light(monkeypatch):
    """No measuring of time and memory, and drawings are recognised without looking."""
    monkeypatch.setattr(
        "engine.synthesis.estimate",
        lambda images, recipe: Estimate(60.0, 1_000_000, 8_000_000_000, 300, "cpu"),
    )
    monkeypatch.setattr(RECOGNISE, lambda images: "drawing")


def draw(folder, count, tone=0):
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(tone, tone + count):
        pixels = np.random.default_rng(number).integers(0, 256, (20, 20), dtype=np.uint8)
        Image.fromarray(pixels).save(folder / f"{number}.png")
    return folder


@pytest.fixture
def scans(tmp_path):
    """A flat folder of pictures to look like."""
    return draw(tmp_path / "scans", 4)


@pytest.fixture
def page(window, tmp_path, qtbot):
    """The condense page of a project that was imported from files."""
    for tone, name in enumerate("ab"):
        draw(tmp_path / "pictures" / name, 6, tone=100 * tone)
    project = Project.create(tmp_path / "p.shizuku")
    import_folder(
        tmp_path / "pictures",
        project,
        ImportOptions(size=16),
        emit=lambda _event: None,
        token=StopSource().token,
    )
    window.open_project(project.path)
    window.go("condense")
    page = window.pages["condense"]
    settle(page, qtbot)
    return page


def settle(page, qtbot):
    qtbot.waitUntil(lambda: not page.jobs.busy and not page.services.background.busy, timeout=LONG)


def refer(page, qtbot, monkeypatch, folder):
    """Choose a folder in the dialog and wait for its import."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    page.form.appearance.choices["reference"].click()
    page.form.appearance.reference.folder.click()
    settle(page, qtbot)


# --- weights --------------------------------------------------------------------------------------


def test_a_press_puts_something_first(page):
    for name, weights in WEIGHT_PRESETS.items():
        page.form.weights.presets.buttons[name].click()
        recipe = page.form.recipe()
        assert {one: getattr(recipe, one) for one in weights} == weights
        assert page.form.weights.presets.shown == name


def test_other_weights_are_no_preset_and_a_press_again_changes_nothing(page):
    weights = page.form.weights
    assert weights.presets.shown == "balanced"
    weights.presets.buttons["balanced"].click()
    assert weights.presets.buttons["balanced"].isChecked()
    weights.diversity.set_value(2)
    assert weights.presets.shown == ""
    assert not any(one.isChecked() for one in weights.presets.buttons.values())
    page.form.set_recipe(CondenseRecipe(content=0.5, style=2))
    assert weights.presets.shown == "appearance"


def test_the_words_are_for_the_kind_of_pictures(page, qtbot):
    hint = page.form.weights.style_weight.hint
    assert "scan noise" in hint.text()
    kinds = page.form.expert.measuring.picture_kind
    assert kinds.itemText(0) == "As recognised: drawings"
    kinds.setCurrentIndex(kinds.findData("photo"))
    assert "sharpness" in hint.text()
    kinds.setCurrentIndex(0)
    page.recogniser.forget()
    assert "texture" in hint.text()
    assert kinds.itemText(0) == "As recognised"
    page.shown()
    settle(page, qtbot)
    assert "scan noise" in hint.text()


def test_pictures_of_no_known_kind_leave_the_words_neutral(page, qtbot, monkeypatch):
    def fault(images):
        raise ValueError("no such picture")

    monkeypatch.setattr(RECOGNISE, fault)
    page.recogniser.forget()
    page.shown()
    settle(page, qtbot)
    assert page.recogniser.kind is None
    assert "line weight, noise and texture" in page.form.weights.style_weight.hint.text()


# --- whose appearance -----------------------------------------------------------------------------


def test_what_a_choice_needs_is_shown_once_it_is_made(page):
    choice = page.form.appearance
    assert not choice.reference.isVisible()
    assert not choice.variation.isVisible()
    choice.choices["varied"].click()
    assert choice.variation.isVisibleTo(page)
    choice.variation.setValue(3)
    recipe = page.form.recipe()
    assert (recipe.appearance, recipe.variation, recipe.reference) == ("varied", 3, None)
    choice.choices["mine"].click()
    assert page.form.recipe() == CondenseRecipe()


def test_without_a_reference_the_button_says_what_is_missing(page):
    page.form.appearance.choices["reference"].click()
    assert not page.primary.isEnabled()
    assert page.reason.text() == "Choose a reference folder, or another appearance."
    page.form.appearance.choices["mine"].click()
    assert page.primary.isEnabled()


def test_a_folder_is_imported_and_chosen(page, qtbot, monkeypatch, scans):
    refer(page, qtbot, monkeypatch, scans)
    (found,) = page.workspace.project.references()
    recipe = page.form.recipe()
    assert (recipe.appearance, recipe.reference) == ("reference", found.name)
    assert page.form.appearance.reference.list.currentText() == "scans · 4 pictures"
    assert [one.key for one in page.window().banners.messages] == ["import.reference_added"]
    assert page.primary.isEnabled()
    assert page.window().page == "condense"


def test_the_only_reference_is_chosen_by_itself_and_another_from_the_list(
    page, qtbot, monkeypatch, scans, tmp_path
):
    refer(page, qtbot, monkeypatch, scans)
    page.window().open_project(page.workspace.project.path)
    page.form.set_recipe(CondenseRecipe())
    page.form.appearance.reference.choose("")
    page.form.appearance.choices["mine"].click()
    page.form.appearance.choices["reference"].click()
    first = page.form.recipe().reference
    assert first
    refer(page, qtbot, monkeypatch, draw(tmp_path / "camera", 3))
    second = page.form.recipe().reference
    assert second != first
    box = page.form.appearance.reference
    assert [box.list.itemData(place) for place in range(box.list.count())] == [second, first]
    box.list.setCurrentIndex(1)
    box.list.activated.emit(1)
    assert page.form.recipe().reference == first


def test_a_folder_may_be_dropped_on_the_choice(page, qtbot, scans):
    page.form.appearance.choices["reference"].click()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(scans))])
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    action = Qt.DropAction.CopyAction
    box = page.form.appearance.reference
    entering = QDragEnterEvent(QPointF(5, 5).toPoint(), action, data, *keys)
    box.dragEnterEvent(entering)
    assert entering.isAccepted()
    box.dropEvent(QDropEvent(QPointF(5, 5), action, data, *keys))
    settle(page, qtbot)
    assert page.form.appearance.reference.known


def test_a_folder_without_pictures_is_told_and_nothing_is_chosen(
    page, qtbot, monkeypatch, tmp_path
):
    (tmp_path / "none").mkdir()
    refer(page, qtbot, monkeypatch, tmp_path / "none")
    assert [one.key for one in page.window().banners.messages] == ["import.reference_unusable"]
    assert not page.primary.isEnabled()
    assert "Choose a reference folder" in page.reason.text()


def test_an_import_can_be_cancelled(page, qtbot, monkeypatch, scans):
    gate = threading.Event()

    def slow(source, project, *, emit, token):
        gate.wait(20)
        token.raise_if_stopped()
        raise AssertionError("it was to be stopped")

    monkeypatch.setattr("importers.reference.import_reference", slow)
    page.form.appearance.choices["reference"].click()
    page.references.start(scans)
    assert not page.form.appearance.reference.folder.isEnabled()
    assert "A job is running" in page.form.appearance.reference.folder.toolTip()
    assert not page.primary.isEnabled()
    page.window().strip.cancel.click()
    gate.set()
    settle(page, qtbot)
    assert page.workspace.project.references() == []
    assert page.window().banners.messages == []
    assert page.form.appearance.reference.folder.isEnabled()


def test_an_earlier_run_shows_its_choice_also_when_its_reference_is_gone(
    page, qtbot, monkeypatch, scans
):
    refer(page, qtbot, monkeypatch, scans)
    project, recipe = page.workspace.project, page.form.recipe()
    run = project.new_run(recipe)
    page.form.set_recipe(CondenseRecipe())
    page.workspace.refresh_runs(run.id)
    settle(page, qtbot)
    page.list.reuse_button.click()
    assert page.form.recipe() == recipe
    assert page.primary.isEnabled()

    shutil.rmtree(project.path / "references")
    page.references.look()
    page.form.set_recipe(recipe)
    page._draw()
    assert page.form.recipe() == recipe
    assert not page.primary.isEnabled()
    assert f"no reference {recipe.reference}" in page.reason.text()


def removed(page, qtbot, monkeypatch, *, answer=True):
    """Press Remove and answer; what was asked."""
    asked = []

    def confirm(reference, users):
        asked.append((reference, [one.id for one in users], page.references.what_is_lost(users)))
        return answer

    monkeypatch.setattr(page.references, "confirm", confirm)
    page.form.appearance.reference.remove.click()
    settle(page, qtbot)
    return asked


def test_a_reference_can_be_removed_and_what_is_lost_is_said(
    page, qtbot, monkeypatch, scans, tmp_path
):
    assert not page.form.appearance.reference.remove.isVisible()
    refer(page, qtbot, monkeypatch, draw(tmp_path / "camera", 3))
    refer(page, qtbot, monkeypatch, scans)
    project, recipe = page.workspace.project, page.form.recipe()
    done, stopped = project.new_run(recipe), project.new_run(recipe)
    project.new_run(CondenseRecipe()).end("done", step=1)
    done.end("done", step=1)
    stopped.end("stopped", step=1)
    stopped.checkpoint_path.write_bytes(b"")
    page.workspace.refresh_runs()
    settle(page, qtbot)

    ((reference, users, lost),) = removed(page, qtbot, monkeypatch, answer=False)
    assert (reference.title, set(users)) == ("scans", {done.id, stopped.id})
    assert "1 of them are not finished" in lost
    assert len(project.references()) == 2

    removed(page, qtbot, monkeypatch)
    assert [one.title for one in project.references()] == ["camera"]
    assert page.form.recipe().reference is None
    assert "Choose a reference folder" in page.reason.text()
    assert page.window().banners.messages[-1].key == "reference.removed"
    tips = {one.id: one.cells[-1] for one in page.list.table.runs.lines}
    assert "no longer here" in tips[done.id]

    history, group = page.workspace.history, ("reference", reference.name)
    assert history.next_undo(group).words() == "removal of reference scans"
    assert history.undo(group)
    assert {one.title for one in project.references()} == {"camera", "scans"}
    assert page.form.recipe().reference == reference.name


def test_a_reference_in_use_elsewhere_stays(page, qtbot, monkeypatch, scans):
    refer(page, qtbot, monkeypatch, scans)
    project = page.workspace.project
    run = project.new_run(page.form.recipe())
    run.begin()
    assert removed(page, qtbot, monkeypatch) == []
    assert page.window().banners.messages[-1].key == "reference.in_use"
    assert len(project.references()) == 1
    run.end("done", step=1)


def test_nothing_is_removed_while_a_job_runs(page, qtbot, monkeypatch, scans):
    refer(page, qtbot, monkeypatch, scans)
    gate = threading.Event()
    page.jobs.start(Job("trial", lambda emit, token: gate.wait(10)))
    remove = page.form.appearance.reference.remove
    assert not remove.isEnabled()
    assert "A job is running" in remove.toolTip()
    gate.set()
    settle(page, qtbot)
    assert remove.isEnabled()


def test_what_is_lost_with_a_reference_nobody_used(page, qtbot, monkeypatch, scans):
    refer(page, qtbot, monkeypatch, scans)
    ((_, users, lost),) = removed(page, qtbot, monkeypatch, answer=False)
    assert users == []
    assert "No run uses it" in lost


def test_the_list_of_runs_tells_what_each_aims_at(page, qtbot, monkeypatch, scans):
    refer(page, qtbot, monkeypatch, scans)
    project, referred = page.workspace.project, page.form.recipe()
    wanted = {
        project.new_run(CondenseRecipe()).id: "balanced · as in the pictures",
        project.new_run(
            CondenseRecipe(**WEIGHT_PRESETS["structure"], appearance="varied")
        ).id: "structure first · varied 2×",
        project.new_run(CondenseRecipe(style=3)).id: "own weights · as in the pictures",
        project.new_run(referred).id: "balanced · as reference “scans”",
    }
    page.workspace.refresh_runs()
    settle(page, qtbot)
    lines = page.list.table.runs.lines
    assert {one.id: one.cells[-1] for one in lines} == wanted
    assert all(wanted[one.id] in one.tip for one in lines)
    aim = page.list.table.runs.columnCount() - 1
    assert page.list.table.isColumnHidden(aim)
    page.window().resize(1900, 1000)
    qtbot.waitUntil(lambda: not page.list.table.isColumnHidden(aim))
    page.window().resize(1280, 800)
    qtbot.waitUntil(lambda: page.list.table.isColumnHidden(aim))
    page.services.languages.use("ja")
    assert "参照「scans」と同じ" in {
        one.cells[-1].split(" · ")[1] for one in page.list.table.runs.lines
    }


def test_as_published_knows_only_the_appearance_of_the_pictures(page):
    page.form.appearance.choices["varied"].click()
    page.form.presets["published"].click()
    assert not page.primary.isEnabled()
    assert "As published" in page.reason.text()
    page.form.presets["standard"].click()
    assert page.primary.isEnabled()


def test_the_adviser_leaves_the_appearance_as_it_is(page, qtbot):
    page.form.appearance.choices["varied"].click()
    page.form.advice.button.click()
    qtbot.waitUntil(page.form.advice.button.isEnabled, timeout=60_000)
    assert page.form.advice.reasons.text()
    assert page.form.recipe().appearance == "varied"


def test_another_job_keeps_a_folder_from_being_chosen(page, qtbot):
    gate = threading.Event()
    page.jobs.start(Job("trial", lambda emit, token: gate.wait(10)))
    page.references.start(page.workspace.project.path)
    assert page.jobs.job.kind == "trial"
    assert not page.form.appearance.reference.folder.isEnabled()
    gate.set()
    settle(page, qtbot)


# --- for experts ----------------------------------------------------------------------------------


def test_neighbours_are_for_the_kl_diversity_only(page):
    measuring = page.form.expert.measuring
    assert not measuring.neighbours.isEnabled()
    assert "Only the KL diversity" in measuring.neighbours.toolTip()
    measuring.diversity_kind.setCurrentIndex(measuring.diversity_kind.findData("kl"))
    assert measuring.neighbours.isEnabled()
    assert "neighbours of one" in measuring.neighbours.toolTip()


def test_moments_and_correlation_share_the_weight(page):
    measuring = page.form.expert.measuring
    measuring.moments.setValue(80)
    assert measuring.moments.text() == "80 %, correlation 20 %"
    assert page.form.recipe().moments_share == 0.8


def test_the_language_may_change(page, qtbot, monkeypatch, scans):
    refer(page, qtbot, monkeypatch, scans)
    recipe = page.form.recipe()
    page.services.languages.use("ja")
    page.services.languages.use("en")
    assert page.form.recipe() == recipe
    assert page.form.appearance.reference.list.currentText() == "scans · 4 pictures"
