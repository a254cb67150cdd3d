"""The guide beside the real window: F1, sections, search, language."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication

from gui.guide.documents import guide_file


def test_f1_opens_the_section_of_the_page_in_the_language_of_now(window, qtbot):
    window.go("condense")

    def shown() -> bool:
        # Keys go nowhere until the window is the active one.
        if window.menus.guide is None:
            window.activateWindow()
            qtbot.keyClick(window, Qt.Key.Key_F1)
        return window.menus.guide is not None and window.menus.guide.isVisible()

    qtbot.waitUntil(shown)
    guide = window.menus.guide
    assert not guide.isModal()
    assert guide.contents.currentItem().text().startswith("2 Condense")
    first = guide.reader.cursorForPosition(guide.reader.viewport().rect().topLeft())
    assert first.block().text().startswith("2 Condense")

    window.services.languages.use("ja")
    assert guide.reader.path == guide_file("ja")
    assert guide.contents.currentItem().text().startswith("2 濃縮")
    window.go("decide")
    window.rail.guide.click()
    assert guide.contents.currentItem().text().startswith("5 判断")

    everything = guide.contents.count()
    guide.words.setText("Wilson")
    assert 0 < guide.contents.count() < everything
    assert "3 " in guide.contents.item(0).text()
    assert guide.reader.textCursor().block().text().count("Wilson") == 1
    guide.words.setText("無い言葉です")
    assert guide.contents.count() == 0
    assert "/" not in guide.count.text()
    qtbot.waitUntil(guide.isActiveWindow)
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert guide.contents.count() == everything

    size = guide.reader.font().pointSizeF()
    guide.larger.click()
    assert guide.reader.font().pointSizeF() > size
    window.services.theme.use("dark")
    assert guide.reader.path == guide_file("ja")
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    assert not guide.isVisible()


def test_a_link_out_of_the_guide_is_shown_and_can_be_copied_but_is_not_opened(window, monkeypatch):
    opened = []
    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", opened.append)
    window.menus.show_guide()
    guide = window.menus.guide
    guide.reader.follow(QUrl("https://example.com/"))
    assert "https://example.com/" in guide.note.text()
    guide.copy.click()
    assert QApplication.clipboard().text() == "https://example.com/"
    assert opened == []
