"""What stands in a project's queue: a condensing or a trial of some kind, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.data.recipe import CondenseRecipe
from engine.runtime.errors import UserError
from engine.runtime.events import Message
from engine.runtime.messages import Language, text
from engine.runtime.times import seconds_between

TrialKind = Literal["trial", "anomaly", "continual"]
EntryKind = Literal["condense"] | TrialKind
EntryState = Literal["waiting", "running", "done", "failed"]
MOST_TEXT = 1 << 20
"""Characters of a recipe, a class by hand after the other."""
_MOST_PARAMETER = 2000
_FINISHED = ("done", "failed")
_PLAIN = ("number", "kind", "state", "added", "run", "begun", "ended")

Parameter = Annotated[str, Field(max_length=_MOST_PARAMETER)] | int | float | None


class Failure(BaseModel):
    """Why an entry failed: a sentence of the catalogue with its values."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    key: str = Field(max_length=100)
    params: dict[Annotated[str, Field(max_length=100)], Parameter] = Field(
        default_factory=dict, max_length=50
    )

    @classmethod
    def of(cls, key: str, params: Mapping[str, Any]) -> Failure:
        """Of any values; what is neither text nor a number is kept as text."""
        plain = {
            name: value if isinstance(value, int | float) else str(value)[:_MOST_PARAMETER]
            for name, value in params.items()
        }
        return cls(key=key, params=plain)

    def sentence(self, language: Language = "en") -> str:
        """In words; a project file from elsewhere may name a sentence that is none."""
        try:
            return text(self.key, language, **self.params)
        except (KeyError, IndexError, ValueError, TypeError, AttributeError):
            return text("queue.failed_unknown", language)

    def message(self) -> Message:
        """As an event."""
        return Message("error", self.key, dict(self.params))


class Entry(BaseModel):
    """One place of the queue.

    Attributes
    ----------
    number : int
        Names the entry for as long as the project lives.
    kind : {"condense", "trial", "anomaly", "continual"}
    state : {"waiting", "running", "done", "failed"}
    added : str
        When, ISO 8601.
    recipe : dict
        Of :class:`~engine.data.recipe.CondenseRecipe`, ``engine.trial.TrialRecipe`` (a continual
        trial has ``new_project`` beside it, a folder) or ``AnomalyRecipe``; those of trials are
        checked when the entry's turn comes, as reading them takes PyTorch.
    run : str
        Id of the run that a condensing made, or that is tried; empty while there is none.
    maker : int or None
        Of a trial: the entry that makes its run.
    failure : Failure or None
    begun, ended : str
        When it was last begun and ended, UTC, ISO 8601; empty before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int = Field(ge=1)
    kind: EntryKind
    state: EntryState
    added: str = Field(max_length=40)
    recipe: dict[str, Any]
    run: str = Field("", pattern=r"^([0-9]{8}-[0-9]{6}-[0-9a-f]{4})?$")
    maker: int | None = None
    failure: Failure | None = None
    begun: str = Field("", max_length=40)
    ended: str = Field("", max_length=40)

    @property
    def seconds(self) -> float | None:
        """How long it took; None while it is not finished."""
        return seconds_between(self.begun, self.ended) if self.finished else None

    @property
    def finished(self) -> bool:
        """Whether nothing more will be done about it."""
        return self.state in _FINISHED

    @property
    def condense_recipe(self) -> CondenseRecipe:
        """The recipe of a condensing.

        Raises
        ------
        UserError
            ``condense.recipe_invalid``.
        """
        return CondenseRecipe.parse(self.recipe)

    def as_dict(self, language: Language = "en") -> dict[str, Any]:
        """Plain values for JSON, a failure as its sentence too."""
        values = self.model_dump(mode="json")
        told = None if self.failure is None else self.failure.sentence(language)
        key = self.failure.key if self.failure else None
        return {**values, "failure": told, "key": key, "seconds": self.seconds}


def entry_from(row: Mapping[str, Any]) -> Entry | None:
    """An entry from a row of the catalogue, which may come from anywhere; None if it is broken."""
    try:
        failure = row["failure"]
        entry = Entry.model_validate(
            {
                **{name: row[name] for name in _PLAIN},
                "maker": row["maker"],
                "recipe": _json(row["recipe"]),
                "failure": None if failure is None else _json(failure),
            }
        )
        if entry.kind == "condense":
            _ = entry.condense_recipe
    except (ValidationError, ValueError, RecursionError, TypeError, UserError):
        return None
    return entry


def _json(content: object) -> Any:
    if not isinstance(content, str) or len(content) > MOST_TEXT:
        raise ValueError("no text, or too long")
    return json.loads(content)
