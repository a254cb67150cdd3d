"""What a page says first: its title, what it is for, and the way on while there are no pictures."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True)
class FirstWords:
    """In the language of now; ``way`` stands on the button below ``sentence``."""

    title: str
    about: str
    sentence: str
    way: str


# Beside the sentence, the same on the page and on its door.
PICTURES = {
    "import": "folder-image",
    "condense": "folder-image",
    "inspect": "magnify-scan",
    "trial": "water-outline",
    "decide": "scale-balance",
}


def first_words(name: str) -> FirstWords:
    """Of a step."""
    return {
        "import": _import,
        "condense": _condense,
        "inspect": _inspect,
        "trial": _trial,
        "decide": _decide,
    }[name]()


def _import() -> FirstWords:
    translate = QCoreApplication.translate
    return FirstWords(
        translate("ImportPage", "Import"),
        translate(
            "ImportPage", "What do you have? Pictures are prepared once and kept in the project."
        ),
        translate(
            "ImportPage",
            "No pictures yet. Choose a folder: one subfolder a class, with train and test "
            "folders or without, or a flat folder with a CSV list. Or drop it here.",
        ),
        translate("ImportPage", "New from folder…"),
    )


def _condense() -> FirstWords:
    translate = QCoreApplication.translate
    return FirstWords(
        translate("CondensePage", "Condense"),
        translate("CondensePage", "Condense learns a few synthetic samples of each class."),
        translate(
            "CondensePage",
            "No pictures yet. Import a folder of pictures first; then Condense learns a few "
            "synthetic samples of each class from them.",
        ),
        translate("CondensePage", "Go to Import"),
    )


def _inspect() -> FirstWords:
    translate = QCoreApplication.translate
    return FirstWords(
        translate("InspectPage", "Inspect"),
        translate(
            "InspectPage",
            "Would you trust it? Compare each synthetic sample with the real ones.",
        ),
        translate("InspectPage", "No pictures yet. Import a folder, then condense it."),
        translate("InspectPage", "Import…"),
    )


def _trial() -> FirstWords:
    translate = QCoreApplication.translate
    return FirstWords(
        translate("TrialPage", "Trial training"),
        translate(
            "TrialPage",
            "Does the condensed set train as well as real samples? The same model is trained "
            "on each set and tested on held-out real pictures.",
        ),
        translate(
            "TrialPage",
            "No pictures yet. Import a folder; then condense it, and try the result.",
        ),
        translate("TrialPage", "Import…"),
    )


def _decide() -> FirstWords:
    translate = QCoreApplication.translate
    return FirstWords(
        translate("DecidePage", "Decide"),
        translate(
            "DecidePage",
            "Is it worth it? The newest trial of this run, weighed with your costs.",
        ),
        translate(
            "DecidePage", "No pictures yet. Import a folder, condense it and try the result."
        ),
        translate("DecidePage", "Import…"),
    )
