"""Decoding apart from the application: what a file can do to a decoder ends with that decoder.

JPEG, PNG and uncompressed BMP are decoded here, in the caller's thread; every other kind, and
whatever carries a colour profile, in a process of its own with limits on memory and time
(decision 0021).
"""

from importers.apart.asking import decode, deep_range, open_sheets
from importers.apart.crew import until
from importers.apart.pages import Pages

__all__ = ["Pages", "decode", "deep_range", "open_sheets", "until"]
