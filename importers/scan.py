"""Looking at a folder, archive or document without decoding anything."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from engine.project import SourceNotice
from engine.runtime import Emit, StopToken
from engine.runtime.limits import readers
from importers.found import ClassCount, Scan, Understood
from importers.layouts import list_columns, understand
from importers.options import ImportOptions
from importers.proposing import relabelled
from importers.walking import walk

# Measured on one slow core with 200 px JPEG and with 10 MP scans; only an estimate is promised.
_SECONDS_A_FILE = 0.002
_SECONDS_A_BYTE = 1 / 12e6
_EXAMPLES = 5
# Where a list with headings of its own may lie that was not recognised.
_LISTED = ("list", "unlabelled", "file-name")


def scan(source: Path, options: ImportOptions, *, emit: Emit, token: StopToken) -> Scan:
    """Walk a folder or archive once and say what it seems to hold.

    Parameters
    ----------
    source : Path
        A folder, a ZIP or TAR file, a PDF, DXF or TIFF file.
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
        It is missing, neither folder nor archive, empty, or not of the layout asked for (exit
        code 3); an archive is damaged or beyond its limits.
    Stopped
    """
    listing = walk(source, emit=emit, token=token)
    try:
        layout, found = understand(listing, options)
    except BaseException:
        listing.store.close()
        raise
    columns = list_columns(listing) if layout in _LISTED else None
    if options.list_file:
        found = _relisted(found, Path(options.list_file))
    counts = Counter((one.label, one.split or "train") for one in found.sources)
    names = sorted({one.label for one in found.sources})
    size = sum(listing.files[name] for name in {one.relative for one in found.sources})
    seconds = len(found.sources) * _SECONDS_A_FILE + size * _SECONDS_A_BYTE
    return Scan(
        store=listing.store,
        layout=layout,
        sources=found.sources,
        classes=[ClassCount(name, counts[name, "train"], counts[name, "test"]) for name in names],
        refused=listing.refused + found.refused,
        notices=found.notices,
        headings=columns.headings if columns is not None else (),
        seconds_estimate=seconds / readers(),
    )


def _relisted(found: Understood, path: Path) -> Understood:
    """The same with the classes of a list from outside; its own notice on classes is answered."""
    sources, left = relabelled(found.sources, path)
    notices = [one for one in found.notices if one.kind != "unlabelled"]
    if left:
        params = {"count": len(left), "file": path.name}
        notices.append(
            SourceNotice("unlisted", len(left), "import.unlisted", params, left[:_EXAMPLES])
        )
    return Understood(sources, found.refused, notices)
