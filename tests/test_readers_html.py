"""Exports that are called .xls and are web pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.extract import extract_file
from extractors.readers.read import read_layout
from models.errors import ErrorCode, SelarasError

EXPORT = """<html><head><title>x</title><style>td {border: 1px}</style></head><body>
<h3>RENCANA KERJA DINAS SOSIAL KOTA HARAPAN JAYA TAHUN 2026</h3>
<table border=1>
<tr><th rowspan=2>Kode</th><th rowspan=2>Program</th><th rowspan="2">Indikator Program</th>
<th colspan=2>Tahun 2026</th></tr>
<tr><th>Target</th><th>Pagu (Rp)</th></tr>
<tr><td rowspan=2>1.06.02</td><td rowspan=2>Program Pemberdayaan<br>Sosial</td><td>Persentase PSKS – aktif</td>
<td>75,5%</td><td>1.250.000.000</td></tr>
<tr><td>Jumlah PSKS<!-- catatan --> terlatih</td><td>120 <b>Orang</b></td><td></td></tr>
</table><script>var a = "<td>99</td>"</script> Dicetak dari sistem </body></html>"""


@pytest.mark.parametrize("text", [EXPORT, EXPORT[EXPORT.index("<table") :]], ids=["halaman", "tabel saja"])
def test_the_table_is_read_as_the_spreadsheet_shows_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "renja dinas sosial 2026.xls"
    path.write_text(text, encoding="utf-8")
    (table,) = read_layout(path).tables()
    assert (table.rows, table.columns) == (4, 5)
    places = {(cell.row, cell.column): (cell.row_span, cell.col_span, cell.text) for cell in table.cells}
    assert places[0, 3] == (1, 2, "Tahun 2026") and places[1, 4] == (1, 1, "Pagu (Rp)")
    assert places[2, 1] == (2, 1, "Program Pemberdayaan\nSosial") and places[3, 2] == (1, 1, "Jumlah PSKS terlatih")
    found = extract_file(path)
    assert [(r.name, r.code, r.targets[2026].raw, r.evidence.row) for r in found.indicators] == [
        ("Persentase PSKS – aktif", "1.06.02", "75,5%", 3),
        ("Jumlah PSKS terlatih", "1.06.02", "120 Orang", 4),
    ]
    assert found.indicators[0].budgets[2026].rupiah == 1_250_000_000
    assert [problem.code for problem in found.problems] == [ErrorCode.WRONG_EXTENSION]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("unduhan.xls", "<html><body><table><tr><td>404</td></tr></table></body></html>"),
        ("renja.pdf", EXPORT),
        ("kosong.xls", "<html>"),
    ],
)
def test_other_web_pages_are_told(tmp_path: Path, name: str, body: str) -> None:
    path = tmp_path / name
    path.write_text(body, encoding="utf-8")
    with pytest.raises(SelarasError) as failure:
        read_layout(path)
    assert failure.value.problem.code is ErrorCode.WRONG_EXTENSION and "halaman web" in failure.value.problem.message
