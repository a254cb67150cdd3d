"""What is remembered of the user without being set: recent projects, inspectors."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError

from engine.runtime import UserError
from engine.runtime.files import write_text
from gui.settings.checking import UnreadableError, read_object
from gui.settings.places import remembered_path

_MOST_RECENT = 12
_MOST_NAMES = 8


class Remembered(BaseModel):
    """Never exported; a damaged entry is forgotten."""

    model_config = ConfigDict(extra="ignore", validate_assignment=True)

    recent: list[str] = []
    # Who judges now, and who has judged at this computer; the newest first.
    inspector: str = ""
    inspectors: list[str] = []
    # The version whose news were read.
    news_read: str = ""

    @classmethod
    def load(cls, earlier: Mapping[str, Any]) -> Self:
        """Read it; ``earlier`` is the settings file, which held it in older versions."""
        try:
            return cls.taken_from(read_object(remembered_path()))
        except FileNotFoundError:
            made = cls.taken_from(earlier)
            if made != cls():
                made.save()
            return made
        except UnreadableError as error:
            logging.getLogger(__name__).warning("%s: %s", remembered_path(), error)
            return cls()

    @classmethod
    def taken_from(cls, found: Mapping[str, Any]) -> Self:
        """Each entry that is as it should be."""
        made = cls()
        for name in cls.model_fields:
            try:
                if name in found:
                    setattr(made, name, found[name])
            except ValidationError:
                logging.getLogger(__name__).warning("remembered: %s is damaged", name)
        return made

    def save(self) -> None:
        """Write it; a failure is logged, for it must not keep anybody from working."""
        try:
            write_text(remembered_path(), self.model_dump_json(indent=1))
        except UserError as error:
            logging.getLogger(__name__).warning("%s", error)

    def opened(self, project: Path) -> None:
        """Put a project in front of the recent ones."""
        path = str(project.absolute())
        self.recent = [path, *(one for one in self.recent if one != path)][:_MOST_RECENT]
        self.save()

    def forget(self, project: Path) -> None:
        """Take a project off the list; its folder stays as it is."""
        self.recent = [one for one in self.recent if one != str(project)]
        self.save()

    def read_news(self, version: str) -> None:
        """The news of this version need not be shown again."""
        self.news_read = version
        self.save()

    def judges(self, name: str) -> None:
        """From now on this inspector judges; an empty name: one who gives none."""
        self.inspector = name
        if name:
            others = (one for one in self.inspectors if one != name)
            self.inspectors = [name, *others][:_MOST_NAMES]
        self.save()
