"""What a curve over images per class takes as a whole."""

from __future__ import annotations

import pytest

from gui.pages.trial_parts.curve_dialog import Taken, together


@pytest.mark.parametrize(
    ("times", "seconds"),
    [
        ([], 0.0),
        ([Taken(70.0)], 70.0),
        ([Taken(100.0, 60.0), Taken(130.0, 60.0), Taken(90.0, 60.0)], 200.0),
        # A point that is condensed already, or whose networks are there, trains none.
        ([Taken(30.0), Taken(130.0, 60.0), Taken(150.0, 60.0)], 250.0),
    ],
    ids=["none", "one", "all train", "some train"],
)
def test_networks_are_trained_once_for_all_points(times: list[Taken], seconds: float) -> None:
    assert together(times) == pytest.approx(seconds)
