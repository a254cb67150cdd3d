"""What makes a frozen bundle for Linux smaller without taking anything from it that it does."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from elf import assemble, needed, strip, symbols
from icu import reduce_languages
from records import sha256
from trimming import loses_symbols

_OPENCV = "opencv_python*.libs"
_VIDEO = ("avcodec", "avdevice", "avfilter", "avformat", "avutil", "swresample", "swscale")
_NO_VIDEO = "Shizuku holds OpenCV without FFmpeg: it opens no videos."
_LEAST_SHARED = 100_000  # bytes


def make_smaller(internal: Path) -> None:
    """All of it, for the folder of a frozen program's parts."""
    if sys.platform != "linux":
        return
    for one in internal.glob("PySide6/Qt/lib/libicudata.so.*"):
        reduce_languages(one)
    if platform.machine() == "x86_64":  # whose assembler the two are written in
        share_algebra(internal)
        leave_out_video(internal)
    share_avif(internal)
    drop_unasked(internal)
    for one in _libraries(internal):
        if loses_symbols(one.as_posix()):
            strip(one)
    link_same(internal)


def share_algebra(internal: Path) -> None:
    """OpenCV's OpenBLAS becomes a few jumps into SciPy's, which has the same functions.

    SciPy's are called alike, with ``scipy_`` before the name.

    Raises
    ------
    ValueError
        OpenCV asks for one that SciPy's has not.
    """
    own = sorted(internal.glob(f"{_OPENCV}/libopenblas*.so"))
    shared = sorted(internal.glob("scipy.libs/libscipy_openblas-*.so"))
    if len(own) != 1 or len(shared) != 1:
        return
    held, there = symbols(own[0], wanted=False), symbols(shared[0], wanted=False)
    asked: set[str] = set()
    for one in _libraries(internal):
        if one != own[0] and own[0].name in needed(one):
            asked |= symbols(one, wanted=True).keys() & held.keys()
    missing = sorted(name for name in asked if f"scipy_{name}" not in there)
    if missing:
        raise ValueError(f"SciPy's OpenBLAS has not what OpenCV asks for: {', '.join(missing)}")
    lines = [".text"]
    for name in sorted(asked):
        lines += [f".globl {name}", f".type {name}, @function", f"{name}: jmp scipy_{name}@PLT"]
    assemble(own[0], [*lines, '.section .note.GNU-stack,"",@progbits'], needs=shared[0])


def leave_out_video(internal: Path) -> None:
    """FFmpeg, which OpenCV asks for when it is loaded and calls when a video is opened.

    Shizuku opens none. In its place stand the names that OpenCV asks for, so that OpenCV itself
    stays as it is; a call says so and ends the program.
    """
    pattern = re.compile(rf"lib({'|'.join(_VIDEO)})-")
    own = [one for one in internal.glob(f"{_OPENCV}/*.so*") if pattern.match(one.name)]
    asked: set[str] = set()
    for one in _libraries(internal):
        if one not in own and any(video.name in needed(one) for video in own):
            asked |= symbols(one, wanted=True).keys()
    for one in own:
        names = sorted(asked & symbols(one, wanted=False).keys())
        if names:
            assemble(one, _refusal(names), versions=_versions(names))
        else:
            one.unlink()


def _refusal(names: list[str]) -> list[str]:
    """Functions that all write one line and abort."""
    lines = [".text"]
    for name in (one.split("@")[0] for one in names):
        lines += [f".globl {name}", f".type {name}, @function", f"{name}:"]
    return [
        *lines,
        *("movl $1, %eax", "movl $2, %edi", "leaq told(%rip), %rsi"),  # write(2, told, length)
        *(f"movl ${len(_NO_VIDEO) + 1}, %edx", "syscall"),
        *("movl $39, %eax", "syscall", "movl %eax, %edi"),  # getpid
        *("movl $6, %esi", "movl $62, %eax", "syscall", "hlt"),  # kill(pid, SIGABRT)
        *(".section .rodata", f'told: .ascii "{_NO_VIDEO}\\n"'),
        '.section .note.GNU-stack,"",@progbits',
    ]


def _versions(names: list[str]) -> str:
    """The linker's script for ``name@VERSION``."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in names:
        name, _, version = one.partition("@")
        groups[version].append(name)
    return "".join(f"{key} {{ global: {'; '.join(some)}; }};\n" for key, some in groups.items())


def share_avif(internal: Path) -> None:
    """OpenCV and Pillow have the same version of libavif: one is enough."""
    for own in sorted(internal.glob(f"{_OPENCV}/libavif-*.so.*")):
        version = own.name.split(".so.")[1]
        for other in sorted(internal.glob(f"pillow.libs/libavif-*.so.{version}")):
            _link(own, other)


def drop_unasked(internal: Path) -> None:
    """Libraries that came with OpenCV and that nothing asks for any more."""
    own = {one.name: one for one in internal.glob(f"{_OPENCV}/*.so*") if not one.is_symlink()}
    others = [one for one in _libraries(internal) if one.name not in own]
    asked = set().union(*(needed(one) for one in others))
    wanted = [own[name] for name in asked & own.keys()]
    while wanted:
        more = set().union(*(needed(one) for one in wanted)) & own.keys() - asked
        asked |= more
        wanted = [own[name] for name in more]
    for name, one in own.items():
        if name not in asked:
            one.unlink()


def link_same(internal: Path) -> None:
    """Of libraries that are the same to the byte, one stays and the others lead to it."""
    found: dict[tuple[str, str], Path] = {}
    for one in _libraries(internal):
        if one.stat().st_size < _LEAST_SHARED or not re.search(r"\.libs$", one.parent.name):
            continue
        first = found.setdefault((one.name, sha256(one)), one)
        if first != one:
            _link(one, first)


def _link(place: Path, target: Path) -> None:
    place.unlink()
    place.symlink_to(os.path.relpath(target, place.parent))


def _libraries(internal: Path) -> Iterator[Path]:
    """All shared libraries and compiled modules, without links."""
    for one in sorted(internal.rglob("*.so*")):
        if one.is_file() and not one.is_symlink():
            yield one
