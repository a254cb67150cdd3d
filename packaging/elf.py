"""Shared libraries on Linux: what of them is loaded, and making small ones."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

_PT_LOAD, _PT_DYNAMIC, _PT_TLS, _PT_RELRO = 1, 2, 7, 0x6474E552
# What the loader takes from a segment's address rather than from sections.
_BY_ADDRESS = (_PT_DYNAMIC, _PT_TLS, _PT_RELRO)
_SHF_ALLOC, _SHT_NOBITS, _SHT_DYNSYM, _SHN_RESERVED = 2, 8, 11, 0xFF00
_PAGE = 4096


def needed(path: Path) -> set[str]:
    """The names of libraries that one asks for itself."""
    done = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False)
    return set(re.findall(r"^\s+NEEDED\s+(\S+)", done.stdout, re.MULTILINE))


def symbols(path: Path, *, wanted: bool) -> dict[str, int]:
    """Names that a library asks others for, or that it has; with their sizes in bytes.

    A version stands after the name: ``name@VERSION``.
    """
    kind = "--undefined-only" if wanted else "--defined-only"
    done = subprocess.run(
        ["nm", "-D", "-S", kind, path], capture_output=True, text=True, check=True
    )
    found = {}
    for line in done.stdout.splitlines():
        *numbers, _letter, name = line.split()
        found[name.replace("@@", "@")] = int(numbers[1], 16) if len(numbers) == 2 else 0
    return found


def loaded(path: Path) -> str:
    """A checksum of what the system loads of a library: each part with its address and bytes.

    Raises
    ------
    ValueError
        The file is not a library, or its parts do not lie as the system needs them.
    """
    data = path.read_bytes()
    if data[:5] != b"\x7fELF\x02":
        raise ValueError(f"{path}: no 64-bit ELF file")
    segments = _table(data, "<IIQQQQQQ", at=32, sizes=54)
    maps = [one for one in segments if one[0] == _PT_LOAD]
    digest = hashlib.sha256()
    for kind, flags, offset, place, _, _in_file, in_memory, align in segments:
        if kind == _PT_LOAD and (offset - place) % max(align, _PAGE):
            raise ValueError(f"{path}: a segment that cannot be loaded")
        if kind == _PT_TLS:  # counted in whole steps of its alignment, as every loader does
            in_memory = -(-in_memory // align) * align
        if kind in _BY_ADDRESS:
            digest.update(struct.pack("<IIQQ", kind, flags, place, in_memory))
    sections = _table(data, "<IIQQQQIIQQ", at=40, sizes=58)
    parts = sorted(one[1:6] for one in sections if one[2] & _SHF_ALLOC)
    for kind, flags, place, offset, size in sorted(parts, key=lambda one: one[2]):
        digest.update(struct.pack("<IQQQ", kind, flags, place, size))
        if kind == _SHT_NOBITS:
            continue
        if not any(
            first <= place and place + size <= first + held and offset - place == at - first
            for _kind, _flags, at, first, _, held, *_ in maps
        ):
            raise ValueError(f"{path}: a part that is not loaded")
        content = data[offset : offset + size]
        digest.update(_symbols_by_address(content) if kind == _SHT_DYNSYM else content)
    return digest.hexdigest()


def _symbols_by_address(content: bytes) -> bytes:
    """Without the numbers of the sections they are in, which no loader reads and tools renumber."""
    plain = bytearray(content)
    for at in range(6, len(plain), 24):
        (section,) = struct.unpack_from("<H", plain, at)
        if 0 < section < _SHN_RESERVED:
            struct.pack_into("<H", plain, at, 1)
    return bytes(plain)


def _table(data: bytes, layout: str, *, at: int, sizes: int) -> list[tuple[int, ...]]:
    """The segments or sections, whose place and numbers stand in the header."""
    (place,) = struct.unpack_from("<Q", data, at)
    entry, count = struct.unpack_from("<HH", data, sizes)
    if entry != struct.calcsize(layout):
        raise ValueError("not a table of this kind")
    return [struct.unpack_from(layout, data, place + entry * n) for n in range(count)]


def strip(path: Path) -> bool:
    """Take away what only a debugger reads, if what is loaded stays the same to the byte."""
    with tempfile.TemporaryDirectory(dir=path.parent) as temporary:
        smaller = Path(temporary, path.name)
        done = subprocess.run(
            ["strip", "--strip-unneeded", "-o", smaller, path], capture_output=True, check=False
        )
        try:
            if done.returncode or loaded(smaller) != loaded(path):
                return False
        except ValueError:
            return False
        if smaller.stat().st_size >= path.stat().st_size:
            return False
        shutil.copymode(path, smaller)
        smaller.replace(path)
    return True


def assemble(
    path: Path, lines: list[str], *, needs: Path | None = None, versions: str = ""
) -> None:
    """Make a library of assembler lines, in place of one of the same name.

    Parameters
    ----------
    needs : Path, optional
        Another library it asks for, found from where it lies.
    versions : str
        The linker's script that gives the names their versions.
    """
    with tempfile.TemporaryDirectory(dir=path.parent) as temporary:
        source, made, library = (Path(temporary, name) for name in ("a.s", "a.o", path.name))
        source.write_text("".join(f"{line}\n" for line in lines), encoding="ascii")
        subprocess.run(["as", "-o", made, source], check=True)
        command: list[str | Path] = ["ld", "-shared", "-z", "noexecstack", "-soname", path.name]
        command += ["-o", library, made]
        if versions:
            script = Path(temporary, "versions")
            script.write_text(versions, encoding="ascii")
            command.append(f"--version-script={script}")
        if needs is not None:
            origin = os.path.relpath(needs.parent, path.parent)
            command += ["-rpath", f"$ORIGIN/{origin}", "--no-as-needed", needs]
        subprocess.run(command, check=True)
        library.chmod(0o644)
        library.replace(path)
