"""Copy or save what a view shows as a picture: by context menu, by key, or from a button."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QObject,
    QPoint,
    QStandardPaths,
    Qt,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QToolButton, QToolTip, QWidget

from engine.project.folder_names import safe_name
from engine.runtime import StopToken, UserError
from engine.runtime.files import replacing
from gui.icons import icon
from gui.language import Translated, say
from gui.services import Services
from gui.theme import PAD, colours

Name = Callable[[], str]
Picture = Callable[[], QImage | None]

_TASK = "picture.save"
_SCALE = 2.0
# Beyond it, the memory of a picture and what other programs open become a matter of luck.
_LARGEST = 16_000
_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_KEYS_SHOWN = "Ctrl+Shift+C"


def make_copyable(widget: QWidget, name: Name, *, picture: Picture | None = None) -> ViewPicture:
    """Give a widget "Copy as picture" and "Save as picture…", by context menu and Ctrl+Shift+C.

    The innermost copyable widget answers. One that has a context menu of its own keeps it; put
    :meth:`ViewPicture.add_to` there.

    Parameters
    ----------
    name : callable
        What is shown, as the name of a file without its ending; asked when it is saved.
    picture : callable, optional
        The picture; None where there is nothing to copy. By default the widget as drawn, twice
        as large.
    """
    return ViewPicture(widget, name, picture or (lambda: rendered(widget)))


class ViewPicture(QObject):
    """The picture of a widget, which owns it."""

    folder: Path | None = None
    """Where the last picture was saved."""

    def __init__(self, widget: QWidget, name: Name, picture: Picture) -> None:
        super().__init__(widget)
        self._widget, self._name, self._picture = widget, name, picture
        widget.installEventFilter(self)

    # --- how it is reached ----------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What nothing inside the widget wanted comes here."""
        if isinstance(event, QContextMenuEvent) and self._has_no_menu():
            self._open(event.globalPos())
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            wanted = event.key() == Qt.Key.Key_C and event.modifiers() == _KEYS
            if wanted:
                self.copy()
            return wanted
        return False

    def add_to(self, menu: QMenu) -> None:
        """Offer both in a menu."""
        copy = menu.addAction(icon("content-copy"), self.tr("Copy as picture"), self.copy)
        # Shown only: the key belongs to whichever view is in use.
        copy.setText(f"{copy.text()}\t{_KEYS_SHOWN}")
        menu.addAction(icon("content-save-outline"), self.tr("Save as picture…"), self.save)

    def _has_no_menu(self) -> bool:
        return self._widget.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu

    def _open(self, place: QPoint) -> None:
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_to(menu)
        menu.popup(place)

    # --- what it does ---------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        image = self._picture()
        if image is None or image.isNull():
            self._hint(self.tr("There is no picture to copy."))
            return
        QGuiApplication.clipboard().setImage(image)
        self._hint(self.tr("Copied as a picture"))

    def save(self) -> None:
        """Ask for a file and write the picture as PNG."""
        image = self._picture()  # as it is now, not when the file was chosen
        if image is None or image.isNull():
            self._hint(self.tr("There is no picture to copy."))
            return
        proposed = _folder() / f"{safe_name(self._name())}.png"
        kinds = self.tr("PNG picture (*.png)")
        title = self.tr("Save as picture")
        chosen, _ = QFileDialog.getSaveFileName(self._widget.window(), title, str(proposed), kinds)
        if chosen:
            path = Path(chosen)
            if path.suffix.lower() != ".png":
                path = path.with_name(path.name + ".png")
            ViewPicture.folder = path.parent
            self._write(image, path)

    def _write(self, image: QImage, path: Path) -> None:
        services = getattr(self._widget.window(), "services", None)
        if isinstance(services, Services):
            tell = services.navigator

            def work(_token: StopToken) -> None:
                write_picture(image, path)

            services.background.run(
                f"{_TASK}:{path}",
                work,
                lambda _none: tell.tell("info", "command.written", path=str(path)),
                tell.tell_error,
            )
            return
        try:
            write_picture(image, path)
        except UserError as error:
            QMessageBox.warning(self._widget.window(), "", say(error.key, **error.params))

    def _hint(self, words: str) -> None:
        corner = self._widget.rect().center()
        QToolTip.showText(self._widget.mapToGlobal(corner), words, self._widget)


class PictureButton(Translated, QToolButton):
    """Offers a view's picture where nobody would look for a context menu."""

    def __init__(self, view: ViewPicture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bind(self._say)

    def _fill(self) -> None:
        self.menu().clear()
        self._view.add_to(self.menu())

    def _say(self) -> None:
        words = self.tr("This view as a picture: copy or save")
        self.setIcon(icon("image-outline"))
        self.setToolTip(words)
        self.setAccessibleName(words)


def write_picture(image: QImage, path: Path) -> None:
    """Write a PNG file, whole or not at all.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"PNG"))
    if not writer.write(image):
        reason = writer.errorString()
        raise UserError("file.cannot_write", exit_code=1, file=str(path), reason=reason)
    with replacing(path) as temporary:
        temporary.write_bytes(bytes(buffer.data().data()))


def rendered(widget: QWidget) -> QImage:
    """A widget as it is drawn, twice as large; charts and words get the detail of that size."""
    size = widget.size()
    scale = min(_SCALE, _LARGEST / max(1, size.width(), size.height()))
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(colours().window)
    if not image.isNull():
        widget.render(image, QPoint())
    # Elsewhere its own pixels count.
    image.setDevicePixelRatio(1.0)
    return image


def stacked(widgets: Sequence[QWidget]) -> QImage:
    """Widgets below each other in one picture: all of a page that is seen in part by scrolling."""
    parts = [one for one in map(rendered, widgets) if not one.isNull()]
    space = int(_SCALE * PAD)
    width = max((one.width() for one in parts), default=0)
    height = sum(one.height() + space for one in parts) + space
    image = QImage(width + 2 * space, height, QImage.Format.Format_RGB32)
    image.fill(colours().window)
    painter = QPainter(image)
    top = space
    for one in parts:
        painter.drawImage(space, top, one)
        top += one.height() + space
    painter.end()
    return image


def _folder() -> Path:
    known = ViewPicture.folder
    if known is not None and known.is_dir():
        return known
    place = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())
