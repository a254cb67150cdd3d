"""What shall be tried is kept with the project, and each edit can be taken back."""

from __future__ import annotations

import pytest

from engine.trial import TrialRecipe
from gui.pages.trial_parts.draft import TrialDraft
from gui.pages.trial_parts.form import TrialForm
from gui.workspace import Workspace


@pytest.fixture
def desk(qtbot, make_project):
    """A form without a window, over a workspace with a project open."""
    project, _ = make_project()
    workspace, form = Workspace(), TrialForm()
    qtbot.addWidget(form)
    workspace.open(project.path)
    yield workspace, form, TrialDraft(workspace, form, form)
    workspace.close()


def test_edits_are_undone_by_name_and_done_again(desk):
    workspace, form, draft = desk
    first = form.recipe()
    form.seeds.setValue(7)
    form.rows["kmeans"].check.setChecked(False)
    draft.keep()
    second = form.recipe()
    form.options.stress.setChecked(True)
    form.options.watts.setValue(350)
    draft.keep()
    third = form.recipe()
    assert workspace.history.next_undo().words() == "change of the trial"
    for wanted in (second, first):
        workspace.history.undo()
        assert form.recipe() == wanted
    for wanted in (second, third):
        workspace.history.redo()
        assert form.recipe() == wanted


def test_what_was_typed_is_there_when_the_project_is_opened_again(desk, qtbot):
    workspace, form, _ = desk
    form.set_recipe(TrialRecipe(seeds=5, against=("full",), model="resnet18", stop="epochs"))
    wanted, path = form.recipe(), workspace.project.path
    workspace.close()
    assert form.recipe() != wanted
    assert workspace.history.next_undo() is None
    workspace.open(path)
    assert form.recipe() == wanted
    # A page may be made after the project was opened.
    later = TrialForm()
    qtbot.addWidget(later)
    TrialDraft(workspace, later, later)
    assert later.recipe() == wanted


def test_nonsense_that_was_kept_is_passed_over(desk, qtbot):
    workspace, form, _ = desk
    default = form.recipe()
    workspace.project.set_setting("trial_draft", '{"seeds": "many"}')
    later = TrialForm()
    qtbot.addWidget(later)
    TrialDraft(workspace, later, later)
    assert later.recipe() == default
