"""Options of a command into a model that checks them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from engine.runtime import UserError

Model = TypeVar("Model", bound=BaseModel)


def parsed(model: type[Model], values: Mapping[str, Any]) -> Model:
    """Build a model from the options of a command.

    Raises
    ------
    UserError
        ``command.wrong_option`` naming the first option at fault.
    """
    try:
        return model.model_validate(dict(values))
    except ValidationError as error:
        first = error.errors()[0]
        name = "--" + str(first["loc"][0]).replace("_", "-")
        raise UserError(
            "command.wrong_option", exit_code=2, option=name, reason=first["msg"]
        ) from error
