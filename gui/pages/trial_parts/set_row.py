"""A set that may take part in a trial."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from engine.trial.results import SetName
from gui.language import TranslatedWidget, number
from gui.pages.trial_parts.words import set_title
from gui.widgets.layout import column, flowing, label, row

_INDENT = 26


class SetRow(TranslatedWidget):
    """A check mark, the number of pictures, and what the set is."""

    def __init__(self, name: SetName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._images: int | None = None
        self.check = QCheckBox()
        self.check.setChecked(True)
        self.count = label("muted")
        self.about = flowing(label("muted", wrap=True))
        about = row(_INDENT, self.about, spacing=0)
        about.setStretch(1, 1)
        self.setLayout(column(row(self.check, None, self.count), about, spacing=2))
        if name == "packed":
            self.hide()  # the others are never shown by hand: alone they would be windows
        self.bind(self._say)

    def show_count(self, images: int | None) -> None:
        """Pictures of the set; None while unknown."""
        self._images = images
        # Only a packed condensed set has a packed counterpart.
        self.setHidden(self.name == "packed" and images is None)
        self._say()

    def allow(self, allowed: bool) -> None:
        """Whether it may be chosen now; the condensed set always takes part."""
        self.check.setEnabled(allowed and self.name != "condensed")

    def _say(self) -> None:
        self.check.setText(set_title(self.name))
        self.about.setText(self._sentence())
        count = self.tr("pictures: {count}")
        known = self._images is not None
        self.count.setText(count.format(count=number(self._images or 0)) if known else "")
        self.check.setAccessibleDescription(f"{self.count.text()} {self.about.text()}")
        if self.name == "condensed":
            self.check.setToolTip(self.tr("The condensed set always takes part."))

    def _sentence(self) -> str:
        return {
            "condensed": self.tr("The synthetic samples of this run, exactly as exported."),
            "random": self.tr("Real samples of the same size, drawn at random: costs nothing."),
            "kmeans": self.tr("Real samples of the same size, chosen to be typical: cheap."),
            "herding": self.tr(
                "Real samples of the same size whose mean is near that of their class: cheap."
            ),
            "kcenter": self.tr(
                "Real samples of the same size, spread as widely as they go: cheap."
            ),
            "packed": self.tr(
                "Random real samples, reduced and packed like the condensed set: "
                "as many pictures in the same bytes."
            ),
            "full": self.tr("All real training samples: what can be reached. Takes longest."),
        }[self.name]
