"""What every long piece of work shares: events, stopping, devices, messages and safe files."""

from engine.runtime.errors import UserError
from engine.runtime.events import Emit, Event, Finished, Message, Preview, Progress
from engine.runtime.messages import LANGUAGES, Language, text
from engine.runtime.stop import StopMode, Stopped, StopSource, StopToken

__all__ = [
    "LANGUAGES",
    "Emit",
    "Event",
    "Finished",
    "Language",
    "Message",
    "Preview",
    "Progress",
    "StopMode",
    "StopSource",
    "StopToken",
    "Stopped",
    "UserError",
    "text",
]
