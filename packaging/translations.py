"""The window's translations: ``update`` the sources, ``compile`` them, ``check`` them.

python packaging/translations.py update    after changing texts in gui/
python packaging/translations.py compile   makes the .qm files that the window loads
python packaging/translations.py check     fails if anything is stale, unfinished or unequal
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "gui" / "translations"
FILES = {language: FOLDER / f"shizuku_{language}.ts" for language in ("en", "ja")}
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n|%L?\d")
_KANA_OR_KANJI = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def tool(name: str) -> Path:
    """One of Qt's translation tools, as the wheel brings it."""
    folder = Path(PySide6.__file__).parent
    return next(path for path in (folder / name, folder / f"{name}.exe") if path.is_file())


def sources() -> list[str]:
    """Every file of the window, relative to the project, sorted for steady results."""
    return sorted(str(path.relative_to(ROOT)) for path in (ROOT / "gui").rglob("*.py"))


def update(language: str, target: Path) -> None:
    """Bring a translation source up to the texts in the code."""
    subprocess.run(
        [
            tool("lupdate"),
            "-silent",
            *sources(),
            "-no-obsolete",
            *("-locations", "none"),
            *("-source-language", "en_GB"),
            *("-target-language", "ja_JP" if language == "ja" else "en_GB"),
            *("-ts", str(target)),
        ],
        check=True,
        cwd=ROOT,
    )


def compile_all() -> None:
    """Make the .qm files."""
    for path in FILES.values():
        subprocess.run(
            [tool("lrelease"), "-silent", path, "-qm", path.with_suffix(".qm")], check=True
        )


def messages(path: Path) -> dict[tuple[str, str], list[str] | None]:
    """(context, source) to the translation's forms; None where it is unfinished."""
    found: dict[tuple[str, str], list[str] | None] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [one.text or "" for one in translation.iter("numerusform")]
            forms = forms or [translation.text or ""]
            done = translation.get("type") != "unfinished" and all(forms)
            found[name, message.findtext("source") or ""] = forms if done else None
    return found


def faults(language: str) -> list[str]:
    """What is wrong with a translation, a line each."""
    path = FILES[language]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / path.name
        fresh.write_bytes(path.read_bytes())
        update(language, fresh)
        wanted = messages(fresh)
    kept = messages(path)
    lines = [f"missing or stale: {key[0]}: {key[1]}" for key in wanted.keys() ^ kept.keys()]
    for (context, source), forms in kept.items():
        where = f"{context}: {source!r}"
        plural = "%n" in source
        if forms is None:
            if language == "ja" or plural:
                lines.append(f"unfinished: {where}")
            continue
        for form in forms:
            if sorted(_PLACEHOLDER.findall(form)) != sorted(_PLACEHOLDER.findall(source)):
                lines.append(f"other placeholders: {where}: {form!r}")
            if language == "en" and _KANA_OR_KANJI.search(form):
                lines.append(f"not English: {where}: {form!r}")
    return [f"{path.name}: {line}" for line in sorted(lines)]


def check() -> int:
    """Print all faults; 1 if there are any."""
    found = [line for language in FILES for line in faults(language)]
    print("\n".join(found) or "translations: complete")
    return 1 if found else 0


def main(arguments: list[str]) -> int:
    """Run what is asked for."""
    match arguments:
        case ["update"]:
            for language, path in FILES.items():
                update(language, path)
        case ["compile"]:
            compile_all()
        case ["check"]:
            return check()
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
