"""What the import's checks find: altered copies of real pictures, and tilted drawings.

    python benchmarks/checks.py NEU-CLS/ X-SDD/ --size 64
    python benchmarks/checks.py schematics/ --skew

Draws ``--count`` pictures of each folder and looks for an altered copy of each among all of them:
saved again as JPEG of quality 40, halved, lighter and darker by a tenth, with noise of sigma 4.
Prints the share that is found, and how many pairs are found among the untouched pictures. With
``--skew`` every picture is turned by angles up to 14 degrees and the error of the angle found is
printed instead.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from engine.runtime import StopSource
from importers import ImportOptions, scan
from importers.decode import DecodeError, decode
from importers.inspecting.hashes import picture_hash
from importers.inspecting.near import near_pairs
from importers.prepare import prepare
from importers.straighten import skew, to_grey

Pixels = npt.NDArray[np.uint8]
_ANGLES = (-14.0, -6.3, -1.2, 0.7, 4.4, 11.0)
_TOKEN = StopSource().token


def main() -> None:
    """Parse, measure every folder, print."""
    options = _parser().parse_args()
    if options.skew:
        print("| pictures | turned | median error ° | 90 % under ° | largest ° |")
        print("|---|---|---|---|---|")
    else:
        print(f"| pictures | {' | '.join(_CHANGES)} | pairs of all |")
        print("|---" * (len(_CHANGES) + 2) + "|")
    for source in options.sources:
        pictures = _read(source)
        row = _skews(pictures) if options.skew else _copies(pictures, options)
        print(f"| {source.name} | {' | '.join(row)} |", flush=True)


def _read(source: Path) -> list[Pixels]:
    found = scan(source, ImportOptions(), emit=lambda _event: None, token=_TOKEN)
    pictures = []
    for one in found.sources:
        try:
            pictures.append(decode((source / one.relative).read_bytes(), target=512).pixels)
        except DecodeError:
            continue
    return pictures


def _copies(pictures: list[Pixels], options: argparse.Namespace) -> list[str]:
    prepared = [_prepared(one, options.size) for one in pictures]
    rng = np.random.default_rng(0)
    drawn = rng.permutation(len(pictures))[: options.count]
    shares = []
    for change in _CHANGES.values():
        copies = [_prepared(change(pictures[at]), options.size) for at in drawn]
        pairs = {(one, other) for one, other, _ in _pairs(prepared + copies)}
        found = sum((int(at), len(prepared) + place) in pairs for place, at in enumerate(drawn))
        shares.append(f"{100 * found / len(drawn):.0f} %")
    return [*shares, str(len(_pairs(prepared)))]


def _pairs(pictures: list[Pixels]) -> list[tuple[int, int, float]]:
    small = np.stack([cv2.resize(one, (32, 32), interpolation=cv2.INTER_AREA) for one in pictures])
    hashes = np.array([picture_hash(one) for one in pictures], np.uint64)
    return near_pairs(hashes, lambda rows: small[np.asarray(rows)].astype(np.uint8), token=_TOKEN)


def _prepared(pixels: Pixels, size: int) -> Pixels:
    return prepare(pixels, ImportOptions(size=size), grey=True)[..., 0]


def _saved_again(pixels: Pixels) -> Pixels:
    out = io.BytesIO()
    Image.fromarray(pixels).save(out, "JPEG", quality=40)
    return np.asarray(Image.open(out))


def _halved(pixels: Pixels) -> Pixels:
    image = Image.fromarray(pixels)
    return np.asarray(image.resize((max(1, image.width // 2), max(1, image.height // 2))))


def _lit(share: float) -> Callable[[Pixels], Pixels]:
    return lambda pixels: np.clip(pixels * share, 0, 255).astype(np.uint8)


def _noisy(pixels: Pixels) -> Pixels:
    noise = np.random.default_rng(pixels.size).normal(0, 4, pixels.shape[:2])
    noise = noise[..., None] if pixels.ndim == 3 else noise
    return np.clip(pixels + noise, 0, 255).astype(np.uint8)


_CHANGES: dict[str, Callable[[Pixels], Pixels]] = {
    "JPEG 40": _saved_again,
    "halved": _halved,
    "+10 %": _lit(1.1),
    "-10 %": _lit(0.9),
    "noise 4": _noisy,
}


def _skews(pictures: list[Pixels]) -> list[str]:
    errors = []
    for pixels in pictures:
        grey = to_grey(pixels)
        own = skew(grey)
        height, width = grey.shape
        paper = float(np.median(grey))
        for angle in _ANGLES:
            turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
            turned = cv2.warpAffine(grey, turn, (width, height), borderValue=paper)
            errors.append(abs(skew(np.asarray(turned, np.uint8)) - angle - own))
    middle, most = np.quantile(errors, (0.5, 0.9))
    return [str(len(errors)), f"{middle:.2f}", f"{most:.2f}", f"{max(errors):.2f}"]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, nargs="+")
    parser.add_argument("--size", type=int, default=64, help="px; default 64")
    parser.add_argument("--count", type=int, default=150, help="copies of each kind; default 150")
    parser.add_argument("--skew", action="store_true", help="tilted drawings instead")
    return parser


if __name__ == "__main__":
    main()
