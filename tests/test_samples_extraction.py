"""Every indicator, value and pagu that the demo documents print is read exactly as printed: we set them ourselves."""

import re
from collections.abc import Iterator

import pytest

from extractors.extract import extract_file
from models.document import Kind
from models.indicator import ItemLevel
from samples.city import print_city
from samples.facts import load_city
from samples.papers import FILES
from samples.records import PlanRecord, Record, printed_items, printed_records


@pytest.fixture(scope="module")
def city(tmp_path_factory):
    """Books, what was printed, and the folder of the files."""
    folder = tmp_path_factory.mktemp("dokumen")
    books, printed = print_city(load_city())
    for key, out in printed.items():
        (folder / FILES[key]).write_bytes(out.data)
    return books, printed, folder


@pytest.fixture(scope="module")
def extractions(city):
    books, _, folder = city
    return {key: extract_file(folder / FILES[key]) for key in books}


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def _squeeze(values) -> dict[int, str]:
    return {year: re.sub(r"\s", "", text) for year, text in values.items()}


def _read(values) -> dict[int, str]:
    texts = {year: re.sub(r"\s", "", quantity.raw) for year, quantity in values.items()}
    return {year: text for year, text in texts.items() if text not in ("", "-")}


def _matches(record: Record, indicator) -> bool:
    where = indicator.evidence
    place = (where.page, where.table, where.row)
    if place != (record.place.page, record.place.table, record.place.row):
        return False
    if record.table == "program" and indicator.code != record.code:
        return False
    if record.level != "lainnya" and (indicator.level is None or indicator.level.value != record.level):
        return False
    return _letters(indicator.name) == _letters(record.name)


def _faults(record: Record, indicator) -> Iterator[str]:
    for part in ("baseline", "targets", "realisations"):
        mine, theirs = _squeeze(getattr(record, part)), _read(getattr(indicator, part))
        if mine != theirs:
            yield f"{part}: {mine} != {theirs}"
    if _squeeze({0: record.final or ""})[0] != _squeeze({0: indicator.final.raw if indicator.final else ""})[0]:
        yield f"final: {record.final} != {indicator.final}"
    if record.unit != indicator.unit:
        yield f"unit: {record.unit} != {indicator.unit}"
    if record.name != indicator.name:
        yield f"name: {record.name} != {indicator.name}"


@pytest.mark.parametrize("key", FILES)
def test_every_indicator_is_read_as_printed(key, city, extractions):
    books, printed, _ = city
    left = list(extractions[key].indicators)
    problems = []
    for record in printed_records(books[key], printed[key]):
        found = next((indicator for indicator in left if _matches(record, indicator)), None)
        if found is None:
            problems.append(f"missing: {record.place} {record.level} {record.code} {record.name}")
            continue
        left.remove(found)
        problems += [f"{record.name} ({record.place}): {fault}" for fault in _faults(record, found)]
    problems += [f"extra: {i.evidence.page} {i.level} {i.name}" for i in left]
    assert not problems, "\n".join(problems)


def _same_item(record: PlanRecord, item) -> bool:
    return (item.level.value, item.code, _letters(item.name)) == (record.level, record.code, _letters(record.name))


@pytest.mark.parametrize("key", FILES)
def test_every_pagu_is_read_as_meant(key, city, extractions):
    books, printed, _ = city
    # Programs named beside their indicators, without code and money (table of priority programs), are no rows here.
    left = [item for item in extractions[key].items if item.level is not ItemLevel.OPD and (item.code or item.budgets)]
    problems = []
    for record in printed_items(books[key], printed[key]):
        found = next((item for item in left if _same_item(record, item)), None)
        if found is None:
            problems.append(f"missing: {record.place} {record.level} {record.code} {record.name}")
            continue
        left.remove(found)
        amounts = {year: money.rupiah for year, money in found.budgets.items()}
        if amounts != record.budgets:
            problems.append(f"{record.code}: {record.budgets} != {amounts}")
        final = found.final_budget.rupiah if found.final_budget else None
        if final != record.final:
            problems.append(f"{record.code}: final {record.final} != {final}")
    problems += [f"extra: {item.evidence.page} {item.level} {item.code} {item.name}" for item in left]
    assert not problems, "\n".join(problems)


@pytest.mark.parametrize("key", FILES)
def test_each_document_is_identified_from_its_content(key, city, extractions):
    books, _, _ = city
    book, identity = books[key], extractions[key].identity
    assert identity.kind.value is book.kind
    assert identity.region.value == "Kota Harapan Jaya"
    assert (identity.first_year.value, identity.last_year.value) == book.years
    office = (identity.opd.value or "").replace(",", "").casefold()
    assert office == (book.opd.name.replace(",", "").casefold() if book.opd else "")
    assert not extractions[key].problems


def test_goal_statements_of_the_rpjmd_are_read(city, extractions):
    books, _, _ = city
    said = {(statement.kind.value, _letters(statement.text)) for statement in extractions["rpjmd"].statements}
    wanted = {(goal.kind, _letters(goal.text)) for goal in books["rpjmd"].goals}
    assert wanted <= said
    assert books["rpjmd"].kind is Kind.RPJMD
    assert any(kind == "visi" and "sehatcerdaslestari" in text for kind, text in said)
