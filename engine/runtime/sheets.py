"""Text in CSV files that people open with a spreadsheet."""

from __future__ import annotations

# Spreadsheets run a cell that begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: such a one gets an apostrophe in front."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
