"""What documents say about themselves, and what is only a list of contents."""

from __future__ import annotations

from datetime import date

from extractors.layout import Layout, Page, Paragraph
from extractors.particulars import read_particulars
from models.document import Format, SourceFile
from models.particular import Particular, ParticularKind


def read(*pages: str) -> list[Particular]:
    file = SourceFile("a" * 64, "renja.pdf", "renja.pdf", 1, Format.PDF)
    lines = [[(line, (50, 10 * k, 400, 10 * k + 9)) for k, line in enumerate(page.split("\n"))] for page in pages]
    made = tuple(
        Page(n, 595, 842, tuple(Paragraph(*line) for line in page), "cepat") for n, page in enumerate(lines, 1)
    )
    layout = Layout(file, len(pages), made)
    return list(read_particulars(layout))


def said(found: list[Particular], kind: ParticularKind) -> list[tuple[str | None, str, int | None]]:
    return [(one.number, one.text, one.evidence.page) for one in found if one.kind is kind]


def test_chapters_sections_and_tables_with_their_pages() -> None:
    found = read(
        "BAB II\nEVALUASI RENJA\n2.1 Evaluasi Tahun Lalu\nTabel 2.1\nRekapitulasi Hasil\nkalimat biasa yang panjang.",
        "BAB III TUJUAN DAN SASARAN\n3.1. Telaahan Kebijakan\nTabel 3.1 Target Kinerja 2026 PD",
    )
    assert said(found, ParticularKind.CHAPTER) == [
        ("II", "EVALUASI RENJA", 1),
        ("III", "TUJUAN DAN SASARAN", 2),
    ]
    assert said(found, ParticularKind.SECTION) == [("2.1", "Evaluasi Tahun Lalu", 1), ("3.1", "Telaahan Kebijakan", 2)]
    assert said(found, ParticularKind.TABLE) == [
        ("2.1", "Rekapitulasi Hasil", 1),
        ("3.1", "Target Kinerja 2026 PD", 2),
    ]
    assert found[0].evidence.box is not None


def test_lists_of_contents_are_no_titles() -> None:
    contents = "BAB I PENDAHULUAN ........ 1\nBAB II EVALUASI ........ 9\nTabel 2.1 Hasil ..... 12\n1.1 Latar 3"
    outline = "BAB I PENDAHULUAN\nBAB II EVALUASI\nBAB III TUJUAN\nBAB IV PENUTUP"
    sections = "\n".join(f"2.{n} Bagian Nomor Sekian" for n in range(1, 10))
    listed = "DAFTAR TABEL\nTabel 3.1 Rumusan Rencana\n49"
    assert read(contents, outline, sections, listed) == []


def test_words_in_a_sentence_are_no_titles() -> None:
    found = read(
        "hasilnya dapat dilihat pada\nTabel 3.1\nDari 160 kegiatan ada yang tertunda",
        "BAB II memuat evaluasi.\nTabel 2.1 berikut menyajikan hasil evaluasi.\n2.1 juta orang.",
    )
    assert found == []


def test_the_legal_basis_once_each() -> None:
    found = read(
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemda\nPeraturan Menteri Dalam Negeri Nomor 86\nTahun 2017 tentang",
        "sesuai Undang-Undang Nomor 23 Tahun 2014 dan Peraturan Daerah Kota Harapan Jaya Nomor 6 Tahun 2025",
    )
    assert [(one.text, one.number, one.year, one.evidence.page) for one in found] == [
        ("UU", "23", 2014, 1),
        ("Permendagri", "86", 2017, 1),
        ("Perda", "6", 2025, 2),
    ]


def test_where_and_when_it_was_enacted() -> None:
    (found,) = read("Ditetapkan di Harapan Jaya\npada tanggal 19 Agustus 2025")
    assert (found.kind, found.text, found.day) == (ParticularKind.ENACTED, "Harapan Jaya", date(2025, 8, 19))
    assert read("Ditetapkan di Harapan Jaya pada tanggal 32 Agustus 2025") == []
    assert read("Ditetapkan di Harapan Jaya pada tanggal ... 2025") == []


def test_regions_that_plan() -> None:
    found = read("Pemerintah Kota Harapan Jaya bersama Bupati Kabupaten Seberang. Warga Kota Lain datang.")
    assert [one.text for one in found] == ["Kota Harapan Jaya", "Kabupaten Seberang"]
