"""What the user, or an administrator, has set; what is remembered; no Qt in here."""

from gui.settings.places import APP_NAME, log_folder, projects_folder, proposals_folder
from gui.settings.remembered import Remembered
from gui.settings.schema import LanguageChoice, SettingValues, ThemeChoice, Value
from gui.settings.store import Settings

__all__ = [
    "APP_NAME",
    "LanguageChoice",
    "Remembered",
    "SettingValues",
    "Settings",
    "ThemeChoice",
    "Value",
    "log_folder",
    "projects_folder",
    "proposals_folder",
]
