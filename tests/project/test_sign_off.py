"""Signing off: who may, and what shows afterwards."""

from __future__ import annotations

import dataclasses
import hashlib
import json

import h5py
import numpy as np
import pytest

from engine.data import CondensedSet
from engine.data.sign_off import seal
from engine.project import Project
from engine.project.export import export_run
from engine.project.sign_off import judged_set, sign_off, sign_off_of, sign_offs_of
from engine.runtime import UserError


@pytest.fixture
def made(make_project):
    """Two classes of two samples each."""
    return make_project(("flat", "steep"))


def accept_all(run) -> None:
    run.judgements().judge_all(range(run.condensed().decoded), "accepted", inspector="佐藤")


def refused(run, **options) -> str:
    with pytest.raises(UserError) as caught:
        sign_off(run, "佐藤", **options)
    return caught.value.key


def test_a_set_is_signed_when_all_of_it_is_accepted(made):
    _, run = made
    assert sign_off_of(run) is None
    assert refused(run) == "sign_off.open"
    accept_all(run)
    run.judge(1, "hold")
    assert refused(run) == "sign_off.on_hold"
    run.judge(1, "rejected")
    assert refused(run) == "sign_off.rejected"
    run.judge(1, "accepted")
    signed = sign_off(run, " 佐藤 ", "May be used.\x1b[0m")
    assert (signed.inspector, signed.statement) == ("佐藤", "May be used.[0m")
    assert (signed.samples, signed.accepted, signed.partial) == (4, 4, False)
    assert sign_off_of(run) == signed
    assert signed.state == "signed"


def test_a_name_is_needed(made):
    with pytest.raises(UserError) as caught:
        sign_off(made[1], " \n", partial=True)
    assert caught.value.key == "sign_off.no_name"


def test_signing_in_part_says_so(made):
    _, run = made
    run.judge(0, "accepted")
    run.judge(1, "rejected")
    signed = sign_off(run, "Mori", partial=True)
    assert signed.partial
    assert (signed.accepted, signed.rejected, signed.open) == (1, 1, 2)
    accept_all(run)
    assert not sign_off(run, "Mori", partial=True).partial


def test_a_later_verdict_shows_and_the_history_is_kept(made):
    project, run = made
    accept_all(run)
    sign_off(run, "A")
    run.judge(0, "accepted", note="looked again")
    assert sign_off_of(run).state == "changed"
    sign_off(run, "B")
    found = sign_offs_of(Project.open(project.path).run(run.id))
    assert [(one.inspector, one.state) for one in found] == [("A", "changed"), ("B", "signed")]


@pytest.mark.parametrize(
    "change",
    [
        lambda one: {"images": one.images ^ (np.arange(16) == 3).astype(np.uint8)[:, None]},
        lambda one: {"labels": one.labels[::-1].copy()},
        lambda one: {"class_names": ["flat", "Steep"]},
        lambda one: {"mean": one.mean + np.float32(0.01)},
        lambda one: {"std": one.std * np.float32(1.01)},
        lambda one: {"real": np.array([0, 0, 1, 2], np.uint32)},
    ],
)
def test_a_set_that_changed_shows(made, change):
    _, run = made
    accept_all(run)
    sign_off(run, "A")
    condensed = run.condensed()
    dataclasses.replace(condensed, provenance={"read": "again"}).save(run.condensed_path)
    assert sign_off_of(run).state == "signed", "what is no part of the set may change"
    dataclasses.replace(condensed, **change(condensed)).save(run.condensed_path)
    assert sign_off_of(run).state == "changed"


def test_copies_of_a_real_picture_are_judged_by_the_first(made):
    _, run = made
    condensed = run.condensed()
    condensed = dataclasses.replace(condensed, real=np.array([0, 0, 1, 1], np.uint32))
    condensed.save(run.condensed_path)
    run.judgements().judge_all([0, 1], "accepted")
    run.judge(3, "rejected")  # a repetition, which no window shows
    run.judge(99, "rejected")  # no such sample any more
    assert refused(run) == "sign_off.open"
    run.judge(2, "accepted")
    assert judged_set(run).judged.codes.tolist() == [1, 1, 1, 1]
    assert sign_off(run, "A").samples == 3


def test_the_file_tells_whether_it_is_what_was_signed(made, tmp_path):
    project, run = made
    accept_all(run)
    signed = sign_off(run, "佐藤")
    path = export_run(project, run, tmp_path / "set.h5")
    assert CondensedSet.load(path).sign_off == signed
    with h5py.File(path, "r+") as file:
        file["verdicts"][0] = 2
    assert CondensedSet.load(path).sign_off.state == "changed"


def test_anyone_can_compute_the_hash_from_the_file(made, tmp_path):
    """As docs/file-format.md says, with nothing of ours."""
    project, run = made
    run.judgements().judge(0, "rejected", note="縁が欠けている", reasons=["artefact", "noisy"])
    sign_off(run, "佐藤", partial=True)
    path = export_run(project, run, tmp_path / "set.h5")
    total = hashlib.sha256()

    def part(content: bytes) -> None:
        total.update(len(content).to_bytes(8, "little") + content)

    def array(file: h5py.File, name: str, dtype: str) -> None:
        values = file[name][:] if name in file else file.attrs.get(name)
        part(b"" if values is None else " ".join(map(str, values.shape)).encode())
        part(b"" if values is None else values.astype(dtype).tobytes())

    def texts(file: h5py.File, name: str) -> None:
        values = file[name].asstr()[:]
        part(str(len(values)).encode())
        for one in values:
            part(one.encode())

    with h5py.File(path) as file:
        array(file, "images", "u1")
        array(file, "labels", "<i8")
        texts(file, "class_names")
        array(file, "mean", "<f4")
        array(file, "std", "<f4")
        array(file, "packed", "u1")
        array(file, "real", "<u4")
        array(file, "verdicts", "u1")
        for name in ("inspector", "time", "note", "reasons"):
            texts(file, f"verdict_{name}")
        signed = json.loads(file.attrs["sign_off"])
    assert signed["sha256"] == total.hexdigest()


def test_a_set_without_verdicts_has_one_hash(made):
    condensed = judged_set(made[1])
    assert condensed.judged is None
    assert len(seal(condensed)) == 64
    assert seal(condensed) == seal(made[1].condensed())


def test_an_altered_sign_off_is_refused(made):
    _, run = made
    with run.catalogue.transaction() as connection:
        connection.execute(
            "INSERT INTO sign_offs (run, content) VALUES (?, ?)", (run.id, '{"inspector": 3}')
        )
    with pytest.raises(UserError) as caught:
        sign_off_of(run)
    assert caught.value.key == "file.not_ours"
