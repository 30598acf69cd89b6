"""Settings of a run: sensible without a file, one TOML file when an office wants its own.

# selaras.toml
sumber = "dokumen"            # folder, or a dokumen.csv manifest; relative to this file
hasil  = "hasil"              # where the release, cache and reports go
daerah = "daerah.toml"        # thresholds, severities, dates, offices of the region (flows.region); optional
[baca]
proses = 2                    # worker processes
batas_detik = 900             # per document
percobaan_ulang = 1
batas_unduhan_mb = 200
[jadwal]
cron = "0 1 * * *"
zona_waktu = "Asia/Jakarta"   # or Asia/Makassar, Asia/Jayapura
[terbit]
simpan_rilis = 14
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, Field, field_validator

from flows.processes import usual_processes
from flows.toml_file import failure, read_toml, validated
from models.errors import ErrorCode

DEFAULT_OUTPUT = Path("hasil")
OUTPUT_VARIABLE = "SELARAS_HASIL"
REGION_FILE = "daerah.toml"


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Reading(_Part):
    """How files are read. `batas_detik` is the time limit of one document, `proses` the worker processes."""

    proses: Annotated[int, Field(ge=1, le=64)] = usual_processes()
    batas_detik: Annotated[float, Field(gt=0)] = 900.0
    percobaan_ulang: Annotated[int, Field(ge=0, le=5)] = 1
    batas_unduhan_mb: Annotated[int, Field(ge=1)] = 200


class Schedule(_Part):
    """When the nightly flow runs: a cron expression in a time zone."""

    cron: str = "0 1 * * *"
    zona_waktu: str = "Asia/Jakarta"

    @field_validator("zona_waktu")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError(
                f"zona waktu {name!r} tidak dikenal; pakai misalnya Asia/Jakarta, Asia/Makassar, Asia/Jayapura"
            ) from error
        return name


class Publishing(_Part):
    """How many releases are kept."""

    simpan_rilis: Annotated[int, Field(ge=1)] = 14


class Settings(_Part):
    """Everything a run needs to know. Paths are absolute after loading."""

    sumber: Path
    hasil: Path = DEFAULT_OUTPUT
    daerah: Path | None = None
    baca: Reading = Reading()
    jadwal: Schedule = Schedule()
    terbit: Publishing = Publishing()

    @property
    def cache(self) -> Path:
        """Extractions by content hash and extractor version."""
        return self.hasil / "cache"

    @property
    def downloads(self) -> Path:
        """Files fetched from web addresses."""
        return self.hasil / "unduhan"

    @property
    def work(self) -> Path:
        """Databases being written; never opened by a reader."""
        return self.hasil / "kerja"

    @property
    def reports(self) -> Path:
        """Workbooks."""
        return self.hasil / "laporan"

    @property
    def references(self) -> Path:
        """Official lists that were loaded (room `reference`): no run writes there."""
        return references_folder(self.hasil)

    @property
    def review(self) -> Path:
        """What reviewers decided, and weights learned from it: no run writes there."""
        return review_folder(self.hasil)


def review_folder(output: Path) -> Path:
    """`Settings.review` of a folder of results."""
    return output / "keputusan"


def references_folder(output: Path) -> Path:
    """`Settings.references` of a folder of results."""
    return output / "rujukan"


def default_output() -> Path:
    """Where results are looked for when no folder is named: $SELARAS_HASIL, else `hasil` in the current folder."""
    return Path(os.environ.get(OUTPUT_VARIABLE) or DEFAULT_OUTPUT)


def load_settings(source: Path, output: Path | None = None, workers: int | None = None) -> Settings:
    """Settings for a folder, a manifest (.csv) or a settings file (.toml).

    Args:
        source: what the user named.
        output: overrides `hasil`.
        workers: overrides `baca.proses`.

    Raises:
        SelarasError: NOT_FOUND or SETTINGS_INVALID, with the line's name and the remedy in Indonesian.
    """
    if not source.exists():
        raise failure(
            ErrorCode.NOT_FOUND,
            f"{source} tidak ada.",
            "Periksa ejaan nama folder, dokumen.csv, atau berkas pengaturan .toml.",
        )
    values: dict[str, object] = {"sumber": source}
    base = Path.cwd()
    if source.suffix.lower() == ".toml":
        base = source.resolve().parent
        values = read_toml(source)
    settings = validated(Settings, values, source, "Bandingkan dengan contoh di README bagian Pengaturan.")
    folder = (base / settings.sumber).resolve()
    changes: dict[str, object] = {
        "sumber": folder,
        "hasil": (Path.cwd() / output if output else base / _default(settings)).resolve(),
    }
    if settings.daerah or (named := _beside(folder)):
        changes["daerah"] = (base / settings.daerah).resolve() if settings.daerah else named
    if workers:
        changes["baca"] = settings.baca.model_copy(update={"proses": workers})
    settings = settings.model_copy(update=changes)
    if not settings.sumber.exists():
        raise failure(
            ErrorCode.NOT_FOUND,
            f"Sumber {settings.sumber} yang disebut di {source} tidak ada.",
            "Perbaiki 'sumber'.",
        )
    return settings


def _beside(source: Path) -> Path | None:
    """The region's file in the folder of documents (or of the manifest), when there is one."""
    path = (source if source.is_dir() else source.parent) / REGION_FILE
    return path if path.is_file() else None


def _default(settings: Settings) -> Path:
    return settings.hasil if "hasil" in settings.model_fields_set else default_output()
