"""A section of the settings: each with its name, its control, a sentence and a way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from gui.icons import icon
from gui.language import TranslatedWidget, current, say
from gui.settings.schema import Entry, Section
from gui.settings_parts.editors import Editor, SwitchEditor, editor_of
from gui.theme import GAP, PAD, TIGHT
from gui.widgets.layout import column, label

_TITLE_WIDTH = 170


class SectionPage(TranslatedWidget):
    """Fields of a section; ``firm`` names those that a policy at ``policy`` sets."""

    changed = Signal(str)

    def __init__(
        self,
        section: Section,
        entries: Sequence[Entry],
        *,
        firm: frozenset[str],
        policy: Path | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._section, self._firm, self._policy = section, firm, policy
        self.editors: dict[str, Editor] = {}
        self.resets: dict[str, QToolButton] = {}
        self._titles: dict[str, QLabel] = {}
        self._helps: dict[str, QLabel] = {}
        self._heading, self._about = label("heading"), label("muted", wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(PAD)
        self._grid.setVerticalSpacing(TIGHT)
        self._grid.setColumnMinimumWidth(0, _TITLE_WIDTH)
        self._grid.setColumnStretch(1, 1)
        for entry in entries:
            self._add(entry)
        layout = column(self._heading, self._about, GAP, self._grid, None, spacing=TIGHT)
        layout.setContentsMargins(PAD, 0, PAD, PAD)
        self.setLayout(layout)
        self.bind(self._say)

    def _add(self, entry: Entry) -> None:
        editor, title, words = editor_of(entry), label(wrap=True), label("muted", wrap=True)
        title.setBuddy(editor.control)
        reset = QToolButton()
        reset.setIconSize(QSize(16, 16))
        policy = reset.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        reset.setSizePolicy(policy)
        place = self._grid.rowCount()
        self._grid.addWidget(title, place, 0)
        self._grid.addWidget(editor, place, 1)
        self._grid.addWidget(reset, place, 2)
        self._grid.addWidget(words, place + 1, 1)
        self._grid.setRowMinimumHeight(place + 2, GAP)
        firm = entry.name in self._firm
        editor.setEnabled(not firm)
        reset.clicked.connect(partial(self._reset, entry))
        editor.changed.connect(partial(self._edited, entry))
        self.editors[entry.name], self.resets[entry.name] = editor, reset
        self._titles[entry.name], self._helps[entry.name] = title, words

    def refresh(self, entry: Entry) -> None:
        """Offer the way back to the default where there is one."""
        differs = self.editors[entry.name].value() != entry.default
        self.resets[entry.name].setVisible(differs and entry.name not in self._firm)

    def _edited(self, entry: Entry) -> None:
        self.refresh(entry)
        self.changed.emit(entry.name)

    def _reset(self, entry: Entry, _checked: bool = False) -> None:
        editor = self.editors[entry.name]
        editor.control.setFocus()
        editor.show_value(entry.default)
        self._edited(entry)

    def _say(self) -> None:
        self._heading.setText(say(f"settings.{self._section}"))
        self._about.setText(say(f"settings.{self._section}.help"))
        for name, editor in self.editors.items():
            title, meaning = editor.entry.title(current()), editor.entry.help(current())
            if name in self._firm:
                meaning = say("settings.by_policy", file=self._policy)
            self._titles[name].setText("" if isinstance(editor, SwitchEditor) else title)
            self._helps[name].setText(meaning)
            self._helps[name].setVisible(bool(meaning))
            editor.control.setAccessibleName(title)
            editor.control.setAccessibleDescription(meaning)
            reset = self.resets[name]
            reset.setIcon(icon("restore"))
            reset.setToolTip(self.tr("Back to the default"))
            reset.setAccessibleName(self.tr("Back to the default: {name}").format(name=title))
