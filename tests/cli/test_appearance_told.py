"""How samples look, on the command line: in sentences and as JSON."""

from __future__ import annotations

import json

from engine.data.appearance_report import AppearanceReport
from engine.data.appearance_words import appearance_sentences
from engine.inspection.of_run import run_appearance
from engine.trial import TrialRecipe
from gui.cli import steps
from gui.cli.console import Console
from tests.inspection.drawings import drawings, written


def measured(made):
    project, run = made
    with project.image_set() as image_set:
        return run_appearance(project, run, image_set, run.condensed())


def test_info_tells_it_of_every_run(shizuku, make_project):
    made = make_project()
    report = measured(made)
    (run,) = shizuku("info", made[0].path, "--json").json["runs"]
    assert AppearanceReport.from_dict(run["appearance"]) == report
    for language in ("en", "ja"):
        told = shizuku("info", made[0].path, "--language", language).out
        for sentence in appearance_sentences(report, language):
            assert f"  {sentence}\n" in told


def test_info_lists_the_references(shizuku, make_project):
    project, _ = make_project(size=24)
    assert shizuku("info", project.path, "--json").json["references"] == []
    pictures, labels = drawings(4, seed=0)
    for name, side in (("a" * 16, 24), ("b" * 16, 48)):
        path = project.reference_path(name)
        path.parent.mkdir(exist_ok=True)
        written(path, pictures[:, :side, :side], labels).close()
    found = shizuku("info", project.path, "--json").json["references"]
    assert [one["usable"] for one in found] == [True, False]
    assert [(one["pictures"], one["size"]) for one in found] == [(12, [24, 24]), (12, [48, 48])]
    assert all(one["bytes"] == project.reference_path(one["name"]).stat().st_size for one in found)
    told = shizuku("info", project.path).out
    assert f"Reference {'a' * 16}" in told
    assert told.count("import its folder again") == 1


def test_info_of_an_older_run_has_none(shizuku, make_project):
    project, run = make_project()
    assert shizuku("info", project.path, "--json").json["runs"][0]["appearance"] is None
    run.appearance_path.write_text("[", encoding="utf-8")
    answer = shizuku("info", project.path)
    assert answer.code == 0
    assert "Appearance" not in answer.out


def test_a_trial_answers_with_it_and_does_not_keep_it_twice(make_project, capsys):
    made = make_project()
    report = measured(made)
    recipe = TrialRecipe(
        against=("random",), seeds=1, epochs=1, least_steps=2, width=8, device="cpu"
    )
    answer = steps.trial(Console("en", as_json=False), *made, recipe).as_dict()
    assert AppearanceReport.from_dict(answer["appearance"]) == report
    assert appearance_sentences(report)[0] in capsys.readouterr().out
    json.dumps(answer, allow_nan=False)
    assert made[1].trials()[0]["appearance"] is None


def test_a_report_of_other_samples_is_not_told(make_project):
    project, run = make_project()
    measured((project, run))
    condensed = run.condensed()
    condensed.images[:] = 255 - condensed.images
    condensed.save(run.condensed_path)
    assert steps.tell_appearance(Console("en", as_json=False), run) is None
