"""Progress of a run: a bar on a terminal, plain lines in a log, always on standard error."""

from __future__ import annotations

import functools
import sys
from collections import defaultdict
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from models.errors import ErrorCode, Problem

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID


@runtime_checkable  # Prefect checks the parameters of a flow
class Progress(Protocol):
    """What a run tells while it works."""

    def say(self, text: str) -> None:
        """One line of news."""

    def problem(self, where: str, problem: Problem, others: int = 0) -> None:
        """Something that could not be read, and how many more there are of its kind in that file."""

    def begin(self, total: int) -> None:
        """Reading of `total` files begins."""

    def advance(self, name: str, note: str) -> None:
        """One file is done: `note` is "selesai", "sudah pernah dibaca", "gagal" ..."""

    def end(self) -> None:
        """Reading is over."""


def tell_problems(progress: Progress, where: str, problems: Iterable[Problem]) -> None:
    """One line for each kind of problem of a file: a hundred scanned pages are one piece of news, not a hundred."""
    by_code: defaultdict[ErrorCode, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_code[problem.code].append(problem)
    for first, *others in by_code.values():
        progress.problem(where, first, len(others))


def problem_line(where: str, problem: Problem, others: int = 0) -> str:
    """A problem in one line."""
    more = f" (dan {others} lagi yang serupa; lihat lembar Cakupan)" if others else ""
    return f"! {where}: {problem}{more}"


class Silent:
    """Says nothing (tests, --json)."""

    def say(self, text: str) -> None:
        """See `Progress`."""

    def problem(self, where: str, problem: Problem, others: int = 0) -> None:
        """See `Progress`."""

    def begin(self, total: int) -> None:
        """See `Progress`."""

    def advance(self, name: str, note: str) -> None:
        """See `Progress`."""

    def end(self) -> None:
        """See `Progress`."""


class Terminal:
    """Rich bar when standard error is a terminal, one plain line per file when it is not (cron, CI)."""

    def __init__(self) -> None:
        self._task: TaskID | None = None
        self._total = self._done = 0

    # Rich is imported late: it takes as long to load as fifty pages to read, and often there is nothing to tell.
    @functools.cached_property
    def _console(self) -> Console:
        from rich.console import Console

        return Console(stderr=True, highlight=False, soft_wrap=True)

    @functools.cached_property
    def _bar(self) -> RichProgress | None:
        if not sys.stderr.isatty():
            return None
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        return Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=self._console,
            transient=True,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()

    def say(self, text: str) -> None:
        """See `Progress`."""
        self._console.print(text, markup=False)

    def problem(self, where: str, problem: Problem, others: int = 0) -> None:
        """See `Progress`."""
        self._console.print(problem_line(where, problem, others), markup=False, style="yellow")

    def begin(self, total: int) -> None:
        """See `Progress`."""
        self._total, self._done = total, 0
        if self._bar:
            self._task = self._bar.add_task("Membaca dokumen", total=total)
            self._bar.start()

    def advance(self, name: str, note: str) -> None:
        """See `Progress`."""
        self._done += 1
        if self._bar and self._task is not None:
            self._bar.update(self._task, advance=1, description=f"Membaca dokumen: {name[:40]}")
        else:
            self.say(f"[{self._done}/{self._total}] {name}: {note}")

    def end(self) -> None:
        """See `Progress`."""
        if self._bar and self._task is not None:
            self._bar.stop()
            self._task = None
