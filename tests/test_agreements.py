"""A Perjanjian Kinerja from its file to the findings: paired, linked, and held against the plan of its office."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from .small_papers import agreement, renstra, write_paper
from .test_decisions import again
from .test_steps import ask


def test_a_pk_is_held_against_the_renstra_and_only_what_it_should_carry_is_missed(tmp_path: Path) -> None:
    documents, output = tmp_path / "dokumen", tmp_path / "hasil"
    write_paper(renstra(), documents)
    agreed = {"Prevalensi stunting": ("persen", "14,5"), "Angka harapan hidup": ("tahun", "71,8")}
    write_paper(agreement(agreed), documents)
    summary = again(documents, output)
    assert (summary.documents, summary.links, summary.unpaired) == (2, 2, 0)
    assert ask(output, "SELECT jenjang, kanan_dokumen, jumlah_tautan FROM pasangan") == [
        ("Renstra-PK", "PK Dinas Kesehatan 2027", 2)
    ]
    told = ask(
        output, "SELECT aturan, tahun, kiri_nilai, kanan_nilai, putusan FROM temuan WHERE aturan IN ('A14', 'D19')"
    )
    assert sorted(told) == [
        ("A14", 2027, '"Cakupan imunisasi dasar lengkap"', None, "tidak konsisten"),
        ("D19", 2027, "15,0 persen", "14,5 persen", "tidak konsisten"),
    ]
    # what a PK leaves out is no lost indicator of the plans, and the plans' matrix has no column for it
    assert ask(output, "SELECT count(*) FROM tanpa_padanan") == [(0,)]
    book = openpyxl.load_workbook(next((output / "laporan").glob("*.xlsx")), read_only=True)
    rows = book["Matriks Keselarasan"].iter_rows(values_only=True)
    cells = [str(cell) for row in rows for cell in row if cell]
    assert "Prevalensi stunting" in cells and not any("PK Dinas Kesehatan 2027" in cell for cell in cells)
