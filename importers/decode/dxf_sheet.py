"""Layouts of a DXF drawing -> sheets of black lines and areas on white."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

import ezdxf.addons.drawing.frontend as drawing_frontend
import numpy as np
from ezdxf.addons.drawing.backend import Backend, BkPath2d, BkPoints2d, ImageData
from ezdxf.addons.drawing.config import (
    BackgroundPolicy,
    Configuration,
    ImagePolicy,
    LineweightPolicy,
)
from ezdxf.addons.drawing.frontend import Frontend
from ezdxf.addons.drawing.properties import BackendProperties, Properties, RenderContext
from ezdxf.fonts import fonts
from ezdxf.math import BoundingBox2d, Vec2

from importers.decode.errors import DecodeError
from importers.decode.pages import within_limit
from importers.decode.strokes import Fill, Points, Shape, Sheet, Stroke

_SECONDS = 20
"""Longest time for working out what a layout shows."""

_HATCH_SECONDS = 2
_A3_LENGTH = 420.0
_MARGIN = 0.02
_OUTSIDE = 0.1
_MM_PER_INCH = 25.4
_TOLERANCE = 0.15
_FIRST_CJK = 0x2E80
_JAPANESE_FONTS = (
    *("YuGothR.ttc", "msgothic.ttc", "meiryo.ttc", "NotoSansCJK-Regular.ttc", "ipag.ttf"),
    *("ipagp.ttf", "fonts-japanese-gothic.ttf", "ヒラギノ角ゴシック W3.ttc"),
)
_CONFIGURATION = Configuration(
    background_policy=BackgroundPolicy.WHITE,
    lineweight_policy=LineweightPolicy.ABSOLUTE,
    image_policy=ImagePolicy.IGNORE,
    hatching_timeout=_HATCH_SECONDS,
)

# ezdxf prints what it skips; standard output belongs to the command line's results.
drawing_frontend.print = lambda *_, **__: None  # type: ignore[attr-defined]


def model_sheet(drawing: Any, layout: Any, dpi: int) -> Sheet:
    """Model space, fitted so that its longer side is that of an A3 sheet.

    Parameters
    ----------
    drawing : ezdxf Drawing
    layout : ezdxf Layout
    dpi : int

    Raises
    ------
    DecodeError
        ``import.empty_drawing``, ``import.too_complex`` or ``import.too_large``.
    """
    recorded = _recorded(drawing, layout)
    return _fitted(recorded, _A3_LENGTH, dpi)


def paper_sheet(drawing: Any, layout: Any, dpi: int) -> Sheet:
    """A paper-space layout at its paper size.

    Where the drawing does not lie on the paper (files often state a wrong one), it is fitted to
    the paper's longer side. Raises as :func:`model_sheet`.
    """
    recorded = _recorded(drawing, layout)
    paper = max(float(layout.dxf.paper_width), float(layout.dxf.paper_height))
    if not 10 <= paper <= 10_000:
        paper = _A3_LENGTH
    low, high = (Vec2(corner) for corner in layout.get_paper_limits())
    paper_box = BoundingBox2d([low, high])
    longer = max(paper_box.size.x, paper_box.size.y)
    whole = BoundingBox2d([low, high, recorded.box.extmin, recorded.box.extmax])
    grown = max(whole.size.x, whole.size.y) - longer
    if longer <= 0 or grown > longer * _OUTSIDE:
        return _fitted(recorded, paper, dpi)
    return _sheet(recorded, whole.extmin, whole.size, paper / longer, dpi)


class _Item(NamedTuple):
    """Lines of a weight in mm, or the outlines of one area (no weight)."""

    parts: list[BkPath2d | BkPoints2d]
    weight: float | None
    shade: int


class _Recorder(Backend):
    """Keeps what the drawing add-on would have a backend draw, in drawing units."""

    def __init__(self) -> None:
        super().__init__()
        self.items: list[_Item] = []
        self.box = BoundingBox2d()
        self._end = time.monotonic() + _SECONDS

    def enter_entity(self, entity: Any, properties: Properties) -> None:
        # Asked here, because blocks within blocks can multiply without drawing anything.
        self.check_time()
        super().enter_entity(entity, properties)

    def check_time(self) -> None:
        if time.monotonic() > self._end:
            raise DecodeError("import.too_complex", seconds=_SECONDS)

    def set_background(self, color: str) -> None:
        pass

    def draw_point(self, pos: Vec2, properties: BackendProperties) -> None:
        self._keep([BkPoints2d([pos, pos])], properties.lineweight)

    def draw_line(self, start: Vec2, end: Vec2, properties: BackendProperties) -> None:
        self._keep([BkPoints2d([start, end])], properties.lineweight)

    def draw_solid_lines(
        self, lines: Iterable[tuple[Vec2, Vec2]], properties: BackendProperties
    ) -> None:
        self._keep([BkPoints2d(line) for line in lines], properties.lineweight)

    def draw_path(self, path: BkPath2d, properties: BackendProperties) -> None:
        self._keep(path.sub_paths() if path.has_sub_paths else [path], properties.lineweight)

    def draw_filled_paths(self, paths: Iterable[BkPath2d], properties: BackendProperties) -> None:
        parts = [
            part for path in paths for part in (path.sub_paths() if path.has_sub_paths else [path])
        ]
        self._keep(parts, None, self._shade(properties, lettering=True))

    def draw_filled_polygon(self, points: BkPoints2d, properties: BackendProperties) -> None:
        self._keep([points], None, self._shade(properties, lettering=False))

    def draw_image(self, image_data: ImageData, properties: BackendProperties) -> None:
        pass

    def clear(self) -> None:
        self.items.clear()

    def _keep(self, parts: Iterable[Any], weight: float | None, shade: int = 0) -> None:
        self.check_time()
        kept = [part for part in parts if len(part)]
        if kept:
            self.items.append(_Item(kept, weight, shade))

    def finish(self) -> None:
        """Drop what has no place and find out how far the rest reaches."""
        finite = [item for item in self.items if all(map(_is_finite, item.parts))]
        self.items = finite
        corners = [part.np_vertices() for item in finite for part in item.parts]
        if corners:
            every = np.concatenate(corners)
            self.box = BoundingBox2d([Vec2(every.min(axis=0)), Vec2(every.max(axis=0))])

    def _shade(self, properties: BackendProperties, *, lettering: bool) -> int:
        """Black, but hatched areas keep their lightness and covers are paper."""
        kind = self.current_entity.dxftype() if self.current_entity is not None else ""
        if kind == "WIPEOUT" or (kind == "MTEXT" and not lettering):
            return 255
        if kind not in ("HATCH", "MPOLYGON"):
            return 0
        alpha = int(properties.color[7:9] or "ff", 16) / 255
        return round(255 - (255 - 255 * properties.luminance) * alpha)


class _Frontend(Frontend):
    """The add-on's own, without embedded objects, and with glyphs for Japanese text."""

    def draw_ole2frame_entity(self, entity: Any, properties: Properties) -> None:
        pass

    def override_properties(self, entity: Any, properties: Properties) -> None:
        if any(ord(char) >= _FIRST_CJK for char in _text(entity)):
            name = properties.font.filename if properties.font is not None else ""
            if not _has_kanji(name):
                properties.font = _japanese_face() or properties.font


def _text(entity: Any) -> str:
    if entity.dxftype() == "MTEXT":
        return str(entity.text)
    return str(entity.dxf.text) if entity.dxftype() in ("TEXT", "ATTRIB", "ATTDEF") else ""


def _recorded(drawing: Any, layout: Any) -> _Recorder:
    recorder = _Recorder()
    _Frontend(RenderContext(drawing), recorder, _CONFIGURATION).draw_layout(layout)
    recorder.finish()
    if not recorder.items or not recorder.box.has_data:
        raise DecodeError("import.empty_drawing")
    return recorder


def _fitted(recorded: _Recorder, length: float, dpi: int) -> Sheet:
    low, size = recorded.box.extmin, recorded.box.size
    longer = max(size.x, size.y) or 1.0
    margin = longer * _MARGIN
    size = Vec2(max(size.x, longer / 100), max(size.y, longer / 100))
    whole = size + Vec2(2 * margin, 2 * margin)
    return _sheet(recorded, low - Vec2(margin, margin), whole, length / max(whole.x, whole.y), dpi)


def _sheet(recorded: _Recorder, low: Vec2, size: Vec2, mm_per_unit: float, dpi: int) -> Sheet:
    """Flatten what was recorded into px, y downwards."""
    px_per_mm = dpi / _MM_PER_INCH
    scale = mm_per_unit * px_per_mm
    width, height = math.ceil(size.x * scale - 1e-6), math.ceil(size.y * scale - 1e-6)
    within_limit(width, height)
    shapes: list[Shape] = []
    for item in recorded.items:
        recorded.check_time()
        outlines = [_flattened(part, low, size.y, scale) for part in item.parts]
        if item.weight is None:
            shapes.append(Fill(outlines, item.shade))
        else:
            shapes.extend(Stroke(one, item.weight * px_per_mm) for one in outlines)
    return Sheet(width, height, shapes)


def _flattened(part: BkPath2d | BkPoints2d, low: Vec2, height: float, scale: float) -> Points:
    if isinstance(part, BkPath2d) and part.has_curves:
        vertices = [(one.x, one.y) for one in part.flattening(_TOLERANCE / scale)]
        points = np.array(vertices, np.float64).reshape(-1, 2)
    else:
        points = part.np_vertices()
    flattened: Points = (points - (low.x, low.y + height)) * (scale, -scale)
    return flattened


def _is_finite(part: BkPath2d | BkPoints2d) -> bool:
    return bool(np.isfinite(part.np_vertices()).all())


@lru_cache(maxsize=64)
def _has_kanji(name: str) -> bool:
    if not name or not fonts.font_manager.has_font(name):
        return False
    if not name.lower().endswith((".ttf", ".ttc", ".otf")):
        return True
    return ord("図") in (fonts.font_manager.get_ttf_font(name).getBestCmap() or {})


@lru_cache(maxsize=1)
def _japanese_face() -> Any | None:
    found = (name for name in _JAPANESE_FONTS if fonts.font_manager.has_font(name))
    name = next(found, None)
    return None if name is None else fonts.font_manager.get_font_face(name)
