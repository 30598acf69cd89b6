"""PDF pages read in processes of their own: on several cores, and so that a bad page costs that page only.

A page may hang or crash PDFium. The process that reads it then ends, by `deadline` or by the crash; its page is given
up with a message and a fresh process goes on with the next one.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from extractors.layout import Page
from extractors.readers import deadline, pdf

CHUNK = 16
"""Pages a process is asked for at a time."""
WORTHWHILE = 100
"""Pages that take as long to read as a process to start where it cannot be forked."""
_FAILED = 70
"""Exit code of a process in trouble of its own; not that of a time limit."""
MAX_LOST = 12
"""Pages that may hang or crash before the rest of the document is given up: there is something wrong with all of it."""


def can_fork() -> bool:
    """Whether a process here starts in milliseconds.

    Not with threads around (a Prefect task): a forked child inherits the locks they hold and hangs. Not outside of
    Linux: the system's libraries do not like it.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def can_start() -> bool:
    """Whether this process may start others at all."""
    return not multiprocessing.current_process().daemon


def read_pages(path: Path, numbers: Sequence[int], workers: int, ocr_until: float) -> list[Page]:
    """Read pages of one file, each by one of several processes; in the order asked for.

    Args:
        path: a PDF that opens.
        numbers: 1-based pages.
        workers: processes. Each opens the file itself: PDFium cannot be shared.
        ocr_until: see `pdf.read_page`.
    """
    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    chunks = deque(tuple(numbers[start : start + CHUNK]) for start in range(0, len(numbers), CHUNK))
    readers = [_Reader(context, path, ocr_until, chunks.popleft()) for _ in range(min(workers, len(chunks)))]
    pages: dict[int, Page] = {}
    lost = 0
    try:
        while busy := {reader.pipe: reader for reader in readers if reader.asked}:
            for pipe in wait(list(busy)):
                reader = busy[pipe]  # type: ignore[index]
                page = reader.take()
                if page is None:
                    lost += 1
                    page = pdf.given_up(reader.asked.popleft(), too_slow=reader.end() == deadline.EXIT_CODE)
                    if lost < MAX_LOST:
                        rest = tuple(reader.asked)
                        readers[readers.index(reader)] = reader = _Reader(context, path, ocr_until, rest)
                    else:
                        pages |= {number: pdf.given_up(number) for number in reader.asked}
                        reader.asked.clear()
                        chunks.clear()
                pages[page.number or 0] = page
                if not reader.asked and chunks:
                    reader.ask(chunks.popleft())
    finally:
        for reader in readers:
            reader.dismiss()
        for reader in readers:
            reader.end()
    return [pages.get(number) or pdf.given_up(number) for number in numbers]


class _Reader:
    """A process that reads pages. `asked` are those it has not given yet: it works on the first."""

    def __init__(self, context: BaseContext, path: Path, ocr_until: float, numbers: Sequence[int]) -> None:
        self.asked: deque[int] = deque()
        self.pipe, other = context.Pipe()
        self._process: Any = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(other, self.pipe, path, ocr_until), daemon=True
        )
        self._process.start()
        other.close()
        if numbers:
            self.ask(numbers)

    def ask(self, numbers: Sequence[int]) -> None:
        """Let it read these pages next."""
        self.asked.extend(numbers)
        with contextlib.suppress(OSError):  # a dead process is noticed by `take`
            self.pipe.send(numbers)

    def take(self) -> Page | None:
        """The next page, None when the process has ended without it."""
        try:
            page: Page = self.pipe.recv()
        except (EOFError, OSError):
            return None
        self.asked.popleft()
        return page

    def dismiss(self) -> None:
        """Nothing more will be asked."""
        with contextlib.suppress(OSError):  # the process or the pipe has ended before
            self.pipe.send(None)

    def end(self) -> int | None:
        """Have the process ended; its exit code."""
        self.pipe.close()
        self._process.join(0.05)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()
        code: int | None = self._process.exitcode
        return code


def _serve(pipe: Connection, others: Connection, path: Path, ocr_until: float) -> None:
    """What the process does: give page after page, until nobody asks any more."""
    others.close()  # or the end of who asks would go unnoticed
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who asks
    deadline.make_disposable()
    try:
        document = pdfium.PdfDocument(path)
        while (numbers := pipe.recv()) is not None:
            for number in numbers:
                page = pdf.read_page(document, path, number, ocr_until)
                deadline.done()
                pipe.send(page)
    except (EOFError, OSError):
        pass  # nobody asks any more
    except Exception:
        sys.exit(_FAILED)
