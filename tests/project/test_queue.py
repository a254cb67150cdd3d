"""The queue of a project: order, reopening, a crash, and content from elsewhere."""

from __future__ import annotations

import sqlite3

import pytest

from engine.data.recipe import CondenseRecipe
from engine.project import Project
from engine.project import queue as queueing
from engine.project.queue_entry import Failure
from engine.queueing.summary import summary_of, time_taken
from engine.queueing.words import entry_words, tried_recipes
from engine.runtime import UserError

RUN = "20250101-000000-abcd"


@pytest.fixture
def project(tmp_path):
    return Project.create(tmp_path / "p.shizuku")


@pytest.fixture
def queue(project):
    return project.queue


def numbers(queue):
    return [one.number for one in queue.content().entries]


def states(queue):
    return {one.number: one.state for one in queue.content().entries}


def execute(project, statement, *values):
    with sqlite3.connect(project.path / "project.sqlite") as connection:
        connection.execute(statement, values)
    connection.close()


def pair(queue, ipc=1):
    """A condensing and the trial of what it makes."""
    made = queue.add_condense(CondenseRecipe(ipc=ipc))
    return made.number, queue.add_trial({"seeds": 1}, maker=made.number).number


def test_entries_keep_their_order_when_the_project_is_opened_again(project, queue):
    first, trial = pair(queue, 5)
    known = queue.add_trial({"seeds": 2}, run=RUN).number
    again = Project.open(project.path).queue.content()
    assert [one.number for one in again.entries] == [first, trial, known]
    assert again.entries[0].condense_recipe == CondenseRecipe(ipc=5)
    assert (again.entries[1].maker, again.entries[2].run) == (first, RUN)
    assert {one.state for one in again.entries} == {"waiting"}


def test_waiting_entries_move_past_each_other_only(queue):
    first = pair(queue)[0]
    queue.take()
    queue.finish(first)
    a, b = (queue.add_condense(CondenseRecipe(ipc=n)).number for n in (2, 3))
    trial = numbers(queue)[1]
    queue.move(b, -1)
    assert numbers(queue) == [first, trial, b, a]
    queue.move(b, -9)
    assert numbers(queue) == [first, b, trial, a]
    queue.move(first, 3)
    assert numbers(queue) == [first, b, trial, a]


def test_a_trial_never_comes_before_its_condensing(queue):
    made, trial = pair(queue)
    for number, by in ((trial, -1), (made, 1)):
        with pytest.raises(UserError) as refusal:
            queue.move(number, by)
        assert refusal.value.key == "queue.before_maker"
    assert numbers(queue) == [made, trial]


def test_removing_a_condensing_takes_the_trial_of_it_along(queue):
    made, trial = pair(queue)
    other = queue.add_trial({}, run=RUN).number
    assert queue.remove(made) == [made, trial]
    assert numbers(queue) == [other]
    with pytest.raises(UserError, match="no entry"):
        queue.remove(made)


def test_a_finished_condensing_can_go_and_its_trial_stays(queue):
    made, trial = pair(queue)
    queue.take()
    queue.set_run(made, RUN)
    queue.finish(made)
    assert queue.clear() == 1
    assert queue.entry(trial).run == RUN
    queue.take()
    with pytest.raises(UserError, match="running"):
        queue.remove(trial)


def test_one_entry_is_taken_at_a_time(queue):
    pair(queue)
    assert queue.take().state == "running"
    with pytest.raises(UserError) as refusal:
        queue.take()
    assert refusal.value.key == "queue.busy"


def test_what_ran_when_the_application_crashed_waits_again_with_its_run(project, queue):
    made, _ = pair(queue)
    queue.take()
    queue.set_run(made, RUN)
    assert states(queue)[made] == "running"
    # A process that was killed: its number is larger than the system gives.
    execute(project, "UPDATE queue SET owner = replace(owner, ':', ':99999999')")
    entry = Project.open(project.path).queue.take()
    assert (entry.number, entry.run) == (made, RUN)


def test_what_this_process_left_running_can_be_let_go(queue):
    made, _ = pair(queue)
    queue.take()
    queue.release_own()
    assert states(queue)[made] == "waiting"


def test_a_failure_keeps_its_sentence_in_both_languages(project, queue):
    made, trial = pair(queue)
    queue.take()
    queue.finish(made, Failure.of("file.missing", {"file": project.path / "図面.png"}))
    entry = Project.open(project.path).queue.entry(made)
    assert "図面.png was not found" in entry.failure.sentence("en")
    assert "見つかりません" in entry.failure.sentence("ja")
    assert queue.take().number == trial


def test_the_queue_is_bounded(queue, monkeypatch):
    monkeypatch.setattr(queueing, "MOST_ENTRIES", 2)
    pair(queue)
    with pytest.raises(UserError) as refusal:
        pair(queue)
    assert refusal.value.key == "queue.full"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("recipe", "[" * 100_000),
        ("recipe", '{"ipc": "many"}'),
        ("recipe", '{"ipc": 5, "__class__": "os.system"}'),
        ("recipe", "[]"),
        ("recipe", b"\xff\x00"),
        ("recipe", '{"a": "' + "x" * (2 << 20) + '"}'),
        ("run", "../../etc"),
        ("state", "dancing"),
        ("kind", "shell"),
        ("kind", None),
        ("failure", '{"key": 3}'),
        ("maker", "first"),
        ("added", "x" * 5000),
    ],
)
def test_a_crafted_entry_is_counted_and_can_be_cleared(project, queue, column, value):
    made, trial = pair(queue)
    if value is None:
        value = 7
    execute(project, f"UPDATE queue SET {column} = ? WHERE number = ?", value, made)
    content = Project.open(project.path).queue.content()
    assert ([one.number for one in content.entries], content.broken) == ([trial], 1)
    assert queue.clear() == 1
    assert queue.content().broken == 0


def test_a_sentence_that_is_none_is_told_as_such():
    for failure in (
        Failure(key="no.such", params={}),
        Failure(key="file.missing", params={}),
        Failure(key="queue.counts", params={"waiting": None}),
    ):
        assert "cannot be read" in failure.sentence("en")


def test_thousands_of_entries_do_not_hold_the_project(project, queue):
    pair(queue)
    execute(
        project,
        "INSERT INTO queue (place, kind, recipe, added) WITH RECURSIVE n(i) AS (SELECT 9 UNION ALL"
        " SELECT i + 1 FROM n WHERE i < 5000) SELECT i, 'condense', '{}', '' FROM n",
    )
    content = queue.content()
    assert len(content.entries) == queueing.MOST_ENTRIES
    with pytest.raises(UserError):
        pair(queue)


def test_a_table_of_another_shape_is_one_sentence(project, queue):
    execute(project, "DROP TABLE queue")
    execute(project, "CREATE TABLE queue (x)")
    with pytest.raises(UserError):
        queue.content()
    with pytest.raises(UserError):
        queue.take()


def test_a_project_of_the_version_before_gains_a_queue(project):
    execute(project, "DROP TABLE queue")
    execute(project, "PRAGMA user_version = 3")
    assert Project(project.path).queue.content().entries == ()
    opened = Project.open(project.path)
    assert pair(opened.queue) == (1, 2)


def test_a_failed_entry_waits_again_with_the_trials_that_missed_its_run(queue):
    made, trial = pair(queue)
    other = queue.add_trial({}, run=RUN, kind="anomaly").number
    for number, key in ((made, "file.missing"), (trial, "queue.no_run"), (other, "file.missing")):
        assert queue.take().number == number
        queue.finish(number, Failure.of(key, {"file": "a.png"}))
    assert queue.retry(made) == [made, trial]
    assert states(queue) == {made: "waiting", trial: "waiting", other: "failed"}
    again = queue.entry(made)
    assert (again.failure, again.begun, again.ended) == (None, "", "")
    assert queue.retry_failed() == [other]
    with pytest.raises(UserError) as refusal:
        queue.retry(made)
    assert refusal.value.key == "queue.not_failed"


def test_what_waits_again_comes_before_the_trial_of_it(queue):
    made, trial = pair(queue)
    other = queue.add_condense(CondenseRecipe(ipc=3)).number
    queue.take()
    queue.finish(made, Failure.of("file.missing", {"file": "a.png"}))
    queue.release(queue.take().number)
    # Others have moved; the trial stands before what makes its run.
    queue.change_back(
        {made: {"number": made, "place": 9, "state": "failed"}},
        {made: {"number": made, "place": 0, "state": "failed"}},
    )
    assert numbers(queue) == [trial, other, made]
    queue.retry(made)
    assert numbers(queue) == [made, trial, other]


def test_undoing_a_retry_brings_the_failure_back_unless_it_has_begun(queue):
    made, other = (queue.add_condense(CondenseRecipe(ipc=n)).number for n in (1, 2))
    for number in (made, other):
        queue.take()
        queue.finish(number, Failure.of("file.missing", {"file": "a.png"}))
    before = queue.rows()
    queue.retry_failed()
    after = queue.rows()
    queue.take()
    queue.change_back(before, after)
    assert states(queue) == {made: "running", other: "failed"}
    assert queue.entry(other).failure.key == "file.missing"


def test_the_summary_tells_of_the_last_night_alone(queue):
    assert summary_of(queue) is None
    first, second = (queue.add_trial({}, run=RUN).number for _ in range(2))
    queue.begin_working()
    queue.take()
    queue.finish(first, Failure.of("file.missing", {"file": "a.png"}))
    told = summary_of(queue)
    assert (told.done, told.failed, told.waiting) == ((), (first,), 1)
    assert "Still waiting: 1." in told.sentence("en")
    assert told.sentence("en").endswith("can be tried again.")
    queue.begin_working()
    assert summary_of(queue) is None
    queue.take()
    queue.finish(second)
    told = summary_of(queue)
    assert (told.done, told.failed, told.waiting) == ((second,), (), 0)
    assert 0 <= queue.entry(second).seconds <= told.seconds + 0.01


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 s"), (119, "119 s"), (125, "2 min"), (26_000, "7 h 13 min")]
)
def test_a_time_taken_is_told_roughly(seconds, words):
    assert time_taken(seconds) == words


def test_a_trial_is_named_by_the_recipe_of_what_it_tries(project, queue):
    run = project.new_run(CondenseRecipe(ipc=7, preset="quick", seed=3))
    made, trial = pair(queue, 5)
    known = queue.add_trial(
        {"new_project": "C:\\pictures\\may.shizuku"}, run=run.id, kind="continual"
    )
    lost = queue.add_trial({"false_alarms": 5.0}, run=RUN, kind="anomaly")
    tried = tried_recipes(project, queue.content().entries)
    words = {
        one.number: entry_words(one, "en", tried.get(one.number)) for one in queue.content().entries
    }
    assert words[trial] == (
        f"Trial: images per class 5, standard (entry {made}) · ConvNet, trainings a set 1"
    )
    assert f"may: images per class 7, quick, seed 3 (run {run.id})" in words[known.number]
    assert words[lost.number] == f"Detector: run {RUN} · false alarms allowed 5 %"


def test_a_read_only_project_of_the_version_before_shows_its_queue(project, queue):
    pair(queue)
    for name in ("begun", "ended"):
        execute(project, f"ALTER TABLE queue DROP COLUMN {name}")
    execute(project, "PRAGMA user_version = 4")
    assert len(Project(project.path).queue.content().entries) == 2
    opened = Project.open(project.path).queue
    assert opened.entry(opened.take().number).begun
