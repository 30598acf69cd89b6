"""One kind of work shared out to processes, or done right here when there is only one."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, TypeAlias

Each: TypeAlias = Callable[[Callable[[Any, Any], Any], Iterable[Any]], Iterator[Any]]
"""Calls a method of the worker with each task; results come in the order of the tasks."""

AHEAD = 2
"""Tasks that wait for each process: enough to keep it busy, few enough not to hold all rows twice."""

_worker: Any = None


@contextmanager
def crew(kind: Callable[..., Any], arguments: tuple[Any, ...], workers: int) -> Iterator[Each]:
    """Workers made by `kind(*arguments)`, one in each process, that keep what they learn between tasks.

    Args:
        kind: makes a worker; like tasks and results it must be known by name in another process.
        arguments: of `kind`.
        workers: processes; 1 or less works in this one. New processes are spawned: threads of this one do no harm.
    """
    if workers <= 1:
        worker = kind(*arguments)
        yield lambda method, tasks: (method(worker, task) for task in tasks)
        return
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, context, initializer=_start, initargs=(kind, arguments)) as pool:
        yield partial(_in_order, pool, workers * (1 + AHEAD))


def _in_order(
    pool: ProcessPoolExecutor, at_once: int, method: Callable[[Any, Any], Any], tasks: Iterable[Any]
) -> Iterator[Any]:
    left = iter(tasks)
    waiting: list[Future[Any]] = [pool.submit(_do, method, task) for task in islice(left, at_once)]
    while waiting:
        yield waiting.pop(0).result()
        waiting += [pool.submit(_do, method, task) for task in islice(left, 1)]


def _start(kind: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    global _worker
    _worker = kind(*arguments)


def _do(method: Callable[[Any, Any], Any], task: Any) -> Any:
    return method(_worker, task)
