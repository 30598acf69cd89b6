"""A Prefect server of our own, on a machine that has none.

Prefect would start one itself for a single run, but that one never schedules, and on Ctrl-C it dies before the run that
reports to it. Only to be imported where Prefect may be: that costs seconds.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
from prefect.settings import PREFECT_API_URL, temporary_settings

from models.errors import ErrorCode, ExitCode, Problem, SelarasError

HOST, PORT = "127.0.0.1", 4200
"""Never open to the network: the server has no passwords. The port is Prefect's own, another one when it is taken."""

START_SECONDS = 180.0
"""An old office PC takes a minute."""


@contextlib.contextmanager
def prefect_server(log: Path, schedules: bool) -> Iterator[str]:
    """The address of a server: the configured one (PREFECT_API_URL), else one that ends with us.

    Args:
        log: where the own server writes what it has to say.
        schedules: whether the own server is to create scheduled runs.

    Raises:
        SelarasError: SCHEDULER_FAILED, when the own server does not start.
    """
    if configured := PREFECT_API_URL.value():
        yield configured
        return
    log.parent.mkdir(parents=True, exist_ok=True)
    port = _free_port()
    url = f"http://{HOST}:{port}/api"
    services = ["--scheduler", "--late-runs"] if schedules else ["--no-scheduler", "--no-late-runs"]
    with log.open("w", encoding="utf-8") as output:
        # A group of its own: Ctrl-C in the terminal must reach us first, or we end without a server to say good-bye to.
        process = subprocess.Popen(
            [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", str(port), *services],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={**os.environ, "PREFECT_UI_API_URL": url},
        )
        try:
            _wait(process, url, log)
            with temporary_settings({PREFECT_API_URL: url}):
                yield url
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def _free_port() -> int:
    for port in (PORT, 0):
        with socket.socket() as probe, contextlib.suppress(OSError):
            if os.name == "posix":  # a server that has just ended does not hold its port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((HOST, port))
            return int(probe.getsockname()[1])
    raise AssertionError("unreachable: port 0 is always free")


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(httpx.HTTPError):
            if httpx.get(f"{url}/health", timeout=5, trust_env=False).is_success:
                return
        time.sleep(0.5)
    raise SelarasError(
        Problem(
            ErrorCode.SCHEDULER_FAILED,
            f"Server Prefect tidak dapat dimulai; lihat {log}.",
            "Perbaiki sebabnya, setel PREFECT_API_URL ke server yang ada, atau jadwalkan 'selaras run' dengan cron.",
        ),
        ExitCode.CONFIGURATION,
    )
