"""Whether a folder has changed since it was imported, without reading a picture."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from engine.runtime import Emit, StopToken
from importers.options import ImportOptions
from importers.walking import walk


def source_stamp(source: Path, options: ImportOptions, *, emit: Emit, token: StopToken) -> str:
    """SHA-256 over names, sizes and times of all files that an import would see.

    Parameters
    ----------
    source : Path
        A folder, archive or document.
    options : ImportOptions
        The files it names (``list_file``, ``regions``) count, too.

    Raises
    ------
    UserError
        What :func:`importers.walking.walk` raises.
    Stopped
    """
    total = hashlib.sha256()
    listing = walk(source, emit=emit, token=token)
    try:
        for name in listing.files:
            token.raise_if_stopped()
            stamp = ""
            with suppress(OSError):  # the import will tell of it
                stamp = listing.store.stamp(name)
            total.update(f"{name}\0{stamp}\n".encode("utf-8", "surrogateescape"))
    finally:
        listing.store.close()
    for named in (options.list_file, options.regions):
        if named:
            with suppress(OSError):
                state = Path(named).stat()
                total.update(f"{named}\0{state.st_size} {state.st_mtime_ns}\n".encode())
    return total.hexdigest()
