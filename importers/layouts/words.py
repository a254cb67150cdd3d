"""Words in names of folders and files that say what is meant."""

from __future__ import annotations

import re

from engine.data import Split
from importers.walking import plain

SPLIT_WORDS: dict[str, str] = {
    **dict.fromkeys(("train", "training", "trainval", "学習", "学習用", "訓練"), "train"),
    **dict.fromkeys(("test", "testing", "テスト", "テスト用", "評価", "評価用"), "test"),
    **dict.fromkeys(("val", "valid", "validation", "dev", "検証", "検証用"), "validation"),
}

NORMAL_WORDS = frozenset(
    (
        *("good", "ok", "normal", "pass", "passed", "defect_free", "no_defect", "non_defective"),
        *("良", "良品", "正常", "正常品", "合格", "合格品", "無欠陥", "欠陥なし", "ok品"),
    )
)

_LETTERS = re.compile(r"[^\W\d_]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_LONGEST = 200


def folder_split(name: str) -> str | None:
    """``train``, ``test`` or ``validation`` if a folder is named so, also ``train2017``."""
    return SPLIT_WORDS.get(plain(name).casefold().strip("0123456789_- "))


def split_in(name: str) -> str | None:
    """The split that a word of a file's name gives: ``instances_train2017`` -> ``train``."""
    words = _LETTERS.findall(plain(name).casefold())
    return next((SPLIT_WORDS[word] for word in words if word in SPLIT_WORDS), None)


def path_split(relative: str) -> str | None:
    """The split that the innermost of a file's folders named so gives."""
    for name in reversed(relative.split("/")[:-1]):
        word = folder_split(name)
        if word is not None:
            return word
    return None


def side(word: str | None) -> Split | None:
    """The side on which pictures of a split go; validation pictures are for training."""
    return None if word is None else "test" if word == "test" else "train"


def looks_normal(label: str) -> bool:
    """Whether a class is named as parts without defects are."""
    return plain(label).casefold().strip().replace("-", "_").replace(" ", "_") in NORMAL_WORDS


def clean(value: object) -> str:
    """A class or file name that somebody else wrote, as text that every file can hold.

    Numbers become text (``3.0`` as ``3``); what is neither text nor number becomes empty.
    """
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, float) and value.is_integer():
        text = f"{value:.0f}"
    elif isinstance(value, int) and value.bit_length() > 64:
        text = ""  # turning it into text may take seconds, or be refused
    else:
        text = str(value) if isinstance(value, str | int | float) else ""
    if not text.isascii():
        text = plain(text.encode("utf-8", "replace").decode("utf-8"))
    return text.strip() if text.isprintable() else _CONTROLS.sub(" ", text).strip()


def class_name(value: object) -> str:
    """A class name as :func:`clean` gives it, cut where nobody would read on."""
    return clean(value)[:_LONGEST].rstrip()
