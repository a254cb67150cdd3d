"""Faults, marks of running processes, the diagnostic file, the log: each by itself."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
import zipfile
from logging.handlers import RotatingFileHandler
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from engine.runtime import Message, Progress, UserError
from gui.jobs import Background, Job, JobController, Outcome
from gui.jobs.notices import JobNotices
from gui.jobs.taskbar import Taskbar
from gui.safety import faults
from gui.safety.diagnostics import write_diagnostics
from gui.safety.log_records import LogFollower, chosen
from gui.safety.log_viewer import LogViewer
from gui.safety.sessions import Mark, take_crashed
from gui.settings import Settings

ROOT = Path(__file__).parents[2]

KILLED = """
import os, sys
from pathlib import Path
from gui.safety.sessions import Mark
mark = Mark(Path(sys.argv[1]), Path(sys.argv[2]))
mark.begin()
mark.note(project="/data/p.shizuku", job="condense", run="r", total=300)
print("running", flush=True)
sys.stdin.readline()
if sys.argv[3] == "fault":
    with open(sys.argv[2], "a") as report:
        report.write("Fatal Python error")
os._exit(9)
"""


# --- faults -----------------------------------------------------------------------------------


@pytest.fixture
def watched():
    told, refused = [], []
    faults.watch(told.append, refused.append)
    yield told, refused
    faults.unwatch()


def raised(error):
    try:
        raise error
    except type(error):
        return sys.exc_info()


def test_a_fault_of_any_place_is_told_and_a_refusal_is_none(watched, qtbot):
    told, refused = watched
    sys.excepthook(*raised(ValueError("in a slot")))
    sys.excepthook(*raised(UserError("project.moved", file="p")))
    thread = threading.Thread(target=lambda: {}["in a thread"])
    thread.start()
    thread.join()
    jobs, background = JobController(), Background()
    jobs.start(Job("report", lambda emit, token: 1 / 0))
    qtbot.waitUntil(lambda: not jobs.busy, timeout=5000)
    background.run("x", lambda token: [][1], lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: not background.busy, timeout=5000)
    background.close()
    assert [one.place for one in told] == ["window", "thread", "job", "background"]
    assert [one.reason.split(":")[0] for one in told] == [
        "ValueError",
        "KeyError",
        "ZeroDivisionError",
        "IndexError",
    ]
    assert "in raised" in told[0].details
    assert [one.key for one in refused] == ["project.moved"]


# --- marks ------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", ["cut", "fault"])
def test_a_process_that_was_cut_off_is_told_once_with_what_it_was_at(tmp_path, how):
    folder, reports = tmp_path / "running", tmp_path / "crash.txt"
    other = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(folder), str(reports), how],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout.readline() == "running\n"
    assert take_crashed(folder, reports) == [], "it still runs"
    other.communicate("\n")
    (crashed,) = take_crashed(folder, reports)
    assert (crashed.project, crashed.job, crashed.run) == (Path("/data/p.shizuku"), "condense", "r")
    assert (crashed.total, crashed.own_fault) == (300, how == "fault")
    assert crashed.noted >= crashed.began > 0
    assert take_crashed(folder, reports) == []


def test_an_orderly_end_leaves_nothing_and_a_broken_mark_is_told_without_details(tmp_path):
    folder, reports = tmp_path / "running", tmp_path / "crash.txt"
    mark = Mark(folder, reports)
    mark.begin()
    assert take_crashed(folder, reports) == [], "our own is no crash"
    mark.end()
    assert [*folder.iterdir()] == []
    (folder / "1-x.json").write_bytes(b'{"project": "/a", "began": 5}\n{"project": "/b", "ru')
    (folder / "2-x.json").write_bytes(b"\xff\x00")
    found = take_crashed(folder, reports)
    assert [one.project for one in found] == [Path("/a"), None]


# --- the diagnostic file ----------------------------------------------------------------------


def test_the_diagnostic_file_holds_numbers_but_no_pictures_and_no_names(tmp_path, make_project):
    project, run = make_project(names=("geheim", "privat"))
    run.judge(0, "accepted", inspector="Sato", note="secret note")
    logs = tmp_path / "log"
    logs.mkdir()
    log = logs / "shizuku.log"
    log.write_text(f"read {project.path}/images.h5 and {Path.home()}/x", encoding="utf-8")
    settings = {
        "language": "ja",
        "recent": [str(project.path)],
        "inspector": "Sato",
        "costs": {"currency": "JPY"},
        "projects_folder": "/data/customer",
    }
    made = write_diagnostics(
        tmp_path / "d.zip", logs=[logs], settings=settings, project=project.path, fault="boom"
    )
    with zipfile.ZipFile(made) as archive:
        content = {one: archive.read(one).decode("utf-8") for one in archive.namelist()}
    assert set(content) == {
        "about.json",
        "settings.json",
        "project.json",
        "fault.txt",
        "log/00-shizuku.log",
    }
    about, facts = json.loads(content["about.json"]), json.loads(content["project.json"])
    assert about["shizuku"]
    assert "torch" in about["packages"]
    assert (facts["classes"], facts["runs"][0]["verdicts"]) == (2, {"accepted": 1})
    assert json.loads(content["settings.json"]) == {
        "language": "ja",
        "costs": {"currency": "JPY"},
        "projects_folder": "<path>",
    }
    everything = "".join(content.values())
    for name in ("geheim", "Sato", "secret", "customer", str(project.path), f"{Path.home()}/x"):
        assert name not in everything
    assert "read <project>/images.h5" in everything


# --- the log ----------------------------------------------------------------------------------


@pytest.fixture
def log(tmp_path):
    """A logger of its own that rotates after few lines, and its file."""
    path = tmp_path / "shizuku.log"
    handler = RotatingFileHandler(path, maxBytes=600, backupCount=2, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.Logger("own")
    logger.addHandler(handler)
    yield logger, path
    handler.close()


def messages(records):
    return [one.text.split("own: ", 1)[1] for one in records]


def test_the_log_is_followed_also_when_it_rotates(log):
    logger, path = log
    follower = LogFollower(path)
    logger.info("first")
    logger.error("second\n  with a line more")
    found = follower.read()
    assert messages(found) == ["first", "second\n  with a line more"]
    assert [one.level for one in found] == ["INFO", "ERROR"]
    assert follower.read() == []
    with path.open("ab") as stream:
        stream.write(b"2026-01-01 00:00:00,000 WARNING own: ha")
    assert follower.read() == [], "half a line is none yet"
    with path.open("ab") as stream:
        stream.write(b"lf\n")
    assert messages(follower.read()) == ["half"]
    for number in range(12):
        logger.info("line %d of many, and words to fill it up", number)
        follower.read()
    logger.info("after")
    assert messages(follower.read()) == ["after"]
    assert path.with_name("shizuku.log.1").is_file()
    assert messages(LogFollower(path).read())[-1] == "after"


def test_records_are_chosen_by_level_and_words(log):
    logger, path = log
    logger.info("Blue thing")
    logger.warning("blue warning")
    logger.error("red")
    records = LogFollower(path).read()
    assert messages(chosen(records, "WARNING", "")) == ["blue warning", "red"]
    assert messages(chosen(records, "DEBUG", " BLUE ")) == ["Blue thing", "blue warning"]


def test_the_log_viewer_filters_searches_copies_saves_and_grows(log, qtbot, tmp_path):
    logger, path = log
    logger.info("alpha")
    logger.error("beta")
    viewer = LogViewer(path)
    qtbot.addWidget(viewer)
    assert "alpha" in viewer.text.toPlainText()
    viewer.level.setCurrentIndex(3)
    assert messages(viewer.shown) == ["beta"]
    logger.info("gamma")
    logger.error("delta")
    viewer.look()
    assert messages(viewer.shown) == ["beta", "delta"]
    viewer.search.setText("ELT")
    assert viewer.counts.text() == "Shown: 1 of 4"
    viewer.copy.click()
    assert QApplication.clipboard().text().endswith("delta")
    viewer.save_to(tmp_path / "kept.txt")
    assert "delta" in (tmp_path / "kept.txt").read_text(encoding="utf-8")
    viewer.save_to(tmp_path / "kept.txt" / "no folder")
    assert "could not be written" in viewer.told.text()


# --- telling while nobody looks -----------------------------------------------------------------


class Quiet:
    """Stands for the queue, which is not worked off."""

    def __init__(self, controller):
        self.changed, self.working, self.content = controller.progressed, False, None


@pytest.mark.parametrize("wanted", [True, False])
def test_the_end_of_a_job_is_told_where_nobody_looks_and_it_is_wanted(qtbot, monkeypatch, wanted):
    jobs, window = JobController(), QWidget()
    qtbot.addWidget(window)
    notices = JobNotices(jobs, Quiet(jobs), Settings({"notify": wanted}), window)
    alerts = []
    monkeypatch.setattr(QApplication, "alert", lambda *given: alerts.append(given))
    job = Job("condense", lambda emit, token: 1, project=Path("/a/motor.shizuku"))
    jobs.start(job)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=5000)
    assert len(alerts) == wanted
    assert notices.sentence(job, Outcome("done")) == "Finished: condensing (motor)"
    failed = Outcome("failed", error=Message("error", "file.missing", {"file": "a.png"}))
    assert "a.png was not found" in notices.sentence(job, failed)
    assert notices.sentence(job, Outcome("cancelled")) == ""


def test_the_title_shows_how_far_the_job_is_while_it_runs(qtbot):
    jobs, background, window = JobController(), Background(), QWidget()
    qtbot.addWidget(window)
    taskbar = Taskbar(jobs, background, window)
    seen = []
    taskbar.changed.connect(lambda: seen.append(taskbar.prefix))
    reached = threading.Event()

    def work(emit, token):
        emit(Progress("stage.steps", 42, 100))
        reached.wait(10)

    jobs.start(Job("condense", work))
    qtbot.waitUntil(lambda: taskbar.prefix == "42 % – ", timeout=5000)
    reached.set()
    qtbot.waitUntil(lambda: not jobs.busy, timeout=5000)
    background.close()
    assert (seen, taskbar.prefix) == (["42 % – ", ""], "")
