"""LibreOffice: is it here, and old office files through it to DOCX and XLSX. The only file that starts it.

Every conversion has a profile of its own, so workers need not wait for each other, and macros and links stay shut.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extractors.readers import problems
from models.document import Format
from models.errors import SelarasError

TARGETS = {
    Format.DOC: Format.DOCX,
    Format.RTF: Format.DOCX,
    Format.ODT: Format.DOCX,
    Format.XLS: Format.XLSX,
    Format.ODS: Format.XLSX,
}
"""What becomes what."""
_FILTERS = {
    Format.DOC: "MS Word 97",
    Format.RTF: "Rich Text Format",
    Format.ODT: "writer8",
    Format.XLS: "MS Excel 97",
    Format.ODS: "calc8",
}
"""How LibreOffice is to read each. Left to itself it reads a damaged file as plain text, and makes a table of that."""
SECONDS = 240.0
"""For one file; a plan of three hundred pages takes ten."""
_PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class State:
    """Whether LibreOffice is here: its program, None when it was not found."""

    program: Path | None = None


@functools.cache
def state() -> State:
    """Look for LibreOffice on the PATH and where its installer puts it, once per process."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return State(Path(found))
    for place in _PLACES:
        pattern = Path(place)
        for program in sorted(pattern.parent.parent.parent.glob("/".join(pattern.parts[-3:]))):
            if os.access(program, os.X_OK):
                return State(program)
    return State()


@contextlib.contextmanager
def converted(path: Path, source: Format, seconds: float) -> Iterator[Path]:
    """The file as DOCX or XLSX, under its own name so that messages name it; removed afterwards.

    Args:
        path: a file whose format `source` is one of `TARGETS`.
        source: the format.
        seconds: time for the conversion, at most `SECONDS`.

    Raises:
        SelarasError: UNSUPPORTED_FORMAT without LibreOffice, CONVERSION_FAILED when it makes nothing of the file,
            DOCUMENT_TIMEOUT when it takes too long.
    """
    target = TARGETS[source]
    program = state().program
    if program is None:
        raise SelarasError(problems.needs_office(path.name, source.upper(), target.upper()))
    limit = min(seconds, SECONDS)
    # A program that was stopped may still be closing its files when the folder is removed.
    with tempfile.TemporaryDirectory(prefix="selaras-office-", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        # A copy: LibreOffice puts a lock file beside what it opens, and the documents' folder is not ours.
        asked = home / f"asal.{source.value}"
        shutil.copyfile(path, asked)
        profile = home / "profil" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        order = [
            str(program),
            f"-env:UserInstallation={profile.parent.as_uri()}",
            *("--headless", "--norestore", f"--infilter={_FILTERS[source]}"),
            *("--convert-to", target.value, "--outdir", str(home / "hasil"), str(asked)),
        ]
        if not _ended(order, limit):
            raise SelarasError(problems.conversion_timeout(path.name, limit, target.upper()))
        made = home / "hasil" / f"asal.{target.value}"
        if not made.is_file():
            raise SelarasError(problems.conversion_failed(path.name, target.upper()))
        yield made.rename(made.with_name(path.name))


def _ended(order: list[str], seconds: float) -> bool:
    """Run the program; False when it had to be stopped. What it says does not tell whether it succeeded."""
    quiet = subprocess.DEVNULL
    # A session of its own: the program starts others, which must end with it.
    process = subprocess.Popen(order, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    finally:
        if process.poll() is None:
            _stop(process)
    return True


def _stop(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
    else:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
