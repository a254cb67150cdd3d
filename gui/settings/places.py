"""Where settings, log and projects are kept; ``SHIZUKU_HOME`` moves all that is a user's own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "Shizuku"
_chosen_folder: Path | None = None


def settings_path() -> Path:
    """Where the settings are kept."""
    return _home("config") / "settings.json"


def remembered_path() -> Path:
    """Where recent projects and inspectors are kept."""
    return _home("config") / "remembered.json"


def proven_path() -> Path:
    """Where is kept which files have been read without harm."""
    return _home("config") / "proven.json"


def proposals_folder() -> Path:
    """Where lists of proposed classes are kept, by folder."""
    return _home("config") / "proposals"


def log_folder() -> Path:
    """Where the log is kept."""
    return _home("log")


def projects_folder() -> Path:
    """Where new projects are proposed: as the settings say, or in the user's documents."""
    if _chosen_folder is not None:
        return _chosen_folder
    own = os.environ.get("SHIZUKU_HOME")
    return (Path(own) if own else platformdirs.user_documents_path()) / APP_NAME


def use_projects_folder(folder: Path | None) -> None:
    """From now on new projects are proposed there; None: in the user's documents."""
    global _chosen_folder
    _chosen_folder = folder


def machine_policy_path() -> Path:
    """Where an administrator's policy stands on this kind of system."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / APP_NAME / "policy.json"
    if sys.platform == "darwin":
        return Path("/Library/Application Support") / APP_NAME / "policy.json"
    return Path("/etc/shizuku/policy.json")


def policy_path() -> Path:
    """The policy in force: the machine's own, or the one that ``SHIZUKU_POLICY`` names.

    The machine's comes first, for a user may set variables but not write there.
    """
    machine, named = machine_policy_path(), os.environ.get("SHIZUKU_POLICY")
    return Path(named) if named and not machine.exists() else machine


def _home(kind: str) -> Path:
    own = os.environ.get("SHIZUKU_HOME")
    if own:
        return Path(own) / kind
    if kind == "log":
        return platformdirs.user_log_path(APP_NAME, appauthor=False)
    return platformdirs.user_config_path(APP_NAME, appauthor=False)
