"""What was noticed about a project's pictures, as one self-contained HTML file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from engine import __version__
from engine.data import ImageSet
from engine.project import Project, SourceFinding
from engine.report.pictures import strip
from engine.report.writing import environment
from engine.runtime.files import write_text
from engine.runtime.messages import Language
from engine.runtime.times import now

_SHOWN = 8
_NAMED = 200
_REFUSED = 1000


@dataclass(frozen=True)
class _Shown:
    """A finding with its first pictures (a data URI) and the names of the first hundreds."""

    finding: SourceFinding
    pictures: str
    names: list[tuple[str, str]]


def write_check_report(project: Project, path: Path, *, language: Language = "en") -> Path:
    """Write what the import noticed: sentences, pictures, files and what was left out.

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
        ``project.empty`` or ``file.cannot_write``.
    """
    with project.image_set() as image_set:
        shown = [_shown(one, image_set) for one in project.findings.all()]
        page = environment(language).get_template("check.html.j2")
        text = page.render(
            project=project.name,
            record=project.import_record(),
            pictures=image_set.pictures,
            left_out=len(image_set) - image_set.pictures,
            counts=zip(
                image_set.class_names,
                image_set.counts("train").tolist(),
                image_set.counts("test").tolist(),
                strict=True,
            ),
            shown=shown,
            refused_shown=_REFUSED,
            named=_NAMED,
            language=language,
            app_version=__version__,
            written=now(),
        )
    write_text(path, text)
    return path


def _shown(one: SourceFinding, image_set: ImageSet) -> _Shown:
    rows = one.pictures[(one.pictures >= 0) & (one.pictures < len(image_set))]
    partners = one.partners if len(one.partners) == len(rows) else np.full(len(rows), -1)
    first: list[int] = []
    for row, partner in zip(rows.tolist(), partners.tolist(), strict=True):
        # Copies stand beside what they are copies of.
        first += [at for at in (partner, row) if at >= 0 and at not in first]
        if len(first) >= _SHOWN:
            break
    names = [
        (image_set.sources[row], image_set.sources[partner] if partner >= 0 else "")
        for row, partner in zip(rows[:_NAMED].tolist(), partners[:_NAMED].tolist(), strict=True)
    ]
    pictures = strip(image_set.read(first[:_SHOWN])) if first else ""
    return _Shown(one, pictures, names)
