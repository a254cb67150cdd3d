"""Uint8 arrays as Qt images."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage


def to_qimage(pixels: npt.NDArray[np.uint8]) -> QImage:
    """A picture ``(H, W)``, ``(H, W, 1)`` or ``(H, W, 3)`` as an image that owns its pixels."""
    plain: npt.NDArray[Any] = np.ascontiguousarray(
        pixels[..., 0] if pixels.ndim == 3 and pixels.shape[2] == 1 else pixels
    )
    height, width = plain.shape[:2]
    grey = plain.ndim == 2
    form = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB888
    return QImage(plain.data, width, height, plain.strides[0], form).copy()


def enlarged(image: QImage, side: int, *, smooth: bool = False) -> QImage:
    """Fit into a square of ``side`` px; pixels stay square unless ``smooth``."""
    way = (
        Qt.TransformationMode.SmoothTransformation
        if smooth or image.width() > side
        else Qt.TransformationMode.FastTransformation
    )
    return image.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatio, way)
