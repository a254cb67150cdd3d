"""Condensed sets of several sites as one, so that only synthetic samples have to travel."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from engine import __version__
from engine.data.condensed_set import CondensedSet
from engine.data.joining import Labels, joined
from engine.runtime.errors import UserError
from engine.runtime.times import now

Normalisation = Literal["real_pictures", "samples"]
# What decides how a prepared picture looks.
_PREPARING = (
    *("cut", "rotate", "deskew", "crop_margins", "flatten", "colour", "depth", "fit", "size"),
    *("dpi", "tile"),
)


@dataclass(frozen=True)
class Part:
    """A file that is merged: its name, SHA-256 and content."""

    name: str
    sha256: str
    condensed: CondensedSet

    @classmethod
    def load(cls, path: Path) -> Part:
        """Read and check a file.

        Raises
        ------
        UserError
            What :meth:`~engine.data.condensed_set.CondensedSet.load` raises.
        """
        condensed = CondensedSet.load(path)
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return cls(path.name, digest, condensed)


@dataclass(frozen=True)
class Merged:
    """A merged set, and what whoever merges should know.

    Attributes
    ----------
    condensed : CondensedSet
    repeated, contradicting : int
        Samples that an earlier part holds bit for bit, in the same class or in another one.
    unpacked : bool
        The parts are packed differently, so all samples are stored decoded.
    normalisation : {"real_pictures", "samples"}
        What mean and std are weighted by.
    prepared_differently : tuple of str
        Options of the import in which the parts differ.
    """

    condensed: CondensedSet
    repeated: int
    contradicting: int
    unpacked: bool
    normalisation: Normalisation
    prepared_differently: tuple[str, ...]


def merge(parts: Sequence[Part], rename: Mapping[str, str] | None = None) -> Merged:
    """Unite sets by class name; a merged set is a new one that nobody has signed for.

    Classes stand in the order in which they first come. Verdicts stay with their samples; recipe,
    provenance, sign-off and blind tests of each part are kept in ``provenance["merged"]``.

    Parameters
    ----------
    rename : mapping of str to str, optional
        Class names to change before they are compared.

    Raises
    ------
    UserError
        ``merge.too_few``; ``merge.other_size``; ``merge.no_such_class``; ``merge.nothing_new`` if
        all samples of a part are in earlier ones.
    """
    if len(parts) < 2:
        raise UserError("merge.too_few", exit_code=2)
    for part in parts[1:]:
        _require_same_shape(parts[0], part)
    names, labels = _united([part.condensed.class_names for part in parts], rename or {})
    repeated, contradicting = _repetitions(parts, labels)
    weights, normalisation = _weights(parts)
    sets = [part.condensed for part in parts]
    mean, std = _pooled(sets, weights)
    made = joined(sets, labels, names, mean=mean, std=std)
    provenance = {
        **_own_provenance(sets),
        **made.provenance,
        "merged": {
            "of": [_history(part) for part in parts],
            "renamed": dict(rename or {}),
            "repeated": repeated,
            "contradicting": contradicting,
            "normalisation": normalisation,
        },
    }
    if normalisation == "real_pictures":
        provenance["real_pictures"] = _real_pictures(sets, labels, len(names))
    return Merged(
        condensed=replace(made, recipe=_in_common(sets), provenance=provenance),
        repeated=repeated,
        contradicting=contradicting,
        unpacked=made.packing == 1 and any(one.packing > 1 for one in sets),
        normalisation=normalisation,
        prepared_differently=_differences(sets),
    )


def _require_same_shape(first: Part, other: Part) -> None:
    if first.condensed.images.shape[1:] != other.condensed.images.shape[1:]:
        sizes = []
        for one in (first, other):
            _, height, width, channels = one.condensed.images.shape
            sizes.append(f"{width}×{height}×{channels}")
        raise UserError(
            "merge.other_size",
            file=other.name,
            size=sizes[1],
            other=first.name,
            other_size=sizes[0],
        )


def _united(
    names: Sequence[list[str]], rename: Mapping[str, str]
) -> tuple[list[str], list[Labels]]:
    """All names once, and for each part the label of each of its classes."""
    known = {_plain(name) for own in names for name in own}
    wanted = {_plain(old): new for old, new in rename.items()}
    for old in wanted:
        if old not in known:
            listed = ", ".join(sorted(known))
            raise UserError("merge.no_such_class", exit_code=2, name=old, names=listed)
    united: dict[str, int] = {}
    labels = []
    for own in names:
        called = [_plain(wanted.get(_plain(name), name)) for name in own]
        labels.append(np.array([united.setdefault(one, len(united)) for one in called], np.int64))
    return list(united), labels


def _plain(name: str) -> str:
    """Systems write the same letters with one character or with several."""
    return unicodedata.normalize("NFC", name)


def _repetitions(parts: Sequence[Part], labels: Sequence[Labels]) -> tuple[int, int]:
    """Samples that an earlier part holds in the same class, and in another one."""
    earlier: dict[bytes, set[int]] = {}
    repeated = contradicting = 0
    for number, (part, new) in enumerate(zip(parts, labels, strict=True)):
        own: dict[bytes, set[int]] = {}
        same = 0
        for image, label in zip(part.condensed.images, new[part.condensed.labels], strict=True):
            digest = hashlib.blake2b(image.tobytes(), digest_size=16).digest()
            own.setdefault(digest, set()).add(int(label))
            classes = earlier.get(digest, set())
            same += int(label) in classes
            contradicting += bool(classes) and int(label) not in classes
        if number and same == part.condensed.decoded:
            raise UserError("merge.nothing_new", exit_code=2, file=part.name)
        repeated += same
        for digest, found in own.items():
            earlier.setdefault(digest, set()).update(found)
    return repeated, contradicting


def _counted(condensed: CondensedSet) -> list[int] | None:
    """Real pictures of each class that a set stands for; None where the file does not say."""
    found = condensed.provenance.get("real_pictures")
    if not isinstance(found, list) or len(found) != len(condensed.class_names):
        return None
    sound = all(isinstance(one, int) and 0 <= one < 2**40 for one in found) and sum(found) > 0
    return found if sound else None


def _weights(parts: Sequence[Part]) -> tuple[npt.NDArray[np.float64], Normalisation]:
    counted = [_counted(part.condensed) for part in parts]
    known = [sum(one) for one in counted if one is not None]
    if len(known) == len(parts):
        return np.array(known, np.float64), "real_pictures"
    samples = [max(1, part.condensed.decoded) for part in parts]
    return np.array(samples, np.float64), "samples"


def _pooled(
    sets: Sequence[CondensedSet], weights: npt.NDArray[np.float64]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Mean and std (C,) of all pictures together, from those of the parts."""
    share = (weights / weights.sum())[:, None]
    means = np.stack([one.mean.astype(np.float64) for one in sets])
    stds = np.stack([one.std.astype(np.float64) for one in sets])
    mean = (share * means).sum(axis=0)
    variance = (share * (stds**2 + (means - mean) ** 2)).sum(axis=0)
    return mean.astype(np.float32), np.sqrt(variance).astype(np.float32)


def _real_pictures(
    sets: Sequence[CondensedSet], labels: Sequence[Labels], classes: int
) -> list[int]:
    total = np.zeros(classes, np.int64)
    for one, new in zip(sets, labels, strict=True):
        np.add.at(total, new, np.array(_counted(one), np.int64))
    return [int(count) for count in total]


def _own_provenance(sets: Sequence[CondensedSet]) -> dict[str, Any]:
    """Of the merged set itself: no fingerprint, as it was made of no single image set."""
    seconds = [one.provenance.get("seconds") for one in sets]
    known = [float(one) for one in seconds if isinstance(one, int | float) and 0 <= one < 1e12]
    preparation = [one.provenance.get("preparation") for one in sets]
    alike = preparation[0] is not None and all(one == preparation[0] for one in preparation)
    return {
        "app": "Shizuku",
        "app_version": __version__,
        "date": now(),
        "seconds": round(sum(known), 2),
        **({"preparation": preparation[0]} if alike else {}),
    }


def _history(part: Part) -> dict[str, Any]:
    """What is kept of a part; its sign-off as it was found, which is none of the merged set."""
    condensed = part.condensed
    tests = condensed.blind_tests
    return {
        "file": part.name,
        "sha256": part.sha256,
        "samples": condensed.decoded,
        "class_names": condensed.class_names,
        "mean": condensed.mean.tolist(),
        "std": condensed.std.tolist(),
        "recipe": condensed.recipe,
        "provenance": condensed.provenance,
        "sign_off": None if condensed.sign_off is None else condensed.sign_off.as_dict(),
        "blind_tests": {
            "tests": len(tests),
            "pairs": sum(one.pairs for one in tests),
            "told": sum(one.told for one in tests),
        },
    }


def _in_common(sets: Sequence[CondensedSet]) -> dict[str, Any]:
    """What all recipes agree on."""
    first, *others = (one.recipe for one in sets)
    return {
        name: value
        for name, value in first.items()
        if all(name in other and other[name] == value for other in others)
    }


def _differences(sets: Sequence[CondensedSet]) -> tuple[str, ...]:
    """Options in which the preparation of pictures differs, where it is known of all."""
    options = []
    for one in sets:
        preparation = one.provenance.get("preparation")
        found = preparation.get("options") if isinstance(preparation, dict) else None
        options.append(found if isinstance(found, dict) else None)
    known = [one for one in options if one is not None]
    if len(known) < len(sets):
        return ()
    return tuple(
        name for name in _PREPARING if any(one.get(name) != known[0].get(name) for one in known)
    )
