"""What became of each table and row, for who asks why: filled while a document is read, only when it is handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from extractors.tables.columns import Column
from extractors.tables.stitch import Chain
from models.indicator import Indicator

Place: TypeAlias = tuple[int | None, int, int]
"""Page, number of the table, row in its grid."""


class Fate(StrEnum):
    """What a row gave, or why it gave no record; said as the reader of a report needs it."""

    RECORD = "rekaman indikator"
    CONTINUES = "sambungan: melanjutkan indikator di atasnya"
    TAIL = "sambungan: ujung teks baris di atasnya atau di halaman sebelumnya"
    CONTEXT = "nama program/kegiatan atau tujuan/sasaran: menjadi konteks baris di bawahnya"
    GOAL = "judul tujuan/sasaran atau bagian: menjadi konteks baris di bawahnya"
    HEADING = "judul selebar tabel tanpa nilai"
    HEADER = "kepala tabel"
    HEADER_AGAIN = "kepala tabel atau nomor kolom yang diulang"
    TOTAL = "baris jumlah"
    BLANK = "baris kosong"
    NO_INDICATOR = "tidak ada indikator yang mulai di baris ini"
    NO_WORDS = "ditolak: isi kolom indikator bukan kata-kata"
    INPUT = "ditolak: baris masukan (input)"
    OTHER_COLUMN = "ditolak: nilainya milik kolom indikator lain di baris ini"
    GROUP_HEAD = "ditolak: judul kelompok tanpa nilai, butirnya di baris berikut"
    UNREADABLE = "ditolak: nilai tidak cocok dengan kolomnya; kolom tidak dapat dipisahkan"


@dataclass(slots=True)
class ChainTrace:
    """One chain: its tables, its columns as they were understood, and why it was not read (None when it was)."""

    chain: Chain
    columns: Sequence[Column]
    reason: str | None = None


@dataclass(slots=True)
class Trace:
    """The story of one document's tables.

    Attributes:
        chains: all chains in reading order.
        rows: what became of each row; several entries where one cell stacks several indicators.
        records: the records that begin in a row.
    """

    chains: list[ChainTrace] = field(default_factory=list)
    rows: dict[Place, list[Fate]] = field(default_factory=dict)
    records: dict[Place, list[Indicator]] = field(default_factory=dict)

    def row(self, place: Place, fate: Fate) -> None:
        """Note what became of a row."""
        self.rows.setdefault(place, []).append(fate)

    def record(self, place: Place, indicator: Indicator | None) -> None:
        """Note the record of a row; None when it was dropped after its table was read."""
        if indicator is not None:
            self.records.setdefault(place, []).append(indicator)
            return
        fates = self.rows[place]
        fates[fates.index(Fate.RECORD)] = Fate.GROUP_HEAD
