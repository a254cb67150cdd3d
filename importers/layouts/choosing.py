"""Which layout a folder has."""

from __future__ import annotations

from pathlib import PurePosixPath

from engine.project import SourceNotice
from engine.runtime.errors import UserError
from importers.found import Listing, Understood
from importers.layouts.folders import class_folders, split_folders, split_names
from importers.layouts.manifest import Manifest, find_manifest, listed_sources
from importers.options import ImportOptions, Layout

# Files that accompany pictures in real folders and are never pictures themselves.
_COMPANIONS = (
    *(".bat", ".cfg", ".ini", ".log", ".lnk", ".m", ".py", ".sh", ".toml", ".url", ".ipynb"),
    *(".csv", ".db", ".h5", ".json", ".jsonl", ".mat", ".npy", ".npz", ".sqlite", ".tsv"),
    *(".doc", ".docx", ".htm", ".html", ".md", ".pdf", ".rst", ".txt", ".xls", ".xlsx"),
    *(".xml", ".yaml", ".yml", ".7z", ".gz", ".rar", ".tar", ".zip"),
)
_EXAMPLES = 5


def understand(listing: Listing, options: ImportOptions) -> tuple[Layout, Understood]:
    """Decide what the folder means and give every picture its class.

    Automatic choice: ``train`` folder with class folders below, else a CSV list of pictures,
    else class folders; a single folder around all of that is looked through.

    Raises
    ------
    UserError
        ``import.empty_folder``; ``import.layout_not_found`` if the layout asked for is not
        there; errors of the CSV list.
    """
    if not listing.files:
        raise UserError("import.empty_folder", file=str(listing.root))
    pictures = [name for name in listing.files if not _is_companion(name)]
    base = _base(pictures, listing)
    manifest = None
    splits = split_names(base, listing.folders)
    if options.layout == "csv" or (options.layout == "auto" and "train" not in splits.values()):
        manifest = find_manifest(listing, base, pictures, required=options.layout == "csv")
    layout = _chosen(options, splits=splits, manifest=manifest, listing=listing)
    if manifest is not None:
        found = listed_sources(manifest, pictures)
    elif layout == "train-test":
        found = split_folders(base, pictures, splits=splits, folders=listing.folders)
    else:
        found = class_folders(base, pictures, folders=listing.folders)
    left = [name for name in listing.files if _is_companion(name)]
    if manifest is not None:
        left.remove(manifest.relative)
    if left:
        notice = SourceNotice(
            "other_files", len(left), "import.other_files", {"count": len(left)}, left[:_EXAMPLES]
        )
        found.notices.append(notice)
    return layout, found


def _chosen(
    options: ImportOptions,
    *,
    splits: dict[str, str],
    manifest: Manifest | None,
    listing: Listing,
) -> Layout:
    if manifest is not None:
        return "csv"
    if options.layout == "train-test" and "train" not in splits.values():
        raise UserError("import.layout_not_found", file=str(listing.root))
    if options.layout == "class-folders":
        return "class-folders"
    return "train-test" if "train" in splits.values() else "class-folders"


def _is_companion(name: str) -> bool:
    return PurePosixPath(name).suffix.casefold() in _COMPANIONS


def _base(pictures: list[str], listing: Listing) -> str:
    """The folder in which the layout begins: ``""`` or ``"dataset/"``, with its last slash."""
    base = ""
    while True:
        inside = [name[len(base) :] for name in pictures]
        tops = {name.split("/", 1)[0] for name in inside if "/" in name}
        # A single class folder with pictures straight in it is a class, not a wrapping.
        wrapped = (
            len(tops) == 1
            and all(name.count("/") >= 2 for name in inside)
            and not split_names(base, listing.folders)
        )
        if not wrapped:
            return base
        base += f"{tops.pop()}/"
