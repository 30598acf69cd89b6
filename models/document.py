"""Files, what they are (kind, region, OPD, period, stage), and the documents they make up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar


class Kind(StrEnum):
    """Kind of planning document; the last seven are side evidence (Permendagri 86/2017, PermenPANRB 53/2014)."""

    RPJMD = "RPJMD"
    RKPD = "RKPD"
    RENSTRA = "Renstra"
    RENJA = "Renja"
    IKU = "IKU"
    PK = "PK"
    LKJIP = "LKjIP"
    EVALUASI_RENJA = "Evaluasi Renja"
    CASCADING = "Cascading"
    LAINNYA = "Lainnya"
    """Recognised as something else, or as nothing."""


class Stage(StrEnum):
    """How far a document has come."""

    RANCANGAN = "rancangan"
    PENETAPAN = "penetapan"
    PERUBAHAN = "perubahan"


class Format(StrEnum):
    """File format by content, not by name."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    DOC = "doc"
    XLS = "xls"
    RTF = "rtf"
    ODT = "odt"
    ODS = "ods"
    ZIP = "zip"
    OTHER = "lain"


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Claim(Generic[T]):
    """One thing said about a document, with how sure we are (0 to 1) and why (Indonesian, names the place)."""

    value: T
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says it is. Every part may be unknown (value None)."""

    kind: Claim[Kind]
    region: Claim[str | None]
    opd: Claim[str | None]
    first_year: Claim[int | None]
    last_year: Claim[int | None]
    stage: Claim[Stage | None]
    title: str | None = None
    chapter: int | None = None
    """Roman or Arabic number of the BAB when the file holds only one chapter of a document, else None."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it was found. `path` is relative to the run's folder or an http(s) address.

    A file of an archive has the archive's name in front of its own: "renstra.zip/BAB III.pdf".
    """

    sha256: str
    name: str
    path: str
    size: int
    format: Format


@dataclass(frozen=True, slots=True)
class Document:
    """One planning document, made of one or more files (chapters), in reading order.

    Attributes:
        id: content id of kind, region, opd, years and stage; of the file's hash when the kind is unknown.
    """

    id: str
    kind: Kind
    region: str | None
    opd: str | None
    first_year: int | None
    last_year: int | None
    stage: Stage | None
    title: str | None
    confidence: float
    reason: str
    files: tuple[SourceFile, ...]
