"""Judging a whole set through the page: blind test, sign-off, what becomes of rejects."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engine.data import CondensedSet
from engine.inspection.blind import PAIRS, blind_tests_of
from engine.project.sign_off import sign_off, sign_off_of
from engine.runtime import text
from gui.jobs import Job
from gui.pages.inspect_parts.gap_measuring import GapMeasuring
from tests.gui.inspecting import activate, idle, press, show

Key = Qt.Key


@pytest.fixture(autouse=True)
def without_gaps(monkeypatch):
    """How far the classes are from real ones takes a second, and is no matter here."""
    monkeypatch.setattr(GapMeasuring, "ask", lambda *_args: None)


@pytest.fixture
def page(opened, qtbot):
    window, _, _ = opened
    return show(window, qtbot)


def accept_all(run, count=6):
    for sample in range(count):
        run.judgements().judge(sample, "accepted", inspector="Sato")


def shown_again(window, qtbot, page):
    """Read what was stored meanwhile."""
    window.workspace.open(window.workspace.project.path)
    idle(qtbot, page)


# --- blind test ---------------------------------------------------------------------------------


def blind_test(qtbot, page):
    press(qtbot, page, Key.Key_B)
    dialog = page.set_desk.dialog
    dialog.start.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.view, timeout=10_000)
    return dialog


def test_a_blind_test_by_keys_is_stored_with_its_result(page, opened, qtbot):
    _, _, run = opened
    page.services.settings.remembered.judges("Sato")
    dialog = blind_test(qtbot, page)
    pairs = dialog._questions.pairs
    for place, pair in enumerate(pairs):
        assert dialog.view.progress.text() == f"pair {place + 1} of {PAIRS}"
        right = pair.synthetic if place % 4 else {"left": "right", "right": "left"}[pair.synthetic]
        qtbot.keyClick(dialog, Key.Key_Left if right == "left" else Key.Key_Right)
    (test,) = blind_tests_of(run)
    assert (test.inspector, test.count, test.told) == ("Sato", PAIRS, 15)
    assert dialog.outcome.figure.text() == "15 of 20"
    assert dialog.outcome.sentence.text() == test.sentence("en")
    captions = [tile.caption for tile in dialog.outcome.samples.tiles.tiles]
    assert captions.count("✕ taken for real") == 5
    assert run.verdicts() == {}, "the keys were for the test"


def test_the_pictures_are_what_the_pairs_say_on_either_side(page, opened, qtbot):
    _, project, run = opened
    dialog = blind_test(qtbot, page)
    questions, condensed = dialog._questions, run.condensed()
    with project.image_set() as images:
        for pair, (left, right) in zip(questions.pairs, questions.pictures, strict=True):
            synthetic, real = (left, right) if pair.synthetic == "left" else (right, left)
            assert (synthetic == condensed.images[pair.sample]).all()
            assert (real == images.read([pair.picture])[0]).all()
    left, right = dialog.view.views.values()
    assert left.height() == right.height()
    assert abs(left.width() - right.width()) <= 1
    dialog.reject()


def test_who_leaves_a_blind_test_leaves_nothing_behind(page, opened, qtbot):
    _, _, run = opened
    dialog = blind_test(qtbot, page)
    for _ in range(5):
        qtbot.keyClick(dialog, Key.Key_Left)
    qtbot.keyClick(dialog, Key.Key_Escape)
    assert page.set_desk.dialog is None
    assert blind_tests_of(run) == []


def test_earlier_blind_tests_are_listed(page, opened, qtbot):
    window, _, run = opened
    dialog = blind_test(qtbot, page)
    for _ in range(PAIRS):
        qtbot.keyClick(dialog, Key.Key_Right)
    dialog.reject()
    activate(window, qtbot)
    press(qtbot, page, Key.Key_B)
    dialog = page.set_desk.dialog
    assert blind_tests_of(run)[0].sentence("en") in dialog.earlier.text()
    window.services.languages.use("ja")
    QApplication.processEvents()
    assert blind_tests_of(run)[0].sentence("ja") in dialog.earlier.text()
    dialog.reject()


def test_pictures_that_changed_allow_no_blind_test(window, qtbot, make_project):
    project, run = make_project()
    changed = {**vars(run.condensed()), "provenance": {"source_fingerprint": "other"}}
    known = CondensedSet.__dataclass_fields__
    CondensedSet(**{name: changed[name] for name in known}).save(run.condensed_path)
    window.open_project(project.path)
    page = show(window, qtbot)
    card = page.set_desk.card
    assert not card.blind.isEnabled()
    assert card.blind.toolTip() == text("inspect.other_pictures", file=str(project.path))
    press(qtbot, page, Key.Key_B)
    assert page.set_desk.dialog is None


# --- sign-off -----------------------------------------------------------------------------------


def test_what_is_not_judged_stands_against_a_sign_off(page, opened, qtbot):
    _, _, run = opened
    press(qtbot, page, Key.Key_2)
    page.set_desk.card.sign_off.click()
    dialog = page.set_desk.dialog
    dialog.inspector.setEditText("Sato")
    assert not dialog.sign.isEnabled()
    told = dialog.obstacles.text()
    assert text("sign_off.open", run=run.id, count=5, samples=6) in told
    assert text("sign_off.rejected", run=run.id, count=1, samples=6) in told
    dialog.partial.click()
    assert dialog.sign.isEnabled()
    dialog.reject()
    assert sign_off_of(run) is None


def test_a_sign_off_needs_a_name_and_shows_later_changes(page, opened, qtbot):
    window, _, run = opened
    accept_all(run)
    shown_again(window, qtbot, page)
    page.set_desk.card.sign_off.click()
    dialog = page.set_desk.dialog
    assert dialog.partial.isHidden()
    assert not dialog.sign.isEnabled()
    assert dialog.sign.toolTip() == text("sign_off.no_name")
    dialog.inspector.edit.setText("佐藤")
    dialog.inspector.edit.editingFinished.emit()
    dialog.statement.setPlainText("Checked with lot 12.")
    dialog.sign.click()
    card = page.set_desk.card
    qtbot.waitUntil(lambda: "佐藤" in card.signed.text(), timeout=10_000)
    signed = sign_off_of(run)
    assert (signed.inspector, signed.statement, signed.state) == (
        "佐藤",
        "Checked with lot 12.",
        "signed",
    )
    assert signed.short_hash[:8] in card.signed.text()
    activate(window, qtbot)
    press(qtbot, page, Key.Key_3)
    qtbot.waitUntil(lambda: card.signed.text().startswith("Changed since"), timeout=10_000)
    press(qtbot, page, Key.Key_Z)
    qtbot.waitUntil(lambda: card.signed.text().startswith("Signed off by"), timeout=10_000)


def test_a_changed_picture_shows(page, opened, qtbot):
    window, _, run = opened
    accept_all(run)
    sign_off(run, "Sato")
    condensed = run.condensed()
    condensed.images[3, 0, 0] ^= 1
    condensed.save(run.condensed_path)
    shown_again(window, qtbot, page)
    qtbot.waitUntil(
        lambda: page.set_desk.card.signed.text().startswith("Changed since"), timeout=10_000
    )


def test_the_proposed_statement_follows_the_language_until_it_is_edited(page, qtbot):
    window = page.window()
    page.set_desk.card.sign_off.click()
    dialog = page.set_desk.dialog
    dialog.statement.setPlainText("mine")
    window.services.languages.use("ja")
    QApplication.processEvents()
    assert dialog.statement.toPlainText() == "mine"
    dialog.reject()


# --- rejects ------------------------------------------------------------------------------------


def rejected(window, qtbot, page, run, *samples):
    for sample in range(6):
        verdict = "rejected" if sample in samples else "accepted"
        run.judgements().judge(sample, verdict, inspector="Sato")
    shown_again(window, qtbot, page)


def test_without_rejects_there_is_nothing_to_mend(page):
    card = page.set_desk.card
    assert not card.rejected.isEnabled()
    assert card.rejected.toolTip() == "No sample is rejected."


@pytest.mark.parametrize("way", ["leave-out", "nearest"])
def test_rejects_are_mended_in_a_new_run_while_the_old_one_is_looked_at(page, opened, qtbot, way):
    window, _, run = opened
    before = run.condensed().images.copy()
    rejected(window, qtbot, page, run, 1)
    page.set_desk.card.rejected.click()
    dialog = page.set_desk.dialog
    assert "1 of 6 samples" in dialog.about.text()
    assert "flat (1)" in dialog.about.text()
    dialog.ways[way].setChecked(True)
    dialog.start.click()
    qtbot.waitUntil(lambda: page.jobs.busy, timeout=10_000)
    qtbot.waitUntil(lambda: not page.jobs.busy, timeout=60_000)
    assert window.banners.messages == [] or all(
        one.level != "error" for one in window.banners.messages
    )
    assert window.workspace.run.id == run.id, "the judge is not led away"
    card = page.set_desk.card
    qtbot.waitUntil(lambda: not card.mended.isHidden(), timeout=10_000)
    card.mended.click()
    idle(qtbot, page)
    made = window.workspace.run
    assert made.recipe.mend.way == way
    assert (run.condensed().images == before).all()
    images = made.condensed().images
    assert len(images) == (5 if way == "leave-out" else 6)
    kept = np.delete(before, 1, axis=0)
    assert sum(any((one == other).all() for other in images) for one in kept) == 5


def test_during_a_job_one_can_judge_but_not_mend(page, opened, qtbot):
    window, _, run = opened
    rejected(window, qtbot, page, run, 0)
    release = threading.Event()
    page.jobs.start(Job("trial", lambda emit, token: release.wait(10)))
    card = page.set_desk.card
    assert not card.rejected.isEnabled()
    assert card.rejected.toolTip().startswith("A job is running")
    press(qtbot, page, Key.Key_3)
    assert run.verdicts()[0] == "hold"
    card.sign_off.click()
    page.set_desk.dialog.reject()
    dialog = blind_test(qtbot, page)
    dialog.reject()
    release.set()
    qtbot.waitUntil(lambda: not page.jobs.busy, timeout=5000)


# --- the card -----------------------------------------------------------------------------------


def test_the_card_counts_the_verdicts(page, qtbot):
    card = page.set_desk.card
    assert card.counts.text() == "accepted 0  ·  rejected 0  ·  on hold 0"
    assert card.signed.text() == "Not signed off"
    for key in (Key.Key_1, Key.Key_1, Key.Key_3):
        press(qtbot, page, key)
    assert card.counts.text() == "accepted 2  ·  rejected 0  ·  on hold 1"
    assert card.open.text() == "not judged 3"


def test_every_control_has_a_name_to_be_read_aloud(page, opened, qtbot):
    bar, card = page.verdicts, page.set_desk.card
    tools = (bar.undo, bar.redo, bar.before, bar.after, bar.inspector, bar.remarks.edit)
    assert all(one.accessibleName() for one in tools)
    controls = (card.second, card.blind, card.rejected, card.sign_off, *bar.buttons.values())
    assert all(one.text() and one.accessibleDescription() for one in controls)
