"""Changes and how they are taken back, without a window."""

from __future__ import annotations

import pytest

from engine.runtime import UserError
from gui.history import Change, History


class Book:
    """Values by name; each set is a change of the group of that name."""

    def __init__(self, history):
        self.history, self.values = history, {}

    def put(self, name, value):
        before = self.values.get(name)
        self.values[name] = value
        self.history.add(
            Change(
                name,
                lambda: f"{name} {value}",
                lambda: self.values.update({name: before}),
                lambda: self.values.update({name: value}),
            )
        )


@pytest.fixture
def book(qapp):
    return Book(History())


def test_the_newest_is_taken_back_first_and_done_again_last(book):
    history = book.history
    book.put("a", 1)
    book.put("b", 1)
    book.put("a", 2)
    assert history.next_undo().words() == "a 2"
    assert [history.undo() for _ in range(4)] == [True, True, True, False]
    assert book.values == {"a": None, "b": None}
    history.redo()
    history.redo()
    assert (book.values, history.next_redo().words()) == ({"a": 1, "b": 1}, "a 2")


def test_a_group_is_taken_back_by_itself(book):
    history = book.history
    book.put("a", 1)
    book.put("b", 1)
    history.undo("a")
    assert book.values == {"a": None, "b": 1}
    # A new change of one group leaves what was taken back of another.
    book.put("b", 2)
    assert history.next_redo().words() == "a 1"
    book.put("a", 3)
    assert history.next_redo() is None
    history.forget("a")
    assert history.next_undo("a") is None
    assert history.next_undo().words() == "b 2"


def test_what_fails_can_be_tried_again(book):
    history = book.history
    full = [True]

    def undo():
        if full[0]:
            raise UserError("file.cannot_write", file="x", reason="full")

    history.add(Change("a", lambda: "a", undo, lambda: None))
    with pytest.raises(UserError):
        history.undo()
    full[0] = False
    assert history.undo()


def test_what_an_undo_shows_in_a_form_is_no_change_of_its_own(book):
    history = book.history
    history.add(Change("a", lambda: "a", lambda: book.put("a", 9), lambda: None))
    history.undo()
    assert history.next_undo() is None
    assert history.next_redo().words() == "a"
