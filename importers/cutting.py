"""Which parts of a page become pictures: all of it, tiles, listed regions or given boxes."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from engine.runtime.errors import UserError
from importers.decode import DecodeError
from importers.found import Box, Source
from importers.options import ImportOptions
from importers.straighten import to_grey
from importers.text import decoded_text
from importers.walking import plain

MOST_TILES = 1_000_000
_MOST_BYTES = 64 << 20
_INK_LEVELS = 40
_INK_SHARE = 0.0005


@dataclass(frozen=True)
class Region:
    """A line of a regions file; an empty label keeps the class of the file."""

    page: int
    box: Box
    label: str


@dataclass(frozen=True)
class Cutting:
    """How pages are cut, for one import."""

    options: ImportOptions
    regions: Mapping[str, Sequence[Region]] = field(default_factory=dict)

    @classmethod
    def of(cls, options: ImportOptions) -> Cutting:
        """Read what the options name.

        Raises
        ------
        UserError
            ``import.no_regions`` or ``import.regions_unreadable``.
        """
        if options.cut != "regions":
            return cls(options)
        return cls(options, read_regions(Path(options.regions)))

    @property
    def drops_empty(self) -> bool:
        return self.options.cut == "tiles" and not self.options.keep_empty

    def boxes(
        self, sources: Sequence[Source], page: Source, size: tuple[int, int]
    ) -> list[Source] | None:
        """Parts of a page as sources of their own; None: the whole page is one picture.

        Parameters
        ----------
        sources : sequence of Source
            What was asked for; where they have boxes, these are the parts.
        page : Source
            The page, without a box.
        size : tuple of int
            Width and height in px.

        Raises
        ------
        DecodeError
            ``import.too_many_tiles``.
        """
        if sources[0].box is not None:
            return list(sources)
        if self.options.cut == "tiles":
            tiles = grid(size, tile=self.options.tile, overlap=self.options.overlap)
            if len(tiles) > MOST_TILES:
                raise DecodeError("import.too_many_tiles", limit=f"{MOST_TILES:,}")
            return [replace(page, box=box) for box in tiles]
        if self.options.cut == "regions":
            return [
                replace(page, box=one.box, label=one.label or page.label)
                for one in self.regions.get(plain(page.relative), ())
                if one.page == (page.page or 1)
            ]
        return None


def grid(size: tuple[int, int], *, tile: int, overlap: float) -> list[Box]:
    """Tiles over a page, row by row; the last ones are moved inwards so that none is cut.

    Parameters
    ----------
    size : tuple of int
        Width and height in px.
    tile : int
        Side in px; a smaller page is one tile, as large as itself.
    overlap : float
        Least overlap of neighbours, as a share of the side, below 1.
    """
    width, height = size
    across = _starts(width, tile, overlap)
    return [
        Box(x, y, min(tile, width), min(tile, height))
        for y in _starts(height, tile, overlap)
        for x in across
    ]


def _starts(length: int, tile: int, overlap: float) -> list[int]:
    if length <= tile:
        return [0]
    step = max(1, int(tile * (1 - overlap)))
    count = -(-(length - tile) // step) + 1
    return [min(number * step, length - tile) for number in range(count)]


def looks_empty(pixels: npt.NDArray[np.uint8]) -> bool:
    """Whether hardly a pixel (1 in 2,000) is 40 levels from the middle tone of a part."""
    grey = to_grey(pixels)
    middle = np.median(grey[:: max(1, grey.shape[0] // 64)])
    far = np.abs(grey.astype(np.int16) - int(middle)) > _INK_LEVELS
    return bool(far.mean() < _INK_SHARE)


def read_regions(path: Path) -> dict[str, list[Region]]:
    """A CSV with the columns file, page, x, y, width, height and label.

    Page (from 1) and label may be missing. Numbers are px of the page at the chosen resolution.

    Raises
    ------
    UserError
        ``import.no_regions`` if there is no such file; ``import.regions_unreadable`` naming the
        line at fault.
    """
    if not path.is_file():
        raise UserError("import.no_regions", file=str(path) if path.name else "–")
    if path.stat().st_size > _MOST_BYTES:
        raise UserError("import.regions_unreadable", file=str(path), line=1)
    found: defaultdict[str, list[Region]] = defaultdict(list)
    line = 1
    try:
        reader = csv.DictReader(decoded_text(path.read_bytes()).splitlines())
        for row in reader:
            line = reader.line_num
            name, region = _region(row)
            found[name].append(region)
    except (ValueError, KeyError, OverflowError, AttributeError, csv.Error) as error:
        raise UserError("import.regions_unreadable", file=str(path), line=line) from error
    return dict(found)


def _region(row: dict[str, str]) -> tuple[str, Region]:
    values = {(name or "").strip().casefold(): value or "" for name, value in row.items()}
    page = int(values.get("page") or 1)
    box = Box(*(round(float(values[name])) for name in ("x", "y", "width", "height")))
    if min(box.width, box.height, page) < 1:
        raise ValueError("no box")
    name = plain(values["file"].strip().replace("\\", "/"))
    return name, Region(page, box, values.get("label", "").strip())
