"""Reading HDF5 files that may have been made or altered by anyone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from engine.data.proving import prove
from engine.runtime.errors import UserError

MAX_BYTES = 64 << 30
_MAX_TEXT_ROWS = 20_000_000
_MAX_ATTRIBUTE_BYTES = 1 << 20
_MAX_SHORT_BYTES = 16 << 10
_MAX_SHORT_TOTAL = 1 << 30
_MAX_TEXT_TOTAL = 1 << 30
_MAX_CHUNK = 256 << 20  # one chunk is held whole, however little of it is read
_POINTER = 16  # bytes a text of any length takes in its data set: length, place


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """What h5py and conversions raise on a damaged or crafted file, as one sentence.

    Raises
    ------
    UserError
        ``file.not_ours``.
    """
    try:
        yield
    except (OSError, ValueError, TypeError, KeyError, RuntimeError) as error:
        raise UserError("file.not_ours", file=str(path), reason="damaged") from error


def open_hdf5(path: Path, file_format: str, version: int) -> h5py.File:
    """Open a file of ours for reading.

    Raises
    ------
    UserError
        ``file.missing``; ``file.not_ours`` if it is no HDF5 file or not of this format;
        ``project.newer`` if its version is later than ``version``.
    """
    if not path.is_file():
        raise UserError("file.missing", file=str(path))
    try:
        prove(path)
        file = h5py.File(path, "r")
    except FileNotFoundError as error:  # taken away in this moment
        raise UserError("file.missing", file=str(path)) from error
    except OSError as error:
        raise UserError("file.not_ours", file=str(path), reason="not HDF5") from error
    found = file.attrs.get("format")
    if found != file_format:
        file.close()
        raise UserError("file.not_ours", file=str(path), reason=f"not {file_format}")
    if int(attribute(file, "format_version", path)) > version:
        file.close()
        raise UserError("project.newer", file=str(path))
    return file


def dataset(
    file: h5py.File, name: str, dtype: type[np.generic], dimensions: int, path: Path
) -> h5py.Dataset:
    """A data set stored inside the file itself, with the type and rank it must have.

    External and soft links and external storage are refused: they would read other files.
    """
    if not isinstance(file.get(name, getlink=True), h5py.HardLink):
        raise UserError("file.not_ours", file=str(path), reason=f"no {name}")
    found = file[name]
    sound = (
        isinstance(found, h5py.Dataset)
        and found.dtype == np.dtype(dtype)
        and found.ndim == dimensions
        and not found.external
        and not found.is_virtual
        and found.nbytes <= MAX_BYTES
        # What has one dimension is read whole.
        and (dimensions > 1 or found.shape[0] <= _MAX_TEXT_ROWS)
        and int(np.prod(found.chunks or 0)) * found.dtype.itemsize <= _MAX_CHUNK
    )
    if not sound:
        raise UserError("file.not_ours", file=str(path), reason=f"{name} has an unexpected type")
    return found


def strings(file: h5py.File, name: str, path: Path) -> list[str]:
    """A data set of UTF-8 strings, one-dimensional."""
    if not isinstance(file.get(name, getlink=True), h5py.HardLink):
        raise UserError("file.not_ours", file=str(path), reason=f"no {name}")
    found = file[name]
    sound = (
        isinstance(found, h5py.Dataset)
        and h5py.check_string_dtype(found.dtype) is not None
        and found.ndim == 1
        and not found.external
        and not found.is_virtual
        and found.shape[0] <= _MAX_TEXT_ROWS
        and _text_bytes(found, path) <= _MAX_TEXT_TOTAL
    )
    if not sound:
        raise UserError("file.not_ours", file=str(path), reason=f"{name} has an unexpected type")
    return [str(value) for value in found.asstr(errors="replace")[:]]


def _text_bytes(found: h5py.Dataset, path: Path) -> int:
    """Bytes that reading texts takes: all of many may be one and the same huge one.

    The lengths stand in the data set itself, so the texts need not be read for that. Ours lie in
    one piece; in another layout, each may be as large as the file.
    """
    kind = h5py.check_string_dtype(found.dtype)
    if kind is None or kind.length is not None:
        return int(found.nbytes)
    count, start = int(found.shape[0]), found.id.get_offset()
    if start is None or found.id.get_storage_size() != count * _POINTER:
        return count * path.stat().st_size
    with path.open("rb") as stream:
        stream.seek(start)
        pointers = np.frombuffer(stream.read(count * _POINTER), "<u4")
    return int(pointers[:: _POINTER // 4].sum(dtype=np.int64))


def short_strings(file: h5py.File, name: str, count: int, path: Path) -> list[str]:
    """A data set of ``count`` UTF-8 strings of a fixed length, which bounds what reading takes.

    Many strings of variable length may all be one and the same huge text of a small file.
    """
    if not isinstance(file.get(name, getlink=True), h5py.HardLink):
        raise UserError("file.not_ours", file=str(path), reason=f"no {name}")
    found = file[name]
    kind = h5py.check_string_dtype(found.dtype) if isinstance(found, h5py.Dataset) else None
    sound = (
        kind is not None
        and kind.length is not None
        and kind.length <= _MAX_SHORT_BYTES
        and found.shape == (count,)
        and found.nbytes <= _MAX_SHORT_TOTAL
        and not found.external
        and not found.is_virtual
    )
    if not sound:
        raise UserError("file.not_ours", file=str(path), reason=f"{name} has an unexpected type")
    return [str(value) for value in found.asstr(errors="replace")[:]]


def attribute(file: h5py.File, name: str, path: Path) -> Any:
    """A root attribute of bounded size."""
    if name not in file.attrs:
        raise UserError("file.not_ours", file=str(path), reason=f"no {name}")
    if file.attrs.get_id(name).get_storage_size() > _MAX_ATTRIBUTE_BYTES:
        raise UserError("file.not_ours", file=str(path), reason=f"{name} is too large")
    return file.attrs[name]
