"""A list of pictures: ``file,label[,split]``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from engine.project import Refused
from engine.runtime.errors import UserError
from importers.found import Source
from importers.layouts.contents import Contents, folder_of
from importers.layouts.draft import Draft
from importers.layouts.finding import leaves_folder
from importers.layouts.lists.columns import ListColumns, NoColumn, Places, place
from importers.layouts.lists.tables import SUFFIXES, Row, UnreadableTable, peek, tables
from importers.layouts.words import SPLIT_WORDS, class_name, clean, side

_HEADING_WITHIN = 10
"""Rows in which headings are looked for: sheets often begin with a title."""

_SHOWN_ROWS = 3


class Line(NamedTuple):
    """A line of a list, and the picture that it names, if any."""

    number: int
    file: str
    label: str
    split: str
    picture: str | None


@dataclass(frozen=True)
class Table:
    """A table below its headings."""

    relative: str
    headings: list[str]
    places: Places
    rows: Iterator[Row]


@dataclass(frozen=True)
class Listed:
    """A list read as a whole."""

    relative: str
    lines: list[Line]

    @property
    def named(self) -> int:
        return sum(line.picture is not None for line in self.lines)


def read_list(contents: Contents, *, required: bool) -> Draft | None:
    """Give the pictures that a list names their classes; what it does not name stays out.

    Of several lists the one that names the most pictures is taken. One that names fewer than
    half of its files rightly is taken for something else, unless a list is required.

    Raises
    ------
    UserError
        If required: ``import.no_csv``, ``import.csv_unreadable``, ``import.list_no_column``.
    """
    best: Listed | None = None
    problem: UserError | None = None
    for relative in _candidates(contents):
        try:
            table = _with_columns(contents, relative)
            found = _read(contents, table) if table else None
        except (UnreadableTable, NoColumn) as error:
            problem = problem or _problem_with(contents, relative, error)
            continue
        if found is None:
            continue
        sound = required or (found.named > 0 and 2 * found.named >= len(found.lines))
        if sound and (best is None or found.named > best.named):
            best = found
    if best is None and required:
        raise problem or UserError("import.no_csv", file=str(contents.listing.root))
    return None if best is None else _draft(contents, best)


def find_columns(contents: Contents) -> ListColumns | None:
    """The list that :func:`read_list` would take, or else the first readable table."""
    fallback: ListColumns | None = None
    best: tuple[int, ListColumns] | None = None
    for relative in _candidates(contents):
        try:
            table = _any_table(contents, relative)
            if table is None:
                continue
            head, rows = peek(table.rows, _SHOWN_ROWS)
            shown = _shown_columns(table, head)
            if not table.places.complete:
                fallback = fallback or shown
                continue
            named = sum(line.picture is not None for line in _lines(contents, table, rows))
        except UnreadableTable:
            continue
        if best is None or named > best[0]:
            best = (named, shown)
    return best[1] if best and (best[0] or not fallback) else fallback


def _candidates(contents: Contents) -> list[str]:
    """Lists around the pictures, or in a folder without any; inside a class they mean less."""
    return [
        name
        for name in contents.few(SUFFIXES)
        if contents.common.startswith(folder_of(name)) or folder_of(name) not in contents.holding
    ]


def _with_columns(contents: Contents, relative: str) -> Table | None:
    missing: NoColumn | None = None
    for rows in tables(contents.listing, relative):
        head, rows = peek(rows, _HEADING_WITHIN)
        for number, cells in head:
            try:
                places = place(cells, contents.options)
            except NoColumn as error:
                if missing is None or len(error.headings) > len(missing.headings):
                    missing = error
                continue
            if places.complete:
                return _table(relative, places, number, cells, rows)
    if missing is not None:
        raise missing
    return None


def _any_table(contents: Contents, relative: str) -> Table | None:
    """A table with the headings wanted, else the one with the widest first row of some."""
    usual = contents.options.model_copy(
        update={"file_column": "", "label_column": "", "split_column": ""}
    )
    widest: Table | None = None
    for rows in tables(contents.listing, relative):
        head, rows = peek(rows, _HEADING_WITHIN)
        for number, cells in head:
            places = place(cells, usual)
            if places.complete:
                return _table(relative, places, number, cells, rows)
        wide = next((row for row in head if sum(map(bool, row[1])) > 1), None)
        if wide and (widest is None or len(wide[1]) > len(widest.headings)):
            widest = _table(relative, place(wide[1], usual), wide[0], wide[1], rows)
    return widest


def _table(
    relative: str, places: Places, number: int, cells: Sequence[str], rows: Iterator[Row]
) -> Table:
    below = (row for row in rows if row[0] > number)
    return Table(relative, [clean(cell) for cell in cells], places, below)


def _read(contents: Contents, table: Table) -> Listed:
    return Listed(table.relative, list(_lines(contents, table, table.rows)))


def _lines(contents: Contents, table: Table, rows: Iterator[Row]) -> Iterator[Line]:
    at = table.places
    near = list(dict.fromkeys((folder_of(table.relative), contents.base, "")))
    labels: dict[str, str] = {}
    for number, cells in rows:
        width = len(cells)
        file = clean(cells[at.file]) if at.file < width else ""
        raw = cells[at.label] if at.label < width else ""
        label = labels.get(raw)
        if label is None:
            label = labels[raw] = class_name(raw)
        split = clean(cells[at.split]) if 0 <= at.split < width else ""
        yield Line(number, file, label, split, contents.finder.find(file, near))


def _shown_columns(table: Table, head: list[Row]) -> ListColumns:
    width = len(table.headings)
    rows = [[clean(cell) for cell in cells[:width]] for _, cells in head]
    names = [*table.headings, ""]  # position -1: no such column
    at = table.places
    return ListColumns(
        table.relative,
        table.headings,
        [row + [""] * (width - len(row)) for row in rows],
        names[at.file],
        names[at.label],
        names[at.split],
    )


def _problem_with(contents: Contents, relative: str, error: Exception) -> UserError:
    file = str(contents.listing.root / relative)
    if isinstance(error, NoColumn):
        names = ", ".join(error.headings[:20])
        return UserError("import.list_no_column", file=file, column=error.column, names=names)
    return UserError("import.csv_unreadable", file=file)


def _draft(contents: Contents, listed: Listed) -> Draft:
    draft = Draft(used={listed.relative})
    sources: dict[str, Source] = {}
    torn: set[str] = set()
    validation = 0
    for line in listed.lines:
        problem = _problem(line)
        if problem or line.picture is None:
            shown = line.file[:200] or f"({line.number})"
            reason = problem or "import.csv_missing"
            draft.refused.append(Refused(shown, reason, {"line": line.number}))
            continue
        word = SPLIT_WORDS.get(line.split.casefold())
        validation += word == "validation"
        source = Source(line.picture, line.label, side(word))
        if sources.setdefault(line.picture, source) != source:
            torn.add(line.picture)
    for relative in sorted(torn):
        draft.refused.append(Refused(relative, "import.csv_contradiction"))
    draft.sources = [sources[name] for name in sorted(sources) if name not in torn]
    draft.tell_validation(validation)
    unlisted = [name for name in contents.pictures if name not in sources]
    draft.tell("unlisted", unlisted, file=listed.relative)
    return draft


def _problem(line: Line) -> str | None:
    if line.picture is None:
        return "import.csv_outside" if leaves_folder(line.file) else "import.csv_missing"
    if not line.label:
        return "import.csv_no_label"
    if line.split and line.split.casefold() not in SPLIT_WORDS:
        return "import.csv_split"
    return None
