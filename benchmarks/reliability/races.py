"""Hunt races between the window and its worker with many short runs and random timing.

A round starts a job in the real window (work that only tells and asks, or a real import of real
pictures), does one to six things at random moments (pause, go on, stop, cancel, another page, the
other language, background work, now and then closing the window), and waits for the end. How long
Python lets a thread run is drawn anew each time. Faults: no end within 20 seconds, an end that does
not fit what was asked, a state or page or language that is not the last one chosen, a thread or
open file too many, an exception anywhere.

Screen: none is needed (QT_QPA_PLATFORM=offscreen).
"""

from __future__ import annotations

import faulthandler
import os
import random
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from rounds import Tally, options, real_pictures, workshop

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import torch  # noqa: F401 - before Qt, as the window does
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject

from engine.project import Project
from engine.runtime import Emit, Message, Progress, StopSource, StopToken
from gui import language
from gui.app import application, make_window
from gui.jobs import Background, Job, JobController
from gui.main_window import MainWindow
from importers import ImportOptions, import_folder
from importers.apart import crew

_END_SECONDS = 20.0
_HANG_SECONDS = 120.0
_PAGES = ("import", "condense", "inspect", "trial", "decide")
_MOST_MORE = 3  # threads and files that may come and go by themselves
_ENOUGH = 100  # rounds, to tell what grows from what is made once


class Racer:
    """One window that all rounds share, until a round closes it."""

    def __init__(self, folder: Path, data: Path, tally: Tally) -> None:
        self.folder, self.tally = folder, tally
        self.pictures = real_pictures(data, folder / "pictures", each=4)
        self.project = Project.create(folder / "p.shizuku")
        quiet = {"emit": lambda _: None, "token": StopSource().token}
        import_folder(self.pictures, self.project, ImportOptions(size=16), **quiet)
        self.faults: list[str] = []
        sys.excepthook = lambda kind, error, trace: self.faults.append(f"{kind.__name__}: {error}")
        threading.excepthook = lambda given: self.faults.append(f"in a thread: {given.exc_value}")
        self.window = self._open()

    def _open(self) -> MainWindow:
        made = make_window(application())
        made.ask_about_job = lambda: "cancel"
        made.show()
        made.open_project(self.project.path)
        self._until(lambda: not made.services.background.busy, 60)
        return made

    def _close(self) -> None:
        window = self.window
        window.close()
        self._until(lambda: not window.jobs.busy and not window.isVisible(), _END_SECONDS)
        if window.isVisible():
            window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QCoreApplication.processEvents()

    def round(self, chance: random.Random) -> None:
        """A job and what is done to it."""
        sys.setswitchinterval(chance.choice((1e-6, 1e-5, 1e-4, 1e-3, 5e-3)))
        if chance.random() < 0.02:
            self.tally.counts["window closed"] += 1
            self._with_close(chance)
        elif chance.random() < 0.6:
            self._alone(chance)
        else:
            self._in_window(self.window.jobs, chance, window=self.window)
        if self.faults:
            self.tally.fault("; ".join(self.faults[:3]))
            self.faults.clear()

    def _with_close(self, chance: random.Random) -> None:
        self.window.jobs.start(self._job(chance))
        self._for(chance.uniform(0, 0.05))
        self._close()
        self.window = self._open()

    def _alone(self, chance: random.Random) -> None:
        """A controller and a background of their own, which are taken down at once."""
        owner = QObject()
        jobs, background = JobController(owner), Background(owner, threads=2)
        for number in range(chance.randrange(6)):
            name = f"n{number % 2}"
            background.run(name, lambda token: time.sleep(0.001), lambda result: None)
        self._in_window(jobs, chance, window=None)
        background.close()
        owner.deleteLater()

    def _in_window(
        self, jobs: JobController, chance: random.Random, *, window: MainWindow | None
    ) -> None:
        ended: list[tuple[Job, object]] = []

        def note(job: Job, outcome: object) -> None:
            ended.append((job, outcome))

        jobs.ended.connect(note)
        asked: list[str] = []
        job = self._job(chance)
        jobs.start(job)
        for _ in range(chance.randint(1, 6)):
            self._for(chance.choice((0, 0, chance.uniform(0, 0.03))))
            self._do(chance, jobs, asked, window)
        if jobs.state == "paused":
            jobs.resume()
        if not self._until(lambda: not jobs.busy, _END_SECONDS):
            self.tally.fault(f"no end after {asked}")
            faulthandler.dump_traceback(all_threads=True)
            os._exit(1)
        jobs.ended.disconnect(note)
        self._check(jobs, asked, ended, window)

    def _do(
        self,
        chance: random.Random,
        jobs: JobController,
        asked: list[str],
        window: MainWindow | None,
    ) -> None:
        things: dict[str, Callable[[], object]] = {
            "pause": jobs.pause,
            "resume": jobs.resume,
            "stop": jobs.stop,
            "cancel": jobs.cancel,
        }
        if window is not None:
            page = chance.choice(_PAGES)
            things[f"go {page}"] = lambda: window.go(page)
            if chance.random() < 0.2:
                chosen = chance.choice(("en", "ja"))
                things[f"language {chosen}"] = lambda: window.services.languages.use(chosen)
        name = chance.choice(list(things))
        if name in ("stop", "cancel") and not jobs.busy:
            return
        asked.append(name)
        things[name]()
        self.tally.counts[name.split()[0]] += 1

    def _check(
        self,
        jobs: JobController,
        asked: list[str],
        ended: list[tuple[Job, object]],
        window: MainWindow | None,
    ) -> None:
        statuses = [str(getattr(outcome, "status", "?")) for _, outcome in ended]
        right = {"done"}
        if "stop" in asked:
            right |= {"stopped"}
        if "cancel" in asked:
            right |= {"cancelled"}
        if len(statuses) != 1 or statuses[0] not in right:
            self.tally.fault(f"ended as {statuses} after {asked}")
        for status in statuses:
            self.tally.counts[f"ended: {status}"] += 1
        if jobs.state != "idle" or jobs.job is not None:
            self.tally.fault(f"state {jobs.state} after {asked}")
        if window is None:
            return
        languages = [one.split()[1] for one in asked if one.startswith("language")]
        if languages and language.current() != languages[-1]:
            self.tally.fault(f"another language after {asked}")

    def _job(self, chance: random.Random) -> Job:
        if chance.random() < 0.3:
            return self._import(chance)
        steps, pause = chance.randrange(60), chance.choice((0, 0, 0.0005, 0.002))

        def work(emit: Emit, token: StopToken) -> int:
            for step in range(steps):
                token.raise_if_stopped()
                emit(Progress("stage.steps", step, steps))
                if step % 7 == 0:
                    emit(Message("info", "condense.resumed", {"step": step, "steps": steps}))
                if pause:
                    time.sleep(pause)
            return steps

        return Job("continual", work, project=self.project.path, follow=False)

    def _import(self, chance: random.Random) -> Job:
        target = self.folder / f"n{chance.randrange(3)}.shizuku"

        def work(emit: Emit, token: StopToken) -> int:
            project = Project.create(target)
            found = import_folder(
                self.pictures, project, ImportOptions(size=16), emit=emit, token=token
            )
            return found.images

        return Job("continual", work, project=self.project.path, follow=False)

    def _for(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        self._until(lambda: time.monotonic() >= end, seconds + 1)

    def _until(self, true: Callable[[], bool], seconds: float) -> bool:
        """Let the window work until something is true."""
        loop, end = QEventLoop(), time.monotonic() + seconds
        while time.monotonic() < end:
            loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            if true():
                return True
            time.sleep(0.0005)
        return true()


def held() -> tuple[int, int]:
    """Threads and open files of this process."""
    return len(os.listdir("/proc/self/task")), len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - names alone, and fast


def main() -> int:
    given = options(__doc__, rounds=1000, seconds=900).parse_args()
    tally = Tally("races", given.keep)
    with workshop() as folder:
        racer = Racer(folder, given.data, tally)
        done, before = 0, (0, 0)
        while done < given.rounds and tally.seconds() < given.seconds:
            faulthandler.dump_traceback_later(_HANG_SECONDS, exit=True)
            racer.round(random.Random(f"{given.seed}-{done}"))
            done += 1
            if done % 100 == 0:
                print(f"{done} rounds, {tally.seconds():.0f} s", file=sys.stderr, flush=True)
            if done == min(50, given.rounds // 2):  # what is made once has been made
                crew.end_all()
                before = held()
        faulthandler.cancel_dump_traceback_later()
        crew.end_all()
        racer._for(0.5)
        after = held()
        grown = any(now > earlier + _MOST_MORE for now, earlier in zip(after, before, strict=True))
        if grown and done >= _ENOUGH:
            tally.fault(f"threads and files: {before} early on, {after} at the end")
        racer._close()
        code = tally.close(rounds=done, seed=given.seed, held_early=before, held_at_end=after)
    sys.stdout.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
