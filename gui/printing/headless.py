"""A Qt application without a window, for the command line."""

from __future__ import annotations

import os
import sys

# Before Qt: on Windows torch's libraries fail to load after it (explosion/spaCy#13894).
import torch  # noqa: F401

# isort: split
from PySide6.QtWidgets import QApplication

from gui.app import application


def paper_application() -> QApplication:
    """The application object; on Linux it needs no display."""
    if sys.platform.startswith("linux") and QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return application()
