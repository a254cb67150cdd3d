"""What is settled once for a whole set, from an even sample of it: grey or colour, and depth."""

from __future__ import annotations

from collections.abc import Sequence

from engine.runtime import StopToken
from importers.apart import decode as decode_file
from importers.apart import deep_range, open_sheets
from importers.cutting import Cutting
from importers.decode import DecodeError, Depth
from importers.found import Source
from importers.handing_over import in_parallel
from importers.loading import Loader, read_picture
from importers.options import ImportOptions
from importers.prepare import looks_grey
from importers.stores import Store

_SAMPLE = 48
_GREY_SHARE = 0.98
_LOOK = 64


def settle(
    store: Store,
    sources: Sequence[Source],
    options: ImportOptions,
    *,
    depth: Depth | None = None,
    token: StopToken,
) -> Loader:
    """The loader of a set.

    Grey: asked for, or found on an even sample of the pictures. Depth: with ``used``, the range
    from the smallest to the largest value of the sample's deep pictures, the same for all; a
    ``depth`` that was settled before is kept.

    Raises
    ------
    UserError
        What a regions file raises.
    Stopped
    """
    cutting = Cutting.of(options)
    step = max(1, len(sources) // _SAMPLE)
    sample = sources[::step]
    grey = options.colour == "grey"
    if options.colour == "auto":
        grey = _are_grey(store, sample, options, token=token)
    if options.depth == "used" and depth is None:
        depth = _depth(store, sample, token=token)
    return Loader(store, options, grey, depth, cutting)


def _are_grey(
    store: Store, sample: Sequence[Source], options: ImportOptions, *, token: StopToken
) -> bool:
    def look(source: Source) -> bool | None:
        try:
            with store.open(source.relative) as file:
                data = read_picture(file, source.relative)
                if data is not None:
                    return looks_grey(decode_file(data, target=_LOOK).pixels)
                file.seek(0)
                with open_sheets(file, name=source.relative, dpi=options.dpi) as sheets:
                    page = min(source.page or 1, sheets.count) - 1
                    return looks_grey(sheets.read(page, target=_LOOK).pixels)
        except (DecodeError, OSError):
            return None

    looks = [one for one in in_parallel(look, sample, token=token) if one is not None]
    return bool(looks) and sum(looks) >= _GREY_SHARE * len(looks)


def _depth(store: Store, sample: Sequence[Source], *, token: StopToken) -> Depth | None:
    def look(source: Source) -> Depth | None:
        try:
            with store.open(source.relative) as file:
                return deep_range(file)
        except (DecodeError, OSError):
            return None

    ranges = [one for one in in_parallel(look, sample, token=token) if one is not None]
    if not ranges:
        return None
    return min(low for low, _ in ranges), max(high for _, high in ranges)
