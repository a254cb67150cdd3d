"""Sheets of an Excel file as rows of text."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from importers.layouts.words import clean

_MAX_UNPACKED = 1 << 30
_MAX_ROWS = 1 << 20  # as many as Excel has
_MAX_COLUMNS = 256
_MAX_SHEETS = 50
_PATIENCE = 1000
"""Empty rows in a row after which a sheet counts as ended; formats reach to the last row."""

Rows = Iterator[tuple[int, list[str]]]


def workbook_rows(data: bytes) -> Iterator[Rows]:
    """The sheets of a workbook in their order; values as Excel last computed them.

    Raises
    ------
    ValueError
        Now or while reading rows.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(entry.file_size for entry in packed.infolist())
    except Exception as error:  # zipfile names no end to what damage raises
        raise ValueError("no workbook") from error
    if unpacked > _MAX_UNPACKED:
        raise ValueError("workbook too large")
    # Not closed: it lies in memory, and rows are read after the last sheet is handed out.
    for sheet in _open(data).worksheets[:_MAX_SHEETS]:
        yield _rows(sheet)


def _open(data: bytes) -> Any:
    # Here, because it takes half a second that most imports need not wait.
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and macros that it leaves out
            return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # whatever a damaged workbook leads to
        raise ValueError("no workbook") from error


def _rows(sheet: Any) -> Rows:
    empty = 0
    try:
        sheet.reset_dimensions()  # other programs write wrong ones
        rows = sheet.iter_rows(max_row=_MAX_ROWS, values_only=True)
        for line, values in enumerate(rows, start=1):
            cells = [_text(value) for value in values[:_MAX_COLUMNS]]
            while cells and not cells[-1]:
                cells.pop()
            if cells:
                empty = 0
                yield line, cells
            else:
                empty += 1
                if empty > _PATIENCE:
                    return
    except Exception as error:  # whatever a damaged sheet leads to
        raise ValueError("no sheet") from error


def _text(value: object) -> str:
    if value is None or isinstance(value, str | int | float):
        return clean(value)
    return clean(str(value))  # dates and times
