"""Finding documents: folders, manifests as people write them, and addresses served on loopback."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from extractors.grouping import Override
from flows.download import Patience, fetch, new_client, safe_name
from flows.manifest import read_manifest
from flows.sources import Sources, discover
from models.document import Kind, Stage
from models.errors import ErrorCode

QUICK = Patience(attempts=3, pause=0.0, silence=5.0)


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"isi {name}".encode())


def origins(sources: Sources) -> list[str]:
    return [file.origin for file in sources.files]


# Folders


def test_a_folder_gives_all_files_but_leftovers_and_hidden_ones(tmp_path: Path) -> None:
    folder = tmp_path / "dokumen"
    write(folder, "rpjmd.pdf", "pu/renstra.docx", "pu/bab/Bab II.pdf", "gambar.jpg")
    write(
        folder, "~$rpjmd.docx", ".DS_Store", ".git/config", "Thumbs.db", "pu/x.tmp", "unduh.pdf.crdownload", "a.docx~"
    )
    found = discover(folder, tmp_path / "cache")
    assert origins(found) == ["gambar.jpg", "pu/bab/Bab II.pdf", "pu/renstra.docx", "rpjmd.pdf"]
    assert found.problems == ()
    assert all(file.path.is_file() and file.overrides is None for file in found.files)


def test_results_of_earlier_runs_are_no_documents(tmp_path: Path) -> None:
    write(tmp_path, "rpjmd.pdf", "hasil/laporan/selaras.xlsx", "hasil/unduhan/ab/renja.pdf", "unduhan/cd/rkpd.pdf")
    write(tmp_path, "arsip/laporan/rkpd.pdf")
    (tmp_path / "hasil" / "rilis").mkdir()
    (tmp_path / "hasil" / "current.txt").write_text("rilis/x.duckdb\n")
    assert origins(discover(tmp_path, tmp_path / "unduhan")) == ["arsip/laporan/rkpd.pdf", "rpjmd.pdf"]


def test_no_folder_is_a_problem_not_an_exception(tmp_path: Path) -> None:
    found = discover(tmp_path / "tiada", tmp_path / "cache")
    assert found.files == ()
    assert [problem.code for problem in found.problems] == [ErrorCode.NOT_FOUND]
    assert discover(tmp_path, tmp_path / "cache") == Sources((), ())


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, "a/rpjmd.pdf")
    (tmp_path / "a" / "balik").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "putus.pdf").symlink_to(tmp_path / "tiada.pdf")
    assert origins(discover(tmp_path, tmp_path / "cache")) == ["a/rpjmd.pdf"]


# Manifests


def manifest(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "dokumen.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_spreadsheet_habits_of_writing_csv(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = [
        ["Nama Berkas", "Jenis Dokumen", "Kab/Kota", "Perangkat Daerah", "Periode", "Tahapan"],
        ["renstra.pdf", "RENSTRA PD", "Kota Harapan Jaya", "Dinas Pérumahan", "2025 - 2029", "Rancangan Akhir"],
        ["", "", "", "", "", ""],
        ["rkpd.pdf", "rkpd", "Kota Harapan Jaya", "", "2026", "Perubahan"],
    ]
    path = manifest(tmp_path, "\r\n".join(separator.join(row) for row in rows), encoding)
    read = read_manifest(path)
    assert read.problems == ()
    assert [(row.number, row.place, row.override) for row in read.rows] == [
        (
            2,
            "renstra.pdf",
            Override(Kind.RENSTRA, "Kota Harapan Jaya", "Dinas Pérumahan", 2025, 2029, Stage.RANCANGAN),
        ),
        (4, "rkpd.pdf", Override(Kind.RKPD, "Kota Harapan Jaya", None, 2026, 2026, Stage.PERUBAHAN)),
    ]


def test_columns_may_be_missing_or_in_any_order_and_cells_quoted(tmp_path: Path) -> None:
    path = manifest(tmp_path, 'sep=;\nTAHUN;lokasi\n"2025 s.d. 2029";"a; b.pdf"\n;c.pdf;lebih;banyak\n')
    read = read_manifest(path)
    assert [(row.place, row.override) for row in read.rows] == [
        ("a; b.pdf", Override(first_year=2025, last_year=2029)),
        ("c.pdf", Override()),
    ]
    assert read.problems == ()


def test_each_bad_row_gets_one_message_and_the_others_go_on(tmp_path: Path) -> None:
    write(tmp_path, "baik.pdf", "ragu.pdf")
    path = manifest(
        tmp_path,
        "lokasi;jenis;wilayah;opd;tahun;tahap\n"
        "baik.pdf;Renja;;Dinas PU;2026;\n"
        "tiada.pdf;Renja;;;2026;\n"
        "ragu.pdf;Rencana Aneh;;Dinas PU;20x6;entah\n"
        ";Renja;;;;\n"
        "baik.pdf;RKPD;;;;\n",
    )
    found = discover(path, tmp_path / "cache")
    assert [(file.origin, file.overrides) for file in found.files] == [
        ("baik.pdf", Override(Kind.RENJA, None, "Dinas PU", 2026, 2026, None)),
        ("ragu.pdf", Override(opd="Dinas PU")),
    ]
    assert {problem.code for problem in found.problems} == {ErrorCode.MANIFEST_INVALID}
    messages = sorted(problem.message for problem in found.problems)
    assert [message.split(":")[0] for message in messages] == [
        "dokumen.csv baris 3",
        "dokumen.csv baris 4",
        "dokumen.csv baris 5",
        "dokumen.csv baris 6",
    ]
    assert "tiada.pdf tidak ditemukan" in messages[0]
    assert all(word in messages[1] for word in ("Rencana Aneh", "20x6", "entah", "tetap dibaca"))
    assert "sudah ada di baris 2" in messages[3]
    assert all(problem.remedy.endswith(".") for problem in found.problems)


@pytest.mark.parametrize("text", ["", "\n\n", "nama;jumlah\nx;1\n"])
def test_a_manifest_that_is_none_says_what_the_head_should_be(tmp_path: Path, text: str) -> None:
    found = discover(manifest(tmp_path, text), tmp_path / "cache")
    assert found.files == ()
    assert len(found.problems) == 1
    assert "lokasi, jenis, wilayah, opd, tahun, tahap" in found.problems[0].remedy


@pytest.mark.parametrize("years", ["2029-2025", "26", "2025, 2026, 2027", "1925-2025"])
def test_years_that_are_no_period_are_told(tmp_path: Path, years: str) -> None:
    read = read_manifest(manifest(tmp_path, f'lokasi;tahun\na.pdf;"{years}"\n'))
    assert read.rows[0].override == Override()
    assert years in read.problems[0].message


def test_a_manifest_in_a_folder_adds_to_what_is_there(tmp_path: Path) -> None:
    write(tmp_path / "dokumen", "rpjmd.pdf", "pu/bab1.pdf", "pu/bab2.pdf")
    write(tmp_path, "luar/rkpd.pdf")
    manifest(tmp_path / "dokumen", "lokasi,jenis,opd\npu,Renstra,Dinas PU\n../luar/rkpd.pdf,RKPD,\n")
    found = discover(tmp_path / "dokumen", tmp_path / "cache")
    assert [(file.origin.split("/")[-1], file.overrides) for file in found.files if file.overrides] == [
        ("rkpd.pdf", Override(Kind.RKPD)),
        ("bab1.pdf", Override(Kind.RENSTRA, opd="Dinas PU")),
        ("bab2.pdf", Override(Kind.RENSTRA, opd="Dinas PU")),
    ]
    assert [file.origin for file in found.files if not file.overrides] == ["rpjmd.pdf"]
    assert found.problems == ()


def test_paths_with_backslashes_from_windows(tmp_path: Path) -> None:
    write(tmp_path, "pu/renja.pdf")
    found = discover(manifest(tmp_path, "lokasi\npu\\renja.pdf\n"), tmp_path / "cache")
    assert origins(found) == ["pu/renja.pdf"]


# Addresses

Answer = Callable[[BaseHTTPRequestHandler], None]


class Server:
    """A server on loopback whose answers a test scripts; keeps the requests it got."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.requests: list[tuple[str, dict[str, str]]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                outer.requests.append((self.path, dict(self.headers)))
                outer.answers.pop(0)(self)

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = Server()
    yield server
    server.http.shutdown()
    server.http.server_close()


def ok(body: bytes = b"%PDF isi", **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def status(code: int, **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        request.send_header("Content-Length", "0")
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()

    return answer


def truncated(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Length", "100000")
    request.end_headers()
    request.wfile.write(b"%PDF separuh")
    request.close_connection = True


def endless(request: BaseHTTPRequestHandler) -> None:
    """More than it may be, without saying how much."""
    request.send_response(200)
    request.send_header("Transfer-Encoding", "chunked")
    request.end_headers()
    try:
        for _ in range(50):
            request.wfile.write(b"2710\r\n" + b"x" * 10_000 + b"\r\n")
        request.wfile.write(b"0\r\n\r\n")
    except OSError:
        request.close_connection = True


def left_in(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.rglob("*") if path.is_file())


def test_an_unchanged_document_is_not_fetched_again(tmp_path: Path, server: Server) -> None:
    server.answers = [
        ok(b"satu", ETag='"v1"', Last_Modified="Sun, 22 Nov 2026 01:00:00 GMT"),
        status(304),
        ok(b"dua", ETag='"v2"'),
        status(304),
    ]
    cache = tmp_path / "cache"
    path = manifest(tmp_path, f"lokasi;jenis;tahun\n{server.url}/unduh/rkpd%202026.pdf;RKPD;2026\n")
    bodies = []
    for _ in range(4):
        found = discover(path, cache, patience=QUICK)
        assert found.problems == ()
        (file,) = found.files
        bodies.append(file.path.read_bytes())
    assert bodies == [b"satu", b"satu", b"dua", b"dua"]
    assert file.path.name == "rkpd 2026.pdf"
    assert file.origin == f"{server.url}/unduh/rkpd%202026.pdf"
    assert file.overrides == Override(Kind.RKPD, first_year=2026, last_year=2026)
    asked = [(headers.get("If-None-Match"), headers.get("If-Modified-Since")) for _, headers in server.requests]
    assert asked == [
        (None, None),
        ('"v1"', "Sun, 22 Nov 2026 01:00:00 GMT"),
        ('"v1"', "Sun, 22 Nov 2026 01:00:00 GMT"),
        ('"v2"', None),
    ]
    assert left_in(cache) == ["asal.json", "rkpd 2026.pdf"]


@pytest.mark.parametrize("first", [status(500), status(503), status(429), truncated])
def test_a_passing_failure_is_tried_again(tmp_path: Path, server: Server, first: Answer) -> None:
    server.answers = [first, ok(b"isi")]
    with new_client() as client:
        fetched = fetch(client, f"{server.url}/a.pdf", tmp_path, patience=QUICK)
    assert fetched.problem is None
    assert fetched.path and fetched.path.read_bytes() == b"isi"
    assert left_in(tmp_path) == ["a.pdf", "asal.json"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ([status(404)], "jawaban server 404"),
        ([status(403)], "jawaban server 403"),
        ([status(500)] * 3, "jawaban server 500"),
        ([truncated] * 3, "terputus sebelum berkas lengkap"),
        ([status(302, Location="/a.pdf")] * 11, "pengalihan"),
        ([status(302, Location="file:///etc/passwd")], "alamat tidak sah"),
    ],
)
def test_a_document_that_cannot_be_had_is_one_clear_problem(
    tmp_path: Path, server: Server, answers: list[Answer], words: str
) -> None:
    server.answers = list(answers)
    path = manifest(tmp_path, f"lokasi\n{server.url}/a.pdf\nada.pdf\n")
    write(tmp_path, "ada.pdf")
    found = discover(path, tmp_path / "cache", patience=QUICK)
    assert origins(found) == ["ada.pdf"]
    (problem,) = found.problems
    assert problem.code is ErrorCode.DOWNLOAD_FAILED
    assert problem.message.startswith("dokumen.csv baris 2: ")
    assert words in problem.message
    assert server.answers == []  # as many attempts as meant, no more
    assert left_in(tmp_path / "cache") == []


@pytest.mark.parametrize("big", [ok(b"x" * 200_000), endless])
def test_too_large_a_document_stops_early(tmp_path: Path, server: Server, big: Answer) -> None:
    server.answers = [big]
    with new_client() as client:
        fetched = fetch(client, f"{server.url}/a.pdf", tmp_path, limit_bytes=100_000, patience=QUICK)
    assert fetched.path is None
    assert fetched.problem and fetched.problem.code is ErrorCode.DOWNLOAD_TOO_LARGE
    assert "0.1 MB" in fetched.problem.message
    assert left_in(tmp_path) == []


def test_without_network_the_copy_of_an_earlier_run_is_used_and_told(tmp_path: Path, server: Server) -> None:
    server.answers = [ok(b"lama"), status(404), truncated, truncated, truncated, ok(b"x" * 50)]
    with new_client() as client:
        first = fetch(client, f"{server.url}/a.pdf", tmp_path, patience=QUICK)
        gone = fetch(client, f"{server.url}/a.pdf", tmp_path, patience=QUICK)
        broken = fetch(client, f"{server.url}/a.pdf", tmp_path, patience=QUICK)
        grown = fetch(client, f"{server.url}/a.pdf", tmp_path, limit_bytes=10, patience=QUICK)
        server.http.shutdown()
        server.http.server_close()
    with new_client() as client:
        offline = fetch(client, f"{server.url}/a.pdf", tmp_path, patience=QUICK)
    for fetched in (gone, broken, grown, offline):
        assert fetched.path == first.path and fetched.path and fetched.path.read_bytes() == b"lama"
        assert fetched.problem and "Dipakai salinan yang diunduh 20" in fetched.problem.message
    assert offline.problem and "tidak dapat dihubungi" in offline.problem.message
    assert left_in(tmp_path) == ["a.pdf", "asal.json"]


def test_redirects_are_followed_and_the_last_address_names_the_file(tmp_path: Path, server: Server) -> None:
    server.answers = [status(302, Location="/arsip/Renstra%20PU.docx"), ok(b"isi")]
    with new_client() as client:
        fetched = fetch(client, f"{server.url}/unduh?id=7", tmp_path, patience=QUICK)
    assert fetched.path and fetched.path.name == "Renstra PU.docx"


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ({"Content_Disposition": 'attachment; filename="RKPD 2026.pdf"'}, "RKPD 2026.pdf"),
        ({"Content_Disposition": "attachment; filename*=UTF-8''Renja%20Dinas%20P%C3%A9.pdf"}, "Renja Dinas Pé.pdf"),
        ({"Content_Disposition": 'attachment; filename="../../etc/passwd"'}, "passwd"),
        ({"Content_Disposition": 'attachment; filename="C:\\\\x\\\\a<b>.pdf"'}, "a_b_.pdf"),
        ({"Content_Disposition": "attachment; filename*=tiada''x%ff.pdf"}, None),
        ({"Content_Type": "application/pdf; charset=binary"}, "unduh.pdf"),
        ({"Content_Disposition": 'attachment; filename="asal.json"'}, "unduh"),
    ],
)
def test_names_of_files_are_safe(tmp_path: Path, server: Server, headers: dict[str, str], name: str | None) -> None:
    server.answers = [ok(b"isi", **headers)]
    with new_client() as client:
        fetched = fetch(client, f"{server.url}/unduh", tmp_path, patience=QUICK)
    assert fetched.path and fetched.path.read_bytes() == b"isi"
    assert fetched.path.parent.parent == tmp_path
    assert name is None or fetched.path.name == name


def test_safe_names() -> None:
    assert safe_name("a" * 300 + ".pdf") == "a" * 116 + ".pdf"
    assert safe_name("..") == safe_name("/") == safe_name("") == ""
    assert safe_name(".hidden.pdf") == "hidden.pdf"
    assert safe_name("con.pdf") == "_con.pdf"


@pytest.mark.parametrize("address", ["http://", "https://[salah/a.pdf", "http://127.0.0.1:99999/a.pdf"])
def test_addresses_that_are_none(tmp_path: Path, address: str) -> None:
    with new_client() as client:
        fetched = fetch(client, address, tmp_path, patience=QUICK)
    assert fetched.path is None
    assert fetched.problem and fetched.problem.code is ErrorCode.DOWNLOAD_FAILED


def test_passwords_in_addresses_are_not_shown(tmp_path: Path, server: Server) -> None:
    server.answers = [status(404), ok(b"isi")]
    address = server.url.replace("http://", "http://tamu:rahasia@") + "/a.pdf"
    path = manifest(tmp_path, f"lokasi\n{address}\n")
    failed = discover(path, tmp_path / "cache", patience=QUICK)
    found = discover(path, tmp_path / "cache", patience=QUICK)
    assert "rahasia" not in failed.problems[0].message
    assert origins(found) == [f"{server.url}/a.pdf"]
    assert "Basic" in server.requests[1][1]["Authorization"]
    assert b"rahasia" not in next((tmp_path / "cache").rglob("asal.json")).read_bytes()
