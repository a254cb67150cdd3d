"""From a name that somebody wrote in a file to a picture of the folder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from importers.layouts.words import folder_split
from importers.walking import plain

_ALIKE = 16
"""Files of one name to choose from; with more, looking at all for every line takes too long."""


def leaves_folder(name: str) -> bool:
    """Whether a name is a way out: absolute, a drive, a share, a home, or with ``..``."""
    if name[:1] in ("/", "\\", "~") or name[1:2] == ":":
        return True
    return ".." in name and ".." in name.replace("\\", "/").split("/")


def tidy(name: str) -> str:
    """A written name with ``/`` between its parts and without ``.`` among them."""
    if "\\" in name:
        name = name.replace("\\", "/")
    if "./" in name or "//" in name:
        name = "/".join(part for part in name.split("/") if part not in ("", "."))
    return name if name.isascii() else plain(name)


class Finder:
    """Only files that the walk has found are ever given, so no name leads out of the folder."""

    def __init__(self, pictures: Sequence[str]) -> None:
        self._known = {name if name.isascii() else plain(name): name for name in pictures}

    @cached_property
    def _by_name(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for name in self._known:
            index.setdefault(name[name.rfind("/") + 1 :].casefold(), []).append(name)
        return index

    @cached_property
    def _by_stem(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for name, alike in self._by_name.items():
            index.setdefault(_stem(name), []).extend(alike)
        return index

    def find(self, name: str, near: Sequence[str], *, split: str | None = None) -> str | None:
        """The picture of a written name, or None if there is none or no single best one.

        Parameters
        ----------
        name : str
            With or without folders; the suffix may be missing.
        near : sequence of str
            Folders (with their last slash) where it is looked for first.
        split : str, optional
            Of several pictures of the name, one below a folder of this split is meant.
        """
        if not name or leaves_folder(name):
            return None
        name = tidy(name)
        for folder in near:
            path = folder + name
            found = self._known.get(path if path.isascii() else plain(path))
            if found is not None:
                return found
        return self._elsewhere(name.casefold(), near, split)

    def of_stem(self, stem: str, near: Sequence[str], *, split: str | None = None) -> str | None:
        """The picture that is named ``stem`` but for its suffix, likewise."""
        return self._best(self._by_stem.get(plain(stem).casefold(), []), near, split)

    def _elsewhere(self, name: str, near: Sequence[str], split: str | None) -> str | None:
        last = name[name.rfind("/") + 1 :]
        alike = self._by_name.get(last, [])
        if not alike and "." not in last[-6:]:
            alike = self._by_stem.get(last, [])
        if "/" in name and len(alike) <= _ALIKE:
            folders = f"/{name[: name.rfind('/')]}/"
            alike = [
                one for one in alike if f"/{one[: one.rfind('/') + 1]}".casefold().endswith(folders)
            ]
        return self._best(alike, near, split)

    def _best(self, alike: list[str], near: Sequence[str], split: str | None) -> str | None:
        if not alike or len(alike) > _ALIKE:
            return None
        if len(alike) == 1:
            return self._known[alike[0]]
        scores = [(_agrees(one, split), _shared(one, near[0] if near else "")) for one in alike]
        best = max(scores)
        return self._known[alike[scores.index(best)]] if scores.count(best) == 1 else None


def _agrees(name: str, split: str | None) -> bool:
    return split is not None and any(folder_split(one) == split for one in name.split("/")[:-1])


def _shared(name: str, folder: str) -> int:
    count = 0
    for one, other in zip(name.split("/")[:-1], folder.split("/"), strict=False):
        if one != other:
            break
        count += 1
    return count


def _stem(name: str) -> str:
    at = name.rfind(".")
    return name[:at] if at > 0 else name
