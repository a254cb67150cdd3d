"""What an administrator has set for everybody at this computer: read, never written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from engine.runtime import Message
from gui.settings.checking import UnreadableError, check_entries, read_object
from gui.settings.places import policy_path
from gui.settings.schema import Value

_MOST_NAMED = 8


@dataclass(frozen=True)
class Policy:
    """Entries that win over the user's; ``path`` is None without a policy.

    ``message`` tells what of the file could not be used.
    """

    values: Mapping[str, Value] = field(default_factory=dict)
    path: Path | None = None
    message: Message | None = None

    @classmethod
    def load(cls) -> Policy:
        """Read the policy of this computer; what is wrong with it is told, not raised."""
        path = policy_path()
        try:
            checked = check_entries(read_object(path))
        except FileNotFoundError:
            return cls()
        except UnreadableError as error:
            params = {"file": str(path), "reason": str(error)}
            return cls(path=path, message=Message("warning", "settings.policy_unreadable", params))
        wrong = [*checked.invalid, *checked.unknown]
        told = None
        if wrong:
            params = {"file": str(path), "names": ", ".join(wrong[:_MOST_NAMED])}
            told = Message("warning", "settings.policy_wrong", params)
        return cls(checked.taken, path, told)
