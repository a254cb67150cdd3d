"""Where the cells of a confusion matrix stand, for two classes as for thirty and more."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 860.0
"""Of the drawing, in SVG units, as of the other charts."""
MANY = 12
"""Classes from which on the matrix begins a page of its own on paper."""
MOST = 100
"""Classes of which a matrix is still drawn."""
_FONT, _LEAST_FONT = 13.0, 8.0
# Of the font's size, in whatever font there is: of Latin letters (those of Japanese are square) and
# of digits.
_LETTER, _DIGIT = 0.62, 0.62
_LONGEST = 24  # Latin letters; a Japanese character counts for two
_GAP = 8.0
_CELL = (104.0, 40.0)


@dataclass(frozen=True)
class Heading:
    """A class beside its row or above its column; ``short`` fits, ``name`` is the whole."""

    short: str
    name: str
    x: float
    y: float


@dataclass(frozen=True)
class Cell:
    """Pictures of one class taken for another; ``share`` is of the true class, 0..1.

    ``label`` is empty where the number would not fit.
    """

    x: float
    y: float
    count: int
    share: float
    right: bool
    truth: str
    said: str
    label: str


@dataclass(frozen=True)
class Matrix:
    """A drawing of :data:`WIDTH` × ``height`` SVG units.

    Attributes
    ----------
    cell_width, cell_height : float
    font, label_font : float
        Of names and of numbers.
    turned : bool
        Whether names of columns stand upright, as they are too long for their column.
    cells : list of Cell
        Those with pictures, and the diagonal.
    numbered : bool
        Whether every cell has its number.
    """

    height: float
    left: float
    top: float
    cell_width: float
    cell_height: float
    font: float
    label_font: float
    turned: bool
    rows: list[Heading]
    columns: list[Heading]
    cells: list[Cell]

    @property
    def numbered(self) -> bool:
        """Whether every cell has its number."""
        return all(one.label for one in self.cells)

    @property
    def bottom(self) -> float:
        """Where the last row ends."""
        return self.top + self.cell_height * len(self.rows)

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.left + self.cell_width * len(self.columns)


def matrix_of(names: Sequence[str], counts: Sequence[Sequence[int]]) -> Matrix | None:
    """Lay a confusion matrix out; None for more than :data:`MOST` classes.

    Parameters
    ----------
    names : sequence of str, length N
    counts : sequence of sequences of int, (N, N)
        Rows are true classes, columns what was said.
    """
    many = len(names)
    if not 0 < many <= MOST:
        return None
    shorts = [_shortened(name) for name in names]
    longest = max(_ems(one) for one in shorts)
    font = _fitting((WIDTH - longest * _FONT) / many - 1, _FONT)
    named = longest * font + _GAP
    width = min(max(_CELL[0], longest * font + _GAP), (WIDTH - named) / many)
    high = min(_CELL[1], width)
    turned = longest * font > width - 4
    top = (named if turned else font + _GAP) + _GAP
    most = max((count for row in counts for count in row), default=0)
    label_font = min(font, (width - 3) / (_DIGIT * len(f"{most:,}")), high * 0.8)
    columns = [
        Heading(short, name, named + width * (place + 0.5), top - _GAP)
        for place, (short, name) in enumerate(zip(shorts, names, strict=True))
    ]
    rows = [
        Heading(short, name, named - _GAP, top + high * (place + 0.5) + 0.35 * font)
        for place, (short, name) in enumerate(zip(shorts, names, strict=True))
    ]
    return Matrix(
        height=top + high * many + 2,
        left=named,
        top=top,
        cell_width=width,
        cell_height=high,
        font=font,
        label_font=label_font,
        turned=turned,
        rows=rows,
        columns=columns,
        cells=_cells(names, counts, (named, top), (width, high), label_font >= _LEAST_FONT),
    )


def _cells(
    names: Sequence[str],
    counts: Sequence[Sequence[int]],
    corner: tuple[float, float],
    size: tuple[float, float],
    told: bool,
) -> list[Cell]:
    found = []
    for row, (truth, line) in enumerate(zip(names, counts, strict=True)):
        total = max(1, sum(line))
        for column, (said, count) in enumerate(zip(names, line, strict=True)):
            if count or row == column:
                found.append(
                    Cell(
                        x=corner[0] + size[0] * column,
                        y=corner[1] + size[1] * row,
                        count=count,
                        share=count / total,
                        right=row == column,
                        truth=truth,
                        said=said,
                        label=f"{count:,}" if told else "",
                    )
                )
    return found


def _fitting(room: float, most: float) -> float:
    """A font size for one line in ``room``."""
    return max(5.0, min(most, room * 0.85))


def _halves(words: str) -> int:
    """Width in halves of a Japanese character."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in words)


def _ems(words: str) -> float:
    """Width as a multiple of the font's size."""
    wide = _halves(words) - len(words)
    return wide + _LETTER * (len(words) - wide)


def _shortened(name: str) -> str:
    """The middle is left out: names of classes often differ in their beginnings or ends alone."""
    if _halves(name) <= _LONGEST:
        return name
    head, tail = name, name
    while _halves(head) > _LONGEST * 2 // 3:
        head = head[:-1]
    while _halves(tail) > _LONGEST // 3 - 1:
        tail = tail[1:]
    return f"{head}…{tail}"
