"""All locked wheels in one archive, which installs where there is no package index.

python packaging/wheelhouse.py --variant cuda --into dist       collects for this system and Python
python packaging/wheelhouse.py --check dist/NAME.tar            installs it without a network

The archive holds the wheels, the lock with their hashes, the sources and two scripts; on the
workstation only Python (the same major and minor version) is needed:

tar -xf NAME.tar && NAME/install.sh FOLDER      (Windows: NAME\\install.bat FOLDER)
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from build_facts import commit, target, version
from locks import ROOT, Variant, lock_of
from records import write_checksums

LOCK = "requirements.lock"
# What torchvision needs beside a PyTorch that is not the one it was compiled for.
_HOOK = Path(__file__).parent / "hooks" / "rthook_torchvision_cpu.py"
_SOURCES = ("main.py", "engine", "gui", "importers", "docs", "CHANGELOG.md", "CHANGELOG.ja.md")

SHELL = """#!/bin/sh
# Installs Shizuku from this folder: ./install.sh FOLDER   (needs Python {python})
set -eu
[ $# = 1 ] || {{ echo "usage: $0 FOLDER" >&2; exit 2; }}
here="$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)"
(cd -- "$here" && sha256sum --check --quiet --strict SHA256SUMS)
python="${{SHIZUKU_PYTHON:-python{python}}}"
"$python" -m venv -- "$1/environment"
"$1/environment/bin/python" -m pip install --no-index --find-links "$here/wheels" \\
    --require-hashes --no-deps --no-cache-dir --disable-pip-version-check --quiet \\
    -r "$here/requirements.lock"
if [ -f "$here/{hook}.py" ]; then
    where='import sysconfig; print(sysconfig.get_path("purelib"))'
    site="$("$1/environment/bin/python" -c "$where")"
    cp -- "$here/{hook}.py" "$site/{hook}.py"
    echo "import {hook}" >"$site/{hook}.pth"
fi
cp -R -- "$here/shizuku" "$1/shizuku"
echo "$1/environment/bin/python $1/shizuku/main.py"
"""
BATCH = """@echo off
rem Installs Shizuku from this folder alone: install.bat FOLDER   (needs Python {python})
setlocal EnableExtensions
if "%~1"=="" (echo usage: install.bat FOLDER 1>&2 & exit /b 2)
set "PYTHONUTF8=1"
py -{python} -m venv "%~1\\environment" || exit /b 1
"%~1\\environment\\Scripts\\python.exe" -m pip install --no-index --find-links "%~dp0wheels" ^
    --require-hashes --no-deps --no-cache-dir --disable-pip-version-check --quiet ^
    -r "%~dp0requirements.lock" || exit /b 1
xcopy /e /i /q /y "%~dp0shizuku" "%~1\\shizuku" >nul || exit /b 1
echo "%~1\\environment\\Scripts\\python.exe" "%~1\\shizuku\\main.py"
"""


def python_version() -> str:
    """Major and minor version, for which wheels are collected."""
    return "{}.{}".format(*sys.version_info[:2])


def lay_out(folder: Path, lock: str) -> None:
    """Write everything but the wheels into an empty folder."""
    if "+cpu" in lock:
        shutil.copyfile(_HOOK, folder / _HOOK.name)
    for name in ("wheels", "shizuku"):
        (folder / name).mkdir(parents=True)
    (folder / LOCK).write_text(lock, encoding="utf-8")
    python = python_version()
    script = folder / "install.sh"
    script.write_text(SHELL.format(python=python, hook=_HOOK.stem), encoding="utf-8")
    script.chmod(0o755)
    batch = BATCH.format(python=python).replace("\n", "\r\n")
    (folder / "install.bat").write_bytes(batch.encode("ascii"))
    ignore = shutil.ignore_patterns("__pycache__", "*.pyc")
    for name in _SOURCES:
        source, place = ROOT / name, folder / "shizuku" / name
        if source.is_dir():
            shutil.copytree(source, place, ignore=ignore)
        else:
            shutil.copyfile(source, place)


def download(folder: Path) -> None:
    """Fetch every wheel of the lock, as pip is set up on this computer; hashes must agree."""
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "--require-hashes", "--no-deps", "--quiet"),
            *("--only-binary", ":all:", "--disable-pip-version-check"),
            *("--dest", folder / "wheels", "-r", folder / LOCK),
        ],
        check=True,
        env=os.environ | {"TMPDIR": str(folder.parent)},
    )


def pack(folder: Path, path: Path) -> None:
    """One archive, not compressed, for wheels are; the same files give the same bytes."""
    moment = commit()[1]

    def plain(one: tarfile.TarInfo) -> tarfile.TarInfo:
        one.uid = one.gid = 0
        one.uname = one.gname = ""
        one.mtime = moment
        return one

    with tarfile.open(path, "w", format=tarfile.PAX_FORMAT) as archive:
        archive.add(folder, folder.name, filter=plain)


def make(variant: Variant, into: Path) -> Path:
    """Collect a variant's wheels for this system and Python; answers with the archive."""
    subprocess.run([sys.executable, ROOT / "packaging" / "translations.py", "compile"], check=True)
    name = f"shizuku-{version()}-{variant}-{target()}-python{python_version()}-wheels"
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=into) as temporary:
        folder = Path(temporary) / name
        folder.mkdir()
        lay_out(folder, lock_of(variant, platform=sys.platform))
        download(folder)
        write_checksums(folder)
        path = into / f"{name}.tar"
        pack(folder, path)
    return path


def check(archive: Path) -> int:
    """Install an archive in a namespace without a network, then ask what came of it."""
    with tempfile.TemporaryDirectory(dir=archive.parent) as temporary:
        place = Path(temporary)
        with tarfile.open(archive) as packed:
            packed.extractall(place, filter="data")
        (folder,) = [one for one in place.iterdir() if one.is_dir()]
        alone = ["unshare", "--net"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
        # No index, no settings of pip, no cache: only what lies in the folder.
        home = place / "home"
        home.mkdir()
        surroundings = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "PIP_CONFIG_FILE": os.devnull,
            "SHIZUKU_PYTHON": sys.executable,
            "TMPDIR": str(place),
        }
        subprocess.run([*alone, folder / "install.sh", place / "to"], check=True, env=surroundings)
        shutil.rmtree(folder / "wheels")
        python = place / "to" / "environment" / "bin" / "python"
        program = place / "to" / "shizuku" / "main.py"
        for arguments in (
            *([program, "--help"], [program, "device"]),
            ["-c", "from torchvision.models import resnet18; resnet18()"],
        ):
            subprocess.run(
                [*alone, python, *arguments],
                check=True,
                env=surroundings,
                stdout=subprocess.DEVNULL,
            )
    print(f"{archive.name}: installs without a network ({platform.system()})")
    return 0


def main() -> int:
    """Collect or check."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--variant", choices=("cpu", "cuda"), default="cuda")
    parser.add_argument("--into", type=Path, default=ROOT / "dist")
    parser.add_argument("--check", type=Path, metavar="ARCHIVE")
    asked = parser.parse_args()
    if asked.check:
        return check(asked.check.absolute())
    path = make(asked.variant, asked.into.absolute())
    print(path, f"{path.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
