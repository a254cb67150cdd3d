"""Shizuku: no arguments (or a project) opens the window; commands run without one."""

from __future__ import annotations

import io
import os
import sys
import threading
from pathlib import Path
from typing import NoReturn

# The commands are loaded where one is wanted: the window would wait for them.
from engine.distributed.launch import is_launched, leads

_WRONG_USE = 2


def main(arguments: list[str]) -> int:
    """Run a command; without one, open the window."""
    for stream in (sys.stdout, sys.stderr):
        # A file name the console cannot show must not end a run.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    if is_launched() and _is_alone(arguments):
        return _WRONG_USE
    if _wants_window(arguments):
        if not any(one.startswith("-") for one in arguments) and len(arguments) < 2:
            return _open_window(arguments)
        arguments = ["window", *arguments]
    from gui.cli.commands import run_command

    return run_command(arguments)


def _is_alone(arguments: list[str]) -> bool:
    """Whether several processes cannot share out a command, which one of them tells."""
    from engine.runtime import text
    from gui.cli.console import user_language
    from gui.cli.together import SHARED

    alone = arguments[:1] not in ([one] for one in SHARED)
    if alone and leads():
        print(text("distributed.not_shared", user_language()), file=sys.stderr)
    return alone


def _open_window(arguments: list[str]) -> int:
    """Without the commands, whose loading would hold it up."""
    from gui.app import run

    return run(Path(arguments[0]) if arguments else None)


def _wants_window(arguments: list[str]) -> bool:
    if not arguments:
        return True
    first = arguments[0]
    return first.startswith("--language") or (Path(first) / "project.sqlite").is_file()


def leave(code: int) -> NoReturn:
    """End the process, whatever PyTorch's compiler is still doing in a thread after a stop."""
    if any(thread.name == "compile" for thread in threading.enumerate()):
        sys.stdout.flush()
        sys.stderr.flush()
        # Ending the interpreter below a thread that compiles aborts with SIGABRT instead.
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    if sys.argv[1:] == ["decode-apart"]:  # how the frozen application starts its decoders
        from importers.apart.worker import serve

        sys.exit(serve())
    if sys.argv[1:2] == ["prove-hdf5"]:  # likewise
        from engine.data.prove_file import prove

        sys.exit(prove(sys.argv[2:]))
    try:
        status = main(sys.argv[1:])
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
    leave(status)
