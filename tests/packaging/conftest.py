"""The scripts of packaging/ import each other by their bare names; a tiny bundle."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "packaging"))


@pytest.fixture
def bundle(tmp_path) -> Path:
    """A folder as a bundle is, with a shell script for a program."""
    import installers
    import records

    folder = tmp_path / "built" / "shizuku-1.2.3-cpu-linux-x86_64"
    (folder / "_internal" / "docs").mkdir(parents=True)
    (folder / "licences").mkdir()
    program = folder / "shizuku"
    program.write_text('#!/bin/sh\nprintf "%s\\n" "started: $*"\n')
    program.chmod(0o755)
    (folder / "_internal" / "library.so.1").write_bytes(b"\x7fELF not really")
    (folder / "_internal" / "link.so").symlink_to("library.so.1")
    (folder / "licences" / "README.txt").write_text("of others\n")
    facts = {"version": "1.2.3", "variant": "cpu", "system": "linux-x86_64", "glibc": "2.28"}
    (folder / "VERSION.json").write_text(json.dumps(facts))
    installers.add_linux_files(folder)
    records.write_checksums(folder)
    return folder
