"""Reports: one HTML file each that a manager can read, print and pass on."""

from engine.report.checking import write_check_report
from engine.report.writing import write_report

__all__ = ["write_check_report", "write_report"]
