"""What of a plan is done already: kept in the project, so that it goes where the project goes."""

from __future__ import annotations

from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.project import Project

_SETTING = "plan"


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Imported(_Kept):
    """The pictures that the project holds: from where, prepared how, as they were then."""

    source: str
    options: str
    stamp: str


class Referred(_Kept):
    """The reference set that a folder became."""

    source: str
    stamp: str
    name: str


class Begun(_Kept):
    """The run that was made for the plan, and the pictures it learns from."""

    run: str
    fingerprint: str


class Tried(_Kept):
    """A finished trial: of which run, as asked for, and when it began."""

    run: str
    recipe: str
    created: str


class Record(_Kept):
    """Everything that was done for a plan in one project.

    ``written`` has for each form of export and report a word for what it was made of.
    """

    imported: Imported | None = None
    referred: Referred | None = None
    begun: Begun | None = None
    tried: Tried | None = None
    written: dict[str, str] = Field(default_factory=dict)

    @classmethod
    def load(cls, project: Project) -> Self:
        """Read it; a project from elsewhere may hold anything, which counts as nothing."""
        try:
            return cls.model_validate_json(project.setting(_SETTING, "{}"))
        except ValidationError:
            return cls()

    def save(self, project: Project) -> None:
        """Keep it.

        Raises
        ------
        UserError
            ``file.cannot_write``.
        """
        project.set_setting(_SETTING, self.model_dump_json())
