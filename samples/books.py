"""One document's own copy of the facts: what its pages will say, before it is printed.

A book starts as a faithful copy of the city; `plants` change single facts of single books.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from models.document import Kind
from models.indicator import ItemLevel, Level
from samples.facts import (
    BASE_YEAR,
    BUDGET_YEARS,
    PLAN_YEAR,
    YEARS,
    City,
    Goal,
    Measure,
    Opd,
    Value,
)

SIPD_RENJA = ("dinkes", "bapperida")
"""Offices whose Renja is the print "Tabel 4.1", which also shows past values and the end of the Renstra."""


@dataclass(slots=True)
class Row:
    """One indicator row.

    Attributes:
        table: "tujuan" (tujuan and sasaran), "iku", "ikd", "ikk", "program", "riwayat" (results of past years) or
            "kaskade" (indicators beside their programs, without targets).
        level: what it measures.
        measure: name of the city's indicator it is a copy of; equal in all documents whatever they print.
        name, unit: as this document prints them; unit None when it prints none.
        code: of the program, kegiatan or sub kegiatan it stands under.
        opd: key of the responsible office.
        owner_text: the statement or item it stands under.
        baseline, targets, final: values; `final` is the end-of-period column where the form has one.
        past: results of the years up to the baseline, where the document tells them.
        quoted: target of the Renstra as the document quotes it beside its own, where it quotes another than its own.
    """

    table: str
    level: Level
    measure: str
    name: str
    unit: str | None
    code: str | None
    opd: str | None
    owner_text: str
    baseline: Value | None
    targets: dict[int, Value]
    final: Value | None = None
    past: dict[int, Value] = field(default_factory=dict)
    quoted: Value | None = None

    @property
    def id(self) -> str:
        """Unique in its book."""
        return f"{self.table}/{self.code or self.level}/{self.measure}"


@dataclass(slots=True)
class Item:
    """One row of a program table: office, bidang, program, kegiatan or sub kegiatan, with its indicators."""

    level: ItemLevel
    code: str
    name: str
    opd: str
    parent: str | None
    pagu: dict[int, int]
    rows: list[Row] = field(default_factory=list)
    outcome: str | None = None
    final_pagu: int | None = None

    @property
    def id(self) -> str:
        """Unique in its book."""
        return f"butir/{self.opd}/{self.level}/{self.code}"


@dataclass(slots=True)
class Statement:
    """A misi, tujuan or sasaran with its indicators. `relevant` is the RPJMD statement a Renstra goal points to."""

    kind: str
    text: str
    parent: str | None
    rows: list[Row] = field(default_factory=list)
    nspk: str | None = None


@dataclass(slots=True)
class Book:
    """The content of one document."""

    key: str
    kind: Kind
    opd: Opd | None
    years: tuple[int, int]
    goals: list[Statement] = field(default_factory=list)
    iku: list[Row] = field(default_factory=list)
    lists: list[tuple[str, list[Row]]] = field(default_factory=list)
    """IKD by aspect (RPJMD, RKPD), IKK of an office (Renstra)."""
    items: list[Item] = field(default_factory=list)
    history: list[Row] = field(default_factory=list)
    cascade: list[tuple[str, Item, list[Row]]] = field(default_factory=list)
    """Sasaran text, program, and the program's indicators (RPJMD table of priority programs)."""

    def rows(self) -> Iterator[Row]:
        """All indicator rows in the order of the document."""
        for goal in self.goals:
            yield from goal.rows
        for item in self.items:
            yield from item.rows
        yield from self.iku
        for _, rows in self.lists:
            yield from rows
        yield from self.history
        for _, _, rows in self.cascade:
            yield from rows

    def item(self, code: str, opd: str | None = None) -> Item:
        """The item with this code (KeyError when there is none)."""
        for item in self.items:
            if item.code == code and opd in (None, item.opd):
                return item
        raise KeyError(code)

    def children(self, item: Item) -> list[Item]:
        """The items directly under `item`."""
        return [other for other in self.items if other.parent == item.id]


def _row(table: str, level: Level, measure: Measure, years: tuple[int, ...], text: str, **more: str | None) -> Row:
    return Row(
        table=table,
        level=level,
        measure=measure.name,
        name=measure.name,
        unit=measure.unit,
        code=more.get("code"),
        opd=more.get("opd", measure.owner),
        owner_text=text,
        baseline=measure.values[BASE_YEAR],
        targets={year: measure.values[year] for year in years},
    )


def _goals(
    goals: tuple[Goal, ...], parent: str | None, years: tuple[int, ...], opd: str | None = None
) -> list[Statement]:
    found = []
    for goal in goals:
        for depth, node in enumerate((goal, *goal.children)):
            level = Level.SASARAN if depth else Level.TUJUAN
            rows = [
                _row("tujuan", level, measure, years, node.text, opd=opd or measure.owner) for measure in node.measures
            ]
            found.append(Statement(level.value, node.text, goal.text if depth else parent, rows, node.nspk))
    return found


def _items(opd: Opd, years: tuple[int, ...], deep: bool, finals: bool) -> list[Item]:
    """The program table of one office: office, bidang, program and, when `deep`, kegiatan and sub kegiatan."""
    total = {year: sum(program.pagu[year] for program in opd.programs) for year in years}
    office = Item(ItemLevel.OPD, opd.code, opd.name, opd.key, None, total)
    items = [office]
    for code, name in opd.bidang:
        programs = [program for program in opd.programs if program.code.startswith(code)]
        pagu = {year: sum(program.pagu[year] for program in programs) for year in years}
        bidang = Item(ItemLevel.BIDANG, code, name, opd.key, office.id, pagu)
        items.append(bidang)
        for program in programs:
            head = Item(ItemLevel.PROGRAM, program.code, program.name, opd.key, bidang.id, _cut(program.pagu, years))
            head.outcome = program.outcome
            _fill(head, program.measures, Level.PROGRAM, years)
            items.append(head)
            for kegiatan in program.children if deep else ():
                node = Item(
                    ItemLevel.KEGIATAN, kegiatan.code, kegiatan.name, opd.key, head.id, _cut(kegiatan.pagu, years)
                )
                _fill(node, kegiatan.measures, Level.KEGIATAN, years)
                items.append(node)
                for sub in kegiatan.children:
                    leaf = Item(ItemLevel.SUBKEGIATAN, sub.code, sub.name, opd.key, node.id, _cut(sub.pagu, years))
                    _fill(leaf, (sub.measure,), Level.SUBKEGIATAN, years)
                    items.append(leaf)
    if finals:
        for item in items:
            item.final_pagu = sum(item.pagu.values())
            for row in item.rows:
                row.final = row.targets[max(years)]
    return items


def _cut(pagu: dict[int, int], years: tuple[int, ...]) -> dict[int, int]:
    return {year: pagu[year] for year in years}


def _fill(item: Item, measures: tuple[Measure, ...], level: Level, years: tuple[int, ...]) -> None:
    item.rows = [_row("program", level, m, years, item.name, code=item.code, opd=item.opd) for m in measures]


def _rpjmd(city: City) -> Book:
    book = Book("rpjmd", Kind.RPJMD, None, (2025, 2029))
    for misi in city.misi:
        book.goals.append(Statement("misi", misi.text, None))
        book.goals += _goals(misi.goals, misi.text, YEARS)
    for opd in city.opds:
        book.items += _items(opd, BUDGET_YEARS, deep=False, finals=False)
    book.iku = [_row("iku", Level.IKU, m, YEARS, "IKU") for m in city.iku]
    book.lists = [(group, [_row("ikd", Level.IKD, m, YEARS, group) for m in measures]) for group, measures in city.ikd]
    book.history = [_past(measure) for opd in city.opds for measure in opd.ikk]
    book.cascade = [
        (sasaran.text, program, [_row("kaskade", Level.PROGRAM, m, (), program.name) for m in _measures(city, program)])
        for misi in city.misi
        for goal in misi.goals
        for sasaran in goal.children
        for program in map(book.item, sasaran.programs)
    ]
    for _, _, rows in book.cascade:
        for row in rows:
            row.baseline, row.unit = None, None
    return book


def _past(measure: Measure) -> Row:
    """Results of 2021 to 2024, a little lower each year back; the last is the baseline."""
    row = _row("riwayat", Level.LAINNYA, measure, (), "riwayat")
    base = measure.values[BASE_YEAR]
    assert isinstance(base, Decimal)
    step = Decimal(1).scaleb(int(base.as_tuple().exponent)) * (0 if base == 100 else 7)
    row.past = {year: base - step * (BASE_YEAR - year) for year in range(BASE_YEAR - 3, BASE_YEAR + 1)}
    row.baseline = row.unit = None
    return row


def _measures(city: City, item: Item) -> tuple[Measure, ...]:
    return next(program.measures for program in city.opd(item.opd).programs if program.code == item.code)


def _rkpd(city: City) -> Book:
    book = Book("rkpd", Kind.RKPD, None, (PLAN_YEAR, PLAN_YEAR))
    near = (PLAN_YEAR - 1, PLAN_YEAR)
    for misi in city.misi:
        book.goals += _goals(misi.goals, misi.text, near)
    for opd in city.opds:
        book.items += _items(opd, (PLAN_YEAR, PLAN_YEAR + 1), deep=True, finals=False)
    book.iku = [_row("iku", Level.IKU, m, near, "IKU") for m in city.iku]
    book.lists = [(group, [_row("ikd", Level.IKD, m, near, group) for m in measures]) for group, measures in city.ikd]
    return book


def _renstra(opd: Opd) -> Book:
    book = Book(f"renstra-{opd.key}", Kind.RENSTRA, opd, (2025, 2029))
    book.goals = _goals(opd.goals, None, YEARS, opd.key)
    book.items = _items(opd, BUDGET_YEARS, deep=True, finals=opd.key == "disnaker")
    book.iku = [
        _row("iku", Level.IKU, m, YEARS, "IKU", opd=opd.key)
        for goal in opd.goals
        for node in (goal, *goal.children)
        for m in node.measures
        if "SAKIP" not in m.name
    ]
    book.lists = [("IKK", [_row("ikk", Level.IKK, m, YEARS, "IKK", opd=opd.key) for m in opd.ikk])]
    if opd.key == "disdikbud":
        for row in book.iku:
            row.final = row.targets[max(YEARS)]
    return book


def _renja(opd: Opd) -> Book:
    book = Book(f"renja-{opd.key}", Kind.RENJA, opd, (PLAN_YEAR, PLAN_YEAR))
    book.goals = _goals(opd.goals, None, (PLAN_YEAR,), opd.key)
    book.items = _items(opd, (PLAN_YEAR, PLAN_YEAR + 1), deep=True, finals=False)
    if opd.key in SIPD_RENJA:
        for item in book.items:
            for row in item.rows:
                measure = _measure(opd, item.code, row.measure)
                row.targets[PLAN_YEAR - 1] = measure.values[PLAN_YEAR - 1]
                row.final = measure.values[max(YEARS)]
    return book


def _measure(opd: Opd, code: str, name: str) -> Measure:
    for program in opd.programs:
        if program.code == code:
            return _named(program.measures, name)
        for kegiatan in program.children:
            if kegiatan.code == code:
                return _named(kegiatan.measures, name)
            for sub in kegiatan.children:
                if sub.code == code:
                    return sub.measure
    raise KeyError(code)


def _named(measures: tuple[Measure, ...], name: str) -> Measure:
    return next(measure for measure in measures if measure.name == name)


def make_books(city: City) -> dict[str, Book]:
    """The twelve documents by key, all of them true to the city."""
    books = [_rpjmd(city), _rkpd(city)]
    for opd in city.opds:
        if opd.goals:
            books += [_renstra(opd), _renja(opd)]
    return {book.key: book for book in books}
