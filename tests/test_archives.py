"""ZIP files of chapters: their documents are found, named after the archive and joined; bad archives harm nothing."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from extractors.extract import extract_file
from extractors.readers import archive
from flows.sources import FoundFile, Sources, discover
from flows.steps import assemble, ingest
from flows.workers import Workers
from models.document import Kind
from models.errors import ErrorCode, Problem
from models.extraction import Extraction
from samples.pages import Cover, Heading, Paper, Text, Turn

from .small_papers import settings_for, write_paper
from .test_sources import origins


def pack(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", method) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return path


def packed(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
    return buffer.getvalue()


def found_in(folder: Path) -> Sources:
    return discover(folder, folder.parent / "unduhan")


def told(file: FoundFile) -> Problem:
    (problem,) = extract_file(file.path).problems
    return problem


def test_files_of_an_archive_take_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "dokumen"
    pack(
        folder / "dinkes" / "renstra.zip",
        {"BAB I.pdf": b"satu", "Isi/04_BAB_III.pdf": b"tiga", "__MACOSX/._BAB I.pdf": b"x", "~$bab.docx": b"x"},
    )
    found = found_in(folder)
    assert origins(found) == ["dinkes/renstra.zip/BAB I.pdf", "dinkes/renstra.zip/Isi/04_BAB_III.pdf"]
    assert [file.name for file in found.files] == ["renstra.zip/BAB I.pdf", "renstra.zip/Isi/04_BAB_III.pdf"]
    assert [file.path.read_bytes() for file in found.files] == [b"satu", b"tiga"]
    assert found.problems == ()
    again = found_in(folder)
    assert [file.path for file in again.files] == [file.path for file in found.files]


def test_no_member_leaves_the_folder_of_its_archive(tmp_path: Path) -> None:
    folder = tmp_path / "dokumen"
    pack(
        folder / "a.zip", {"../../luar.pdf": b"1", "/etc/akar.pdf": b"2", "C:\\x\\drive.pdf": b"3", "b/../c?.pdf": b"4"}
    )
    link = zipfile.ZipInfo("tautan.pdf")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(folder / "a.zip", "a") as made:
        made.writestr(link, "/etc/passwd")
    found = found_in(folder)
    assert origins(found) == ["a.zip/b/c?.pdf", "a.zip/etc/akar.pdf", "a.zip/luar.pdf", "a.zip/x/drive.pdf"]
    assert all(file.path.resolve().is_relative_to(tmp_path / "unduhan" / "arsip") for file in found.files)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dokumen", "unduhan"]


def lying_about_its_size(path: Path) -> Path:
    """An archive whose member is a thousand times as long as it says."""
    data = bytearray(pack(path, {"bab.pdf": b"0" * 5_000_000}).read_bytes())
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<I", data, data.find(signature) + offset, 5000)
    path.write_bytes(data)
    return path


def test_archives_that_would_fill_the_disk_are_told_and_not_unpacked(tmp_path: Path) -> None:
    folder = tmp_path / "dokumen"
    pack(folder / "padat.zip", {"bab.pdf": b"\0" * (40 << 20)})
    pack(folder / "banyak.zip", {f"{number}.txt": b"" for number in range(archive.MAX_MEMBERS + 1)})
    lying_about_its_size(folder / "bohong.zip")
    found = found_in(folder)
    assert origins(found) == ["banyak.zip", "padat.zip"]
    assert [told(file).code for file in found.files] == [ErrorCode.ARCHIVE_BOMB, ErrorCode.ARCHIVE_BOMB]
    assert "40 MB" in told(found.files[1]).message
    assert [(problem.code, "bohong.zip/bab.pdf" in problem.message) for problem in found.problems] == [
        (ErrorCode.DAMAGED, True)
    ]


def test_all_archives_in_one_share_its_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.archives.MAX_UNPACKED", 5_000)
    inner = {f"{number}.zip": packed({"bab.pdf": bytes([number]) * 1_000}) for number in range(3)}
    pack(tmp_path / "dokumen" / "besar.zip", inner)
    assert origins(found_in(tmp_path / "dokumen")) == ["besar.zip/0.zip/bab.pdf", "besar.zip/1.zip", "besar.zip/2.zip"]


def test_an_archive_in_an_archive_is_opened_and_no_deeper(tmp_path: Path) -> None:
    third = packed({"terlalu dalam.pdf": b"x"})
    second = packed({"bab 2.pdf": b"dua", "tiga.zip": third})
    pack(tmp_path / "dokumen" / "satu.zip", {"bab 1.pdf": b"satu", "isi/dua.zip": second})
    found = found_in(tmp_path / "dokumen")
    assert origins(found) == ["satu.zip/bab 1.pdf", "satu.zip/isi/dua.zip/bab 2.pdf", "satu.zip/isi/dua.zip/tiga.zip"]
    problem = told(found.files[2])
    assert problem.code is ErrorCode.UNSUPPORTED_FORMAT and "Buka arsipnya" in problem.remedy


def locked(path: Path, members: dict[str, bytes], names: set[str]) -> Path:
    """An archive whose members `names` say that they need a password."""
    data = bytearray(pack(path, members, zipfile.ZIP_STORED).read_bytes())
    for name in names:
        for signature, flags, start in ((b"PK\x01\x02", 8, 46), (b"PK\x03\x04", 6, 30)):
            place = -1
            while (place := data.find(signature, place + 1)) >= 0:
                if data[place + start :].startswith(name.encode()):
                    struct.pack_into("<H", data, place + flags, 1)
    path.write_bytes(data)
    return path


def test_locked_damaged_and_empty_archives(tmp_path: Path) -> None:
    folder = tmp_path / "dokumen"
    locked(folder / "terkunci.zip", {"bab.pdf": b"x"}, {"bab.pdf"})
    locked(folder / "sebagian.zip", {"bab 1.pdf": b"x", "bab 2.pdf": b"y"}, {"bab 2.pdf"})
    pack(folder / "kosong.zip", {})
    whole = pack(folder / "terpotong.zip", {"bab.pdf": b"x" * 100})
    whole.write_bytes(whole.read_bytes()[:60])
    found = found_in(folder)
    assert origins(found) == ["kosong.zip", "sebagian.zip/bab 1.pdf", "terkunci.zip", "terpotong.zip"]
    empty, _, shut, cut = found.files
    assert [told(file).code for file in (empty, shut, cut)] == [
        ErrorCode.NO_DOCUMENTS, ErrorCode.ENCRYPTED, ErrorCode.TRUNCATED,
    ]  # fmt: skip
    assert [(problem.code, "sebagian.zip/bab 2.pdf" in problem.message) for problem in found.problems] == [
        (ErrorCode.ENCRYPTED, True)
    ]


@pytest.mark.parametrize(("mark", "kind"), [(b"Rar!\x1a\x07\x01\x00", "RAR"), (b"7z\xbc\xaf\x27\x1c\x00\x04", "7z")])
def test_other_archives_are_told_with_what_to_do(tmp_path: Path, mark: bytes, kind: str) -> None:
    path = tmp_path / "renstra.rar"
    path.write_bytes(mark + bytes(200))
    (problem,) = extract_file(path).problems
    assert problem.code is ErrorCode.UNSUPPORTED_FORMAT
    assert f"arsip {kind}" in problem.message and "renstra.rar" in problem.message and "ZIP" in problem.remedy


def test_a_manifest_names_archives_and_what_is_in_them(tmp_path: Path) -> None:
    folder = tmp_path / "dokumen"
    members = {"BAB I.pdf": b"1", "Dinsos/renja.pdf": b"2", "Dinsos/lampiran.pdf": b"3"}
    pack(folder / "renstra.zip", members)
    (folder / "dokumen.csv").write_text(
        "lokasi;jenis;opd\nrenstra.zip;Renstra;\nrenstra.zip/Dinsos/renja.pdf;Renja;Dinas Sosial\n", encoding="utf-8"
    )
    found = found_in(folder)
    assert [(file.origin, file.overrides and file.overrides.kind) for file in found.files] == [
        ("renstra.zip/BAB I.pdf", Kind.RENSTRA),
        ("renstra.zip/Dinsos/lampiran.pdf", Kind.RENSTRA),
        ("renstra.zip/Dinsos/renja.pdf", Kind.RENJA),
    ]
    alone = tmp_path / "lain.csv"
    alone.write_text("lokasi\ndokumen/renstra.zip/Dinsos\ndokumen/renstra.zip/tiada.pdf\n", encoding="utf-8")
    named = discover(alone, tmp_path / "unduhan")
    assert [file.name for file in named.files] == ["renstra.zip/Dinsos/lampiran.pdf", "renstra.zip/Dinsos/renja.pdf"]
    assert [(problem.code, "tiada.pdf" in problem.message) for problem in named.problems] == [
        (ErrorCode.MANIFEST_INVALID, True)
    ]


def chapter(number: str, title: str, cover: bool) -> Paper:
    front = (Cover(("RENCANA STRATEGIS (RENSTRA)", "DINAS SOSIAL", "KOTA HARAPAN JAYA", "TAHUN 2025-2029")), Turn())
    blocks = (Heading(f"BAB {number}\n{title}", 1), Text("Penyelenggaraan urusan sosial dijelaskan dalam bab ini."))
    return Paper("bab.pdf", f"Renstra bab {number}", ((*front, *blocks) if cover else blocks))


def test_chapters_of_an_archive_are_one_document_with_names_that_lead_there(
    tmp_path: Path, no_process: list[str]
) -> None:
    made = [
        write_paper(chapter(number, title, cover=number == "I"), tmp_path, f"0{place}_BAB_{number}.pdf").read_bytes()
        for place, (number, title) in enumerate((("I", "PENDAHULUAN"), ("II", "GAMBARAN PELAYANAN"), ("III", "ISU")), 1)
    ]
    names = ("01_BAB_I.pdf", "02_BAB_II.pdf", "03_BAB_III.pdf")
    pack(tmp_path / "dokumen" / "bab.zip", dict(zip(names, made, strict=True)))
    settings = settings_for(tmp_path / "dokumen", tmp_path / "hasil")
    sources = discover(settings.sumber, settings.downloads)
    with Workers(1, 60) as workers:
        assembly = assemble(sources, [ingest(found, settings, workers) for found in sources.files])
    assert sorted(no_process) == list(names)
    (document,) = assembly.documents
    assert document.kind is Kind.RENSTRA and document.opd == "Dinas Sosial"
    assert [file.name for file in document.files] == [f"bab.zip/{name}" for name in names]
    extraction: Extraction
    for extraction in assembly.extractions:
        assert extraction.file.path.startswith("bab.zip/")
