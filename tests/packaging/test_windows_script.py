"""What of the Windows installer can be seen without Windows: structure, texts, names, files."""

from __future__ import annotations

import re

import build
import pytest
from locks import ROOT

WINDOWS = ROOT / "packaging" / "windows"
SECTIONS = (
    *("Setup", "Languages", "CustomMessages", "Tasks", "InstallDelete", "Files", "Icons"),
    *("Registry", "Run", "Code"),
)


@pytest.fixture(scope="module")
def sections():
    raw = (WINDOWS / "shizuku.iss").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "Inno Setup reads Japanese only after a byte order mark"
    found: dict[str, list[str]] = {}
    name = ""
    for line in raw.decode("utf-8-sig").splitlines():
        head = re.fullmatch(r"\[(\w+)\]", line)
        if head:
            name = head[1]
            found[name] = []
        elif line.strip() and not line.startswith((";", "#")):
            found.setdefault(name, []).append(line)
    return found


def test_the_sections_are_those_of_inno_setup(sections):
    assert tuple(name for name in sections if name) == SECTIONS
    for line in sections["Setup"]:
        assert re.match(r"\w+=", line), line


def test_both_languages_say_everything(sections):
    said: dict[str, set[str]] = {"en": set(), "ja": set()}
    for line in sections["CustomMessages"]:
        language, name, text = re.fullmatch(r"(en|ja)\.(\w+)=(.+)", line).groups()
        said[language].add(name)
        assert bool(re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", text)) is (language == "ja")
    assert said["en"] == said["ja"]
    everything = "\n".join(line for lines in sections.values() for line in lines)
    used = set(re.findall(r"\{cm:(\w+)[},]|CustomMessage\('(\w+)'\)", everything))
    names = {one or other for one, other in used} - {"LaunchProgram"}
    assert names == said["en"]


def test_entries_are_parameters_with_values(sections):
    for section in ("Languages", "Tasks", "InstallDelete", "Files", "Icons", "Registry", "Run"):
        for line in sections[section]:
            rest = re.sub(r'\b\w+: ("(?:[^"]|"")*"|[\w ]+)(; |$)', "", line)
            assert rest == "", (section, rest)


def test_it_needs_no_administrator_and_shows_projects_only_where_they_are(sections):
    setup = dict(line.split("=", 1) for line in sections["Setup"])
    assert setup["PrivilegesRequired"] == "lowest"
    assert (WINDOWS / setup["SetupIconFile"]).is_file()
    registry = "\n".join(sections["Registry"])
    assert "HKLM" not in registry
    assert "AppliesTo" in registry
    assert '""%1""' in registry


def test_the_code_is_balanced_and_counts_as_the_build_does(sections):
    code = "\n".join(sections["Code"])
    plain = re.sub(r"'[^']*'|//[^\n]*", "", code)
    assert len(re.findall(r"\bbegin\b", plain)) == len(re.findall(r"\bend;", plain))
    assert plain.count("(") == plain.count(")")
    assert int(re.search(r"LongestInside = (\d+);", code)[1]) == build.LONGEST_PLACE


def test_the_list_of_what_was_not_run_is_there():
    text = (WINDOWS / "README.md").read_text(encoding="utf-8")
    listed = text.split("## Not run on Windows yet")[1]
    assert len(re.findall(r"^\d+\. ", listed, re.MULTILINE)) >= 9
