"""One unit of text to the numbers it claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extractors.claims.amounts import Amount, read_amount
from extractors.claims.pipeline import tools
from extractors.claims.spelling import plain
from extractors.claims.wording import measured_before, role_of, year_of
from extractors.claims.words import alternatives
from extractors.prose import Unit
from extractors.statements.ownership import ELSEWHERE
from models.claim import ClaimKind, ClaimRole, NumericClaim
from models.document import SourceFile
from models.evidence import Evidence
from models.lexicon import entries

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_BUDGET = re.compile(
    rf"\b{alternatives(word for entry in entries('claims', 'budget') for word in entry['words'])}\b", re.I
)
_SURE = 0.9
_TOLD_OF_OTHERS = 0.5
_DOUBTED = 0.45


def read_unit(unit: Unit, file: SourceFile) -> Iterator[NumericClaim]:
    """The claims of one paragraph or list item, in the order of their numbers."""
    spelled = plain(unit.text)
    doc = tools().nlp(spelled.text)
    said: dict[int, str] = {}
    for name, number in _numbers(doc):
        sentence = number.sent
        before = doc.text[sentence.start_char : number.idx]
        behind = doc.text[number.idx + len(number.text) : sentence.end_char]
        money = number.i > 0 and doc[number.i - 1].lower_ in ("rp", "rp.")
        amount = read_amount(number.text, behind, money)
        if amount is None:
            continue
        page, box = unit.place(spelled.origin[number.idx])
        quote = spelled.printed(unit.text, sentence.start_char, sentence.end_char).strip()
        evidence = Evidence(file.sha256, file.name, page, box=box, quote=quote[:1000])
        year = year_of(before, behind)
        made = (
            _count(doc, sentence, number, amount, evidence, year)
            if name == "COUNT"
            else _value(sentence, number, amount, evidence, year, money, said.get(sentence.start))
        )
        if made:
            said[sentence.start] = made.measured
            yield made


def _numbers(doc: Doc) -> list[tuple[str, Token]]:
    """Each number of a match once; a count outranks a value."""
    found: dict[int, str] = {}
    for match, start, end in tools().claim(doc):
        name = doc.vocab.strings[match]
        at = next((token.i for token in doc[start:end] if _NUMBER.fullmatch(token.text)), None)
        if at is not None and (name == "COUNT" or at not in found):
            found[at] = name
    return [(name, doc[at]) for at, name in sorted(found.items())]


def _count(
    doc: Doc, sentence: Span, number: Token, amount: Amount, evidence: Evidence, year: int | None
) -> NumericClaim | None:
    thing = next((ent for ent in sentence.ents if ent.label_ == "COUNTED" and ent.start > number.i), None)
    if thing is None or amount.quantity.value is None or amount.quantity.value != int(amount.quantity.value):
        return None
    end = thing.end
    while end < sentence.end and end - thing.end < 6 and doc[end].is_alpha and doc[end].ent_type_ == "":
        end += 1
    confidence, doubts = _surety(sentence, amount)
    return NumericClaim(
        evidence,
        ClaimKind.COUNT,
        doc[thing.start : end].text,
        amount.quantity,
        counted=thing.ent_id_,
        year=year,
        spelled=amount.spelled,
        confidence=confidence,
        doubts=doubts,
    )


def _value(
    sentence: Span, number: Token, amount: Amount, evidence: Evidence, year: int | None, money: bool, last: str | None
) -> NumericClaim | None:
    at = number.i
    while at > sentence.start and (
        sentence.doc[at - 1].ent_type_ in ("CONNECT", "ABOUT") or sentence.doc[at - 1].lower_ in ("rp", "rp.")
    ):
        at -= 1
    again = at > sentence.start and sentence.doc[at - 1].lower_ == "atau"
    # "1.976 orang atau sebesar 61,56%", "... Rp2 juta dan terealisasi sebesar 94,75%"
    measured = last if again else measured_before(sentence, at) or last
    if measured is None:
        return None
    role: ClaimRole | None = role_of(sentence, number.i)
    confidence, doubts = _surety(sentence, amount)
    return NumericClaim(
        evidence,
        ClaimKind.BUDGET if money and _BUDGET.search(measured) else ClaimKind.VALUE,
        measured,
        amount.quantity,
        unit=amount.unit,
        year=year,
        role=role,
        spelled=amount.spelled,
        confidence=confidence,
        doubts=doubts,
    )


def _surety(sentence: Span, amount: Amount) -> tuple[float, tuple[str, ...]]:
    if amount.doubt:
        return _DOUBTED, (amount.doubt,)
    if ELSEWHERE.search(sentence.text):
        return _TOLD_OF_OTHERS, ("kalimatnya menyebut rencana lain",)
    return _SURE, ()
