"""A bundle for Linux is made smaller without a change in what it does."""

from __future__ import annotations

import ctypes
import platform
import re
import shutil
import struct
import subprocess
import sys
import sysconfig
from pathlib import Path

import elf
import icu
import pytest
import smaller
from locks import ROOT
from trimming import loses_symbols, module_stays

pytestmark = pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64")
    or not all(map(shutil.which, ("as", "ld", "nm", "strip"))),
    reason="needs Linux on x86-64 and binutils",
)

PACKAGES = Path(sysconfig.get_path("purelib"))
ANSWER = [".text", ".globl answer", ".type answer, @function", "answer: movl $42, %eax", "ret"]


def call(library: Path, function: str = "answer") -> int:
    """In a process of its own: it may end it."""
    code = f"import ctypes; print(ctypes.CDLL({str(library)!r}).{function}())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    print(done.stderr)
    return int(done.stdout) if done.returncode == 0 else done.returncode


def library(place: Path, lines: list[str] = ANSWER, **more: object) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    elf.assemble(place, lines, **more)
    return place


def test_stripping_keeps_what_is_loaded(tmp_path):
    module = Path(sysconfig.get_path("platstdlib"), "lib-dynload")
    source = next(iter(sorted(module.glob("_json.*.so"))), None) or next(
        PACKAGES.rglob("_yaml*.so")
    )
    copy = shutil.copyfile(source, tmp_path / "copy.so")
    before, size = elf.loaded(copy), copy.stat().st_size
    elf.strip(copy)
    assert elf.loaded(copy) == before
    assert copy.stat().st_size <= size
    content = bytearray(copy.read_bytes())
    content[content.index(b"\0", 4096) - 1] ^= 1
    copy.write_bytes(content)
    assert elf.loaded(copy) != before


def test_a_library_whose_segments_would_no_longer_fit_stays(tmp_path, monkeypatch):
    one = library(tmp_path / "lib.so")
    content = one.read_bytes()

    def shifting(command, **_more):
        moved = bytearray(content)
        (table,) = struct.unpack_from("<Q", moved, 32)
        moved[table + 8] ^= 8  # the first segment's place in the file
        Path(command[3]).write_bytes(moved[:-1])
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(elf.subprocess, "run", shifting)
    assert not elf.strip(one)
    assert one.read_bytes() == content


def test_nvidias_libraries_stay_as_they_are():
    assert not loses_symbols("nvidia/cu13/lib/libcublas.so.13")
    assert not loses_symbols("torch/lib/libtorch_cuda.so")
    assert loses_symbols("torch/lib/libtorch_cpu.so")
    assert loses_symbols("PIL/_imaging.cpython-311-x86_64-linux-gnu.so")


def test_of_the_colours_for_source_code_pythons_stay():
    assert module_stays("pygments.lexers")
    assert module_stays("pygments.lexers.python")
    assert not module_stays("pygments.lexers.haskell")


def test_opencv_finds_its_algebra_in_scipys(tmp_path):
    shared = library(
        tmp_path / "scipy.libs" / "libscipy_openblas-0.so",
        [line.replace("answer", "scipy_answer") for line in ANSWER],
    )
    own = library(tmp_path / "opencv_python.libs" / "libopenblas-0.so")
    asking = [".text", ".globl ask", ".type ask, @function", "ask: jmp answer@PLT"]
    asks = library(tmp_path / "cv2" / "cv2.so", asking, needs=own)
    own.write_bytes(own.read_bytes() + bytes(100_000))
    smaller.share_algebra(tmp_path)
    assert own.stat().st_size < 50_000
    assert elf.needed(own) == {shared.name}
    assert call(asks, "ask") == 42
    elf.assemble(shared, [line.replace("answer", "another") for line in ANSWER])
    elf.assemble(own, ANSWER)
    with pytest.raises(ValueError, match="answer"):
        smaller.share_algebra(tmp_path)


def test_a_video_ends_the_program_with_a_sentence(tmp_path, capfd):
    versions = "LIBAVCODEC_9 { global: answer; };\n"
    own = library(tmp_path / "opencv_python.libs" / "libavcodec-0.so.9", versions=versions)
    unused = library(tmp_path / "opencv_python.libs" / "libavfilter-0.so.9")
    asking = [".text", ".globl ask", ".type ask, @function", "ask: jmp answer@PLT"]
    asks = library(tmp_path / "cv2" / "cv2.so", asking, needs=own)
    assert "answer@LIBAVCODEC_9" in elf.symbols(asks, wanted=True)
    smaller.leave_out_video(tmp_path)
    assert not unused.exists()
    ctypes.CDLL(str(asks))  # loads as before, with the version it asks for
    assert call(asks, "ask") < 0
    assert "it opens no videos" in capfd.readouterr().out


def test_nothing_of_ours_opens_a_video():
    for name in ("engine", "gui", "importers"):
        for path in (ROOT / name).rglob("*.py"):
            assert not re.search(r"cv2\.(Video|video)", path.read_text(encoding="utf-8")), path


def test_what_nothing_asks_for_goes_and_copies_become_links(tmp_path, monkeypatch):
    monkeypatch.setattr(smaller, "_LEAST_SHARED", 1)
    own = library(tmp_path / "opencv_python.libs" / "libpng-0.so.1")
    alone = library(tmp_path / "opencv_python.libs" / "libaom-0.so.1")
    library(tmp_path / "cv2" / "cv2.so", needs=own)
    first = library(tmp_path / "numpy.libs" / "libgfortran-0.so.5")
    second = library(tmp_path / "scipy.libs" / "libgfortran-0.so.5")
    smaller.drop_unasked(tmp_path)
    smaller.link_same(tmp_path)
    assert own.exists()
    assert not alone.exists()
    assert not first.is_symlink()
    assert second.readlink() == Path("../numpy.libs/libgfortran-0.so.5")


def package(files: dict[str, bytes]) -> bytes:
    """Unicode data as ICU packs it."""
    header = struct.pack("<HBB", 32, 0xDA, 0x27) + bytes(8) + b"CmnD" + bytes(16)
    names = b"".join(name.encode() + b"\0" for name in files)
    at, start, table = 4 + 8 * len(files), 4 + 8 * len(files) + len(names), b""
    for name, content in files.items():
        table += struct.pack("<II", at, start)
        at, start = at + len(name) + 1, start + len(content)
    return header + struct.pack("<I", len(files)) + table + names + b"".join(files.values())


def test_unicode_data_stay_for_japanese_and_english():
    kept = ("cnvalias.icu", "coll/ja.res", "coll/root.res", "en_US.res", "ibm-943_P15A-2003.cnv")
    gone = ("brkitr/cjdict.dict", "coll/de.res", "gb18030.cnv", "zh_Hant_TW.res", "zone/sv.res")
    files = {f"icudt73l/{name}": name.encode() * 5 for name in sorted((*kept, *gone))}
    made = icu.smaller_package(package(files))
    found = icu._files(made, struct.unpack_from("<H", made)[0])
    assert sorted(found) == [f"icudt73l/{name}" for name in kept]
    for name, content in found.items():
        assert content.rstrip(b"\0") == files[name]
    with pytest.raises(ValueError, match="other names"):
        icu.smaller_package(made)


def test_qts_own_data_are_as_they_were_until_now(tmp_path):
    """Qt sorts Japanese by the smaller library as by its own."""
    own = next((PACKAGES / "PySide6" / "Qt" / "lib").glob("libicudata.so.*"))
    small = shutil.copyfile(own, tmp_path / own.name)
    icu.reduce_languages(small)
    assert small.stat().st_size < own.stat().st_size / 4
    code = (
        "from PySide6.QtCore import QCollator, QLocale; import sys;"
        "order = QCollator(QLocale('ja_JP')).sortKey; maps = open('/proc/self/maps').read();"
        "print(''.join(sorted('検査いアパはばあ亜zéeE', key=order)), sys.argv[1] in maps)"
    )
    command = [sys.executable, "-c", code, str(small)]
    texts = [
        subprocess.run(command, capture_output=True, text=True, check=True, env=more).stdout
        for more in ({}, {"LD_PRELOAD": str(small)})
    ]
    assert texts[0].split()[0] == texts[1].split()[0]
    assert texts[1].split()[1] == "True"
