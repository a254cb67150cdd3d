"""The left rail: the five steps of the stream with icon, word and state."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from gui.icons import icon
from gui.language import TranslatedWidget
from gui.shortcuts.keys import with_key
from gui.theme import GAP, TIGHT, colours
from gui.widgets.layout import column
from gui.workspace import STEPS, StepName, StepState

ICONS: dict[str, str] = {
    "start": "home-outline",
    "import": "folder-image",
    "condense": "water-outline",
    "inspect": "magnify-scan",
    "trial": "chart-line",
    "decide": "scale-balance",
}
_WIDTH = 190


class Rail(TranslatedWidget):
    """Emits :attr:`chosen` with a step's name, or ``"start"``; :attr:`guide` is for the window."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        self._states: dict[StepName, StepState] = {}
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        layout = column(spacing=TIGHT)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        for name in ("start", *STEPS):
            made = QToolButton()
            made.setProperty("step", "true")
            made.setCheckable(True)
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            made.setIconSize(QSize(22, 22))
            made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            made.setMinimumHeight(48)
            made.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self._group.addButton(made)
            self.buttons[name] = made
            layout.addWidget(made)
            if name == "start":
                layout.addSpacing(GAP)
        self.guide = QToolButton()
        self.guide.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.guide.setIconSize(QSize(22, 22))
        self.guide.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout.addStretch(1)
        layout.addWidget(self.guide)
        self.setLayout(layout)
        self.bind(self._draw)

    def words(self) -> dict[str, str]:
        """What each step is called."""
        return {
            "start": self.tr("Start"),
            "import": self.tr("Import"),
            "condense": self.tr("Condense"),
            "inspect": self.tr("Inspect"),
            "trial": self.tr("Trial"),
            "decide": self.tr("Decide"),
        }

    def select(self, name: str) -> None:
        """Mark a step as the one shown."""
        self.buttons[name].setChecked(True)

    def show_states(self, states: dict[StepName, StepState]) -> None:
        """Show where each step stands; empty: no project is open."""
        self._states = states
        self._draw()

    def _draw(self) -> None:
        words = self.words()
        c = colours()
        self.guide.setText(with_key(self.tr("Guide"), "help.guide"))
        self.guide.setIcon(icon("help-circle-outline"))
        self.guide.setToolTip(self.tr("Opens the guide at the page shown"))
        self.guide.setAccessibleDescription(self.guide.toolTip())
        for name, made in self.buttons.items():
            made.setText(words[name])
            made.setIcon(icon(ICONS[name]))
            if name == "start":
                made.setToolTip(self.tr("Recent projects, new project"))
                continue
            step = self._states.get(name)  # type: ignore[call-overload]  # "start" is no step
            if step is None:
                state = self.tr("ready") if name == "import" else self.tr("no project yet")
            elif step.state == "done":
                state = self.tr("done")
                made.setIcon(icon("check-circle-outline", colour=c.good))
            elif step.state == "ready":
                state = self.tr("ready")
                made.setIcon(icon(ICONS[name], colour=c.accent))
            else:
                state = self.tr("needs: {step}").format(step=words[step.needs or "import"])
                made.setIcon(icon(ICONS[name], muted=True))
            made.setText(f"{words[name]}\n{state}")
            made.setToolTip(f"{words[name]}: {state}")
            made.setAccessibleName(words[name])
            made.setAccessibleDescription(state)
