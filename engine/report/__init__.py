"""Reports: one HTML file each that a manager can read, print and pass on; numbers beside it."""

from engine.report.checking import write_check_report
from engine.report.content import Content, gather
from engine.report.numbers import write_csv, write_json
from engine.report.writing import as_html, write_report

__all__ = [
    "Content",
    "as_html",
    "gather",
    "write_check_report",
    "write_csv",
    "write_json",
    "write_report",
]
