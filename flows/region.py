"""A region's own settings, `daerah.toml`: read, checked against the rule book, explained; and an example."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from rapidfuzz import process

from flows.toml_file import read_toml, validated
from models.document import Kind
from models.link import Severity
from models.region import Capacity, Milestone, Office, Region, usual_thresholds
from warehouse.rules import load_rules

_REMEDY = "Bandingkan dengan contohnya: selaras daerah --contoh"
_WORDS = {"K": "kritis", "M": "mayor", "m": "minor", "i": "info"}

_Text = Annotated[str, Field(min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Name(_Part):
    nama: _Text


class _Capacity(_Part):
    tahun: Annotated[int, Field(ge=2000, le=2100)]
    rupiah: Annotated[int, Field(gt=0)]
    sumber: _Text


class _Enactment(_Part):
    jenis: Literal["RPJMD", "Renstra", "RKPD", "Renja"]
    tahun: Annotated[int, Field(ge=2000, le=2100)]
    tanggal: date
    pd: _Text | None = None


class _Dates(_Part):
    pelantikan: date | None = None


class _Office(_Part):
    nama: _Text
    bidang_urusan: tuple[Annotated[str, Field(pattern=r"^\d\.\d\d$")], ...] = ()
    nama_lain: tuple[_Text, ...] = ()


class _File(_Part):
    daerah: _Name | None = None
    ambang: dict[str, float] = {}
    tingkat: dict[str, Severity] = {}
    dimatikan: dict[str, _Text] = {}
    tanggal: _Dates = _Dates()
    penetapan: tuple[_Enactment, ...] = ()
    kemampuan_keuangan: tuple[_Capacity, ...] = ()
    perangkat_daerah: tuple[_Office, ...] = ()

    @field_validator("ambang")
    @classmethod
    def _known_thresholds(cls, values: dict[str, float]) -> dict[str, float]:
        _all_known(values, [usual.key for usual in usual_thresholds()], "ambang")
        if wrong := [key for key, value in values.items() if value < 0]:
            raise ValueError(f"ambang tidak boleh negatif: {', '.join(wrong)}")
        return values

    @field_validator("tingkat", "dimatikan")
    @classmethod
    def _known_rules(cls, values: dict[str, str]) -> dict[str, str]:
        _all_known(values, [rule.id for rule in load_rules()], "aturan")
        return values

    @model_validator(mode="after")
    def _said_once(self) -> _File:
        for what, said in (
            ("kemampuan_keuangan tahun", [str(c.tahun) for c in self.kemampuan_keuangan]),
            ("perangkat_daerah", [o.nama.casefold() for o in self.perangkat_daerah]),
            ("penetapan", [f"{e.jenis} {e.tahun} {e.pd or ''}".strip() for e in self.penetapan]),
        ):
            if doubled := sorted({one for one in said if said.count(one) > 1}):
                raise ValueError(f"{what} disebut dua kali: {', '.join(doubled)}")
        return self


def _all_known(values: dict[str, float] | dict[str, str], known: list[str], what: str) -> None:
    for key in values:
        if key not in known:
            near = process.extractOne(key, known, score_cutoff=60)
            hint = f", mungkin maksudnya '{near[0]}'" if near else ""
            raise ValueError(f"{what} '{key}' tidak ada{hint}")


def load_region(path: Path) -> Region:
    """The settings in a file.

    Raises:
        SelarasError: NOT_FOUND or SETTINGS_INVALID, in words, with every wrong key.
    """
    said = validated(_File, read_toml(path), path, _REMEDY)
    inauguration = [Milestone("pelantikan", said.tanggal.pelantikan)] if said.tanggal.pelantikan else []
    return Region(
        name=said.daerah.nama if said.daerah else None,
        thresholds=said.ambang,
        severities=said.tingkat,
        off=said.dimatikan,
        capacity=tuple(Capacity(c.tahun, c.rupiah, c.sumber) for c in said.kemampuan_keuangan),
        milestones=(
            *inauguration,
            *(Milestone("penetapan", e.tanggal, Kind(e.jenis).value, e.tahun, e.pd) for e in said.penetapan),
        ),
        offices=tuple(Office(o.nama, o.bidang_urusan, o.nama_lain) for o in said.perangkat_daerah),
    )


def explained(region: Region) -> Iterator[str]:
    """What the settings mean, in Indonesian, one line each."""
    names = {rule.id: rule for rule in load_rules()}
    yield f"Daerah: {region.name or 'tidak disebut'}"
    changed = [usual for usual in usual_thresholds() if region.thresholds.get(usual.key, usual.value) != usual.value]
    yield f"Ambang yang diganti: {len(changed)}"
    for usual in changed:
        yield f"  {usual.key} = {region.thresholds[usual.key]:g} (bawaan {usual.value:g}): {usual.meaning}"
    yield f"Tingkat aturan yang diganti: {len(region.severities)}"
    for id_, severity in sorted(region.severities.items()):
        yield f"  {id_} {names[id_].name}: {_WORDS[severity]} (bawaan {_WORDS[names[id_].severity]})"
    yield f"Aturan yang dimatikan: {len(region.off)}"
    for id_, reason in sorted(region.off.items()):
        yield f"  {id_} {names[id_].name}: {reason}"
    yield f"Kemampuan keuangan: {len(region.capacity)} tahun"
    for c in sorted(region.capacity, key=lambda c: c.year):
        yield f"  {c.year}: Rp{c.rupiah:,}".replace(",", ".") + f" ({c.source})"
    yield f"Tanggal: {len(region.milestones)}"
    for m in region.milestones:
        what = " ".join(str(word) for word in (m.event, m.kind, m.office, m.year) if word)
        yield f"  {what}: {m.day.isoformat()}"
    yield f"Perangkat daerah: {len(region.offices) or 'tidak disebut'}"
    for office in region.offices:
        fields = f": bidang urusan {', '.join(office.fields)}" if office.fields else ""
        yield f"  {office.name}{fields}"


def example() -> str:
    """A `daerah.toml` to begin with: all thresholds as comments with their meaning."""
    lines = [
        "# Pengaturan daerah untuk Selaras. Simpan sebagai daerah.toml di folder dokumen, atau sebut di selaras.toml:",
        '#   daerah = "daerah.toml"',
        "# Periksa dengan: selaras daerah daerah.toml",
        "",
        "[daerah]",
        'nama = "Kota Harapan Jaya"',
        "",
        "# Angka pembanding; hapus tanda # untuk mengganti nilai bawaan.",
        "[ambang]",
    ]
    for usual in usual_thresholds():
        lines += [f"# {usual.meaning}", f"# {usual.key} = {usual.value:g}"]
    lines += [
        "",
        "# Tingkat aturan: K kritis, M mayor, m minor, i info (daftar aturan: selaras rules list).",
        "[tingkat]",
        '# D15 = "m"',
        "",
        "# Aturan yang tidak dijalankan, dengan alasannya.",
        "[dimatikan]",
        '# C04 = "satuan ditulis di nama indikator, kesepakatan dengan bagian organisasi"',
        "",
        "[tanggal]",
        "# pelantikan = 2025-02-20",
        "",
        "# [[penetapan]]",
        '# jenis = "RPJMD"',
        "# tahun = 2025",
        "# tanggal = 2025-08-19",
        "",
        "# [[kemampuan_keuangan]]",
        "# tahun = 2026",
        "# rupiah = 1_250_000_000_000",
        '# sumber = "RPJMD tabel 2.29, belanja daerah proyeksi"',
        "",
        "# [[perangkat_daerah]]",
        '# nama = "Dinas Kesehatan"',
        '# bidang_urusan = ["1.02"]',
        '# nama_lain = ["Dinkes"]',
        "",
    ]
    return "\n".join(lines)
