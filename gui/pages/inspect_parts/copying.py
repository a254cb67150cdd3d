"""Every view of the inspect page as a picture: which widget gives which."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.pages.inspect_parts.bench import Bench
from gui.pages.inspect_parts.comparison import Comparison
from gui.pages.inspect_parts.gallery import Gallery
from gui.widgets.image_view import ImageView
from gui.widgets.picture_list import Tile
from gui.widgets.pictures import to_qimage
from gui.widgets.view_picture import PictureButton, make_copyable, rendered, stacked


def copy_tiles(tiles: QWidget, chosen: Callable[[], Tile | None]) -> None:
    """Let the chosen picture of a list or grid be copied in its own size."""

    def picture() -> QImage | None:
        tile = chosen()
        pixels = None if tile is None else tile.load()
        return None if pixels is None else to_qimage(pixels)

    def name() -> str:
        tile = chosen()
        return "" if tile is None else tile.tip.partition("\n")[0].rpartition("/")[2]

    make_copyable(tiles, name, picture=picture)


def copy_bench(bench: Bench) -> None:
    """Single pictures in their own size, comparisons as they are drawn."""
    stage = bench.stage

    def copy(view: ImageView) -> None:
        make_copyable(
            view,
            lambda: f"{bench.heading.text()} {view.accessibleName()}",
            picture=lambda: view.image if view.has_picture else None,
        )

    for view in (stage.synthetic, stage.real, stage.mean, stage.stored, stage.decoded):
        copy(view)
    make_copyable(
        stage.pages,
        lambda: f"{bench.heading.text()} {stage.modes.buttons[stage.mode].text()}",
        picture=lambda: _drawn(stage.pages),
    )
    copy_tiles(bench.neighbours.list, bench.neighbours.list.chosen)


def copy_views(
    page: QWidget, comparison: Comparison, gallery: Gallery, bench: Bench
) -> PictureButton:
    """Make all copyable; the button, and the page outside of what has more to offer, give the view.

    Returns
    -------
    PictureButton
        To be put beside the switch of the views.
    """
    copy_bench(bench)
    for tiles in (gallery.synthetic, gallery.real):
        copy_tiles(tiles, tiles.chosen)
    gaps = comparison.gaps
    for bars in (gaps.bars, gaps.layer_bars):
        make_copyable(bars, bars.accessibleName, picture=partial(stacked, (bars.head, bars)))

    def name() -> str:
        words = comparison.switch.buttons[comparison.view].text()
        return f"{words} {bench.heading.text()}" if comparison.view == "samples" else words

    return PictureButton(make_copyable(page, name, picture=lambda: _view(comparison)))


def _view(comparison: Comparison) -> QImage | None:
    """The view shown; of a page of cards all, also those below the fold."""
    if not comparison.isVisible():
        return None
    view, appearance = comparison.currentWidget(), comparison.appearance
    head = appearance.summary.parentWidget()
    if view is appearance and appearance.cards and head is not None:
        return stacked([head, appearance.grid])
    return _drawn(comparison)


def _drawn(stack: QStackedWidget) -> QImage | None:
    shown = stack.currentWidget()
    return None if shown is None else rendered(shown)
