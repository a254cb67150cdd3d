"""A CSV list of pictures: ``file,label[,split]``."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from engine.data import Split
from engine.project import Refused, SourceNotice
from engine.runtime.errors import UserError
from importers.found import Listing, Source, Understood
from importers.layouts.folders import SPLIT_WORDS, tell_validation
from importers.walking import plain

_MAX_BYTES = 256 << 20
_FILE = {"file", "filename", "file_name", "path", "image", "ファイル", "ファイル名", "画像"}
_LABEL = {"label", "class", "class_name", "category", "ラベル", "クラス", "クラス名", "分類"}
_SPLIT = {"split", "set", "subset", "分割", "区分"}
_SPACE = re.compile(r"[\x00-\x1f]+")


@dataclass(frozen=True)
class Row:
    """A line of the list as written, without blanks around the cells."""

    line: int
    file: str
    label: str
    split: str


@dataclass(frozen=True)
class Manifest:
    """A list found beside the pictures; ``base`` is its folder, with the last slash."""

    relative: str
    base: str
    rows: list[Row]


def find_manifest(
    listing: Listing, base: str, pictures: list[str], *, required: bool
) -> Manifest | None:
    """The CSV list that names the most pictures of the folder.

    A CSV that names fewer than half of its files rightly is taken for something else, unless a
    list is required.

    Raises
    ------
    UserError
        ``import.no_csv`` if a list is required and there is none; ``import.csv_unreadable``.
    """
    best: tuple[int, Manifest] | None = None
    known = _by_plain_name(pictures)
    for relative in listing.files:
        at = relative[: relative.rfind("/") + 1]
        is_list = PurePosixPath(relative).suffix.casefold() in (".csv", ".tsv")
        if not (is_list and base.startswith(at)):
            continue
        manifest = _read(listing, relative, at, required=required)
        if manifest is None:
            continue
        named = sum(_resolve(row, manifest.base, known) is not None for row in manifest.rows)
        sound = required or (named > 0 and 2 * named >= len(manifest.rows))
        if sound and (best is None or named > best[0]):
            best = (named, manifest)
    if best is None and required:
        raise UserError("import.no_csv", file=str(listing.root))
    return None if best is None else best[1]


def listed_sources(manifest: Manifest, pictures: list[str]) -> Understood:
    """Give the listed pictures their classes; what the list does not name stays out.

    Only files found by the walk can be named, so no line leads out of the folder.
    """
    found = Understood([], [], [])
    known = _by_plain_name(pictures)
    listed: dict[str, list[Source]] = {}
    validation = 0
    for row in manifest.rows:
        relative = _resolve(row, manifest.base, known)
        problem = _problem(row, relative)
        if problem:
            found.refused.append(Refused(_shown(row), problem, {"line": row.line}))
        elif relative is not None:
            word = SPLIT_WORDS.get(plain(row.split).casefold())
            split: Split | None = None if word is None else "test" if word == "test" else "train"
            validation += word == "validation"
            listed.setdefault(relative, []).append(Source(relative, plain(row.label), split))
    for relative, sources in listed.items():
        if len(set(sources)) == 1:
            found.sources.append(sources[0])
        else:
            found.refused.append(Refused(relative, "import.csv_contradiction"))
    tell_validation(validation, found)
    unlisted = [name for name in pictures if name not in listed]
    if unlisted:
        params = {"count": len(unlisted), "file": manifest.relative}
        found.notices.append(
            SourceNotice("unlisted", len(unlisted), "import.unlisted", params, unlisted[:5])
        )
    found.sources.sort(key=lambda source: source.relative)
    return found


def _problem(row: Row, relative: str | None) -> str | None:
    if _leaves_folder(row.file):
        return "import.csv_outside"
    if relative is None:
        return "import.csv_missing"
    if not row.label:
        return "import.csv_no_label"
    if row.split and plain(row.split).casefold() not in SPLIT_WORDS:
        return "import.csv_split"
    return None


def _shown(row: Row) -> str:
    return row.file[:200] or f"({row.line})"


def _leaves_folder(name: str) -> bool:
    """Whether a name is a way out: absolute, a drive, a share, or with ``..``."""
    windows = PureWindowsPath(name)
    return bool(windows.anchor) or ".." in windows.parts or name.startswith(("/", "~"))


def _by_plain_name(pictures: list[str]) -> dict[str, str]:
    return {plain(name): name for name in pictures}


def _resolve(row: Row, base: str, known: dict[str, str]) -> str | None:
    if _leaves_folder(row.file):
        return None
    slashed = "/".join(part for part in row.file.replace("\\", "/").split("/") if part != ".")
    return known.get(plain(base + slashed))


def _read(listing: Listing, relative: str, base: str, *, required: bool) -> Manifest | None:
    path = listing.root / relative
    try:
        if listing.files[relative] > _MAX_BYTES:
            raise OSError("too large")
        content = _text(path.read_bytes())
    except (OSError, UnicodeDecodeError) as error:
        if required:
            raise UserError("import.csv_unreadable", file=str(path)) from error
        return None
    first = content.split("\n", 1)[0]
    for delimiter in (",", ";", "\t"):
        columns = _columns(first, delimiter)
        if columns is not None:
            try:
                return Manifest(relative, base, list(_rows(content, delimiter, columns)))
            except csv.Error as error:
                raise UserError("import.csv_unreadable", file=str(path)) from error
    return None


def _text(data: bytes) -> str:
    """Text saved by a spreadsheet or an editor: UTF-8, UTF-16 with a mark, or cp932."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp932")


def _columns(first: str, delimiter: str) -> tuple[int, int, int] | None:
    """Positions of file, label and split (-1: none) if the line is a heading of such a list."""
    try:
        cells = next(csv.reader([first.strip("\r\n")], delimiter=delimiter), [])
    except csv.Error:
        return None
    names = [plain(cell).strip().casefold() for cell in cells]
    places = [
        next((at for at, name in enumerate(names) if name in words), -1)
        for words in (_FILE, _LABEL, _SPLIT)
    ]
    return None if -1 in places[:2] else (places[0], places[1], places[2])


def _rows(content: str, delimiter: str, columns: tuple[int, int, int]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    next(reader)
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        file, label, split = (
            _SPACE.sub(" ", cells[at]).strip() if 0 <= at < len(cells) else "" for at in columns
        )
        yield Row(reader.line_num, file, label, split)
