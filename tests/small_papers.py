"""A city of two small documents, an RPJMD (PDF) and a Renstra (Word), whose target for 2027 differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from flows.settings import Publishing, Reading, Settings
from samples.pages import Block, Cell, Cover, Heading, Paper, Piece, Table, Text, Turn
from samples.pdf import typeset_pdf
from samples.word import typeset_word

YEARS = range(2025, 2031)
CITY = "Kota Harapan Jaya"
OFFICE = "Dinas Kesehatan"
TARGETS: dict[str, tuple[str, Sequence[str]]] = {
    "Prevalensi stunting": ("persen", ("18,2", "17,0", "16,0", "15,0", "14,0", "13,0", "12,0")),
    "Angka harapan hidup": ("tahun", ("71,2", "71,4", "71,6", "71,8", "72,0", "72,2", "72,4")),
    "Cakupan imunisasi dasar lengkap": ("persen", ("85,0", "87,0", "89,0", "91,0", "93,0", "95,0", "96,0")),
}
"""Indicator -> unit and values: the base year 2024, then the targets of YEARS."""


def with_target(name: str, year: int, value: str) -> dict[str, tuple[str, Sequence[str]]]:
    """TARGETS with one other value."""
    unit, values = TARGETS[name]
    changed = list(values)
    changed[1 + year - YEARS.start] = value
    return {**TARGETS, name: (unit, tuple(changed))}


def _cell(text: str, cols: int = 1, rows: int = 1) -> Cell:
    return Cell((Piece(text),), cols, rows)


def goal_table(
    lead: str,
    targets: Mapping[str, tuple[str, Sequence[str]]] = TARGETS,
    goal: str = "Meningkatnya derajat kesehatan",
) -> Table:
    """Tujuan, sasaran and their indicators by year; `goal` is the tujuan, `lead` the sasaran."""
    names = ("NO", "TUJUAN", "SASARAN", "INDIKATOR", "SATUAN", "BASELINE 2024")
    header = (
        (*(_cell(name, rows=2) for name in names), _cell("TARGET TAHUN", cols=len(YEARS))),
        tuple(_cell(str(year)) for year in YEARS),
    )
    rows = len(targets)
    body: list[tuple[Cell, ...]] = []
    for number, (name, (unit, values)) in enumerate(targets.items()):
        first = (_cell("1", rows=rows), _cell(goal, rows=rows), _cell(lead, rows=rows)) if number == 0 else ()
        body.append((*first, _cell(name), _cell(unit), *(_cell(value) for value in values)))
    return Table("sasaran", (16, 84, 84, 100, 40, 44, *[38] * len(YEARS)), header, tuple(body))


def rpjmd(targets: Mapping[str, tuple[str, Sequence[str]]] = TARGETS) -> Paper:
    """A regional plan of three pages."""
    blocks: tuple[Block, ...] = (
        Cover(("RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH (RPJMD)", CITY.upper(), "TAHUN 2025-2029")),
        Turn(),
        Heading("BAB III\nVISI, MISI, DAN PROGRAM PRIORITAS PEMBANGUNAN DAERAH", 1),
        Heading("3.3 Tujuan dan Sasaran"),
        Text("Tujuan dan sasaran pembangunan daerah diukur dengan indikator pada tabel berikut."),
        Turn(landscape=True),
        Heading(f"Tabel 3.1\nTarget Kinerja Tujuan dan Sasaran Pembangunan {CITY} Tahun 2025-2029", 4),
        goal_table("Meningkatnya kualitas kesehatan masyarakat", targets),
    )
    return Paper("rpjmd.pdf", f"RPJMD {CITY} Tahun 2025-2029", blocks)


def renstra(targets: Mapping[str, tuple[str, Sequence[str]]] = TARGETS) -> Paper:
    """The strategic plan of the health office."""
    blocks: tuple[Block, ...] = (
        Cover(("RENCANA STRATEGIS (RENSTRA)", OFFICE.upper(), CITY.upper(), "TAHUN 2025-2029")),
        Turn(),
        Heading("BAB III\nTUJUAN, SASARAN, STRATEGI, DAN ARAH KEBIJAKAN", 1),
        Heading("3.1 Tujuan dan Sasaran Renstra Perangkat Daerah"),
        Turn(landscape=True),
        Heading(f"Tabel 3.1\nTujuan dan Sasaran Renstra {OFFICE} Tahun 2025-2029", 4),
        goal_table("Meningkatnya kualitas kesehatan masyarakat", targets),
    )
    return Paper("renstra.docx", f"Renstra {OFFICE} Tahun 2025-2029", blocks)


def agreement(targets: Mapping[str, tuple[str, str]], year: int = 2027) -> Paper:
    """The performance agreement (PK) of the health office: indicator -> unit and target of the year."""
    header = (tuple(map(_cell, ("NO", "SASARAN STRATEGIS", "INDIKATOR KINERJA", "SATUAN", "TARGET"))),)
    body: list[tuple[Cell, ...]] = []
    for number, (name, (unit, value)) in enumerate(targets.items()):
        lead = "Meningkatnya kualitas kesehatan masyarakat"
        first = (_cell("1", rows=len(targets)), _cell(lead, rows=len(targets))) if number == 0 else ()
        body.append((*first, _cell(name), _cell(unit), _cell(value)))
    blocks: tuple[Block, ...] = (
        Cover((f"PERJANJIAN KINERJA TAHUN {year}", OFFICE.upper(), CITY.upper())),
        Turn(),
        Heading(f"Perjanjian Kinerja Tahun {year}\n{OFFICE} {CITY}", 4),
        Table("sasaran", (20, 150, 180, 60, 60), header, tuple(body)),
    )
    return Paper("pk.docx", f"Perjanjian Kinerja {OFFICE} Tahun {year}", blocks)


def write_paper(paper: Paper, folder: Path, name: str | None = None) -> Path:
    """Typeset a paper as its file name says."""
    path = folder / (name or paper.file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes((typeset_word if paper.file.endswith(".docx") else typeset_pdf)(paper).data)
    return path


def write_two(folder: Path) -> tuple[Path, Path]:
    """The RPJMD and a Renstra with another target for stunting in 2027."""
    return (
        write_paper(rpjmd(), folder),
        write_paper(renstra(with_target("Prevalensi stunting", 2027, "15,5")), folder),
    )


def settings_for(source: Path, output: Path, seconds: float = 120.0, retries: int = 0, keep: int = 14) -> Settings:
    """Settings with one worker process: starting one costs more than reading these files."""
    return Settings(
        sumber=source,
        hasil=output,
        baca=Reading(proses=1, batas_detik=seconds, percobaan_ulang=retries),
        terbit=Publishing(simpan_rilis=keep),
    )
