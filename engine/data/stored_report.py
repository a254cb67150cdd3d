"""Reports as JSON files beside a run: written whole, read as if anyone had made them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from engine.runtime.errors import UserError
from engine.runtime.files import make_folder, write_text


class Plain(BaseModel):
    """Values as they stand in JSON: nothing converted, nothing infinite, nothing unknown."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


Stored = TypeVar("Stored", bound=BaseModel)


def write_report(report: BaseModel, path: Path) -> None:
    """Write a report atomically.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    content = json.dumps(report.model_dump(mode="json"), ensure_ascii=False)
    write_text(path, content, new_folders=False)


def next_report(folder: Path) -> Path:
    """Where the next of several numbered reports goes; the folder need not exist."""
    taken = [int(one.stem) for one in folder.glob("*.json") if one.stem.isdecimal()]
    return folder / f"{max(taken, default=0) + 1:04d}.json"


def keep_report(report: BaseModel, folder: Path) -> Path:
    """Write a report as the next of several numbered ones.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    make_folder(folder)
    path = next_report(folder)
    write_report(report, path)
    return path


def readable_reports(folder: Path, read: Callable[[Path], Stored]) -> list[Stored]:
    """The numbered reports of a folder, newest first; one that ``read`` refuses is left out."""
    found = []
    for path in sorted(folder.glob("*.json"), reverse=True):
        try:
            found.append(read(path))
        except UserError:
            continue
    return found


def read_report(model: type[Stored], path: Path, most: int) -> Stored | None:
    """Read a report of at most ``most`` bytes; None if there is none.

    Raises
    ------
    UserError
        ``file.not_ours`` if it is larger, damaged, or not written by this version or an earlier
        one.
    """
    try:
        content = read_bounded(path, most)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise not_ours(path, "unreadable") from error
    return parse_report(model, content, path)


def parse_report(model: type[Stored], content: str | bytes, path: Path) -> Stored:
    """A report from JSON that may come from anywhere.

    Raises
    ------
    UserError
        ``file.not_ours`` naming ``path``.
    """
    try:
        return model.model_validate_json(content)
    except ValidationError as error:
        raise not_ours(path, "unreadable") from error


def read_bounded(path: Path, most: int) -> bytes:
    """The content of a file that may have any size.

    Raises
    ------
    UserError
        ``file.not_ours`` if it has more than ``most`` bytes.
    OSError
    """
    with path.open("rb") as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise not_ours(path, "too large")
    return content


def not_ours(path: Path, reason: str) -> UserError:
    """The sentence for a file that is no report of ours."""
    return UserError("file.not_ours", file=str(path), reason=reason)
