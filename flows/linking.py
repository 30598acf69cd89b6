"""Documents to links: every pair of documents that belong together, indicators and goals, by what reviewers decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from alignment.align import NO_RULINGS, align
from alignment.alone import Compared, Source, unmatched
from alignment.offices import office_keys
from alignment.pairs import AGREED_TIERS, DocumentPair, document_pairs, unpaired, version_pairs
from alignment.references import DocumentRows, tie
from alignment.row import AlignRow, row_of
from alignment.score import Weights
from alignment.statements import align_statements, goal_rows
from flows.copying import near_copies
from flows.results import NO_LISTS, NO_OPINIONS, AlignedGoals, AlignedPair, Alignment, Assembly, Opinions, Shelf
from models.decision import Subject, side_of, side_of_statement
from models.document import Document
from models.indicator import Indicator, PlanItem
from models.link import Unmatched
from models.region import Region
from review.hold import Holding, SidesOf, hold
from warehouse.yardsticks import NO_SETTINGS


def link(
    assembly: Assembly, said: Opinions = NO_OPINIONS, region: Region = NO_SETTINGS, lists: Shelf = NO_LISTS
) -> Alignment:
    """Step 4: hold the documents of two levels against each other, by their indicators and their goal statements.

    What reviewers decided outranks the machine. Official lists are held against every document first.
    """
    offices = _offices(assembly, region)
    facts_of = {facts.document_id: facts for facts in assembly.facts}
    documents = {document.id: document for document in assembly.documents}
    shelf, shelf_problems = lists
    references = tie(
        (DocumentRows(documents[f.document_id], f.items, f.indicators) for f in assembly.facts), shelf, said.weights
    )
    rows: dict[str, list[AlignRow]] = {}

    def rows_of(document_id: str) -> list[AlignRow]:
        if document_id not in rows:
            document = documents[document_id]
            rows[document_id] = [
                row_of(indicator, id_, office_of(indicator, document, offices), references.official.get(id_))
                for id_, indicator in facts_of[document_id].indicators
            ]
        return rows[document_id]

    pairs, versions = document_pairs(assembly.documents), version_pairs(assembly.documents)
    all_pairs = (*pairs, *versions)

    def held(subject: Subject, among: Sequence[DocumentPair], sides_of: SidesOf) -> Holding:
        about = [decision for decision in said.book.decisions if decision.subject is subject]
        return hold(about, [(documents[pair.left], documents[pair.right]) for pair in among], sides_of)

    on_indicators = held(
        Subject.INDICATOR, all_pairs, lambda d: ((id_, side_of(d, one)) for id_, one in facts_of[d.id].indicators)
    )
    on_goals = held(
        Subject.STATEMENT,
        all_pairs,
        lambda d: ((id_, side_of_statement(d, one)) for id_, one in facts_of[d.id].statements),
    )

    def aligned(pair: DocumentPair) -> AlignedPair:
        rulings = on_indicators.rulings.get((pair.left, pair.right), NO_RULINGS)
        links = align(rows_of(pair.left), rows_of(pair.right), said.weights, rulings)
        return AlignedPair(pair.tier, pair.left, pair.right, tuple(links))

    statements = {id_: goal_rows(facts_.statements, on_goals.linked) for id_, facts_ in facts_of.items()}

    def aligned_goals(pair: DocumentPair) -> AlignedGoals:
        rulings = on_goals.rulings.get((pair.left, pair.right), NO_RULINGS)
        links = align_statements(statements[pair.left], statements[pair.right], pair.tier, rulings)
        return AlignedGoals(pair.tier, pair.left, pair.right, tuple(links))

    linked = tuple(map(aligned, pairs))
    source = Source(rows_of, lambda id_: offices.get(documents[id_].opd or "", documents[id_].opd))
    return Alignment(
        linked,
        tuple(map(aligned_goals, all_pairs)),
        offices,
        tuple(sorted((*on_indicators.held, *on_goals.held), key=lambda one: one.decision.at)),
        (*said.book.problems, *shelf_problems),
        shelf,
        references,
        near_copies(assembly.documents, assembly.extractions, offices),
        _unmatched(linked, on_indicators, source, said.weights),
        unpaired(assembly.documents),
        tuple(map(aligned, versions)),
    )


def _unmatched(
    linked: Sequence[AlignedPair], holding: Holding, source: Source, bar: Weights | None
) -> dict[str, tuple[Unmatched, ...]]:
    """What is in no link, of the pairs of plans; what a PK has to carry of its plans is asked by rule A14."""
    tiers: dict[str, list[Compared]] = defaultdict(list)
    for pair in linked:
        if pair.tier in AGREED_TIERS:
            continue
        rulings = holding.rulings.get((pair.left, pair.right), NO_RULINGS)
        tiers[pair.tier].append(Compared(pair.left, pair.right, pair.links, rulings))
    return {tier: tuple(unmatched(compared, source, bar)) for tier, compared in tiers.items()}


def _offices(assembly: Assembly, region: Region) -> dict[str, str]:
    """Key of every OPD name; names that the region calls aliases have the key of the office."""
    keys = office_keys([*_office_names(assembly), *(office.name for office in region.offices)])
    for office in region.offices:
        aliases = {alias.casefold() for alias in office.aliases}
        keys |= {name: keys[office.name] for name in (*keys, *office.aliases) if name.casefold() in aliases}
    return keys


def _office_names(assembly: Assembly) -> list[str]:
    names = {document.opd for document in assembly.documents}
    for facts_ in assembly.facts:
        names |= {indicator.responsible for _, indicator in facts_.indicators}
        names |= {item.responsible for _, item in facts_.items}
    return sorted(name for name in names if name)


def office_of(fact: Indicator | PlanItem, document: Document, offices: Mapping[str, str]) -> str | None:
    """The OPD a row belongs to: the document's own OPD outranks a bidang named in the row."""
    name = document.opd or fact.responsible
    return offices.get(name, name) if name else None
