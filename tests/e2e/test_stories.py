"""Stories a user lives, with the real window, the real engine and real files."""

from __future__ import annotations

import re
import shutil

import h5py
import pytest
import torch
from torchvision.datasets import ImageFolder

from engine.project import Project
from engine.synthesis import condense
from gui.app import application, make_window
from gui.exporting import export_file, export_folder, export_report
from gui.main_window import MainWindow
from tests.e2e.doing import LONG, choose, import_drawings, press, start_condensing, until_idle

FEW_STEPS = 6


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_whole_stream_by_mouse(window, qtbot, monkeypatch, tmp_path, drawings, language):
    window.services.languages.use(language)
    import_drawings(window, qtbot, drawings)
    assert not [one for one in window.banners.messages if one.level == "error"]

    start_condensing(window, qtbot, steps=FEW_STEPS)
    until_idle(window, qtbot)
    run = window.workspace.run
    assert run.status == "done"
    assert run.result.steps == FEW_STEPS

    window.rail.buttons["inspect"].click()
    choose(monkeypatch, tmp_path / "set.h5")
    export_file(window.services, window)
    until_idle(window, qtbot)
    with h5py.File(tmp_path / "set.h5") as file:
        count = len(file["class_names"])
        assert file["packed"].shape == (2 * count, 32, 32, 1)
        assert file["images"].shape == (8 * count, 32, 32, 1)
    choose(monkeypatch, tmp_path)
    export_folder(window.services, window)
    until_idle(window, qtbot)
    exported = next(path for path in tmp_path.iterdir() if path.name.startswith("記号"))
    assert len(ImageFolder(exported)) == 8 * count

    window.rail.buttons["trial"].click()
    trial = window.pages["trial"]
    trial.form.seeds.setValue(1)
    press(qtbot, trial)
    qtbot.waitUntil(lambda: window.jobs.busy, timeout=LONG)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=4 * LONG)
    names = [one["name"] for one in run.trials()[0]["sets"]]
    assert sorted(names) == [
        "condensed",
        "full",
        "herding",
        "kcenter",
        "kmeans",
        "packed",
        "random",
    ]

    window.rail.buttons["decide"].click()
    choose(monkeypatch, tmp_path / "report.html")
    export_report(window.services, window)
    until_idle(window, qtbot)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert bool(re.search("[ぁ-ん]", page)) == (language == "ja")
    assert not re.search(r"""(src|href)=["']https?:""", page)
    assert not [one for one in window.banners.messages if one.level == "error"]


def test_stop_keeps_and_resume_finishes_after_a_restart(window, qtbot, drawings):
    import_drawings(window, qtbot, drawings)
    start_condensing(window, qtbot, steps=24)
    qtbot.waitUntil(
        lambda: window.jobs.progress is not None and window.jobs.progress.done >= 3, timeout=LONG
    )
    window.strip.stop.click()
    until_idle(window, qtbot)
    path, run_id = window.workspace.project.path, window.workspace.run.id
    reached = window.workspace.run.step
    assert 3 <= reached < 24
    assert window.workspace.run.resumable
    window.close()

    again = make_window(application(), language="en")
    again.show()
    again.open_project(path)
    page = again.pages["condense"]
    page.resume(run_id)
    until_idle(again, qtbot)
    run = Project.open(path).run(run_id)
    assert (run.status, run.step) == ("done", 24)
    assert again.close()
    again.deleteLater()


def test_cancel_discards_and_the_window_answers_within_a_second(window, qtbot, drawings):
    import_drawings(window, qtbot, drawings)
    start_condensing(window, qtbot, steps=500)
    run_folder = window.workspace.project.path / "runs"
    qtbot.waitUntil(lambda: window.jobs.progress is not None, timeout=LONG)
    window.strip.cancel.click()
    assert not window.strip.cancel.isEnabled()
    until_idle(window, qtbot)
    assert [*run_folder.iterdir()] == []
    assert window.workspace.runs() == []


def test_closing_in_a_run_keeps_what_was_reached(window, qtbot, monkeypatch, drawings):
    import_drawings(window, qtbot, drawings)
    start_condensing(window, qtbot, steps=500)
    path = window.workspace.project.path
    qtbot.waitUntil(
        lambda: window.jobs.progress is not None and window.jobs.progress.done >= 2, timeout=LONG
    )
    monkeypatch.setattr(MainWindow, "ask_about_job", lambda _self: "stop")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG)
    run = Project.open(path).runs()[0]
    assert run.status == "stopped"
    assert run.resumable
    assert run.condensed_path.is_file()


def test_a_full_gpu_is_told_and_the_checkpoint_is_safe(window, qtbot, monkeypatch, drawings):
    import_drawings(window, qtbot, drawings)
    real, calls = condense.look, []

    def look(*args, **kwargs):
        calls.append(None)
        if len(calls) > 4:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return real(*args, **kwargs)

    monkeypatch.setattr(condense, "look", look)
    start_condensing(window, qtbot, steps=20)
    until_idle(window, qtbot)
    told = next(one for one in window.banners.messages if one.level == "error")
    assert told.key == "condense.out_of_memory"
    assert told.params["step"] == 4
    run = window.workspace.runs()[0]
    assert run.resumable
    monkeypatch.setattr(condense, "look", real)
    window.pages["condense"].resume(run.id)
    until_idle(window, qtbot)
    assert (run.status, run.step) == ("done", 20)


def test_an_unexpected_fault_is_told_logged_and_the_window_lives(
    window, qtbot, monkeypatch, drawings
):
    import_drawings(window, qtbot, drawings)

    def look(*args, **kwargs):
        raise RuntimeError("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED")

    monkeypatch.setattr(condense, "look", look)
    start_condensing(window, qtbot, steps=20)
    until_idle(window, qtbot)
    assert [one.key for one in window.banners.messages if one.level == "error"] == ["unexpected"]
    log = (window.workspace.project.path / "log" / "shizuku.log").read_text(encoding="utf-8")
    assert "CUDNN_STATUS_EXECUTION_FAILED" in log
    window.go("import")
    assert window.page == "import"


def test_language_and_theme_change_in_the_middle_of_a_run(window, qtbot, drawings):
    import_drawings(window, qtbot, drawings)
    start_condensing(window, qtbot, steps=500)
    qtbot.waitUntil(lambda: window.jobs.progress is not None, timeout=LONG)
    window.services.languages.use("ja")
    window.services.theme.use("dark")
    qtbot.waitUntil(lambda: window.jobs.progress.done >= 2, timeout=LONG)
    qtbot.waitUntil(lambda: window.strip.stop.text() == "停止して保存")
    for name in window.pages:
        window.go(name)
        qtbot.wait(30)
    assert window.jobs.busy
    window.services.languages.use("en")
    qtbot.waitUntil(lambda: window.strip.stop.text() == "Stop and keep")


def test_a_copied_project_opens_elsewhere_with_its_runs(window, qtbot, tmp_path, drawings):
    import_drawings(window, qtbot, drawings)
    start_condensing(window, qtbot, steps=3)
    until_idle(window, qtbot)
    path = window.workspace.project.path
    window.close_project()
    moved = tmp_path / "別の場所" / "copy.shizuku"
    shutil.copytree(path, moved)
    window.open_project(moved)
    assert window.workspace.run.status == "done"
    assert window.page == "inspect"
