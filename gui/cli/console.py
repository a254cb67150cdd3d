"""The terminal's side of a command: progress, stopping with Ctrl-C, one JSON object, exit codes."""

from __future__ import annotations

import contextlib
import json
import locale
import os
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Iterator
from types import FrameType
from typing import Any, TextIO

from rich.cells import cell_len, set_cell_size

from engine.distributed.launch import is_launched, leads
from engine.distributed.team import ALONE, Team
from engine.runtime import (
    Event,
    Language,
    Message,
    Preview,
    Progress,
    Stopped,
    StopSource,
    UserError,
    text,
)
from engine.runtime.messages import CATALOGUE
from engine.runtime.shortage import as_user_error, out_of_memory, require_room
from gui.settings import Settings
from gui.settings.obeying import obey

DONE, FAILED, WRONG_USE, UNUSABLE, STOPPED = range(5)
_LINE_EVERY = 5.0
_REDRAW_EVERY = 0.1


class Console:
    """Tells people what happens on standard error and answers on standard output.

    Parameters
    ----------
    language : {"en", "ja"}
    as_json : bool
        Answer with one JSON object; nothing else reaches standard output.

    Attributes
    ----------
    team : Team
        Processes that share out the command; one of them tells.
    """

    def __init__(self, language: Language, *, as_json: bool) -> None:
        self.language = language
        self.as_json = as_json
        self.exit_code = DONE
        self.team: Team = ALONE
        self._silent = not leads()
        self.source = StopSource()
        self.token = self.source.token
        self._answer_to: TextIO = sys.stdout
        self._answered = False
        self._progress = _ProgressLine(sys.stderr, language)

    def emit(self, event: Event) -> None:
        """Show an event of the engine."""
        if self._silent:
            return
        if isinstance(event, Progress):
            self._progress.show(event)
        elif isinstance(event, Preview):
            self._progress.look(event)
        elif isinstance(event, Message):
            self.note(event.key, **event.params)

    def note(self, key: str, **params: Any) -> None:
        """One sentence on standard error, for people."""
        if self._silent:
            return
        self._progress.clear()
        print(text(key, self.language, **params), file=sys.stderr, flush=True)

    def say(self, key: str, **params: Any) -> None:
        """One line of the answer for people; left out of a JSON answer."""
        self.tell(text(key, self.language, **params))

    def tell(self, sentence: str) -> None:
        """As :meth:`say`, for a sentence that is made already."""
        self._progress.clear()
        if not self.as_json and not self._silent:
            print(sentence, file=self._answer_to, flush=True)

    def answer(self, values: dict[str, Any]) -> None:
        """The answer for programs; called once in a command."""
        self._progress.clear()
        if self.as_json and not self._answered and not self._silent:
            self._answered = True
            # ASCII survives every console encoding, Windows' too.
            print(json.dumps(values, allow_nan=False), file=self._answer_to, flush=True)

    def fail(self, error: UserError) -> None:
        """Tell a failure the user can act on."""
        self.refuse(error.sentence(self.language), error.key, error.exit_code)

    def refuse(self, sentence: str, key: str, exit_code: int) -> None:
        """End with a sentence instead of an answer."""
        self.exit_code = exit_code
        if self.team.size > 1:  # the leader may be the one that failed
            self._silent = not self.team.may_tell()
        if self._silent:
            return
        self.answer({"error": sentence, "key": key})
        print(sentence, file=sys.stderr, flush=True)

    def interrupt(self, _number: int, _frame: FrameType | None) -> None:
        """Signal handler: the first one stops and keeps, the second leaves at once."""
        if self.token.mode is not None:
            raise KeyboardInterrupt
        self.source.stop()
        if not is_launched():  # torchrun asks too, to end what a lost process left
            self.note("command.stopping")


def _obey_settings(console: Console) -> None:
    """Let a command do as the settings and the policy of this computer say."""
    settings = Settings.load()
    obey(settings)
    if settings.values.threads is not None:
        # PyTorch reads it when it is imported; who has set the variable knows better.
        os.environ.setdefault("OMP_NUM_THREADS", str(settings.values.threads))
    for message in settings.messages:
        console.note(message.key, **message.params)


@contextlib.contextmanager
def open_console(language: Language | None, *, as_json: bool) -> Iterator[Console]:
    """Run a command's body: its failures become sentences and exit codes.

    Parameters
    ----------
    language : {"en", "ja"} or None
        None: as the user's environment says.
    as_json : bool

    Raises
    ------
    SystemExit
        If the exit code is not 0.
    """
    console = Console(language or user_language(), as_json=as_json)
    _obey_settings(console)
    previous = {
        number: signal.signal(number, console.interrupt)
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        # A library that prints must not spoil the JSON answer.
        with contextlib.redirect_stdout(sys.stderr):
            require_room()
            yield console
    except UserError as error:
        console.fail(error)
    except (Stopped, KeyboardInterrupt):
        console.refuse(text("command.stopped", console.language), "command.stopped", STOPPED)
    except Exception as error:
        if not out_of_memory(error):
            traceback.print_exc()
        console.fail(as_user_error(error, key="command.unexpected"))
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)
    if console.exit_code:
        sys.exit(console.exit_code)


def user_language() -> Language:
    """The language of the user's environment: Japanese, or else English."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((name for name in names if name), None) or locale.getlocale()[0] or ""
    return "ja" if chosen.lower().startswith("ja") else "en"


def clock(seconds: float) -> str:
    """A duration as ``m:ss`` or ``h:mm:ss``."""
    minutes, rest = divmod(max(0, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


class _ProgressLine:
    """One line that is redrawn on a terminal, or a line every few seconds elsewhere."""

    def __init__(self, stream: TextIO, language: Language) -> None:
        self._stream = stream
        self._language = language
        self._live = stream.isatty()
        self._shown: tuple[str, float] = ("", 0.0)
        self._drawn = False
        self._looks = ""

    def look(self, preview: Preview) -> None:
        """How the samples look by now; told with the steps from here on."""
        if preview.appearance:  # not measured for each
            # Here, not above: what condenses has imported all that it takes.
            from engine.inspection.telling import aimed_and_now_short

            self._looks = aimed_and_now_short(preview.appearance, self._language)

    def show(self, progress: Progress) -> None:
        stage, when = self._shown
        now = time.monotonic()
        pause = _REDRAW_EVERY if self._live else _LINE_EVERY
        if stage == progress.stage and now - when < pause:
            return
        self._shown = (progress.stage, now)
        line = progress_text(progress, self._language)
        if progress.stage == "stage.steps" and self._looks:
            line = self._with_looks(line)
        if self._live:
            width = shutil.get_terminal_size().columns - 1
            line = set_cell_size(line, min(cell_len(line), width))
            self._stream.write(f"\r{line}\x1b[K")
            self._drawn = True
        else:
            self._stream.write(f"{line}\n")
        self._stream.flush()

    def _with_looks(self, line: str) -> str:
        """A line with how the samples look, where a terminal has room for all of it."""
        longer = f"{line} · {self._looks}"
        room = not self._live or cell_len(longer) < shutil.get_terminal_size().columns
        return longer if room else line

    def clear(self) -> None:
        if self._drawn:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
            self._drawn = False


def progress_text(progress: Progress, language: Language) -> str:
    """A progress event as one line: stage, count, live figures, rate, time left."""
    parts = [text(progress.stage, language)]
    if progress.total:
        parts.append(f"{progress.done:,} / {progress.total:,}")
    for name, value in progress.values.items():
        if f"value.{name}" in CATALOGUE:
            parts.append(text(f"value.{name}", language, value=f"{value:.0f}"))
    if progress.rate:
        digits = 1 if progress.rate < 100 else 0
        parts.append(text("time.rate", language, rate=f"{progress.rate:,.{digits}f}"))
    if progress.seconds_left is not None:
        parts.append(text("time.left", language, time=clock(progress.seconds_left)))
    return " · ".join(parts)
