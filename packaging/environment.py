"""The Python environment that a bundle is built from."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from locks import Variant, lock_of


def python_for(variant: Variant, work: Path) -> Path:
    """The Python of an environment that holds what a variant is made from, made where needed.

    Linux without CUDA needs an environment of its own; otherwise it is the one that runs this.
    """
    if variant == "cuda" or sys.platform != "linux":
        return Path(sys.executable)
    folder = work / "environment"
    python = folder / "bin" / "python"
    lock = lock_of("cpu", platform=sys.platform, tools=True)
    state = hashlib.sha256(lock.encode()).hexdigest()
    stamp = folder / "made-from"
    if stamp.is_file() and stamp.read_text() == state:
        return python
    print(f"Making {folder} …", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    requirements = folder / "requirements.lock"
    requirements.write_text(lock, encoding="utf-8")
    temporary = folder / "tmp"
    temporary.mkdir()
    subprocess.run(
        [
            *(python, "-m", "pip", "install", "--require-hashes", "--no-deps", "--quiet"),
            *("--disable-pip-version-check", "--no-compile", "-r", requirements),
        ],
        check=True,
        env=os.environ | {"TMPDIR": str(temporary), "PIP_USER": "0"},
    )
    temporary.rmdir()
    stamp.write_text(state)
    return python
