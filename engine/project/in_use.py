"""One window a project: whoever opens it holds it; commands beside the window stay possible."""

from __future__ import annotations

import json
import socket
from contextlib import suppress
from pathlib import Path

from engine.runtime.errors import UserError
from engine.runtime.holding import Hold, hold
from engine.runtime.times import now

FILE = "open.lock"
_MOST = 500  # characters


def hold_project(path: Path) -> Hold | None:
    """Hold a project for this window.

    Returns
    -------
    Hold or None
        None where holding is impossible: a project that may only be read, a file system without
        locks.

    Raises
    ------
    UserError
        ``project.locked`` while another process holds it.
    """
    file = path / FILE
    try:
        held = hold(file)
    except OSError:
        return None
    if held is None:
        raise UserError("project.locked", exit_code=2, file=str(path), owner=_holder(file))
    with suppress(OSError):  # a full disk: it is held all the same
        held.write(json.dumps({"host": socket.gethostname(), "since": now()}))
    return held


def _holder(file: Path) -> str:
    """Computer and time as the holder wrote them down."""
    try:
        with file.open(encoding="utf-8") as stream:
            said = json.loads(stream.read(_MOST))
        return ", ".join(str(said[key])[:100] for key in ("host", "since"))
    except (OSError, ValueError, KeyError, TypeError):
        return "?"
