"""All numbers of a report as JSON, and as a sheet that a spreadsheet opens."""

from __future__ import annotations

import csv
import dataclasses
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine import __version__
from engine.report.content import Content
from engine.runtime.files import replacing, write_text
from engine.runtime.sheets import harmless

_HEADS = ("table", "row", "quantity", "value")
Cell = str | float | int | bool | None


def numbers(content: Content) -> dict[str, Any]:
    """Every number that the report shows or rests on, by the names used in the code.

    Accuracies and recalls are shares (0..1), losses percentage points, times seconds, sizes bytes.
    """
    page = content.page
    return {
        "version": 1,
        "shizuku": __version__,
        "project": content.project,
        "run": content.run,
        "sizes": {
            "real_images": content.real_images,
            "real_bytes": content.real_bytes,
            "synthetic_images": content.condensed.decoded,
            "synthetic_bytes": content.synthetic_bytes,
        },
        "decision": None if page is None else _decision(content),
        "costs": None if page is None else page.costs.model_dump(mode="json"),
        "trial": None if content.trial is None else content.trial.as_dict(),
        "continual": None if content.continual is None else content.continual.report.as_dict(),
        "ipc_curve": None if content.ipc_curve is None else content.ipc_curve.curve.as_dict(),
        "classes": [dataclasses.asdict(one) for one in content.counts],
        "gaps": [dataclasses.asdict(row.gap) for row in content.gaps],
        "quality": dataclasses.asdict(content.quality.total),
        "recipe": content.condensed.recipe,
        "provenance": content.condensed.provenance,
    }


def write_json(content: Content, path: Path) -> Path:
    """Write the numbers as JSON; what is infinite or no number becomes null.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    write_text(path, json.dumps(_finite(numbers(content)), ensure_ascii=False, indent=1) + "\n")
    return path


def write_csv(content: Content, path: Path) -> Path:
    """Write the numbers as one sheet with a row each: table, row, quantity, value.

    UTF-8 with a byte order mark, without which Excel takes it for another encoding.

    Raises
    ------
    UserError
        ``file.cannot_write``.
    """
    with replacing(path) as temporary, temporary.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(_HEADS)
        for row in _rows(numbers(content)):
            writer.writerow([harmless(one) if isinstance(one, str) else one for one in row])
    return path


def _decision(content: Content) -> dict[str, Any]:
    assert content.page is not None
    decision = content.page.decision
    plain = {
        one.name: getattr(decision, one.name)
        for one in dataclasses.fields(decision)
        if one.name not in ("reasons", "rules", "turns")
    }
    return {
        **plain,
        "reasons": [sentence for _, sentence in content.page.reasons],
        "rules": [
            {**one.rule.model_dump(), "value": one.value, "limit": one.limit, "met": one.met}
            for one in decision.rules
        ],
        "turns": [
            {"name": one.name, "value": one.value, "now": one.now, "pays": one.pays}
            for one in decision.turns
        ],
    }


def _rows(found: dict[str, Any]) -> Iterator[tuple[str, str, str, Cell]]:
    for name in ("sizes", "quality"):
        yield from _flat(name, "", found[name])
    if found["decision"] is not None:
        yield from _of_decision(found["decision"])
        yield from _flat("costs", "", found["costs"])
    if found["trial"] is not None:
        yield from _of_trial(found["trial"])
    if found["continual"] is not None:
        yield from _of_continual(found["continual"])
    for one in [] if found["ipc_curve"] is None else found["ipc_curve"]["points"]:
        yield from _flat("ipc_curve", str(one["ipc"]), one)
    for one in found["classes"]:
        yield from _flat("classes", one["name"], one)
    for one in found["gaps"]:
        yield from _flat("gaps", one["name"], one)


def _of_decision(decision: dict[str, Any]) -> Iterator[tuple[str, str, str, Cell]]:
    yield from _flat("decision", "", decision)
    for one in decision["rules"]:
        yield from _flat("rules", one["name"], one)
    for one in decision["turns"]:
        yield from _flat("turns", one["name"], one)


def _of_trial(trial: dict[str, Any]) -> Iterator[tuple[str, str, str, Cell]]:
    yield from _flat("trial", "", trial)
    yield from _of_sets(trial["recipe"]["model"], trial["sets"], trial["class_names"])
    for model in trial["further"]:
        yield from _of_sets(model["model"], model["sets"], trial["class_names"])
    for one in [] if trial["stress"] is None else trial["stress"]["results"]:
        yield from _of_strain(one)


def _of_strain(one: dict[str, Any]) -> Iterator[tuple[str, str, str, Cell]]:
    title = f"{one['strain']}, {one['name']}"
    yield from _flat("stress", title, one)
    for name in ("accuracy_fall", "balanced_fall"):
        for quantity, value in one[name].items():
            yield "stress", title, f"{name}_{quantity}", value
    for name in ("accuracies", "balanced"):
        for at, value in enumerate(one[name], start=1):
            yield f"stress {name}", title, str(at), value
    for name, recall in one["recall"].items():
        yield "stress recall", title, name, recall


def _of_continual(found: dict[str, Any]) -> Iterator[tuple[str, str, str, Cell]]:
    yield from _flat("continual", "", found)
    yield from _flat("continual", "copies", found["copies"])
    for one in found["results"]:
        title = one["keeping"]
        yield from _flat("continual", title, one)
        for side in ("old", "new"):
            for at, value in enumerate(one[side], start=1):
                yield f"continual {side}", title, str(at), value
            for quantity, value in (one[f"{side}_fall"] or {}).items():
                yield "continual", title, f"{side}_fall_{quantity}", value


def _of_sets(
    model: str, sets: list[dict[str, Any]], names: list[str]
) -> Iterator[tuple[str, str, str, Cell]]:
    for one in sets:
        title = f"{model}, {one['name']}"
        yield from _flat("sets", title, one)
        for at, accuracy in enumerate(one["accuracies"], start=1):
            yield "accuracy", title, str(at), accuracy
        for name, recall in one["recall"].items():
            yield "recall", title, name, recall
        for truth, counts in zip(names, one["confusion"], strict=True):
            for said, count in zip(names, counts, strict=True):
                yield "confusion", f"{title}: {truth}", said, count


def _flat(table: str, row: str, values: dict[str, Any]) -> Iterator[tuple[str, str, str, Cell]]:
    """What is a single value; lists have rows of their own."""
    for name, value in values.items():
        if name != "name" and (value is None or isinstance(value, str | float | int)):
            yield table, row, name, value


def _finite(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, dict):
        return {str(name): _finite(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(one) for one in value]
    return value.item() if hasattr(value, "item") else value
