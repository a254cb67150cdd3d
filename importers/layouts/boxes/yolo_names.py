"""What the files beside YOLO labels say: class names, and which folder is which split."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from importers.layouts.boxes.small_yaml import Value, read_small_yaml
from importers.layouts.contents import Contents, folder_of
from importers.layouts.finding import tidy
from importers.layouts.words import class_name
from importers.stores.store import read_all
from importers.text import decoded_text

MAX_TEXT_BYTES = 4 << 20
_MAX_CLASSES = 100_000
_PLAIN_LISTS = ("classes.txt", "obj.names", "_darknet.labels", "labels.names", "class.names")
_SPLIT_KEYS = {"train": "train", "val": "validation", "valid": "validation", "test": "test"}


@dataclass
class YoloNames:
    """Class names by number, and folders or listed pictures by split.

    ``folders`` are relative paths with their last slash, longest first.
    """

    files: list[str] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    folders: list[tuple[str, str]] = field(default_factory=list)
    listed: dict[str, str] = field(default_factory=dict)

    def split(self, relative: str) -> str | None:
        """The split of a picture, if a data file says so."""
        if relative in self.listed:
            return self.listed[relative]
        matches = (word for folder, word in self.folders if relative.startswith(folder))
        return next(matches, None)


def read_names(contents: Contents) -> YoloNames:
    """The outermost data file with names, else the outermost list of classes.

    Raises
    ------
    OSError, ValueError
        One that must be meant cannot be read.
    """
    for relative in contents.few((".yaml", ".yml")):
        content = read_small_yaml(text_of(contents, relative))
        names = _numbered(content.get("names", ""))
        if names:
            found = YoloNames([relative], names)
            _note_splits(contents, relative, content, found)
            return found
    plain = [name for name in contents.few((".txt", ".names", ".labels")) if _is_plain_list(name)]
    for relative in plain:
        lines = text_of(contents, relative).splitlines()
        while lines and not lines[-1].strip():
            lines.pop()
        return YoloNames(plain, _numbered(lines))
    return YoloNames()


def text_of(contents: Contents, relative: str) -> str:
    """A small text file.

    Raises
    ------
    OSError, UnicodeDecodeError
    """
    return decoded_text(read_all(contents.listing.store, relative, limit=MAX_TEXT_BYTES))


def _is_plain_list(relative: str) -> bool:
    return relative[relative.rfind("/") + 1 :].casefold() in _PLAIN_LISTS


def _numbered(value: Value) -> dict[int, str]:
    if isinstance(value, str):
        return {}
    pairs: Iterable[tuple[object, str]] = (
        value.items() if isinstance(value, dict) else enumerate(value)
    )
    found: dict[int, str] = {}
    for key, name in pairs:
        digits = str(key)
        if len(found) < _MAX_CLASSES and len(digits) < 10 and digits.isdecimal():
            found[int(digits)] = class_name(name) or digits
    return found


def _note_splits(
    contents: Contents, relative: str, content: dict[str, Value], found: YoloNames
) -> None:
    own = folder_of(relative)
    base = content.get("path", "")
    inner = _below(base) if isinstance(base, str) else ""
    for key, word in _SPLIT_KEYS.items():
        value = content.get(key, "")
        for path in [value] if isinstance(value, str) else list(value)[:1000]:
            below = _below(path)
            if not below:
                continue
            if below.endswith(".txt/"):
                _note_listed(contents, own, below[:-1], word, found)
                continue
            # ``path`` names a folder on somebody's computer; it may be this one or one inside.
            found.folders += [(own + below, word), (own + inner + below, word)]
    found.folders.sort(key=lambda one: -len(one[0]))


def _below(path: str) -> str:
    parts = [part for part in tidy(path).split("/") if part not in ("", "..")]
    return "/".join(parts) + "/" if parts else ""


def _note_listed(contents: Contents, own: str, below: str, word: str, found: YoloNames) -> None:
    relative = own + below
    if relative not in contents.listing.files:
        return
    found.files.append(relative)
    for line in text_of(contents, relative).splitlines():
        path = _below(line.strip()).rstrip("/")
        picture = contents.finder.find(path, [own, ""], split=word) if path else None
        if picture is not None:
            found.listed[picture] = word
