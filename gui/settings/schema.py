"""The one schema of the settings: dialog, validation, import, policy and docs come from it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from engine.data.cost_inputs import CostInputs
from engine.data.cost_words import AMOUNTS, CURRENCIES, DIGITS, OPTIONAL, bounds, cost_words
from engine.runtime.limits import DeviceChoice
from engine.runtime.messages import CATALOGUE, Language, text

LanguageChoice = Literal["system", "en", "ja"]
ThemeChoice = Literal["system", "light", "dark"]
Section = Literal["general", "computing", "jobs", "costs"]
SECTIONS: tuple[Section, ...] = get_args(Section)
Kind = Literal["choice", "switch", "whole", "decimal", "folder"]
Value = str | bool | int | float | list[str] | None
_LONGEST_PATH = 1000


@dataclass(frozen=True)
class About:
    """Beside a field: where it stands in the dialog, and its unit."""

    section: Section
    unit: str = ""


def _usable_folder(path: str) -> str:
    if path and not (path.isprintable() and Path(path).is_absolute()):
        raise ValueError("not a whole path of this kind of system")
    return path


class SettingValues(BaseModel):
    """What is set; what is only remembered, such as recent projects, is kept elsewhere.

    Names, meanings and choices in words are in the catalogue, ``setting.`` and the field's name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, strict=True)

    language: Annotated[LanguageChoice, About("general")] = "system"
    theme: Annotated[ThemeChoice, About("general")] = "system"
    projects_folder: Annotated[
        str, Field(max_length=_LONGEST_PATH), AfterValidator(_usable_folder), About("general")
    ] = ""
    device: Annotated[DeviceChoice, About("computing")] = "auto"
    memory: Annotated[float | None, Field(ge=0.5, le=4096), About("computing", " GiB")] = None
    threads: Annotated[int | None, Field(ge=1, le=256), About("computing")] = None
    keep_awake: Annotated[bool, About("jobs")] = True
    notify: Annotated[bool, About("jobs")] = True
    costs: CostInputs = CostInputs()
    # Keys by command; a command that is not here has those it comes with.
    shortcuts: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True)
class Entry:
    """One thing that can be set, by its name in files: ``device``, ``costs.currency``.

    ``least`` and ``most`` bound a number; ``optional`` tells that it may be left to Shizuku.
    """

    name: str
    section: Section
    kind: Kind
    default: Value
    choices: tuple[str, ...] = ()
    least: float = 0.0
    most: float = 0.0
    digits: int = 0
    optional: bool = False
    plain_unit: str = ""

    @property
    def cost(self) -> str:
        """The field of the cost inputs; empty for others."""
        return self.name.removeprefix("costs.") if self.section == "costs" else ""

    @property
    def is_amount(self) -> bool:
        """Whether its decimals follow the currency."""
        return self.cost in AMOUNTS

    def title(self, language: Language) -> str:
        """What it is called."""
        if self.cost:
            return cost_words(self.cost, language).name
        return text(f"setting.{self.name}", language)

    def help(self, language: Language) -> str:
        """What it does, in a sentence; empty where its name says it all."""
        if self.cost:
            return cost_words(self.cost, language).help
        return text(f"setting.{self.name}.help", language)

    def unit(self, language: Language, currency: str = "JPY") -> str:
        """Its unit with a space before it, or nothing."""
        return cost_words(self.cost, language, currency).unit if self.cost else self.plain_unit

    def empty(self, language: Language) -> str:
        """What a field left empty says."""
        if self.cost:
            return cost_words(self.cost, language).empty
        key = f"setting.{self.name}.empty"
        return text(key, language) if key in CATALOGUE else ""

    def choice(self, choice: str, language: Language) -> str:
        """A choice in words."""
        key = f"setting.{self.name}.{choice}"
        return text(key, language) if key in CATALOGUE else choice


@cache
def entries() -> dict[str, Entry]:
    """Everything that can be set in the dialog, by name, in its order."""
    properties = SettingValues.model_json_schema()["properties"]
    found = {}
    for name, field in SettingValues.model_fields.items():
        about = next((one for one in field.metadata if isinstance(one, About)), None)
        if about is not None:
            found[name] = _entry(name, properties[name], field.default, about)
    for name in ("currency", *DIGITS, "engineer_waits"):
        found[f"costs.{name}"] = _cost_entry(name)
    return found


def _entry(name: str, schema: dict[str, Any], default: Value, about: About) -> Entry:
    numbers = [one for one in schema.get("anyOf", []) if one["type"] != "null"]
    number: dict[str, Any] = numbers[0] if numbers else {}
    kind: Kind = "folder"
    if "enum" in schema:
        kind = "choice"
    elif schema.get("type") == "boolean":
        kind = "switch"
    elif number:
        kind = "whole" if number["type"] == "integer" else "decimal"
    return Entry(
        name,
        about.section,
        kind,
        default,
        choices=tuple(schema.get("enum", ())),
        least=number.get("minimum", 0.0),
        most=number.get("maximum", 0.0),
        digits=int(kind == "decimal"),
        optional=bool(number),
        plain_unit=about.unit,
    )


def _cost_entry(name: str) -> Entry:
    default = getattr(CostInputs(), name)
    if name == "currency":
        return Entry("costs.currency", "costs", "choice", default, choices=tuple(CURRENCIES))
    if name == "engineer_waits":
        return Entry("costs.engineer_waits", "costs", "switch", default)
    least, most = bounds(name)
    return Entry(
        f"costs.{name}",
        "costs",
        "decimal",
        default,
        least=least,
        most=most,
        digits=DIGITS[name],
        optional=name in OPTIONAL,
    )
