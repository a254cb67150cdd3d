"""Importing: time against plain decoding, memory, a killed import, and a huge scan.

    python benchmarks/import.py --count 100000 --side 200
    python benchmarks/import.py --scan

Makes ``--count`` small JPEGs in ten class folders, decodes them all with a plain pool of threads
and imports them, one after the other in fresh processes of the same run; prints seconds, their
ratio and peak memory of each. Then an import is killed half way and begun again. ``--scan`` makes
a scan of 400 megapixels (20,000 × 20,000) as Group 4, grey and colour TIFF instead and imports each
as tiles.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
from PIL import Image

_CLASSES = 10
_SCAN = 20_000


def main() -> None:
    """Parse; measure all, or one part of it in this process."""
    options = _parser().parse_args()
    if options.part:
        _PARTS[options.part](options.folder, options.project)
        return
    with tempfile.TemporaryDirectory(dir=options.scratch) as folder:
        if options.scan:
            _scans(Path(folder))
        else:
            _pictures(Path(folder), options.count, options.side)


def _pictures(scratch: Path, count: int, side: int) -> None:
    source = scratch / "pictures"
    _make(source, count, side)
    pool = _measure("pool", source, scratch / "unused")
    whole = _measure("import", source, scratch / "whole.shizuku")
    print(f"{count:,} JPEGs of {side} px, {os.cpu_count()} CPU cores")
    print("| | seconds | peak GiB |\n|---|---|---|")
    print(f"| plain pool of threads | {pool['seconds']:.1f} | {pool['gib']:.2f} |")
    print(f"| import | {whole['seconds']:.1f} | {whole['gib']:.2f} |")
    print(f"| **ratio** | **{whole['seconds'] / pool['seconds']:.2f}** | |", flush=True)
    project = scratch / "killed.shizuku"
    killed = _start("import", source, project)
    time.sleep(whole["seconds"] / 2)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    rest = _measure("import", source, project)
    print(f"| after a kill half way | {rest['seconds']:.1f} | {rest['gib']:.2f} |")


def _make(source: Path, count: int, side: int) -> None:
    rng = np.random.default_rng(0)
    for label in range(_CLASSES):
        (source / f"class{label}").mkdir(parents=True)
    for number in range(count):
        noise = rng.integers(-20, 21, (side, side, 1), dtype=np.int16)
        rough = Image.fromarray(rng.integers(0, 256, (8, 8, 3), dtype=np.uint8))
        smooth = np.asarray(rough.resize((side, side), Image.Resampling.BICUBIC))
        pixels = np.clip(smooth + noise, 0, 255).astype(np.uint8)
        out = io.BytesIO()
        Image.fromarray(pixels).save(out, "JPEG", quality=85)
        (source / f"class{number % _CLASSES}" / f"{number:06}.jpg").write_bytes(out.getvalue())


def _scans(scratch: Path) -> None:
    print(f"{_SCAN:,} × {_SCAN:,} px as tiles of 1,024 px, prepared at 64 px")
    print("| scan | file MB | tiles | seconds | peak GiB |\n|---|---|---|---|---|")
    for name, mode, compression in (
        ("1 bit, Group 4", "1", "group4"),
        ("grey, LZW", "L", "tiff_lzw"),
        ("colour, LZW", "RGB", "tiff_lzw"),
    ):
        source = scratch / mode / "sheets"
        source.mkdir(parents=True)
        subprocess.run(
            [sys.executable, __file__, "--part", "draw", "--folder", source, "--project", mode],
            check=True,
            env={**os.environ, "COMPRESSION": compression},
        )
        found = _measure("tiles", source, scratch / f"{mode}.shizuku")
        megabytes = (source / "a" / "scan.tif").stat().st_size / 1e6
        print(
            f"| {name} | {megabytes:.0f} | {found['images']:,} | {found['seconds']:.1f} "
            f"| {found['gib']:.2f} |",
            flush=True,
        )
        (source / "a" / "scan.tif").unlink()


def _draw(folder: Path, mode: Path) -> None:
    import cv2

    page = np.full((_SCAN, _SCAN), 245, np.uint8)
    rng = np.random.default_rng(1)
    for _ in range(20_000):
        start = rng.integers(0, _SCAN, 2)
        end = start + rng.integers(-400, 400, 2)
        cv2.line(page, start.tolist(), end.tolist(), 20, int(rng.integers(2, 9)))
    (folder / "a").mkdir()
    image = Image.fromarray(page)
    if str(mode) == "1":
        image = image.convert("1", dither=Image.Dither.NONE)
    elif str(mode) == "RGB":
        image = image.convert("RGB")
    image.save(folder / "a" / "scan.tif", compression=os.environ["COMPRESSION"])


def _measure(part: str, folder: Path, project: Path) -> dict[str, float]:
    done = _start(part, folder, project, stdout=subprocess.PIPE)
    out, _ = done.communicate()
    if done.returncode:
        raise SystemExit(done.returncode)
    return json.loads(out.splitlines()[-1])


def _start(part: str, folder: Path, project: Path, stdout: int | None = None) -> subprocess.Popen:
    command = [sys.executable, __file__, "--part", part, "--folder", folder, "--project", project]
    return subprocess.Popen(command, stdout=stdout)


def _say(seconds: float, images: int) -> None:
    import resource

    gib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(json.dumps({"seconds": seconds, "gib": gib, "images": images}))


def _decode(path: str) -> int:
    with open(path, "rb") as file:  # noqa: PTH123 - as quick as it can be
        data = file.read()
    return int(np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).shape[0])


def _pool(folder: Path, _project: Path) -> None:
    begun = time.monotonic()
    paths = [str(path) for path in folder.rglob("*.jpg")]
    with ThreadPoolExecutor(min(8, os.cpu_count() or 1)) as pool:
        images = sum(1 for _ in pool.map(_decode, paths, chunksize=16))
    _say(time.monotonic() - begun, images)


def _import(folder: Path, path: Path, **more: object) -> None:
    from engine.project import Project
    from engine.runtime import StopSource
    from importers import ImportOptions, import_folder

    begun = time.monotonic()
    outcome = import_folder(
        folder,
        Project.create(path),
        ImportOptions.model_validate({"size": 64, **more}),
        emit=lambda _event: None,
        token=StopSource().token,
    )
    _say(time.monotonic() - begun, outcome.images)


def _tiles(folder: Path, path: Path) -> None:
    _import(folder, path, cut="tiles", tile=1024)


_PARTS = {"pool": _pool, "import": _import, "tiles": _tiles, "draw": _draw}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=100_000, help="pictures; default 100,000")
    parser.add_argument("--side", type=int, default=200, help="px of a picture; default 200")
    parser.add_argument("--scan", action="store_true", help="a huge scan instead")
    parser.add_argument("--scratch", type=Path, help="folder for what is made and removed again")
    for name, kind in (("part", str), ("folder", Path), ("project", Path)):
        parser.add_argument(f"--{name}", type=kind, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    main()
