"""What a layout has made of the contents so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.project import Refused, SourceNotice
from importers.found import Source, Understood

EXAMPLES = 5


@dataclass
class Draft:
    """Gathers sources, refusals and notices.

    ``used`` are companions that the layout has read or set aside; they need no notice.
    """

    sources: list[Source] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notices: list[SourceNotice] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def tell(self, kind: str, files: Sequence[str], /, **params: Any) -> None:
        """Say once that something holds for these files; nothing if there are none."""
        if files:
            params = {"count": len(files), **params}
            shown = list(files[:EXAMPLES])
            notice = SourceNotice(kind, len(files), f"import.{kind}", params, shown)
            self.notices.append(notice)

    def tell_validation(self, count: int) -> None:
        """Say that validation pictures count as training pictures."""
        if count:
            notice = SourceNotice("validation", count, "import.validation", {"count": count})
            self.notices.append(notice)

    def understood(self) -> Understood:
        """The draft as a result."""
        return Understood(self.sources, self.refused, self.notices)
