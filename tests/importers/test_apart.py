"""A file that brings its decoder down is refused; the application goes on."""

from __future__ import annotations

import io
import os
import signal
import struct
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from importers import apart, decode
from importers.apart import crew
from importers.apart.asking import is_plain
from importers.apart.pages import decoded
from importers.apart.words import Broken, receive
from importers.decode import DecodeError
from importers.found import Box

COLOUR = np.random.default_rng(0).integers(0, 256, (40, 60, 3), dtype=np.uint8)


def saved(kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    Image.fromarray(COLOUR).save(stream, kind, **options)
    return stream.getvalue()


@pytest.fixture(autouse=True)
def none_left() -> Iterator[None]:
    yield
    assert not crew._busy, "a process was not given back"


@pytest.fixture(scope="module", autouse=True)
def ended() -> Iterator[None]:
    yield
    crew.end_all()


def worker() -> crew.Worker:
    """The process that is asked next."""
    found = crew.take()
    assert found is not None
    crew.give_back(found, sound=True)
    return found


def test_only_plain_jpeg_png_and_bmp_are_decoded_here():
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert is_plain(saved("PNG"))
    assert is_plain(saved("BMP"))
    assert not is_plain(saved("BMP")[:30] + b"\1" + saved("BMP")[31:]), "run lengths"
    assert is_plain(saved("JPEG"))
    assert not is_plain(saved("PNG", icc_profile=profile))
    assert not is_plain(saved("JPEG", icc_profile=profile))
    for kind in ("TIFF", "WEBP", "GIF", "PPM", "PDF", "JPEG2000"):
        assert not is_plain(saved(kind))


def test_what_is_decoded_apart_is_the_same():
    tiff, other = saved("TIFF"), saved("WEBP", lossless=True)
    assert (apart.decode(tiff, target=64).pixels == COLOUR).all()
    assert (apart.decode(other, target=64).pixels == COLOUR).all()
    boxes = [Box(2, 3, 20, 10), Box(-2, -2, 8, 8)]
    with (
        apart.open_sheets(io.BytesIO(tiff), name="", dpi=0) as far,
        decode.open_sheets(io.BytesIO(tiff), name="", dpi=0) as near,
    ):
        assert (far.count, far.size(0)) == (near.count, near.size(0)) == (1, (60, 40))
        assert (far.read(0, target=64).pixels == near.read(0, target=64).pixels).all()
        for one, other_one in zip(far.crops(0, boxes), near.crops(0, boxes), strict=True):
            assert (one == other_one).all()
        with pytest.raises(DecodeError) as caught:
            far.size(7)
        assert caught.value.key == "import.no_such_page"
        assert far.size(0) == (60, 40), "a refusal ends nothing"


def test_a_refusal_is_the_same_as_here():
    with pytest.raises(DecodeError) as caught:
        apart.decode(saved("GIF")[:600], target=64)
    with pytest.raises(DecodeError) as expected:
        decode.decode(saved("GIF")[:600], target=64)
    assert (caught.value.key, caught.value.params) == (expected.value.key, expected.value.params)


def test_a_crash_refuses_the_file_and_the_next_one_is_read(monkeypatch: pytest.MonkeyPatch):
    asked = crew.Worker.ask

    def crash(self: crew.Worker, *words: object, **more: int) -> None:
        os.kill(self._process.pid, signal.SIGSEGV)
        self._process.wait()
        asked(self, *words, **more)

    with monkeypatch.context() as patch:
        patch.setattr(crew.Worker, "ask", crash)
        with pytest.raises(DecodeError) as caught:
            apart.decode(saved("TIFF"), target=64)
    assert caught.value.key == "import.decoder_ended"
    with apart.open_sheets(io.BytesIO(saved("PDF")), name="", dpi=72) as sheets:
        asked_of = crew._busy[0]
        os.kill(asked_of._process.pid, signal.SIGSEGV)
        asked_of._process.wait()
        for attempt in (lambda: sheets.size(0), lambda: sheets.read(0, target=8)):
            with pytest.raises(DecodeError) as caught:
                attempt()
            assert caught.value.key == "import.decoder_ended"
    assert (apart.decode(saved("TIFF"), target=64).pixels == COLOUR).all()


def test_a_decoder_that_does_not_answer_is_ended(monkeypatch: pytest.MonkeyPatch):
    found = worker()
    os.kill(found._process.pid, signal.SIGSTOP)
    monkeypatch.setattr(crew, "SECONDS", 0.2)
    with pytest.raises(DecodeError) as caught:
        apart.decode(saved("TIFF"), target=64)
    assert caught.value.key == "import.decoder_ended"
    assert not found.alive


def test_who_no_longer_waits_ends_the_decoder():
    found, closed = worker(), threading.Event()
    os.kill(found._process.pid, signal.SIGSTOP)
    threading.Timer(0.2, closed.set).start()
    with apart.until(closed), pytest.raises(DecodeError):
        apart.decode(saved("TIFF"), target=64)
    assert not found.alive


@pytest.mark.parametrize(
    "answer",
    [
        {"shape": [10_000_000, 10_000_000, 3]},
        {"shape": [40, 60, 3], "several": 1, "width": 60, "height": 40, "stretched": False},
        {"shape": [-1, 5], "several": False, "width": 60, "height": 40, "stretched": False},
        {"shape": [40, 59, 3], "several": False, "width": 60, "height": 40, "stretched": False},
        {"shape": [40, 60, 3], "several": False, "width": "60", "height": 40, "stretched": False},
        {},
    ],
)
def test_pixels_of_a_decoder_are_not_believed(answer: dict):
    with pytest.raises(Broken):
        decoded(answer, bytearray(7200))


@pytest.mark.parametrize(
    "answer",
    [
        {"error": "command.stopped", "params": {}},
        {"error": "import.none_such", "params": {}},
        {"error": "import.damaged", "params": {"file": ["x"]}},
        {"error": "import.damaged", "params": {"file": "x" * 5000}},
        {"error": 3},
    ],
)
def test_reasons_of_a_decoder_are_not_believed(answer: dict):
    with pytest.raises(Broken):
        crew.refusal(answer)


@pytest.mark.parametrize("said", [b"", b"\xff" * 40, struct.pack("<IQ", 2, 0) + b"[]"])
def test_what_is_no_message_is_not_understood(said: bytes):
    with pytest.raises(Broken):
        receive(io.BytesIO(said))


@pytest.mark.skipif(sys.platform != "linux", reason="limits are read from /proc")
def test_the_decoder_has_a_memory_limit_and_dumps_no_core():
    limits = Path(f"/proc/{worker()._process.pid}/limits").read_text()
    bounded = {line[:25].strip(): line.split()[-3] for line in limits.splitlines()[1:]}
    assert bounded["Max address space"] == str(6 << 30)
    assert bounded["Max core file size"] == "0"


def test_without_processes_files_are_decoded_here(monkeypatch: pytest.MonkeyPatch):
    crew.end_all()

    def refuse(self: crew.Worker) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(crew.Worker, "__init__", refuse)
    assert (apart.decode(saved("TIFF"), target=64).pixels == COLOUR).all()
