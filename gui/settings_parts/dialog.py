"""The settings: sections at the left, fields at the right, nothing holds before OK."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QWidget,
)

from engine.runtime import UserError
from gui.language import Translated, current, say
from gui.settings import Settings, Value
from gui.settings.checking import allowed
from gui.settings.exchange import export_settings, import_settings
from gui.settings.schema import SECTIONS, entries
from gui.settings_parts.editors import Editor
from gui.settings_parts.section_page import SectionPage
from gui.shortcuts.commands import COMMANDS
from gui.theme import GAP, PAD, PAGE, ROW
from gui.widgets.layout import button, column, flowing, label, row, scrolled, set_role

_SIZE = (860, 620)
_LIST_WIDTH = 190
_CURRENCY = "costs.currency"


class SettingsDialog(Translated, QDialog):
    """Made from the schema; what a policy sets is shown but cannot be changed."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._settings = settings
        # Keys come with an import; they have a dialog of their own.
        self._keys: dict[str, Value] = {}
        self.sections = QListWidget()
        self.pages = QStackedWidget()
        self._section_pages = [self._page(place) for place in range(len(SECTIONS))]
        self.said = flowing(label(wrap=True, selectable=True))
        self.take, self.give = button("import"), button("export")
        self.ok, self.leave = button(primary=True), button()
        self._assemble()
        self._connect()
        for name in self.editors:
            self._show(name, settings.value(name))
        self._show_currency()
        self.sections.setCurrentRow(0)
        self.bind(self._say)

    @property
    def editors(self) -> dict[str, Editor]:
        """The control of each entry, by its name."""
        return {name: one for page in self._section_pages for name, one in page.editors.items()}

    def _page(self, place: int) -> SectionPage:
        section, policy = SECTIONS[place], self._settings.policy
        mine = [one for one in entries().values() if one.section == section]
        page = SectionPage(section, mine, firm=frozenset(policy.values), policy=policy.path)
        page.changed.connect(self._edited)
        self.pages.addWidget(scrolled(page))
        item = QListWidgetItem(self.sections)
        item.setSizeHint(QSize(0, ROW))
        return page

    def _assemble(self) -> None:
        self.sections.setFixedWidth(_LIST_WIDTH)
        middle = row(self.sections, self.pages, spacing=PAD)
        middle.setStretch(1, 1)
        buttons = row(self.take, self.give, None, self.leave, self.ok, spacing=GAP)
        layout = column(middle, self.said, buttons, spacing=PAD)
        layout.setStretch(0, 1)
        layout.setContentsMargins(PAGE, PAGE, PAGE, PAD)
        self.setLayout(layout)
        for one in (self.take, self.give, self.leave):
            one.setAutoDefault(False)
        self.ok.setDefault(True)

    def _connect(self) -> None:
        self.sections.currentRowChanged.connect(self.pages.setCurrentIndex)
        self.take.clicked.connect(self._ask_import)
        self.give.clicked.connect(self._ask_export)
        self.ok.clicked.connect(self.accept)
        self.leave.clicked.connect(self.reject)

    # --- what is shown --------------------------------------------------------------------------

    def values(self) -> dict[str, Value]:
        """The value of each entry as shown, and keys that an import brought."""
        return {name: one.value() for name, one in self.editors.items()} | self._keys

    def tell(self, sentence: str, *, bad: bool = False) -> None:
        """Say something below the fields; an empty sentence takes it away."""
        set_role(self.said, "bad" if bad else "")
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _show(self, name: str, value: Value) -> None:
        self.editors[name].show_value(value)
        page = next(one for one in self._section_pages if name in one.editors)
        page.refresh(entries()[name])

    def _show_currency(self) -> None:
        currency = str(self.editors[_CURRENCY].value())
        for one in self.editors.values():
            one.show_currency(currency)

    def _edited(self, name: str) -> None:
        if name == _CURRENCY:
            self._show_currency()

    def _say(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.sections.setAccessibleName(self.tr("Sections"))
        for place, section in enumerate(SECTIONS):
            self.sections.item(place).setText(say(f"settings.{section}"))
        self.sections.setAccessibleDescription(self.tr("Each shows its settings beside the list."))
        self.take.setText(self.tr("Import settings…"))
        self.take.setToolTip(self.tr("From a file that another workstation has exported"))
        self.give.setText(self.tr("Export settings…"))
        self.give.setToolTip(self.tr("For other workstations; nothing personal goes with it"))
        self.ok.setText(self.tr("OK"))
        self.ok.setToolTip(self.tr("Keeps the changes and closes this window"))
        self.leave.setText(self.tr("Cancel"))
        self.leave.setToolTip(self.tr("Closes this window without a change"))
        policy = self._settings.policy
        some = bool(policy.values)
        self.tell(say("settings.some_by_policy", file=policy.path) if some else "")

    # --- what the user does ---------------------------------------------------------------------

    def accept(self) -> None:
        """Let what is shown hold, if all of it is allowed."""
        values = self.values()
        for name, value in values.items():
            try:
                allowed(name, value)
            except ValueError:
                self._point_at(name)
                return
        super().accept()
        self._settings.change(values)

    def _point_at(self, name: str) -> None:
        title = entries()[name].title(current())
        self.tell(say("settings.not_allowed", name=title), bad=True)
        self.sections.setCurrentRow(SECTIONS.index(entries()[name].section))
        self.editors[name].control.setFocus()

    def _ask_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import settings"), "", self.tr("Settings (*.json)")
        )
        if path:
            self.import_from(Path(path))

    def import_from(self, path: Path) -> None:
        """Show the settings of a file, and say what was taken and what not."""
        try:
            taken = import_settings(path, self._settings, current())
        except UserError as error:
            self.tell(say(error.key, **error.params), bad=True)
            return
        for name, value in taken.values.items():
            if name in self.editors:
                self._show(name, value)
            else:
                self._keys[name] = value
        self._show_currency()
        self.tell(taken.sentence)

    def _ask_export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export settings"), "shizuku-settings.json", self.tr("Settings (*.json)")
        )
        if path:
            self.export_to(Path(path))

    def export_to(self, path: Path) -> None:
        """Write what is shown, with the keys that were changed."""
        keys: dict[str, Value] = {
            f"shortcuts.{name}": list(those)
            for name, those in self._settings.values.shortcuts.items()
            if name in COMMANDS
        }
        try:
            export_settings(path, keys | self.values())
        except UserError as error:
            self.tell(say(error.key, **error.params), bad=True)
        else:
            self.tell(say("settings.exported", file=path))
