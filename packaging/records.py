"""What lies beside a bundle's program: version, licences, inventory, checksums; and its sizes."""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from components import Component
from locks import normal

CHECKSUMS = "SHA256SUMS"
INVENTORY = "sbom.cdx.json"
LICENCES = "licences"
VERSION = "VERSION.json"
_CHANGES = (
    "Changed in the files of others, on Linux: symbols that only a debugger reads were taken away;",
    "ICU's data (Qt) is there for Japanese and English; OpenCV finds linear algebra in SciPy's",
    "OpenBLAS, AVIF in Pillow's libavif, and no FFmpeg, for no videos are opened.",
    "",
)


def write_version(folder: Path, facts: Mapping[str, Any]) -> None:
    """What the bundle is, for people and programs."""
    text = json.dumps(dict(facts), indent=1, ensure_ascii=False)
    (folder / VERSION).write_text(f"{text}\n", encoding="utf-8")


def write_licences(folder: Path, components: Iterable[Component]) -> None:
    """A list of all components, and the texts of their licences in a folder for each."""
    target = folder / LICENCES
    lines = [
        "Shizuku contains the work of others. Their licences lie in the folders beside this list.",
        "Shizuku には次のソフトウェアが含まれています。各ライセンスは同じ場所にあります。",
        "",
        "Qt and PySide6 are used under the LGPL 3: their libraries are the separate files below",
        "_internal/PySide6 and _internal/shiboken6, and may be replaced by other builds of them.",
        "",
        *_CHANGES,
    ]
    for one in components:
        if one.kind == "application":
            continue
        name = f"{normal(one.name)}-{one.version.replace(':', '_')}"
        lines += [f"{one.name} {one.version}", f"    {one.licence}", f"    {name}/", ""]
        for file, text in one.texts.items():
            path = target / name / re.sub(r"[^\w./+-]", "_", file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    (target / "README.txt").write_text("\n".join(lines), encoding="utf-8")


def write_inventory(path: Path, components: list[Component], *, moment: int) -> None:
    """The inventory as CycloneDX 1.6 JSON, checked against its schema.

    Parameters
    ----------
    moment : int
        Seconds since 1970 that it names as its time: of the commit, so that it is the same again.

    Raises
    ------
    ValueError
        The inventory does not follow the schema.
    """
    from cyclonedx.contrib.license.factories import LicenseFactory
    from cyclonedx.model.bom import Bom
    from cyclonedx.model.component import Component as Part
    from cyclonedx.model.component import ComponentType
    from cyclonedx.output.json import JsonV1Dot6
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator
    from packageurl import PackageURL

    licences, parts = LicenseFactory(), {}
    for one in components:
        spaces = {
            "python": ("pypi", None),
            "bootloader": ("pypi", None),
            "system": ("deb", "debian"),
        }
        space, owner = spaces.get(one.kind, ("generic", None))
        name = normal(one.name) if space == "pypi" else one.name
        parts[normal(one.name)] = Part(
            name=one.name,
            version=one.version,
            type=ComponentType.APPLICATION if one.kind == "application" else ComponentType.LIBRARY,
            bom_ref=f"{one.kind}:{name}",
            licenses=[licences.make_from_string(one.licence)] if one.licence else (),
            purl=PackageURL(space, owner, name, one.version),
        )
    application = next(one for one in components if one.kind == "application")
    bom = Bom(components=parts.values())
    bom.components.discard(parts[normal(application.name)])
    bom.metadata.component = parts[normal(application.name)]
    bom.metadata.timestamp = datetime.fromtimestamp(moment, UTC)
    what = "\n".join(f"{one.kind} {one.name} {one.version}" for one in components)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_OID, what)
    for one in components:
        here = normal(one.name)
        needs = [parts[name] for name in one.needs if name in parts and name != here]
        if one is application:
            needs = [part for name, part in parts.items() if name != here]
        bom.register_dependency(parts[here], needs)
    text = JsonV1Dot6(bom).output_as_string(indent=1)
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        raise ValueError(f"{path.name}: {fault}")
    path.write_text(f"{text}\n", encoding="utf-8")


def sha256(path: Path) -> str:
    """A file's checksum, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write_checksums(folder: Path) -> None:
    """Checksums of all files, as ``sha256sum --check`` reads them; links are left out."""
    lines = [
        f"{sha256(path)}  {path.relative_to(folder).as_posix()}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.name != CHECKSUMS
    ]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files below a folder; links count nothing."""
    if path.is_symlink():
        return 0
    if path.is_file():
        return path.stat().st_size
    return sum(
        one.lstat().st_size for one in path.rglob("*") if one.is_file() and not one.is_symlink()
    )


def size_table(folder: Path, components: Iterable[Component], *, internal: str) -> list[str]:
    """Lines of megabytes by component, the largest first; the program holds all Python modules.

    Parameters
    ----------
    internal : str
        The folder that places of components are relative to.
    """
    sizes: dict[str, int] = {}
    counted = 0
    for one in components:
        own = sum(size_of(folder / internal / place) for place in set(one.places))
        sizes[f"{one.name} {one.version}"] = own
        counted += own
    programs = [
        one for one in folder.iterdir() if one.is_file() and one.stem.lower().startswith("shizuku")
    ]
    sizes["modules of all, in the program"] = sum(size_of(one) for one in programs)
    total = size_of(folder)
    sizes["licences, inventory, rest"] = total - counted - sum(size_of(one) for one in programs)
    ordered = sorted(sizes.items(), key=lambda one: -one[1])
    lines = [f"{size / 1e6:9.1f} MB  {name}" for name, size in ordered if size >= 100_000]
    return [*lines, f"{total / 1e6:9.1f} MB  in all"]
