"""How a folder, an archive or a document is to be imported."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Colour = Literal["auto", "grey", "rgb"]
Fit = Literal["letterbox", "stretch", "crop"]
Layout = Literal[
    "class-folders", "train-test", "mvtec", "list", "file-name", "coco", "voc", "yolo", "unlabelled"
]
LayoutChoice = Literal["auto", Layout]
Cut = Literal["whole", "tiles", "regions"]
Pages = Literal["all", "first"]
Defects = Literal["learn", "test"]


class ImportOptions(BaseModel):
    """What the user chooses when importing; with the source, all that decides the pictures.

    Stored in the image set, so that later pictures can be prepared in the same way.

    **What the folder means**: ``layout``; ``pattern`` for classes in file names (see
    :mod:`importers.layouts.file_names`); ``file_column``, ``label_column`` and ``split_column``
    of a list, empty for the usual headings; ``list_file`` gives classes from outside the folder,
    such as named proposals; ``box_margin`` is laid around boxes of COCO, Pascal
    VOC and YOLO, as a share of the longer side of the box.

    **What a file gives**: ``pages`` of PDF, TIFF and DXF files; ``dpi`` for PDF and DXF;
    ``cut`` makes one picture of a page, tiles of ``tile`` px with ``overlap`` (share of the
    side), or the crops that the file ``regions`` lists; nearly empty tiles are left out unless
    ``keep_empty``.

    **How a picture is prepared**, in this order: ``rotate`` (degrees clockwise), ``deskew``
    (up to 15 degrees), ``crop_margins``, ``flatten`` (paper made even; off by default, because
    how a scan looks is information), ``colour`` (``auto`` keeps one channel if the pictures are
    grey), ``fit``, ``size``. ``depth``: pictures of more than 8 bits are scaled from their whole
    range (``full``) or from the range that the set uses, one for the whole set (``used``).

    **What is held out**: ``test_fraction`` of every class, by ``seed``, where the folder has no
    test pictures of its own. ``defects`` that a folder has in its test part alone (MVTec) are
    learnt as classes, so all pictures are divided anew, or stay for testing (``test``).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    layout: LayoutChoice = "auto"
    pattern: str = Field("", max_length=200)
    file_column: str = Field("", max_length=200)
    label_column: str = Field("", max_length=200)
    split_column: str = Field("", max_length=200)
    list_file: str = Field("", description="path of a list outside the folder: file,label")
    box_margin: float = Field(0.1, ge=0.0, le=1.0)

    pages: Pages = "all"
    dpi: int = Field(150, ge=36, le=1200)
    cut: Cut = "whole"
    tile: int = Field(512, ge=32, le=8192, description="side of a tile in px of the page")
    overlap: float = Field(0.0, ge=0.0, le=0.9)
    keep_empty: bool = False
    regions: str = Field("", description="path of a CSV: file,page,x,y,width,height,label")

    rotate: Literal[0, 90, 180, 270] = 0
    deskew: bool = False
    crop_margins: bool = False
    flatten: bool = False
    colour: Colour = "auto"
    depth: Literal["full", "used"] = "full"
    fit: Fit = "letterbox"
    size: int = Field(64, ge=16, le=512, description="side of a prepared picture in px")

    defects: Defects = "learn"
    test_fraction: float = Field(0.2, ge=0.0, le=0.9)
    seed: int = Field(0, ge=0, lt=2**31)
