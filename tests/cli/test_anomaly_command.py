"""``shizuku anomaly``: normal sets compared on the command line."""

from __future__ import annotations

import json


def test_normal_sets_are_compared(shizuku, make_project):
    project, run = make_project(("good", "burnt"), train=(16, 0), test=5, size=32, ipc=3)
    asked = ("anomaly", project.path, "latest", "--features", "random", "--draws", 1)
    answer = shizuku(*asked, "--missed-cost", 1000, "--alarm-cost", 10, "--json")
    assert answer.code == 0, answer.err
    assert answer.json["run"] == run.id
    assert {one["name"] for one in answer.json["sets"]} == {
        "full", "condensed", "kcenter", "random",
    }  # fmt: skip
    assert answer.json["losses"]["missed"] == 1000
    stored = json.loads((run.folder / "anomaly" / "0001.json").read_text("utf-8"))
    assert stored["sets"] == answer.json["sets"]
    told = shizuku(*asked, "--false-alarms", 20, "--language", "ja")
    assert told.code == 0
    assert "濃縮データ: 3 枚" in told.out


def test_an_unknown_class_is_wrong_use(shizuku, make_project):
    project, _ = make_project(("good", "burnt"), train=(16, 0), test=5, size=32, ipc=3)
    answer = shizuku("anomaly", project.path, "latest", "--normal", "fine", "--json")
    assert answer.code == 2
    assert answer.json["key"] == "anomaly.no_class"
