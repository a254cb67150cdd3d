"""Which column of a list holds what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from importers.layouts.words import clean
from importers.options import ImportOptions

_FILE = frozenset(
    (
        *("file", "filename", "file_name", "file name", "filepath", "file_path", "path"),
        *("image", "image_name", "image_path", "image_id", "img", "picture", "id"),
        *("ファイル", "ファイル名", "ファイルパス", "パス", "画像", "画像名", "画像ファイル"),
        *("図面", "図面名", "図面ファイル", "写真"),
    )
)
_LABEL = frozenset(
    (
        *("label", "labels", "class", "class_name", "classname", "category", "target"),
        *("ラベル", "クラス", "クラス名", "分類", "種類", "種別", "カテゴリ", "カテゴリー"),
        *("判定", "判定結果", "不良名", "欠陥名", "欠陥種別"),
    )
)
_SPLIT = frozenset(("split", "set", "subset", "分割", "区分", "データ区分", "用途"))


@dataclass(frozen=True)
class ListColumns:
    """A list as the user sees it when choosing its columns.

    Attributes
    ----------
    file : str
        The list, relative to the folder.
    headings : list of str
    rows : list of list of str
        The first three rows, a cell for each heading.
    file_column, label_column, split_column : str
        The headings that seem meant, empty where none does.
    """

    file: str
    headings: list[str]
    rows: list[list[str]]
    file_column: str
    label_column: str
    split_column: str


@dataclass(frozen=True)
class Places:
    """Positions of the columns; -1: there is none."""

    file: int
    label: int
    split: int

    @property
    def complete(self) -> bool:
        return self.file >= 0 and self.label >= 0


class NoColumn(Exception):
    """A column asked for by the user is not among the headings."""

    def __init__(self, column: str, headings: Sequence[str]) -> None:
        super().__init__(column)
        self.column = column
        self.headings = [name for name in headings if name]


def place(cells: Sequence[str], options: ImportOptions) -> Places:
    """Positions of the user's columns among headings, else of the usual words.

    Raises
    ------
    NoColumn
    """
    names = [clean(cell).casefold() for cell in cells]
    chosen = (options.file_column, options.label_column, options.split_column)
    found = []
    for asked, words in zip(chosen, (_FILE, _LABEL, _SPLIT), strict=True):
        wanted = clean(asked).casefold()
        if wanted and wanted not in names:
            raise NoColumn(asked, [clean(cell) for cell in cells])
        if wanted:
            found.append(names.index(wanted))
        else:
            found.append(_first(names, words, taken=found))
    return Places(*found)


def _first(names: list[str], words: frozenset[str], *, taken: list[int]) -> int:
    places = (at for at, name in enumerate(names) if name in words and at not in taken)
    return next(places, -1)
