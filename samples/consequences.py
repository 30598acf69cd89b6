"""What the rules must report about the planted books: every consequence, derived from the facts alone.

This is a second, independent telling of the rules of this set, over facts whose identity is known (no reading, no
matching): the same indicator has the same `measure` in every book, whatever name is printed. The SQL rules of the
warehouse are held against it through the printed documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import pairwise

from models.document import Kind
from models.indicator import ItemLevel, Level
from samples.books import Book, Item, Row
from samples.facts import BASE_YEAR, PLAN_YEAR, Value

_GOALS = (Level.TUJUAN, Level.SASARAN)
_PLANNED = (ItemLevel.PROGRAM, ItemLevel.KEGIATAN, ItemLevel.SUBKEGIATAN)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an expected finding.

    Attributes:
        book: key of the document.
        ids: rows or items of the book that the finding may point at (the same indicator may be printed twice).
        names: their printed names.
        code: nomenclature code, when it is known.
        values: printed facts (id, part, year) whose texts the finding must quote, as a set per alternative id.
    """

    book: str
    ids: tuple[str, ...]
    names: tuple[str, ...]
    code: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that must be reported.

    Attributes:
        rule: id of the rule.
        left, right: the two sides; right None when something was not found, or only one row is at fault.
        years: years whose values differ; empty when the rule knows no year.
        searched: book in which the left side was not found.
        required: False where a rule may lawfully stay silent as well.
        plants: ids of the plants that cause it.
    """

    rule: str
    left: Side
    right: Side | None = None
    years: tuple[int, ...] = ()
    searched: str | None = None
    required: bool = True
    plants: tuple[str, ...] = field(default=(), compare=False)

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for the same finding in two derivations."""
        return (self.rule, self.left.book, self.left.ids, self.right.book if self.right else self.searched, self.years)


class _Books(dict[str, Book]):
    """The books, of which only the touched ones need to be looked at."""

    def __init__(self, books: Mapping[str, Book], touched: frozenset[str]) -> None:
        super().__init__(books)
        self.touched = touched


def pairs(books: Mapping[str, Book]) -> Iterator[tuple[str, Book, Book]]:
    """The pairs of documents that are held against each other, as far as one of them was touched."""
    touched = books.touched if isinstance(books, _Books) else books.keys()
    for tier, left, right in _pairs(books):
        if left.key in touched or right.key in touched:
            yield tier, left, right


def _pairs(books: Mapping[str, Book]) -> Iterator[tuple[str, Book, Book]]:
    upper, yearly = books["rpjmd"], books["rkpd"]
    yield "RPJMD-RKPD", upper, yearly
    for book in books.values():
        if book.kind is Kind.RENSTRA:
            yield "RPJMD-Renstra", upper, book
            renja = books[book.key.replace("renstra", "renja")]
            yield "Renstra-Renja", book, renja
            yield "RKPD-Renja", yearly, renja


def agree(left: Value | None, right: Value | None) -> bool | None:
    """Whether two printed values agree after rounding to the coarser one; None when one says nothing."""
    if not isinstance(left, Decimal) or not isinstance(right, Decimal):
        known = {"WTP"}
        return left == right if left in known and right in known else None
    places = [max(0, -int(value.as_tuple().exponent)) for value in (left, right)]
    if places[0] == places[1]:
        return left == right
    return abs(left - right) <= Decimal("0.5") * Decimal(10) ** -min(places)


def _identity(row: Row) -> tuple[str, str]:
    """What makes two rows of two documents the same indicator; penunjang codes mean the same in every bidang."""
    deep = row.level in (Level.KEGIATAN, Level.SUBKEGIATAN)
    return (row.measure, _general(row.code or "") if deep else "")


def _general(code: str) -> str:
    return "X.XX" + code[4:] if code[5:7] == "01" and code[7:8] in ("", ".") else code


def _groups(rows: Iterable[Row]) -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        found.setdefault(_identity(row), []).append(row)
    return found


def _side(book: Book, rows: Iterable[Row], part: str | None = None) -> Side:
    rows = list(rows)
    codes = {row.code for row in rows if row.code}
    return Side(
        book.key,
        tuple(row.id for row in rows),
        tuple(dict.fromkeys(row.name for row in rows)),
        codes.pop() if len(codes) == 1 else None,
        part,
    )


def _item_side(book: Book, item: Item, part: str | None = "pagu") -> Side:
    return Side(book.key, (item.id,), (item.name,), item.code, part)


# -- values over two documents


def _linked(left: Book, right: Book) -> Iterator[tuple[list[Row], list[Row]]]:
    """Rows of the same indicator; where the levels of the two may be compared."""
    below = _groups(right.rows())
    for key, rows in _groups(left.rows()).items():
        if key in below and (left.opd or right.opd is None or _office(rows, right)):
            yield rows, below[key]


def _office(rows: list[Row], right: Book) -> bool:
    """Penunjang outputs have the same name in every office: compare only this office's own."""
    assert right.opd is not None
    offices = {row.opd for row in rows}
    return right.opd.key in offices or len(offices) == 1


def _own(rows: list[Row], book: Book) -> list[Row]:
    return [row for row in rows if book.opd is None or row.opd in (None, book.opd.key)] or rows


def differing(
    left: Book, right: Book, part: str, years: Iterable[int]
) -> Iterator[tuple[list[Row], list[Row], tuple[int, ...]]]:
    """Indicators whose values differ in every pair of prints, with the years."""
    for rows, others in _linked(left, right):
        rows = _own(rows, right)
        wrong = []
        for year in years:
            checks = [
                agree(_value(a, part, year), _value(b, part, year))
                for a in rows
                for b in others
                if same_unit(a.unit, b.unit)
            ]
            if checks and False in checks and True not in checks:
                wrong.append(year)
        if wrong:
            yield rows, others, tuple(wrong)


def _value(row: Row, part: str, year: int) -> Value | None:
    return row.baseline if part == "awal" else row.targets.get(year)


def same_unit(left: str | None, right: str | None) -> bool:
    """Whether values may be compared: equal units, or one is missing."""
    return left is None or right is None or left == right


def _targets(books: Mapping[str, Book]) -> Iterator[Expected]:
    rule = {"RPJMD-RKPD": "D01", "RPJMD-Renstra": "D02", "Renstra-Renja": "D03", "RKPD-Renja": "D04"}
    for tier, left, right in pairs(books):
        years = (PLAN_YEAR,) if right.years[0] == right.years[1] else tuple(range(2025, 2031))
        for rows, others, wrong in differing(left, right, "target", years):
            # D04 is no rule of this set yet: a run that knows it may report it.
            yield Expected(
                rule[tier],
                _side(left, rows, "target"),
                _side(right, others, "target"),
                wrong,
                required=tier != "RKPD-Renja",
            )
        if right.years[0] == right.years[1]:  # the forward estimate
            for rows, others, wrong in differing(left, right, "target", (PLAN_YEAR + 1,)):
                yield Expected("D05", _side(left, rows, "target"), _side(right, others, "target"), wrong)
        if right.kind is Kind.RENSTRA:
            for rows, others, _ in differing(left, right, "awal", (BASE_YEAR,)):
                yield Expected("D06", _side(left, rows, "awal"), _side(right, others, "awal"), (BASE_YEAR,))


# -- names and units over two documents


def _words(books: Mapping[str, Book]) -> Iterator[Expected]:
    for tier, left, right in pairs(books):
        for rows, others in _linked(left, right):
            rows = _own(rows, right)
            if not any(plain_name(a.name) == plain_name(b.name) for a in rows for b in others):
                unsure = tier == "RKPD-Renja" and rows[0].level in (*_GOALS, Level.IKU, Level.IKD)
                yield Expected("C02", _side(left, rows), _side(right, others), required=not unsure)
            elif not any(_unabbreviated(a.name) == _unabbreviated(b.name) for a in rows for b in others):
                yield Expected("C01", _side(left, rows), _side(right, others))
            units = [(a.unit, b.unit) for a in rows for b in others if a.unit and b.unit]
            if units and all(a != b for a, b in units):
                yield Expected("C03", _side(left, rows), _side(right, others))


def plain_name(name: str) -> str:
    """The name without spelling slips and abbreviations of this set, lower case."""
    return _unabbreviated(name).replace("presentase", "persentase").replace("kefarmsian", "kefarmasian")


def _unabbreviated(name: str) -> str:
    """The name without abbreviations of this set, lower case."""
    name = name.casefold()
    name = name.replace("nilai sistem akuntabilitas kinerja instansi pemerintah", "nilai sakip")
    return name.replace("indeks sistem pemerintahan berbasis elektronik", "indeks spbe")


# -- presence over two documents


def _carried(books: Mapping[str, Book]) -> Iterator[Expected]:
    for tier, left, right in pairs(books):
        if tier != "RPJMD-Renstra":
            continue
        assert right.opd is not None
        below = {row.measure for row in right.rows()}
        for rows in _groups(r for r in left.rows() if r.level in _GOALS and r.opd == right.opd.key).values():
            if rows[0].measure not in below:
                yield Expected("A01", _side(left, rows), searched=right.key)
        codes = {item.code for item in right.items}
        for item in left.items:
            if item.level is not ItemLevel.PROGRAM or item.opd != right.opd.key:
                continue
            if item.code not in codes:
                yield Expected("A02", _item_side(left, item, None), searched=right.key)
                continue
            for row in item.rows:
                if row.measure not in below:
                    yield Expected("A03", _side(left, [row]), searched=right.key)


def _measures(books: Mapping[str, Book]) -> Iterator[Expected]:
    """IKU that the region's yearly plan does not carry, and indicators of programs copied from the goals."""
    for tier, left, right in pairs(books):
        below = {row.measure for row in right.rows()} if tier == "RPJMD-RKPD" else set()
        for row in left.iku if below else ():
            if row.measure not in below:
                yield Expected("A07", _side(left, [row]), searched=right.key)
    for book in books.values():
        if isinstance(books, _Books) and book.key not in books.touched:
            continue
        for row in book.rows():
            same = [
                g for g in book.rows() if g.level in _GOALS and g.measure == row.measure and g.targets == row.targets
            ]
            if row.level is Level.PROGRAM and same:
                yield Expected("B06", _side(book, same), _side(book, [row]))


def _missing(left: Book, right: Book, year: int | None) -> Iterator[Item]:
    """Topmost items of `left` that `right` has neither by code nor by name; with `year`, only those planned for it."""
    codes = {_general(item.code) for item in right.items}
    names = {(item.level, item.name) for item in right.items}
    gone: set[str] = set()
    for item in left.items:
        if item.level not in _PLANNED or (right.opd and item.opd != right.opd.key):
            continue
        if item.parent in gone:
            gone.add(item.id)
            continue
        if _general(item.code) in codes or (item.level, item.name) in names:
            continue
        if year and not item.pagu.get(year) and not any(row.targets.get(year) for row in item.rows):
            continue
        gone.add(item.id)
        yield item


def _items(books: Mapping[str, Book]) -> Iterator[Expected]:
    for tier, left, right in pairs(books):
        if tier == "RPJMD-Renstra":
            for item in _missing(right, left, None):
                if item.level is ItemLevel.PROGRAM:
                    yield Expected("A04", _item_side(right, item, None), searched=left.key)
        elif tier == "RPJMD-RKPD":
            for item in _missing(left, right, PLAN_YEAR):
                yield Expected("A05", _item_side(left, item, None), searched=right.key)
            for item in _missing(right, left, None):
                if item.level is ItemLevel.PROGRAM:
                    yield Expected("A06", _item_side(right, item, None), searched=left.key)
        elif tier == "RKPD-Renja":
            for item in _missing(left, right, None):
                yield Expected("A08", _item_side(left, item, None), searched=right.key)
            for item in _missing(right, left, None):
                yield Expected("A09", _item_side(right, item, None), searched=left.key)
        elif tier == "Renstra-Renja":
            for item in _missing(left, right, PLAN_YEAR):
                yield Expected("A10", _item_side(left, item, None), searched=right.key)
            for item in _missing(right, left, None):
                yield Expected("A11", _item_side(right, item, None), searched=left.key)


def _orphans(books: Mapping[str, Book]) -> Iterator[Expected]:
    """Indicators of an item that no upper document has, though it has that item with other indicators."""
    near = {key for _, left, right in pairs(books) for key in (left.key, right.key)}
    for book in books.values():
        uppers = [(tier, left) for tier, left, right in _pairs(books) if right is book and book.key in near]
        above = {row.measure for _, left in uppers for row in left.rows()}
        printed = {(tier, _general(other.code)) for tier, left in uppers for other in left.items if other.rows}
        for item in book.items if uppers else ():
            if item.level not in _PLANNED or _general(item.code).startswith("X.XX"):
                continue
            tiers = [
                tier for tier, _ in uppers if item.level is ItemLevel.PROGRAM or tier in ("RKPD-Renja", "Renstra-Renja")
            ]
            if not any((tier, _general(item.code)) in printed for tier in tiers):
                continue
            for row in item.rows:
                if row.measure not in above:
                    yield Expected("B01", _side(book, [row]))


# -- inside one document


def _inside(books: Mapping[str, Book]) -> Iterator[Expected]:
    for book in books.values():
        if isinstance(books, _Books) and book.key not in books.touched:
            continue
        shared = (Level.TUJUAN, Level.SASARAN, Level.PROGRAM, Level.IKD, Level.IKK)
        for rows in _groups(row for row in book.rows() if row.level in shared).values():
            if wrong := _unlike(rows, rows):
                yield Expected("B03", _side(book, rows, "target"), _side(book, rows, "target"), wrong)
        if book.kind in (Kind.RPJMD, Kind.RENSTRA):
            goals = _groups(goal for goal in book.rows() if goal.level in _GOALS)
            for row in book.iku:
                same = goals.get(_identity(row), [])
                if not same:
                    yield Expected("H01", _side(book, [row]))
                elif wrong := _unlike([row], same):
                    yield Expected("H01", _side(book, [row], "target"), _side(book, same, "target"), wrong)
            yield from _rows_of_period(book)
        for row in book.rows():
            if row.quoted is not None and row.quoted != row.targets[PLAN_YEAR]:
                yield Expected("H08", _side(book, [row], "acuan"), years=(PLAN_YEAR,))
            numbers = [value for value in row.targets.values() if isinstance(value, Decimal)]
            if row.unit is None and numbers and not row.name.startswith(("Indeks", "Nilai", "Rasio")):
                yield Expected("C04", _side(book, [row]))
            blank = [year for year, value in row.targets.items() if isinstance(value, str) and value != "WTP"]
            if blank:
                yield Expected("D15", _side(book, [row], "target"), years=tuple(blank))
            free = ("Pertumbuhan", "Penurunan", "Pengurangan", "Partisipasi Kasar", "Rasio", "Laju", "Peningkatan")
            wild = [y for y, v in row.targets.items() if row.unit == "Persen" and isinstance(v, Decimal) and v > 100]
            if wild and not any(word in row.name for word in free):
                yield Expected("D14", _side(book, [row], "target"), years=tuple(wild))
        yield from _sums(book)
        yield from _prefixes(book)


def _unlike(rows: list[Row], others: list[Row]) -> tuple[int, ...]:
    wrong = set()
    for a in rows:
        for b in others:
            for year in a.targets.keys() & b.targets.keys():
                if same_unit(a.unit, b.unit) and agree(a.targets[year], b.targets[year]) is False:
                    wrong.add(year)
    return tuple(sorted(wrong))


def _rows_of_period(book: Book) -> Iterator[Expected]:
    for row in book.rows():
        if not row.targets:
            continue
        values = {year: value for year, value in row.targets.items() if isinstance(value, Decimal)}
        last = row.targets[max(row.targets)]
        if row.final is not None and agree(row.final, last) is False:
            total = sum(values.values(), Decimal(0))
            base = row.baseline if isinstance(row.baseline, Decimal) else Decimal(0)
            if row.final not in (total, total + base):
                yield Expected("D08", _side(book, [row], "akhir"), years=(max(row.targets),))
        if len(values) < len(row.targets):
            continue
        leaps = [b for a, b in pairwise(sorted(values)) if _leaps(values[a], values[b])]
        if 1 <= len(leaps) <= 2 and len(values) > len(leaps) + 1 and not _general(row.code or "").startswith("X.XX"):
            yield Expected("D12", _side(book, [row], "target"), years=tuple(leaps))
        falling = row.targets[max(values)] != row.baseline and _falls(row.name)
        turned = [
            b
            for a, b in pairwise(sorted(values))
            if (values[b] > values[a] if falling else values[b] < values[a])
            and not row.name.startswith(("Jumlah", "Luas"))
        ]
        if turned:
            yield Expected("D09", _side(book, [row], "target"), years=tuple(turned))


def _leaps(left: Decimal, right: Decimal) -> bool:
    low, high = sorted((left, right))
    return low > 0 and high >= 10 and high >= 5 * low


def _falls(name: str) -> bool:
    """Whether lower is better, by the words that this set uses."""
    lower = ("Prevalensi", "Kemiskinan", "Pengangguran", "Gini", "Kematian", "Timbulan", "Genangan")
    return any(word in name for word in lower)


def _sums(book: Book) -> Iterator[Expected]:
    for item, children in _families(book):
        if item.level is ItemLevel.OPD or not children:
            continue
        if any(
            not child.code.startswith(item.code + ".") and not _general(child.code).startswith("X.XX")
            for child in children
        ):
            continue
        wrong = tuple(year for year, amount in item.pagu.items() if amount != sum(c.pagu[year] for c in children))
        if wrong:
            yield Expected("E03", _item_side(book, item), years=wrong)


def _families(book: Book) -> Iterator[tuple[Item, list[Item]]]:
    children: dict[str | None, list[Item]] = {}
    for item in book.items:
        children.setdefault(item.parent, []).append(item)
    return ((item, children.get(item.id, [])) for item in book.items)


def _prefixes(book: Book) -> Iterator[Expected]:
    for item, children in _families(book):
        for child in children:
            if item.level in (ItemLevel.BIDANG, ItemLevel.PROGRAM, ItemLevel.KEGIATAN) and not (
                child.code.startswith(item.code + ".") or _general(child.code).startswith("X.XX")
            ):
                yield Expected("F02", _item_side(book, child, None), _item_side(book, item, None))


# -- money over two documents


def _money(books: Mapping[str, Book]) -> Iterator[Expected]:
    for tier, left, right in pairs(books):
        mine = {(item.opd, item.level, item.code): item for item in right.items}
        found: list[tuple[Item, Item, tuple[int, ...]]] = []
        for item in left.items:
            other = mine.get((item.opd, item.level, item.code))
            if other is None or item.level not in _PLANNED:
                continue
            if tier in ("RPJMD-Renstra", "RPJMD-RKPD") and item.level is not ItemLevel.PROGRAM:
                continue
            years = item.pagu.keys() & other.pagu.keys() if tier == "RPJMD-Renstra" else {PLAN_YEAR}
            wrong = tuple(sorted(year for year in years if item.pagu[year] != other.pagu[year]))
            if wrong and not any(item.code.startswith(above.code + ".") for above, _, _ in found):
                found.append((item, other, wrong))
        for item, other, wrong in found:
            rule = "E01" if tier == "RPJMD-Renstra" else "E02"
            yield Expected(rule, _item_side(left, item), _item_side(right, other), wrong)


def derive(books: Mapping[str, Book], touched: Iterable[str] | None = None) -> list[Expected]:
    """Every finding that the rules of this set must report about the books.

    With `touched`, only findings that involve one of these books: the others are known to be consistent.
    """
    if touched is not None:
        books = _Books(books, frozenset(touched))
    found: dict[tuple[object, ...], Expected] = {}
    for part in (_targets, _words, _carried, _measures, _items, _orphans, _inside, _money):
        for expected in part(books):
            same = (expected.rule, expected.left.book, expected.left.names, expected.left.code, expected.years)
            before = found.get(same) if expected.right is None and expected.searched is None else None
            if before is None:
                found[same if expected.right is None and expected.searched is None else expected.key] = expected
                continue
            # The same fault in a row that is printed twice (sasaran and IKU) is told once, at either place.
            ids = (*before.left.ids, *expected.left.ids)
            found[same] = replace(before, left=replace(before.left, ids=ids))
    return list(found.values())


def with_cause(expected: Expected, plants: tuple[str, ...]) -> Expected:
    """The same finding, saying which plants cause it."""
    return replace(expected, plants=plants)
