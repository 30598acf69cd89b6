"""Numbers in prose: what is measured, how much, of which year; what is no claim stays out."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.claims import read_claims
from models.claim import ClaimKind, ClaimRole, NumericClaim
from models.spelled import read_spelled
from tests.test_statements import Sheet


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
