"""Which device calculations use and why, in a sentence with the next step."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

from engine.runtime.device import has_code_for_card, least_capability
from engine.runtime.events import Message
from engine.runtime.limits import limits

_NVIDIA = "0x10de"
_DISPLAY = "0x03"  # the class of PCI devices that drive screens or compute
_PCI = Path("/sys/bus/pci/devices")


def why_this_device() -> Message:
    """What *auto* is on this computer and why; a warning where a graphics card lies idle.

    Never raises: what is wrong with a driver is just what is to be told.
    """
    import torch

    allowed = limits()
    if allowed.device == "cpu":
        return Message("info", "device.firm" if allowed.firm_device else "device.chosen")
    if allowed.device == "mps" and torch.backends.mps.is_available():
        return Message("info", "device.mps")
    built_for = torch.version.cuda or torch.version.hip
    if built_for is None:
        if has_nvidia_card():
            return Message("warning", "device.cpu_build")
        return Message("info", "device.cpu_build_no_card")
    if torch.cuda.is_available():
        return _of_card(built_for)
    return _why_no_cuda(built_for)


def _of_card(built_for: str) -> Message:
    """A card with a driver: used, or too old for what PyTorch was compiled for."""
    import torch

    name = torch.cuda.get_device_name(0)
    if not has_code_for_card():
        found = ".".join(map(str, torch.cuda.get_device_capability(0)))
        params = {"name": name, "found": found, "needed": ".".join(map(str, least_capability()))}
        return Message("warning", "device.old_card", params)
    memory = torch.cuda.get_device_properties(0).total_memory / 2**30
    kind = "ROCm" if torch.version.hip else "CUDA"
    params = {"name": name, "memory": f"{memory:.0f}", "kind": kind, "version": built_for}
    return Message("info", "device.gpu", params)


def _why_no_cuda(built_for: str) -> Message:
    """PyTorch could use a card, but finds none that it can."""
    import torch

    if os.environ.get("CUDA_VISIBLE_DEVICES") in ("", "-1") and has_nvidia_card():
        return Message("warning", "device.hidden")
    driver = driver_version()
    if driver is None:
        if has_nvidia_card():
            return Message("warning", "device.no_driver", {"needed": built_for})
        return Message("info", "device.no_card")
    if driver[0] < int(built_for.split(".")[0]):
        params = {"found": "{}.{}".format(*driver), "needed": built_for}
        return Message("warning", "device.old_driver", params)
    try:
        torch.cuda.init()  # type: ignore[no-untyped-call]  # not annotated in torch
    except Exception as error:  # whatever the driver says
        reason = str(error).strip().splitlines()[0].rstrip(".") if str(error).strip() else "CUDA"
        return Message("warning", "device.fault", {"reason": reason})
    return Message("info", "device.no_card")


def has_nvidia_card() -> bool:
    """Whether an NVIDIA card is in this computer, driver or not; Windows: whether a driver is."""
    if sys.platform == "win32":
        return driver_version() is not None
    for device in _PCI.glob("*"):
        try:
            vendor = (device / "vendor").read_text(encoding="ascii").strip()
            kind = (device / "class").read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
        if vendor == _NVIDIA and kind.startswith(_DISPLAY):
            return True
    return driver_version() is not None


def driver_version() -> tuple[int, int] | None:
    """The newest CUDA (major, minor) that the NVIDIA driver knows; None without one."""
    name = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
    try:
        library = ctypes.CDLL(name)
        number = ctypes.c_int(0)
        if library.cuDriverGetVersion(ctypes.byref(number)) != 0 or number.value <= 0:
            return None
    except (OSError, AttributeError):
        return None
    return number.value // 1000, number.value % 1000 // 10
