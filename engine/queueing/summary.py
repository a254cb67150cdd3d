"""What working the queue off came to: done, failed, how long."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from engine.project.queue import Queue
from engine.runtime.messages import Language, listed, text
from engine.runtime.times import seconds_between


@dataclass(frozen=True)
class Summary:
    """Of the last time that the queue was worked off; entries cleared since are not in it.

    Attributes
    ----------
    begun, ended : str
        UTC, ISO 8601.
    done, failed : tuple of int
        Numbers of entries, in their order.
    waiting : int
        Entries whose turn has not come.
    """

    begun: str
    ended: str
    done: tuple[int, ...]
    failed: tuple[int, ...]
    waiting: int

    @property
    def seconds(self) -> float:
        """From its beginning to the end of the last entry."""
        return seconds_between(self.begun, self.ended) or 0.0

    def sentence(self, language: Language = "en") -> str:
        """For people; entries that failed are named by their numbers."""
        counts = {"done": len(self.done), "failed": len(self.failed), "waiting": self.waiting}
        key = "queue.summary_halted" if self.waiting else "queue.summary"
        told = text(key, language, time=time_taken(self.seconds, language), **counts)
        if not self.failed:
            return told
        numbers = listed([str(one) for one in self.failed], language)
        return text("queue.summary_failed", language, summary=told, numbers=numbers)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON."""
        return {**asdict(self), "seconds": self.seconds}


def summary_of(queue: Queue) -> Summary | None:
    """Of the last time it was worked off; None if nothing has ended since that began.

    Raises
    ------
    UserError
        What reading the queue raises.
    """
    since, content = queue.working_since(), queue.content()
    ended = [one for one in content.entries if one.finished and since and one.begun >= since]
    if not ended:
        return None
    return Summary(
        begun=since,
        ended=max(one.ended for one in ended),
        done=tuple(one.number for one in ended if one.state == "done"),
        failed=tuple(one.number for one in ended if one.state == "failed"),
        waiting=len(content.waiting),
    )


def time_taken(seconds: float, language: Language = "en") -> str:
    """A duration: seconds below two minutes, then minutes, from an hour on hours and minutes."""
    if seconds < 120:
        return text("time.seconds", language, value=f"{seconds:.0f}")
    hours, minutes = divmod(round(seconds / 60), 60)
    told = text("time.minutes", language, value=minutes)
    if not hours:
        return told
    return f"{text('time.hours', language, value=hours)} {told}"
