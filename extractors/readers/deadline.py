"""Limits that code cannot ignore: the process that reads a page ends when the page takes too long or too much memory.

PDFium may loop for hours in a broken page and lets no Python run meanwhile, so no exception can stop it. A thread of
the interpreter's own (it needs no Python either) ends the process; who started it goes on with the other pages.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
from pathlib import Path

MAX_BYTES = 2 << 30
"""What a process that reads pages may take besides what it begins with. A scan at 300 dpi takes a tenth of it."""
EXIT_CODE = 1
"""Of a process whose time was over."""
_disposable = False


def make_disposable() -> None:
    """Say that this process may be ended: another one waits for it and can do without it."""
    global _disposable
    _disposable = True
    with contextlib.suppress(ImportError, OSError, ValueError):  # no such limit here, or there is a lower one
        import resource

        begun = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (begun + MAX_BYTES, most))


def within(seconds: float) -> None:
    """End this process unless `within` or `done` is called again in time. Does nothing in a process that must live."""
    if _disposable:
        # The interpreter says where it was, which nobody needs to see.
        faulthandler.dump_traceback_later(seconds, exit=True, file=_nowhere())


def done() -> None:
    """No limit until the next page."""
    if _disposable:
        faulthandler.cancel_dump_traceback_later()


def _nowhere() -> int:
    global _sink
    if _sink is None:
        _sink = os.open(os.devnull, os.O_WRONLY)
    return _sink


_sink: int | None = None
