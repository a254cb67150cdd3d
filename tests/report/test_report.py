"""The report is one whole page that tells what was found, in both languages."""

from __future__ import annotations

import base64
import dataclasses
import io
import re
import shutil
from html.parser import HTMLParser

import numpy as np
import pytest
from PIL import Image

from engine.data import CondensedSet
from engine.data.appearance_report import Histogram
from engine.data.appearance_words import appearance_sentences
from engine.data.judged import VerdictCounts
from engine.data.recipe import CondenseRecipe
from engine.data.verdict_words import counts_sentence, reason_text, sign_off_sentence
from engine.inspection import ClassGap
from engine.inspection.blind import BlindPair, blind_tests_of, finish_test, keep_test
from engine.project import ImportRecord, Refused, SourceNotice
from engine.project.sign_off import sign_off, sign_off_of
from engine.report import write_report
from engine.report.appearance import gap_bars, layer_bars
from engine.report.charts import outlines
from engine.report.pictures import strip
from engine.report.wording import money, plain, points
from engine.runtime import LANGUAGES, StopSource, UserError, text
from engine.trial import CostInputs, TrialRecipe, keep_costs, project_costs, run_trial

VOID = {"meta", "img", "br", "link", "hr", "input"}
HOSTILE = ("<script>alert(1)</script>", 'a"onload="x', "{{ 7 * 7 }} & {0}")


class Page(HTMLParser):
    """Checks that every element is closed, and collects what matters."""

    def __init__(self, path):
        super().__init__()
        self.open, self.tags, self.links, self.words = [], [], [], []
        self.source = path.read_text(encoding="utf-8")
        self.feed(self.source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.links += [v for n, v in attributes if n in ("src", "href", "action", "xlink:href")]
        assert not [n for n, _ in attributes if n.startswith("on")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] not in ("style", "script"):
            self.words.append(data)

    @property
    def text(self):
        return re.sub(r"\s+", " ", " ".join(self.words))


def tried(made):
    recipe = TrialRecipe(seeds=2, epochs=1, least_steps=4, width=8, device="cpu")
    run_trial(*made, recipe, emit=lambda event: None, token=StopSource().token)
    return made


def written(made, tmp_path, language="en"):
    return Page(write_report(*made, tmp_path / "報告" / "report.html", language=language))


def record(project):
    project.record_import(
        ImportRecord(
            source="/data/図面",
            layout="class-folders",
            time="2026-01-02T03:04:05+09:00",
            seconds=1.0,
            refused=[Refused("flat/壊れた.png", "import.truncated")],
            notices=[SourceNotice("duplicates", 4, "import.duplicates", {"count": 4})],
        )
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_tried_run_is_reported_whole(make_project, tmp_path, language):
    project, run = tried(make_project())
    record(project)
    page = written((project, run), tmp_path, language)
    appearance = run.appearance()
    # Accuracy, recall, confusion; a chart a measure; gaps by class and by layer.
    assert page.tags.count("svg") == 3 + len(appearance.measures) + 2
    issues = [text(f"report.issues_{name}", language) for name in ("pairs", "samples")]
    shown = sum(page.source.count(f'alt="{words}"') for words in issues)
    assert page.tags.count("img") == 2 * 3 + (appearance.largest is not None) + shown
    first = page.text.index("points" if language == "en" else "ポイント")
    assert first < page.text.index("steep"), "the answer stands before the details"
    for word in ("flat/壊れた.png", "/data/図面", run.id, "./shizuku trial p.shizuku latest"):
        assert word in page.text
    assert f'lang="{language}"' in page.source


def test_the_commands_repeat_every_choice_of_the_recipe(make_project, tmp_path):
    project, by_hand = make_project()
    by_class = {"flat": 3, "steep": 4}
    recipe = CondenseRecipe(ipc=2, packing=2, balance="proportional", seed=7, by_class=by_class)
    recipe = recipe.model_copy(update={"keep_whole": 0, "start": "real"})
    run = project.new_run(recipe)
    shutil.copy(by_hand.condensed_path, run.condensed_path)
    text = written((project, run), tmp_path).text
    for option in (
        "--ipc 2",
        "--packing 2",
        "--balance proportional",
        "--seed 7",
        "--keep-whole never",
        "--start real",
        "--class-images flat=3 --class-images steep=4",
    ):
        assert option in text
    assert "--kernel" not in text  # as usual


def test_the_commands_repeat_what_steered_a_run(make_project, tmp_path):
    project, by_hand = make_project()
    recipe = CondenseRecipe(
        appearance="reference",
        reference="0123456789abcdef",
        picture_kind="photo",
        moments_share=0.25,
        style_layers="late",
        tap="relu",
        kernel="rbf",
        diversity_kind="kl",
        neighbours=0.4,
    )
    run = project.new_run(recipe)
    shutil.copy(by_hand.condensed_path, run.condensed_path)
    text = written((project, run), tmp_path).text
    for option in (
        "--appearance reference",
        "--reference 0123456789abcdef",
        "--kind photo",
        "--moments-share 0.25",
        "--style-layers late",
        "--tap relu",
        "--kernel rbf",
        "--diversity-kind kl",
        "--neighbours 0.4",
    ):
        assert option in text


def test_classes_kept_whole_are_told(make_project, tmp_path):
    project, run = make_project()
    condensed = run.condensed()
    real = (condensed.labels == 1).astype(np.uint32)
    dataclasses.replace(condensed, real=real).save(run.condensed_path)
    text = written((project, run), tmp_path).text
    assert text.count("real, kept whole") == 1


def test_the_numbers_are_those_of_the_trial(make_project, tmp_path):
    project, run = tried(make_project())
    condensed = next(one for one in run.trials()[0]["sets"] if one["name"] == "condensed")
    page = written((project, run), tmp_path)
    mean, std = 100 * condensed["accuracy_mean"], 100 * condensed["accuracy_std"]
    assert f"{mean:.1f} % ± {std:.1f}" in page.text
    names = condensed["recall"].keys()
    for truth, row in zip(names, condensed["confusion"], strict=True):
        for said, count in zip(names, row, strict=True):
            if count:
                cell = text("report.matrix_cell", "en", truth=truth, said=said, count=count)
                assert cell in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_that_was_not_tried_says_so(make_project, tmp_path, language):
    page = written(make_project(), tmp_path, language)
    assert {"en": "Not tried yet.", "ja": "試し学習はまだ行っていません。"}[language] in page.text
    assert text("report.accuracy_chart", language) not in page.source
    assert "./shizuku trial" not in page.text


def test_it_needs_no_other_file(make_project, tmp_path):
    page = written(tried(make_project()), tmp_path)
    assert page.links
    assert all(link.startswith("data:image/png;base64,") for link in page.links)
    assert "http" not in page.source
    assert not {"script", "link", "iframe", "object"} & set(page.tags)
    assert "url(" not in page.source
    assert "@import" not in page.source


def test_hostile_class_names_stay_text(make_project, tmp_path):
    page = written(tried(make_project(HOSTILE)), tmp_path)
    assert "script" not in page.tags
    for name in HOSTILE:
        assert name in page.text


def test_pictures_imported_anew_are_not_shown_as_if_compared(make_project, tmp_path):
    project, run = make_project()
    mine = CondensedSet.load(run.condensed_path)
    mine.provenance["source_fingerprint"] = "other"
    mine.save(run.condensed_path)
    page = written((project, run), tmp_path)
    assert "pictures have changed" in page.text
    assert "img" not in page.tags


def test_an_unreadable_trial_does_not_spoil_the_report(make_project, tmp_path):
    project, run = make_project()
    run.add_trial({"sets": "all"})
    assert "Not tried yet." in written((project, run), tmp_path).text


def test_without_full_data_no_time_is_claimed(make_project, tmp_path):
    project, run = make_project()
    recipe = TrialRecipe(
        against=("random",), seeds=1, epochs=1, least_steps=2, width=8, device="cpu"
    )
    run_trial(project, run, recipe, emit=lambda event: None, token=StopSource().token)
    assert "all real samples were not tried" in written((project, run), tmp_path).text


def test_the_projects_own_costs_are_used(make_project, tmp_path):
    project, run = tried(make_project())
    keep_costs(project, CostInputs(currency="EUR", workstation_per_hour=7))
    assert project_costs(project).workstation_per_hour == 7
    assert "€7 an hour" in written((project, run), tmp_path).text


def test_unreadable_costs_give_the_defaults(make_project):
    project, _ = make_project()
    project.set_setting("costs", '{"currency": "shells"}')
    assert project_costs(project) == CostInputs()


def test_the_history_is_drawn(make_project, tmp_path):
    project, run = make_project()
    run.history_path.write_text(
        '{"step": [0, 1, 2], "content": [100, 60, 40], "style": [0, 0, 0], "diversity": "?"}',
        encoding="utf-8",
    )
    page = written((project, run), tmp_path)
    assert "Content: 40 % of the start at the end" in page.text
    assert "0.0,0.0 50.0,40.0 100.0,60.0" in page.source
    assert page.source.count("<polyline points=") == 1


# --- appearance and gaps --------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_the_samples_look_is_told_measure_by_measure(make_project, tmp_path, language):
    project, run = make_project()
    page = written((project, run), tmp_path, language)
    kept = run.appearance()
    assert kept.measures
    for sentence in appearance_sentences(kept, language):
        assert sentence in page.text
    assert page.source.count('class="histogram"') == len(kept.measures)
    assert page.source.count('class="synthetic"') == len(kept.measures)
    assert 'class="reference"' not in page.source


def test_what_was_measured_before_is_not_measured_again(make_project, tmp_path, monkeypatch):
    project, run = make_project()
    written((project, run), tmp_path)
    monkeypatch.setattr("engine.inspection.of_run.compare_appearance", None)
    page = written((project, run), tmp_path)
    assert appearance_sentences(run.appearance())[0] in page.text


def test_a_folder_that_cannot_be_written_spoils_nothing(make_project, tmp_path, monkeypatch):
    def fail(report, path):
        raise UserError("file.cannot_write", file=str(path), reason="read-only")

    monkeypatch.setattr("engine.inspection.of_run.save_appearance", fail)
    project, run = make_project()
    assert "Appearance: " in written((project, run), tmp_path).text
    assert run.appearance() is None


def test_a_resumed_run_is_measured_anew(make_project, tmp_path):
    project, run = make_project()
    written((project, run), tmp_path)
    before = run.appearance()
    condensed = run.condensed()
    dataclasses.replace(condensed, images=255 - condensed.images).save(run.condensed_path)
    written((project, run), tmp_path)
    assert run.appearance() != before
    assert run.appearance().is_of(run.condensed())


def test_pictures_that_changed_have_no_appearance(make_project, tmp_path):
    project, run = make_project()
    written((project, run), tmp_path)
    condensed = run.condensed()
    condensed.provenance["source_fingerprint"] = "other"
    condensed.save(run.condensed_path)
    assert 'class="histogram"' not in written((project, run), tmp_path).source


def test_the_worst_classes_have_bars_the_others_a_row():
    gaps = [ClassGap(f"c{n}", n / 10, 0.01, 1.0, (0.02, 0.0)) for n in range(40)]
    bars = gap_bars(gaps, "en")
    assert [one.name for one in bars[:2]] == ["c39", "c38"]
    assert len(bars) == 30
    assert (bars[0].content, bars[0].content_word) == (100.0, "far off")
    assert bars[0].style == pytest.approx(2.0)
    assert [one.width for one in layer_bars(gaps)] == pytest.approx([4.0, 0.0])
    far = [ClassGap("a", 0.0, 1.0, 1.0, (2.0, 1.0))]
    assert [one.width for one in layer_bars(far)] == pytest.approx([100.0, 50.0])
    assert layer_bars([ClassGap("a", 0.0, 0.0, 1.0)]) == []


def test_histograms_become_steps():
    bins = Histogram(edges=[0.0, 1.0, 3.0], real=[0.25, 0.75], synthetic=[])
    found = outlines(bins)
    assert found.real == ("0.0,100.0 0.0,66.7 33.3,66.7 33.3,0.0 100.0,0.0 100.0,100.0")
    assert (found.synthetic, found.reference) == ("", "")


def test_a_run_without_result_cannot_be_reported(make_project, tmp_path):
    project, run = make_project()
    run.condensed_path.unlink()
    with pytest.raises(UserError, match="no condensed set yet"):
        write_report(project, run, tmp_path / "r.html", language="en")


@pytest.mark.parametrize(("size", "channels"), [(16, 1), (72, 3), (200, 1)])
def test_strips_hold_the_pictures(size, channels):
    images = np.full((3, size, size, channels), 90, np.uint8)
    kind, data = strip(images).split(",")
    assert kind == "data:image/png;base64"
    picture = Image.open(io.BytesIO(base64.b64decode(data)))
    assert 3 < picture.width / picture.height < 3.3
    assert 64 <= picture.height <= 144
    assert np.asarray(picture).flat[0] == 90


def test_words_for_numbers():
    assert money(12345.6, "JPY") == "¥12,346"
    assert money(-3.2, "EUR") == "−€3.20"
    assert money(-0.2, "JPY") == "¥0"
    assert [points(one) for one in (1.25, -1.25, -0.01)] == ["+1.2", "−1.2", "0.0"]
    assert plain({"size": 64, "mean": [0.5, 1.0]}) == "size: 64, mean: 0.5, 1"
    assert plain({"pattern": "", "depth": None, "tile": 0}) == "tile: 0"


# --- quality check --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_set_that_nobody_judged_is_told_as_such(make_project, tmp_path, language):
    page = written(make_project(), tmp_path, language)
    assert text("report.quality_none", language, samples=6) in page.text
    assert text("sign_off.none", language) in page.text
    assert text("report.quality_inspectors", language) not in page.text.split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quality_check_is_told_whole(make_project, tmp_path, language):
    project, run = make_project()
    verdicts = run.judgements()
    verdicts.judge_all([0, 1, 2, 4], "accepted", inspector="佐藤")
    verdicts.judge(
        3, "rejected", inspector="佐藤", note="<b>edge</b>", reasons=["artefact", "noisy"]
    )
    verdicts.judge_all([0, 2], "accepted", inspector="Mori", look=2)
    verdicts.judge(3, "hold", inspector="Mori", look=2, reasons=["noisy"])
    pairs = [BlindPair(n, n, 0, "left") for n in range(20)]
    keep_test(run, finish_test(pairs, ["left"] * 14 + ["right"] * 6, inspector="Mori"))
    sign_off(run, "Mori", "May be used & tried.", partial=True)
    verdicts.judge(5, "rejected")
    signed = sign_off_of(run)
    page = written((project, run), tmp_path, language)
    for words in (
        counts_sentence(VerdictCounts(accepted=4, rejected=1, hold=1, open=0), language),
        sign_off_sentence(signed, language),
        "May be used & tried.",
        signed.sha256[:16],
        "佐藤",
        blind_tests_of(run)[0].sentence(language),
        text("verdict.agreement", language, twice=3, agreeing=2, percent="67"),
        text("verdict.kappa", language, kappa="0.40"),
        reason_text("noisy", language),
        text("report.quality_unnamed", language),
    ):
        assert words in page.text
    assert reason_text("artefact", language) not in page.text, "the newest verdict counts"
    assert "steep 2" in page.text
    assert "b" not in page.tags


def test_hostile_notes_stay_text(make_project, tmp_path):
    project, run = make_project()
    run.judge(0, "rejected", note=HOSTILE[0], inspector=HOSTILE[1])
    page = written((project, run), tmp_path)
    assert "script" not in page.tags
    assert HOSTILE[0] in page.text
    assert HOSTILE[1] in page.text
