"""What it costs to decode in a process of its own, by kind of file."""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from statistics import median

import numpy as np
from PIL import Image, ImageCms
from rounds import Tally, options

KINDS = ("JPEG", "PNG", "JPEG with a profile", "TIFF", "WEBP", "BMP")
SIDES = (200, 1000, 3000)


def saved(kind: str, side: int) -> bytes:
    """A picture of something like a surface."""
    random = np.random.default_rng(side)
    smooth = random.normal(128, 40, (side // 8 + 1, side // 8 + 1, 3)).clip(0, 255)
    image = Image.fromarray(smooth.astype(np.uint8)).resize((side, side), Image.Resampling.BICUBIC)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    more = {"icc_profile": profile} if "profile" in kind else {}
    stream = io.BytesIO()
    image.save(stream, kind.split()[0], **more)
    return stream.getvalue()


def milliseconds(work: Callable[[], object], times: int) -> float:
    work()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - begun))
    return round(median(taken), 2)


def main() -> int:
    given = options(__doc__, rounds=30, seconds=120).parse_args()
    from importers import apart, decode
    from importers.apart import crew

    tally = Tally("decoders", given.keep)
    begun = time.perf_counter()
    worker = crew.take()
    if worker is None:
        tally.fault("no process could be started")
        return tally.close()
    start = time.perf_counter() - begun
    crew.give_back(worker, sound=True)
    table = {}
    for kind in KINDS:
        for side in SIDES:
            data = saved(kind, side)
            near = milliseconds(lambda data=data: decode.decode(data, target=64), given.rounds)
            far = milliseconds(lambda data=data: apart.decode(data, target=64), given.rounds)
            table[f"{kind}, {side} px"] = {"here_ms": near, "as_imported_ms": far}
            if tally.seconds() > given.seconds:
                break
    crew.end_all()
    return tally.close(start_seconds=round(start, 2), decoding=table)


if __name__ == "__main__":
    sys.exit(main())
