"""Looking at a folder without decoding anything."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from engine.runtime import Emit, StopToken
from importers.found import ClassCount, Scan
from importers.layouts import understand
from importers.options import ImportOptions
from importers.walking import walk

# Measured on one slow core with 200 px JPEG and with 10 MP scans; only an estimate is promised.
_SECONDS_A_FILE = 0.002
_SECONDS_A_BYTE = 1 / 12e6


def scan(source: Path, options: ImportOptions, *, emit: Emit, token: StopToken) -> Scan:
    """Walk a folder once and say what it seems to hold.

    Parameters
    ----------
    source : Path
        The folder.
    options : ImportOptions
        ``layout`` decides or is ``"auto"``.
    emit, token
        Progress ``stage.scan``; the walk answers a stop within a second.

    Returns
    -------
    Scan
        Files by class and split, what is refused already, notices on the layout.

    Raises
    ------
    UserError
        The folder is missing, no folder, empty, or not of the layout asked for (exit code 3).
    Stopped
    """
    listing = walk(source, emit=emit, token=token)
    layout, found = understand(listing, options)
    counts = Counter((one.label, one.split or "train") for one in found.sources)
    names = sorted({one.label for one in found.sources})
    size = sum(listing.files[one.relative] for one in found.sources)
    seconds = len(found.sources) * _SECONDS_A_FILE + size * _SECONDS_A_BYTE
    return Scan(
        root=source,
        layout=layout,
        sources=found.sources,
        classes=[ClassCount(name, counts[name, "train"], counts[name, "test"]) for name in names],
        refused=listing.refused + found.refused,
        notices=found.notices,
        seconds_estimate=seconds / min(8, os.cpu_count() or 1),
    )
