"""The diagnostic file: what whoever looks after Shizuku needs to see, and no pictures; no Qt."""

from __future__ import annotations

import getpass
import json
import os
import platform
import shutil
import socket
import sys
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import Any

from engine import __version__
from engine.project import Project
from engine.runtime import UserError, text
from engine.runtime.device_reason import why_this_device
from engine.runtime.files import replacing

_PACKAGES = ("torch", "torchvision", "numpy", "h5py", "pillow", "opencv-python", "pydantic")
_MOST_OF_LOG = 2_000_000  # bytes of each file, the newest
# Entries of the settings that name people, or files of theirs.
_PERSONAL = ("recent", "inspector", "inspectors")


def write_diagnostics(
    path: Path,
    *,
    logs: Iterable[Path],
    settings: Mapping[str, Any],
    project: Path | None = None,
    qt: str = "",
    fault: str = "",
) -> Path:
    """Write a ZIP file of logs, versions, device, settings and numbers of the project.

    Names of the user, the computer, the home folder and the project's folder are replaced
    everywhere; log lines may still name pictures and classes.

    Parameters
    ----------
    path : Path
        Replaced where it exists.
    logs : iterable of Path
        Log files and folders of such; what cannot be read is left out.
    settings : mapping
        Entries that name people or files are left out.
    project : Path, optional
    qt : str
        Version of Qt.
    fault : str
        The traceback of what has just happened.

    Returns
    -------
    Path
        ``path``.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    hidden = _hidden_words(project)
    about = {"shizuku": __version__, "qt": qt, **_versions(), **_machine(path)}
    with (
        replacing(path) as temporary,
        zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive,
    ):

        def add(name: str, content: str) -> None:
            archive.writestr(name, redacted(content, hidden))

        add("about.json", _dump(about))
        add("settings.json", _dump(_impersonal(settings)))
        if project is not None:
            add("project.json", _dump(_numbers(project)))
        if fault:
            add("fault.txt", fault)
        for number, file in enumerate(_files(logs)):
            with suppress(OSError):
                add(f"log/{number:02}-{file.name}", _end_of(file))
    return path


def redacted(content: str, hidden: Mapping[str, str]) -> str:
    """A text with words replaced, the longest first."""
    for word in sorted(hidden, key=len, reverse=True):
        content = content.replace(word, hidden[word])
    return content


def _hidden_words(project: Path | None) -> dict[str, str]:
    words: dict[str, str] = {}
    with suppress(Exception):  # no name is known in some containers
        name = getpass.getuser()
        if len(name) > 2 and name != "root":
            words[name] = "<user>"
    if len(host := socket.gethostname()) > 2:
        words[host] = "<computer>"
    with suppress(RuntimeError):
        words[str(Path.home())] = "~"
    if project is not None:
        words[str(project)] = words[str(project.absolute())] = "<project>"
    # As they stand in JSON, backslashes twice.
    return words | {json.dumps(one)[1:-1]: said for one, said in words.items() if "\\" in one}


def _versions() -> dict[str, Any]:
    found = {}
    for one in _PACKAGES:
        with suppress(metadata.PackageNotFoundError):
            found[one] = metadata.version(one)
    return {"python": sys.version, "frozen": hasattr(sys, "frozen"), "packages": found}


def _machine(path: Path) -> dict[str, Any]:
    facts: dict[str, Any] = {
        "system": platform.platform(),
        "processor": platform.processor() or platform.machine(),
        "cores": os.cpu_count(),
        "gpus": _gpus(),
        "device": _why_device(),
    }
    with suppress(OSError):
        facts["free_bytes_on_disk"] = shutil.disk_usage(path.parent).free
    return facts


def _gpus() -> list[dict[str, Any]]:
    """Name, memory and what PyTorch was built for; empty without one."""
    try:
        import torch

        return [
            {
                "name": torch.cuda.get_device_name(one),
                "bytes": torch.cuda.get_device_properties(one).total_memory,
                "cuda": torch.version.cuda,
            }
            for one in range(torch.cuda.device_count())
        ]
    except Exception as error:  # a broken driver is just what is to be seen
        return [{"fault": f"{type(error).__name__}: {error}"}]


def _why_device() -> str:
    """What is computed on, and why, as the window tells it."""
    try:
        reason = why_this_device()
        return text(reason.key, "en", **reason.params)
    except Exception as error:  # PyTorch itself may be what is broken
        return f"{type(error).__name__}: {error}"


def _impersonal(settings: Mapping[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    for name, value in settings.items():
        if name in _PERSONAL:
            continue
        if isinstance(value, Mapping):
            kept[name] = _impersonal(value)
        elif isinstance(value, str) and ("/" in value or "\\" in value):
            kept[name] = "<path>"
        else:
            kept[name] = value
    return kept


def _numbers(path: Path) -> dict[str, Any]:
    """How large the project is and where its runs stand; no names of classes or pictures."""
    try:
        project = Project.open(path)
        facts: dict[str, Any] = {"writable": os.access(path, os.W_OK)}
        if project.has_images:
            with project.image_set() as images:
                facts |= {"pictures": images.shape, "classes": len(images.class_names)}
        facts["runs"] = [
            {
                "id": run.id,
                "status": run.status,
                "step": run.step,
                "recipe": _plain(run.recipe.model_dump(mode="json")),
                "verdicts": dict(Counter(run.verdicts().values())),
                "files": {one.name: one.stat().st_size for one in run.folder.glob("*.*")},
            }
            for run in project.runs()
        ]
        facts["queue"] = dict(Counter(one.state for one in project.queue.content().entries))
    except (UserError, OSError) as error:
        return {"fault": str(error)}
    return facts


def _plain(recipe: Mapping[str, Any]) -> dict[str, Any]:
    """What is given class by class names classes."""
    return {name: one for name, one in recipe.items() if not isinstance(one, Mapping | list)}


def _files(logs: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for one in logs:
        found += sorted(one.glob("*.*")) if one.is_dir() else [one]
    return [one for one in found if one.is_file()]


def _end_of(file: Path) -> str:
    with file.open("rb") as stream:
        stream.seek(max(0, file.stat().st_size - _MOST_OF_LOG))
        return stream.read(_MOST_OF_LOG).decode("utf-8", errors="replace")


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1, default=str)
