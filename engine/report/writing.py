"""From a run to one self-contained HTML file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine import __version__
from engine.data.verdict_words import time_text
from engine.project import Project, Run
from engine.project.reported import note_reported
from engine.report import wording
from engine.report.charts import PRECISION_BOX
from engine.report.content import Content, gather
from engine.runtime.files import write_text
from engine.runtime.messages import Language, text
from engine.runtime.times import now
from engine.trial.roi import duration

if TYPE_CHECKING:
    from jinja2 import Environment

_TEMPLATES = Path(__file__).parent / "templates"
_SIGNS = {"adopt": "✓", "pilot": "△", "no": "✕"}  # beside the colours, for those who see none


def write_report(project: Project, run: Run, path: Path, *, language: Language = "en") -> Path:
    """Write the report of a run; it needs no other file, no script and no network.

    Parameters
    ----------
    path : Path
        The HTML file, replaced if it is there.
    language : {"en", "ja"}

    Returns
    -------
    Path
        ``path``.

    Raises
    ------
    UserError
        ``run.no_result``, ``project.empty`` or ``file.cannot_write``.
    """
    write_text(path, as_html(gather(project, run, language), language))
    note_reported(project, run)
    return path


def as_html(content: Content, language: Language, *, printed: bool = False) -> str:
    """The report as one HTML page.

    Parameters
    ----------
    printed : bool
        For a rich text document on paper: tables stand where the screen has grids, and only the
        style rules that such a document knows are used. Charts and words are the same.
    """
    page = environment(language).get_template("report.html.j2")
    return page.render(
        r=content,
        language=language,
        app_version=__version__,
        written=time_text(now()),
        layout="layout_print.html.j2" if printed else "layout.html.j2",
        style="print.css" if printed else "style.css",
    )


def environment(language: Language) -> Environment:
    """Templates that escape everything, with the report's sentences in a language."""
    import jinja2

    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def say(key: str, **params: Any) -> str:
        return text(f"report.{key}", language, **params)

    made.globals.update(
        t=say,
        set_name=lambda name: text(f"set.{name}", language),
        duration=partial(duration, language=language),
        size=partial(wording.size, language=language),
        money=partial(wording.money, language=language),
        signs=_SIGNS,
        precision_box=PRECISION_BOX,
        text=partial(_text, language),
        plain=wording.plain,
        points=wording.points,
        when=time_text,
    )
    return made


def _text(language: Language, key: str, **params: Any) -> str:
    return text(key, language, **params)
