"""The condense page: the recipe, the run while it learns, earlier runs."""

from __future__ import annotations

import importlib
import shutil
import socket
import threading
import time

import pytest
import torch
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QSlider

from engine.data.recipe import CondenseRecipe
from engine.runtime import Progress, UserError
from engine.synthesis import condense, plan, session
from engine.synthesis.estimate import Estimate
from engine.synthesis.eye import make_eye
from gui.jobs import Job
from gui.pages.condense_parts.curves import Curves

LONG = 60_000
# The package names its function alike.
estimating = importlib.import_module("engine.synthesis.estimate")


@pytest.fixture(autouse=True)
def light_engine(monkeypatch):
    """No compiling, one thread, a narrow network: the pictures are tiny."""
    monkeypatch.setitem(plan._EFFORTS, "quick", plan._Effort(pairs=3, steps=60, width=16))
    monkeypatch.setattr(
        session, "make_eye", lambda device, **_: make_eye(device, compile_code=False)
    )
    monkeypatch.setattr(estimating, "can_compile", lambda device: False)
    monkeypatch.setattr(estimating, "_picture_seconds", lambda *_: 0.001)
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def bare(window, make_project, qtbot):
    """The window on the condense page of a project with pictures and no run."""
    project, run = make_project()
    project.discard(run)
    window.open_project(project.path)
    return show(window, qtbot), project


@pytest.fixture
def slow(monkeypatch):
    """Steps that take long enough to be watched, and can be held; gives the hold."""
    hold = threading.Event()
    hold.set()
    real = condense.look

    def look(*args, **kwargs):
        hold.wait(20)
        time.sleep(0.02)
        return real(*args, **kwargs)

    monkeypatch.setattr(condense, "look", look)
    return hold


def show(window, qtbot):
    window.go("condense")
    page = window.pages["condense"]
    settle(page, qtbot)
    return page


def settle(page, qtbot):
    """Wait for what is read beside the window."""
    qtbot.waitUntil(lambda: not page.services.background.busy, timeout=LONG)


def begin(page, *, steps=400, ipc=2):
    page.form.presets["quick"].click()
    page.form.ipc.setValue(ipc)
    page.form.expert.steps.setValue(steps)
    page.primary.click()


def reach(page, qtbot, step):
    qtbot.waitUntil(
        lambda: (
            page.view.progress is not None
            and page.view.progress.stage in ("stage.bank", "stage.steps")
            and page.view.progress.done >= step
        ),
        timeout=LONG,
    )


def ended(page, qtbot):
    qtbot.waitUntil(lambda: not page.jobs.busy, timeout=LONG)
    settle(page, qtbot)


# --- the recipe ---------------------------------------------------------------------------------


def test_without_pictures_the_page_teaches_and_leads_to_import(window, qtbot):
    page = show(window, qtbot)
    assert page.stack.currentIndex() == 0
    assert "Import" in page.no_pictures.sentence.text()
    assert not page.primary.isEnabled()
    assert "no pictures" in page.reason.text()
    page.no_pictures.button.click()
    assert window.page == "import"


def test_the_form_begins_with_the_engines_defaults(bare):
    page, _ = bare
    assert page.form.recipe() == CondenseRecipe()
    assert "30 synthetic samples from 36 pictures" in page.form.makes.text()
    page.form.ipc.setValue(50)
    assert "= 36 synthetic samples" in page.form.makes.text()
    assert "used whole: 3" in page.form.makes.text()


def test_packed_images_make_four_samples_each(bare):
    page, _ = bare
    page.form.ipc.setValue(2)
    page.form.expert.packing.setCurrentIndex(2)
    assert page.form.recipe().packing == 2
    assert "= 6 images that hold 24 synthetic samples" in page.form.makes.text()


def test_the_adviser_fills_the_form_and_its_reasons_go_with_the_next_change(bare, qtbot):
    page, _ = bare
    page.form.ipc.setValue(50)
    page.form.advice.button.click()
    assert not page.form.advice.button.isEnabled()
    qtbot.waitUntil(page.form.advice.button.isEnabled, timeout=LONG)
    assert page.form.recipe().ipc == 1  # twelve pictures a class
    said = page.form.advice.reasons.text()
    assert said.count("•") == 4
    assert "Images per class: 1." in said
    page.form.ipc.setValue(2)
    assert page.form.advice.reasons.text() == ""


def test_while_a_job_runs_there_is_no_advice_and_the_button_says_why(bare, qtbot, slow):
    page, _ = bare
    begin(page)
    qtbot.waitUntil(lambda: page.jobs.busy, timeout=LONG)
    assert not page.form.advice.button.isEnabled()
    assert "falsify" in page.form.advice.button.toolTip()
    slow.set()
    page.jobs.cancel()
    ended(page, qtbot)
    assert page.form.advice.button.isEnabled()


def test_while_networks_are_trained_the_time_left_is_told(bare):
    page, _ = bare
    page.view.begin(CondenseRecipe(), ["a"], Curves())
    page.view.show_progress(Progress("stage.pool", 30, 360, seconds_left=300))
    assert page.view.sentence.text() == "Training networks to look through · 5:00 left"


def test_every_field_reaches_the_recipe_and_back(bare):
    page, _ = bare
    recipe = CondenseRecipe(
        ipc=7,
        preset="best",
        content=0.5,
        style=0,
        diversity=2.25,
        diversity_kind="kl",
        steps=1234,
        minutes=12.5,
        seed=9,
        device="cpu",
        start="noise",
        packing=2,
        appearance="varied",
        variation=3.25,
        picture_kind="photo",
        moments_share=0.35,
        style_layers="late",
        tap="relu",
        kernel="rbf",
        neighbours=0.4,
    )
    page.form.set_recipe(recipe)
    assert page.form.recipe() == recipe
    assert page.form.weights.content.value_text.text() == "0.50 · less"
    assert page.form.weights.style_weight.value_text.text() == "0 · off"
    assert page.form.weights.diversity.value_text.text() == "2.25 · more"
    page.form.set_recipe(CondenseRecipe())
    assert page.form.recipe() == CondenseRecipe()


def test_time_and_memory_are_estimated_and_told_beside_the_button(bare, qtbot):
    page, _ = bare
    qtbot.waitUntil(lambda: page.estimator.estimate is not None, timeout=LONG)
    assert page.reason.text().startswith("Fits: ")
    assert "about" in page.reason.text()
    page.form.ipc.setValue(3)
    assert page.reason.text() == "Estimating time and memory…"
    assert page.primary.isEnabled()
    qtbot.waitUntil(lambda: page.estimator.estimate is not None, timeout=LONG)


def test_too_little_memory_disables_the_button_with_the_figures(bare, qtbot, monkeypatch):
    page, _ = bare
    monkeypatch.setattr(
        "engine.synthesis.estimate",
        lambda images, recipe: Estimate(60.0, 9_000_000_000, 8_000_000_000, 300, "cpu"),
    )
    page.form.ipc.setValue(4)
    qtbot.waitUntil(lambda: not page.primary.isEnabled(), timeout=LONG)
    assert "9.0 GB" in page.reason.text()
    assert "8.0 GB" in page.reason.text()
    assert page.primary.toolTip() == page.reason.text()


def test_a_missing_gpu_is_told_before_the_start(bare, qtbot, monkeypatch):
    page, _ = bare

    def no_gpu(images, recipe):
        raise UserError("condense.no_gpu")

    monkeypatch.setattr("engine.synthesis.estimate", no_gpu)
    page.form.expert.device.setCurrentIndex(2)
    qtbot.waitUntil(lambda: not page.primary.isEnabled(), timeout=LONG)
    assert "No CUDA GPU" in page.reason.text()


def test_nothing_can_be_condensed_without_training_pictures(window, make_project, qtbot):
    project, run = make_project(("only",), train=0)
    project.discard(run)
    window.open_project(project.path)
    page = show(window, qtbot)
    assert not page.primary.isEnabled()
    assert "needs training pictures" in page.reason.text()


def test_with_all_weights_off_there_is_nothing_to_match(bare):
    page, _ = bare
    weights = page.form.weights
    for one in (weights.content, weights.style_weight, weights.diversity):
        one.set_value(0)
    assert not page.primary.isEnabled()
    assert "all off" in page.reason.text()
    weights.style_weight.set_value(1)
    assert page.primary.isEnabled()


def test_another_job_disables_condensing_with_the_reason(bare, qtbot):
    page, _ = bare
    gate = threading.Event()
    page.jobs.start(Job("trial", lambda emit, token: gate.wait(10)))
    assert not page.primary.isEnabled()
    assert "A job is running" in page.reason.text()
    gate.set()
    ended(page, qtbot)
    assert page.primary.isEnabled()


# --- the run --------------------------------------------------------------------------------------


def test_a_run_is_seen_while_it_learns_and_listed_when_done(bare, qtbot, slow):
    page, project = bare
    previews = []
    page.jobs.previewed.connect(previews.append)
    begin(page, steps=30)
    assert "in progress" in page.reason.text()
    assert page.view.headline.text() == "Condensing"
    reach(page, qtbot, 5)
    assert "of 30" in page.view.sentence.text()
    assert page.view.figures["content"].value.text().endswith("%")
    assert page.list.row_of(page.jobs.job.run).state == "running"
    ended(page, qtbot)
    (run,) = project.runs()
    assert run.status == "done"
    assert previews
    assert page.view.headline.text().startswith("Finished: 6 synthetic samples in ")
    assert len(page.view.curves.steps) > 5
    assert page.view.samples.samples.rowCount() == 3
    assert page.view.samples.samples.columnCount() == 2
    assert page.view.figures["style"].note.text().startswith("gap: ")
    assert [one.state for one in page.list.rows] == ["done"]
    assert page.workspace.run.id == run.id
    assert not page.list.resume_button.isEnabled()
    assert "finished" in page.list.resume_button.toolTip()
    page.view.inspect_button.click()
    assert page.services.navigator is not None
    assert not page.isVisible()


def test_stop_and_keep_leaves_a_run_that_resumes_and_finishes(bare, qtbot, slow):
    page, project = bare
    begin(page, steps=40)
    reach(page, qtbot, 5)
    page.jobs.stop()
    assert page.view.headline.text().startswith("Stopping")
    ended(page, qtbot)
    (run,) = project.runs()
    stopped = run.step
    assert 5 <= stopped < 40
    assert f"Stopped at step {stopped}" in page.view.headline.text()
    assert page.view.samples.samples.rowCount() == 3
    assert page.list.resume_button.isEnabled()
    assert not page.offer.isVisible()
    page.list.resume_button.click()
    reach(page, qtbot, stopped)
    assert page.view.curves.steps[0] < stopped  # the curves go on where they were
    ended(page, qtbot)
    assert [one.id for one in project.runs()] == [run.id]
    assert run.status == "done"
    assert page.view.headline.text().startswith("Finished")


def test_cancel_and_discard_removes_the_run(bare, qtbot, slow):
    page, project = bare
    begin(page)
    reach(page, qtbot, 3)
    folder = project.runs()[0].folder
    page.jobs.cancel()
    assert page.view.headline.text().startswith("Cancelling")
    ended(page, qtbot)
    assert project.runs() == []
    assert not folder.exists()
    assert page.seen.currentIndex() == 0
    assert "No condensed set yet" in page.no_runs.sentence.text()
    assert not page.list.isVisible()
    assert page.primary.isEnabled()


def test_cancel_shows_the_earlier_run_again(opened, qtbot, slow):
    window, _, earlier = opened
    page = show(window, qtbot)
    begin(page)
    reach(page, qtbot, 2)
    page.jobs.cancel()
    ended(page, qtbot)
    assert [one.id for one in page.list.rows] == [earlier.id]
    assert page.view.look.row.id == earlier.id


def test_a_pause_holds_the_step(bare, qtbot, slow):
    page, _ = bare
    begin(page)
    reach(page, qtbot, 3)
    page.jobs.pause()
    assert page.view.headline.text() == "Paused"
    qtbot.wait(300)
    step = page.view.progress.done
    qtbot.wait(300)
    assert page.view.progress.done == step
    assert "resume in the line" in page.view.sentence.text()
    page.jobs.resume()
    reach(page, qtbot, step + 2)


def test_out_of_memory_is_told_and_the_checkpoint_can_be_resumed(bare, qtbot, monkeypatch):
    page, project = bare
    real, calls = condense.look, []

    def look(*args, **kwargs):
        calls.append(None)
        if len(calls) > 8:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return real(*args, **kwargs)

    monkeypatch.setattr(condense, "look", look)
    begin(page, steps=40)
    ended(page, qtbot)
    (run,) = project.runs()
    assert (run.status, run.resumable) == ("failed", True)
    keys = [one.key for one in page.window().banners.messages]
    assert "condense.out_of_memory" in keys
    assert page.view.headline.text() == "Failed at step 8"
    assert "checkpoint is safe" in page.view.sentence.text()
    monkeypatch.setattr(condense, "look", real)
    page.list.resume_button.click()
    ended(page, qtbot)
    assert run.status == "done"


def test_a_failure_before_the_first_step_is_told_and_not_resumable(bare, qtbot, monkeypatch):
    page, _ = bare

    def fault(*args, **kwargs):
        raise RuntimeError("no pictures today")

    monkeypatch.setattr(session, "read_real", fault)
    begin(page)
    ended(page, qtbot)
    assert [one.key for one in page.window().banners.messages] == ["unexpected"]
    assert [one.state for one in page.list.rows] == ["failed"]
    assert not page.list.resume_button.isEnabled()
    assert "no checkpoint" in page.list.resume_button.toolTip()


def test_the_language_may_change_during_a_run(bare, qtbot, slow):
    page, _ = bare
    begin(page)
    reach(page, qtbot, 4)
    points, recipe = len(page.view.curves.steps), page.form.recipe()
    page.services.languages.use("ja")
    qtbot.waitUntil(lambda: "ステップ" in page.view.sentence.text(), timeout=LONG)
    assert len(page.view.curves.steps) >= points
    assert page.form.recipe() == recipe
    reach(page, qtbot, page.view.progress.done + 3)
    assert len(page.view.curves.steps) > points
    page.services.languages.use("en")
    qtbot.waitUntil(lambda: page.view.headline.text() == "Condensing", timeout=LONG)


def test_the_theme_may_change_during_a_run(bare, qtbot, slow):
    page, _ = bare
    begin(page)
    reach(page, qtbot, 2)
    light = page.list.resume_button.icon().pixmap(16, 16).toImage()
    page.services.theme.use("dark")
    assert page.list.resume_button.icon().pixmap(16, 16).toImage() != light
    assert page.view.headline.text() == "Condensing"
    page.services.theme.use("light")


# --- earlier runs ------------------------------------------------------------------------------


def test_an_interrupted_run_is_offered_and_resumes(bare, qtbot, slow, monkeypatch):
    page, project = bare
    begin(page, steps=40)
    reach(page, qtbot, 5)
    page.jobs.stop()
    ended(page, qtbot)
    (run,) = project.runs()
    # As a killed process leaves it: running, owner gone, a checkpoint but no result.
    for path in (run.condensed_path, run.history_path):
        path.unlink()
    run._update(status="running", owner=f"{socket.gethostname()}:999999999")
    run._update(result=None)
    page.workspace.refresh_runs()
    settle(page, qtbot)
    assert page.offer.isVisible()
    assert f"interrupted at step {run.step}" in page.offer.sentence.text()
    page._load_look()
    settle(page, qtbot)
    assert page.view.headline.text() == f"Interrupted at step {run.step}"
    assert page.view.curves.steps  # from the checkpoint
    page.offer.button.click()
    assert not page.offer.isVisible()
    ended(page, qtbot)
    assert run.status == "done"
    assert not page.offer.isVisible()


def test_choosing_a_run_shows_it_and_its_recipe_can_be_used_again(opened, qtbot):
    window, project, first = opened
    shutil.copytree(first.folder, project.path / "keep")
    second = project.new_run(CondenseRecipe(ipc=5, style=2, seed=3))
    shutil.copy(project.path / "keep" / "condensed.h5", second.condensed_path)
    window.workspace.refresh_runs()
    page = show(window, qtbot)
    assert page.view.look.row.id == first.id
    page.list.table.setFocus()
    qtbot.mouseClick(
        page.list.table.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.list.table.visualRect(page.list.table.runs.index(0, 0)).center(),
    )
    settle(page, qtbot)
    assert window.workspace.run.id == second.id
    assert page.view.look.row.id == second.id
    page.list.reuse_button.click()
    assert page.form.recipe() == second.recipe
    page.list.inspect_button.click()
    assert window.page == "inspect"


def test_a_run_of_another_process_cannot_be_resumed_here(opened, qtbot):
    window, _, run = opened
    run.begin()  # by this process, yet not by this window's job
    window.workspace.refresh_runs()
    page = show(window, qtbot)
    assert page.list.row_of(run.id).state == "elsewhere"
    assert not page.list.resume_button.isEnabled()
    assert "another window" in page.list.resume_button.toolTip()


def test_a_damaged_condensed_set_is_told(opened, qtbot):
    window, _, run = opened
    run.condensed_path.write_bytes(b"not HDF5")
    show(window, qtbot)
    assert [one.key for one in window.banners.messages] == ["file.not_ours"]


def test_every_control_has_a_name(bare):
    page, _ = bare
    page.form.expert.open()
    for kind in (QAbstractButton, QSlider, QAbstractSpinBox, QComboBox):
        for control in page.form.findChildren(kind):
            text = control.text() if hasattr(control, "text") else ""
            assert control.accessibleName() or text, control
