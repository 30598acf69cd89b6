"""The twelve papers: cover, contents, chapters and tables of each document, and the hand each office prints with."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from models.document import Kind
from samples.books import Book
from samples.facts import PLAN_YEAR, City
from samples.forms import (
    Style,
    cascade_table,
    goal_table,
    history_table,
    list_table,
    period_table,
    plain_table,
    policy_table,
    program_table,
    sipd_table,
    year_goal_table,
    year_list_table,
    yearly_table,
)
from samples.pages import Block, Contents, Cover, Heading, Mark, Paper, Text, Turn

COMMA = Style()
"""Typed in Word: decimal comma, unit in a column."""

FILES = {
    "rpjmd": "RPJMD Kota Harapan Jaya 2025-2029.pdf",
    "rkpd": "RKPD Kota Harapan Jaya 2026.pdf",
    "renstra-dinkes": "Renstra Dinas Kesehatan 2025-2029.pdf",
    "renja-dinkes": "Renja Dinas Kesehatan 2026.pdf",
    "renstra-disdikbud": "Renstra Dinas Pendidikan dan Kebudayaan 2025-2029.docx",
    "renja-disdikbud": "Renja Disdikbud 2026.pdf",
    "renstra-dlh": "Renstra DLH 2025-2029.pdf",
    "renja-dlh": "Renja DLH 2026.docx",
    "renstra-disnaker": "Renstra Disnakerkum 2025-2029.pdf",
    "renja-disnaker": "Renja Disnakerkum 2026.docx",
    "renstra-bapperida": "Renstra Bapperida 2025-2029.docx",
    "renja-bapperida": "Renja Bapperida 2026.pdf",
}


@cache
def _prose() -> dict[str, Any]:
    return tomllib.loads(files("samples").joinpath("prose.toml").read_text("utf-8"))


class _Writer:
    """Collects the blocks of one paper."""

    def __init__(self, book: Book, city: City) -> None:
        self.book, self.city = book, city
        self.part = _prose()[book.kind.value.lower()]
        self.blocks: list[Block] = []

    def fill(self, text: str) -> str:
        office = self.book.opd
        return text.format(
            city=self.city.name,
            year=PLAN_YEAR,
            office=office.name if office else "",
            short=office.short if office else "",
        )

    def add(self, *blocks: Block) -> None:
        self.blocks += blocks

    def chapter(self, roman: str, title: str) -> None:
        self.add(Turn(), Heading(f"BAB {roman}\n{title}", 1))

    def section(self, title: str, *keys: str) -> None:
        self.add(Heading(title, 2))
        for key in keys:
            self.paragraphs(key)

    def paragraphs(self, key: str) -> None:
        value = self.part[key]
        for text in [value] if isinstance(value, str) else value:
            self.add(Text(self.fill(text), indent=0))

    def numbered(self, items: list[str], letters: bool = False) -> None:
        for n, text in enumerate(items, 1):
            self.add(Text(self.fill(text), number=f"{chr(96 + n)}." if letters else f"{n}.", indent=12))

    def legal(self) -> None:
        self.add(Text("Landasan hukum penyusunan dokumen ini adalah:"))
        self.numbered(_prose()["dasar_hukum"]["items"])

    def plain(self, number: str, key: str, text: str) -> None:
        """A table of `prose.toml`, with its caption."""
        self.caption(number, text)
        part = self.part[key]
        self.add(plain_table(key, part["heads"], part["rows"], part["widths"]))

    def caption(self, number: str, text: str) -> None:
        self.add(Heading(f"Tabel {number}\n{self.fill(text)}", 4))

    def enacted(self, day: str) -> None:
        """Where and when the plan was enacted."""
        self.add(Text(f"Ditetapkan di Harapan Jaya pada tanggal {day}"))

    def paper(self, title: str, **more: Any) -> Paper:
        return Paper(FILES[self.book.key], title, tuple(self.blocks), **more)


def _rpjmd(book: Book, city: City) -> Paper:
    w = _Writer(book, city)
    w.add(
        Cover(
            (
                "RENCANA PEMBANGUNAN JANGKA MENENGAH DAERAH (RPJMD)",
                "KOTA HARAPAN JAYA",
                "TAHUN 2025-2029",
                "Peraturan Daerah Kota Harapan Jaya Nomor 6 Tahun 2025",
                "PEMERINTAH KOTA HARAPAN JAYA",
            )
        ),
        Turn(),
        Contents(),
    )
    w.chapter("I", "PENDAHULUAN")
    w.section("1.1 Latar Belakang", "latar")
    w.section("1.2 Dasar Hukum Penyusunan")
    w.legal()
    w.section("1.3 Hubungan Antardokumen", "hubungan")
    w.chapter("II", "GAMBARAN UMUM KONDISI DAERAH")
    w.section("2.1 Geografi, Demografi, dan Kesejahteraan Masyarakat", "gambaran")
    w.plain("2.1", "penduduk", "Jumlah Penduduk Menurut Kecamatan di {city} Tahun 2024")
    w.section("2.2 Kinerja Penyelenggaraan Urusan")
    w.caption("2.2", "Kinerja Tiap Urusan Pemerintahan {city} Tahun 2021-2024")
    w.add(history_table(book, Style(unit="kurung")))
    w.section("2.3 Gambaran Keuangan Daerah", "keuangan")
    w.plain("2.3", "apbd", "Proyeksi Anggaran Pendapatan dan Belanja Daerah {city} Tahun 2026-2030")
    w.section("2.4 Isu Strategis Daerah")
    w.numbered(w.part["isu"])
    w.chapter("III", "VISI, MISI, DAN PROGRAM PRIORITAS PEMBANGUNAN DAERAH")
    w.section("3.1 Visi", "visi")
    w.add(Text(f"“{city.visi}”", align="c", bold=True, mark=Mark("visi", "prosa")))
    w.section("3.2 Misi", "misi")
    w.numbered([f"{misi.text}." for misi in city.misi])
    w.section("3.3 Tujuan dan Sasaran", "tujuan")
    w.add(Turn(landscape=True))
    w.caption("3.1", "Target Kinerja Tujuan dan Sasaran Pembangunan {city} Tahun 2025-2029")
    w.add(goal_table(book, city, Style(unit="kurung"), "misi", size=7.5))
    w.add(Turn())
    w.section("3.4 Arah Kebijakan Pembangunan")
    w.numbered(w.part["arah"])
    w.section("3.5 Program Prioritas Pembangunan")
    w.add(Turn(landscape=True))
    w.caption("3.2", "Program Prioritas Pembangunan {city} Tahun 2025-2029")
    w.add(cascade_table(book, city))
    w.chapter("IV", "PROGRAM PERANGKAT DAERAH DAN KINERJA PENYELENGGARAAN PEMERINTAHAN DAERAH")
    w.section("4.1 Program Perangkat Daerah", "program")
    w.add(Turn(landscape=True))
    w.caption("4.1", "Program Perangkat Daerah dan Pagu Indikatif {city} Tahun 2026-2030")
    w.add(program_table(book, city, COMMA, size=6, office=True))
    w.add(Turn())
    w.section("4.2 Indikator Kinerja Utama", "iku")
    w.caption("4.2", "Indikator Kinerja Utama (IKU) {city} Tahun 2025-2030")
    w.add(list_table("iku", [("IKU", book.iku)], city, COMMA, size=7.5))
    w.section("4.3 Indikator Kinerja Daerah", "ikd")
    w.add(Turn(landscape=True))
    w.caption("4.3", "Indikator Kinerja Daerah (IKD) {city} Tahun 2025-2030")
    w.add(list_table("ikd", book.lists, city, Style(unit="kurung"), office=True, size=8, repeat=False))
    w.chapter("V", "PENUTUP")
    w.paragraphs("penutup")
    w.enacted("19 Agustus 2025")
    return w.paper(
        "RPJMD Kota Harapan Jaya Tahun 2025-2029", footer="Pemerintah Kota Harapan Jaya", page_number="Halaman {n}"
    )


def _rkpd(book: Book, city: City) -> Paper:
    w = _Writer(book, city)
    sipd = Style(point=True, unit="sel", code_columns=5)
    plain = Style(point=True)
    w.add(
        Cover(
            (
                "RENCANA KERJA PEMERINTAH DAERAH (RKPD)",
                "KOTA HARAPAN JAYA",
                "TAHUN 2026",
                "Peraturan Wali Kota Harapan Jaya Nomor 21 Tahun 2025",
                "PEMERINTAH KOTA HARAPAN JAYA",
            )
        ),
        Turn(),
        Contents(),
    )
    w.chapter("I", "PENDAHULUAN")
    w.section("1.1 Latar Belakang", "latar")
    w.section("1.2 Dasar Hukum")
    w.legal()
    w.chapter("II", "GAMBARAN UMUM KONDISI DAERAH")
    w.paragraphs("gambaran")
    w.chapter("III", "KERANGKA EKONOMI DAN KEUANGAN DAERAH")
    w.paragraphs("ekonomi")
    w.chapter("IV", "SASARAN DAN PRIORITAS PEMBANGUNAN DAERAH")
    w.section("4.1 Tujuan dan Sasaran Pembangunan", "sasaran")
    w.caption("4.1", "Tujuan dan Sasaran Pembangunan {city} Tahun {year}")
    w.add(year_goal_table(book, plain, past=True, size=7.5))
    w.section("4.2 Prioritas Pembangunan")
    w.numbered(w.part["prioritas"])
    w.chapter("V", "RENCANA KERJA DAN PENDANAAN DAERAH")
    w.paragraphs("program")
    w.add(Turn(landscape=True))
    w.caption("5.1", "Rumusan Program, Kegiatan, dan Subkegiatan {city} Tahun {year} dan Prakiraan Maju Tahun 2027")
    w.add(yearly_table(book, sipd, size=6, banner=True))
    w.chapter("VI", "KINERJA PENYELENGGARAAN PEMERINTAHAN DAERAH")
    w.paragraphs("kinerja")
    w.caption("6.1", "Indikator Kinerja Utama {city} Tahun {year}")
    w.add(year_list_table("iku", [("IKU", book.iku)], city, plain))
    w.caption("6.2", "Indikator Kinerja Daerah {city} Tahun {year}")
    w.add(year_list_table("ikd", book.lists, city, plain))
    w.chapter("VII", "PENUTUP")
    w.paragraphs("penutup")
    w.enacted("30 Juni 2025")
    return w.paper("RKPD Kota Harapan Jaya Tahun 2026", serif=True, ruling="isi", page_number="BAB {bab} - {n}")


def _renstra_cover(book: Book) -> Cover:
    office = book.opd
    assert office is not None
    return Cover(
        (
            "RENCANA STRATEGIS (RENSTRA)",
            office.name.upper(),
            "KOTA HARAPAN JAYA",
            "TAHUN 2025-2029",
            "Peraturan Wali Kota Harapan Jaya Nomor 34 Tahun 2025",
        )
    )


def _renstra(book: Book, city: City) -> Paper:
    """The same chapters for all offices; tables and print differ by office."""
    office = book.opd
    assert office is not None
    w = _Writer(book, city)
    w.add(_renstra_cover(book), Turn(), Contents())
    w.chapter("I", "PENDAHULUAN")
    w.section("1.1 Latar Belakang", "latar")
    w.section("1.2 Dasar Hukum Penyusunan")
    w.legal()
    w.chapter("II", "GAMBARAN PELAYANAN, PERMASALAHAN, DAN ISU STRATEGIS PERANGKAT DAERAH")
    w.section("2.1 Gambaran Pelayanan Perangkat Daerah", "pelayanan")
    if office.key in ("dinkes", "disdikbud"):
        w.plain("2.1", "pegawai", "Jumlah Pegawai {office} Menurut Pendidikan dan Golongan")
    w.section("2.2 Permasalahan dan Isu Strategis")
    w.numbered(w.part["permasalahan"])
    w.chapter("III", "TUJUAN, SASARAN, STRATEGI, DAN ARAH KEBIJAKAN")
    w.section("3.1 Tujuan dan Sasaran Renstra Perangkat Daerah", "tujuan")
    old = office.key == "disnaker"
    if old:
        w.add(Text(f"Tujuan {office.name} adalah:"))
        w.numbered([f"{goal.text};" for goal in book.goals if goal.kind == "tujuan"], letters=True)
        w.add(Text("Sasaran yang hendak dicapai adalah:"))
        w.numbered([f"{goal.text};" for goal in book.goals if goal.kind == "sasaran"], letters=True)
    goal_style = {
        "dinkes": Style(),
        "disdikbud": Style(unit="kurung"),
        "dlh": Style(percent=True),
        "disnaker": Style(unit="kurung"),
        "bapperida": Style(),
    }[office.key]
    w.add(Turn(landscape=True, rotated=office.key == "dlh"))
    w.caption("3.1", "Tujuan dan Sasaran Renstra {office} Tahun 2025-2029")
    w.add(goal_table(book, city, goal_style, "nspk", size=7 if office.key != "disnaker" else 7.5))
    w.add(Turn())
    w.section("3.2 Strategi dan Arah Kebijakan")
    w.numbered(w.part["strategi"])
    if old:
        w.caption("T-C.26", "Tujuan, Sasaran, Strategi, dan Arah Kebijakan {office}")
        w.add(policy_table(book, w.part["strategi"], w.part["kebijakan"]))
    w.chapter("IV", "PROGRAM, KEGIATAN, SUBKEGIATAN, DAN KINERJA PENYELENGGARAAN BIDANG URUSAN")
    w.section("4.1 Uraian Program, Kegiatan, dan Subkegiatan", "program")
    w.add(Turn(landscape=True))
    w.caption(
        "T-C.27" if old else "4.1",
        "Rencana Program, Kegiatan, Subkegiatan, dan Pendanaan {office} Tahun 2026-2030",
    )
    if office.key == "dinkes":
        w.add(program_table(book, city, Style(), size=5.8))
    elif office.key == "disdikbud":
        w.add(program_table(book, city, Style(unit="kurung"), size=6.5))
    elif office.key == "dlh":
        w.add(program_table(book, city, Style(code_columns=5, percent=True), size=5.8, repeat=False, outcome=False,
                            stacked=False))  # fmt: skip
    elif old:
        w.add(period_table(book, Style(million=True, unit="sel"), size=6))
    else:
        w.add(program_table(book, city, Style(unit="sel"), size=6.5, stacked=False))
    w.add(Turn())
    w.section("4.2 Kinerja Penyelenggaraan Bidang Urusan", "kinerja")
    final = office.key == "disdikbud"
    w.caption("4.2", "Indikator Kinerja Utama {office} Tahun 2025-2030")
    w.add(list_table("iku", [("IKU", book.iku)], city, goal_style, final=final, size=7.5))
    w.caption("4.3", "Indikator Kinerja Kunci {office} Tahun 2025-2030")
    w.add(list_table("ikk", book.lists, city, Style(percent=goal_style.percent), size=7.5))
    w.chapter("V", "PENUTUP")
    w.paragraphs("penutup")
    return w.paper(
        f"Renstra {office.name} Tahun 2025-2029",
        serif=office.key in ("dlh", "disnaker"),
        ruling="isi" if office.key == "dinkes" else "garis",
        footer=f"{office.short} Kota Harapan Jaya",
    )


def _renja(book: Book, city: City) -> Paper:
    office = book.opd
    assert office is not None
    w = _Writer(book, city)
    w.add(
        Cover(
            (
                "RENCANA KERJA (RENJA)",
                office.name.upper(),
                "KOTA HARAPAN JAYA",
                "TAHUN 2026",
                "Keputusan Wali Kota Harapan Jaya Nomor 118 Tahun 2025",
            )
        ),
        Turn(),
    )
    w.chapter("I", "PENDAHULUAN")
    w.section("1.1 Latar Belakang", "latar")
    w.section("1.2 Landasan Hukum")
    w.legal()
    w.chapter("II", "HASIL EVALUASI RENJA PERANGKAT DAERAH TAHUN LALU")
    w.paragraphs("evaluasi")
    if office.key == "disdikbud":
        w.plain("2.1", "serapan", "Realisasi Anggaran {office} Tahun 2024")
    w.chapter("III", "TUJUAN DAN SASARAN PERANGKAT DAERAH")
    w.paragraphs("tujuan")
    w.caption("3.1", "Tujuan dan Sasaran {office} Tahun {year}")
    point = office.key == "dinkes"
    style = Style(point=point, unit="kurung" if office.key == "disdikbud" else "kolom")
    w.add(year_goal_table(book, style, past=False, quoted=office.key == "disdikbud"))
    w.chapter("IV", "RENCANA KERJA DAN PENDANAAN PERANGKAT DAERAH")
    w.paragraphs("program")
    w.add(Turn(landscape=True))
    w.caption(
        "4.1" if office.key in ("dinkes", "bapperida") else "T-C.33",
        "Rumusan Rencana Program, Kegiatan, dan Subkegiatan {office} Tahun {year} dan Prakiraan Maju Tahun 2027",
    )
    if office.key in ("dinkes", "bapperida"):
        w.add(sipd_table(book, city, Style(point=point, unit="sel"), size=5.6))
    elif office.key == "disdikbud":
        w.add(yearly_table(book, Style(unit="sel", code_columns=4, percent=True), size=6.5, repeat=False))
    elif office.key == "dlh":
        w.add(yearly_table(book, Style(unit="sel"), size=7))
    else:
        w.add(yearly_table(book, Style(), size=7))
    w.chapter("V", "PENUTUP")
    w.paragraphs("penutup")
    return w.paper(
        f"Renja {office.name} Tahun 2026", serif=office.key == "disdikbud", ruling="isi" if point else "garis",
        footer=f"{office.short} Kota Harapan Jaya",
    )  # fmt: skip


def make_paper(book: Book, city: City) -> Paper:
    """The paper of one book."""
    write = {Kind.RPJMD: _rpjmd, Kind.RKPD: _rkpd, Kind.RENSTRA: _renstra, Kind.RENJA: _renja}[book.kind]
    return write(book, city)
