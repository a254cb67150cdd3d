"""Where the documents are that come with the application, and how their text is read; no Qt.

``docs/`` and the change logs are shipped with the application, in the places they have here: links
between them lead on in the guide's window as they do on a web site.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.runtime import Language

ROOT = Path(__file__).parents[2]
_WIDE = r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef…「」]"
_BREAK = re.compile(rf"(?<={_WIDE})(\*{{0,2}})\n *(?=\*{{0,2}}{_WIDE})")
_NO_SLUG = re.compile(r"[^\w\- ]")


def guide_file(language: Language) -> Path:
    """The user guide."""
    return ROOT / "docs" / f"guide.{language}.md"


def changes_file(language: Language) -> Path:
    """What is new, version by version."""
    return ROOT / ("CHANGELOG.md" if language == "en" else f"CHANGELOG.{language}.md")


def is_shipped(path: Path) -> bool:
    """Whether a file is one of our documents or a picture in one: nothing else may be read."""
    found = path.resolve()
    logs = changes_file("en"), changes_file("ja")
    ours = found.is_relative_to(ROOT / "docs") or found in logs
    return ours and found.suffix in {".md", ".png"} and found.is_file()


def read_document(path: Path) -> str:
    """A document's Markdown.

    Japanese has no spaces between words: a line that ends within a sentence is joined with the
    next one without any.

    Raises
    ------
    OSError
        It is not there.
    """
    return _BREAK.sub(r"\1", path.read_text(encoding="utf-8"))


def anchor_of(title: str) -> str:
    """What a link to a heading is called, as web sites that show Markdown do it."""
    return _NO_SLUG.sub("", title.strip().lower()).replace(" ", "-")


def newest_changes(language: Language) -> tuple[str, list[str]]:
    """The newest version of the change log and its points, without Markdown's signs.

    Raises
    ------
    OSError
        The change log is not there.
    """
    version, points = "", list[str]()
    for line in read_document(changes_file(language)).splitlines():
        if line.startswith("## "):
            if version:
                break
            version = re.split(r"[ (]", line.removeprefix("## "))[0]
        elif version and line.startswith("- "):
            points.append(line.removeprefix("- "))
        elif version and points and line.startswith("  "):
            points[-1] += f" {line.strip()}"
    return version, [re.sub(r"[*`]", "", one) for one in points]
