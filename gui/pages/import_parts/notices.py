"""What was noticed about the pictures: a sentence each, with evidence, and often a remedy."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from engine.project import Refused, SourceFinding, SourceNotice
from engine.runtime import StopToken
from gui.icons import icon
from gui.language import TranslatedWidget, current, number
from gui.theme import GAP, TIGHT, colours
from gui.widgets.layout import button, column, flowing, holder, label, row

# Facts that ask for nothing; all other kinds deserve a look.
_HARMLESS = {"other_files", "validation", "unlisted", "already_there", "masks", "archive_inside"}
_SIDE = 128
Pixels = npt.NDArray[np.uint8]
Look = Callable[[StopToken], list[tuple[str, Pixels]]]


@dataclass(frozen=True)
class Evidence:
    """Files behind a notice; words and reasons are asked for in the language of the moment.

    Attributes
    ----------
    sentence : callable -> str
    files : callable -> list of (str, str)
        Path and reason, or the path it is a copy of; empty for an example of a notice.
    copies : bool
        The second column names what each file is a copy of, instead of a reason.
    pictures : callable or None
        Reads names and pixels in the background; None if they are no pictures.
    """

    sentence: Callable[[], str]
    files: Callable[[], list[tuple[str, str]]]
    pictures: Look | None
    copies: bool = False


class NoticeList(TranslatedWidget):
    """Asks for evidence to be shown by :attr:`asked`, for a remedy or its undoing likewise.

    ``remedy`` carries the number of a finding and whether its remedy is to be in force.
    """

    asked = Signal(object)
    remedy = Signal(int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = column(spacing=TIGHT)
        self.setLayout(self._column)
        self._root = Path()
        self._notices: Sequence[SourceNotice] = ()
        self._refused: Sequence[Refused] = ()
        self._findings: Sequence[tuple[SourceFinding, Evidence]] = ()
        self._enabled = True
        self.sentences: list[str] = []
        self.bind(self._draw)

    def show_notices(
        self,
        root: Path,
        notices: Sequence[SourceNotice],
        refused: Sequence[Refused],
        findings: Sequence[tuple[SourceFinding, Evidence]] = (),
    ) -> None:
        """Replace the list; refused files come first, then findings, then other notices."""
        told = {one.kind for one, _ in findings}
        self._root, self._refused, self._findings = root, refused, findings
        self._notices = [one for one in notices if one.kind not in told]
        self._draw()

    def enable_remedies(self, enabled: bool) -> None:
        """Whether remedies can be asked for now; not while a job runs."""
        if enabled != self._enabled:
            self._enabled = enabled
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
            self._add(words(), Evidence(words, reasons, None), harmless=False)
        for finding, evidence in self._findings:
            shown = evidence if len(finding.pictures) else None
            harmless = finding.severity == "note" or finding.applied
            remedies = self._remedy(finding) if len(finding.remedied) else []
            self._add(self._say_finding(finding), shown, harmless=harmless, also=remedies)
        for notice in self._notices:
            words, files = partial(_say, notice), partial(_examples, notice)
            look = partial(_read, self._root, notice.examples)
            examples = Evidence(words, files, look) if notice.examples else None
            self._add(words(), examples, harmless=notice.kind in _HARMLESS)
        if not self.sentences:
            self._add(self.tr("Nothing to worry about."), None, harmless=True)
        self._column.addStretch(1)

    def _say_refused(self, count: int) -> str:
        return self.tr("Files that cannot be used: {count}").format(count=number(count))

    def _say_finding(self, finding: SourceFinding) -> str:
        sentence = finding.sentence(current())
        if not finding.applied:
            return sentence
        left_out = self.tr("Left out: {count}.").format(count=number(len(finding.remedied)))
        return f"{sentence} {left_out}"

    def _remedy(self, finding: SourceFinding) -> list[QWidget]:
        act = button("undo" if finding.applied else "image-remove-outline")
        act.setText(self.tr("Put back") if finding.applied else self.tr("Leave out"))
        act.setToolTip(
            self.tr("They take part again.")
            if finding.applied
            else self.tr(
                "{count} pictures no longer take part. No file is changed; “Put back” undoes it."
            ).format(count=number(len(finding.remedied)))
        )
        act.setAccessibleDescription(finding.sentence(current()))
        act.setEnabled(self._enabled)
        act.clicked.connect(lambda: self.remedy.emit(finding.number, not finding.applied))
        return [act]

    def _add(
        self,
        sentence: str,
        evidence: Evidence | None,
        *,
        harmless: bool,
        also: Sequence[QWidget] = (),
    ) -> None:
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
        parts.extend(also)
        layout = row(*parts, spacing=GAP)
        layout.setStretch(1, 1)
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignVCenter)
        self._column.addWidget(holder(layout))


def _say(notice: SourceNotice) -> str:
    return notice.sentence(current())


def _examples(notice: SourceNotice) -> list[tuple[str, str]]:
    return [(file, "") for file in notice.examples]


def _read(root: Path, names: Sequence[str], token: StopToken) -> list[tuple[str, Pixels]]:
    """The pictures that are still where they were."""
    from importers import look_at

    return look_at(root, names, side=_SIDE, token=token)


def _with_reasons(refused: Sequence[Refused]) -> list[tuple[str, str]]:
    # Only worked out when asked for: there may be a hundred thousand.
    return [(one.file, one.reason(current())) for one in refused]
