"""Stories in which something goes wrong: a user is told what and how to go on, and can."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

from PIL import Image

from gui import language as languages
from gui import sample_project
from gui.app import application, make_window
from gui.sample_project import SampleSize
from gui.settings import Settings
from gui.workspace import STEPS
from tests.e2e.doing import drop, press, start_condensing, told, until_idle

ROOT = Path(__file__).parents[2]

OTHER_WINDOW = """
import sys
from pathlib import Path
from gui.app import application, make_window
window = make_window(application(), language="en")
window.show()
window.open_project(Path(sys.argv[1]))
print(*[one.key for one in window.banners.messages], window.page, window.workspace.project)
window.import_folder(Path(sys.argv[1]).parent)
print(window.page)
assert window.close()
"""


def test_a_first_start_speaks_the_systems_language_and_leads_by_samples_to_condensing(
    qtbot, monkeypatch
):
    monkeypatch.setattr(languages, "system_language", lambda: "ja")
    monkeypatch.setattr(sample_project, "SampleSize", lambda: SampleSize(per_class=4, size=16))
    assert Settings.load().remembered.recent == []
    window = make_window(application())
    window.show()
    try:
        assert (window.page, told(window)) == ("start", [])
        start = window.pages["start"]
        assert start.new.text() == "フォルダーから新規…"
        assert start.none.isVisible()
        start.samples.click()
        qtbot.waitUntil(lambda: window.page == "condense", timeout=30_000)
        # The page is made only now, in the language and with the project there are.
        assert window.pages["condense"].title.text() == "濃縮"
        taught = int(window.workspace.image_set.counts("train").sum())
        assert window.pages["condense"].form.pictures == taught > 12
        assert told(window) == []
    finally:
        window.services.languages.use("en")
        assert window.close()
        window.deleteLater()


def test_a_bad_folder_is_explained_and_a_good_one_then_goes_through(window, qtbot, tmp_path):
    bad = tmp_path / "納品"
    (bad / "a").mkdir(parents=True)
    (bad / "a" / "読めない.png").write_bytes(b"no picture")
    (bad / "a" / "notes.txt").write_text("nothing")
    drop(window, bad)
    page = window.pages["import"]
    qtbot.waitUntil(lambda: not window.services.background.busy, timeout=20_000)
    assert page.reason.text(), "it is said why"
    if page.primary.isEnabled():  # the file is only found to be unreadable when it is read
        press(qtbot, page)
        until_idle(window, qtbot)
        assert told(window), "it is said what was wrong"
    assert window.workspace.project is None
    for label in "ab":
        (tmp_path / "good" / label).mkdir(parents=True)
        for number in range(6):
            grey = 40 * number + (10 if label == "a" else 0)
            Image.new("L", (32, 32), grey).save(tmp_path / "good" / label / f"{number}.png")
    drop(window, tmp_path / "good")
    press(qtbot, page)
    qtbot.waitUntil(lambda: window.workspace.image_set is not None, timeout=20_000)
    assert window.workspace.image_set.class_names == ["a", "b"]


def test_steps_in_the_wrong_order_lead_to_the_one_that_is_missing(window, qtbot, make_project):
    for name in STEPS:
        window.rail.buttons[name].click()
        assert window.page == name
        assert told(window) == []
        if name in ("condense", "inspect", "trial", "decide"):
            page = window.pages[name]
            empty = page.no_pictures if name == "condense" else page.empty
            assert empty.sentence.text()
            empty.button.click()
            assert window.page == "import", name
    project, _ = make_project()
    window.open_project(project.path)
    window.go("decide")
    window.pages["decide"].empty.button.click()
    assert window.page == "trial", "a trial is what is missing now"
    # Pressed twice in a hurry, and something else opened meanwhile: one run, nothing lost.
    start_condensing(window, qtbot, steps=200)
    window.pages["condense"].start()
    window.open_project(project.path)
    window.import_folder(project.path.parent)
    assert told(window).count("window.busy") >= 1
    assert len(project.runs()) == 2
    window.strip.cancel.click()
    until_idle(window, qtbot)
    assert len(project.runs()) == 1


def test_a_second_instance_refuses_a_project_that_is_open_and_lives(opened, tmp_path):
    _, project, run = opened
    done = subprocess.run(
        [sys.executable, "-c", OTHER_WINDOW, str(project.path)],
        cwd=ROOT,
        env={**os.environ, "SHIZUKU_HOME": str(tmp_path / "other home")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.split("\n")[:2] == ["project.locked start None", "import"], done.stderr
    assert [one.id for one in project.runs()] == [run.id]


def test_a_project_that_may_only_be_read_says_so_and_shows_everything(
    window, qtbot, monkeypatch, make_project
):
    project, run = make_project()
    run.judge(0, "accepted")
    connect = sqlite3.connect

    def read_only(path, **options):
        if path == ":memory:":
            return connect(path, **options)
        return connect(f"{Path(path).as_uri()}?mode=ro", uri=True, **options)

    # Permissions do not hold the administrator back, as whom tests may run.
    monkeypatch.setattr("engine.project.catalogue.sqlite3.connect", read_only)
    monkeypatch.setattr("gui.safety.project_watch.may_write", lambda _path: False)
    window.open_project(project.path)
    assert told(window) == ["project.read_only"]
    for name in STEPS:
        window.go(name)
        assert window.pages[name].isVisible()
    qtbot.waitUntil(lambda: not window.services.background.busy, timeout=20_000)
    assert window.pages["inspect"].desk.look is not None
    assert told(window) == ["project.read_only"], "looking is not refused"
    window.go("inspect")
    window.pages["inspect"].desk.judge("rejected")
    window.go("condense")
    press(qtbot, window.pages["condense"])
    until_idle(window, qtbot)
    refused = [one for one in window.banners.messages if one.level == "error"]
    assert refused
    assert all(str(one.params.get("file", "")) for one in refused), "it says which file"
    assert run.verdicts() == {0: "accepted"}
    window.close_project()
    assert window.page == "start"


def test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_room(opened, qtbot, monkeypatch):
    window, project, _ = opened
    full = [False]
    sync = os.fsync

    def fsync(handle):
        if full[0]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    monkeypatch.setattr("engine.runtime.files.os.fsync", fsync)
    start_condensing(window, qtbot, steps=300)
    qtbot.waitUntil(
        lambda: window.jobs.progress is not None and window.jobs.progress.done >= 2, timeout=60_000
    )
    full[0] = True
    window.strip.stop.click()
    until_idle(window, qtbot)
    failed = [one for one in window.banners.messages if one.level == "error"]
    assert [one.key for one in failed] == ["file.cannot_write"]
    assert "space" in str(failed[0].params)
    window.go("inspect")
    full[0] = False
    window.go("condense")
    start_condensing(window, qtbot, steps=2)
    until_idle(window, qtbot)
    assert project.runs()[0].status == "done"
    assert not [*project.path.rglob("*.tmp")]
