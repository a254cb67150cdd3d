"""Long work beside the window: the only bridge between the engine and Qt."""

from gui.jobs.background import Background
from gui.jobs.controller import Job, JobController, JobKind, JobState
from gui.jobs.mailbox import Mailbox
from gui.jobs.queue_worker import QueueWorker
from gui.jobs.thread import Outcome

__all__ = [
    "Background",
    "Job",
    "JobController",
    "JobKind",
    "JobState",
    "Mailbox",
    "Outcome",
    "QueueWorker",
]
