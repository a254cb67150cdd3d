"""Failures a user can do something about."""

from __future__ import annotations

from typing import Any

from engine.runtime.messages import Language, text


class UserError(Exception):
    """A failure that is told in one sentence naming the file and the next step.

    Parameters
    ----------
    key : str
        Key in the message catalogue (``engine.runtime.messages``).
    exit_code : int
        What the command line returns: 1 failure, 2 wrong use, 3 input cannot be used.
    **params
        Values for the sentence's placeholders.
    """

    def __init__(self, key: str, *, exit_code: int = 3, **params: Any) -> None:
        super().__init__(key, params)
        self.key = key
        self.params = params
        self.exit_code = exit_code

    def sentence(self, language: Language = "en") -> str:
        """The failure in the user's language."""
        return text(self.key, language, **self.params)

    def __str__(self) -> str:
        return self.sentence("en")
