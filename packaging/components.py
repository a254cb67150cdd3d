"""Whose work a bundle holds: every file and module by the component it comes from."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.metadata import Distribution, PackageMetadata, distributions
from pathlib import Path

from build_facts import version
from locks import ROOT, normal

TEXTS = Path(__file__).with_name("licences")
_LICENCE_FILE = re.compile(
    r"(licen[cs]e|copying|copyright|notice|authors|eula)[^/]*$"
    r"|/licen[cs]es?/[^/]+$|LICENSE-3RD-PARTY|third_party_licenses",
    re.IGNORECASE,
)
_NO_TEXT = (".py", ".pyc", ".so", ".h", ".json", ".pyi")
# Packages that state these expressions without bringing the texts.
_STATED = {
    "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only": ("LGPL-3.0-only.txt", "GPL-3.0-only.txt")
}
_LONGEST_NAME = 150


@dataclass
class Component:
    """Something in the bundle that has a name, a version and a licence.

    Attributes
    ----------
    kind : {"application", "python", "interpreter", "bootloader", "system"}
    licence : str
        As it names it itself, an SPDX expression where it does.
    texts : dict
        Name of a file to the text of a licence or notice.
    places : list of str
        Of files in the bundle; modules lie in the program itself and have none.
    needs : list of str
        Names of the packages it asks for.
    """

    name: str
    version: str
    kind: str
    licence: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    needs: list[str] = field(default_factory=list)
    home: str = ""


def site_packages(python: Path) -> list[Path]:
    """Where the packages of an environment lie."""
    if python == Path(sys.executable):
        return [Path(sysconfig.get_path("purelib"))]
    return sorted(python.parents[1].glob("lib/python3.*/site-packages"))


def find_components(
    files: Iterable[tuple[str, str]], modules: Iterable[str], packages: Iterable[Path]
) -> list[Component]:
    """The components of a bundle, by name.

    Parameters
    ----------
    files : iterable of (str, str)
        Place in the bundle, and where it was copied from.
    modules : iterable of str
        Sources of the modules inside the program.
    packages : iterable of Path
        Folders of installed packages.

    Raises
    ------
    ValueError
        A file comes from nobody that is known.
    """
    owners = _Owners(packages)
    found: dict[str, Component] = {}
    for place, source in [*files, *(("", one) for one in modules)]:
        if source in ("-", "", "None") or source.startswith("<"):
            continue
        component = owners.of(Path(source))
        kept = found.setdefault(f"{component.kind} {component.name}", component)
        if place:
            kept.places.append(place)
    # The program itself is PyInstaller's.
    boot = owners.package("pyinstaller")
    if boot is not None:
        found.setdefault(f"{boot.kind} {boot.name}", boot)
    return sorted(found.values(), key=lambda one: (one.kind != "application", one.name.lower()))


class _Owners:
    """Knows by path who brought a file."""

    def __init__(self, packages: Iterable[Path]) -> None:
        self._components: dict[str, Component] = {}
        self._by_file: dict[str, str] = {}
        self._system: dict[Path, Component] = {}
        self._interpreter: Component | None = None
        self._distributions: dict[str, Distribution] = {}
        for one in distributions(path=[str(folder) for folder in packages]):
            name = normal(one.metadata["Name"])
            self._distributions[name] = one
            root = Path(str(one.locate_file(""))).resolve()
            for file in one.files or []:
                place = f"{root}{os.sep}{str(file).replace('/', os.sep)}"
                self._by_file[os.path.normpath(place) if ".." in place else place] = name

    def package(self, name: str) -> Component | None:
        """An installed package."""
        if name not in self._components and name in self._distributions:
            self._components[name] = of_distribution(self._distributions[name])
        return self._components.get(name)

    def of(self, source: Path) -> Component:
        path = source.resolve()
        name = self._by_file.get(str(path)) or self._by_file.get(str(source))
        package = self.package(name) if name else None
        if package is not None:
            return package
        if path.is_relative_to(ROOT) and "site-packages" not in path.parts:
            return self._remember("shizuku", _ourselves)
        # PyInstaller packs what Python starts with into a file of its own.
        if path.is_relative_to(Path(sys.base_prefix)) or path.name == "base_library.zip":
            if self._interpreter is None:
                self._interpreter = _python()
            return self._interpreter
        return self._system_library(path)

    def _remember(self, name: str, make: Callable[[], Component]) -> Component:
        if name not in self._components:
            self._components[name] = make()
        return self._components[name]

    def _system_library(self, path: Path) -> Component:
        if path not in self._system:
            name, release = debian_package(path)
            key = f"system {name}"
            self._system[path] = self._remember(key, lambda: _of_debian(name, release))
        return self._system[path]


def _ourselves() -> Component:
    return Component("shizuku", version(), "application", "LicenseRef-Shizuku")


def of_distribution(one: Distribution) -> Component:
    """An installed package with its licence and the texts it brings."""
    metadata = one.metadata
    texts = {}
    for file in one.files or []:
        place = str(file).replace("\\", "/")
        if not _LICENCE_FILE.search(place) or place.endswith(_NO_TEXT) or ".." in place:
            continue
        path = Path(str(one.locate_file(file)))
        if path.is_file():
            short = re.sub(r"^.*\.dist-info/(licenses/)?", "", place)
            texts[short] = path.read_text(encoding="utf-8", errors="replace")
    licence = licence_of(metadata)
    if not texts:
        for stated, names in _STATED.items():
            if licence == stated:
                texts = {name: (TEXTS / name).read_text(encoding="utf-8") for name in names}
    own = TEXTS / f"{normal(metadata['Name'])}.txt"
    if not texts and own.is_file():
        texts = {own.name: own.read_text(encoding="utf-8")}
    needs = {normal(re.split(r"[ \[;<>=!~(]", line)[0]) for line in one.requires or []}
    return Component(
        metadata["Name"],
        metadata["Version"],
        "bootloader" if normal(metadata["Name"]) == "pyinstaller" else "python",
        licence,
        texts,
        needs=sorted(needs),
        home=_home(metadata),
    )


def licence_of(metadata: PackageMetadata) -> str:
    """How a package calls its licence: the expression, else the short field, else classifiers."""
    expression = metadata.get("License-Expression")
    if expression:
        return str(expression)
    stated = (metadata.get("License") or "").strip()
    if stated and stated != "UNKNOWN" and "\n" not in stated and len(stated) <= _LONGEST_NAME:
        return stated
    classes = metadata.get_all("Classifier") or []
    names = [one.split("::")[-1].strip() for one in classes if one.startswith("License ::")]
    return " / ".join(names) or "see the texts"


def _home(metadata: PackageMetadata) -> str:
    for line in metadata.get_all("Project-URL") or []:
        label, _, address = line.partition(",")
        if label.strip().lower() in ("homepage", "home", "source", "repository", "source code"):
            return str(address).strip()
    return metadata.get("Home-page") or ""


def _python() -> Component:
    release = ".".join(map(str, sys.version_info[:3]))
    folder, texts = Path(sysconfig.get_path("stdlib")), {}
    for path in (folder / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"):
        if path.is_file():
            texts = {"LICENSE.txt": path.read_text(encoding="utf-8")}
    return Component("Python", release, "interpreter", "PSF-2.0", texts)


def debian_package(path: Path) -> tuple[str, str]:
    """(name, version) of the system package that brought a library; for others, of the file."""
    for spelling in (str(path), str(path).removeprefix("/usr")):
        done = subprocess.run(["dpkg", "-S", spelling], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            name = done.stdout.split(":")[0]
            shown = subprocess.run(
                ["dpkg-query", "-W", "-f", "${Version}\n", name],
                capture_output=True,
                text=True,
                check=True,
            )
            return name, shown.stdout.splitlines()[0]
    raise ValueError(f"{path}: no package of the system brought it")


def _of_debian(name: str, release: str) -> Component:
    path = Path("/usr/share/doc", name, "copyright")
    texts, licence = {}, "see the texts"
    if path.is_file():
        text = path.read_text(encoding="utf-8", errors="replace")
        names = dict.fromkeys(re.findall(r"^License: *(\S[^\n]*)", text, re.MULTILINE))
        licence = ", ".join(names)[:_LONGEST_NAME] or licence
        texts = {"copyright": text}
        for shared in sorted(set(re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", text))):
            common = Path("/usr/share/common-licenses", shared)
            if common.is_file():
                texts[shared] = common.read_text(encoding="utf-8", errors="replace")
    return Component(name, release, "system", licence, texts)


def without_texts(components: Iterable[Component]) -> list[str]:
    """The components whose licence no text says; Shizuku's own is its supplier's affair."""
    return [
        f"{one.name} {one.version} ({one.licence})"
        for one in components
        if not one.texts and one.kind != "application"
    ]
