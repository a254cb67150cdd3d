"""A listing sorted into pictures and what accompanies them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from importers.found import Listing
from importers.layouts.finding import Finder
from importers.layouts.words import SPLIT_WORDS
from importers.options import ImportOptions
from importers.walking import plain

ARCHIVE_SUFFIXES = frozenset(
    (".zip", ".tar", ".gz", ".tgz", ".bz2", ".tbz2", ".xz", ".txz", ".7z", ".rar")
)

# Files that accompany pictures in real folders and are never pictures themselves.
_COMPANIONS = ARCHIVE_SUFFIXES | {
    *(".bat", ".cfg", ".ini", ".log", ".lnk", ".m", ".py", ".sh", ".toml", ".url", ".ipynb"),
    *(".csv", ".db", ".h5", ".json", ".jsonl", ".mat", ".ndjson", ".npy", ".npz", ".sqlite"),
    *(".doc", ".docx", ".htm", ".html", ".md", ".rst", ".tsv", ".txt", ".xls", ".xlsm", ".xlsx"),
    *(".cache", ".data", ".labels", ".names", ".xml", ".yaml", ".yml"),
}

_CROWD = 50
"""Lists or annotation files in one folder; more are notes on single pictures."""


@dataclass(frozen=True)
class Contents:
    """A listing before its layout is known.

    Attributes
    ----------
    listing : Listing
    options : ImportOptions
    pictures : list of str
        Files that may be pictures.
    companions : list of str
        All other files.
    base : str
        The folder in which the layout begins: ``""`` or ``"dataset/"``, with its last slash.
    """

    listing: Listing
    options: ImportOptions
    pictures: list[str]
    companions: list[str]
    base: str

    @classmethod
    def of(cls, listing: Listing, options: ImportOptions) -> Contents:
        """Sort a listing."""
        pictures: list[str] = []
        companions: list[str] = []
        for name in listing.files:
            (companions if suffix(name) in _COMPANIONS else pictures).append(name)
        return cls(listing, options, pictures, companions, _base(pictures, listing.folders))

    @cached_property
    def finder(self) -> Finder:
        """Finds pictures by the names that lists and annotations write."""
        return Finder(self.pictures)

    @cached_property
    def common(self) -> str:
        """The innermost folder with all pictures below it, with its last slash."""
        first, last = folder_of(min(self.pictures)), folder_of(max(self.pictures))
        while not last.startswith(first):
            first = folder_of(first[:-1])
        return first

    @cached_property
    def holding(self) -> set[str]:
        """Every folder with pictures in or below it, with its last slash."""
        found: set[str] = {""}
        for folder in {name[: name.rfind("/") + 1] for name in self.pictures}:
            while folder not in found:
                found.add(folder)
                folder = folder[: folder.rfind("/", 0, -1) + 1]
        return found

    def splits(self) -> dict[str, str]:
        """Folders straight below the base that name a split: name -> train, test, validation."""
        return split_names(children(self.base, self.listing.folders))

    def few(self, suffixes: Iterable[str]) -> list[str]:
        """Companions with these suffixes, outermost first, where there are few of them."""
        wanted = frozenset(suffixes)
        by_folder: dict[str, list[str]] = defaultdict(list)
        for name in self.companions:
            if suffix(name) in wanted:
                by_folder[name[: name.rfind("/") + 1]].append(name)
        few = [name for names in by_folder.values() if len(names) <= _CROWD for name in names]
        return sorted(few, key=lambda name: (name.count("/"), name))[: 4 * _CROWD]


def suffix(name: str) -> str:
    """``.png`` of ``a/b.PNG``; quicker than :mod:`pathlib`, for a million names."""
    at = name.rfind(".")
    return name[at:].casefold() if at > 0 else ""


def folder_of(name: str) -> str:
    """``a/`` of ``a/b.png``, empty at the root."""
    return name[: name.rfind("/") + 1]


def children(base: str, folders: Iterable[str]) -> list[str]:
    """Names of the folders straight below ``base``."""
    start = len(base)
    return [name[start:] for name in folders if name.startswith(base) and "/" not in name[start:]]


def split_names(names: Iterable[str]) -> dict[str, str]:
    """Those of the names that are a split: name -> train, test or validation."""
    words = ((name, SPLIT_WORDS.get(plain(name).casefold())) for name in names)
    return {name: word for name, word in words if word is not None}


def _base(pictures: list[str], folders: list[str]) -> str:
    if not pictures:
        return ""
    first, last = min(pictures).split("/"), max(pictures).split("/")
    # A single class folder with pictures straight in it is a class, not a wrapping.
    deepest = min(name.count("/") for name in pictures) - 1
    splits: dict[str, list[str]] = defaultdict(list)
    for name in folders:
        parent, _, own = name.rpartition("/")
        if plain(own).casefold() in SPLIT_WORDS:
            splits[f"{parent}/" if parent else ""].append(own)
    base = ""
    for depth in range(deepest):
        if first[depth] != last[depth] or base in splits:
            break
        base += f"{first[depth]}/"
    return base
