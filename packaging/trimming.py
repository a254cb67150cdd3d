"""What a bundle does without: patterns of places in it, each with the reason."""

from __future__ import annotations

import posixpath
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

Entry = tuple[str, str, str]

# Modules that are never imported by what Shizuku does, or only to develop or test something.
EXCLUDED_MODULES = (
    # What compiles code at run time needs a compiler and headers that a workstation has not.
    "triton",
    # Test suites and test tools.
    "pytest", "_pytest", "hypothesis", "mypy", "mypyc", "ruff", "torchmetrics", "xdist", "execnet",
    "sklearn.tests",
    # Building things.
    "setuptools", "pkg_resources", "pip", "wheel", "distutils", "PyInstaller", "cyclonedx",
    # Plotting, tables and notebooks that libraries would use where they are installed.
    "matplotlib", "pandas", "IPython", "tensorboard", "torch.utils.tensorboard", "tkinter",
    "jsonschema", "lxml", "lightning_utilities", "cffi",
    # What compiles graphs, and data sets from the internet with the formats they are in.
    "networkx", "sklearn.datasets", "scipy.io",
    # Qt modules that the window does not show.
    "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets",
    "PySide6.QtTest", "PySide6.QtSql",
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools", "pyqtgraph.opengl",
    "pyqtgraph.examples", "pyqtgraph.jupyter",
)  # fmt: skip

_LEFT_OUT = tuple(
    re.compile(pattern)
    for pattern in (
        # Qt: what draws with QML, on-screen keyboards, networks, screens without a desktop.
        r"(^|/)(lib)?Qt6?(Quick|Qml|VirtualKeyboard|Network|Sql|Test|ShaderTools|WlShell|Designer"
        r"|WaylandCompositor|EglF[sS]|Labs)\w*\.(so|dll)",
        r"PySide6/.*plugins/(platforminputcontexts/.*virtualkeyboard|tls|networkinformation|qmltooling"
        r"|sqldrivers|egldeviceintegrations|generic|designer|help)",
        r"PySide6/.*plugins/platforms/(lib)?q(eglfs|linuxfb|vnc|minimalegl|vkkhrdisplay|minimal)\b",
        r"PySide6/.*plugins/wayland-shell-integration/libwl-shell-plugin",
        # GTK's style would bring all of GTK from the computer that builds.
        r"PySide6/.*plugins/platformthemes/libqgtk3",
        r"PySide6/.*(qml|metatypes|typesystems|include|glue|libexec|scripts|examples)/",
        r"PySide6/.*translations/(?!qtbase_(en|ja)\.qm)",
        # PyTorch: headers, static libraries, its own tests.
        r"(^|/)torch/(include|share|test)/",
        r"(^|/)(lib)?(torchbind_test|aoti_custom_ops|backend_with_compiler|jitbackend_test)\b",
        r"(^|/)triton/",
        # CUDA: what PyTorch neither asks for nor loads.
        r"(^|/)(lib)?(nvblas|cufftw|cusolverMg|cufile_rdma|nvrtc-builtins\.alt|nvrtc\.alt|pcsamplingutil"
        r"|nvperf_\w+|checkpoint|nvshmem_(bootstrap|transport)\w*)\b.*\.so",
        # OpenCV for Windows loads FFmpeg by name when a video is opened: Shizuku opens none.
        r"(^|/)opencv_videoio_ffmpeg\w*\.dll",
        # Arrow: clouds and remote tables.
        r"(^|/)libarrow_(flight|s3|python_flight|python_parquet_encryption)\.",
        r"(^|/)pyarrow/(include|src|tests|includes)/",
        r"(^|/)pyarrow/.*\.(pyx|pxd|pxi|h)$",
        # A second and third copy under other names.
        r"(^|/)pyarrow/libarrow_python\.so(\.\d+\.\d+\.\d+)?$",
        # Test suites, sources and static libraries of anything.
        r"(^|/)(tests?|testing)/.*\.(py|npy|npz|csv|mat|sav|png|gz|txt|json|wav)$",
        r"\.(a|lib|h|hpp|cuh|c|cpp|cu|pyx|pxd|pyi|cmake|pc)$",
    )
)
# Colours for source code in a terminal: of its languages, Python.
_MODULES_LEFT_OUT = re.compile(r"pygments\.lexers\.(?!(_mapping|python)$)\w+")
# With the CPU variant's PyTorch these can load nothing.
_WITHOUT_CUDA = re.compile(
    r"(^|/)torchvision(\.libs)?/.*\.(so|pyd|dll)|(^|/)nvidia/|(^|/)lib(cu(da|dnn|blas)|nv)"
)


# On Linux: what NVIDIA and PyTorch for it made stays as they made it.
_NOT_STRIPPED = re.compile(
    r"(^|/)nvidia/|(^|/)lib(cu(da|dnn|blas|fft|rand|solver|sparse|pti|file)|nv|nccl|torch_(cuda|nv))"
)


def loses_symbols(place: str) -> bool:
    """Whether a library may be made smaller without what only a debugger reads."""
    return _NOT_STRIPPED.search(place) is None


def without_unneeded(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out the system's libraries that nothing kept asks for, and links to what is not kept.

    Parameters
    ----------
    entries : iterable of (place, source, kind)
        As PyInstaller lists them; the system's libraries have places without a folder.
    """
    listed = list(entries)
    system = {
        Path(place).name: (place, source)
        for place, source, kind in listed
        if kind == "BINARY" and "/" not in place and ".so" in place and "libpython" not in place
    }
    waiting = [
        source
        for place, source, kind in listed
        if kind in ("BINARY", "EXTENSION") and Path(place).name not in system
    ]
    needed: set[str] = set()
    while waiting:
        asked = _asked_for(waiting) & system.keys() - needed
        needed |= asked
        waiting = [system[name][1] for name in asked]
    kept = [one for one in listed if one[0] not in system or one[0] in needed]
    places = {place for place, _source, kind in kept if kind != "SYMLINK"}
    return [
        (place, source, kind)
        for place, source, kind in kept
        if kind != "SYMLINK"
        or posixpath.normpath(posixpath.join(posixpath.dirname(place), source)) in places
    ]


def _asked_for(libraries: list[str]) -> set[str]:
    """The names of libraries that some ask for themselves."""
    names: set[str] = set()
    for first in range(0, len(libraries), 100):
        done = subprocess.run(
            ["objdump", "-p", *libraries[first : first + 100]],
            capture_output=True,
            text=True,
            check=False,
        )
        names |= set(re.findall(r"^\s+NEEDED\s+(\S+)", done.stdout, re.MULTILINE))
    return names


def module_stays(name: str) -> bool:
    """Whether a module of Python is needed."""
    return _MODULES_LEFT_OUT.fullmatch(name) is None


def stays(place: str, *, cuda: bool) -> bool:
    """Whether what would lie at ``place`` (relative, in the bundle) is needed."""
    place = place.replace("\\", "/")
    if any(one.search(place) for one in _LEFT_OUT):
        return False
    return cuda or _WITHOUT_CUDA.search(place) is None
