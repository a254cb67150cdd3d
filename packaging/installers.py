"""Installers for Linux made of a bundle: an archive with a script, and a Debian package."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from build_facts import commit
from components import debian_package
from locks import ROOT
from records import CHECKSUMS, VERSION, sha256, size_of

LINUX = Path(__file__).with_name("linux")
ICON = ROOT / "gui" / "images" / "shizuku.svg"
_OPT = Path("opt/shizuku")
_DEBIAN = {"x86_64": "amd64", "aarch64": "arm64"}


def add_linux_files(folder: Path) -> None:
    """Put the script and what a desktop needs into a bundle, before its checksums are written."""
    shutil.copy2(LINUX / "install.sh", folder / "install.sh")
    desktop = folder / "desktop"
    desktop.mkdir(exist_ok=True)
    for path in (LINUX / "shizuku.desktop", LINUX / "shizuku.xml", ICON):
        shutil.copyfile(path, desktop / path.name)


def make_installers(folder: Path, dist: Path) -> list[Path]:
    """The installers of this kind of system; with their checksums in ``dist``."""
    if sys.platform != "linux":
        return []
    made = [make_archive(folder, dist), make_debian(folder, dist)]
    lines = [f"{sha256(path)}  {path.name}\n" for path in made]
    sums = dist / f"{folder.name}.{CHECKSUMS}"
    sums.write_text("".join(lines), encoding="utf-8")
    return [*made, sums]


def make_archive(folder: Path, dist: Path, *, level: int = 10) -> Path:
    """``NAME.tar.zst`` of a bundle; the same files give the same bytes."""
    path = dist / f"{folder.name}.tar.zst"
    part = path.with_suffix(".part")
    subprocess.run(
        [
            *("tar", "--create", "--file", part, "--sort=name", f"--mtime=@{commit()[1]}"),
            *("--owner=0", "--group=0", "--numeric-owner", "--mode=u+rw,go+rX,go-w"),
            f"--use-compress-program=zstd -q -{level} -T0",
            *("-C", folder.parent, folder.name),
        ],
        check=True,
    )
    part.replace(path)
    return path


def make_debian(folder: Path, dist: Path, *, compressor: str = "xz", level: int = 1) -> Path:
    """The Debian package: everything in ``/opt/shizuku``, a link, desktop entry, icon, type."""
    facts = json.loads((folder / VERSION).read_text(encoding="utf-8"))
    architecture = _DEBIAN[facts["system"].split("-")[1]]
    package = f"shizuku-{facts['variant']}"
    path = dist / f"{package}_{facts['version']}_{architecture}.deb"
    with tempfile.TemporaryDirectory(dir=dist) as temporary:
        root = Path(temporary)
        root.chmod(0o755)
        _lay_out(folder, root)
        documents = root / "usr/share/doc" / package
        documents.mkdir(parents=True)
        copyright_file = folder / "licences" / "README.txt"
        shutil.copyfile(copyright_file, documents / "copyright")
        with (
            (documents / "changelog.gz").open("wb") as target,
            gzip.GzipFile(filename="", mode="wb", fileobj=target, mtime=0) as packed,
        ):
            packed.write((ROOT / "CHANGELOG.md").read_bytes())
        control = root / "DEBIAN"
        control.mkdir()
        text = control_file(
            package,
            facts,
            architecture,
            kilobytes=size_of(root) // 1024,
            needs=depends(folder, facts),
        )
        (control / "control").write_text(text, encoding="utf-8")
        _write_sums(root, control)
        subprocess.run(
            [
                *("dpkg-deb", "--root-owner-group", f"-Z{compressor}", f"-z{level}"),
                *("--build", root, path),
            ],
            check=True,
            stdout=subprocess.DEVNULL,
            env=os.environ | {"SOURCE_DATE_EPOCH": str(commit()[1])},
        )
    return path


def _lay_out(folder: Path, root: Path) -> None:
    """Where the files of the package lie; hard links, for a bundle is large."""
    left_out = shutil.ignore_patterns("install.sh", "desktop")
    shutil.copytree(folder, root / _OPT, symlinks=True, copy_function=_link, ignore=left_out)
    program = "/" / _OPT / "shizuku"
    binaries = root / "usr/bin"
    binaries.mkdir(parents=True)
    (binaries / "shizuku").symlink_to(program)
    places = {
        "usr/share/applications/shizuku.desktop": (LINUX / "shizuku.desktop").read_text("utf-8"),
        "usr/share/mime/packages/shizuku.xml": (LINUX / "shizuku.xml").read_text("utf-8"),
        "usr/share/icons/hicolor/scalable/apps/shizuku.svg": ICON.read_text("utf-8"),
    }
    for place, text in places.items():
        target = root / place
        target.parent.mkdir(parents=True)
        text = text.replace("@PROGRAM@", str(program)).replace("@TRY@", str(program))
        target.write_text(text, encoding="utf-8")


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


def _write_sums(root: Path, control: Path) -> None:
    """MD5 sums as dpkg verifies installed packages with; not against ill will."""
    lines = []
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink() and control not in path.parents:
            with path.open("rb") as stream:
                digest = hashlib.file_digest(stream, "md5").hexdigest()
            lines.append(f"{digest}  {path.relative_to(root).as_posix()}\n")
    (control / "md5sums").write_text("".join(lines), encoding="utf-8")


def control_file(
    package: str, facts: dict[str, str], architecture: str, *, kilobytes: int, needs: str
) -> str:
    """What Debian's tools know of the package."""
    others = ", ".join(f"shizuku-{one}" for one in ("cpu", "cuda") if f"shizuku-{one}" != package)
    kind = (
        "with CUDA for NVIDIA graphics cards" if facts["variant"] == "cuda" else "for the processor"
    )
    lines = [
        f"Package: {package}",
        f"Version: {facts['version']}",
        f"Architecture: {architecture}",
        "Maintainer: Shizuku <shizuku@localhost>",
        f"Installed-Size: {kilobytes}",
        f"Depends: {needs}",
        "Recommends: fonts-ipafont-gothic | fonts-noto-cjk",
        f"Conflicts: {others}, shizuku",
        f"Replaces: {others}",
        "Provides: shizuku",
        "Section: science",
        "Priority: optional",
        f"Description: condenses image datasets, {kind}",
        " Shizuku condenses a folder of drawings or product photos into a few synthetic",
        " samples that train a vision model almost as well. It works offline.",
    ]
    return "".join(f"{line}\n" for line in lines)


def depends(folder: Path, facts: dict[str, str]) -> str:
    """The system's packages that bring what the bundle's libraries need and it does not hold."""
    files = [one for one in folder.rglob("*") if one.is_file() and ".so" in one.name]
    files += [folder / "shizuku"]
    here = {one.name for one in folder.rglob("*.so*")}
    wanted: set[str] = set()
    for one in files:
        done = subprocess.run(["objdump", "-p", one], capture_output=True, text=True, check=False)
        wanted |= {
            line.split()[1] for line in done.stdout.splitlines() if line.startswith("  NEEDED")
        }
    listed = subprocess.run(
        ["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True
    ).stdout
    paths = {line.split()[0]: line.split()[-1] for line in listed.splitlines()[1:] if "=>" in line}
    packages = set()
    for library in wanted - here:
        if library in paths:
            packages.add(debian_package(Path(paths[library]).resolve())[0])
    packages.discard("libc6")
    oldest = f"libc6 (>= {facts['glibc']})" if facts["glibc"] else "libc6"
    return ", ".join([oldest, *sorted(packages), "fontconfig"])
