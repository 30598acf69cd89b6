"""What speaks for and against two rows being the same indicator, as named numbers between 0 and 1 (or small counts)."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from rapidfuzz import fuzz

from alignment.difference import Difference, difference
from alignment.normalise import NameParts
from alignment.offices import COLLECTIVE, same_office
from alignment.row import AlignRow
from models.codes import Numbering, is_child, parse_code, same_code
from models.indicator import ItemLevel
from models.units import Unit, UnitKind

FEATURES = (
    "nama", "nama_penuh", "ganti", "kata_ganti", "tambah", "kata_sepakat", "bentuk_kata",
    "ukuran_sama", "ukuran_beda", "perubahan_beda", "kualifikasi",
    "satuan_sama", "satuan_beda",
    "kode_sama", "kode_induk", "kode_beda", "program_sama", "program_beda", "induk_sama",
    "opd_sama", "opd_beda",
    "deret_sama", "deret_tetap", "deret_beda", "pagu_sama",
    "tingkat_jauh",
    "keluaran_hasil",
    "rujukan_sama",
)  # fmt: skip
"""Names of the features, in the order of the weights. `nama`: share of words that agree; `ganti`, `tambah`: shares that
were exchanged or stand on one side only; `kata_ganti` number of exchanged words; the rest as named."""


@dataclass(frozen=True, slots=True)
class NameEvidence:
    """What two names and their units say about each other: the same for all rows that bear them."""

    values: Mapping[str, float]
    difference: Difference


@dataclass(frozen=True, slots=True)
class RowEvidence:
    """What two rows say about each other beside their names."""

    values: Mapping[str, float]
    years_equal: tuple[int, ...] = ()
    years_different: tuple[int, ...] = ()
    budget_years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A candidate pair with what was found out about it: every name of `FEATURES` with a number, and the details."""

    values: Mapping[str, float]
    difference: Difference
    years_equal: tuple[int, ...] = ()
    years_different: tuple[int, ...] = ()
    budget_years: tuple[int, ...] = ()


def evidence(names: NameEvidence, rows: RowEvidence) -> Evidence:
    """All that speaks for and against a pair."""
    values = {**names.values, **rows.values}
    return Evidence(values, names.difference, rows.years_equal, rows.years_different, rows.budget_years)


def compare_names(a: NameParts, b: NameParts, left: Unit | None, right: Unit | None) -> NameEvidence:
    """Hold two names against each other.

    Args:
        a: the parts of the left name.
        b: the parts of the right name.
        left: the left row's unit in canonical form, None when none is printed.
        right: the right row's unit.
    """
    diff = difference(a, b)
    measures = _measures(a, b, diff)
    units = _units(left, right, a, b)
    if measures["ukuran_beda"]:
        units["satuan_beda"] /= 2  # a count and a share cannot have one unit
    exchanged_words = min(len(diff.left_only), len(diff.right_only))
    agreed_words = (len(a.tokens) - len(diff.left_only) + len(b.tokens) - len(diff.right_only)) / 2
    words = max(1, min(len(a.tokens), len(b.tokens)))
    values = {
        "nama": diff.alike,
        "nama_penuh": float(bool(a.tokens) and not diff.left_only and not diff.right_only),
        "ganti": diff.exchanged,
        "kata_ganti": min(3, exchanged_words) / 3,
        "tambah": diff.added,
        "kata_sepakat": min(4.0, agreed_words) / 4,
        "bentuk_kata": min(1.0, (len(diff.forms) + len(diff.synonyms)) / words),
        **measures,
        "perubahan_beda": _change(a, b),
        "kualifikasi": float(a.numbers != b.numbers or one_sided(a, b, NARROWING)),
        **units,
    }
    return NameEvidence(values, diff)


def compare_rows(left: AlignRow, right: AlignRow, names: NameEvidence) -> RowEvidence:
    """Hold codes, offices, statements, numbers and levels of two rows against each other."""
    other_unit = names.values["satuan_beda"] >= (0.5 if names.values["ukuran_beda"] else 1)
    series = _NO_SERIES if other_unit else _series(left.targets, right.targets)
    apart = level_distance(left.level, right.level)
    budgets = _equal_years(left.budgets, right.budgets)
    codes = _codes(left.code, right.code)
    here, there = left.context, right.context
    programs = _statements(here.program, there.program) if codes is None else -1.0
    parents = max(
        _statements(here.sasaran, there.sasaran),
        _statements(here.tujuan, there.tujuan),
        _statements(here.sasaran, there.tujuan),
    )
    one_office = left.opd == right.opd or same_office(left.opd, right.opd)
    values = {
        "kode_sama": float(codes == "sama"),
        "kode_induk": float(codes == "induk"),
        "kode_beda": float(codes == "beda"),
        "program_sama": float(programs >= 0.9),
        "program_beda": float(0 <= programs < 0.6),
        "induk_sama": float(parents >= 0.85),
        "opd_sama": float(one_office and left.opd != COLLECTIVE != right.opd),
        "opd_beda": float(bool(left.opd and right.opd) and not one_office),
        "deret_sama": series.moving,
        "deret_tetap": series.flat,
        "deret_beda": series.different,
        "pagu_sama": float(bool(budgets)),
        "tingkat_jauh": min(3, apart) / 3,
        "keluaran_hasil": float(bool(apart) and names.values["ukuran_beda"] > 0),
        # every kecamatan has the same official outputs: only within one office do they tell anything
        "rujukan_sama": float(
            one_office
            and bool(left.opd and right.opd)
            and COLLECTIVE not in (left.opd, right.opd)
            and left.reference is not None
            and left.reference == right.reference
        ),
    }
    return RowEvidence(values, series.equal_years, series.different_years, budgets)


def parted(left: AlignRow, right: AlignRow) -> bool:
    """Whether two rows stand under different programs or offices (`kode_beda`, `opd_beda`)."""
    other_office = bool(left.opd and right.opd) and not same_office(left.opd, right.opd)
    return other_office or _codes(left.code, right.code) == "beda"


# ---- numbers


@dataclass(frozen=True, slots=True)
class _Series:
    moving: float = 0.0
    flat: float = 0.0
    different: float = 0.0
    equal_years: tuple[int, ...] = ()
    different_years: tuple[int, ...] = ()


_NO_SERIES = _Series()
_COARSEST = Decimal("0.05")
"""Half a unit of the first decimal: numbers farther apart are never equal after rounding."""


def _series(left: Mapping[int, Decimal | None], right: Mapping[int, Decimal | None]) -> _Series:
    """Targets of shared years. A series that moves (12,5; 14; 20) is evidence; 100; 100; 100 is next to none."""
    equal: list[int] = []
    different: list[int] = []
    if not left or not right:
        return _NO_SERIES
    for year in sorted(left.keys() & right.keys()):
        x, y = left[year], right[year]
        if x is None or y is None or (not x and not y):
            continue
        (equal if equal_numbers(x, y) else different).append(year)
    seen = {left[year] for year in equal}
    moving = len(seen) >= 2 and len(equal) >= 2 and not different
    telling = len(equal) == 1 and not different and any(_is_telling(x) for x in seen)
    return _Series(
        moving=1.0 if moving else 0.5 if telling else 0.0,
        flat=float(bool(equal) and not different and not moving and not telling),
        different=len(different) / max(1, len(equal) + len(different)),
        equal_years=tuple(equal),
        different_years=tuple(different),
    )


def _is_telling(value: Decimal | None) -> bool:
    """Whether a lone number is seldom met by chance: three digits that count, 17,35 or 25.550, not 100 or 5."""
    return value is not None and len("".join(map(str, value.normalize().as_tuple().digits))) >= 3


def equal_numbers(x: Decimal, y: Decimal) -> bool:
    """Equal after rounding to the coarser of both printed precisions."""
    if x == y:
        return True
    if abs(x - y) > _COARSEST:
        return False
    decimals = min(_decimals(x), _decimals(y))
    return decimals > 0 and abs(x - y) <= Decimal("0.5").scaleb(-decimals)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _equal_years(left: Mapping[int, Decimal | None], right: Mapping[int, Decimal | None]) -> tuple[int, ...]:
    if not left or not right:
        return ()
    return tuple(sorted(y for y in left.keys() & right.keys() if left[y] and left[y] == right[y]))


# ---- measure, unit, qualifiers


def _measures(a: NameParts, b: NameParts, diff: Difference) -> dict[str, float]:
    """Measure words; those behind unified words of one meaning where the names agree only then."""
    (m, f), (n, g) = (a.measure, a.family), (b.measure, b.family)
    if diff.synonyms:
        (m, f), (n, g) = a.concept_measure, b.concept_measure
    same = m == n if m and n else False
    other = float(bool(m and n and f != g))
    if {f, g} == {"jumlah", "indeks"}:
        other *= 2  # a count may become a share, never a grade
    return {"ukuran_sama": float(same), "ukuran_beda": other}


def _change(a: NameParts, b: NameParts) -> float:
    """A growth or a fall against the thing itself (0.5), against each other (1). Verbs in front do not count."""
    x = None if a.verb else a.change
    y = None if b.verb else b.change
    if x == y:
        return 0.0
    if x and y:
        return 1.0
    verb_change = b.change if x else a.change
    return 0.0 if verb_change and verb_change == (x or y) else 0.5


NARROWING = frozenset({"umur", "jenis kelamin", "penduduk sasaran", "jenjang sekolah", "kumulatif atau tahunan"})
"""Contrast sets whose words, on one side only, make a narrower population of the same statistic."""
OUTPUTS = frozenset({"wujud keluaran"})
"""Contrast sets whose words, on one side only, make another output: the paper on a thing, the meeting on it."""
LEFT_OUT = frozenset({"wilayah", "rata-rata atau jumlah"})
"""Contrast sets whose words are often left out without a change of meaning."""


def one_sided(a: NameParts, b: NameParts, kinds: Set[str] | None = None) -> bool:
    """Whether one name has a word of a contrast set of which the other has none.

    `kinds` are the sets that count; None: all but those whose words are often left out.
    """
    sides = []
    if a.numbers and a.numbers == b.numbers:
        return False  # the same ages, with and without the word "anak"
    for parts in (a, b):
        marks = (m for m in parts.marks if (m.kind in kinds if kinds is not None else m.kind not in LEFT_OUT))
        sides.append({mark.group for mark in marks})
    return sides[0] != sides[1]


def _units(u: Unit | None, v: Unit | None, a: NameParts, b: NameParts) -> dict[str, float]:
    if u is None or v is None:
        return {"satuan_sama": float(bool(a.unit) and a.unit == b.unit), "satuan_beda": 0.0}
    same = (u.family, u.factor, u.per) == (v.family, v.factor, v.per)
    soft = u.soft_family == v.soft_family
    if soft and u.kind is v.kind is UnitKind.INDEX and a.measure == b.measure:
        same = True  # "indeks", "poin", "nilai": ways to write that an index has no unit
    return {"satuan_sama": float(same), "satuan_beda": 0.0 if same else 0.4 if soft else 1.0}


# ---- codes, statements, levels


@lru_cache(maxsize=65536)
def _codes(left: str | None, right: str | None) -> str | None:
    """Say "sama", "induk" (one stands under the other), "beda" (another program or kegiatan), None: cannot be told."""
    a, b = parse_code(left), parse_code(right)
    if a is None or b is None:
        return None
    if same_code(left, right):
        return "sama"
    if Numbering.NEW not in (a.numbering, b.numbering) or a.numbering is not b.numbering:
        return None
    if ItemLevel.PROGRAM not in _at_least(a.level) or ItemLevel.PROGRAM not in _at_least(b.level):
        return None
    return "induk" if is_child(left, right) or is_child(right, left) else "beda"


@lru_cache(maxsize=65536)
def program_of(code: str | None) -> str | None:
    """The program that a new code belongs to, the code itself when it is of another numbering, None for none."""
    parsed = parse_code(code)
    if parsed is None:
        return None
    return ".".join(parsed.groups[:3]) if parsed.numbering is Numbering.NEW else parsed.text


def _at_least(level: ItemLevel | None) -> tuple[ItemLevel, ...]:
    below = (ItemLevel.PROGRAM, ItemLevel.KEGIATAN, ItemLevel.SUBKEGIATAN)
    return below if level in below else ()


@lru_cache(maxsize=65536)
def _statements(left: str | None, right: str | None) -> float:
    """How alike two statements are, -1 when one is missing."""
    if not left or not right:
        return -1.0
    return fuzz.token_sort_ratio(left.casefold()[:500], right.casefold()[:500]) / 100


_RUNGS: Mapping[str, int] = {"tujuan": 0, "sasaran": 1, "program": 2, "kegiatan": 3, "subkegiatan": 4}


def level_distance(left: str | None, right: str | None) -> int:
    """Rungs between two levels beyond the one that a cascade may shift (RPJMD sasaran -> Renstra tujuan).

    Lists (iku, ikk, ikd) repeat indicators of tujuan, sasaran and program, so they are near to those.
    """
    a, b = _RUNGS.get(left or ""), _RUNGS.get(right or "")
    if a is None or b is None:
        known = a if a is not None else b
        return 0 if known is None else max(0, known - 2)
    return max(0, abs(a - b) - 1) + (1 if {a, b} == {2, 3} else 0)
