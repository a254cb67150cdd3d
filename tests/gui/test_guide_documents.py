"""The documents that come with the application: links, pictures, what is new."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from engine import __version__
from gui.app import application
from gui.guide.documents import (
    ROOT,
    anchor_of,
    changes_file,
    guide_file,
    is_shipped,
    newest_changes,
    read_document,
)
from gui.guide.guide_window import section_of
from gui.guide.reader import Reader, Section
from gui.workspace import STEPS

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
MOST_BYTES = 120_000


def anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {anchor_of(re.sub(r"[*`]", "", head)) for head in heads}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_leads_somewhere(path: Path) -> None:
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        name, _, anchor = link.partition("#")
        if ":" in link:
            continue
        target = path.parent / name if name else path
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_guide_shows_every_page_in_small_pictures_of_its_own(language) -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", read_document(guide_file(language)))
    names = [f"guide/{language}/{name}.png" for name in ("start", *STEPS)]
    assert pictures == names
    for name in names:
        path = ROOT / "docs" / name
        assert is_shipped(path)
        assert path.stat().st_size <= MOST_BYTES


@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_is_new_is_this_version_in_words_without_signs(language) -> None:
    version, points = newest_changes(language)
    assert version == __version__
    assert 3 <= len(points) <= 8
    assert not any("*" in one or "`" in one for one in points)


def test_both_change_logs_tell_as_much() -> None:
    assert len(newest_changes("en")[1]) == len(newest_changes("ja")[1])


def test_a_japanese_sentence_over_two_lines_has_no_gap_but_lists_keep_their_lines(tmp_path) -> None:
    path = tmp_path / "a.md"
    path.write_text("先に\n必要な**手順**\nが\n\n- 一\n- 二\n\nfull\nwords\n", encoding="utf-8")
    assert read_document(path) == "先に必要な**手順**が\n\n- 一\n- 二\n\nfull\nwords\n"


def test_only_what_is_shipped_is_read(tmp_path) -> None:
    (tmp_path / "own.md").write_text("# own")
    assert is_shipped(changes_file("en"))
    assert not is_shipped(tmp_path / "own.md")
    assert not is_shipped(ROOT / "docs" / ".." / "pyproject.toml")
    assert not is_shipped(ROOT / "docs" / "missing.md")


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    application()
    made = Reader()
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    return made


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_page_has_its_section_and_pictures_fit(reader, language) -> None:
    reader.open(guide_file(language))
    found = [section_of(page, reader.sections) for page in ("start", *STEPS)]
    assert all(isinstance(one, Section) for one in found)
    assert [one.start for one in found] == sorted({one.start for one in found})
    kind = QTextDocument.ResourceType.ImageResource
    for name in ("start", *STEPS):
        picture = reader.document().resource(kind.value, QUrl(f"guide/{language}/{name}.png"))
        assert 400 < picture.deviceIndependentSize().width() < reader.viewport().width()


def test_links_stay_inside_and_lead_back(reader, qtbot) -> None:
    reader.open(guide_file("en"))
    told: list[str] = []
    reader.outside.connect(told.append)
    reader.follow(QUrl("import.md"))
    assert reader.path == ROOT / "docs" / "import.md"
    reader.go_back()
    assert reader.path == guide_file("en")
    for address in ("https://example.com/a.png", "../pyproject.toml", "file:///etc/hostname"):
        reader.follow(QUrl(address))
    assert told == ["https://example.com/a.png", "../pyproject.toml", "file:///etc/hostname"]
    assert reader.path == guide_file("en")


def test_nothing_from_elsewhere_is_loaded(reader, tmp_path) -> None:
    reader.open(guide_file("en"))
    kind = QTextDocument.ResourceType.ImageResource.value
    for address in ("https://example.com/a.png", "file:///usr/share/pixmaps/a.png"):
        assert reader.loadResource(kind, QUrl(address)) is None
