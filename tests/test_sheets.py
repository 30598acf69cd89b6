"""Workbooks as offices keep them: several tables on a sheet, exports of a database, and places a person finds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from extractors.extract import extract_file
from extractors.layout import Paragraph, Table
from extractors.readers.read import read_layout
from flows.output import place_words
from flows.progress import Silent
from flows.run import run
from models.extraction import Extraction

from .small_papers import rpjmd, settings_for, write_paper
from .test_steps import ask

Rows = Sequence[Sequence[Any]]


def book(path: Path, **sheets: Rows) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


HEAD = ["No", "Sasaran", "Indikator", "Satuan", "2025", "2026"]
TWO: Rows = [
    ["RENCANA STRATEGIS DINAS SOSIAL KOTA HARAPAN JAYA TAHUN 2025-2029"],
    [],
    ["Tabel 1 Target Sasaran"],
    ["No", "Sasaran", "Indikator Sasaran", "Satuan", "Target 2025", "Target 2026"],
    [1, "Meningkatnya kesejahteraan", "Angka kemiskinan", "Persen", "9,1", "8,7"],
    [],
    [2, "Meningkatnya layanan", "Indeks kepuasan", "Indeks", "80,5", "81,5"],
    [None, None, None, None, None, None],
    ["Sumber: Dinas Sosial"],
    [],
    ["Tabel 2 Program dan Pagu"],
    [],
    ["Kode", "Program", "Indikator Program", "Target 2025", "Pagu 2025"],
    ["1.06.02", "Program Pemberdayaan Sosial", "Persentase PSKS aktif", "75", "1.250.000.000"],
]


def facts(found: Extraction) -> list[tuple[Any, ...]]:
    return [
        (r.evidence.table, r.evidence.row, r.name, r.code, {y: v.raw for y, v in r.targets.items()})
        for r in found.indicators
    ]


def test_tables_on_one_sheet_have_their_own_headings_and_titles(tmp_path: Path) -> None:
    path = book(tmp_path / "renstra.xlsx", Renstra=TWO)
    blocks = read_layout(path).pages[0].blocks
    kinds = [block.number if isinstance(block, Table) else block.text for block in blocks]
    assert kinds == [
        "Renstra", TWO[0][0], "Tabel 1 Target Sasaran", 1, "Sumber: Dinas Sosial", "Tabel 2 Program dan Pagu", 2,
    ]  # fmt: skip
    found = extract_file(path)
    assert facts(found) == [
        (1, 5, "Angka kemiskinan", None, {2025: "9,1", 2026: "8,7"}),
        (1, 7, "Indeks kepuasan", None, {2025: "80,5", 2026: "81,5"}),
        (2, 14, "Persentase PSKS aktif", "1.06.02", {2025: "75"}),
    ]
    assert found.indicators[2].budgets[2025].rupiah == 1_250_000_000
    assert found.indicators[2].caption and "Tabel 2" in found.indicators[2].caption
    assert [(w.sheet, w.first, w.last) for w in found.sheets.values()] == [("Renstra", "A", "F"), ("Renstra", "A", "E")]


def test_sheets_of_two_years_with_the_same_headings_stay_apart(tmp_path: Path) -> None:
    def year(number: int, value: str) -> Rows:
        return [
            [f"RENCANA KERJA DINAS SOSIAL KOTA HARAPAN JAYA TAHUN {number}"],
            ["Program", "Indikator", "Satuan", "Target"],
            ["Program Sosial", "Persentase PSKS aktif", "Persen", value],
            ["Program Bansos", "Persentase bantuan tepat sasaran", "Persen", value],
        ]

    found = extract_file(book(tmp_path / "renja.xlsx", **{"2025": year(2025, "75"), "2026": year(2026, "80")}))
    assert [(r.evidence.table, {y: v.raw for y, v in r.targets.items()}) for r in found.indicators] == [
        (1, {2025: "75"}), (1, {2025: "75"}), (2, {2026: "80"}), (2, {2026: "80"}),
    ]  # fmt: skip


EXPORT: Rows = [
    ["kode_opd", "kode_subkegiatan", "uraian", "target", "satuan", "anggaran", "anggaran_maju", "target_kinerja",
     "satuan_kinerja", "menjadi_target", "menjadi_satuan", "menjadi_anggaran"],
    ["1.06.0.00.0.00.01.0000", "1.06.02.2.01.01", "Pelatihan pendamping", 10, "Orang", 25_000_000, 26_000_000, 100, "%",
     12, "Orang", 31_500_000],
    ["1.06.0.00.0.00.01.0000", "1.06.02.2.01.02", "Penyaluran bantuan", 2, "Kali", 75_000_000, 80_000_000, 100, "%",
     2, "Kali", 70_000_000],
]  # fmt: skip


def test_field_names_of_a_database_are_headings(tmp_path: Path) -> None:
    found = extract_file(book(tmp_path / "rkpd_perubahan_2023.xlsx", Sheet1=EXPORT))
    assert facts(found) == [
        (1, 2, "Pelatihan pendamping", "1.06.02.2.01.01", {2023: "12"}),
        (1, 3, "Penyaluran bantuan", "1.06.02.2.01.02", {2023: "2"}),
    ]
    assert [r.unit for r in found.indicators] == ["Orang", "Kali"]
    assert [{y: int(m.rupiah or 0) for y, m in r.budgets.items()} for r in found.indicators] == [
        {2023: 31_500_000, 2024: 26_000_000},
        {2023: 70_000_000, 2024: 80_000_000},
    ]
    assert all(r.confidence <= 0.6 and r.doubts for r in found.indicators), "a description is not surely an indicator"


def test_an_export_with_names_of_all_levels(tmp_path: Path) -> None:
    rows: Rows = [
        ["kode_program", "nama_program", "kode_sub_kegiatan", "nama_sub_kegiatan", "indikator", "satuan",
         "target_2026", "pagu_2026"],
        ["1.06.02", "Program Pemberdayaan Sosial", "1.06.02.2.01.0001", "Pelatihan Pendamping",
         "Jumlah pendamping terlatih", "Orang", 12, 31_500_000],
    ]  # fmt: skip
    (one,) = extract_file(book(tmp_path / "renja 2026.xlsx", Data=rows)).indicators
    assert (one.name, one.unit, one.targets[2026].raw) == ("Jumlah pendamping terlatih", "Orang", "12")
    assert int(one.budgets[2026].rupiah or 0) == 31_500_000 and one.code == "1.06.02.2.01.0001"


@pytest.mark.parametrize(("values", "known"), [(("85", "90", "95"), True), (("85", "1.250.000.000", "95"), False)])
def test_a_column_without_heading_beside_the_indicator(tmp_path: Path, values: tuple[str, ...], known: bool) -> None:
    rows = [
        ["RENCANA KERJA DINAS SOSIAL KOTA HARAPAN JAYA TAHUN 2026"],
        ["Kode", "Program", "Indikator", None, "Keterangan"],
        *([f"1.06.0{n}", f"Program {n}", f"Persentase layanan {n}", v, "ket"] for n, v in enumerate(values, 2)),
    ]
    found = extract_file(book(tmp_path / "renja.xlsx", Renja=rows))
    assert [{y: v.raw for y, v in r.targets.items()} for r in found.indicators] == [
        {2026: value} if known else {} for value in values
    ]


def test_findings_name_sheet_and_cells(tmp_path: Path, no_process: list[str]) -> None:
    documents = tmp_path / "dokumen"
    write_paper(rpjmd(), documents)
    years = [str(year) for year in range(2025, 2031)]
    rows: Rows = [
        ["RENCANA STRATEGIS DINAS KESEHATAN KOTA HARAPAN JAYA TAHUN 2025-2029"],
        [],
        ["Tujuan", "Sasaran", "Indikator", "Satuan", *(f"Target {year}" for year in years)],
        ["Meningkatnya derajat kesehatan", "Meningkatnya kualitas kesehatan masyarakat", "Prevalensi stunting",
         "persen", "17,0", "16,0", "15,5", "14,0", "13,0", "12,0"],
    ]  # fmt: skip
    book(documents / "renstra.xlsx", Sasaran=rows)
    run(settings_for(documents, tmp_path / "hasil"), Silent())
    ((sheet, cells),) = ask(tmp_path / "hasil", "SELECT kanan_lembar, kanan_sel FROM temuan WHERE aturan = 'D02'")
    assert (sheet, cells) == ("Sasaran", "A4:J4")
    assert ask(tmp_path / "hasil", "SELECT DISTINCT lembar, sel FROM indikator WHERE berkas = 'renstra.xlsx'") == [
        ("Sasaran", "A4:J4")
    ]
    workbook = openpyxl.load_workbook(next((tmp_path / "hasil" / "laporan").glob("*.xlsx")))
    said = [str(cell.value) for row in workbook["Temuan"].iter_rows() for cell in row if cell.value]
    assert any("lembar Sasaran, A4:J4" in text for text in said)
    side = {"kiri_berkas": "a.xlsx", "kiri_lembar": "Sasaran", "kiri_sel": "A4:J4", "kiri_tabel": 1}
    assert place_words(side, "kiri") == "a.xlsx lembar Sasaran, A4:J4"
    assert place_words({"kiri_berkas": "a.docx", "kiri_tabel": 3}, "kiri") == "a.docx tabel 3"


def test_paragraphs_of_a_sheet_without_table(tmp_path: Path) -> None:
    blocks = read_layout(book(tmp_path / "a.xlsx", Catatan=[["satu"], [], ["dua", "tiga"]])).pages[0].blocks
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["Catatan", "satu", "dua tiga"]


def test_of_two_columns_without_heading_the_one_with_nothing_but_amounts_is_the_pagu(tmp_path: Path) -> None:
    rows: Rows = [
        ["RENCANA KERJA DINAS SOSIAL KOTA HARAPAN JAYA TAHUN 2026"],
        ["Kode", "Program dan Kegiatan", "Indikator", None, None, "Keterangan"],
        ["1", "2", "3", "4", "5", "6"],
        ["1", "Program Sosial", "Persentase PSKS aktif", "80", "900.000.000", None],
        *([None, f"Belanja {n}", None, f"{n}00.000.000", None, None] for n in range(1, 7)),
        ["2", "Program Bansos", "Persentase bantuan tepat", None, "850.000.000", None],
    ]
    found = extract_file(book(tmp_path / "renja.xlsx", Renja=rows))
    assert [{y: int(m.rupiah or 0) for y, m in r.budgets.items()} for r in found.indicators] == [
        {2026: 900_000_000}, {2026: 850_000_000},
    ]  # fmt: skip
    assert all(not r.targets for r in found.indicators), "the mixed column is not understood, so nothing is taken"
