"""What a pair is to each other (sama, berubah), and the reasons in a reviewer's words."""

from __future__ import annotations

from alignment.features import Evidence
from alignment.normalise import NameParts
from alignment.row import AlignRow
from models.decision import Answer, Decision
from models.link import Relation


def changes(left: AlignRow, right: AlignRow, a: NameParts, b: NameParts, evidence: Evidence) -> tuple[str, ...]:
    """What was changed from left to right: words, measure, unit. Empty when only the writing differs.

    Case, punctuation, slips, written-out abbreviations, official second names, unit notation and targets printed in the
    name are writing; targets that differ are another matter (rules D01 to D04).
    """
    diff, values = evidence.difference, evidence.values
    found: list[str] = []
    if diff.left_only and diff.right_only:
        found.append(f"kata berganti: “{' '.join(diff.left_only)}” menjadi “{' '.join(diff.right_only)}”")
    elif diff.left_only:
        found.append(f"kata dihapus: “{' '.join(diff.left_only)}”")
    elif diff.right_only:
        found.append(f"kata ditambah: “{' '.join(diff.right_only)}”")
    for kind, pairs in (("bentuk kata berubah", diff.forms), ("kata sepadan", diff.synonyms)):
        found += [f"{kind}: “{x}” menjadi “{y}”" for x, y in pairs]
    if diff.reordered and not found:
        found.append("urutan kata berubah")
    if (a.verb or b.verb) and a.verb != b.verb:
        found.append(f"kata kerja di depan nama: “{a.verb or '-'}” menjadi “{b.verb or '-'}”")
    if a.measure != b.measure and (a.measure or b.measure) and not diff.synonyms:
        found.append(f"ukuran berbeda: {a.measure or 'tidak disebut'}, {b.measure or 'tidak disebut'}")
    if values["satuan_beda"]:
        found.append(f"satuan berbeda: {left.unit}, {right.unit}")
    return tuple(found)


def relation(changed: tuple[str, ...]) -> Relation:
    """Sama when nothing but the writing differs."""
    return Relation.BERUBAH if changed else Relation.SAMA


def decided_relation(said: Decision, changed: tuple[str, ...]) -> Relation:
    """The relation that a reviewer named; of a plain "ya" what the writing says."""
    return relation(changed) if said.answer is Answer.YES else Relation(said.answer.value)


def decided_by(said: Decision) -> str:
    """Who made the link, when and why."""
    return f"diputuskan {said.by}, {said.at[:10]}: {said.answer.value} ({said.reason})"


def supports(left: AlignRow, right: AlignRow, a: NameParts, b: NameParts, evidence: Evidence) -> tuple[str, ...]:
    """What speaks for the pair."""
    diff, values = evidence.difference, evidence.values
    found: list[str] = []
    if values["nama_penuh"]:
        opened = [short for short in dict.fromkeys((*a.abbreviations, *b.abbreviations)) if _only_one(short, a, b)]
        if diff.slips:
            found.append("nama sama selain ejaan: " + ", ".join(f"{x}/{y}" for x, y in diff.slips))
        elif opened:
            found.append(f"nama sama setelah singkatan {', '.join(opened)} dibuka")
        elif left.name.casefold() == right.name.casefold():
            found.append("nama sama")
        else:
            found.append("nama sama selain cara menulisnya")
    else:
        found.append(f"{values['nama']:.0%} kata nama sama")
    found += [f"singkatan {x if x.isupper() else y} sama dengan kepanjangannya" for x, y in diff.acronyms]
    if a.target != b.target:
        found.append(f"target di dalam nama: {a.target or b.target}")
    if values["kode_sama"]:
        found.append(f"kode sama {right.code}")
    if values["rujukan_sama"]:
        found.append(f"indikator resmi yang sama: {right.reference}")
    if values["program_sama"]:
        found.append("nama program sama")
    if values["deret_sama"]:
        found.append("deret target sama: " + ", ".join(str(year) for year in evidence.years_equal))
    if evidence.budget_years:
        found.append("pagu sama: " + ", ".join(str(year) for year in evidence.budget_years))
    return tuple(found)


def _only_one(short: str, a: NameParts, b: NameParts) -> bool:
    return (short in a.abbreviations) != (short in b.abbreviations)


def doubts(left: AlignRow, right: AlignRow, evidence: Evidence) -> tuple[str, ...]:
    """What speaks against a pair and keeps it from being sure."""
    values = evidence.values
    found: list[str] = []
    if values["kode_beda"]:
        found.append(f"kode program berbeda: {left.code}, {right.code}")
    if values["opd_beda"]:
        found.append(f"perangkat daerah berbeda: {left.opd}, {right.opd}")
    if values["deret_beda"]:
        found.append("target berbeda: " + ", ".join(str(year) for year in evidence.years_different))
    if values["perubahan_beda"]:
        found.append("satu mengukur kenaikan atau penurunan, yang lain besarnya")
    if values["keluaran_hasil"]:
        found.append("mungkin keluaran dan hasil dari hal yang sama")
    if values["tingkat_jauh"]:
        found.append(f"tingkat berbeda: {left.level or 'tidak disebut'}, {right.level or 'tidak disebut'}")
    return tuple(found)
