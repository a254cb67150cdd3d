"""The command ``merge``: condensed sets of several sites as one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.project.export import HDF5_SUFFIXES, export_set
from engine.project.summary import summarise_condensed
from engine.runtime import UserError
from gui.cli.arguments import Json, Lang
from gui.cli.console import WRONG_USE, Console, open_console

if TYPE_CHECKING:
    from engine.data.merging import Merged, Part


def merge(
    files: Annotated[list[Path], typer.Argument(metavar="A.h5 B.h5…", show_default=False)],
    into: Annotated[Path, typer.Option(help="The merged set, FILE.h5.", show_default=False)],
    rename: Annotated[
        list[str] | None,
        typer.Option(metavar="OLD=NEW", help="A class's other name; can be given again."),
    ] = None,
    as_json: Json = False,
    language: Lang = None,
) -> None:
    """Unite the classes of condensed sets in one file that keeps where each sample is from."""
    with open_console(language, as_json=as_json) as console:
        from engine.data.merging import Part
        from engine.data.merging import merge as merged_of

        renamed = _renamed(rename or [])
        _check_place(files, into)
        parts = [Part.load(one) for one in files]
        merged = merged_of(parts, renamed)
        export_set(merged.condensed, into)
        _tell(console, parts, merged, into.absolute())
        console.answer({**summarise_condensed(into), **_notes(merged)})


def _renamed(words: Sequence[str]) -> dict[str, str]:
    found = {}
    for word in words:
        old, equals, new = word.partition("=")
        if not (old and equals and new):
            raise UserError("merge.rename_form", exit_code=WRONG_USE, word=word)
        found[old] = new
    return found


def _check_place(files: Sequence[Path], into: Path) -> None:
    if into.suffix.lower() not in HDF5_SUFFIXES:
        raise UserError("merge.no_hdf5", exit_code=WRONG_USE, file=str(into))
    if into.resolve() in {one.resolve() for one in files}:
        raise UserError("merge.onto_part", exit_code=WRONG_USE, file=str(into))


def _tell(console: Console, parts: Sequence[Part], merged: Merged, path: Path) -> None:
    condensed = merged.condensed
    console.say(
        "merge.done",
        samples=condensed.decoded,
        classes=len(condensed.class_names),
        files=len(parts),
    )
    for part in parts:
        signed = part.condensed.sign_off
        if signed is not None:
            told = {"inspector": signed.inspector, "time": signed.time}
            console.say("merge.signed", file=part.name, **told)
    for key, count in (
        ("merge.repeated", merged.repeated),
        ("merge.contradicting", merged.contradicting),
    ):
        if count:
            console.say(key, count=count)
    if merged.unpacked:
        console.say("merge.unpacked")
    if merged.normalisation == "samples":
        console.say("merge.by_samples")
    if merged.prepared_differently:
        console.say("merge.prepared_differently", names=", ".join(merged.prepared_differently))
    console.say("command.written", path=path)


def _notes(merged: Merged) -> dict[str, Any]:
    return {
        "repeated": merged.repeated,
        "contradicting": merged.contradicting,
        "unpacked": merged.unpacked,
        "normalisation": merged.normalisation,
        "prepared_differently": list(merged.prepared_differently),
    }
