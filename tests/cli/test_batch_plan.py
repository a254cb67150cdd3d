"""A plan is checked as a whole before anything is done; each fault is one sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.runtime import UserError
from gui.cli.batch.plan import load_plan

DOCS = Path(__file__).parents[2] / "docs"
USUAL = '[sets.a]\nsource = "a"\n'


def plan_of(folder: Path, text: str) -> Path:
    path = folder / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_are_joined_with_what_a_set_says_key_by_key(tmp_path):
    plan = load_plan(
        plan_of(
            tmp_path,
            """
            folder = "out"
            [defaults.import]
            size = 32
            colour = "grey"
            [defaults.condense]
            ipc = 5
            weights = "structure"
            [defaults.trial]
            against = ["random", "full"]
            weights = "resnet.pt"
            [sets.first]
            source = "pictures/first"
            [sets."第二 ライン"]
            source = "/data/second"
            import = { size = 64, list_file = "labels.csv" }
            trial = false
            export = { forms = ["parquet", "hdf5"] }
            [sets."第二 ライン".condense]
            style = 2
            class_images = { "良品" = 3 }
            kind = "photo"
            keep_whole = "never"
            """,
        )
    )
    first, second = plan.sets
    assert (first.imports.size, first.imports.colour, first.condense.ipc) == (32, "grey", 5)
    assert (first.condense.style, first.condense.keep_whole) == (0.25, None)
    assert first.trial is not None
    assert first.trial.against == ("random", "full")
    assert first.trial.weights == str(tmp_path / "resnet.pt")
    assert first.source == tmp_path / "pictures" / "first"
    assert first.project == tmp_path / "out" / "first.shizuku"
    assert (second.imports.size, second.imports.colour) == (64, "grey")
    assert second.imports.list_file == str(tmp_path / "labels.csv")
    assert (second.condense.ipc, second.condense.style, second.condense.content) == (5, 2, 1)
    assert second.condense.by_class == {"良品": 3}
    assert (second.condense.picture_kind, second.condense.keep_whole) == ("photo", 0)
    assert second.trial is None
    assert second.exports is not None
    assert second.exports.forms == ("parquet", "hdf5")
    assert second.source == Path("/data/second")


def test_a_set_can_ask_for_a_step_that_the_defaults_leave_out(tmp_path):
    text = (
        "[defaults]\ntrial = false\nreport = false\n"
        + USUAL
        + '[sets.b]\nsource = "b"\ntrial = { seeds = 2 }\nreport = true\n'
    )
    first, second = load_plan(plan_of(tmp_path, text)).sets
    assert first.trial is first.reports is None
    assert second.trial is not None
    assert second.trial.seeds == 2
    assert second.reports is not None


@pytest.mark.parametrize(
    ("text", "key", "told"),
    [
        ("sets = {}", "plan.wrong_value", "sets: "),
        ("sets = \n", "plan.unreadable", "line 1"),
        ("colour = 1\n" + USUAL, "plan.unknown_key", "“colour” is not known. Allowed here: def"),
        ("[sets.a]", "plan.missing_key", "“sets.a.source” is missing"),
        ("[defaults.condnse]\n" + USUAL, "plan.unknown_key", "“defaults.condnse”"),
        (USUAL + "ipc = 3", "plan.unknown_key", "“sets.a.ipc” is not known. Allowed here: cond"),
        (USUAL + "[sets.a.condense]\nipk = 3", "plan.unknown_key", "“sets.a.condense.ipk”"),
        (USUAL + "[sets.a.trial]\nseds = 3", "plan.unknown_key", "“sets.a.trial.seds”"),
        (USUAL + '[sets.a.condense]\nipc = "3"', "plan.wrong_value", "sets.a.condense.ipc: "),
        ("[defaults.condense]\nipc = 99\n" + USUAL, "plan.wrong_value", "defaults.condense.ipc: "),
        (USUAL + "[sets.a.condense]\nstyle = nan", "plan.wrong_value", "sets.a.condense.style: "),
        (USUAL + "[sets.a.condense]\nsteps = 1.5", "plan.wrong_value", "sets.a.condense.steps: "),
        (USUAL + "[sets.a.import]\nsize = 2026-01-01", "plan.wrong_value", "import.size: "),
        (USUAL + '[sets.a.export]\nforms = ["zip"]', "plan.wrong_value", "export.forms.0: "),
        (USUAL + '[sets.a.condense]\nkind = "x"', "plan.wrong_value", "condense.kind: "),
        (USUAL + '[sets.a.condense]\nkeep_whole = "x"', "plan.wrong_value", "auto | never | N"),
        (USUAL + "import = false", "plan.wrong_value", "sets.a.import: "),
        ('[sets."../a"]\nsource = "a"', "plan.set_name", "../a"),
        (USUAL + '[sets.A]\nsource = "b"', "plan.same_project", "“a” and “A”"),
        (
            USUAL + '[sets.a.condense]\nreference = "r"\nappearance = "varied"',
            "plan.wrong_value",
            "sets.a.condense.reference: ",
        ),
        (
            USUAL + '[sets.a.condense]\npreset = "published"\nappearance = "varied"',
            "condense.published_appearance",
            "",
        ),
    ],
)
def test_each_fault_is_one_sentence_that_names_file_and_key(tmp_path, text, key, told):
    with pytest.raises(UserError) as caught:
        load_plan(plan_of(tmp_path, text))
    assert caught.value.key == key
    assert caught.value.exit_code == 2
    assert told in str(caught.value)
    assert key.startswith("condense.") or "plan.toml" in str(caught.value)


def test_a_reference_makes_the_appearance_that_of_the_reference(tmp_path):
    text = USUAL + '[sets.a.condense]\nreference = "scans"'
    (one,) = load_plan(plan_of(tmp_path, text)).sets
    assert (one.condense.appearance, one.condense.reference) == ("reference", None)
    assert one.reference == tmp_path / "scans"


def test_a_file_with_a_byte_order_mark_is_read_and_a_missing_one_told(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_bytes(b"\xef\xbb\xbf" + USUAL.encode())
    assert load_plan(path).sets[0].name == "a"
    with pytest.raises(UserError) as caught:
        load_plan(tmp_path / "other.toml")
    assert (caught.value.key, caught.value.exit_code) == ("file.missing", 3)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_plan_of_the_documentation_is_one(tmp_path, language):
    text = (DOCS / f"batch.{language}.md").read_text(encoding="utf-8")
    example = re.search(r"```toml\n(.*?)```", text, re.DOTALL)
    assert example
    first, second = load_plan(plan_of(tmp_path, example[1])).sets
    assert (first.condense.ipc, second.condense.ipc, second.trial) == (10, 20, None)
    assert second.condense.by_class == {"scratch": 40}
