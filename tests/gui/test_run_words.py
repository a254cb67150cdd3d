"""A run in one line, as lists of runs have it."""

from __future__ import annotations

import pytest

from engine.data.recipe import CondenseRecipe
from gui.pages.condense_parts.run_list import RunList
from gui.pages.condense_parts.runs import read_row
from gui.pages.trial_parts.words import run_text


@pytest.mark.parametrize(
    ("way", "words"),
    [
        ("again", "mended: 2 condensed again"),
        ("nearest", "mended: 2 replaced by real ones"),
        ("leave-out", "mended: 2 left out"),
    ],
)
def test_a_mended_run_says_what_it_is(make_project, way, words):
    project, run = make_project()
    mend = {"run": run.id, "way": way, "samples": [1, 4]}
    made = project.new_run(CondenseRecipe.parse({"ipc": 2, "mend": mend}))
    assert run_text(made).endswith(words)
    assert "mended" not in run_text(run)


def test_the_list_of_runs_marks_a_mended_one(make_project, qtbot):
    project, run = make_project()
    mend = {"run": run.id, "way": "again", "samples": [1]}
    made = project.new_run(CondenseRecipe.parse({"ipc": 2, "mend": mend}))
    runs = RunList()
    qtbot.addWidget(runs)
    runs.show_rows([read_row(made), read_row(run)], "", busy=False)
    mended, plain = runs.table.runs.lines
    assert mended.cells[1].endswith("· mended")
    assert "mended: 1 condensed again" in mended.tip
    assert not any("mended" in told for told in (*plain.cells, plain.tip))
