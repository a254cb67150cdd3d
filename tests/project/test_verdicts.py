"""Verdicts are a log: nothing is lost, of old projects neither."""

from __future__ import annotations

import math
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data.judgement import MOST_NAME, MOST_NOTE, cleaned
from engine.data.recipe import CondenseRecipe
from engine.data.verdict_words import reason_text, reasons_text
from engine.project import Project, Run
from engine.project.verdicts import REASONS, Verdicts
from engine.runtime import LANGUAGES, UserError


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Project.create(tmp_path / "検査.shizuku").new_run(CondenseRecipe(ipc=3))


def said(verdicts: dict) -> dict:
    return {sample: one.verdict for sample, one in verdicts.items()}


def as_version_2(project: Project, run: Run) -> None:
    """The catalogue as the version before wrote it."""
    with sqlite3.connect(project.path / "project.sqlite") as connection:
        for table in ("judgements", "sign_offs", "blind_tests", "queue"):
            connection.execute(f"DROP TABLE {table}")
        connection.execute(
            "CREATE TABLE verdicts (run TEXT NOT NULL, image INTEGER NOT NULL, verdict TEXT NOT"
            " NULL, note TEXT NOT NULL DEFAULT '', inspector TEXT NOT NULL DEFAULT '', time TEXT"
            " NOT NULL, PRIMARY KEY (run, image))"
        )
        connection.executemany(
            "INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?)",
            [
                (run.id, 4, "hold", "edge?", "佐藤", "2026-02-01T10:00:00+09:00"),
                (run.id, 1, "accepted", "", "", "2026-02-01T10:00:05+09:00"),
            ],
        )
        connection.execute("PRAGMA user_version = 2")
    connection.close()


def may_not_be_written_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a read-only disk; permissions do not hold the administrator back."""
    connect = sqlite3.connect

    def read_only(path: Path, **options: object) -> sqlite3.Connection:
        return connect(f"{path.as_uri()}?mode=ro", uri=True, **options)

    monkeypatch.setattr("engine.project.catalogue.sqlite3.connect", read_only)


def test_everything_that_was_said_stays_in_the_log(run):
    verdicts = run.judgements()
    verdicts.judge(0, "accepted", inspector="佐藤")
    verdicts.judge(0, "rejected", inspector="Mori", note="line is broken", reasons=["artefact"])
    verdicts.judge(1, "hold", inspector="佐藤")
    verdicts.judge(1, None)
    log = run.judgements().log()
    assert [(one.sample, one.verdict) for one in log] == [
        (0, "accepted"),
        (0, "rejected"),
        (1, "hold"),
        (1, None),
    ]
    assert log[1].note == "line is broken"
    assert log[1].reasons == ("artefact",)
    assert said(verdicts.current()) == run.verdicts() == {0: "rejected"}
    assert verdicts.inspectors() == ["佐藤", "Mori"]


def test_a_verdict_taken_back_in_the_second_look_leaves_that_of_the_first(run):
    verdicts = run.judgements()
    verdicts.judge(0, "accepted")
    verdicts.judge(0, "rejected", look=2)
    assert said(verdicts.current()) == {0: "rejected"}
    verdicts.judge(0, None, look=2)
    assert said(verdicts.current()) == {0: "accepted"}
    assert verdicts.of_look(2) == {}


def test_what_one_inspector_said_is_told_apart(run):
    verdicts = run.judgements()
    verdicts.judge(0, "accepted", inspector="A")
    verdicts.judge(0, "rejected", inspector="B")
    verdicts.judge(1, "hold", inspector="B")
    assert said(verdicts.of_look(1, "A")) == {0: "accepted"}
    assert said(verdicts.of_look(1)) == {0: "rejected", 1: "hold"}


def test_several_samples_are_judged_together_or_not_at_all(run):
    verdicts = run.judgements()
    made = verdicts.judge_all([3, 1, 2], "rejected", reasons=["twin", "blurred", "twin"])
    assert verdicts.log() == made
    assert {one.reasons for one in made} == {("blurred", "twin")}
    with pytest.raises(ValueError, match="no such judgement"):
        verdicts.judge_all([5, -1], "accepted")
    assert len(verdicts.log()) == 3


@pytest.mark.parametrize(
    ("verdict", "options"),
    [("good", {}), ("accepted", {"reasons": ["ugly"]}), ("accepted", {"look": 3})],
)
def test_what_does_not_exist_is_not_stored(run, verdict, options):
    with pytest.raises(ValueError, match="no such judgement"):
        run.judgements().judge(0, verdict, **options)
    assert run.judgements().log() == []


def test_verdicts_of_other_runs_are_others(run):
    run.judge(0, "accepted")
    other = Verdicts(run.catalogue, "20260101-000000-abcd")
    assert other.log() == []


@pytest.mark.parametrize("table", ["judgements", "sign_offs", "blind_tests"])
def test_the_catalogue_itself_keeps_the_records(run, table):
    with run.catalogue.transaction() as connection:
        columns = (
            "run, sample, verdict, inspector, time, note, reasons, look",
            "'x', 0, 'hold', '', '', '', '[]', 1",
        )
        if table != "judgements":
            columns = ("run, content", "'x', '{}'")
        connection.execute(f"INSERT INTO {table} ({columns[0]}) VALUES ({columns[1]})")
    for change in (f"UPDATE {table} SET run = 'y'", f"DELETE FROM {table}"):
        with (
            pytest.raises(sqlite3.IntegrityError, match="never changed"),
            run.catalogue.transaction() as connection,
        ):
            connection.execute(change)


# --- first and second look ------------------------------------------------------------------------


def test_agreement_is_that_of_the_samples_judged_twice(run):
    verdicts = run.judgements()
    for sample, first, second in [
        (0, "accepted", "accepted"),
        (1, "accepted", "rejected"),
        (2, "rejected", "rejected"),
        (3, "rejected", "rejected"),
        (4, "hold", None),
    ]:
        verdicts.judge(sample, first)
        if second:
            verdicts.judge(sample, second, inspector="B", look=2)
    found = verdicts.agreement()
    assert (found.twice, found.agreeing, found.share) == (4, 3, 0.75)
    # Observed 3/4; by chance 2/4 * 1/4 + 2/4 * 3/4 = 1/2.
    assert found.kappa == pytest.approx(0.5)
    assert found.disagreeing == (1,)


def test_kappa_is_not_made_up(run):
    assert run.judgements().agreement().kappa is None
    run.judgements().judge(0, "accepted")
    run.judgements().judge(0, "accepted", look=2)
    found = run.judgements().agreement()
    assert (found.share, found.kappa) == (1.0, None)


# --- older and foreign catalogues -----------------------------------------------------------------


def test_a_project_of_version_2_keeps_its_verdicts(run, tmp_path):
    project = Project(tmp_path / "検査.shizuku")
    as_version_2(project, run)
    opened = Project.open(project.path).run(run.id)
    assert opened.verdicts() == {1: "accepted", 4: "hold"}
    first = opened.judgements().log()[0]
    assert (first.sample, first.inspector, first.note) == (4, "佐藤", "edge?")
    assert first.time == "2026-02-01T10:00:00+09:00"
    opened.judge(4, "rejected")
    again = Project.open(project.path).run(run.id)
    assert again.verdicts() == {1: "accepted", 4: "rejected"}


def test_a_project_of_version_2_that_may_not_be_written_to_shows_its_verdicts(
    run, tmp_path, monkeypatch
):
    project = Project(tmp_path / "検査.shizuku")
    as_version_2(project, run)
    may_not_be_written_to(monkeypatch)
    opened = Project.open(project.path).run(run.id)
    assert opened.verdicts() == {1: "accepted", 4: "hold"}
    with pytest.raises(UserError) as caught:
        opened.judge(0, "accepted")
    assert caught.value.key == "file.cannot_write"
    assert "readonly" in str(caught.value)


def test_a_change_of_a_project_that_may_not_be_written_to_is_one_sentence(
    run, tmp_path, monkeypatch
):
    may_not_be_written_to(monkeypatch)
    project = Project.open(tmp_path / "検査.shizuku")
    opened = project.run(run.id)
    changes = (
        opened.begin,
        lambda: opened.reached(3),
        lambda: project.set_setting("a", "b"),
        lambda: project.findings.record([], fingerprint="f"),
        lambda: project.findings.undo(1),
    )
    for change in changes:
        with pytest.raises(UserError) as caught:
            change()
        assert caught.value.key == "file.cannot_write"


def test_a_crafted_catalogue_harms_nothing(run):
    with run.catalogue.transaction() as connection:
        connection.executemany(
            "INSERT INTO judgements (run, sample, verdict, inspector, time, note, reasons, look)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (run.id, 0, "splendid", "\x1b[2J", "t", "n" * 10**5, '["blurred", "<b>"]', 1),
                (run.id, 1, "hold", "x", "\x00", "", "[[", 7),
                (run.id, 2, "hold", "x", "t", "", "[" * 10**5, 1),
            ],
        )
    first, second, third = run.judgements().log()
    assert (first.verdict, first.inspector, len(first.note)) == (None, "[2J", MOST_NOTE)
    assert first.reasons == ("blurred",)
    assert (second.verdict, second.time, second.reasons) == ("hold", "", ())
    assert third.reasons == ()


@pytest.mark.parametrize(("sample", "look"), [("first", 1), (math.inf, 1), (1, -math.inf)])
def test_an_altered_number_is_told(run, sample, look):
    with run.catalogue.transaction() as connection:
        connection.execute(
            "INSERT INTO judgements (run, sample, verdict, inspector, time, note, reasons, look)"
            " VALUES (?, ?, 'hold', '', '', '', '[]', ?)",
            (run.id, sample, look),
        )
    with pytest.raises(UserError) as caught:
        run.verdicts()
    assert caught.value.key == "file.not_ours"


@given(st.text(max_size=600))
def test_any_text_becomes_one_that_every_file_keeps(text):
    found = cleaned(text, MOST_NAME)
    assert len(found) <= MOST_NAME
    assert found.encode().decode() == found
    assert not [one for one in found if ord(one) < 32 and one != "\n"]
    assert cleaned(found, MOST_NAME) == found


def test_ordinary_notes_stay_as_they_are():
    for note in ("線が切れている。再撮影?", "2 lines:\nsecond", "全角\u3000空白", "café 🙂"):
        assert cleaned(note, MOST_NOTE) == note


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words_of_its_own(language):
    assert len({reason_text(one, language) for one in REASONS}) == len(REASONS)
    assert reason_text("of_a_later_version", language) == "of_a_later_version"
    assert reasons_text(("blurred", "twin")) == "blurred, twin of another sample"
