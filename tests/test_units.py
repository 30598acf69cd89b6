"""Units: spellings, classes, scales, rates, and units behind names."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models import lexicon
from models.units import Unit, UnitKind, canonical_unit, same_unit, split_unit


def unit_of(text: str) -> Unit:
    unit = canonical_unit(text)
    assert unit is not None
    return unit


@pytest.mark.parametrize(
    ("printed", "name", "kind"),
    [
        ("Persen", "persen", UnitKind.PERCENT),
        ("%", "persen", UnitKind.PERCENT),
        ("( % )", "persen", UnitKind.PERCENT),
        ("prosentase", "persen", UnitKind.PERCENT),
        ("Presentase", "persen", UnitKind.PERCENT),
        ("Dok.", "dokumen", UnitKind.COUNT),
        ("Dokuman", "dokumen", UnitKind.COUNT),
        ("Jumlah Dokumen", "dokumen", UnitKind.COUNT),
        ("laporam", "laporan", UnitKind.COUNT),
        ("KK", "kepala keluarga", UnitKind.COUNT),
        ("OPD", "perangkat daerah", UnitKind.COUNT),
        ("Desa/ Kelurahan", "desa/kelurahan", UnitKind.COUNT),
        ("Ha", "hektare", UnitKind.MEASURE),
        ("M³/Hari", "meter kubik per hari", UnitKind.MEASURE),
        ("kg/kap/tahun", "kilogram per kapita per tahun", UnitKind.MEASURE),
        ("Poin", "poin", UnitKind.INDEX),
        ("Indeks", "indeks", UnitKind.INDEX),
        ("Predikat", "predikat", UnitKind.GRADE),
        ("Rp.", "rupiah", UnitKind.MONEY),
        ("menit", "menit", UnitKind.TIME),
        ("titik taman", "titik taman", UnitKind.COUNT),
        ("Dokumen Perbup", "dokumen perbup", UnitKind.COUNT),
        ("kwartet", "kwartet", UnitKind.UNKNOWN),
    ],
)
def test_canonical_unit(printed: str, name: str, kind: UnitKind) -> None:
    unit = unit_of(printed)
    assert (unit.name, unit.kind) == (name, kind)


@pytest.mark.parametrize("blank", [None, "", "  ", "-", "–", "N/A", "."])
def test_blank_is_no_unit(blank: str | None) -> None:
    assert canonical_unit(blank) is None
    assert same_unit(blank, "Persen") is None


@pytest.mark.parametrize(
    ("printed", "name", "factor"),
    [
        ("Rp (juta)", "juta rupiah", 10**6),
        ("(Rp. Juta)", "juta rupiah", 10**6),
        ("Miliar Rupiah", "miliar rupiah", 10**9),
        ("Rp Milyar", "miliar rupiah", 10**9),
        ("Rp.000", "ribu rupiah", 10**3),
        ("Juta Orang", "juta orang", 10**6),
        ("Ribu Ton", "ribu ton", 10**3),
        ("Juta", "juta", 10**6),
    ],
)
def test_scales(printed: str, name: str, factor: int) -> None:
    unit = unit_of(printed)
    assert (unit.name, unit.factor) == (name, Decimal(factor))


@pytest.mark.parametrize(
    ("printed", "name", "base"),
    [
        ("per 100.000 KH", "per 100.000 kelahiran hidup", 100_000),
        ("Per 1.000 Kelahiran Hidup", "per 1.000 kelahiran hidup", 1_000),
        ("per 1000 KH", "per 1.000 kelahiran hidup", 1_000),
        ("per 100,000 penduduk", "per 100.000 penduduk", 100_000),
    ],
)
def test_rates(printed: str, name: str, base: int) -> None:
    unit = unit_of(printed)
    assert (unit.name, unit.per, unit.kind) == (name, Decimal(base), UnitKind.RATIO)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Persen", "%", True),
        ("Orang", "Jiwa", True),
        ("Dokumen", "Laporan", False),
        ("Poin", "Indeks", False),
        ("Orang", "Juta Orang", False),
        ("per 1.000 KH", "per 100.000 KH", False),
        ("Orang", "KK", False),
        ("Paket", "paket pekerjaan", True),
    ],
)
def test_same_unit(left: str, right: str, same: bool) -> None:
    assert same_unit(left, right) is same


@pytest.mark.parametrize(
    ("left", "right"), [("Poin", "Indeks"), ("Nilai", "Skor"), ("KK", "Rumah Tangga"), ("Predikat", "Opini")]
)
def test_soft_classes(left: str, right: str) -> None:
    a, b = unit_of(left), unit_of(right)
    assert a.family != b.family
    assert a.soft_family == b.soft_family


def test_bounds() -> None:
    assert (unit_of("%").low, unit_of("%").high) == (0, 100)
    assert (unit_of("Orang").low, unit_of("Orang").high) == (0, None)
    assert (unit_of("Indeks").low, unit_of("Indeks").high) == (None, None)


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("Laju inflasi (%)", "Laju inflasi", "%"),
        ("Tingkat Kemiskinan (Persen)", "Tingkat Kemiskinan", "Persen"),
        ("Tingkat kemiskinan %", "Tingkat kemiskinan", "%"),
        ("Angka Kematian Ibu (per 100.000 KH)", "Angka Kematian Ibu", "per 100.000 KH"),
        (
            "Angka Kematian Ibu (AKI) (per 100.000 kelahiran hidup)",
            "Angka Kematian Ibu (AKI)",
            "per 100.000 kelahiran hidup",
        ),
        ("Indeks Pelayanan Publik [Nilai]", "Indeks Pelayanan Publik", "Nilai"),
        ("PDRB per kapita (Rp Juta)", "PDRB per kapita", "Rp Juta"),
        ("Konsumsi ikan (Kg/Kapita/Tahun)", "Konsumsi ikan", "Kg/Kapita/Tahun"),
        ("Jumlah UMKM (unit) *", "Jumlah UMKM", "unit"),
        ("Luas taman (Ha)", "Luas taman", "Ha"),
    ],
)
def test_split_unit(text: str, name: str, unit: str) -> None:
    assert split_unit(text) == (name, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Angka Kematian Ibu (AKI)",
        "Prevalensi stunting balita (0-59 bulan)",
        "Jumlah Kepala Keluarga (KK)",
        "Persentase penduduk usia kerja (15 tahun ke atas)",
        "Persentase capaian (kumulatif)",
        "Nilai SAKIP (Sistem Akuntabilitas Kinerja Instansi Pemerintah)",
        "Cakupan layanan 100%",
        "Persentase jalan (km mantap dibagi km total)",
        "(%)",
        "%",
        "",
    ],
)
def test_split_unit_leaves_qualifiers(text: str) -> None:
    assert split_unit(text) == (text, None)


@given(st.text(max_size=40))
def test_units_never_raise_and_are_stable(text: str) -> None:
    unit = canonical_unit(text)
    name, inner = split_unit(text)
    assert name or not text
    assert inner is None or len(name) < len(text)
    if unit and unit.kind is not UnitKind.UNKNOWN:
        assert unit_of(unit.name).name == unit.name


def _known() -> list[str]:
    return [row[0] for entry in lexicon.entries("units", "unit") for row in entry["spellings"]]


@pytest.mark.parametrize("name", _known())
def test_every_canonical_name_is_its_own(name: str) -> None:
    assert unit_of(name).name == name


def test_no_spelling_stands_for_two_units() -> None:
    seen: dict[str, str] = {}
    for entry in lexicon.entries("units", "unit"):
        for row in entry["spellings"]:
            for spelling in row:
                assert seen.setdefault(spelling, row[0]) == row[0], spelling


def test_members_of_classes_are_units() -> None:
    members = [member for entry in lexicon.entries("units", "class") for member in entry["members"]]
    assert set(members) <= set(_known())
