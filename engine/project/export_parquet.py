"""A condensed set as a table: one Parquet file with a row for each sample."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from engine.data import CondensedSet
from engine.project.export_about import about, as_text, png, verdicts
from engine.runtime.files import replacing

FORMAT = "shizuku-condensed-parquet"
_KEY = b"shizuku"
_ROWS = 1000


def save_parquet(condensed: CondensedSet, to: Path) -> None:
    """Write columns ``image`` (PNG), ``label``, ``class_name``, ``real`` and ``verdict``.

    ``image`` is a struct of ``bytes`` and ``path``, as libraries for tables of pictures expect.
    What holds for the whole set is JSON under ``shizuku`` in the metadata of the schema. The same
    set gives the same bytes.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    schema = pa.schema(
        [
            ("image", pa.struct([("bytes", pa.binary()), ("path", pa.string())])),
            ("label", pa.int64()),
            ("class_name", pa.string()),
            ("real", pa.bool_()),
            ("verdict", pa.string()),
        ],
        metadata={_KEY: as_text(about(condensed, FORMAT)).encode()},
    )
    judged = verdicts(condensed)
    shows_real = condensed.shows_real.tolist()
    digits = max(6, len(str(condensed.decoded)))
    with (
        replacing(to) as temporary,
        temporary.open("wb") as stream,
        # PNG is compressed already; the other columns are as small as their dictionaries.
        ParquetWriter(stream, schema, compression="none") as writer,
    ):
        for start in range(0, condensed.decoded, _ROWS):
            numbers = range(start, min(start + _ROWS, condensed.decoded))
            labels = condensed.labels[numbers.start : numbers.stop].tolist()
            columns = {
                "image": [
                    {"bytes": png(condensed.images[one]), "path": f"{one:0{digits}d}.png"}
                    for one in numbers
                ],
                "label": labels,
                "class_name": [condensed.class_names[label] for label in labels],
                "real": [shows_real[one] for one in numbers],
                "verdict": [judged[one] for one in numbers],
            }
            writer.write_table(pa.table(columns, schema=schema))


def is_ours(path: Path) -> bool:
    """Whether a file says of itself that :func:`save_parquet` wrote it."""
    import pyarrow as pa
    from pyarrow.parquet import read_schema

    with suppress(OSError, ValueError, pa.ArrowException), path.open("rb") as stream:
        return _KEY in (read_schema(stream).metadata or {})
    return False
