"""Build Shizuku as a folder that needs nothing else, with its records and installers.

python packaging/build.py --variant cpu            for computers without an NVIDIA card: small
python packaging/build.py --variant cuda           with CUDA
python packaging/build.py --variant cpu --no-installers
python packaging/build.py --variant cpu --installers-only    of a bundle that is there already
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_facts import commit, least_glibc, name_of, target, version
from components import Component, find_components, site_packages, without_texts
from environment import python_for
from installers import add_linux_files, make_installers
from locks import ROOT
from records import (
    INVENTORY,
    size_table,
    write_checksums,
    write_inventory,
    write_licences,
    write_version,
)
from smaller import make_smaller

INTERNAL = "_internal"
# As windows/shizuku.iss has it.
LONGEST_PLACE = 170


def run_pyinstaller(python: Path, variant: str, work: Path) -> Path:
    """Freeze; answers with the folder that was made."""
    subprocess.run([sys.executable, ROOT / "packaging" / "translations.py", "compile"], check=True)
    subprocess.run(
        [
            *(python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
            *("--workpath", work / "pyinstaller", "--distpath", work / "frozen"),
            *(ROOT / "packaging" / "shizuku.spec", "--", variant, work / "records"),
        ],
        check=True,
        # The same sources give the same files.
        env=os.environ | {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(commit()[1])},
    )
    return work / "frozen" / "shizuku"


def check_depth(folder: Path) -> None:
    """Windows takes paths of 259 characters; the installer counts on what is inside.

    Raises
    ------
    ValueError
        A place in the bundle is longer than that.
    """
    for path in folder.rglob("*"):
        place = path.relative_to(folder).as_posix()
        if len(place) >= LONGEST_PLACE:
            raise ValueError(f"longer than {LONGEST_PLACE} characters: {place}")


def components_of(python: Path, work: Path) -> list[Component]:
    """The components of what was frozen last."""
    contents = json.loads((work / "records" / "contents.json").read_text(encoding="utf-8"))
    files = [(place, source) for place, source, kind in contents["files"] if kind != "SYMLINK"]
    modules = [source for _name, source in contents["modules"]]
    return find_components(files, modules, site_packages(python))


def add_metadata(folder: Path, components: list[Component], python: Path) -> None:
    """Versions of packages, which the diagnostic file and some packages ask for at run time."""
    for packages in site_packages(python):
        for one in components:
            if one.kind == "python":
                spelt = one.name.replace("-", "_")
                for info in packages.glob(f"{spelt}-{one.version}.dist-info"):
                    place = folder / INTERNAL / info.name
                    place.mkdir(exist_ok=True)
                    shutil.copyfile(info / "METADATA", place / "METADATA")


def finish(folder: Path, components: list[Component], variant: str) -> None:
    """Write the records into a bundle.

    Raises
    ------
    ValueError
        A component has no licence text, or the inventory is not valid.
    """
    missing = without_texts(components)
    if missing:
        raise ValueError(f"no licence text for: {'; '.join(missing)}")
    name, moment = commit()
    libraries = [one for one in folder.rglob("*.so*") if one.is_file() and not one.is_symlink()]
    versions = {one.name: one.version for one in components}
    facts = {
        "name": "Shizuku",
        "version": version(),
        "variant": variant,
        "system": target(),
        "commit": name,
        "python": versions["Python"],
        "torch": versions["torch"],
        "qt": versions["PySide6_Essentials"],
        "glibc": least_glibc(libraries) if sys.platform == "linux" else "",
    }
    write_version(folder, facts)
    write_licences(folder, components)
    if sys.platform == "linux":
        add_linux_files(folder)
    write_inventory(folder / INVENTORY, components, moment=moment)
    check_depth(folder)
    write_checksums(folder)


def build(variant: str, work: Path, dist: Path) -> Path:
    """Make the bundle of a variant in ``dist``; answers with its folder."""
    python = python_for(variant, work)
    frozen = run_pyinstaller(python, variant, work)
    components = components_of(python, work)
    add_metadata(frozen, components, python)
    make_smaller(frozen / INTERNAL)
    finish(frozen, components, variant)
    folder = dist / name_of(variant)
    shutil.rmtree(folder, ignore_errors=True)
    dist.mkdir(parents=True, exist_ok=True)
    shutil.move(frozen, folder)
    table = size_table(folder, components, internal=INTERNAL)
    print("\n".join(table))
    (dist / f"{folder.name}.sizes.txt").write_text("\n".join([*table, ""]), encoding="utf-8")
    return folder


def main() -> None:
    """Build what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--variant", choices=("cpu", "cuda"), required=True)
    parser.add_argument("--dist", type=Path, default=ROOT / "dist")
    parser.add_argument("--work", type=Path, default=ROOT / "build")
    parser.add_argument("--no-installers", action="store_true")
    parser.add_argument("--installers-only", action="store_true")
    asked = parser.parse_args()
    dist, work = asked.dist.absolute(), asked.work.absolute() / asked.variant
    folder = dist / name_of(asked.variant)
    if not asked.installers_only:
        folder = build(asked.variant, work, dist)
    made = [] if asked.no_installers else make_installers(folder, dist)
    for one in (folder, *made):
        print(one)


if __name__ == "__main__":
    main()
