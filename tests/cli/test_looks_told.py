"""How the samples look by now, beside the steps: in full where there is room, else not at all."""

from __future__ import annotations

import io
import os
import shutil

import numpy as np
import pytest

from engine.inspection.telling import aimed_and_now_short
from engine.runtime import Preview, Progress
from gui.cli import console as consoles
from gui.cli.console import Console

DRAWN = {"line_weight": (2.904, 3.012), "noise": (11.2, 10.4), "contrast": (180.0, 170.0)}


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def shown(monkeypatch):
    """What a console shows of a run whose samples look like this, in so many columns."""

    def show(stream, columns=200, appearance=DRAWN, stage="stage.steps", language="en"):
        monkeypatch.setattr(consoles.sys, "stderr", stream)
        monkeypatch.setattr(
            shutil, "get_terminal_size", lambda *_, **__: os.terminal_size((columns, 24))
        )
        console = Console(language, as_json=False)
        nothing = np.empty((0, 16, 16, 1), np.uint8), np.empty(0, np.int64)
        console.emit(Preview(*nothing, 3, appearance))
        console.emit(Preview(*nothing, 4))  # not measured for each
        console.emit(Progress(stage, 4, 9, rate=2.0, seconds_left=3.0))
        return stream.getvalue()

    return show


def test_the_steps_are_told_with_how_the_samples_look(shown):
    assert (
        shown(Terminal())
        .rstrip("\x1b[K")
        .endswith(" left · line weight 2.90 → 3.01 px · noise 11.2 → 10.4")
    )
    assert "線の太さ 2.90 → 3.01 px · ノイズ 11.2 → 10.4" in shown(Terminal(), language="ja")


def test_a_narrow_terminal_keeps_what_matters_more_whole(shown):
    told = shown(Terminal(), columns=60)
    assert "0:03 left" in told
    assert "line weight" not in told
    wide = len(shown(Terminal())) - len("\r\x1b[K")
    assert "10.4" in shown(Terminal(), columns=wide + 1)
    assert "line weight" not in shown(Terminal(), columns=wide)


def test_a_log_file_has_no_width(shown):
    assert "line weight" in shown(io.StringIO(), columns=10)


def test_other_stages_and_unknown_looks_add_nothing(shown):
    assert "line weight" not in shown(Terminal(), stage="stage.bank")
    assert shown(Terminal(), appearance={"line_weight": (np.nan, 3.0)}).count("·") == 3


def test_photos_are_told_in_their_own_measures():
    photo = {"brightness": (120.4, 118.0), "contrast": (40.0, 41.0), "noise": (3.0, 2.0)}
    assert aimed_and_now_short(photo) == "brightness 120 → 118 · contrast 40 → 41"
    assert aimed_and_now_short({}) == ""
