"""The confusion matrix in the report: it fits its width for two classes as for a hundred."""

from __future__ import annotations

import pytest

from engine.report.matrix import MOST, WIDTH, matrix_of

LONG = "connector_bottom_left_flange_16pin"


def counts(many):
    rows = [[0] * many for _ in range(many)]
    for place, row in enumerate(rows):
        row[place] = 120
        row[(place + 1) % many] += 35
    return rows


@pytest.mark.parametrize("name", ["ok", LONG, "電解コンデンサー(極性あり)の実装不良"])
@pytest.mark.parametrize("many", [1, 2, 6, 13, 30, MOST])
def test_it_fits_and_cells_meet_their_names(many, name):
    names = [f"{name} {place}" for place in range(many)]
    made = matrix_of(names, counts(many))
    assert made.right <= WIDTH + 0.01
    assert made.left > 0.5 * made.font * max(len(one.short) for one in made.rows)
    assert len({one.short for one in made.columns}) == many, "shortened names stay apart"
    for one in made.cells:
        row, column = names.index(one.truth), names.index(one.said)
        assert one.x == pytest.approx(made.left + column * made.cell_width)
        assert one.y == pytest.approx(made.top + row * made.cell_height)
        assert one.right == (row == column)
    for place, one in enumerate(made.columns):
        assert one.x == pytest.approx(made.left + (place + 0.5) * made.cell_width)
        assert one.name == names[place]
    assert made.height >= made.bottom
    # On paper it needs no more than a page of A4 with its heading and list above.
    assert made.height < 1.05 * WIDTH


def test_numbers_stand_where_they_can_be_read_and_are_hidden_elsewhere():
    few, many = (matrix_of([str(i) for i in range(n)], counts(n)) for n in (30, 60))
    assert few.numbered
    assert {one.label for one in few.cells} == {"120", "35"}
    assert not many.numbered
    assert all(one.share > 0 for one in many.cells), "colours tell them"
    assert len(many.cells) == 120


def test_a_class_without_test_pictures_has_an_empty_row():
    made = matrix_of(["a", "b"], [[0, 0], [3, 1]])
    assert [one.share for one in made.cells] == [0, 0.75, 0.25]


def test_more_classes_than_can_be_seen_are_left_out():
    assert matrix_of([str(i) for i in range(MOST + 1)], counts(MOST + 1)) is None
