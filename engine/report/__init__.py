"""The report: one HTML file that a manager can read, print and pass on."""

from engine.report.writing import write_report

__all__ = ["write_report"]
