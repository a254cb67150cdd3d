"""Walks through the window in a process of its own, whose scale is set before Qt starts.

python -m tests.gui.walk_child PROJECT DETECTOR FOLDER WIDTH HEIGHT everything|texts|pages
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QWidget

from gui.app import application, make_window
from gui.pages.condense_parts.estimator import Estimator
from gui.pages.trial_parts import curve_dialog
from gui.settings import Settings
from tests.gui.cut_texts import Elisions, cut_texts
from tests.gui.spoken import speechless, tab_jumps, unexplained, unseen_focus
from tests.gui.walking import everything, settle


def answered(estimator: Any) -> None:
    """Measuring how long a run would take compiles for a while, and is no matter here."""
    if estimator._question() is not None:
        found = SimpleNamespace(seconds=60.0, memory_bytes=1_000_000, available_bytes=8_000_000_000)
        estimator._answer(found, None)


def main() -> None:
    """Write what was found as JSON."""
    project, detector, folder = (Path(one) for one in sys.argv[1:4])
    width, height, what = int(sys.argv[4]), int(sys.argv[5]), sys.argv[6]
    Settings({"language": "en", "theme": "light"}).save()
    Estimator.ask = answered
    curve_dialog.times_of = lambda *_, **__: {}
    window = make_window(application())
    window.resize(width, height)
    window.show()
    window.activateWindow()
    found: dict[str, list[str]] = {"states": [], "cut": [], "spoken": [], "keyboard": []}
    elisions, known = Elisions(), set[QWidget]()
    for language in ("en", "ja"):
        window.services.languages.use(language)
        settle(window)
        states = everything(window, project, detector, folder, pages_only=what == "pages")
        for state, seen in states:

            def tell(kind: str, told: Iterable[str], state: str = f"{language} {state}") -> None:
                found[kind] += [f"{state}: {one}" for one in told]

            found["states"].append(f"{language} {state}")
            seen.grab()
            tell("cut", [*cut_texts(seen), *elisions.take()])
            # Names, order and focus are the same in both languages.
            if what == "everything" and language == "en":
                tell("spoken", [*speechless(seen), *unexplained(seen)])
                tell("keyboard", [*unseen_focus(seen, known), *tab_jumps(seen)])
    window.services.languages.use("en")
    window.close()
    print(json.dumps(found, ensure_ascii=False))
    sys.stdout.flush()


if __name__ == "__main__":
    main()
