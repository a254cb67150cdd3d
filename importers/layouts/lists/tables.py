"""CSV, Excel and JSON files as rows of text."""

from __future__ import annotations

import csv
import io
import itertools
from collections.abc import Iterator, Sequence

from importers.found import Listing
from importers.layouts.contents import suffix
from importers.layouts.lists.json_rows import json_rows
from importers.layouts.lists.workbook import workbook_rows
from importers.stores.store import read_all
from importers.text import decoded_text

SUFFIXES = (".csv", ".tsv", ".xlsx", ".xlsm", ".json", ".jsonl", ".ndjson")

_MAX_BYTES = 256 << 20

Row = tuple[int, Sequence[str]]
"""The number of a line, from 1, and its cells."""


class UnreadableTable(Exception):
    """A file is no table, whatever its name says."""


def tables(listing: Listing, relative: str) -> Iterator[Iterator[Row]]:
    """What a file may mean: one table for each delimiter or sheet.

    Raises
    ------
    UnreadableTable
        Now or while reading rows.
    """
    kind = suffix(relative)
    try:
        data = read_all(listing.store, relative, limit=_MAX_BYTES)
        if kind in (".xlsx", ".xlsm"):
            yield from map(_guarded, workbook_rows(data))
        elif kind in (".json", ".jsonl", ".ndjson"):
            yield _guarded(json_rows(data))
        else:
            text = decoded_text(data)
            for delimiter in _delimiters(text):
                yield _guarded(_csv_rows(text, delimiter))
    except (OSError, ValueError) as error:
        raise UnreadableTable(relative) from error


def _guarded(rows: Iterator[Row]) -> Iterator[Row]:
    try:
        yield from rows
    except (OSError, ValueError, csv.Error) as error:
        raise UnreadableTable from error


def _delimiters(text: str) -> list[str]:
    """The most frequent first: with a wrong one, a stray quote may swallow the file."""
    head = text[:4096]
    counts = {delimiter: head.count(delimiter) for delimiter in (",", ";", "\t")}
    return sorted((one for one in counts if counts[one]), key=lambda one: -counts[one])


def _csv_rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    for cells in reader:
        if any(cell and not cell.isspace() for cell in cells):
            yield reader.line_num, cells


def peek(rows: Iterator[Row], count: int) -> tuple[list[Row], Iterator[Row]]:
    """The first rows, and all rows nevertheless."""
    head = list(itertools.islice(rows, count))
    return head, itertools.chain(head, rows)
