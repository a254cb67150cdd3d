"""The stream on the command line: what each command answers, with real files."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import h5py
import numpy as np
import pytest
from torchvision.datasets import ImageFolder

from engine.data.recipe import CondenseRecipe
from engine.runtime import UserError, text
from gui.cli import steps
from gui.cli.console import Console

ROOT = Path(__file__).parents[2]
CLASSES = ["三角", "丸", "四角"]


def test_import_answers_with_classes_splits_and_what_was_left_out(shizuku, pictures, tmp_path):
    answer = shizuku(
        "import", pictures, "--into", tmp_path / "p.shizuku", "--size", 16, "--json"
    ).json
    assert answer["project"] == str(tmp_path / "p.shizuku")
    assert answer["images"] == 30
    assert answer["classes"] == dict.fromkeys(CLASSES, 10)
    assert answer["splits"] == {"train": 24, "test": 6}
    assert [one["file"] for one in answer["refused"]] == ["丸/壊れた.png"]
    assert answer["refused"][0]["reason"]
    assert all({"kind", "count", "text"} <= set(one) for one in answer["notices"])


def test_people_get_sentences_in_their_language(shizuku, pictures, tmp_path):
    english = shizuku("import", pictures, "--into", tmp_path / "a.shizuku", "--size", 16)
    assert "Imported 30 pictures in 3 classes: 24 for training, 6 held out" in english.out
    japanese = shizuku(
        "import", pictures, "--into", tmp_path / "b.shizuku", "--size", 16, "--language", "ja"
    )
    assert "3 クラス 30 枚の画像を取り込みました" in japanese.out
    assert "壊れた.png" in japanese.out


def test_advise_proposes_a_recipe_with_its_reasons(shizuku, project):
    answer = shizuku("advise", project, "--json").json
    assert (answer["ipc"], answer["packing"]) == (1, "auto")  # eight pictures a class
    assert answer["preset"] in ("quick", "standard", "best")
    assert answer["seconds"] > 0
    told = shizuku("advise", project, "--language", "ja").out
    assert "クラスあたり 1 枚" in told


def test_condense_answers_with_its_run_and_gaps(shizuku, run, project):
    assert run["steps"] == 4
    assert (run["stored"], run["decoded"]) == (6, 6)
    assert run["device"] == "cpu"
    assert run["status"] == "done"
    assert run["seconds"] > 0
    assert run["content_gap"] >= 0
    assert run["style_gap"] >= 0
    assert Path(run["path"]).is_relative_to(project)


def test_the_exported_file_reads_as_its_documentation_says(
    shizuku, project, run, tmp_path, monkeypatch
):
    answer = shizuku("export", project, "latest", "--to", tmp_path / "set.h5", "--json")
    assert answer.json == {"path": str(tmp_path / "set.h5")}
    example = re.search(
        r"```python\n(.*?)```",
        (ROOT / "docs" / "file-format.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert example
    monkeypatch.chdir(tmp_path)
    found: dict[str, np.ndarray] = {}
    exec(example[1], found)
    assert found["images"].dtype == np.uint8
    assert found["images"].shape == (6, 16, 16, 1)
    assert found["labels"].tolist() == [0, 0, 1, 1, 2, 2]
    assert list(found["names"]) == CLASSES
    assert abs(float(found["normalised"].mean())) < 1
    with h5py.File("set.h5") as file:
        provenance = json.loads(file.attrs["provenance"])
        assert json.loads(file.attrs["recipe"])["steps"] == 4
        assert file.attrs["images_per_class"] == 2
    assert {"app_version", "date", "seed", "source_fingerprint", "seconds", "device"} <= set(
        provenance
    )


def test_the_exported_folder_is_an_image_folder(shizuku, project, run, tmp_path):
    answer = shizuku("export", project, run["run"][:18], "--to", tmp_path / "folder", "--json")
    folder = ImageFolder(answer.json["path"])
    assert folder.classes == CLASSES
    assert folder.targets == [0, 0, 1, 1, 2, 2]


def test_info_tells_of_a_project_and_of_a_file(shizuku, project, run, tmp_path):
    about = shizuku("info", project, "--json").json
    assert about["classes"] == dict.fromkeys(CLASSES, 10)
    assert about["splits"] == {"train": 24, "test": 6}
    mine = next(one for one in about["runs"] if one["run"] == run["run"])
    assert mine["status"] == "done"
    assert mine["result"]["steps"] == 4
    assert run["run"] in shizuku("info", project, "--language", "ja").out

    shizuku("export", project, run["run"], "--to", tmp_path / "set.h5")
    about = shizuku("info", tmp_path / "set.h5", "--json").json
    assert about["format"] == "shizuku-condensed"
    assert (about["images"], about["ipc"]) == (6, 2)
    assert about["classes"] == dict.fromkeys(CLASSES, 2)
    assert about["provenance"]["run"] == run["run"]
    assert about["recipe"]["preset"] == "quick"
    assert "shizuku-condensed" in shizuku("info", tmp_path / "set.h5").out


def test_importing_the_same_folder_again_is_fine_another_is_refused(
    shizuku, project, run, pictures, tmp_path
):
    other = tmp_path / "other"
    shutil.copytree(pictures, other)
    refused = shizuku("import", other, "--into", project, "--size", 16, "--json")
    assert refused.code == 2
    assert refused.json["key"] == "command.other_source"
    assert shizuku("import", pictures, "--into", project, "--size", 16).code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "key"),
    [
        (["info", "PROJECT/none"], 3, "project.missing"),
        (["info", "PROJECT/none.h5"], 3, "file.missing"),
        (["info", "PROJECT/images.h5"], 3, "file.not_ours"),
        (["export", "PROJECT", "nothing", "--to", "TMP/x.h5"], 2, "project.no_run"),
        (["export", "PROJECT", "latest", "--to", "PROJECT/runs/x.h5"], 2, "export.inside_runs"),
        (["condense", "PROJECT", "--resume", "latest"], 2, "condense.nothing_to_resume"),
        (["condense", "PROJECT", "--minutes", "0"], 2, "condense.recipe_invalid"),
        (["trial", "PROJECT", "latest", "--against", "full,best"], 2, "command.wrong_choice"),
        (["condense", "PROJECT", "--ipc", "0"], 2, "command.usage"),
        (["import", "TMP", "--into", "TMP/p", "--colour", "pink"], 2, "command.usage"),
        (["import", "TMP/none", "--into", "TMP/p.shizuku"], 3, None),
        (["import", "TMP/empty", "--into", "TMP/p.shizuku"], 3, None),
        (["condens"], 2, "command.usage"),
        (["export", "PROJECT"], 2, "command.usage"),
    ],
)
def test_a_failure_is_one_json_object_with_a_sentence_and_its_exit_code(
    shizuku, project, run, tmp_path, arguments, code, key
):
    (tmp_path / "empty").mkdir()
    places = {"PROJECT": str(project), "TMP": str(tmp_path)}
    filled = [re.sub("PROJECT|TMP", lambda found: places[found[0]], one) for one in arguments]
    answer = shizuku(*filled, "--json")
    assert answer.code == code, answer.err
    assert answer.json["error"]
    if key:
        assert answer.json["key"] == key
    assert not (tmp_path / "p.shizuku").exists()


def test_a_fault_of_ours_is_told_with_its_trace_and_code_1(
    shizuku, project, run, tmp_path, monkeypatch
):
    def broken(*_arguments: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("gui.cli.exporting.export_run", broken)
    answer = shizuku("export", project, "latest", "--to", tmp_path / "x.h5", "--json")
    assert answer.code == 1
    assert answer.json["key"] == "command.unexpected"
    assert "Traceback" in answer.err


def test_a_run_stopped_before_its_first_step_says_how_to_go_on(make_project, monkeypatch):
    project, _ = make_project()
    run = project.new_run(CondenseRecipe(ipc=2))

    def stopped_while_networks_are_trained(project, run, **named):
        run.end("stopped", step=0)

    monkeypatch.setattr("engine.synthesis.condense_run", stopped_while_networks_are_trained)
    with pytest.raises(UserError) as told:
        steps.condense(Console("en", as_json=True), project, run)
    assert (told.value.key, told.value.exit_code) == ("command.stopped_early", 4)
    assert f"--resume {run.id}" in text(told.value.key, "en", **told.value.params)
