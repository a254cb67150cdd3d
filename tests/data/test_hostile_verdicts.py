"""Verdicts, sign-off and blind tests in a file that may have been made or altered by anyone."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import h5py
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.data import CondensedSet
from engine.data.blind_result import MOST_TESTS, BlindResult
from engine.data.judged import Judged, verdict_counts
from engine.data.judgement import MOST_NOTE, REASONS, VERDICTS, Judgement, cleaned
from engine.data.sign_off import SignOff, seal
from engine.runtime import UserError

SIGNED = {
    "inspector": "佐藤",
    "time": "2026-03-01T09:00:00+09:00",
    "statement": "",
    "samples": 4,
    "accepted": 4,
    "rejected": 0,
    "hold": 0,
    "open": 0,
    "partial": False,
    "sha256": "0" * 64,
}
TAKEN = {"inspector": "佐藤", "time": "2026-03-01T09:00:00+09:00", "pairs": 20, "told": 15}
NOTES = st.text(max_size=MOST_NOTE).map(lambda text: cleaned(text, MOST_NOTE))
SAID = st.builds(
    Judgement,
    sample=st.integers(0, 5),
    verdict=st.sampled_from(VERDICTS),
    inspector=NOTES,
    note=NOTES,
    reasons=st.sets(st.sampled_from(REASONS)).map(tuple),
)


def condensed(judged: Judged | None = None, sign_off: SignOff | None = None) -> CondensedSet:
    return CondensedSet(
        images=np.zeros((4, 16, 16, 1), np.uint8),
        labels=np.array([0, 0, 1, 1]),
        class_names=["a", "b"],
        mean=np.array([0.5], np.float32),
        std=np.array([0.5], np.float32),
        images_per_class=2,
        judged=judged,
        sign_off=sign_off,
    )


def columns(*said: Judgement) -> Judged:
    return Judged.of({one.sample: one for one in said}, np.arange(4))


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("verdicts") / "判定.h5"
    judged = columns(Judgement(2, "rejected", "佐藤", "t", "縁", ("artefact", "noisy")))
    condensed(judged, SignOff.parse(json.dumps(SIGNED), path)).save(path)
    return path


@pytest.fixture
def path(sound, tmp_path) -> Path:
    copy = tmp_path / sound.name
    copy.write_bytes(sound.read_bytes())
    return copy


def test_verdicts_are_read_back(path):
    loaded = CondensedSet.load(path)
    assert [loaded.judged.verdict(sample) for sample in range(4)] == [None, None, "rejected", None]
    assert loaded.judged.notes[2] == "縁"
    assert loaded.judged.reasons[2] == ("artefact", "noisy")
    assert verdict_counts(loaded, 1).rejected == 1
    assert verdict_counts(loaded, 0).open == 2
    assert loaded.sign_off.state == "changed"  # the hash above is none


def test_readers_that_do_not_know_verdicts_are_not_disturbed(path):
    with h5py.File(path) as file:
        assert file.attrs["format_version"] == 1
        assert file["verdicts"].dtype == np.uint8
        assert file["verdict_note"].asstr()[:].tolist() == ["", "", "縁", ""]


@given(st.lists(SAID, max_size=4))
def test_whatever_is_said_comes_back_and_has_the_same_hash(tmp_path_factory, said):
    path = tmp_path_factory.mktemp("said") / "set.h5"
    made = condensed(columns(*said))
    made.save(path)
    loaded = CondensedSet.load(path)
    assert loaded.judged.texts() == made.judged.texts()
    assert loaded.judged.codes.tolist() == made.judged.codes.tolist()
    assert seal(loaded) == seal(made)


def replace_by(name: str, value: object) -> Callable[[h5py.File], None]:
    def change(file: h5py.File) -> None:
        del file[name]
        file[name] = value

    return change


def endless_notes(file: h5py.File) -> None:
    """Many strings of variable length that are all one: a small file, a full memory."""
    del file["verdict_note"]
    file.create_dataset("verdict_note", data=["x" * 100] * 4, dtype=h5py.string_dtype("utf-8"))


def long_notes(file: h5py.File) -> None:
    del file["verdict_note"]
    file.create_dataset("verdict_note", (4,), h5py.string_dtype("utf-8", 1 << 20), chunks=(1,))


def other_file(file: h5py.File) -> None:
    del file["verdict_note"]
    layout = h5py.VirtualLayout(shape=(4,), dtype=h5py.string_dtype("utf-8", 9))
    layout[:] = h5py.VirtualSource("other.h5", "note", shape=(4,))
    file.create_virtual_dataset("verdict_note", layout)


def signed(**values: object) -> Callable[[h5py.File], None]:
    return lambda file: file.attrs.create("sign_off", json.dumps({**SIGNED, **values}))


def taken(**values: object) -> Callable[[h5py.File], None]:
    return lambda file: file.attrs.create("blind_tests", json.dumps([{**TAKEN, **values}]))


HOSTILE: dict[str, Callable[[h5py.File], None]] = {
    "too few": replace_by("verdicts", np.zeros(3, np.uint8)),
    "too many": replace_by("verdicts", np.zeros(5, np.uint8)),
    "unknown verdict": replace_by("verdicts", np.array([0, 1, 2, 4], np.uint8)),
    "wider numbers": replace_by("verdicts", np.zeros(4, np.int64)),
    "a table": replace_by("verdicts", np.zeros((4, 1), np.uint8)),
    "a soft link": replace_by("verdicts", h5py.SoftLink("/labels")),
    "an external link": replace_by("verdict_note", h5py.ExternalLink("other.h5", "/note")),
    "another file's notes": other_file,
    "notes without end": endless_notes,
    "notes of a megabyte": long_notes,
    "notes as numbers": replace_by("verdict_note", np.zeros(4)),
    "fewer notes": replace_by("verdict_note", np.array([b"x"] * 3, h5py.string_dtype("utf-8", 1))),
    "no inspectors": lambda file: file.pop("verdict_inspector"),
    "a group of reasons": replace_by("verdict_reasons", h5py.SoftLink("/")),
    "sign-off is no JSON": lambda file: file.attrs.create("sign_off", "{"),
    "sign-off is a number": lambda file: file.attrs.create("sign_off", 3),
    "sign-off is nested": lambda file: file.attrs.create("sign_off", "[" * 30_000),
    "nobody signed": signed(inspector=""),
    "no hash": signed(sha256="x"),
    "less than nothing": signed(accepted=-1),
    "more than a number": signed(samples=10**30),
    "a list of words": signed(statement=["x"]),
    "blind tests are no JSON": lambda file: file.attrs.create("blind_tests", "["),
    "blind tests are one": lambda file: file.attrs.create("blind_tests", json.dumps(TAKEN)),
    "blind tests are nested": lambda file: file.attrs.create("blind_tests", "[" * 30_000),
    "blind tests without end": lambda file: file.attrs.create(
        "blind_tests", json.dumps([TAKEN] * (MOST_TESTS + 1))
    ),
    "more told than shown": taken(told=21),
    "fewer than no pairs": taken(pairs=-1, told=-2),
    "pairs beyond counting": taken(pairs=10**30),
    "half a pair": taken(told=0.5),
    "an endless name": taken(inspector="x" * 100_000),
}


@pytest.mark.parametrize("fault", HOSTILE)
def test_crafted_verdicts_are_refused_in_one_sentence(path, fault):
    with h5py.File(path, "r+") as file:
        HOSTILE[fault](file)
    with pytest.raises(UserError) as caught:
        CondensedSet.load(path)
    assert caught.value.key == "file.not_ours"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*SIGNED, "x"]), inner, max_size=8)
        ),
    )
)
def test_any_sign_off_is_read_or_refused(values):
    found = None
    with suppress(UserError):  # anything else would be a fault of ours
        found = SignOff.parse(json.dumps(values), Path("set.h5"))
    assert found is None or len(found.sha256) == 64


def test_a_claimed_state_is_not_believed_and_words_cannot_steer_a_terminal():
    crafted = {**SIGNED, "state": "signed", "statement": "\x1b]0;x\x07fine", "inspector": "A\x9bB"}
    found = SignOff.parse(json.dumps(crafted), Path("set.h5"))
    assert (found.statement, found.inspector) == ("]0;xfine", "AB")
    assert found.beside("f" * 64).state == "changed"
    assert "state" not in json.loads(found.as_json())


def test_blind_tests_come_back_and_a_claimed_rate_is_not_believed(path):
    results = [
        BlindResult(**{**TAKEN, "told": n % 21, "inspector": "佐藤" * 40})
        for n in range(MOST_TESTS + 2)
    ]
    made = replace(condensed(), blind_tests=tuple(results))
    made.save(path)
    loaded = CondensedSet.load(path)
    assert loaded.blind_tests == tuple(results[2:])  # the newest
    assert seal(loaded) == seal(made) == seal(condensed())
    claimed = {**TAKEN, "hit_rate": 1.0, "low": 0.9, "inspector": "\x1b]0;x\x07A"}
    with h5py.File(path, "r+") as file:
        file.attrs["blind_tests"] = json.dumps([claimed])
    (found,) = CondensedSet.load(path).blind_tests
    assert (found.rate, found.inspector) == (0.75, "]0;xA")
    assert found.interval == pytest.approx((0.531, 0.888), abs=1e-3)
