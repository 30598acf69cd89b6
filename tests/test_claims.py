"""Numbers in prose: what is measured, how much, of which year; what is no claim stays out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.claims import read_claims
from extractors.claims.spelling import plain
from extractors.layout import Layout, Page, Paragraph
from models.claim import ClaimKind, ClaimRole, NumericClaim
from models.spelled import read_spelled
from tests.test_statements import FILE, Sheet


def claims(text: str) -> list[tuple[str, str, Decimal | None, str | None, int | None, str | None]]:
    return [(c.kind, c.measured, c.quantity.value, c.unit, c.year, c.role) for c in read(text)]


def read(text: str) -> tuple[NumericClaim, ...]:
    return read_claims(Sheet(head=None).text(text).layout())


def test_target_of_a_year() -> None:
    text = "Target laju pertumbuhan ekonomi sebesar 5,20 persen pada tahun 2026."
    assert claims(text) == [
        (ClaimKind.VALUE, "laju pertumbuhan ekonomi", Decimal("5.20"), "persen", 2026, ClaimRole.TARGET)
    ]


def test_realisation_and_money() -> None:
    text = "Realisasi angka kemiskinan pada tahun 2024 sebesar 7,15%. Pagu indikatif senilai Rp1,2 miliar."
    assert claims(text) == [
        (ClaimKind.VALUE, "angka kemiskinan", Decimal("7.15"), "%", 2024, ClaimRole.REALISATION),
        (ClaimKind.BUDGET, "Pagu indikatif", Decimal(1_200_000_000), "Rp", None, None),
    ]


def test_counts_and_their_words() -> None:
    found = read("Renstra ini terdiri dari 12 (dua belas) program, 30 kegiatan dan 75 sub kegiatan.")
    assert [(c.kind, c.counted, c.quantity.value) for c in found] == [
        (ClaimKind.COUNT, "program", 12),
        (ClaimKind.COUNT, "kegiatan", 30),
        (ClaimKind.COUNT, "subkegiatan", 75),
    ]
    assert found[0].spelled == 12 and found[0].doubts == ()


def test_a_share_may_stand_between_a_count_and_what_is_counted() -> None:
    text = "Yang tercapai sebanyak 22 (48,89 persen) indikator, lalu yang belum sebanyak 11 (24,44 persen) indikator."
    assert [(c.kind, c.quantity.value, c.counted) for c in read(text)] == [
        (ClaimKind.COUNT, 22, "indikator"),
        (ClaimKind.COUNT, 11, "indikator"),
    ]


def test_digits_against_words_are_a_doubt() -> None:
    (claim,) = read("Untuk itu ditetapkan 12 (sebelas) program pembangunan.")
    assert (claim.quantity.value, claim.spelled) == (12, 11)
    assert claim.confidence < 0.5 and "berbeda" in claim.doubts[0]


@pytest.mark.parametrize(
    "text",
    [
        "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 memuat tata cara penyusunan.",
        "Kegiatan dilaksanakan sejak tahun 2025 oleh 7 puskesmas.",
        "Program tersebut dibiayai dari dana transfer.",
    ],
)
def test_other_numbers_are_no_claims(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("dua puluh delapan", 28),
        ("sebelas", 11),
        ("tiga ratus sembilan puluh tujuh", 397),
        ("seribu dua ratus", 1200),
        ("dua juta lima ratus ribu", 2_500_000),
        ("dua meter", None),
        ("", None),
    ],
)
def test_numbers_in_words(words: str, number: int | None) -> None:
    assert read_spelled(words) == number


def test_amounts_that_share_what_they_measure() -> None:
    text = "Jumlah peserta pelatihan adalah sejumlah 1.976 orang atau sebesar 61,56% pada bulan Desember 2024."
    assert [(c.measured, c.quantity.value, c.unit) for c in read(text)] == [
        ("Jumlah peserta pelatihan", 1976, "orang"),
        ("Jumlah peserta pelatihan", Decimal("61.56"), "%"),
    ]


def test_the_point_behind_rp_ends_no_sentence() -> None:
    text = "Alokasi dana tahun 2026 sebesar Rp. 48.452.776.000,- dari APBD."
    (money,) = read(text)
    assert (money.kind, money.quantity.value, money.year) == (ClaimKind.BUDGET, 48_452_776_000, 2026)


def test_the_quote_is_as_printed_where_money_is_typed_its_own_way() -> None:
    text = "Pelatihan warga dengan alokasi anggaran sebesar Rp. 1.744.776.000,-dengan target terlatihnya 60 orang."
    (money,) = read(text)
    assert (money.measured, money.quantity.value) == ("alokasi anggaran", 1_744_776_000)
    assert money.evidence.quote == text
    made = plain("a Rp. 5,-dan Rp .7")
    assert made.text == "a Rp5,- dan Rp7"
    assert made.printed("a Rp. 5,-dan Rp .7", 2, 8) == "Rp. 5,-"


def test_what_is_reached_is_measured_by_the_words_before_it() -> None:
    text = "Produktivitas kopi rakyat, pada tahun 2026 mencapai target kinerja sebesar 96,95% dari rencana."
    assert [(c.measured, c.quantity.value, c.year) for c in read(text)] == [
        ("Produktivitas kopi rakyat", Decimal("96.95"), 2026)
    ]


def test_a_claim_stands_on_the_page_of_its_number() -> None:
    sheet = Sheet().text(
        "Panjang jalan kota yang sudah diperbaiki pada tahun 2026 adalah sebesar 64 persen dan panjang"
    )
    sheet.turn().text("seluruh jembatan kota yang ada", x=60).text("sebanyak 12 unit menurut pendataan dinas.", x=60)
    found = {claim.quantity.raw: claim.evidence for claim in read_claims(sheet.layout())}
    assert {raw: where.page for raw, where in found.items()} == {"64": 1, "12": 2}
    assert found["12"].quote == found["64"].quote
    below = [line.box for line in sheet.pages[1][1:] if isinstance(line, Paragraph) and line.box]
    assert found["12"].box == (90, below[0][1], max(line[2] for line in below), below[-1][3])


def test_claims_of_a_word_file_have_no_page_and_the_paragraph_as_quote() -> None:
    said = "Dinas melaksanakan 12 (dua belas) program dengan pagu sebesar Rp3.500.000.000 pada tahun 2026."
    blocks = (Paragraph("Program dan Kegiatan", style="Heading 2", bold=True), Paragraph(said, style="Normal"))
    found = read_claims(Layout(FILE, 1, (Page(None, 0, 0, blocks, "docx"),)))
    assert [(c.kind, c.quantity.value, c.counted, c.year) for c in found] == [
        (ClaimKind.COUNT, 12, "program", None),
        (ClaimKind.BUDGET, 3_500_000_000, None, 2026),
    ]
    assert {(c.evidence.page, c.evidence.box, c.evidence.quote) for c in found} == {(None, None, said)}
