"""What ``shizuku info`` says to people."""

from __future__ import annotations

from typing import Any

from engine.data.appearance_report import AppearanceReport
from engine.data.appearance_words import appearance_sentences
from engine.data.issue_words import counts_sentence
from engine.runtime import text
from gui.cli.console import Console
from gui.cli.quality import tell_quality


def tell_project(console: Console, summary: dict[str, Any]) -> None:
    """A project as :func:`engine.project.summary.summarise_project` gives it."""
    console.say(
        "command.info_project",
        path=summary["path"],
        images=summary["images"],
        classes=len(summary["classes"]),
        size="×".join(str(side) for side in summary["size"]),
        **summary["splits"],
    )
    for name, counts in summary["counts"].items():
        console.say("command.info_class", name=name, **counts)
    for one in summary["references"]:
        console.say(
            "command.info_reference",
            name=one["name"],
            title=one["title"],
            count=f"{one['pictures']:,}",
            size="×".join(str(side) for side in one["size"]),
            megabytes=f"{one['bytes'] / 1e6:,.1f}",
        )
        if not one["usable"]:
            console.say("command.info_reference_unfit")
    for run in summary["runs"]:
        console.say(
            "command.info_run",
            run=run["run"],
            status=text(f"status.{run['status']}", console.language),
            ipc=run["recipe"]["ipc"],
            step=run["step"],
        )
        if run["appearance"] is not None:
            report = AppearanceReport.from_dict(run["appearance"])
            for sentence in appearance_sentences(report, console.language):
                console.tell(f"  {sentence}")
        if run["issues"] is not None:
            console.tell(f"  {counts_sentence(run['issues'], console.language)}")
        tell_quality(console, run, indent="  ")


def tell_condensed(console: Console, summary: dict[str, Any]) -> None:
    """A file as :func:`engine.project.summary.summarise_condensed` gives it."""
    console.say(
        "command.info_file",
        path=summary["path"],
        format=summary["format"],
        images=summary["images"],
        classes=len(summary["classes"]),
        ipc=summary["ipc"],
    )
    for name, count in summary["classes"].items():
        console.say("command.info_file_class", name=name, count=count)
    tell_quality(console, summary)
    for name, value in summary["provenance"].items():
        if name == "merged":
            _tell_parts(console, value)
        else:
            console.tell(f"{name}: {value}")


def _tell_parts(console: Console, merged: Any) -> None:
    """What a merged set was made of; the file may come from anywhere."""
    parts = merged.get("of") if isinstance(merged, dict) else None
    for one in parts if isinstance(parts, list) else ():
        names = one.get("class_names") if isinstance(one, dict) else None
        if isinstance(names, list):
            told = {"file": one.get("file"), "samples": one.get("samples")}
            console.say("merge.part", classes=len(names), **told)
