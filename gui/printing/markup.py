"""From the report's HTML to the subset that a rich text document knows."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from engine import report

_STYLE = Path(report.__file__).parent / "templates" / "style.css"
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_IMAGE = re.compile(r'<img\b[^>]*?src="data:image/png;base64,([^"]+)"[^>]*>')
_CAPTION = re.compile(r"<caption>(.*?)</caption>\s*</table>", re.DOTALL)
_ENDS = re.compile(r'<div class="ends"><span>(.*?)</span><span>(.*?)</span></div>')
_END_CELLS = (
    r'<table width="88%" cellspacing="0"><tr><td class="soft">\1</td>'
    r'<td class="soft" align="right">\2</td></tr></table>'
)
_TABLE = re.compile(r'<table(?: class="(?P<kind>rules|keys|tight)")?>')
_ROW_HEAD = re.compile(r"(<tr[^>]*>\s*<t[hd])(?![^>]*class=)", re.DOTALL)
_KEY_CELL = re.compile(r"<td>")
_KEYS = re.compile(r'<table(?=[^>]*class="data keys").*?</table>', re.DOTALL)
_ROOT = re.compile(r":root\s*\{(.*?)\}", re.DOTALL)
_VARIABLE = re.compile(r"--([a-z]+):\s*(#[0-9a-f]+)")


@dataclass
class Markup:
    """HTML with numbered places for what is drawn: ``<img src="object:3">``."""

    html: str
    drawings: list[str | bytes] = field(default_factory=list)
    """SVG as text, PNG as bytes."""


def for_paper(page: str) -> Markup:
    """Take charts and pictures out, and put tables and captions as a document knows them."""
    made = Markup("")
    page = _SVG.sub(partial(_take_chart, made), page)
    page = _IMAGE.sub(partial(_take_picture, made), page)
    page = _CAPTION.sub(r'</table><p class="caption">\1</p>', page)
    page = page.replace("<figcaption>", '<p class="caption">').replace("</figcaption>", "</p>")
    page = re.sub(r"</?(?:figure|header)>", "", page)
    page = page.replace("<footer>", '<p class="caption">').replace("</footer>", "</p>")
    page = _ENDS.sub(_END_CELLS, page)
    page = _TABLE.sub(_table, page)
    page = _ROW_HEAD.sub(r'\1 class="text"', page)
    made.html = _KEYS.sub(lambda found: _KEY_CELL.sub('<td class="text">', found[0]), page)
    return made


def chart_style() -> str:
    """The style rules of charts with their colours written out: SVG in Qt knows no variables."""
    style = _STYLE.read_text(encoding="utf-8")
    root = _ROOT.search(style)
    colours = dict(_VARIABLE.findall(root[1])) if root else {}
    rules = [
        (selector.strip(), body)
        for line in style.splitlines()
        for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", line)
    ]
    told = [
        f"{_last(selector)} {{{body}}}"
        for selector, body in rules
        if re.match(r"(svg |\.fill-|\.ring|\.bond|\.histogram|\.curves polyline)", selector)
    ]
    return re.sub(
        r"var\(--([a-z]+)\)", lambda found: colours.get(found[1], "#000000"), "\n".join(told)
    )


def _last(selector: str) -> str:
    """A descendant's own part, for instance ``.soft`` of ``svg .soft``."""
    return ", ".join(one.split()[-1] for one in selector.split(","))


def _take_chart(made: Markup, found: re.Match[str]) -> str:
    made.drawings.append(found[0])
    return f'<p><img src="object:{len(made.drawings) - 1}"></p>'


def _take_picture(made: Markup, found: re.Match[str]) -> str:
    made.drawings.append(base64.b64decode(found[1]))
    return f'<p><img src="object:{len(made.drawings) - 1}"></p>'


def _table(found: re.Match[str]) -> str:
    kind = found["kind"] or ""
    return f'<table class="data {kind}" width="100%" cellspacing="0" cellpadding="3">'
