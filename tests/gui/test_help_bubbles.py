"""Every number says what it means and in which unit; every page has one blue button."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QDoubleSpinBox,
    QHeaderView,
    QPushButton,
    QSlider,
    QSpinBox,
    QWidget,
)

from gui.main_window import MainWindow
from gui.pages.decide_parts.figure_card import FigureCard
from gui.pages.import_parts.class_table import ClassTable
from gui.pages.trial_parts.set_table import SetTable
from gui.widgets.figure_tile import FigureTile
from gui.workspace import STEPS

# Counts whose caption names what is counted, and numbers that only identify.
COUNTS = {
    "Images per class",
    "Steps",
    "Seed",
    "Seed of the split",
    "Keep whole",
    "Trainings a set",
    "Random sets",
    "Threshold: Trainings of each set",
    # Their unit changes with the value chosen, and stands beside them.
    "Least value shown",
    "Largest value shown",
}


def named(widget: QWidget, window: MainWindow) -> str:
    """What a screen reader calls it: its own name, or its caption's."""
    captions = [
        one.text()
        for one in window.findChildren(QWidget)
        if getattr(one, "buddy", None) and one.buddy() is widget
    ]
    return widget.accessibleName() or next(iter(captions), "")


def make_all(window: MainWindow) -> None:
    """All pages, and what each makes only when it is needed."""
    for part in window.pages.parts():
        part()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_number_has_a_unit_and_a_bubble(opened, language):
    window, _, run = opened
    run.add_trial({"sets": []})
    make_all(window)
    window.services.languages.use(language)
    missing, fields = [], window.findChildren(QAbstractSpinBox) + window.findChildren(QSlider)
    for field in fields:
        name = named(field, window)
        if not name or not field.toolTip():
            missing.append(f"no bubble: {name or type(field).__name__}")
        if (
            language == "en"
            and isinstance(field, QSpinBox | QDoubleSpinBox)
            and not (field.suffix().strip() or name in COUNTS)
        ):
            missing.append(f"no unit: {name}")
    for figure in [*window.findChildren(FigureTile), *window.findChildren(FigureCard)]:
        if not figure.toolTip():
            missing.append(f"no bubble: {figure.name.text()}")
    assert len(fields) > 30
    assert missing == []


def test_columns_of_numbers_say_what_they_measure(opened):
    window, _, _ = opened
    make_all(window)
    for table in [*window.findChildren(ClassTable), *window.findChildren(SetTable)]:
        header: QHeaderView = table.horizontalHeader()
        for column in range(header.count()):
            tip = header.model().headerData(
                column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
            )
            assert tip, (type(table).__name__, column)


def blue_buttons(window: MainWindow) -> list[str]:
    return [
        one.text()
        for one in window.findChildren(QPushButton)
        if one.property("primary") == "true" and one.isVisible()
    ]


def test_every_page_leads_with_one_blue_button_in_every_state(window, make_project):
    def look(state: str) -> None:
        for name in ("start", *STEPS):
            window.go(name)
            assert window.pages[name].isVisible()
            assert len(blue_buttons(window)) == 1, (state, name, blue_buttons(window))

    look("no project")
    project, run = make_project()
    run.condensed_path.rename(run.folder / "set.h5")
    window.open_project(project.path)
    look("only pictures")
    (run.folder / "set.h5").rename(run.condensed_path)
    window.open_project(project.path)
    look("condensed")
