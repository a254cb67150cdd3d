"""Class names as folder names that every file system accepts."""

from __future__ import annotations

import re
import unicodedata

_ENDING = re.compile(r"[\s.]+\Z")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\..*)?", re.IGNORECASE)
_MAX_BYTES = 120


def class_folders(class_names: list[str]) -> list[str]:
    """One folder name for each class, unique, safe, and sorted as the classes are.

    ``torchvision.datasets.ImageFolder`` numbers classes by sorted folder name. Where the plain
    names would sort differently from the labels, every folder gets its number in front.

    Returns
    -------
    list of str
        In label order; unique without regard to case, as Windows and macOS need.
    """
    names = [safe_name(name) for name in class_names]
    distinct = len({unicodedata.normalize("NFKC", name).casefold() for name in names})
    if names == sorted(names) and distinct == len(names):
        return names
    digits = len(str(max(len(names) - 1, 0)))
    return [f"{label:0{digits}d}_{name}" for label, name in enumerate(names)]


def safe_name(name: str) -> str:
    """A folder name for ``name``: no path, device name, control character or trailing dot."""
    printable = "".join(
        "_" if unicodedata.category(letter)[0] == "C" else letter
        for letter in unicodedata.normalize("NFC", name)
    )
    short = _FORBIDDEN.sub("_", printable).encode()[:_MAX_BYTES].decode(errors="ignore")
    # Windows drops dots and blanks at the end; a dot in front hides the folder elsewhere.
    safe = _ENDING.sub("", short.strip())
    if safe.startswith("."):
        safe = "_" + safe[1:]
    if not safe:
        return "_"
    return f"_{safe}" if _DEVICES.fullmatch(safe) else safe
