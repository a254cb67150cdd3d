"""The command ``device``: what this computer calculates on, and why."""

from __future__ import annotations

from engine.runtime.device import choose_device, describe_device
from engine.runtime.device_reason import why_this_device
from gui.cli.arguments import Json, Lang
from gui.cli.console import open_console


def device(as_json: Json = False, language: Lang = None) -> None:
    """Which device is used on this computer, why, and what to do about it."""
    with open_console(language, as_json=as_json) as console:
        reason, chosen = why_this_device(), choose_device("auto")
        console.say(reason.key, **reason.params)
        console.answer(
            {
                "device": chosen.type,
                "name": describe_device(chosen),
                "reason": reason.key,
                "params": dict(reason.params),
            }
        )
