"""Boxes on pictures, as COCO, Pascal VOC and YOLO write them."""

from importers.layouts.boxes.coco import read_coco
from importers.layouts.boxes.voc import read_voc
from importers.layouts.boxes.yolo import read_yolo

__all__ = ["read_coco", "read_voc", "read_yolo"]
