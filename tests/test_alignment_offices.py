"""Offices and their spellings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.offices import COLLECTIVE, mother_office, office_keys, same_office
from models import lexicon


def one_key(*names: str) -> bool:
    return len(set(office_keys(names).values())) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Diskominfo", "Dinas Komunikasi dan Informatika", "DINAS KOMUNIKASI DAN INFORMATIKA KOTA HARAPAN JAYA"),
        ("Dinas Komunikasi dan Informatika", "Dinas Komunikasi dan Informatika, Persandian dan Statistik"),
        ("DPUPR", "Dinas PUPR", "Dinas Pekerjaan Umum dan Penataan Ruang Kab. Rekaan"),
        ("Bappeda", "Badan Perencanaan Pembangunan, Penelitian dan Pengembangan Daerah"),
        ("Disnakertrans", "Dinas Tenaga Kerja dan Transmigrasi"),
        ("DLHK", "Dinas Lingkungan Hidup & Kehutanan"),
        ("Setda", "Sekretariat Daerah Kota Harapan Jaya"),
        ("Setwan", "Sekretariat DPRD"),
        ("Satpol PP", "Satuan Polisi Pamong Praja"),
        ("Kecamatan Jati Nangka", "KECAMATAN JATINANGKA KOTA HARAPAN JAYA"),
        ("Kecamatan Pamulang", "Kecamatan Pamulang Kota Tangerang Selatan"),
        ("1.02.0.00.0.00.01.0000 Dinas Kesehatan", "Dinkes"),
        ("Dinas Arsip dan Perpustakaan", "Dinas Perpustakaan dan Kearsipan"),
    ],
)
def test_spellings_of_one_office(names: tuple[str, ...]) -> None:
    assert one_key(*names)


@pytest.mark.parametrize(
    "names",
    [
        ("Kecamatan Melati", "Kecamatan Mawar"),
        ("Kecamatan Melati Timur", "Kecamatan Melati Barat"),
        ("Kecamatan Melati Kota Utara", "Kecamatan Melati Kota Selatan"),
        ("Puskesmas Melati", "Puskesmas Mawar"),
        ("Dinas Pertanian", "Dinas Perikanan"),
        ("Sekretariat Daerah", "Sekretariat DPRD"),
        ("Dinas Kesehatan", "Badan Kesehatan"),
        ("Dinas Komunikasi dan Informatika", "Bidang Statistik Dinas Komunikasi dan Informatika"),
    ],
)
def test_offices_that_stay_apart(names: tuple[str, ...]) -> None:
    assert not one_key(*names)


def test_a_short_name_that_fits_two_offices_joins_neither() -> None:
    keys = office_keys(["Dinas Pertanian", "Dinas Pertanian dan Pangan", "Dinas Pertanian dan Perikanan"])
    assert len(set(keys.values())) == 3


def test_the_only_hospital_may_go_without_its_name() -> None:
    assert one_key("RSUD", "RSUD Melati Harapan", "Rumah Sakit Umum Daerah Melati Harapan")
    assert len(set(office_keys(["RSUD", "RSUD Melati", "RSUD Mawar"]).values())) == 3


def test_a_part_belongs_to_its_office() -> None:
    keys = office_keys(["Sekretariat Daerah (Bagian Hukum)", "Bagian Umum Sekretariat Daerah", "Setda"])
    law, general, whole = (
        keys[name] for name in ("Sekretariat Daerah (Bagian Hukum)", "Bagian Umum Sekretariat Daerah", "Setda")
    )
    assert law != general != whole
    assert same_office(law, whole) and same_office(whole, general) and not same_office(law, general)
    assert mother_office(law) == mother_office(general) == whole


def test_everybody_is_no_office_of_its_own() -> None:
    keys = office_keys(["Seluruh Perangkat Daerah", "29 Perangkat Daerah Kota dan 6 Kecamatan", "Dinas Sosial"])
    assert keys["Seluruh Perangkat Daerah"] == keys["29 Perangkat Daerah Kota dan 6 Kecamatan"] == COLLECTIVE
    assert same_office(COLLECTIVE, keys["Dinas Sosial"])
    assert mother_office(COLLECTIVE) is None


def test_a_cell_with_two_offices_is_either() -> None:
    keys = office_keys(["Dinas Kesehatan; Dinas Sosial", "Dinkes", "Dinas Sosial", "Dinas Pendidikan"])
    both = keys["Dinas Kesehatan; Dinas Sosial"]
    assert same_office(both, keys["Dinkes"]) and same_office(keys["Dinas Sosial"], both)
    assert not same_office(both, keys["Dinas Pendidikan"])


def test_unknown_offices_agree_with_all() -> None:
    assert same_office(None, "dinas sosial") and same_office("dinas sosial", None)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_name_that_is_none_blank_gets_a_key(names: list[str]) -> None:
    keys = office_keys(names)
    assert keys.keys() == {name for name in names if name.strip()}
    assert all(keys.values())


def test_every_renamed_function_has_its_year_and_source_and_stays_one_office() -> None:
    kept = {word for entry in lexicon.entries("offices", "variant") for _, word in entry["pairs"]}
    default = lexicon.entries("offices", "variant")[0]["source"]
    for entry in lexicon.entries("offices", "renamed"):
        assert isinstance(entry["since"], int) and 1999 <= entry["since"] <= 2030
        assert entry["source"] != default
        for new, old in entry["pairs"]:
            assert new not in kept
            before, after = f"Badan {old.title()} Daerah", f"Badan {new.title()} Daerah"
            keys = office_keys([before, after])
            assert keys[before] == keys[after]
