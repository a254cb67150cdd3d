"""Listings for tests, and what was made of them in short."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from engine.runtime import UserError
from importers.found import Listing, Understood
from importers.layouts import understand
from importers.options import ImportOptions
from importers.stores import FolderStore

Write = Callable[..., Path]
Read = Callable[..., tuple[str, Understood]]


def listing_of(root: Path) -> Listing:
    """A listing of a real folder."""
    files: dict[str, int] = {}
    folders: list[str] = []
    for at, below, names in os.walk(root):
        folder = Path(at).relative_to(root)
        folders += [(folder / name).as_posix() for name in below]
        files |= {(folder / name).as_posix(): (Path(at) / name).stat().st_size for name in names}
    return Listing(FolderStore(root), dict(sorted(files.items())), sorted(folders), [])


def names_only(root: Path, *names: str) -> Listing:
    """A listing of files that nobody opens."""
    folders = {
        "/".join(name.split("/")[:at]) for name in names for at in range(1, name.count("/") + 1)
    }
    return Listing(FolderStore(root), dict.fromkeys(sorted(names), 1), sorted(folders), [])


def labels(found: Understood) -> dict[str, str]:
    return {one.relative: one.label for one in found.sources}


def reasons(found: Understood) -> dict[str, str]:
    return {one.file: one.reason_key for one in found.refused}


def kinds(found: Understood) -> dict[str, int]:
    return {one.kind: one.count for one in found.notices}


def spoken(found: Understood) -> None:
    """Everything said can be said in both languages."""
    for one in found.notices:
        assert one.sentence("ja") != one.sentence("en")
    for refused in found.refused:
        assert refused.reason("ja") != refused.reason("en")


def understood_or_told(listing: Listing, layout: str) -> None:
    """Hostile files beside ``1.png`` lead to sound text about it, or to a sentence."""
    try:
        _, found = understand(listing, ImportOptions.model_validate({"layout": layout}))
    except UserError as error:
        error.sentence("ja").encode()
        return
    spoken(found)
    assert {one.relative for one in found.sources} <= {"1.png"}
    for text in (*(one.label for one in found.sources), *(one.file for one in found.refused)):
        assert text
        text.encode()
