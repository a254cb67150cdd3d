"""What was noticed about the pictures: a sentence each, with the files as evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from engine.project import Refused, SourceNotice
from gui.icons import icon
from gui.language import TranslatedWidget, current, number
from gui.theme import GAP, TIGHT, colours
from gui.widgets.layout import button, column, flowing, holder, label, row

# Facts that ask for nothing; all other kinds deserve a look.
_HARMLESS = {"other_files", "validation", "several_frames", "unlisted", "duplicates"}


@dataclass(frozen=True)
class Evidence:
    """Files behind a notice; words and reasons are asked for in the language of the moment.

    Attributes
    ----------
    root : Path
        The folder the files are relative to.
    sentence : callable -> str
    files : callable -> list of (str, str)
        Path and reason; the reason is empty for an example of a notice.
    readable : bool
        Whether they can be shown as pictures.
    """

    root: Path
    sentence: Callable[[], str]
    files: Callable[[], list[tuple[str, str]]]
    readable: bool


class NoticeList(TranslatedWidget):
    """Asks for evidence to be shown by :attr:`asked`."""

    asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column(spacing=TIGHT)
        self.setLayout(self._column)
        self._root = Path()
        self._notices: Sequence[SourceNotice] = ()
        self._refused: Sequence[Refused] = ()
        self.sentences: list[str] = []
        self.bind(self._draw)

    def show_notices(
        self, root: Path, notices: Sequence[SourceNotice], refused: Sequence[Refused]
    ) -> None:
        """Replace the list; refused files come first."""
        self._root, self._notices, self._refused = root, notices, refused
        self._draw()

    def _draw(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.sentences = []
        if self._refused:
            words = partial(self._say_refused, len(self._refused))
            reasons = partial(_with_reasons, self._refused)
            self._add(words(), Evidence(self._root, words, reasons, False), harmless=False)
        for notice in self._notices:
            words, files = partial(_say, notice), partial(_examples, notice)
            evidence = Evidence(self._root, words, files, True) if notice.examples else None
            self._add(words(), evidence, harmless=notice.kind in _HARMLESS)
        if not self.sentences:
            self._add(self.tr("Nothing to worry about."), None, harmless=True)
        self._column.addStretch(1)

    def _say_refused(self, count: int) -> str:
        return self.tr("Files that cannot be used: {count}").format(count=number(count))

    def _add(self, sentence: str, evidence: Evidence | None, *, harmless: bool) -> None:
        self.sentences.append(sentence)
        c = colours()
        sign = QLabel()
        name = "information-outline" if harmless else "alert-outline"
        sign.setPixmap(icon(name, colour=c.accent if harmless else c.warning).pixmap(18, 18))
        sign.setToolTip(self.tr("For your information") if harmless else self.tr("Worth a look"))
        words = flowing(label(wrap=True, selectable=True))
        words.setText(sentence)
        parts: list[QWidget] = [sign, words]
        if evidence is not None:
            show = button()
            show.setText(self.tr("Show"))
            show.setAccessibleDescription(sentence)
            show.clicked.connect(lambda: self.asked.emit(evidence))
            parts.append(show)
        layout = row(*parts, spacing=GAP)
        layout.setStretch(1, 1)
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(holder(layout))


def _say(notice: SourceNotice) -> str:
    return notice.sentence(current())


def _examples(notice: SourceNotice) -> list[tuple[str, str]]:
    return [(file, "") for file in notice.examples]


def _with_reasons(refused: Sequence[Refused]) -> list[tuple[str, str]]:
    # Only worked out when asked for: there may be a hundred thousand.
    return [(one.file, one.reason(current())) for one in refused]
