"""What a bundle is called and made from."""

from __future__ import annotations

import platform
import re
import subprocess
import sys
from pathlib import Path

from locks import ROOT, Variant


def version() -> str:
    """Shizuku's version, from the one place that has it."""
    text = (ROOT / "engine" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        raise ValueError("engine/__init__.py names no version")
    return found[1]


def target() -> str:
    """System and processor, as they stand in file names."""
    system = {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    return f"{system}-{platform.machine().lower()}"


def name_of(variant: Variant) -> str:
    """A bundle's name, and its folder's."""
    return f"shizuku-{version()}-{variant}-{target()}"


def commit() -> tuple[str, int]:
    """The commit that is checked out, and its time in seconds since 1970; ("", 0) without git."""
    try:
        done = subprocess.run(
            ["git", "log", "-1", "--format=%H %ct"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return "", 0
    name, seconds = done.stdout.split()
    return name, int(seconds)


def least_glibc(files: list[Path]) -> str:
    """The oldest glibc that has all that the libraries ask for; empty where there is no objdump."""
    wanted = (0, 0)
    for one in files:
        try:
            done = subprocess.run(
                ["objdump", "-T", one], capture_output=True, text=True, check=False
            )
        except OSError:
            return ""
        for major, minor in re.findall(r"GLIBC_(\d+)\.(\d+)", done.stdout):
            wanted = max(wanted, (int(major), int(minor)))
    return "{}.{}".format(*wanted) if wanted > (0, 0) else ""
