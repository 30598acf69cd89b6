"""Goal statements in tables: lists in one cell, banners, numbers and parents, program prioritas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.layout import Layout
from extractors.tables.labels import labelled_goal
from extractors.tables.records import read_tables
from models.document import Kind
from models.indicator import Statement
from tests.table_layouts import LEFT, UP, identity, layout, table, word

PLAN = identity(Kind.RENSTRA, 2026, 2027)
HEAD = ["Tujuan", "Sasaran", "Strategi", "Arah Kebijakan"]


def read(made: Layout) -> tuple[Statement, ...]:
    return read_tables(made, PLAN).statements


def short(found: Sequence[Statement]) -> list[tuple[str, str | None, str]]:
    return [(s.kind.value, s.number, s.text) for s in found]


def test_each_item_of_a_list_in_a_cell_is_a_statement() -> None:
    found = read(
        layout(
            [
                table(
                    [
                        HEAD,
                        ["1. Menata kota yang|tertib", "Terjaganya kebersihan kota",
                         "1. Menambah armada|sampah|2. Melatih petugas", "a. Pengadaan truk|b. Kerja|sama warga"],
                    ]
                )
            ]
        )
    )  # fmt: skip
    assert short(found) == [
        ("tujuan", "1", "Menata kota yang tertib"),
        ("sasaran", None, "Terjaganya kebersihan kota"),
        ("strategi", "1", "Menambah armada sampah"),
        ("strategi", "2", "Melatih petugas"),
        ("arah kebijakan", "a", "Pengadaan truk"),
        ("arah kebijakan", "b", "Kerja sama warga"),
    ]
    parents = [s.parent for s in found]
    assert parents[1:4] == ["Menata kota yang tertib", *["Terjaganya kebersihan kota"] * 2]
    assert parents[4:] == [None, None]  # nothing says under which of the two strategies
    assert {s.source for s in found} == {"tabel"}


def test_bullets_of_a_word_cell_are_statements_and_numbers_inside_a_sentence_are_not() -> None:
    found = read(
        word(
            table(
                [
                    HEAD,
                    ["Menata kota", "Terjaganya kota", "• Menambah armada|• Melatih petugas", "Melayani 2|2. kota"],
                ],
                page=None,
            )
        )
    )  # fmt: skip
    assert [s.text for s in found if s.kind == "strategi"] == ["Menambah armada", "Melatih petugas"]
    assert len([s for s in found if s.kind == "arah kebijakan"]) == 1


def test_banners_over_the_columns_give_visi_and_misi_with_their_numbers() -> None:
    found = read(
        layout(
            [
                table(
                    [
                        ["Visi : “Kota yang tertib dan ramah”", LEFT, LEFT, LEFT],
                        ["Misi 1 : Menata ruang kota", LEFT, LEFT, LEFT],
                        HEAD,
                        ["Menata taman", "Terjaganya taman", "Menanam pohon", "Pohon peneduh"],
                        ["PELAYANAN WARGA", LEFT, LEFT, LEFT],
                        ["Misi Kedua: Melayani warga", LEFT, LEFT, LEFT],
                        ["Memudahkan izin", "Cepatnya izin", "Izin daring", "Aplikasi izin"],
                    ]
                )
            ]
        )
    )
    assert short(found)[:3] == [
        ("visi", None, "Kota yang tertib dan ramah"),
        ("misi", "1", "Menata ruang kota"),
        ("tujuan", None, "Menata taman"),
    ]
    second = next(s for s in found if s.number == "2")
    assert (second.kind, second.text, second.parent) == ("misi", "Melayani warga", "Kota yang tertib dan ramah")
    assert {s.text: s.parent for s in found if s.kind == "tujuan"} == {
        "Menata taman": "Menata ruang kota",
        "Memudahkan izin": "Melayani warga",
    }
    assert "PELAYANAN WARGA" not in {s.text for s in found}


def test_the_number_of_a_label_in_a_cell_is_kept() -> None:
    rows = [["Sasaran", "Indikator", "2026"], ["Sasaran 1.2: Naiknya mutu", "Indeks mutu", "80"]]
    found = read(layout([table(rows)]))
    assert short(found) == [("sasaran", "1.2", "Naiknya mutu")]


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("Misi 1 : Menata kota", ("misi", "1", "Menata kota")),
        ("Misi Kedua – Menata kota", ("misi", "2", "Menata kota")),
        ("Misi III Menata kota", ("misi", "3", "Menata kota")),
        ("Misi Kedua, Menata kota", ("misi", "2", "Menata kota")),
        ("Sasaran Strategis 1.1: Naiknya mutu", ("sasaran", "1.1", "Naiknya mutu")),
        ("Sasaran 1.1 Naiknya mutu", ("sasaran", "1.1", "Naiknya mutu")),
        ("Visi “Kota yang tertib”", ("visi", None, "Kota yang tertib")),
        ("Misi pembangunan kota", None),
        ("Sasaran Program", None),
    ],
)
def test_labels_of_goals(text: str, goal: tuple[str, str | None, str] | None) -> None:
    found = labelled_goal(text)
    assert (found and (found.kind, found.number, found.text)) == goal


def test_a_column_of_program_prioritas_gives_statements_and_items() -> None:
    head = ["Tujuan", "Sasaran", "Program Prioritas", "Indikator", "2026"]
    rows = [
        head,
        ["Menata kota", "Terjaganya taman", "Program Pengelolaan Taman", "Luas taman", "12"],
        [UP, UP, "Program Pembibitan Pohon", "Jumlah bibit", "900"],
    ]
    facts = read_tables(layout([table(rows)]), PLAN)
    programs = [s for s in facts.statements if s.kind == "program prioritas"]
    assert [(s.text, s.parent, s.parent_kind) for s in programs] == [
        ("Program Pengelolaan Taman", "Terjaganya taman", "sasaran"),
        ("Program Pembibitan Pohon", "Terjaganya taman", "sasaran"),
    ]
    assert [item.name for item in facts.items] == ["Program Pengelolaan Taman", "Program Pembibitan Pohon"]
    rows[0] = ["Tujuan", "Sasaran", "Program", "Indikator", "2026"]
    assert all(s.kind != "program prioritas" for s in read(layout([table(rows)])))


def test_small_letters_go_on_with_the_statement_above_where_no_rules_part_them() -> None:
    rows = [
        ["Tujuan", "Sasaran", "Indikator", "2026"],
        ["Menata kota", "Terjaganya taman kota yang", "Luas taman", "12"],
        ["", "hijau dan teduh", "Jumlah pohon", "90"],
    ]
    unruled = replace(table(rows), ruled=False)
    whole = "Terjaganya taman kota yang hijau dan teduh"
    assert [s.text for s in read(layout([unruled])) if s.kind == "sasaran"] == [whole]
    assert [s.text for s in read(layout([table(rows)])) if s.kind == "sasaran"] == [
        "Terjaganya taman kota yang",
        "hijau dan teduh",
    ]


def test_each_year_has_its_arah_kebijakan() -> None:
    rows = [
        ["Strategi", "Arah Kebijakan", LEFT, LEFT],
        [UP, "2026", "2027", "2028"],
        ["Menambah armada", "Pengadaan truk", "Pelatihan sopir", "Perluasan rute"],
        ["Melatih petugas", "Penyusunan modul", "Pelatihan", "Sertifikasi"],
    ]
    found = [s for s in read(layout([table(rows)])) if s.kind == "arah kebijakan"]
    assert [s.text for s in found] == [*rows[2][1:], *rows[3][1:]]
    assert [s.year for s in found] == [2026, 2027, 2028] * 2
    assert [s.parent for s in found] == ["Menambah armada"] * 3 + ["Melatih petugas"] * 3


def test_a_cell_with_the_visi_and_all_misi_gives_each_of_them() -> None:
    rows = [
        ["Visi/Misi", "Tujuan", "Indikator", "2026"],
        [
            "Visi:|“Kota yang tertib|dan ramah”|Misi:|1. Menata|ruang kota|2. Melayani warga",
            "Menata taman",
            "Luas taman",
            "12",
        ],
        [UP, "Memudahkan izin", "Lama izin", "3"],
    ]
    more = [
        ["Visi/Misi", "Tujuan", "Indikator", "2026"],
        ["3. Memajukan|pasar|4. Menjaga alam", "Menjaga air", "Mutu air", "80"],
    ]
    facts = read_tables(layout([table(rows)], [table(more, page=2)]), PLAN)
    high = [s for s in facts.statements if s.kind in ("visi", "misi")]
    assert short(high) == [
        ("visi", None, "Kota yang tertib dan ramah"),
        ("misi", "1", "Menata ruang kota"),
        ("misi", "2", "Melayani warga"),
        ("misi", "3", "Memajukan pasar"),
        ("misi", "4", "Menjaga alam"),
    ]
    assert {s.parent for s in high[1:]} == {"Kota yang tertib dan ramah"}
    assert facts.indicators[0].context.misi is None
