"""Progress on the button of the window in the task bar of Windows, by ``ITaskbarList3``.

Written after Microsoft's documentation of the interface and not tried on Windows yet. There, any
failure leaves the button as it is.
"""

from __future__ import annotations

import ctypes
import logging
import uuid
from typing import Any

_CLASS = uuid.UUID("{56FDF344-FD6D-11d0-958A-006097C9A090}")  # CLSID_TaskbarList
_INTERFACE = uuid.UUID("{ea1afb91-9e28-4b86-90e9-9e9f8a5eefaf}")  # IID_ITaskbarList3
# Places in the table of methods: IUnknown has 3, ITaskbarList 5, ITaskbarList2 1.
_INIT, _SET_VALUE, _SET_STATE = 3, 9, 10
_NONE, _NORMAL = 0, 2  # TBPFLAG
_IN_PROCESS = 1  # CLSCTX_INPROC_SERVER
_WHOLE = 1000
_bar: Any = None


def show_progress(window: int, share: float | None) -> None:
    """Show a share (0..1) on the button of a window, given by its handle; None takes it away."""
    try:
        bar = _taskbar()
        handle = ctypes.c_void_p(window)
        if share is None:
            _call(bar, _SET_STATE, handle, ctypes.c_int(_NONE))
        else:
            done, whole = ctypes.c_ulonglong(round(_WHOLE * share)), ctypes.c_ulonglong(_WHOLE)
            _call(bar, _SET_STATE, handle, ctypes.c_int(_NORMAL))
            _call(bar, _SET_VALUE, handle, done, whole)
    except (OSError, AttributeError, ValueError):
        logging.getLogger(__name__).info("the task bar cannot be told", exc_info=True)


def _taskbar() -> Any:
    """The interface, made once: Qt has begun COM in the window's thread."""
    global _bar
    if _bar is None:
        made = ctypes.c_void_p()
        ole = ctypes.windll.ole32  # type: ignore[attr-defined]  # Windows alone
        result = ole.CoCreateInstance(
            _CLASS.bytes_le, None, _IN_PROCESS, _INTERFACE.bytes_le, ctypes.byref(made)
        )
        if result != 0 or not made.value:
            raise OSError(f"CoCreateInstance: {result:#x}")
        _call(made, _INIT)
        _bar = made
    return _bar


def _call(bar: Any, method: int, *arguments: Any) -> None:
    """Call a method by its place in the table that the interface begins with."""
    table = ctypes.cast(bar, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    kinds = [type(one) for one in arguments]
    of_kind = ctypes.WINFUNCTYPE(  # type: ignore[attr-defined]  # Windows alone
        ctypes.c_long, ctypes.c_void_p, *kinds
    )
    of_kind(table[method])(bar, *arguments)
