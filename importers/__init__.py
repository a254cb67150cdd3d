"""Pictures on disk -> an image set: scanning a folder, looking at it, importing it."""

import os

import cv2

from importers.found import ClassCount, Scan, Source
from importers.importing import ImportOutcome, import_folder, import_more
from importers.options import ImportOptions
from importers.previewing import PreviewPair, look_at, preview
from importers.scan import scan

# opencv-python, imported by now, points Qt at its own plugins and fonts, with which PySide6
# windows do not start or show boxes for Japanese letters (opencv/opencv-python#736, #386).
# Pictures are handed to threads; threads inside each would only stand in each other's way.
cv2.setNumThreads(1)
for _variable in ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR"):
    os.environ.pop(_variable, None)

__all__ = [
    "ClassCount",
    "ImportOptions",
    "ImportOutcome",
    "PreviewPair",
    "Scan",
    "Source",
    "import_folder",
    "import_more",
    "look_at",
    "preview",
    "scan",
]
