"""The catalogue says the same in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from engine.runtime import UserError, text
from engine.runtime.messages import CATALOGUE

ROOT = Path(__file__).parents[2]


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("key", sorted(CATALOGUE))
def test_both_languages_have_the_same_placeholders(key):
    english, japanese = CATALOGUE[key]
    assert placeholders(english) == placeholders(japanese)


def test_sentences_are_written_in_their_language():
    kana_or_kanji = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
    for key, (english, _) in CATALOGUE.items():
        assert not kana_or_kanji.search(english), key


def test_every_key_raised_in_the_code_is_in_the_catalogue():
    raised = re.compile(r"""(?:UserError|\btext|\.say|\.note)\(\s*"([a-z_]+\.[a-z_]+)\"""")
    found = {
        key
        for folder in ("engine", "importers", "gui")
        for path in (ROOT / folder).rglob("*.py")
        for key in raised.findall(path.read_text(encoding="utf-8"))
    }
    assert len(found) > 15
    assert found - set(CATALOGUE) == set()


def test_a_failure_speaks_both_languages():
    error = UserError("file.missing", file="図面.png")
    assert error.sentence("en").startswith("図面.png was not found")
    assert error.sentence("ja").startswith("図面.png が見つかりません")
    assert error.exit_code == 3


def test_a_missing_value_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        text("file.missing", "en")
