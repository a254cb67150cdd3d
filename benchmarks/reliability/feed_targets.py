"""What is fed: for each kind of file its sound examples and how the application takes it."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

_SMALL = 300_000  # bytes of an example
_SIDE = 40


@dataclass(frozen=True)
class Target:
    """A kind of input.

    Attributes
    ----------
    take : callable
        Gets the file's path; UserError and DecodeError are right answers, all else is a fault.
    apart : bool
        Whether the application gives it to a process of its own: then a decoder that crashes is
        no fault, as long as the application refuses the file.
    hdf5 : bool
        Likewise: the application has such a file read by another process first.
    """

    name: str
    seeds: Sequence[bytes]
    file: str
    take: Callable[[Path], object]
    apart: bool = False
    hdf5: bool = False
    text: bool = False
    beside: Callable[[Path], object] = field(default=lambda folder: None)


def targets(folder: Path, data: Path) -> list[Target]:
    """Every kind; ``folder`` is for making examples, ``data`` holds real ones."""
    return [*_pictures(data), *_documents(data), *_containers(), *_lists(), *_stored(folder)]


def _noise(mode: str = "RGB") -> Image.Image:
    random = np.random.default_rng(7)
    return Image.fromarray(random.integers(0, 256, (_SIDE, _SIDE, 3), dtype=np.uint8)).convert(mode)


def saved(kind: str, mode: str = "RGB", **options: Any) -> bytes:
    stream = io.BytesIO()
    _noise(mode).save(stream, kind, **options)
    return stream.getvalue()


def _real(folder: Path, *endings: str) -> list[bytes]:
    found = sorted(one for one in folder.rglob("*") if one.suffix.lower() in endings)
    return [one.read_bytes() for one in found if one.stat().st_size <= _SMALL]


def _pictures(data: Path) -> list[Target]:
    from PIL import ImageCms

    odd = data / "odd-files"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    tiffs = [
        saved("TIFF", mode, compression=kind)
        for kind in ("raw", "tiff_lzw", "tiff_adobe_deflate", "packbits", "jpeg")
        for mode in ("RGB", "L")
    ]
    tiffs += [saved("TIFF", "1", compression="group4"), saved("TIFF", "CMYK"), saved("TIFF", "P")]
    plain = {
        "JPEG": [saved("JPEG"), saved("JPEG", "L"), saved("JPEG", progressive=True)],
        "PNG": [saved("PNG", mode) for mode in ("RGB", "L", "P", "RGBA", "1", "I;16")],
        "BMP": [saved("BMP", mode) for mode in ("RGB", "L", "1", "P")],
    }
    apart = {
        "TIFF": [*tiffs, *_real(odd, ".tif", ".tiff")],
        "WebP": [saved("WEBP"), saved("WEBP", lossless=True), saved("WEBP", "RGBA")],
        "GIF": [saved("GIF"), saved("GIF", "L", save_all=True, append_images=[_noise("L")] * 2)],
        "PPM": [saved("PPM"), saved("PPM", "L"), saved("PPM", "1")],
        "JPEG 2000": [saved("JPEG2000"), saved("JPEG2000", "L", irreversible=True)],
        "AVIF": [saved("AVIF")],
        "HEIC": _real(odd, ".heic", ".heif", ".hif"),
        "colour profile": [
            saved("JPEG", icc_profile=profile),
            saved("PNG", icc_profile=profile),
            saved("TIFF", icc_profile=profile),
        ],
        "odd pictures": _real(odd, ".jpg", ".jpeg", ".png", ".bmp", ".webp", ".gif"),
    }
    made = [Target(name, seeds, "a.img", _picture) for name, seeds in plain.items()]
    made += [Target(name, seeds, "a.img", _picture, True) for name, seeds in apart.items() if seeds]
    pages = [*tiffs[:6], *_real(data / "drawings" / "tiff", ".tif", ".tiff")]
    return [*made, Target("TIFF pages", pages, "a.tif", _pages, apart=True)]


def _picture(path: Path) -> None:
    from importers.decode import decode

    decode(path.read_bytes(), target=64)


def _pages(path: Path) -> None:
    from importers.decode import open_sheets
    from importers.found import Box

    with path.open("rb") as file, open_sheets(file, name=path.name, dpi=20) as sheets:
        for page in range(min(sheets.count, 2)):
            sheets.read(page, target=8)
            list(sheets.crops(page, [Box(-2, 3, 16, 16)]))


def _documents(data: Path) -> list[Target]:
    import ezdxf

    drawing = ezdxf.new("R12")
    model = drawing.modelspace()
    model.add_line((0, 0), (10, 5))
    model.add_circle((5, 5), 3)
    model.add_text("A", height=2)
    stream = io.StringIO()
    drawing.write(stream)
    text = stream.getvalue()
    short = ("  0\nSECTION\n" + text[text.index("  2\nENTITIES") :]).encode()
    pdfs = [saved("PDF"), saved("PDF", "L"), *_real(data / "drawings" / "pdf", ".pdf")]
    dxfs = [short, short, *_real(data / "drawings" / "dxf", ".dxf")]
    return [
        Target("PDF", pdfs, "a.pdf", _pages, apart=True),
        Target("DXF", dxfs, "a.dxf", _pages, apart=True, text=True),
    ]


def _containers() -> list[Target]:
    import tarfile

    zips, tars = [], []
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", method) as archive:
            for name in ("a/1.png", "a/2.png", "b/1.png", "図/3.png"):
                archive.writestr(name, saved("PNG", "L"))
        zips.append(stream.getvalue())
    for mode in ("w", "w:gz", "w:bz2", "w:xz"):
        stream = io.BytesIO()
        with tarfile.open(fileobj=stream, mode=mode) as tar:
            for name in ("a/1.png", "b/1.png"):
                entry = tarfile.TarInfo(name)
                content = saved("PNG", "L")
                entry.size = len(content)
                tar.addfile(entry, io.BytesIO(content))
        tars.append(stream.getvalue())
    return [
        Target("ZIP", zips, "a.zip", _archive),
        Target("TAR", tars[:1], "a.tar", _archive),
        Target("TAR.GZ", tars[1:2], "a.tar.gz", _archive),
        Target("TAR.XZ", tars[3:4], "a.tar.xz", _archive),
    ]


def _archive(path: Path) -> None:
    from engine.runtime import StopSource
    from importers.stores.opening import open_store

    store = open_store(path, token=StopSource().token)
    try:
        for name in list(getattr(store, "files", ()))[:20]:
            try:
                with store.open(name) as file:
                    file.read(1 << 20)
            except OSError:
                continue
    finally:
        store.close()


def _lists() -> list[Target]:
    import openpyxl

    rows = [("file", "label", "split"), ("a/1.png", "x", "train"), ("a/2.png", "y", "test")]
    csv = "\n".join(",".join(row) for row in rows).encode()
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    objects = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    coco = {
        "images": [{"id": 1, "file_name": "a/1.png", "width": 40, "height": 40}],
        "categories": [{"id": 1, "name": "x"}],
        "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 2, 20, 20]}],
    }
    voc = (
        "<annotation><filename>1.png</filename><size><width>40</width><height>40</height></size>"
        "<object><name>x</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>30</xmax><ymax>30</ymax>"
        "</bndbox></object></annotation>"
    )
    yolo = "path: .\ntrain: images/train\nval: images/val\nnames:\n  0: x\n  1: y\n"
    given = {
        "CSV": (csv, "list.csv"),
        "XLSX": (stream.getvalue(), "list.xlsx"),
        "JSON list": (json.dumps(objects).encode(), "list.json"),
        "JSON lines": (b"\n".join(json.dumps(one).encode() for one in objects), "list.jsonl"),
        "COCO": (json.dumps(coco).encode(), "annotations.json"),
        "VOC": (voc.encode(), "a/1.xml"),
        "YOLO": (yolo.encode(), "data.yaml"),
        "YOLO labels": (b"0 0.5 0.5 0.2 0.2\n1 0.4 0.4 0.1 0.1\n", "a/1.txt"),
    }
    return [
        Target(name, [seed], file, _folder, text=name != "XLSX", beside=_few_pictures)
        for name, (seed, file) in given.items()
    ]


def _few_pictures(folder: Path) -> None:
    (folder / "a").mkdir(exist_ok=True)
    for number in (1, 2):
        (folder / "a" / f"{number}.png").write_bytes(saved("PNG", "L"))


def _folder(path: Path) -> None:
    from engine.runtime import StopSource
    from importers import ImportOptions, scan

    root = path.parent.parent if path.parent.name == "a" else path.parent
    found = scan(root, ImportOptions(), emit=lambda _: None, token=StopSource().token)
    found.store.close()


def _stored(folder: Path) -> list[Target]:
    import feed_stored

    return feed_stored.targets(folder)


def catalogue_bytes(path: Path) -> bytes:
    """A SQLite file as bytes, without a journal."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()
    return path.read_bytes()
