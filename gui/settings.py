"""What the window remembers of the user: language, theme, recent projects, inspectors."""

from __future__ import annotations

import json
import logging
import os
from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, ValidationError

from engine.runtime import UserError
from engine.runtime.files import write_text
from gui.language import LanguageChoice
from gui.theme import ThemeChoice

APP_NAME = "Shizuku"
_MOST_RECENT = 12
_MOST_NAMES = 8


class Settings(BaseModel):
    """The user's settings; unknown entries of a newer version are kept out, not fatal."""

    model_config = ConfigDict(extra="ignore", validate_assignment=True)

    language: LanguageChoice = "system"
    theme: ThemeChoice = "system"
    recent: list[str] = []
    # Who judges now, and who has judged at this computer; the newest first.
    inspector: str = ""
    inspectors: list[str] = []

    @classmethod
    def load(cls) -> Settings:
        """Read the settings; the defaults where there are none or they are damaged."""
        try:
            return cls.model_validate(json.loads(settings_path().read_text(encoding="utf-8")))
        except FileNotFoundError:
            return cls()
        except (OSError, ValueError, ValidationError):
            logging.getLogger(__name__).warning("settings could not be read", exc_info=True)
            return cls()

    def save(self) -> None:
        """Write them; a failure is logged, for it must not keep anybody from working."""
        try:
            write_text(settings_path(), self.model_dump_json(indent=1))
        except UserError as error:
            logging.getLogger(__name__).warning("%s", error)

    def opened(self, project: Path) -> None:
        """Put a project in front of the recent ones."""
        path = str(project.absolute())
        self.recent = [path, *(one for one in self.recent if one != path)][:_MOST_RECENT]
        self.save()

    def judges(self, name: str) -> None:
        """From now on this inspector judges; an empty name: one who gives none."""
        self.inspector = name
        if name:
            others = (one for one in self.inspectors if one != name)
            self.inspectors = [name, *others][:_MOST_NAMES]
        self.save()

    def forget(self, project: Path) -> None:
        """Take a project off the list; its folder stays as it is."""
        self.recent = [one for one in self.recent if one != str(project)]
        self.save()


def proposals_folder() -> Path:
    """Where lists of proposed classes are kept, by folder."""
    return settings_path().parent / "proposals"


def settings_path() -> Path:
    """Where the settings are kept; ``SHIZUKU_HOME`` moves everything Shizuku keeps of a user."""
    return _home("config") / "settings.json"


def log_folder() -> Path:
    """Where the log is kept."""
    return _home("log")


def projects_folder() -> Path:
    """Where new projects are proposed."""
    own = os.environ.get("SHIZUKU_HOME")
    return (Path(own) if own else platformdirs.user_documents_path()) / APP_NAME


def _home(kind: str) -> Path:
    own = os.environ.get("SHIZUKU_HOME")
    if own:
        return Path(own) / kind
    if kind == "log":
        return platformdirs.user_log_path(APP_NAME, appauthor=False)
    return platformdirs.user_config_path(APP_NAME, appauthor=False)
