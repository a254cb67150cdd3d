"""All keys by page: looked up, changed, put back; two commands never share one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.language import Translated, current, say
from gui.settings import Settings, Value
from gui.shortcuts.commands import (
    COMMANDS,
    MOST_KEYS,
    PLACES,
    Command,
    Place,
    allowed_key,
    conflict,
    keys_with,
    place_title,
)
from gui.shortcuts.keys import key_sign
from gui.theme import GAP, PAD, PAGE, ROW, TIGHT
from gui.widgets.layout import Card, button, column, flowing, label, row, set_role

_SIZE = (800, 660)
_KEYS_WIDTH = 260
_EDIT_WIDTH = 176
_NAME = Qt.ItemDataRole.UserRole


class ShortcutsDialog(Translated, QDialog):
    """A list of commands, and below it the keys of the one chosen; nothing holds before OK."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._settings = settings
        self.keys = keys_with(settings.values.shortcuts)
        self._wanted: tuple[str, int, str] | None = None
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.items: dict[str, QTreeWidgetItem] = {}
        self.title, self.said = label("heading"), flowing(label("muted", wrap=True))
        self.edits = [_KeyEdit() for _ in range(MOST_KEYS)]
        self.reset, self.instead = button("restore"), button("swap-horizontal")
        self.reset_all, self.ok, self.leave = button("restore"), button(primary=True), button()
        self._fill()
        self._assemble()
        self._connect()
        self.bind(self._say)
        self.tree.setCurrentItem(self.items["page.start"])

    def _fill(self) -> None:
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(False)
        self._groups: dict[Place, QTreeWidgetItem] = {}
        for place in PLACES:
            group = QTreeWidgetItem(self.tree)
            group.setSizeHint(0, QSize(0, ROW))
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.setFirstColumnSpanned(True)
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            self._groups[place] = group
        for name, command in COMMANDS.items():
            item = QTreeWidgetItem(self._groups[command.place])
            item.setData(0, _NAME, name)
            item.setSizeHint(0, QSize(0, ROW - TIGHT))
            self.items[name] = item
        self.tree.expandAll()
        head = self.tree.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(1, _KEYS_WIDTH)

    def _assemble(self) -> None:
        card = Card()
        card.body.addWidget(self.title)
        card.body.addLayout(row(*self.edits, None, self.reset, spacing=GAP))
        said = row(self.said, self.instead, spacing=GAP)
        said.setStretch(0, 1)
        card.body.addLayout(said)
        buttons = row(self.reset_all, None, self.leave, self.ok, spacing=GAP)
        layout = column(self.search, self.tree, card, buttons, spacing=PAD)
        layout.setStretch(1, 1)
        layout.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(layout)
        for one in (self.reset, self.instead, self.reset_all, self.leave):
            one.setAutoDefault(False)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(lambda _now, _before: self._show_chosen())
        for place, edit in enumerate(self.edits):
            edit.keySequenceChanged.connect(partial(self._entered, place))
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._reset_all)
        self.instead.clicked.connect(self._take_over)
        self.ok.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)

    # --- what is shown --------------------------------------------------------------------------

    @property
    def chosen(self) -> Command | None:
        """The command chosen in the list."""
        item = self.tree.currentItem()
        name = None if item is None else item.data(0, _NAME)
        return COMMANDS.get(name) if name else None

    def _firm(self, command: Command) -> bool:
        return self._settings.is_firm(f"shortcuts.{command.name}")

    def _show_chosen(self) -> None:
        command = self.chosen
        self._wanted = None
        free = command is not None and not command.fixed and not self._firm(command)
        those = () if command is None else self.keys.get(command.name, command.keys)
        for place, edit in enumerate(self.edits):
            edit.show_key(those[place] if place < len(those) else "")
            edit.setEnabled(free)
        self.title.setText("" if command is None else command.title(current()))
        self.reset.setEnabled(free and command is not None and those != command.keys)
        self._tell(self._note(command))

    def _note(self, command: Command | None) -> str:
        if command is None:
            return self.tr("Choose a command to change its keys.")
        if command.fixed:
            return self.tr("These keys belong to the kind of view and stay as they are.")
        if self._firm(command):
            return say("settings.by_policy", file=self._settings.policy.path)
        return self.tr("Click a field and press the keys you want.")

    def _tell(self, sentence: str, *, bad: bool = False, instead: bool = False) -> None:
        set_role(self.said, "bad" if bad else "muted")
        self.said.setText(sentence)
        self.instead.setVisible(instead)

    def _draw(self) -> None:
        for name, item in self.items.items():
            command = COMMANDS[name]
            those = self.keys.get(name, command.keys)
            item.setText(0, command.title(current()))
            item.setText(1, "   ".join(key_sign(key) for key in those))
        self._show_chosen()

    def _filter(self, words: str) -> None:
        wanted = words.casefold().strip()
        for group in self._groups.values():
            mine = [one for one in self.items.values() if one.parent() is group]
            for item in mine:
                item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())
            group.setHidden(all(one.isHidden() for one in mine))

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.search.setPlaceholderText(self.tr("Search commands and keys"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.tree.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setAccessibleDescription(
            self.tr("Choose a command, then press its new keys below.")
        )
        for place, group in self._groups.items():
            group.setText(0, place_title(place, current()))
        for number, edit in enumerate(self.edits, 1):
            edit.name(self.tr("Key {number}").format(number=number))
        self.reset.setText(self.tr("Default"))
        self.reset.setToolTip(self.tr("The keys this command comes with"))
        self.reset_all.setText(self.tr("All to their defaults"))
        self.reset_all.setToolTip(self.tr("The keys all commands come with"))
        self.instead.setText(self.tr("Use it here instead"))
        self.ok.setText(self.tr("OK"))
        self.ok.setToolTip(self.tr("Keeps the changes and closes this window"))
        self.leave.setText(self.tr("Cancel"))
        self.leave.setToolTip(self.tr("Closes this window without a change"))
        self._draw()

    # --- what the user does ---------------------------------------------------------------------

    def _entered(self, place: int, sequence: QKeySequence) -> None:
        command = self.chosen
        if command is not None:
            self.give(command.name, place, sequence.toString())

    def give(self, name: str, place: int, key: str) -> None:
        """Give a command a key, in Qt's portable spelling; an empty one takes it away."""
        mine = list(self.keys[name])
        if place < len(mine) and mine[place] == key:
            return
        if key and not allowed_key(key):
            self._show_chosen()
            self._tell(
                self.tr("{key} is needed to move around the window.").format(key=key_sign(key)),
                bad=True,
            )
            return
        other = conflict(name, key, self.keys) if key else ""
        if other:
            self._show_chosen()
            self._wanted = (name, place, key)
            self._tell(self._taken(key, COMMANDS[other]), bad=True, instead=not self._held(other))
            return
        if place < len(mine):
            mine[place] = key
        else:
            mine.append(key)
        self.keys[name] = tuple(dict.fromkeys(one for one in mine if one))
        self._draw()

    def _taken(self, key: str, other: Command) -> str:
        return self.tr("{key} is used already: {command} ({place}).").format(
            key=key_sign(key),
            command=other.title(current()),
            place=place_title(other.place, current()),
        )

    def _held(self, name: str) -> bool:
        return self._firm(COMMANDS[name])

    def _take_over(self) -> None:
        """Take the key from the command that has it."""
        if self._wanted is None:
            return
        name, place, key = self._wanted
        while other := conflict(name, key, self.keys):
            self.keys[other] = tuple(one for one in self.keys[other] if one != key)
        self.give(name, place, key)

    def _reset(self) -> None:
        """The keys of the command chosen as they come; what has them now gives them back."""
        command = self.chosen
        if command is None:
            return
        for key in command.keys:
            while other := conflict(command.name, key, self.keys):
                self.keys[other] = tuple(one for one in self.keys[other] if one != key)
        self.keys[command.name] = command.keys
        self._draw()

    def _reset_all(self) -> None:
        firm = {name: those for name, those in self.keys.items() if self._held(name)}
        self.keys = keys_with(firm)
        self._draw()

    def accept(self) -> None:
        """Let the keys hold, here and from the next start on."""
        values: dict[str, Value] = {
            f"shortcuts.{name}": list(those) for name, those in self.keys.items()
        }
        super().accept()
        self._settings.change(values)


class _KeyEdit(QKeySequenceEdit):
    """One key with what is held; shows and gives Qt's portable spelling."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.setFixedWidth(_EDIT_WIDTH)
        # A Japanese input method would take the letters for itself.
        for part in (self, *self.findChildren(QLineEdit)):
            part.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def show_key(self, key: str) -> None:
        """Show a key without telling."""
        with QSignalBlocker(self):
            self.setKeySequence(QKeySequence(key))

    def name(self, words: str) -> None:
        """What screen readers call it."""
        for part in (self, *self.findChildren(QLineEdit)):
            part.setAccessibleName(words)
