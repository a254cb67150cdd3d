"""Every character the window can say is there in a font, here and on other systems."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontMetrics, QRawFont

from engine.runtime.messages import CATALOGUE
from gui.app import application
from gui.fonts import _JAPANESE

ROOT = Path(__file__).parents[2]
SAID = re.compile(r"<(?:source|translation)[^>]*>([^<]*)<")
SHIPPED = ("docs/guide.en.md", "docs/guide.ja.md", "CHANGELOG.md", "CHANGELOG.ja.md")
# In no Japanese font of old, but in the symbol font of every system, where Qt finds them.
SIGNS = set("✓✕")


@pytest.fixture(scope="module")
def said():
    """Every character, with a text it stands in."""
    files = (ROOT / "gui" / "translations").glob("*.ts")
    texts = [html.unescape(one) for file in files for one in SAID.findall(file.read_text("utf-8"))]
    texts += [sentence for both in CATALOGUE.values() for sentence in both]
    texts += [(ROOT / name).read_text("utf-8") for name in SHIPPED]
    found = {char: text for text in texts for char in text if char.isprintable()}
    assert len(found) > 800
    return found


def elsewhere(char):
    """Whether the fonts of a Japanese Windows or macOS have it: JIS X 0208, or Latin."""
    for code in ("cp932", "cp1252"):
        try:
            char.encode(code)
        except UnicodeEncodeError:
            continue
        return True
    return char in SIGNS


def test_fonts_of_other_systems_have_every_character(said):
    assert not elsewhere("线")  # a simplified form that slips in is drawn from a Chinese font
    assert {char: text[:80] for char, text in said.items() if not elsewhere(char)} == {}


def test_the_fonts_used_here_have_every_character(said, qtbot):
    font = application().font()
    japanese = [name for name in font.families() if name in _JAPANESE]
    if not japanese:
        pytest.skip("no Japanese font is installed here")
    assert len(font.families()) == 2
    faces = [QRawFont.fromFont(QFont(name)) for name in font.families()]
    lacking = {
        char: text[:80]
        for char, text in said.items()
        # By name, not by whatever Qt falls back to: a line shall be of one face.
        if not any(face.supportsCharacter(ord(char)) for face in faces)
        and not (char in SIGNS and QFontMetrics(font).inFontUcs4(ord(char)))
    }
    assert lacking == {}
