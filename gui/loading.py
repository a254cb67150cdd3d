"""Loads what takes seconds, PyTorch above all, in a thread of its own."""

from __future__ import annotations

import ctypes
import gc
import logging
import os
import sys
import threading
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QObject, Signal

# In the order in which they are likely to be needed. Each is complete before the next begins, so
# that two threads do not wait for each other's halves.
_PAGES = (
    "gui.pages.import_page",
    "gui.pages.condense_page",
    "gui.pages.inspect_page",
    "gui.pages.trial_page",
    "gui.pages.decide_page",
)
_MODULES = (
    *_PAGES,
    "torch",
    "engine.synthesis",
    "engine.trial.compare",
    "engine.inspection.of_run",
)
# PyTorch's own libraries, and whether all of the process may use what they define.
_LIBRARIES = (
    ("libtorch_global_deps", True),
    ("libtorch_cpu", False),
    ("libtorch_cuda", False),
    ("libtorch", False),
)
# A hand-over of the interpreter's lock then costs the window 1 ms instead of 5.
_SWITCH_SECONDS = 0.001


class Loading(QObject):
    """Imports in the background; whoever needs one of the modules before waits for that alone.

    Signals
    -------
    loaded
        One of them.
    done
        All is loaded, or could not be: what needs it says so itself.
    """

    done = Signal()
    loaded = Signal()
    _ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._left = [*_MODULES]
        self._choosing = threading.Lock()
        self._free = threading.Event()
        self._free.set()
        self._switch_seconds = sys.getswitchinterval()
        self._ended.connect(self._end)

    @property
    def has_torch(self) -> bool:
        """Whether PyTorch can be asked without waiting."""
        return "torch" in sys.modules and self._thread is None

    def when_done(self, do: Callable[[], object]) -> None:
        """Call at once where PyTorch is loaded already, else when loading has ended."""
        if self.has_torch:
            do()
        else:
            self.done.connect(do)

    def awaits(self, name: str) -> bool:
        """Whether a module is still to come: asking for it now would hold the window."""
        return self._thread is not None and name in self._left

    def prefer(self, name: str) -> None:
        """Load a page's module before those of the others."""
        with self._choosing:
            if name in self._left and name in _PAGES:
                self._left.remove(name)
                self._left.insert(0, name)

    def give_way(self, on: bool) -> None:
        """Begin with no further module as long as the window has to hurry."""
        if on:
            self._free.clear()
        else:
            self._free.set()

    def begin(self) -> None:
        """Start, once."""
        if self._thread is not None:
            return
        # A full collection over what is being loaded would hold the window 0.6 s.
        gc.disable()
        sys.setswitchinterval(_SWITCH_SECONDS)
        self._thread = threading.Thread(target=self._load, name="loading", daemon=True)
        self._thread.start()

    def wait(self) -> None:
        """Wait for what has begun: a process that ends in the middle of it may crash."""
        if self._thread is not None:
            self._free.set()
            self._thread.join()

    def _load(self) -> None:
        """In the thread."""
        try:
            while self._left:
                self._free.wait()
                with self._choosing:
                    name = self._left[0]
                if name == "torch":
                    _load_libraries()
                import_module(name)
                with self._choosing:
                    self._left.remove(name)
                self.loaded.emit()
        except Exception:
            logging.getLogger(__name__).exception("cannot be loaded")
        finally:
            self._ended.emit()

    def _end(self) -> None:
        self.wait()
        self._thread = None
        sys.setswitchinterval(self._switch_seconds)
        # What has been loaded stays.
        gc.freeze()
        gc.enable()
        self.done.emit()


def _load_libraries() -> None:
    """Load PyTorch's libraries without holding the interpreter.

    An import holds it while the system loads a library: these would hold the window 0.8 s. Windows
    lets it go by itself.
    """
    spec = find_spec("torch")
    if sys.platform == "win32" or spec is None or spec.origin is None:
        return
    ending = ".dylib" if sys.platform == "darwin" else ".so"
    # A function that is called through ctypes runs without the interpreter.
    load = ctypes.CDLL(None).dlopen
    load.restype, load.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_int]
    for name, for_all in _LIBRARIES:
        path = Path(spec.origin).parent / "lib" / f"{name}{ending}"
        if path.is_file():
            load(os.fsencode(path), os.RTLD_NOW | (os.RTLD_GLOBAL if for_all else 0))
