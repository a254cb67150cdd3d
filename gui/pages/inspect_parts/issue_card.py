"""One issue: its sign, a sentence, pictures as evidence, and the way to its samples."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from engine.data.issue_report import ISSUE_KINDS, Issue, IssueKind
from engine.data.issue_words import issue_sentence, kind_word, severity_word
from gui.icons import icon
from gui.language import current
from gui.pages.inspect_parts.issue_finding import MOST_PICTURES, Found
from gui.pages.inspect_parts.look import Look
from gui.theme import GAP, PAD, TIGHT, colours
from gui.widgets.layout import Card, button, column, flowing, label, redraw_icon, row
from gui.widgets.picture_strip import PictureStrip, Shot

ISSUE_ICONS: dict[IssueKind, str] = {
    "copy": "content-copy",
    "twin": "equal",
    "other_class": "shape-outline",
    "off_style": "palette-outline",
    "saturated": "contrast-circle",
    "unnatural": "checkerboard",
    "collapsed": "arrow-collapse-all",
    "too_wide": "arrow-expand-all",
}
_SIDE = 64
Translate = Callable[[str], str]


class IssueCard(Card):
    """Arrow keys are the list's; Enter looks at the worst sample.

    Signals
    -------
    sample_asked(int)
    selected(object, object)
        Its samples and the real pictures that show it.
    stepped(int)
        To the issue below (1) or above (-1).
    """

    sample_asked = Signal(int)
    selected = Signal(object, object)
    stepped = Signal(int)

    def __init__(self, issue: Issue, found: Found, look: Look, translate: Translate) -> None:
        super().__init__()
        self.issue, self._found, self._look = issue, found, look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sign = QLabel()
        self._kind, self._severity = label("heading"), label()
        self.sentence = flowing(label(wrap=True, selectable=True))
        self.strip = PictureStrip(_SIDE, group=self._group)
        self.look_button, self.all_button = button("magnify-scan"), button("image-multiple-outline")
        self.look_button.clicked.connect(partial(self._ask, 0))
        self.all_button.clicked.connect(self._ask_all)
        self.strip.pressed.connect(lambda at: self._ask(at // self._group))
        buttons = column(self.look_button, self.all_button, None, spacing=TIGHT)
        words = column(
            row(self._sign, self._kind, self._severity, None, spacing=GAP),
            self.sentence,
            spacing=GAP,
        )
        upper = row(spacing=PAD)
        upper.addLayout(words, 1)
        upper.addLayout(buttons)
        self.body.addLayout(upper)
        self.body.addWidget(self.strip)
        self.say(translate)

    @property
    def _group(self) -> int:
        """A sample beside the picture or the twin that shows what is wrong with it."""
        return 2 if self._paired else 1

    @property
    def _paired(self) -> bool:
        issue = self.issue
        return len(issue.samples) in (len(issue.real_rows), len(issue.partners))

    def say(self, translate: Translate) -> None:
        """Say all in the language and colours of now."""
        issue, language, c = self.issue, current(), colours()
        serious = issue.severity == "serious"
        colour = c.bad if serious else c.warning
        self._sign.setPixmap(icon(ISSUE_ICONS[issue.kind], colour=colour).pixmap(22, 22))
        word = kind_word(issue.kind, language)
        self._kind.setText(word[:1].upper() + word[1:])
        self._severity.setProperty("role", "bad" if serious else "warning")
        self._severity.style().polish(self._severity)
        self._severity.setText(severity_word(issue.severity, language))
        self.sentence.setText(issue_sentence(issue, self._found.report.picture_kind, language))
        self.setAccessibleName(f"{self._kind.text()}: {self.sentence.text()}")
        self.strip.setAccessibleName(translate("Evidence"))
        self.strip.show_shots(self._shots(translate))
        self.look_button.setText(translate("Look at it"))
        self.look_button.setToolTip(translate("Show the worst sample beside real ones (Enter)"))
        self.all_button.setText(translate("Show all"))
        self.all_button.setToolTip(translate("Show its samples in the gallery"))
        for one in (self.look_button, self.all_button):
            redraw_icon(one)
            one.setAccessibleDescription(self.sentence.text())

    def _shots(self, translate: Translate) -> list[Shot]:
        issue, real = self.issue, translate("real")
        samples = [one for one in issue.samples if one in range(len(self._look.condensed.images))]
        shots = []
        for place, sample in enumerate(samples[:MOST_PICTURES]):
            shots.append(self._sample_shot(sample))
            if self._paired and issue.partners:
                shots.append(self._sample_shot(issue.partners[place]))
            elif self._paired:
                shots.append(Shot(self._found.real.get(issue.real_rows[place]), real))
        if not self._paired:
            shots += [
                Shot(self._found.real[row_], real)
                for row_ in issue.real_rows[:MOST_PICTURES]
                if row_ in self._found.real
            ]
        return shots

    def _sample_shot(self, sample: int) -> Shot:
        look = self._look
        if sample not in range(len(look.condensed.images)):
            return Shot(None, "")
        name = look.class_names[look.label_of(sample)]
        return Shot(look.condensed.images[sample], f"{name} {look.place_of(sample)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter looks at the worst sample; a scroll area would take the arrow keys."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._ask(0)
        else:
            super().keyPressEvent(event)

    def _ask(self, place: int) -> None:
        samples = self.issue.samples
        self.sample_asked.emit(samples[min(place, len(samples) - 1)])

    def _ask_all(self) -> None:
        self.selected.emit(
            sorted({*self.issue.samples, *self.issue.partners}), sorted(set(self.issue.real_rows))
        )


def issue_word(kind: str) -> str:
    """What an issue is called in the window's language."""
    return next((kind_word(one, current()) for one in ISSUE_KINDS if one == kind), kind)
