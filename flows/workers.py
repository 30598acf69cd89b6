"""Worker processes that read documents: each with a time limit, a crash of one harms no other.

PDFium is not thread-safe and fork hangs inside flow runs, so workers are spawned and recycled.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import CancelledError, wait
from concurrent.futures import TimeoutError as PoolTimeout
from pathlib import Path
from types import TracebackType

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from extractors.version import extractor_version
from models.errors import ErrorCode, Problem, SelarasError

_GRACE_SECONDS = 120.0
_LOOK_UP_SECONDS = 0.5
"""How often who waits looks whether the run is being stopped."""
_RECYCLE_AFTER = 25
"""Documents per worker process: keeps memory of long nights bounded."""
_OCR_SHARE = 0.6
"""Share of a document's time for its scanned pages: reading the others and all facts takes the rest."""


def cache_file(cache: Path, sha256: str) -> Path:
    """Where the extraction of the bytes with this hash lies, by this version of the extractor."""
    return cache / extractor_version() / sha256[:2] / f"{sha256}.json"


def is_whole(cache: Path) -> bool:
    """Is there an extraction, and was it written to its end? A power cut may leave a file empty or full of zeros."""
    try:
        with cache.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read() == b"}"
    except OSError:
        return False


@contextlib.contextmanager
def _without_interrupts() -> Iterator[None]:
    """Processes and threads started meanwhile do not hear Ctrl-C: it is for the run, which then ends its workers."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _extract_to(source: str, target: str, seconds: float) -> None:
    """Runs in the worker: read one file, leave the result beside the others atomically."""
    from extractors.extract import extract_file
    from models.extraction import dump_extraction

    made = extract_file(Path(source), ocr_seconds=_OCR_SHARE * seconds)
    late = next((problem for problem in made.problems if problem.code is ErrorCode.DOCUMENT_TIMEOUT), None)
    if late is not None:
        raise SelarasError(late)  # not kept: another night the machine may have more time
    path = Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(f".{os.getpid()}.tmp")
    temporary.write_bytes(dump_extraction(made))
    temporary.replace(path)


class Workers:
    """A pool of extraction processes, used as a context manager. Safe to call from several threads."""

    def __init__(self, processes: int, seconds: float):
        self._seconds = seconds
        self._stopped = threading.Event()
        self._reading: defaultdict[Path, threading.Lock] = defaultdict(threading.Lock)
        self._processes = processes
        self._renewing = threading.Lock()
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self._processes, max_tasks=_RECYCLE_AFTER, context=multiprocessing.get_context("spawn")
        )

    def _schedule(self, source: Path, target: Path) -> ProcessFuture[None]:
        pool = self._pool
        arguments = (str(source), str(target), self._seconds)
        try:
            return pool.schedule(_extract_to, args=arguments, timeout=self._seconds)
        except RuntimeError:
            # A worker that dies at a bad moment breaks the pool for good: a fresh one takes over.
            with self._renewing:
                if self._stopped.is_set():
                    raise CancelledError from None
                if self._pool is pool:
                    pool.stop()  # type: ignore[no-untyped-call]
                    self._pool = self._new_pool()
            return self._pool.schedule(_extract_to, args=arguments, timeout=self._seconds)

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._pool.close()  # type: ignore[no-untyped-call]
        else:
            with self._renewing:  # a stopped pool answers nobody any more, so who waits for a document must be told
                self._stopped.set()
            self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def extract(self, source: Path, target: Path) -> bool:
        """Read `source` and write its extraction (JSON) to `target`; blocks until done.

        Returns:
            False when `target` was there already: two files with the same bytes are read once.

        Raises:
            CancelledError: the run ends before the document is read.
            SelarasError: DOCUMENT_TIMEOUT after the time limit, INTERNAL when the process died or failed.
        """
        with self._reading[target]:
            if is_whole(target):
                return False
            self._extract(source, target)
            return True

    def _extract(self, source: Path, target: Path) -> None:
        with _without_interrupts():
            future = self._schedule(source, target)
        # The pool keeps the limit; should it break, nobody waits for ever.
        end = time.monotonic() + self._seconds + _GRACE_SECONDS
        while not wait([future], timeout=_LOOK_UP_SECONDS).done and time.monotonic() < end:
            if self._stopped.is_set():
                break
        if self._stopped.is_set():  # whatever the worker said when it was ended
            raise CancelledError
        try:
            future.result(0)
        except PoolTimeout as error:
            raise SelarasError(
                Problem(
                    ErrorCode.DOCUMENT_TIMEOUT,
                    f"{source.name} belum selesai dibaca setelah {self._seconds:g} detik dan dihentikan.",
                    "Pecah berkas per bab, atau naikkan baca.batas_detik di pengaturan.",
                )
            ) from error
        except ProcessExpired as error:
            raise SelarasError(
                Problem(
                    ErrorCode.INTERNAL,
                    f"Proses pembaca berhenti mendadak pada {source.name} (kode {error.exitcode}).",
                    "Simpan ulang berkas lewat 'Cetak ke PDF' lalu jalankan lagi; bila berulang, laporkan.",
                )
            ) from error
        except SelarasError:
            raise
        except Exception as error:
            raise SelarasError(
                Problem(
                    ErrorCode.INTERNAL,
                    f"{source.name} gagal dibaca: {type(error).__name__}: {error}.",
                    "Jalankan 'selaras extract' pada berkas ini saja dan laporkan pesannya.",
                )
            ) from error
