"""Qt's Unicode data (ICU) for Japanese and English: a thirtieth of what it holds for all languages.

Its library is a package of files, https://unicode-org.github.io/icu/userguide/icu_data: a header,
a table of (place of the name, place of the file) and the files. Where a language is left out, ICU
itself falls back on its root, as it does for those it never had.
"""

from __future__ import annotations

import re
import struct
import tempfile
from pathlib import Path

from elf import assemble, symbols

_MAGIC = b"CmnD"
_MAGIC_AT = 12  # bytes after the beginning of the header
_ALIGN = 16
_SYMBOL = re.compile(r"icudt\d+_dat")
_LEFT_OUT = re.compile(
    # Texts of other languages: the names of languages have two or three letters.
    r"(\w+/)?(?!(ja|en)[._])[a-z]{2,3}(_\w+)?\.res"
    # What Qt has no use for: breaking lines by dictionaries, transliteration, numbers as words.
    r"|brkitr/.*\.dict|brkitr/.*_graphclust_.*|translit/.*|rbnf/.*"
    # Encodings other than Japanese and western ones.
    r"|(?!ibm-(943|942|897|954|33722|5348|1252|912)|euc-jp|jisx-212).*\.cnv"
)


def reduce_languages(library: Path) -> None:
    """Rewrite a ``libicudata.so.N`` with what Japanese and English need.

    Raises
    ------
    ValueError
        The library is not built as they were until now.
    """
    held = symbols(library, wanted=False)
    names = [name for name in held if _SYMBOL.fullmatch(name)]
    if len(names) != 1:
        raise ValueError(f"{library.name}: holds no package of Unicode data")
    content = library.read_bytes()
    first = content.find(_MAGIC) - _MAGIC_AT
    if first < 0:
        raise ValueError(f"{library.name}: holds no package of Unicode data")
    package = smaller_package(content[first : first + held[names[0]]])
    with tempfile.TemporaryDirectory() as temporary:
        data = Path(temporary, "data")
        data.write_bytes(package)
        assemble(
            library,
            [
                ".section .rodata",
                f".balign {4096}",
                f".globl {names[0]}",
                f".type {names[0]}, @object",
                f"{names[0]}:",
                f'.incbin "{data}"',
                f".size {names[0]}, .-{names[0]}",
            ],
        )


def smaller_package(package: bytes) -> bytes:
    """A package without the files that are left out; the others byte for byte.

    Raises
    ------
    ValueError
        The table does not fit the package.
    """
    header = struct.unpack_from("<H", package)[0]
    files = _files(package, header)
    kept = {name: one for name, one in files.items() if not _out(name)}
    if not kept or len(kept) == len(files):
        raise ValueError("the package of Unicode data has other names than it had")
    names, places = bytearray(), []
    table = 4 + 8 * len(kept)
    for name in kept:
        places.append(table + len(names))
        names += name.encode("ascii") + b"\0"
    body, starts = bytearray(), []
    begin = -(-(header + table + len(names)) // _ALIGN) * _ALIGN - header
    for one in kept.values():
        starts.append(begin + len(body))
        body += one + bytes(-len(one) % _ALIGN)
    listed = b"".join(struct.pack("<II", *pair) for pair in zip(places, starts, strict=True))
    head = package[:header] + struct.pack("<I", len(kept)) + listed + names
    return head + bytes(header + begin - len(head)) + bytes(body)


def _files(package: bytes, header: int) -> dict[str, bytes]:
    """The files by name, in the order of the table, which is that of their names."""
    (count,) = struct.unpack_from("<I", package, header)
    pairs = [struct.unpack_from("<II", package, header + 4 + 8 * n) for n in range(count)]
    ends = [start for _name, start in pairs[1:]] + [len(package) - header]
    files = {}
    for (name, start), end in zip(pairs, ends, strict=True):
        if not 0 < start < end <= len(package) - header:
            raise ValueError("the table of the Unicode data does not fit")
        stop = package.index(b"\0", header + name)
        text = package[header + name : stop].decode("ascii")
        files[text] = package[header + start : header + end]
    return files


def _out(name: str) -> bool:
    return _LEFT_OUT.fullmatch(name.split("/", 1)[1]) is not None
