"""The window's language: Japanese or English, switchable while running."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import PySide6
from PySide6.QtCore import (
    QCoreApplication,
    QDateTime,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)
from PySide6.QtWidgets import QApplication, QWidget

from engine.runtime import Language, Message, text
from gui.cli.console import clock
from gui.settings import LanguageChoice

__all__ = [
    "LanguageChoice",
    "Languages",
    "Translated",
    "TranslatedWidget",
    "clock",
    "current",
    "data_size",
    "date_time",
    "number",
    "percent",
    "say",
    "say_message",
    "stored_time",
    "system_language",
]

TRANSLATIONS = Path(__file__).parent / "translations"

_QT_LANGUAGES: dict[Language, QLocale.Language] = {
    "en": QLocale.Language.English,
    "ja": QLocale.Language.Japanese,
}
_current: Language = "en"


def current() -> Language:
    """The language the window speaks now."""
    return _current


def say(key: str, **params: Any) -> str:
    """A sentence of the engine's catalogue in the window's language."""
    return text(key, _current, **params)


def say_message(message: Message) -> str:
    """An event of the engine as a sentence."""
    return text(message.key, _current, **dict(message.params))


class Languages(QObject):
    """Installs the translators; every widget is told by a ``LanguageChange`` event."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._installed: list[QTranslator] = []
        self._loaded: dict[Language, list[QTranslator]] = {}
        self._words: list[bytes] = []

    def use(self, choice: LanguageChoice) -> None:
        """Switch; ``"system"`` is Japanese where the system is, else English."""
        global _current
        language = system_language() if choice == "system" else choice
        _current = language
        locale = QLocale(_QT_LANGUAGES[language])
        QLocale.setDefault(locale)
        with _nothing_collected():
            for translator in self._installed:
                QCoreApplication.removeTranslator(translator)
            self._installed.clear()
            for translator in self._load(language):
                self._installed.append(translator)
                QCoreApplication.installTranslator(translator)
            # At once, so that nothing is drawn or read half in one language, half in the other.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
        self.changed.emit()

    def say_again(self) -> None:
        """Let every widget say its texts again: something they name has changed."""
        with _nothing_collected():
            for top in QApplication.topLevelWidgets():
                QCoreApplication.sendEvent(top, QEvent(QEvent.Type.LanguageChange))
        self.changed.emit()

    def _load(self, language: Language) -> list[QTranslator]:
        """Qt's own words and ours; read once, as each takes memory as long as there is a window."""
        if language not in self._loaded:
            qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            paths = [] if language == "en" else [Path(qt_folder) / f"qtbase_{language}.qm"]
            found = self._loaded[language] = []
            for path in (*paths, _compiled(language)):
                translator, words = QTranslator(self), _read(path)
                # By name Qt would map the file: made anew by a second window, it ends the first.
                if translator.load(words):
                    found.append(translator)
                    self._words.append(words)  # Qt makes no copy
                else:
                    translator.deleteLater()
                    logging.getLogger(__name__).warning("no translation in %s", path)
        return self._loaded[language]


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Hold the collection of cycles back while Qt tells widgets something, parent to child.

    A widget whose constructor failed is such a cycle: collected between two of its children,
    it would take the next one away under Qt's feet.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def system_language() -> Language:
    """The language of the user's system: Japanese, or else English."""
    return "ja" if QLocale.system().language() == QLocale.Language.Japanese else "en"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _compiled(language: Language) -> Path:
    """The compiled form of our translation, made again where the source is newer."""
    source = TRANSLATIONS / f"shizuku_{language}.ts"
    compiled = source.with_suffix(".qm")
    if not source.is_file() or (
        compiled.is_file() and compiled.stat().st_mtime >= source.stat().st_mtime
    ):
        return compiled
    release = Path(PySide6.__file__).parent / ("lrelease.exe" if os.name == "nt" else "lrelease")
    for target in (compiled, Path(tempfile.gettempdir()) / compiled.name):
        done = subprocess.run(  # noqa: S603 - Qt's own tool on our own file
            [release, "-silent", source, "-qm", target], check=False, capture_output=True
        )
        if done.returncode == 0:
            return target
    return compiled


class Translated:
    """Mixin for widgets whose texts follow the language.

    ``self.bind(lambda: label.setText(self.tr("Import")))`` sets the text now and again
    whenever the language changes.
    """

    _bound: list[Callable[[], object]]

    def bind(self, apply: Callable[[], object]) -> None:
        """Run ``apply`` now and at every change of language."""
        if not hasattr(self, "_bound"):
            self._bound = []
        self._bound.append(apply)
        apply()

    def retranslate(self) -> None:
        """Run everything bound again."""
        for apply in getattr(self, "_bound", []):
            apply()

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells of a change of language here."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # of the widget it is mixed into


class TranslatedWidget(Translated, QWidget):
    """A plain widget whose texts follow the language."""


def number(value: float, digits: int = 0) -> str:
    """A number as the window's locale writes it, rounded as the engine's sentences and reports."""
    return QLocale().toString(float(f"{value:.{digits}f}"), "f", digits)


def percent(share: float, digits: int = 1) -> str:
    """A share (0..1) as per cent."""
    return f"{number(100 * share, digits)} %"


def date_time(seconds: float) -> str:
    """Seconds since 1970 as date and time: short, in the window's locale, the computer's zone."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def stored_time(time: str) -> str:
    """A time in ISO form like :func:`date_time`; as it stands where it is none."""
    try:
        return date_time(datetime.fromisoformat(time).timestamp())
    except (ValueError, OverflowError, OSError):  # catalogues may have been altered
        return time


def data_size(size: int) -> str:
    """Bytes for people: kB, MB or GB, in powers of 1,000."""
    # Qt writes KB in Japanese, where the report and the commands have kB.
    for unit, bytes_of in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= bytes_of:
            return f"{number(size / bytes_of, 1)} {unit}"
    return f"{number(size)} B"
