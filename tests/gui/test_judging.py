"""Judging by keyboard: remarks, names, history, undo and redo, second look."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from engine.data.verdict_words import reason_text
from engine.project.catalogue import Catalogue
from engine.project.verdicts import VERDICTS, Verdicts
from gui.pages.inspect_parts.gap_measuring import GapMeasuring
from gui.pages.inspect_parts.judging import Judging
from gui.pages.inspect_parts.second_look import shuffled
from gui.settings import Settings
from tests.gui.inspecting import idle, press, show

Key = Qt.Key


@pytest.fixture(autouse=True)
def without_gaps(monkeypatch):
    """How far the classes are from real ones takes a second, and is no matter here."""
    monkeypatch.setattr(GapMeasuring, "ask", lambda *_args: None)


@pytest.fixture
def page(opened, qtbot):
    window, _, _ = opened
    made = show(window, qtbot)
    made.desk.bar.advance.setChecked(False)
    return made


def typed(qtbot, field, words):
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Key.Key_Return)


def as_inspector(page, name):
    page.services.settings.remembered.judges(name)
    page.verdicts.inspector.show_names()


# --- remarks ------------------------------------------------------------------------------------


def test_a_note_is_kept_by_enter_and_stored_with_the_verdict(page, opened, qtbot):
    _, _, run = opened
    press(qtbot, page, Key.Key_N)
    assert page.verdicts.remarks.edit.hasFocus()
    # Keys that judge are letters of a note while one is written.
    typed(qtbot, page.verdicts.remarks.edit, "lot 123 zwn")
    assert run.verdicts() == {}
    assert page.verdicts.remarks.note.words == "lot 123 zwn"
    press(qtbot, page, Key.Key_2)
    assert run.judgements().current()[0].note == "lot 123 zwn"
    press(qtbot, page, Key.Key_N)
    typed(qtbot, page.verdicts.remarks.edit, "other")
    said = run.judgements().current()[0]
    assert (said.verdict, said.note) == ("rejected", "other")


def test_escape_leaves_the_note_as_it_was(page, opened, qtbot):
    _, _, run = opened
    press(qtbot, page, Key.Key_1)
    press(qtbot, page, Key.Key_N)
    qtbot.keyClicks(page.verdicts.remarks.edit, "no")
    qtbot.keyClick(page.verdicts.remarks.edit, Key.Key_Escape)
    assert not page.verdicts.remarks.writing
    assert run.judgements().current()[0].note == ""
    press(qtbot, page, Key.Key_3)
    assert run.verdicts() == {0: "hold"}, "keys are for judging again"


def test_reasons_are_ticked_by_number_and_reject(page, opened, qtbot):
    _, _, run = opened
    press(qtbot, page, Key.Key_W)
    popup = page.desk.popup
    assert popup.isVisible()
    assert "flat 1" in popup.heading.text()
    for key in (Key.Key_2, Key.Key_4, Key.Key_7, Key.Key_7):
        qtbot.keyClick(popup, key)
    qtbot.keyClick(popup, Key.Key_Return)
    assert not popup.isVisible()
    said = run.judgements().current()[0]
    assert (said.verdict, said.reasons) == ("rejected", ("blurred", "noisy"))
    assert page.verdicts.remarks.reasons.words == "blurred, too noisy"
    press(qtbot, page, Key.Key_W)
    assert popup.reasons == ("blurred", "noisy")
    assert popup.hold.isHidden(), "it keeps its verdict"
    qtbot.keyClick(popup, Key.Key_2)
    qtbot.keyClick(popup, Key.Key_Return)
    assert run.judgements().current()[0].reasons == ("noisy",)


def test_reasons_may_put_on_hold_and_go_on_to_the_next(page, opened, qtbot):
    _, _, run = opened
    page.verdicts.advance.setChecked(True)
    press(qtbot, page, Key.Key_W)
    qtbot.keyClick(page.desk.popup, Key.Key_9)
    qtbot.keyClick(page.desk.popup, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert run.judgements().current()[0].reasons == ("other",)
    assert run.verdicts() == {0: "hold"}
    assert page.bench.heading.text() == "flat 2"


def test_escape_leaves_the_reasons(page, opened, qtbot):
    _, _, run = opened
    press(qtbot, page, Key.Key_W)
    qtbot.keyClick(page.desk.popup, Key.Key_1)
    qtbot.keyClick(page.desk.popup, Key.Key_Escape)
    assert not page.desk.popup.isVisible()
    assert run.verdicts() == {}


def test_an_accepted_sample_has_no_reasons(page, opened, qtbot):
    _, _, run = opened
    press(qtbot, page, Key.Key_W)
    qtbot.keyClick(page.desk.popup, Key.Key_1)
    qtbot.keyClick(page.desk.popup, Key.Key_Return)
    press(qtbot, page, Key.Key_1)
    said = run.judgements().current()[0]
    assert (said.verdict, said.reasons) == ("accepted", ())


def test_remarks_speak_the_language_of_the_window(page, opened, qtbot):
    window, _, run = opened
    run.judgements().judge(1, "rejected", reasons=["copy"], note="<b>&")
    window.workspace.open(window.workspace.project.path)
    idle(qtbot, page)
    page.step(1)
    assert page.verdicts.remarks.note.words == "<b>&"
    window.services.languages.use("ja")
    QApplication.processEvents()
    assert page.verdicts.remarks.reasons.words == reason_text("copy", "ja")


# --- who ----------------------------------------------------------------------------------------


def test_the_name_is_stored_with_verdicts_and_remembered(page, opened, qtbot):
    _, _, run = opened
    edit = page.verdicts.inspector.edit
    edit.setFocus()
    edit.setText("佐藤")
    typed(qtbot, edit, " 1")
    assert not edit.hasFocus()
    press(qtbot, page, Key.Key_1)
    said = run.judgements().current()[0]
    assert (said.inspector, said.verdict) == ("佐藤 1", "accepted")
    assert "佐藤 1" in page.verdicts.history.text()
    assert Settings.load().remembered.inspector == "佐藤 1"


def test_a_name_is_asked_for_once(page, qtbot):
    as_inspector(page, "")
    press(qtbot, page, Key.Key_1)
    assert "Who judges?" in page.verdicts.history.text()
    page.step(1)
    press(qtbot, page, Key.Key_1)
    assert "Who judges?" not in page.verdicts.history.text()


def test_the_last_names_can_be_chosen_again(page, opened, qtbot):
    for name in ("Sato", "Tanaka"):
        as_inspector(page, name)
    field = page.verdicts.inspector
    assert [field.itemText(place) for place in range(field.count())] == ["Tanaka", "Sato"]
    field.setCurrentIndex(1)
    field.edit.editingFinished.emit()
    assert page.services.settings.remembered.inspector == "Sato"


def test_the_history_names_everybody_newest_first(page, opened, qtbot):
    _, _, run = opened
    for name, key in (("Sato", Key.Key_1), ("Tanaka", Key.Key_3)):
        as_inspector(page, name)
        press(qtbot, page, key)
    told = page.verdicts.history.text()
    assert told.index("on hold by Tanaka") < told.index("accepted by Sato")
    assert [one.inspector for one in run.judgements().log()] == ["Sato", "Tanaka"]


def test_the_remarks_of_another_stay_theirs(page, opened, qtbot):
    _, _, run = opened
    as_inspector(page, "Sato")
    page.desk.give_reasons("rejected", ("blurred",))
    page.desk.give_note("look at the edge")
    as_inspector(page, "Tanaka")
    press(qtbot, page, Key.Key_3)
    said = run.judgements().current()[0]
    assert (said.inspector, said.verdict, said.note, said.reasons) == ("Tanaka", "hold", "", ())


def test_the_same_verdict_again_is_no_new_entry(page, opened, qtbot):
    _, _, run = opened
    for _ in range(3):
        press(qtbot, page, Key.Key_1)
    assert len(run.judgements().log()) == 1


# --- undo and redo ------------------------------------------------------------------------------


def test_what_was_undone_can_be_done_again(page, opened, qtbot):
    _, _, run = opened
    page.verdicts.advance.setChecked(True)
    press(qtbot, page, Key.Key_1)
    press(qtbot, page, Key.Key_2)
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(page, Key.Key_Z, control)
    press(qtbot, page, Key.Key_Z)
    assert run.verdicts() == {}
    assert page.bench.heading.text() == "flat 1"
    press(qtbot, page, Key.Key_Y)
    qtbot.keyClick(page, Key.Key_Z, control | shift)
    assert run.verdicts() == {0: "accepted", 1: "rejected"}
    assert page.bench.heading.text() == "flat 2"
    assert not page.verdicts.redo.isEnabled()
    press(qtbot, page, Key.Key_Z)
    press(qtbot, page, Key.Key_3)
    assert not page.verdicts.redo.isEnabled(), "a new verdict ends what could be redone"


def test_undo_gives_back_the_verdict_of_another_with_name_and_time(page, opened, qtbot):
    _, _, run = opened
    as_inspector(page, "Sato")
    page.desk.give_reasons("rejected", ("twin",))
    before = run.judgements().current()[0]
    as_inspector(page, "Tanaka")
    press(qtbot, page, Key.Key_1)
    press(qtbot, page, Key.Key_Z)
    assert run.judgements().current()[0] == before


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(["judge", "undo", "redo"]), st.integers(0, 2), st.integers(0, 2)),
        max_size=14,
    )
)
def test_undo_and_redo_go_through_the_same_states(tmp_path_factory, moves):
    catalogue = Catalogue(tmp_path_factory.mktemp("p") / "project.sqlite")
    catalogue.create()
    judging = Judging(_OfCatalogue(catalogue))
    judging.take([])
    states, place = [{}], 0
    for move, sample, verdict in moves:
        if move == "judge":
            judging.judge(sample, VERDICTS[verdict])
            states[place + 1 :] = [states[place] | {sample: VERDICTS[verdict]}]
            place += 1
        elif move == "undo":
            judging.undo()
            place = max(0, place - 1)
        else:
            judging.redo()
            place = min(len(states) - 1, place + 1)
        shown = {one: said.verdict for one, said in judging.shown(second=False).items()}
        assert shown == states[place]
    stored = Verdicts(catalogue, "r").current()
    assert {one: said.verdict for one, said in stored.items()} == states[place]


class _OfCatalogue:
    """As much of a run as judging needs."""

    id = "r"

    def __init__(self, catalogue):
        self._catalogue = catalogue

    def judgements(self):
        return Verdicts(self._catalogue, "r")


# --- second look --------------------------------------------------------------------------------


def judged(run, verdicts, **more):
    for sample, verdict in enumerate(verdicts):
        run.judgements().judge(sample, verdict, **more)


@pytest.fixture
def judged_page(window, qtbot, make_project):
    project, run = make_project()
    judged(run, ["accepted", "rejected", "hold", "accepted", "accepted", "accepted"], note="seen")
    window.open_project(project.path)
    page = show(window, qtbot)
    page.run_judged = run
    return page


def test_the_second_look_hides_what_was_said(judged_page, qtbot):
    page = judged_page
    page.set_desk.card.second.click()
    idle(qtbot, page)
    assert page.desk.second
    assert page.verdicts.progress.text() == "Second look: 0/6"
    assert not any(one.isChecked() for one in page.verdicts.buttons.values())
    assert page.verdicts.history.text() == ""
    assert page.verdicts.remarks.note.words == "Note  N"
    tiles = page.gallery.synthetic.tiles.tiles
    assert all("not judged" in tile.tip for tile in tiles)
    assert page.classes.table.cell(page.classes.table.line_of(0), 0)[1] == "0/2 judged"
    assert not page.set_desk.card.signed.isVisible()
    assert not page.set_desk.card.sign_off.isEnabled()


def test_the_second_look_has_an_order_of_its_own(judged_page, qtbot):
    page = judged_page
    page.set_desk.card.second.click()
    seen = []
    for _ in range(6):
        seen.append(page._sample)
        press(qtbot, page, Key.Key_1)
    assert seen == shuffled(range(6), page.run_judged.id)
    assert sorted(seen) == list(range(6))
    press(qtbot, page, Key.Key_Left)
    assert page._sample == seen[-2]


def test_both_looks_are_compared_and_disagreements_decided(judged_page, qtbot):
    page, run = judged_page, judged_page.run_judged
    page.set_desk.card.second.click()
    for sample, verdict in enumerate(["accepted", "accepted", "hold", "accepted", "hold"]):
        page.desk.sample_asked.emit(sample)
        page.desk.judge(verdict)
    page.set_desk.card.second.click()
    qtbot.waitUntil(lambda: page.set_desk.dialog is not None, timeout=20_000)
    dialog = page.set_desk.dialog
    assert "first verdict: 5;" in dialog.sentence.text()
    assert "(60 %)" in dialog.sentence.text()
    assert [tile.key for tile in dialog.list.tiles.tiles] == [1, 4]
    assert dialog.list.chosen().key == 1
    dialog.decide("rejected")
    assert run.verdicts()[1] == "rejected"
    assert dialog.list.chosen().key == 4
    dialog.decide("hold")
    assert run.verdicts()[4] == "hold"
    assert run.judgements().agreement().agreeing == 3, "deciding makes the looks agree no more"
    dialog.accept()
    assert not page.desk.second
    assert page.set_desk.card.agreement.isVisible()
    assert page.verdicts.progress.text() == "6 of 6 judged"


def test_undo_in_the_second_look_does_not_tell_of_the_first(judged_page, qtbot):
    page, run = judged_page, judged_page.run_judged
    press(qtbot, page, Key.Key_3)
    page.set_desk.card.second.click()
    assert not page.verdicts.undo.isEnabled()
    press(qtbot, page, Key.Key_1)
    sample = run.judgements().log()[-1].sample
    press(qtbot, page, Key.Key_Z)
    assert run.judgements().of_look(2) == {}
    assert page._sample == sample
    page.set_desk.card.second.click()
    press(qtbot, page, Key.Key_Z)
    assert run.verdicts()[0] == "accepted"


def test_the_second_look_is_no_use_before_the_first(page):
    card = page.set_desk.card
    assert not card.second.isEnabled()
    assert card.second.toolTip() == "Judge some samples first."


def test_an_order_is_one_of_all_and_the_same_tomorrow():
    samples = list(range(0, 100, 3))
    order = shuffled(samples, "r1")
    assert sorted(order) == samples
    assert order == shuffled(np.array(samples), "r1")
    assert order != shuffled(samples, "r2") != samples
