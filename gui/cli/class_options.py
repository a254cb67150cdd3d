"""Options about single classes, from words to what a recipe holds."""

from __future__ import annotations

from collections.abc import Sequence

from engine.runtime import UserError


def keep_whole(word: str) -> int | None:
    """``auto``, ``never`` or a number.

    Raises
    ------
    UserError
        ``condense.recipe_invalid`` for any other word.
    """
    if word == "auto":
        return None
    if word == "never":
        return 0
    if word.isdecimal():
        return int(word)
    raise UserError(
        "condense.recipe_invalid", exit_code=2, reason=f"--keep-whole {word}: auto, never or N"
    )


def class_images(words: Sequence[str]) -> dict[str, int]:
    """``NAME=N`` each; a name may hold an equals sign itself.

    Raises
    ------
    UserError
        ``condense.recipe_invalid`` for a word of another form.
    """
    found = {}
    for word in words:
        name, _, number = word.rpartition("=")
        if not name or not number.isdecimal():
            raise UserError(
                "condense.recipe_invalid", exit_code=2, reason=f"--class-images {word}: NAME=N"
            )
        found[name] = int(number)
    return found
