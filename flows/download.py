"""Documents from web addresses into a cache folder: asked for again every night, fetched only when they changed.

cache/<hash of the address>/<file name>
cache/<hash of the address>/asal.json      address, ETag, Last-Modified, time
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import ssl
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.message import Message
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

import httpx

from models.errors import ErrorCode, Problem

LIMIT_BYTES = 200_000_000
"""Largest document that is fetched unless settings say otherwise."""

_META = "asal.json"
_CHUNK = 1 << 16
_SUFFIX_OF = {
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/zip": ".zip",
}
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be another one a moment later."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to try: attempts, seconds before the second one (doubled each time), of silence, and in all."""

    attempts: int = 4
    pause: float = 1.0
    silence: float = 30.0
    total: float = 1800.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one address.

    Attributes:
        path: the file in the cache, None when it could not be had.
        problem: why not; or, with a path, why the copy of an earlier run is used.
    """

    path: Path | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class _Origin:
    """What is kept beside a fetched file."""

    url: str
    name: str
    etag: str | None
    last_modified: str | None
    fetched: str


class _TooLarge(Exception):
    pass


class _Passing(Exception):
    """A failure that may not come again."""


class _Final(Exception):
    """A failure that will come again."""


def new_client(patience: Patience | None = None) -> httpx.Client:
    """A client for `fetch`; may be shared by threads. Follows redirects, checks certificates, heeds proxy settings."""
    return httpx.Client(
        follow_redirects=True,
        max_redirects=10,
        timeout=(patience or Patience()).silence,
        headers={"User-Agent": "Selaras", "Accept": "*/*"},
    )


def fetch(
    client: httpx.Client,
    url: str,
    cache: Path,
    limit_bytes: int = LIMIT_BYTES,
    patience: Patience | None = None,
) -> Fetched:
    """Bring one document up to date in the cache. Never raises for what servers do.

    The file appears under its name only when it is whole. When the server does not answer, answers with an error or
    with too much, the copy of an earlier run is used, with a problem that says so.

    Args:
        client: from `new_client`.
        url: http(s) address.
        cache: folder of all downloads.
        limit_bytes: largest file.
        patience: how long to try.
    """
    patience = patience or Patience()
    folder = cache / hashlib.sha256(url.encode()).hexdigest()[:16]
    kept = _kept(folder)
    reason = ""
    for attempt in range(patience.attempts):
        if attempt:
            time.sleep(patience.pause * 2 ** (attempt - 1))
        try:
            return Fetched(_once(client, url, folder, kept, limit_bytes, patience))
        except _TooLarge:
            size = f"{limit_bytes / 1_000_000:g} MB"
            problem = Problem(
                ErrorCode.DOWNLOAD_TOO_LARGE,
                f"Berkas di {public_address(url)} lebih besar dari {size}.",
                "Naikkan baca.batas_unduhan_mb dalam pengaturan, atau unduh sendiri dan taruh di folder dokumen.",
            )
            return _fall_back(folder, kept, problem)
        except (_Final, httpx.TooManyRedirects, httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
            reason = _reason(error)
            break
        except OSError as error:  # the disk, not the network
            reason = f"tidak dapat disimpan: {error.strerror}"
            break
        except (_Passing, httpx.HTTPError) as error:
            reason = _reason(error)
    problem = Problem(
        ErrorCode.DOWNLOAD_FAILED,
        f"{public_address(url)} tidak dapat diunduh ({reason}).",
        "Periksa alamat dan jaringan, lalu ulangi; atau unduh sendiri dan taruh di folder dokumen.",
    )
    return _fall_back(folder, kept, problem)


def public_address(url: str) -> str:
    """The address without user name, password and fragment, as it may be shown and stored."""
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL:
        return url
    return str(parsed.copy_with(username=None, password=None, fragment=None)) if parsed.userinfo else url


def _kept(folder: Path) -> _Origin | None:
    try:
        origin = _Origin(**json.loads((folder / _META).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    return origin if (folder / origin.name).is_file() else None


def _once(client: httpx.Client, url: str, folder: Path, kept: _Origin | None, limit: int, patience: Patience) -> Path:
    headers = {}
    if kept and kept.etag:
        headers["If-None-Match"] = kept.etag
    if kept and kept.last_modified:
        headers["If-Modified-Since"] = kept.last_modified
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code == httpx.codes.NOT_MODIFIED and kept:
            return folder / kept.name
        if response.status_code in _PASSING:
            raise _Passing(f"jawaban server {response.status_code}")
        if response.status_code != httpx.codes.OK:
            raise _Final(f"jawaban server {response.status_code}")
        return _save(response, url, folder, limit, time.monotonic() + patience.total)


def _save(response: httpx.Response, url: str, folder: Path, limit: int, deadline: float) -> Path:
    announced = response.headers.get("Content-Length", "")
    if announced.isdigit() and int(announced) > limit:
        raise _TooLarge
    folder.mkdir(parents=True, exist_ok=True)
    name = file_name(response)
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".unduh", delete=False) as file:
        temporary = Path(file.name)
        try:
            size = 0
            for chunk in response.iter_bytes(_CHUNK):
                size += len(chunk)
                if size > limit:
                    raise _TooLarge
                if time.monotonic() > deadline:
                    raise _Passing("terlalu lambat")
                file.write(chunk)
        except BaseException:
            file.close()
            temporary.unlink(missing_ok=True)
            raise
    target = folder / name
    origin = _Origin(
        public_address(url),
        name,
        response.headers.get("ETag"),
        response.headers.get("Last-Modified"),
        datetime.now(UTC).isoformat(timespec="seconds"),
    )
    meta = folder / _META
    before = _kept(folder)
    meta.unlink(missing_ok=True)  # a stop between the two moves must not pair old marks with new bytes
    temporary.replace(target)
    if before and before.name != name:
        (folder / before.name).unlink(missing_ok=True)
    note = meta.with_suffix(".tmp")
    note.write_text(json.dumps(asdict(origin), ensure_ascii=False), encoding="utf-8")
    note.replace(meta)
    return target


def _fall_back(folder: Path, kept: _Origin | None, problem: Problem) -> Fetched:
    if kept is None:
        return Fetched(None, problem)
    told = Problem(problem.code, f"{problem.message} Dipakai salinan yang diunduh {kept.fetched[:10]}.", problem.remedy)
    return Fetched(folder / kept.name, told)


def _reason(error: Exception) -> str:
    if isinstance(error, httpx.TimeoutException):
        return "server tidak menjawab"
    if isinstance(error, httpx.TooManyRedirects):
        return "pengalihan alamat tidak berujung"
    if isinstance(error, httpx.UnsupportedProtocol | httpx.InvalidURL):
        return "alamat tidak sah"
    if isinstance(error, httpx.RemoteProtocolError):
        return "sambungan terputus sebelum berkas lengkap"
    if isinstance(error, httpx.ConnectError):
        cause = error.__cause__ or error
        if isinstance(cause, ssl.SSLError) or "CERTIFICATE" in str(error):
            return "sertifikat keamanan server tidak sah"
        return "server tidak dapat dihubungi"
    if isinstance(error, _Passing | _Final):
        return str(error)
    return f"sambungan gagal: {type(error).__name__}"


def file_name(response: httpx.Response) -> str:
    """A safe file name for an answer: from Content-Disposition, else from the address, with a suffix for its type."""
    header = Message()
    header["Content-Disposition"] = response.headers.get("Content-Disposition", "")
    with contextlib.suppress(ValueError, LookupError):  # hostile encodings
        if name := safe_name(header.get_filename() or ""):
            return _with_suffix(name, response)
    return _with_suffix(safe_name(unquote(PurePosixPath(response.url.path).name)) or "dokumen", response)


def safe_name(text: str) -> str:
    """The last part of a path, without signs that a file system may not like, at most 120 characters; or ""."""
    last = re.split(r"[/\\]", text)[-1]
    clean = re.sub(r'[\x00-\x1f\x7f<>:"|?*]+', "_", last).strip(" .")
    stem, suffix = PurePosixPath(clean).stem, PurePosixPath(clean).suffix[:12]
    if re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", stem):
        stem = f"_{stem}"
    return f"{stem[: 120 - len(suffix)]}{suffix}" if clean and clean != _META else ""


def _with_suffix(name: str, response: httpx.Response) -> str:
    known = _SUFFIX_OF.get(response.headers.get("Content-Type", "").partition(";")[0].strip().lower(), "")
    return name if PurePosixPath(name).suffix.lower() in {*_SUFFIX_OF.values(), ".docm"} else name + known
