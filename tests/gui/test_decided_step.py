"""Deciding is done once what was measured last stands in a report."""

from __future__ import annotations

import os

from engine.project import Project
from engine.project.reported import is_reported, note_reported
from gui.workspace import Workspace


def test_a_report_of_the_newest_trial_makes_the_step_done(qapp, make_project):
    project, run = make_project()
    workspace = Workspace()
    workspace.open(project.path)

    def state():
        return workspace.step_state("decide").state

    assert (state(), is_reported(project, run)) == ("needs", False)
    note_reported(project, run)  # of a run that was never tried there is nothing to decide
    assert state() == "needs"
    run.add_trial({"sets": []})
    assert state() == "ready"
    note_reported(project, run)
    assert state() == "done"
    run.add_trial({"sets": []})
    assert state() == "ready"
    workspace.close()


def test_a_project_that_may_only_be_read_keeps_no_note(make_project):
    project, run = make_project()
    run.add_trial({"sets": []})
    (project.path / "project.sqlite").chmod(0o444)
    if os.access(project.path / "project.sqlite", os.W_OK):  # the system's own administrator
        return
    note_reported(Project(project.path), run)
    assert not is_reported(project, run)
