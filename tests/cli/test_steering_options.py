"""Options that steer a run: what to put first, whose appearance, how likeness is measured."""

from __future__ import annotations

import shutil

import pytest

from engine.data.recipe import WEIGHT_PRESETS, CondenseRecipe
from engine.project import Project, RunResult

RESULT = RunResult(1, 1.0, 2, 2, "cpu", content_gap=0.1, style_gap=0.1, diversity=1.0)


@pytest.fixture(autouse=True)
def nothing_is_condensed(monkeypatch):
    monkeypatch.setattr("gui.cli.steps.condense", lambda console, project, run: RESULT)


@pytest.fixture
def held(project, tmp_path):
    """A project of one's own."""
    path = tmp_path / "p.shizuku"
    shutil.copytree(project, path)
    return path


@pytest.fixture
def ask(shizuku, held):
    """The recipe that a command line asks for."""

    def recipe(*options: object) -> CondenseRecipe:
        answer = shizuku("condense", held, *options, "--json")
        assert answer.code == 0, answer.err
        return Project.open(held).run(answer.json["run"]).recipe

    return recipe


@pytest.fixture
def refused(shizuku, held):
    """The key of the sentence that a command line is refused with."""

    def key(*options: object) -> str:
        runs = len(Project.open(held).runs())
        answer = shizuku("condense", held, *options, "--json")
        assert answer.code in (2, 3)
        assert len(Project.open(held).runs()) == runs
        return answer.json["key"]

    return key


def test_without_options_the_recipe_is_the_default_one(ask):
    assert ask() == CondenseRecipe()


@pytest.mark.parametrize("name", list(WEIGHT_PRESETS))
def test_what_to_put_first(ask, name):
    assert ask("--weights", name) == CondenseRecipe(**WEIGHT_PRESETS[name])


def test_a_weight_given_by_itself_wins(ask):
    assert ask("--weights", "appearance", "--content", 1) == CondenseRecipe(
        content=1, style=2, diversity=1
    )
    assert ask("--style", 0) == CondenseRecipe(style=0)


def test_every_choice_of_an_expert(ask):
    options = {
        "--appearance": "varied",
        "--variation": 3,
        "--kind": "photo",
        "--moments-share": 0.25,
        "--style-layers": "late",
        "--tap": "relu",
        "--kernel": "rbf",
        "--diversity-kind": "kl",
        "--neighbours": 0.4,
    }
    assert ask(*(word for pair in options.items() for word in pair)) == CondenseRecipe(
        appearance="varied",
        variation=3,
        picture_kind="photo",
        moments_share=0.25,
        style_layers="late",
        tap="relu",
        kernel="rbf",
        diversity_kind="kl",
        neighbours=0.4,
    )


def test_a_reference_folder_is_imported_once_and_found_again_by_name(ask, shizuku, held, pictures):
    recipe = ask("--reference", pictures / "丸")
    (found,) = Project.open(held).references()
    assert (found.title, found.pictures) == ("丸", 10)
    assert (recipe.appearance, recipe.reference) == ("reference", found.name)
    assert ask("--appearance", "reference", "--reference", pictures / "丸") == recipe
    assert ask("--reference", found.name) == recipe
    assert len(Project.open(held).references()) == 1
    told = shizuku("condense", held, "--reference", pictures / "丸", "--language", "ja")
    assert "参照「丸」を取り込みました(10 枚)" in told.out


def test_what_does_not_go_together_is_refused_before_anything_is_read(
    refused, held, pictures, tmp_path
):
    assert refused("--appearance", "reference") == "condense.no_reference"
    assert refused("--reference", tmp_path / "none") == "file.missing"
    (tmp_path / "empty").mkdir()
    assert refused("--reference", tmp_path / "empty") == "import.reference_unusable"
    published = ("--preset", "published")
    assert refused(*published, "--appearance", "varied") == "condense.published_appearance"
    assert refused(*published, "--reference", pictures) == "condense.published_appearance"
    both = ("--appearance", "varied", "--reference", pictures)
    assert refused(*both) == "command.wrong_option"
    assert refused("--reference", pictures, "--minutes", 0) == "condense.recipe_invalid"
    assert Project.open(held).references() == []


@pytest.mark.parametrize(
    "options",
    [
        ("--weights", "best"),
        ("--appearance", "mixed"),
        ("--variation", 0.5),
        ("--moments-share", 2),
        ("--neighbours", 0),
    ],
)
def test_a_value_out_of_range_is_wrong_use(refused, options):
    assert refused(*options) == "command.usage"


def test_a_run_that_goes_on_keeps_its_choices(ask, refused, shizuku, held, pictures):
    recipe = ask("--reference", pictures / "丸", "--weights", "structure", "--tap", "relu")
    resume = ("--resume", "latest")
    for same in (
        (),
        ("--reference", pictures / "丸"),
        ("--appearance", "reference"),
        ("--weights", "structure"),
        ("--tap", "relu"),
    ):
        assert ask(*resume, *same) == recipe
    for other in (
        ("--reference", pictures / "三角"),
        ("--appearance", "mine"),
        ("--weights", "balanced"),
        ("--kind", "photo"),
        ("--neighbours", 0.5),
    ):
        assert refused(*resume, *other) == "command.resume_alone"
    told = shizuku("condense", held, *resume, "--kind", "photo", "--style-layers", "late")
    assert "--kind, --style-layers" in told.err


def test_a_run_without_reference_is_not_given_one(ask, refused, held, pictures):
    ask()
    assert refused("--resume", "latest", "--reference", pictures) == "command.resume_alone"
    assert Project.open(held).references() == []
