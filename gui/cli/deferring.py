"""The option ``--queue`` of the trials: to be done later instead of now."""

from __future__ import annotations

from engine.project import Project
from engine.project.queue_entry import Entry
from gui.cli.console import Console


def tell_put_in(console: Console, project: Project, entry: Entry) -> None:
    """Say, and answer, as which entry something was put into the queue."""
    console.say("queue.put_in", number=entry.number, project=project.path)
    console.answer(entry.as_dict(console.language))
