"""Which layout a folder has."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from engine.runtime.errors import UserError
from importers.found import Listing, Understood
from importers.layouts.boxes import read_coco, read_voc, read_yolo
from importers.layouts.contents import ARCHIVE_SUFFIXES, Contents, suffix
from importers.layouts.draft import Draft
from importers.layouts.file_names import read_file_names
from importers.layouts.folders import read_class_folders, read_split_folders
from importers.layouts.lists import ListColumns, find_columns, read_list
from importers.layouts.mvtec import read_mvtec
from importers.layouts.unlabelled import read_unlabelled
from importers.options import ImportOptions, Layout


class _Reader(Protocol):
    """Reads a layout; None if it is not recognised, which ``required`` rules out."""

    def __call__(self, contents: Contents, *, required: bool) -> Draft | None: ...


# What says most comes first. Numbered names come before class folders, because they ask for all
# pictures in one folder, which alone would be a single class.
_READERS: dict[Layout, _Reader] = {
    "coco": read_coco,
    "voc": read_voc,
    "yolo": read_yolo,
    "mvtec": read_mvtec,
    "train-test": read_split_folders,
    "list": read_list,
    "file-name": read_file_names,
    "class-folders": read_class_folders,
    "unlabelled": read_unlabelled,
}


def understand(listing: Listing, options: ImportOptions) -> tuple[Layout, Understood]:
    """Decide what the folder means and give every picture its class.

    Without a layout asked for, the first is taken that is recognised: boxes of COCO, Pascal VOC
    or YOLO, train and test folders with defects only in the test (MVTec) or with all classes, a
    list, class folders, classes in file names; else all pictures are of one class. A single
    folder around all of that is looked through.

    Raises
    ------
    UserError
        ``import.empty_folder``, ``import.only_archives``; if the layout asked for is not there,
        an error that says what is missing.
    """
    contents = Contents.of(listing, options)
    if not contents.pictures:
        raise _nothing(contents)
    layout, draft = _read(contents, options)
    _tell_companions(contents, draft)
    return layout, draft.understood()


def list_columns(listing: Listing) -> ListColumns | None:
    """The list that lies with the pictures, for the user to choose its columns.

    Returns
    -------
    ListColumns or None
        None if there is no list that can be read.
    """
    return find_columns(Contents.of(listing, ImportOptions()))


def _read(contents: Contents, options: ImportOptions) -> tuple[Layout, Draft]:
    readers = {**_READERS, "mvtec": partial(read_mvtec, defects=options.defects)}
    if options.layout != "auto":
        draft = readers[options.layout](contents, required=True)
        assert draft is not None, "a required layout is read or an error"
        return options.layout, draft
    for layout, reader in readers.items():
        draft = reader(contents, required=False)
        if draft is not None:
            return layout, draft
    raise AssertionError("the last layout takes everything")


def _nothing(contents: Contents) -> UserError:
    root = str(contents.listing.root)
    for name in contents.companions:
        if suffix(name) in ARCHIVE_SUFFIXES:
            return UserError("import.only_archives", file=root, example=name)
    return UserError("import.empty_folder", file=root)


def _tell_companions(contents: Contents, draft: Draft) -> None:
    left = [name for name in contents.companions if name not in draft.used]
    archives = [name for name in left if suffix(name) in ARCHIVE_SUFFIXES]
    draft.tell("archive_inside", archives, names=", ".join(archives[:3]))
    if archives:
        left = [name for name in left if suffix(name) not in ARCHIVE_SUFFIXES]
    draft.tell("other_files", left)
