"""Errors that say, in whatever words, that the computer had no memory left."""

from __future__ import annotations

import errno
import mmap
import re

from engine.runtime.errors import UserError

# In the words of PyTorch, the system, oneDNN and Python, in this order. A primitive's descriptor
# that cannot be created is another matter: what was asked for is not there on this processor.
_WORDS = re.compile(
    r"out of memory|can't allocate memory|cannot allocate memory"
    r"|could not create a primitive(?! descriptor)|can't start new thread"
)

# Libraries that calculate take tens of MiB when they are first asked; OpenBLAS, where it gets none,
# asks for ever, and others end the process.
_ROOM = 192 << 20


def require_room() -> None:
    """See that there is memory to begin any work at all.

    Raises
    ------
    UserError
        ``memory.short``.
    """
    try:
        mmap.mmap(-1, _ROOM).close()
    except (OSError, MemoryError, ValueError) as error:
        raise UserError("memory.short", exit_code=1) from error


def out_of_memory(error: BaseException) -> bool:
    """Whether an error says that memory ran out, on whatever device."""
    if isinstance(error, MemoryError) or (
        isinstance(error, OSError) and error.errno == errno.ENOMEM
    ):
        return True
    told = _WORDS.search(str(error).lower()) is not None
    return told and isinstance(error, RuntimeError | ImportError | OSError)


def as_user_error(error: BaseException, *, key: str = "unexpected") -> UserError:
    """What to tell of an error that nobody foresaw.

    Parameters
    ----------
    error : BaseException
    key : str
        Of the sentence for a fault of ours, with a place for ``reason``.

    Returns
    -------
    UserError
        ``memory.short`` where memory ran out, which is no fault of ours.
    """
    if out_of_memory(error):
        return UserError("memory.short", exit_code=1)
    return UserError(key, exit_code=1, reason=f"{type(error).__name__}: {error}")
