"""A plan as its author wrote it: a TOML file into recipes, or one sentence about what is wrong."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from engine.data.recipe import WEIGHT_PRESETS, CondenseRecipe
from engine.project.folder_names import safe_name
from engine.project.project import SUFFIX
from engine.runtime import UserError
from engine.trial.protocol import TrialRecipe
from gui.cli.class_options import keep_whole
from gui.cli.console import WRONG_USE
from importers.options import ImportOptions

ExportForm = Literal["hdf5", "webdataset", "parquet", "folder"]
ReportForm = Literal["html", "pdf", "csv", "numbers"]
_MOST_BYTES = 4 << 20
_MOST_SETS = 10_000
# Fields of a condensing that have another name among the options, or none.
_NOT_GIVEN = ("version", "mend")
_RENAMED = {"class_images": "by_class", "kind": "picture_kind"}
_Model = TypeVar("_Model", bound=BaseModel)


def _table(value: Any) -> Any:
    """``false`` leaves a step out, ``true`` is what it is without a table."""
    if value is True:
        return {}
    if value is False:
        return None
    if not isinstance(value, dict):
        raise ValueError("a table of options, true or false")
    return value


_Options = dict[str, Any]
_Optional = Annotated[_Options | None, BeforeValidator(_table)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, populate_by_name=False)


class _Steps(_Strict):
    import_: _Options = Field(default_factory=dict, alias="import")
    condense: _Options = Field(default_factory=dict)
    trial: _Optional = Field(default_factory=dict)
    export: _Optional = Field(default_factory=dict)
    report: _Optional = Field(default_factory=dict)


class _Set(_Steps):
    source: str = Field(min_length=1)
    project: str = ""


class _File(_Strict):
    version: Literal[1] = 1
    folder: str = "."
    defaults: _Steps = Field(default_factory=_Steps)
    sets: dict[str, _Set] = Field(min_length=1, max_length=_MOST_SETS)


class Exports(_Strict):
    """Forms of the condensed set to write."""

    forms: tuple[ExportForm, ...] = ("hdf5",)


class Reports(_Strict):
    """Forms of the report to write."""

    forms: tuple[ReportForm, ...] = ("html",)


@dataclass(frozen=True)
class PlannedSet:
    """One data set of a plan.

    Attributes
    ----------
    name : str
    source, project : Path
        Pictures, and the project that they are imported into.
    imports : ImportOptions
    condense : CondenseRecipe
        Without its reference: that is a folder until it is imported.
    reference : Path or None
    trial, exports, reports
        None: the step is left out.
    stem : Path
        What results are written to, but for the ending.
    """

    name: str
    source: Path
    project: Path
    imports: ImportOptions
    condense: CondenseRecipe
    reference: Path | None
    trial: TrialRecipe | None
    exports: Exports | None
    reports: Reports | None
    stem: Path


@dataclass(frozen=True)
class Plan:
    """A plan, its folders resolved against the folder of its file."""

    path: Path
    sha256: str
    sets: tuple[PlannedSet, ...]

    def only(self, name: str) -> Plan:
        """The same with one of its sets.

        Raises
        ------
        UserError
            ``plan.no_set``.
        """
        chosen = tuple(one for one in self.sets if one.name == name)
        if not chosen:
            names = ", ".join(one.name for one in self.sets)
            raise UserError(
                "plan.no_set", exit_code=WRONG_USE, file=str(self.path), name=name, names=names
            )
        return Plan(self.path, self.sha256, chosen)


def load_plan(path: Path) -> Plan:
    """Read and check a whole plan before anything is done.

    Raises
    ------
    UserError
        ``file.missing``; ``plan.unreadable``; ``plan.unknown_key``, ``plan.missing_key`` or
        ``plan.wrong_value`` naming file and key; ``plan.same_project``; what
        :meth:`~engine.data.recipe.CondenseRecipe.require_possible` raises.
    """
    content = _read(path)
    try:
        values = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UserError(
            "plan.unreadable", exit_code=WRONG_USE, file=str(path), reason=str(error)
        ) from error
    reader = _Reader(path)
    file = reader.file(values)
    sets = tuple(reader.planned(name, one, file) for name, one in file.sets.items())
    _refuse_same_project(path, sets)
    return Plan(path.absolute(), hashlib.sha256(content).hexdigest(), sets)


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise UserError("file.missing", file=str(path))
    try:
        with path.open("rb") as stream:
            content = stream.read(_MOST_BYTES + 1)
    except OSError as error:
        raise UserError("plan.unreadable", file=str(path), reason=str(error)) from error
    if len(content) > _MOST_BYTES:
        reason = f"> {_MOST_BYTES >> 20} MiB"
        raise UserError("plan.unreadable", exit_code=WRONG_USE, file=str(path), reason=reason)
    return content


class _Reader:
    """Reads the tables of one file, and says where in it something is wrong."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder = path.absolute().parent

    def file(self, values: Mapping[str, Any]) -> _File:
        """The outermost tables; those of the steps are read one by one later."""
        try:
            return _File.model_validate(values)
        except ValidationError as error:
            first = error.errors()[0]
            place = tuple(str(part) for part in first["loc"])
            parent = place[:-1]
            model: type[BaseModel] = (
                _Set if parent[:1] == ("sets",) else _Steps if parent else _File
            )
            self._refuse(first, ".".join(place), _names(model))

    def planned(self, name: str, own: _Set, file: _File) -> PlannedSet:
        """One set with the defaults of the file."""
        if safe_name(name) != name or "/" in name:
            raise UserError("plan.set_name", exit_code=WRONG_USE, file=str(self._path), name=name)
        stem = self._place(file.folder) / name
        imports = self._step(name, own, file, "import", ImportOptions)
        trial = self._step(name, own, file, "trial", TrialRecipe)
        assert imports is not None  # only later steps can be left out
        condense, reference = self._condensing(name, own, file)
        return PlannedSet(
            name=name,
            source=self._place(own.source),
            project=self._place(own.project) if own.project else stem.with_name(name + SUFFIX),
            imports=imports.model_copy(update=self._places(imports, "list_file", "regions")),
            condense=condense,
            reference=reference,
            trial=trial and trial.model_copy(update=self._places(trial, "weights")),
            exports=self._step(name, own, file, "export", Exports),
            reports=self._step(name, own, file, "report", Reports),
            stem=stem,
        )

    def _place(self, words: str) -> Path:
        return self._folder / Path(words).expanduser()

    def _places(self, model: BaseModel, *fields: str) -> dict[str, str]:
        """Files that options name, from the folder of the plan."""
        return {one: str(self._place(found)) for one in fields if (found := getattr(model, one))}

    def _merged(
        self, name: str, own: _Set, file: _File, step: str
    ) -> tuple[_Options | None, _Options]:
        """Options of a step, and those of them that the set itself gives."""
        field = "import_" if step == "import" else step
        given = step in own.model_fields_set or field in own.model_fields_set
        usual, special = getattr(file.defaults, field), getattr(own, field)
        if special is None or (usual is None and not given):
            return None, {}
        return {**(usual or {}), **special}, special

    def _step(
        self, name: str, own: _Set, file: _File, step: str, model: type[_Model]
    ) -> _Model | None:
        values, special = self._merged(name, own, file, step)
        if values is None:
            return None
        return self._parsed(model, values, lambda key: self._key(name, step, key, special))

    def _key(self, name: str, step: str, key: str, special: Mapping[str, Any]) -> str:
        """Where an option stands: with its set, or among the defaults."""
        own = key.partition(".")[0] in special
        return f"sets.{name}.{step}.{key}" if own else f"defaults.{step}.{key}"

    def _condensing(self, name: str, own: _Set, file: _File) -> tuple[CondenseRecipe, Path | None]:
        merged, special = self._merged(name, own, file, "condense")
        values = dict(merged or {})

        def where(key: str) -> str:
            given = {field: option for option, field in _RENAMED.items()}
            return self._key(name, "condense", given.get(key, key), special)

        reference = values.pop("reference", None)
        if reference is not None and not (isinstance(reference, str) and reference):
            self._refuse_value(where("reference"), "a folder of pictures")
        if reference is not None:
            values.setdefault("appearance", "reference")
        recipe = self._parsed(CondenseRecipe, self._plain(values, where), where)
        if recipe.appearance != "reference" and reference is not None:
            self._refuse_value(where("reference"), f'appearance = "{recipe.appearance}"')
        recipe.require_possible(reference_follows=reference is not None)
        return recipe, None if reference is None else self._place(reference)

    def _plain(self, values: _Options, where: Callable[[str], str]) -> _Options:
        """Options as the command has them, as fields of a recipe."""
        allowed = sorted(
            {"weights", "reference", *_RENAMED}
            | (set(CondenseRecipe.model_fields) - set(_NOT_GIVEN) - set(_RENAMED.values()))
        )
        for key in values:
            if key not in allowed:
                self._refuse_key(where(key), allowed)
        plain = {_RENAMED.get(key, key): value for key, value in values.items()}
        preset = plain.pop("weights", None)
        if preset is not None and preset not in tuple(WEIGHT_PRESETS):
            self._refuse_value(where("weights"), " | ".join(WEIGHT_PRESETS))
        if preset is not None:
            plain = {**WEIGHT_PRESETS[preset], **plain}
        whole = plain.get("keep_whole")
        if isinstance(whole, str):
            if whole not in ("auto", "never"):
                self._refuse_value(where("keep_whole"), "auto | never | N")
            plain["keep_whole"] = keep_whole(whole)
        return plain

    def _parsed(self, model: type[_Model], values: _Options, where: Callable[[str], str]) -> _Model:
        """Strict, but for lists, which are tuples in a recipe."""
        tuples = {
            key: tuple(value) if isinstance(value, list) else value for key, value in values.items()
        }
        try:
            return model.model_validate(tuples, strict=True)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"])
            self._refuse(first, where(key), _names(model))

    def _refuse(self, first: Any, key: str, allowed: list[str]) -> NoReturn:
        if first["type"] == "extra_forbidden":
            self._refuse_key(key, allowed)
        if first["type"] == "missing":
            raise UserError(
                "plan.missing_key", exit_code=WRONG_USE, file=str(self._path), place=key
            )
        self._refuse_value(key, first["msg"])

    def _refuse_key(self, key: str, allowed: list[str]) -> NoReturn:
        raise UserError(
            "plan.unknown_key",
            exit_code=WRONG_USE,
            file=str(self._path),
            place=key,
            allowed=", ".join(allowed),
        )

    def _refuse_value(self, key: str, reason: str) -> NoReturn:
        raise UserError(
            "plan.wrong_value", exit_code=WRONG_USE, file=str(self._path), place=key, reason=reason
        )


def _names(model: type[BaseModel]) -> list[str]:
    return sorted(field.alias or name for name, field in model.model_fields.items())


def _refuse_same_project(path: Path, sets: tuple[PlannedSet, ...]) -> None:
    """Two sets would take turns in replacing each other's pictures."""
    seen: dict[str, str] = {}
    for one in sets:
        for place in {str(one.project).casefold(), str(one.stem).casefold()}:
            if seen.setdefault(place, one.name) != one.name:
                raise UserError(
                    "plan.same_project",
                    exit_code=WRONG_USE,
                    file=str(path),
                    first=seen[place],
                    second=one.name,
                )
