"""Names taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignment.difference import difference, roots
from alignment.normalise import _phrases, harvest, parts


@pytest.mark.parametrize(
    ("name", "text", "measure"),
    [
        ("Prosentase Penduduk  Miskin", "persentase penduduk miskin", "persentase"),
        ("AKI", "angka kematian ibu", "angka"),
        ("Angka Kematian Ibu (AKI)", "angka kematian ibu", "angka"),
        ("Gini Ratio", "rasio gini", "rasio"),
        ("1. Persentase jalan baik (outcome)", "persentase jalan baik", "persentase"),
        ("Meningkatnya persentase koperasi sehat", "persentase koperasi sehat", "persentase"),
        ("Jumlah peserta sebanyak 2.500 orang", "jumlah peserta", "jumlah"),
        ("Indeks SPBE pada tahun 2029 sebesar 3,5", "indeks sistem pemerintahan berbasis elektronik", "indeks"),
        ("Angka kematian bayi per 1.000 kelahiran hidup", "angka kematian bayi", "angka"),
        ("Rata Rata Lama Sekolah", "rata-rata lama sekolah", "rata-rata"),
        ("Peraturan perundang_x0002_undangan", "peraturan perundang undangan", None),
        ("Terpeliharanya taman kota", "terpeliharanya taman kota", None),
        ("9 Prosentase kampung maju", "persentase kampung maju", "persentase"),
        ("3 Meningkatnya jumlah perajin", "jumlah perajin", "jumlah"),
        ("7 layanan dasar kampung", "7 layanan dasar kampung", None),
        ("Jumlah dokumen hasilPelaksanaa n lomba", "jumlah dokumen hasil pelaksanaan lomba", "jumlah"),
        ("", "", None),
        ("(%)", "", None),
    ],
)
def test_a_name_is_written_in_one_way(name: str, text: str, measure: str | None) -> None:
    found = parts(name)
    assert (found.text, found.measure) == (text, measure)


def test_unit_behind_the_name_and_in_the_column() -> None:
    assert parts("Laju inflasi (%)").unit == parts("Laju inflasi", "Persen").unit == "persen"
    assert parts("Laju inflasi (%)").text == "laju inflasi"
    assert parts("Jumlah warga").unit is None
    assert parts("Panjang jalan kampung km", "Km").text == parts("Panjang jalan kampung").text
    assert parts("Jumlah rapat kampung dokumen", "Dokumen").text.endswith("dokumen")


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("Angka kemiskinan", "turun"),
        ("Prevalensi stunting", "turun"),
        ("Persentase penurunan angka kemiskinan", "naik"),
        ("Persentase permukiman kumuh yang ditangani", "naik"),
        ("Menurunnya angka kemiskinan", "turun"),
        ("Cakupan air minum layak", "naik"),
        ("Jumlah penduduk", None),
        ("Kepemilikan akte kematian", "naik"),
        ("Angka kematian ibu", "turun"),
        ("Cakupan keinginan ber-KB yang tidak terpenuhi", "turun"),
        ("Persentase kebutuhan yang terpenuhi", "naik"),
        ("Persentase angkutan laik jalan", "naik"),
        ("Persentase bangunan yang tidak laik", "turun"),
        ("Jumlah kendaraan laik jalan", None),
        ("Persentase kampung tanpa konflik", "naik"),
        ("Persentase rumah tidak layak huni", "turun"),
        ("Persentase rumah tidak layak huni yang ditangani", "naik"),
        ("Persentase kampung rusak yang mendapat layanan", "naik"),
        ("Persentase warga yang belum memiliki akta", "turun"),
        ("Tersusunnya kajian pencemaran kampung", None),
        ("Persentase laman yang memiliki menu pengaduan", "naik"),
    ],
)
def test_which_way_is_better(name: str, direction: str | None) -> None:
    assert parts(name).direction == direction


@pytest.mark.parametrize(
    ("name", "cumulative"),
    [("Penurunan emisi kumulatif", True), ("Penurunan emisi tahunan", False), ("Penurunan emisi", None)],
)
def test_cumulative_only_when_the_name_says_so(name: str, cumulative: bool | None) -> None:
    assert parts(name).cumulative is cumulative


def test_parts_are_named() -> None:
    found = parts("Meningkatkan persentase balita perempuan stunting sebesar 14 %")
    assert (found.verb, found.target, found.family) == ("meningkatkan", "sebesar 14", "proporsi")
    assert {"balita", "perempuan", "stunting"} <= set(found.head)
    assert "perempuan" in found.qualifiers


def test_a_compound_name_has_clauses() -> None:
    found = parts("Persentase pasar bersih, persentase pedagang tertib ukur serta jumlah pasar digital")
    assert [c.text for c in found.clauses] == [
        "persentase pasar bersih",
        "persentase pedagang tertib ukur",
        "jumlah pasar digital",
    ]
    assert parts("Persentase penurunan jumlah kecelakaan").clauses == ()


def test_documents_define_their_own_abbreviations() -> None:
    names = ["Persentase Kelompok Pengelola Air Bersih (KPAB) aktif", "Jumlah (dua) hal", "Rencana Aksi (XYZ)"]
    assert harvest(names) == (("kpab", "kelompok pengelola air bersih"),)


def test_an_abbreviation_with_two_meanings_is_not_written_out() -> None:
    names = ["Jumlah Balai Warga Sehat (BWS)", "Jumlah Bank Wakaf Sekolah (BWS)"]
    assert harvest(names) == ()


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("Persentase pemenuhan elemen", "Persentase elemen yang terpenuhi", True),
        ("Cakupan jaminan ketenagakerjaan", "Cakupan jaminan ketenaga kerjaan", True),
        ("Persentase capian kinerja", "Persentase capaian kinerja", True),
        ("Produksi padi", "Produktivitas padi", False),
        ("Jumlah pelayanan", "Jumlah pelayaran", False),
        ("Sarana pertanian", "Prasarana pertanian", False),
        ("Jumlah transmigran", "Jumlah transmigrasi", False),
    ],
)
def test_words_are_kin_or_only_look_alike(left: str, right: str, alike: bool) -> None:
    found = difference(parts(left), parts(right))
    assert (not found.left_only and not found.right_only) is alike


def test_roots_take_affixes_off() -> None:
    assert "kelola" in roots("pengelolaan") & roots("dikelola")
    assert "sewa" in roots("penyewaan")
    assert roots("air") == {"air"}


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=20)))
def test_never_raises_and_is_stable(name: str, unit: str | None) -> None:
    found = parts(name, unit)
    assert found == parts(name, unit)
    assert parts(found.text, unit).text == parts(parts(found.text, unit).text, unit).text


def test_a_page_in_a_cell_is_cut() -> None:
    assert len(parts("kata " * 3000).tokens) <= 400


def test_no_words_of_the_lexicon_have_two_stored_forms() -> None:
    stored: dict[tuple[str, str], set[str]] = {}
    for label, words, form in _phrases():
        key = (f"{label} {form.split(':')[0]}" if label == "KONTRAS" else label, words)
        stored.setdefault(key, set()).add(form)
    assert {key for key, forms in stored.items() if len(forms) > 1} == set()
