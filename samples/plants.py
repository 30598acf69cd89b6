"""The planted inconsistencies: small changes on single documents' copies of the facts, and decoys that are none.

Each `Plant` says which rule it is planted for and which other rules may lawfully speak up because of it; what exactly
must be found is derived in `samples.consequences`. A `Decoy` changes a document too, but no rule may report it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from models.indicator import ItemLevel, Level
from samples.books import Book, Item, Row
from samples.facts import BASE_YEAR, Value, parse_value


class Change(Protocol):
    """A change on one book."""

    @property
    def book(self) -> str:
        """Key of the book it changes."""

    def apply(self, books: Mapping[str, Book]) -> None:
        """Make the change in place."""


@dataclass(frozen=True, slots=True)
class Values:
    """Other numbers for an indicator, in all its rows of the book or only in one table.

    Attributes:
        book, measure: whose rows.
        years: new targets by year, as text with a decimal comma.
        baseline, final: new values of these columns.
        table: only rows of this table ("tujuan", "iku", "ikd", "ikk", "program").
        code: only rows under this code.
    """

    book: str
    measure: str
    years: Mapping[int, str] | None = None
    baseline: str | None = None
    final: str | None = None
    table: str | None = None
    code: str | None = None

    def apply(self, books: Mapping[str, Book]) -> None:
        """Set the values."""
        for row in _rows(books[self.book], self.measure, self.table, self.code):
            if row.table in ("kaskade", "riwayat"):
                continue  # printed without targets
            for year, text in (self.years or {}).items():
                if year not in row.targets:
                    raise KeyError(f"{row.id} has no {year}")
                row.targets[year] = parse_value(text)
            if self.baseline is not None:
                row.baseline = parse_value(self.baseline)
            if self.final is not None:
                row.final = parse_value(self.final)


@dataclass(frozen=True, slots=True)
class Quote:
    """Another target of the Renstra than it has, quoted in a Renja's table of tujuan and sasaran."""

    book: str
    measure: str
    value: str

    def apply(self, books: Mapping[str, Book]) -> None:
        """Set the quoted target."""
        for row in _rows(books[self.book], self.measure, "tujuan", None):
            row.quoted = parse_value(self.value)


@dataclass(frozen=True, slots=True)
class Word:
    """Another name or unit for an indicator (`unit=""` prints none)."""

    book: str
    measure: str
    name: str | None = None
    unit: str | None = None
    table: str | None = None
    code: str | None = None

    def apply(self, books: Mapping[str, Book]) -> None:
        """Set name and unit."""
        for row in _rows(books[self.book], self.measure, self.table, self.code):
            row.name = self.name or row.name
            if self.unit is not None:
                row.unit = self.unit or None


@dataclass(frozen=True, slots=True)
class Forget:
    """An indicator left out of the book (of one table, or of all)."""

    book: str
    measure: str
    table: str | None = None
    code: str | None = None

    def apply(self, books: Mapping[str, Book]) -> None:
        """Drop its rows, and goals that have none left."""
        book = books[self.book]
        gone = {id(row) for row in _rows(book, self.measure, self.table, self.code)}
        for rows in (
            *(g.rows for g in book.goals),
            *(i.rows for i in book.items),
            book.iku,
            *(r for _, r in book.lists),
        ):
            rows[:] = [row for row in rows if id(row) not in gone]
        book.goals[:] = [goal for goal in book.goals if goal.rows or goal.kind in ("misi", "tujuan")]


@dataclass(frozen=True, slots=True)
class Replace:
    """An indicator replaced by another one with other numbers."""

    book: str
    measure: str
    name: str
    unit: str
    years: Mapping[int, str]
    code: str | None = None

    def apply(self, books: Mapping[str, Book]) -> None:
        """Put the other indicator into the same rows."""
        for row in _rows(books[self.book], self.measure, None, self.code):
            row.measure = row.name = self.name
            row.unit = self.unit
            row.targets = {year: parse_value(self.years[year]) for year in row.targets}
            row.baseline = row.final = None


@dataclass(frozen=True, slots=True)
class Add:
    """One more indicator under an item."""

    book: str
    code: str
    name: str
    unit: str
    years: Mapping[int, str]
    baseline: str | None = None

    def apply(self, books: Mapping[str, Book]) -> None:
        """Append the row."""
        item = books[self.book].item(self.code)
        item.rows.append(_new_row(item, self.name, self.unit, self.years, self.baseline))


@dataclass(frozen=True, slots=True)
class Remove:
    """A program, kegiatan or sub kegiatan left out with all below it; the sums above follow."""

    book: str
    code: str

    def apply(self, books: Mapping[str, Book]) -> None:
        """Drop the item."""
        book = books[self.book]
        item = book.item(self.code)
        parent = _parent(book, item)
        gone = {item.id}
        for other in book.items:
            if other.parent in gone:
                gone.add(other.id)
        book.items[:] = [other for other in book.items if other.id not in gone]
        _add_up(book, parent)


@dataclass(frozen=True, slots=True)
class Insert:
    """An item that no other document has, under `parent`, with one indicator; the sums above follow."""

    book: str
    parent: str
    level: ItemLevel
    code: str
    name: str
    pagu: Mapping[int, int]
    indicator: str
    unit: str
    years: Mapping[int, str]
    baseline: str | None = None
    outcome: str | None = None

    def apply(self, books: Mapping[str, Book]) -> None:
        """Insert the item after its last sibling."""
        book = books[self.book]
        parent = book.item(self.parent)
        item = Item(self.level, self.code, self.name, parent.opd, parent.id, dict(self.pagu), outcome=self.outcome)
        item.rows.append(_new_row(item, self.indicator, self.unit, self.years, self.baseline))
        family = {parent.id}
        place = book.items.index(parent)
        for index, other in enumerate(book.items):
            if other.parent in family:
                family.add(other.id)
                place = index
        book.items.insert(place + 1, item)
        _add_up(book, parent)


@dataclass(frozen=True, slots=True)
class Pagu:
    """Another amount for an item and year; the sums above follow unless `alone`."""

    book: str
    code: str
    year: int
    rupiah: int
    alone: bool = False

    def apply(self, books: Mapping[str, Book]) -> None:
        """Set the amount."""
        book = books[self.book]
        item = book.item(self.code)
        item.pagu[self.year] = self.rupiah
        if not self.alone:
            _add_up(book, _parent(book, item))


@dataclass(frozen=True, slots=True)
class Code:
    """Another printed code for an item; `deep` also for all below it."""

    book: str
    code: str
    new: str
    deep: bool = False

    def apply(self, books: Mapping[str, Book]) -> None:
        """Set the code."""
        book = books[self.book]
        old = book.item(self.code)
        for item in book.items:
            if item is old or (self.deep and item.code.startswith(self.code + ".") and item.opd == old.opd):
                was = item.id
                item.code = self.new + item.code.removeprefix(self.code)
                for row in item.rows:
                    row.code = item.code
                for other in book.items:
                    if other.parent == was:
                        other.parent = item.id


def _rows(book: Book, measure: str, table: str | None, code: str | None) -> list[Row]:
    found = [
        row
        for row in book.rows()
        if row.measure == measure and table in (None, row.table) and (code is None or row.code == code)
    ]
    if not found:
        raise KeyError(f"{book.key}: {measure}")
    return found


def _new_row(item: Item, name: str, unit: str, years: Mapping[int, str], baseline: str | None) -> Row:
    targets: dict[int, Value] = {year: parse_value(text) for year, text in years.items()}
    first = parse_value(baseline) if baseline else None
    return Row("program", Level(item.level.value), name, name, unit, item.code, item.opd, item.name, first, targets)


def _parent(book: Book, item: Item) -> Item | None:
    return next((other for other in book.items if other.id == item.parent), None)


def _add_up(book: Book, item: Item | None) -> None:
    """Sum children into `item` and all above it."""
    while item is not None:
        children = book.children(item)
        if children:
            item.pagu = {year: sum(child.pagu[year] for child in children) for year in item.pagu}
            if item.final_pagu is not None:
                item.final_pagu = sum(child.final_pagu or 0 for child in children)
        item = _parent(book, item)


@dataclass(frozen=True, slots=True)
class Plant:
    """One planted inconsistency.

    Attributes:
        id: P01 ...
        rule: the rule it is planted for.
        text: Indonesian, what the office did wrong.
        changes: on which documents.
        also: other rules that lawfully report consequences of it.
    """

    id: str
    rule: str
    text: str
    changes: tuple[Change, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoy:
    """A difference that is no inconsistency; `rules` must stay silent about it."""

    id: str
    rules: tuple[str, ...]
    text: str
    changes: tuple[Change, ...] = ()


def _gone(renstra: str, measure: str) -> tuple[Change, ...]:
    """An indicator that the office carries neither in its Renstra nor in its Renja."""
    return (Forget(f"renstra-{renstra}", measure), Forget(f"renja-{renstra}", measure))


PLANTS: tuple[Plant, ...] = (
    Plant("P01", "A01", "Renstra DLH tidak memuat indikator sasaran RPJMD tentang emisi gas rumah kaca.",
          _gone("dlh", "Penurunan Intensitas Emisi Gas Rumah Kaca")),
    Plant("P02", "A01", "Renstra Bapperida tidak memuat indikator tujuan RPJMD Laju Pertumbuhan Ekonomi.",
          _gone("bapperida", "Laju Pertumbuhan Ekonomi")),
    Plant("P03", "A02",
          "Program 2.11.08 ditugaskan RPJMD kepada DLH tetapi tidak ada di Renstra DLH; Renja DLH memuatnya.",
          (Remove("renstra-dlh", "2.11.08"),), ("A11",)),
    Plant("P04", "A02", "RPJMD memuat program koperasi 2.17.06 yang tidak ada di Renstra Disnakerkum maupun RKPD.",
          (Insert("rpjmd", "2.17", ItemLevel.PROGRAM, "2.17.06", "Program Pemberdayaan dan Perlindungan Koperasi",
                  {2026: 412_000_000, 2027: 428_500_000, 2028: 445_000_000, 2029: 463_000_000, 2030: 481_500_000},
                  "Persentase Koperasi Sehat", "Persen",
                  {2026: "42,5", 2027: "45,0", 2028: "47,5", 2029: "50,0", 2030: "52,5"}, "38,0",
                  "Meningkatnya kesehatan koperasi"),), ("A05",)),
    Plant("P05", "A03", "Renstra Dinkes hanya memuat dua dari tiga indikator program 1.02.02.",
          (Forget("renstra-dinkes", "Persentase Ibu Hamil yang Mendapatkan Pelayanan Kesehatan Sesuai Standar"),)),
    Plant("P06", "A03", "Renstra Disdikbud tidak memuat indikator partisipasi PAUD dari program 1.01.02.",
          (Forget("renstra-disdikbud", "Angka Partisipasi Kasar Pendidikan Anak Usia Dini"),)),
    Plant("P07", "A05", "RKPD tidak memuat program 2.16.02 Diskominfo yang direncanakan RPJMD untuk 2026.",
          (Remove("rkpd", "2.16.02"),)),
    Plant("P08", "A05", "RKPD tidak memuat program cagar budaya 2.22.05 yang direncanakan RPJMD untuk 2026.",
          (Remove("rkpd", "2.22.05"),), ("A09",)),
    Plant("P09", "A08", "Renja Dinkes melewatkan sub kegiatan pelayanan hipertensi yang ada di RKPD dan Renstra.",
          (Remove("renja-dinkes", "1.02.02.2.02.0008"),), ("A10", "E02")),
    Plant("P10", "A08", "Renja Disnakerkum melewatkan kegiatan pembinaan LPK swasta yang ada di RKPD dan Renstra.",
          (Remove("renja-disnaker", "2.07.03.2.02"),), ("A10", "E02")),
    Plant("P11", "A10",
          "RKPD dan Renja Bapperida tidak memuat kegiatan riset sosial yang direncanakan Renstra untuk 2026.",
          (Remove("rkpd", "5.05.02.2.02"), Remove("renja-bapperida", "5.05.02.2.02")), ("E02",)),
    Plant("P12", "A11", "Renja Bapperida memuat sub kegiatan pembinaan data yang tidak ada di Renstra.",
          (Insert("renja-bapperida", "5.01.02.2.02", ItemLevel.SUBKEGIATAN, "5.01.02.2.02.0002",
                  "Pembinaan dan Pemanfaatan Data dan Informasi Perencanaan Pembangunan Perangkat Daerah",
                  {2026: 84_500_000, 2027: 88_000_000}, "Jumlah Orang yang Dibina dalam Pemanfaatan Data dan Informasi",
                  "Orang", {2025: "30", 2026: "35", 2027: "40"}),), ("A09", "E02")),
    Plant("P13", "A11", "Renja Disnakerkum memuat kegiatan pelindungan pekerja migran yang tidak ada di Renstra.",
          (Insert("renja-disnaker", "2.07.04", ItemLevel.KEGIATAN, "2.07.04.2.04",
                  "Pelindungan PMI (Pra dan Purna Penempatan) di Daerah Kabupaten/Kota",
                  {2026: 96_000_000, 2027: 100_500_000}, "Persentase Calon Pekerja Migran yang Terlindungi", "Persen",
                  {2026: "100", 2027: "100"}),
           Insert("renja-disnaker", "2.07.04.2.04", ItemLevel.SUBKEGIATAN, "2.07.04.2.04.0001",
                  "Peningkatan Pelindungan dan Kompetensi Calon Pekerja Migran Indonesia",
                  {2026: 96_000_000, 2027: 100_500_000}, "Jumlah Calon Pekerja Migran yang Dilatih", "Orang",
                  {2026: "40", 2027: "42"})), ("A09", "E02")),
    Plant("P14", "B01", "Renja DLH mengganti indikator kegiatan pengelolaan sampah dengan indikator lain.",
          (Replace("renja-dlh", "Cakupan Layanan Pengangkutan Sampah", "Jumlah Armada Pengangkut yang Beroperasi",
                  "Unit",
                   {2026: "31", 2027: "33"}),)),
    Plant("P15", "B01", "Renja Bapperida menambah indikator program yang tidak ada di Renstra maupun RKPD.",
          (Add("renja-bapperida", "5.05.02", "Jumlah Peneliti Mitra dari Perguruan Tinggi", "Orang",
               {2025: "9", 2026: "14", 2027: "17"}),)),
    Plant("P16", "B03", "Tabel IKD RPJMD menulis target Tingkat Kemiskinan 2027 lain dari tabel sasaran.",
          (Values("rpjmd", "Tingkat Kemiskinan", {2027: "5,75"}, table="ikd"),)),
    Plant("P17", "B03", "Tabel IKK Renstra Dinkes menulis target tuberkulosis 2028 lain dari tabel program.",
          (Values("renstra-dinkes", "Cakupan Penemuan dan Pengobatan Kasus Tuberkulosis",
                  {2028: "93,00"}, table="ikk"),)),
    Plant("P18", "C02",
          "Renstra dan Renja Disnakerkum mengukur rasio kewirausahaan pemuda, RPJMD dan RKPD kewirausahaan daerah.",
          (Word("renstra-disnaker", "Rasio Kewirausahaan Daerah", "Rasio Kewirausahaan Pemuda Daerah"),
           Word("renja-disnaker", "Rasio Kewirausahaan Daerah", "Rasio Kewirausahaan Pemuda Daerah"))),
    Plant("P19", "C02", "Renja Disdikbud mempersempit indikator sertifikasi guru menjadi guru PAUD.",
          (Word("renja-disdikbud", "Persentase Guru Bersertifikat Pendidik",
                  "Persentase Guru PAUD Bersertifikat Pendidik"),)),
    Plant("P20", "C03", "Renja Disnakerkum menulis satuan lowongan sebagai Orang.",
          (Word("renja-disnaker", "Jumlah Lowongan Kerja yang Terinformasikan", unit="Orang"),)),
    Plant("P21", "C03", "Renstra Bapperida menulis satuan jumlah inovasi sebagai Persen.",
          (Word("renstra-bapperida", "Jumlah Inovasi Daerah yang Terdaftar", unit="Persen"),)),
    Plant("P22", "C04", "Tabel IKK Renstra Disdikbud tidak memberi satuan kualifikasi guru.",
          (Word("renstra-disdikbud", "Persentase Guru Berkualifikasi Minimal S1/D-IV", unit=""),)),
    Plant("P23", "C04", "Renja Disnakerkum tidak memberi satuan jumlah perselisihan yang dicegah.",
          (Word("renja-disnaker", "Jumlah Perselisihan yang Dicegah", unit=""),)),
    Plant("P24", "D01", "RKPD menulis target Usia Harapan Hidup 2026 lebih tinggi daripada RPJMD.",
          (Values("rkpd", "Usia Harapan Hidup", {2026: "74,95"}),), ("D04",)),
    Plant("P25", "D01", "RKPD menulis target ruang terbuka hijau 2026 lebih rendah daripada RPJMD.",
          (Values("rkpd", "Persentase Ruang Terbuka Hijau Publik terhadap Luas Kota", {2026: "11,90"}),), ("D04",)),
    Plant("P26", "D01", "RKPD menulis target jalan mantap 2026 lebih rendah daripada RPJMD.",
          (Values("rkpd", "Persentase Jalan Kota dalam Kondisi Mantap", {2026: "85,40"}),)),
    Plant("P27", "D02", "Renstra Disdikbud menulis target Harapan Lama Sekolah 2028 dan 2029 lain dari RPJMD.",
          (Values("renstra-disdikbud", "Harapan Lama Sekolah", {2028: "13,89", 2029: "13,99"}),)),
    Plant("P28", "D02", "Renstra Disnakerkum menulis target pengangguran 2030 lain dari RPJMD.",
          (Values("renstra-disnaker", "Tingkat Pengangguran Terbuka", {2030: "5,60"}),)),
    Plant("P29", "D02", "Renstra Dinkes menulis target kelurahan siaga 2027 lain dari RPJMD.",
          (Values("renstra-dinkes", "Persentase Kelurahan Siaga Aktif Mandiri", {2027: "59,5"}),), also=("D05",)),
    Plant("P30", "D03", "Renja Dinkes menaikkan target tenaga puskesmas 2026.",
          (Values("renja-dinkes", "Persentase Puskesmas dengan Tenaga Kesehatan Sesuai Standar",
                  {2026: "72,5"}),), ("D04",)),
    Plant("P31", "D03", "Renja DLH menurunkan target kelompok peduli sampah 2026.",
          (Values("renja-dlh",
                  "Jumlah Masyarakat, Kelompok Masyarakat atau Para Pihak Lainnya yang Terlibat Aktif dalam Kegiatan "
                  "Pengelolaan Sampah Berbasis Masyarakat",
                  {2026: "45"}),), ("D04",)),
    Plant("P32", "D03", "Renja Bapperida menaikkan target keselarasan Renstra 2026.",
          (Values("renja-bapperida", "Persentase Keselarasan Renstra Perangkat Daerah terhadap RPJMD",
                  {2026: "93,00"}),)),
    Plant("P33", "D06", "Renstra DLH menulis kondisi awal sampah terkelola lain dari RPJMD.",
          (Values("renstra-dlh", "Persentase Sampah Terkelola", baseline="86,20"),)),
    Plant("P34", "D06", "Renstra Bapperida menulis kondisi awal pemanfaatan riset lain dari RPJMD.",
          (Values("renstra-bapperida", "Persentase Hasil Riset yang Dimanfaatkan dalam Kebijakan", baseline="50,0"),)),
    Plant("P35", "D08", "Renstra Disnakerkum: kondisi akhir penyelesaian perselisihan bukan target 2030.",
          (Values("renstra-disnaker", "Persentase Perselisihan Hubungan Industrial yang Diselesaikan", final="94,5"),)),
    Plant("P36", "D08",
          "Renstra Disdikbud: kondisi akhir Indeks Pembangunan Kebudayaan pada tabel IKU bukan target 2030.",
          (Values("renstra-disdikbud", "Indeks Pembangunan Kebudayaan", final="57,60", table="iku"),)),
    Plant("P37", "D09", "RPJMD: target sertifikasi aset tanah turun pada 2029 padahal seharusnya naik.",
          (Values("rpjmd", "Persentase Aset Tanah yang Bersertifikat", {2029: "64,0"}),)),
    Plant("P38", "D09", "Renstra Dinkes: target akreditasi paripurna turun pada 2029.",
          (Values("renstra-dinkes", "Persentase Puskesmas Terakreditasi Paripurna", {2029: "66,9"}),)),
    Plant("P39", "D14", "RPJMD: target layanan digital 2030 tertulis 880 persen.",
          (Values("rpjmd", "Persentase Layanan Publik yang Terintegrasi Secara Digital", {2030: "880"}),),
          also=("D12",)),
    Plant("P40", "D14", "Renstra Bapperida: target aspirasi musrenbang 2030 tertulis 615 persen.",
          (Values("renstra-bapperida", "Persentase Aspirasi Musrenbang yang Terakomodasi", {2030: "615,0"}),),
          also=("D12",)),
    Plant("P41", "D15", "Renstra Dinkes: target sarana kefarmasian 2028 kosong.",
          (Values("renstra-dinkes", "Persentase Sarana Kefarmasian yang Memenuhi Persyaratan Perizinan",
                  {2028: "-"}),)),
    Plant("P42", "D15", "RPJMD: target perlindungan sosial 2028 sampai 2030 hanya kata meningkat.",
          (Values("rpjmd", "Persentase Keluarga Miskin yang Menerima Perlindungan Sosial",
                  {2028: "Meningkat", 2029: "Meningkat", 2030: "Meningkat"}),)),
    Plant("P43", "E01", "RPJMD memberi program hubungan industrial 2027 pagu yang lain dari Renstra.",
          (Pagu("rpjmd", "2.07.05", 2027, 279_500_000),)),
    Plant("P44", "E01", "Renstra Dinkes menaikkan pagu peningkatan kompetensi 2029 di atas RPJMD.",
          (Pagu("renstra-dinkes", "1.02.03.2.03.0001", 2029, 905_085_000),)),
    Plant("P45", "E02", "RKPD memberi ruang kelas baru SD pagu yang lebih kecil daripada Renja dan RPJMD.",
          (Pagu("rkpd", "1.01.02.2.01.0047", 2026, 5_420_000_000),)),
    Plant("P46", "E02", "Renja DLH memberi pengelolaan RTH pagu yang lebih besar daripada RKPD dan Renstra.",
          (Pagu("renja-dlh", "2.11.04.2.01.0004", 2026, 4_175_000_000),)),
    Plant("P47", "E03", "RPJMD: pagu bidang urusan sosial 2027 bukan jumlah programnya.",
          (Pagu("rpjmd", "1.06", 2027, 14_912_300_000, alone=True),)),
    Plant("P48", "E03", "Renstra Disdikbud: pagu kegiatan PAUD 2028 bukan jumlah sub kegiatannya.",
          (Pagu("renstra-disdikbud", "1.01.02.2.03.0013", 2028, 1_040_255_000, alone=True),)),
    Plant("P49", "F02", "Renja Dinkes mencetak kode sub kegiatan balita di bawah kegiatan yang salah.",
          (Code("renja-dinkes", "1.02.02.2.02.0004", "1.02.02.2.05.0004"),)),
    Plant("P50", "F02",
          "Renstra Disdikbud mencetak kode sub kegiatan rehabilitasi ruang kelas di bawah program yang salah.",
          (Code("renstra-disdikbud", "1.01.02.2.01.0051", "1.01.04.2.01.0051"),)),
    Plant("P51", "H01", "Tabel IKU RPJMD menulis target stunting 2028 lain dari tabel sasaran.",
          (Values("rpjmd", "Prevalensi Stunting", {2028: "12,10"}, table="iku"),)),
    Plant("P52", "H01", "Tabel IKU Renstra DLH menulis target timbulan sampah 2029 lain dari tabel sasaran.",
          (Values("renstra-dlh", "Timbulan Sampah per Kapita", {2029: "0,64"}, table="iku"),)),
    Plant("P53", "A04", "Renstra DLH memuat program penghargaan lingkungan hidup yang tidak ada di RPJMD.",
          (Insert("renstra-dlh", "2.11", ItemLevel.PROGRAM, "2.11.09",
                  "Program Penghargaan Lingkungan Hidup untuk Masyarakat",
                  {2026: 0, 2027: 120_000_000, 2028: 125_000_000, 2029: 130_000_000, 2030: 135_500_000},
                  "Persentase Kelurahan yang Meraih Penghargaan Lingkungan", "Persen",
                  {2027: "12,5", 2028: "18,0", 2029: "23,5", 2030: "29,0"}, "8,0",
                  "Meningkatnya peran masyarakat dalam pelestarian lingkungan"),
           Insert("renstra-dlh", "2.11.09", ItemLevel.KEGIATAN, "2.11.09.2.01",
                  "Pemberian Penghargaan Lingkungan Hidup Tingkat Daerah Kabupaten/Kota",
                  {2026: 0, 2027: 120_000_000, 2028: 125_000_000, 2029: 130_000_000, 2030: 135_500_000},
                  "Jumlah Penghargaan Lingkungan yang Diberikan", "Penghargaan",
                  {2027: "4", 2028: "6", 2029: "8", 2030: "10"}),
           Insert("renstra-dlh", "2.11.09.2.01", ItemLevel.SUBKEGIATAN, "2.11.09.2.01.0001",
                  "Penilaian Kinerja Masyarakat/Lembaga Masyarakat/Dunia Usaha/Dunia Pendidikan/Filantropi dalam PPLH",
                  {2026: 0, 2027: 120_000_000, 2028: 125_000_000, 2029: 130_000_000, 2030: 135_500_000},
                  "Jumlah Lembaga yang Dinilai", "Lembaga", {2027: "20", 2028: "24", 2029: "28", 2030: "32"}))),
    Plant("P54", "A07", "RKPD tidak memuat IKU RPJMD Harapan Lama Sekolah.",
          (Forget("rkpd", "Harapan Lama Sekolah"),)),
    Plant("P55", "B06", "Renstra Bapperida menyalin indikator sasaran Indeks Inovasi Daerah ke program risetnya.",
          (Add("renstra-bapperida", "5.05.02", "Indeks Inovasi Daerah", "Poin",
               {2025: "57,80", 2026: "59,40", 2027: "61,10", 2028: "62,90", 2029: "64,80", 2030: "66,80"}, "56,30"),)),
    Plant("P56", "C01", "Renja Dinkes salah eja: Presentase, Kefarmsian; bukan rumusan lain, bukan indikator baru.",
          (Word("renja-dinkes", "Persentase Sarana Kefarmasian yang Memenuhi Persyaratan Perizinan",
                "Presentase Sarana Kefarmsian yang Memenuhi Persyaratan Perizinan"),)),
    Plant("P57", "H08", "Renja Disdikbud mengutip target Renstra 2026 Indeks Pembangunan Kebudayaan dari tahun 2027.",
          (Quote("renja-disdikbud", "Indeks Pembangunan Kebudayaan", "54,60"),)),
)  # fmt: skip

DECOYS: tuple[Decoy, ...] = (
    Decoy("U01", ("D01", "D04"), "RKPD membulatkan 71,36 menjadi 71,4.",
          (Values("rkpd", "Persentase Fasilitas Pelayanan Kesehatan yang Memenuhi Standar Sarana dan Prasarana",
                  {2026: "71,4"}),)),
    Decoy("U03", ("C03",), "Renstra DLH dan Renja Disdikbud menulis %, dokumen lain Persen."),
    Decoy("U04", ("C02", "A01"), "RKPD menyingkat SAKIP dan SPBE yang ditulis lengkap di RPJMD.",
          (Word("rkpd", "Nilai Sistem Akuntabilitas Kinerja Instansi Pemerintah Kota", "Nilai SAKIP Kota"),
           Word("rkpd", "Indeks Sistem Pemerintahan Berbasis Elektronik", "Indeks SPBE"))),
    Decoy("U05", ("D08",), "Renstra Disnakerkum: kondisi akhir usaha mikro naik kelas adalah jumlah lima tahun.",
          (Values("renstra-disnaker", "Jumlah Usaha Mikro yang Naik Kelas Menjadi Usaha Kecil", final="200"),)),
    Decoy("U06", ("D14",), "Pertumbuhan nilai transaksi digital di atas 100 persen adalah mungkin."),
    Decoy("U07", ("D02", "D03"), "Renstra Disdikbud menulis 50 untuk 50,0.",
          (Values("renstra-disdikbud", "Persentase Objek Pemajuan Kebudayaan yang Dikembangkan", {2027: "50"}),)),
    Decoy("U08", ("B03",), "Jumlah ruang kelas baru tercetak di bawah SD dan SMP dengan target masing-masing."),
    Decoy("U09", ("D15", "D09"), "Opini WTP adalah nilai, bukan kata kosong."),
    Decoy("U10", ("D09",), "Stunting, pengangguran, dan timbulan sampah memang harus turun."),
    Decoy("U11", ("A02", "A08", "A10", "A11", "E03", "F02"), "Renja Bapperida mencetak kode penunjang X.XX.01.",
          (Code("renja-bapperida", "5.01.01", "X.XX.01", deep=True),)),
    Decoy("U12", ("D06",), "Renstra Dinkes memberi kondisi awal kematian ibu dari tahun 2023 dengan keterangan tahun.",
          (Values("renstra-dinkes", "Angka Kematian Ibu per 100.000 Kelahiran Hidup", baseline="118,90 (2023)"),)),
    Decoy("U13", ("E02",), "Renja Disdikbud menghitung ulang prakiraan maju 2027; hanya tahun 2026 yang dibandingkan.",
          (Pagu("renja-disdikbud", "1.01.02.2.03.0013", 2027, 950_000_000),)),
    Decoy("U14", ("D04", "D01"), "RKPD dan Renja Dinkes memakai titik desimal dan koma ribuan."),
)  # fmt: skip


def plant(books: Mapping[str, Book], plants: tuple[Plant | Decoy, ...]) -> None:
    """Make the changes of `plants` in place, in order."""
    for one in plants:
        for change in one.changes:
            change.apply(books)


__all__ = ["BASE_YEAR", "DECOYS", "PLANTS", "Decimal", "Plant", "plant"]
