"""A condensed set from a file is tried on the pictures of a project where it fits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.data.joining import rearranged
from engine.project import Project
from engine.project.file_run import FileRun
from engine.runtime import UserError
from engine.trial.compare import check_pictures


def test_a_file_takes_the_order_of_the_projects_classes(project, run, tmp_path):
    opened = Project.open(project)
    own = opened.run(run["run"]).condensed()
    turned = rearranged(own, own.class_names[::-1])  # as merging may give it, without provenance
    turned.save(tmp_path / "m.h5")
    found = FileRun(opened, tmp_path / "m.h5").condensed()
    assert found.class_names == own.class_names != turned.class_names
    assert np.array_equal(found.images, own.images)
    assert np.array_equal(found.labels, own.labels)
    with opened.image_set() as images:
        check_pictures(found, images)
        replace(own, provenance={"source_fingerprint": "other"}).save(tmp_path / "other.h5")
        with pytest.raises(UserError) as caught:
            check_pictures(FileRun(opened, tmp_path / "other.h5").condensed(), images)
    assert caught.value.key == "trial.other_pictures"


def test_a_file_with_other_classes_is_refused(project, run, tmp_path):
    opened = Project.open(project)
    own = opened.run(run["run"]).condensed()
    replace(own, class_names=["a", "b", "c"]).save(tmp_path / "other.h5")
    with pytest.raises(UserError) as caught:
        FileRun(opened, tmp_path / "other.h5")
    assert caught.value.key == "merge.other_classes"
    assert "other.h5 has other classes" in str(caught.value)
