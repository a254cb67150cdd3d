"""Icons from QtAwesome's fonts (inside the package), in the theme's colours."""

from __future__ import annotations

import qtawesome
from PySide6.QtGui import QIcon

from gui.theme import colours


def icon(name: str, *, on_accent: bool = False, muted: bool = False, colour: str = "") -> QIcon:
    """An icon of the Material Design set, e.g. ``"folder-open-outline"``.

    Parameters
    ----------
    on_accent : bool
        For a primary button.
    muted : bool
        For decoration.
    colour : str
        A colour of the theme; overrides both.
    """
    c = colours()
    chosen = colour or (c.on_accent if on_accent else c.muted if muted else c.text)
    made: QIcon = qtawesome.icon(
        f"mdi6.{name}", color=chosen, color_disabled=c.muted, color_selected=c.on_accent
    )
    return made
