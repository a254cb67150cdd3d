"""Settings and keys in the window: dialogs alone, number fields, what follows them."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.settings import Settings
from gui.settings.policy import Policy
from gui.settings_parts.dialog import SettingsDialog
from gui.shortcuts.dialog import ShortcutsDialog
from gui.shortcuts.keys import key_of, key_sign, on_key, use_keys
from gui.widgets.number_field import DecimalField, NumberField, WholeField

ROOT = Path(__file__).parents[2]


@pytest.fixture
def make(qtbot):
    """A dialog that is shown; the settings are given back with it."""

    def made(kind, own=None, **policy):
        path = Path("/etc/shizuku/policy.json")
        settings = Settings(own, policy=Policy(policy, path) if policy else None)
        dialog = kind(settings)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog, settings

    yield made
    use_keys({})


def commit(widget, text):
    """What a Japanese input method sends when its text is confirmed."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        (WholeField, "１２８", 128),
        (DecimalField, "１２。５", 12.5),
        (NumberField, "－３．２", -3.2),
        (NumberField, "１、２００", 1200),
    ],
)
def test_full_width_digits_are_numbers(qtbot, kind, typed, value):
    field = kind()
    field.setRange(-10_000, 10_000)
    if kind is not WholeField:
        field.setDecimals(1)
    field.setSuffix(" px")
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    field.selectAll()
    for letter in typed:
        commit(field, letter)
    field.interpretText()
    assert field.value() == pytest.approx(value)


def test_every_spin_box_of_the_window_understands_them():
    plain = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "gui").rglob("*.py")
        if path.name != "number_field.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name) and node.id in ("QSpinBox", "QDoubleSpinBox")
    ]
    # Elsewhere the names stand for types of steps or are asked for, never made or derived from.
    assert plain == []


def test_the_dialog_shows_changes_and_keeps_on_ok(make):
    dialog, settings = make(SettingsDialog, {"theme": "dark"})
    editors = dialog.editors
    assert editors["theme"].value() == "dark"
    assert editors["memory"].value() is None
    memory = editors["memory"].control
    memory.setFocus()
    memory.selectAll()
    commit(memory, "１６")
    editors["costs.currency"].show_value("EUR")
    dialog.ok.click()
    assert settings.values.memory == 16
    assert settings.values.costs.currency == "EUR"
    assert Settings.load().values == settings.values


def test_a_field_goes_back_to_its_default_and_cancel_keeps_nothing(make):
    dialog, settings = make(SettingsDialog, {"threads": 2})
    page = next(one for one in dialog._section_pages if "threads" in one.editors)
    dialog.sections.setCurrentRow(1)
    assert page.resets["threads"].isVisible()
    assert not page.resets["memory"].isVisible()
    page.resets["threads"].click()
    assert page.editors["threads"].value() is None
    assert not page.resets["threads"].isVisible()
    dialog.leave.click()
    assert settings.values.threads == 2


def test_what_the_policy_sets_is_grey_with_the_reason(make):
    dialog, settings = make(SettingsDialog, {"theme": "dark"}, device="cpu")
    device = dialog.editors["device"]
    assert not device.isEnabled()
    assert device.value() == "cpu"
    assert "policy.json" in device.control.accessibleDescription()
    assert "policy.json" in dialog.said.text()
    assert dialog.editors["theme"].isEnabled()
    dialog.ok.click()
    assert settings.values.device == "cpu"


def test_a_folder_that_cannot_be_one_is_pointed_at(make):
    dialog, settings = make(SettingsDialog)
    dialog.editors["projects_folder"].edit.setText("not/whole")
    dialog.sections.setCurrentRow(2)
    dialog.ok.click()
    assert dialog.isVisible()
    assert "Folder of new projects" in dialog.said.text()
    assert dialog.sections.currentRow() == 0
    assert settings.values.projects_folder == ""


def test_settings_go_to_another_workstation(make, tmp_path):
    dialog, _ = make(SettingsDialog, {"threads": 3, "shortcuts.judge.hold": ["H"]})
    path = tmp_path / "all.json"
    dialog.export_to(path)
    assert str(path) in dialog.said.text()
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["threads"] == 3
    assert not {"recent", "inspector", "inspectors"} & set(found)
    other, settings = make(SettingsDialog)
    other.import_from(path)
    assert "all.json" in other.said.text()
    assert settings.values.threads is None
    other.ok.click()
    assert settings.values.threads == 3
    assert settings.values.shortcuts == {"judge.hold": ("H",)}
    other.import_from(tmp_path / "none.json")
    assert "not found" in other.said.text()


# --- keys -----------------------------------------------------------------------------------------


def test_a_key_of_another_is_told_and_can_be_taken_over(make):
    dialog, settings = make(ShortcutsDialog)
    dialog.tree.setCurrentItem(dialog.items["judge.accepted"])
    dialog.edits[0].setKeySequence(QKeySequence("2"))
    assert "Reject the sample" in dialog.said.text()
    assert dialog.keys["judge.accepted"] == ("1",)
    assert dialog.edits[0].keySequence().toString() == "1"
    dialog.instead.click()
    assert dialog.keys["judge.accepted"] == ("2",)
    assert dialog.keys["judge.rejected"] == ()
    dialog.ok.click()
    assert settings.values.shortcuts == {"judge.accepted": ("2",), "judge.rejected": ()}


def test_keys_can_be_added_taken_away_and_put_back(make):
    dialog, settings = make(ShortcutsDialog, {"shortcuts.judge.note": ["M"]})
    dialog.tree.setCurrentItem(dialog.items["judge.note"])
    dialog.edits[1].setKeySequence(QKeySequence("Ctrl+M"))
    assert dialog.keys["judge.note"] == ("M", "Ctrl+M")
    dialog.edits[0].clear()
    assert dialog.keys["judge.note"] == ("Ctrl+M",)
    dialog.edits[0].setKeySequence(QKeySequence("Return"))
    assert "needed" in dialog.said.text()
    dialog.reset.click()
    assert dialog.keys["judge.note"] == ("N",)
    dialog.tree.setCurrentItem(dialog.items["map.step"])
    assert not dialog.edits[0].isEnabled()
    dialog.ok.click()
    assert settings.values.shortcuts == {}


def test_a_policy_holds_keys_too(make):
    dialog, _ = make(ShortcutsDialog, **{"shortcuts.judge.hold": ["H"]})
    dialog.tree.setCurrentItem(dialog.items["judge.hold"])
    assert dialog.edits[0].keySequence().toString() == "H"
    assert not dialog.edits[0].isEnabled()
    dialog.reset_all.click()
    assert dialog.keys["judge.hold"] == ("H",)


def test_keys_follow_while_the_window_is_open(qtbot):
    widget, pressed = QWidget(), []
    qtbot.addWidget(widget)
    on_key("judge.hold", widget, lambda: pressed.append("hold"))
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    QTest.keyClick(widget, Qt.Key.Key_3)
    use_keys({"judge.hold": ("H",)})
    try:
        QTest.keyClick(widget, Qt.Key.Key_3)
        QTest.keyClick(widget, Qt.Key.Key_H)
        assert pressed == ["hold", "hold"]
        assert key_of("judge.hold") == "H"
    finally:
        use_keys({})
    assert [key_sign(one) for one in ("Shift+Left", "Ctrl++", "+")] == ["Shift+←", "Ctrl++", "+"]


def test_the_open_window_follows_settings_and_keys(window):
    settings = window.services.settings
    settings.change(
        {"language": "ja", "keep_awake": False, "shortcuts.judge.accepted": ["Q"], "threads": 1}
    )
    assert window.rail.words()["condense"] == "濃縮"
    assert not window.jobs.keeps_awake
    bar = window.pages["inspect"].verdicts
    assert bar.buttons["accepted"].text().endswith("Q")
    assert "× 1" in window.strip.machine.text()
    settings.change({"shortcuts.judge.accepted": ["1"], "threads": None})
    assert bar.buttons["accepted"].text().endswith("1")
