"""A condensed set as a WebDataset: one TAR file that is read from beginning to end."""

from __future__ import annotations

import tarfile
from contextlib import suppress
from pathlib import Path

from engine.data import CondensedSet
from engine.project.export_about import about, as_text, png, verdicts
from engine.runtime.files import replacing

FORMAT = "shizuku-condensed-webdataset"
ABOUT = "__condensed__/condensed"
"""Readers of WebDataset pass over names that begin so."""


def save_webdataset(condensed: CondensedSet, to: Path) -> None:
    """Write ``NUMBER.png``, ``.cls`` (label) and ``.json`` for each sample, replacing ``to``.

    The same set gives the same bytes. What holds for the whole set is the first file,
    ``__condensed__/condensed.json``.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    # It imports PyTorch. Given a stream it opens nothing itself, and bytes are written as they are.
    from webdataset.writer import TarWriter

    judged = verdicts(condensed)
    digits = max(6, len(str(condensed.decoded)))
    with (
        replacing(to) as temporary,
        temporary.open("wb") as stream,
        TarWriter(stream, user="", group="", encoder=False, compress=False, mtime=0) as writer,
    ):
        text = as_text(about(condensed, FORMAT), indent=1)
        writer.write({"__key__": ABOUT, "json": text.encode()})
        for number, label in enumerate(condensed.labels.tolist()):
            beside = {
                "class_name": condensed.class_names[label],
                "real": bool(condensed.shows_real[number]),
                "verdict": judged[number],
            }
            writer.write(
                {
                    "__key__": f"{number:0{digits}d}",
                    "png": png(condensed.images[number]),
                    "cls": str(label).encode(),
                    "json": as_text(beside).encode(),
                }
            )


def is_ours(path: Path) -> bool:
    """Whether a file begins as :func:`save_webdataset` writes it."""
    with suppress(OSError, tarfile.TarError), tarfile.open(path, "r:") as file:
        first = file.next()
        return first is not None and first.name == f"{ABOUT}.json"
    return False
