"""The window says what is computed on and why; a graphics card that lies idle is told."""

from __future__ import annotations

from engine.runtime import Message, text
from gui.language import current


def test_the_line_at_the_bottom_says_why_and_an_idle_card_is_told(window):
    window.strip.show_device()
    reason = window.strip.reason
    assert reason.key.startswith("device.")
    said = text(reason.key, current(), **reason.params)
    assert window.strip.machine.toolTip() == said
    assert window.strip.machine.accessibleDescription() == said
    idle = Message("warning", "device.old_driver", {"found": "12.4", "needed": "13.2"})
    window.strip.found.emit(Message("info", "device.no_card"))
    window.strip.found.emit(idle)
    window.strip.found.emit(idle)
    assert [one for one in window.banners.messages if one.key.startswith("device.")] == [idle]
