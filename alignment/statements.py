"""The same goal statement in two documents: misi, tujuan, sasaran, strategi ... across the levels of the chain.

The machinery is that of indicators: names taken apart, nearest names as candidates, words held against each other,
vetoes by contrast words and numbers, one-to-one assignment where no partner is a choice too. What differs is said as
data in `statements.toml`: which kinds may be one statement in which pairs of documents (the sasaran of an RPJMD is the
tujuan of a Renstra), and what the features weigh. Unsure is `perlu diperiksa`; nothing is linked for lack of better.
What a reviewer decided outranks all that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from alignment.assign import assign
from alignment.candidates import candidates
from alignment.difference import difference
from alignment.features import Evidence, one_sided
from alignment.normalise import NameParts, harvest
from alignment.reasons import changes, decided_by, decided_relation
from alignment.row import AlignRow
from alignment.score import probability
from alignment.statement_parts import Side, StatementRow, goal_rows, side_of
from alignment.statement_rules import Rules, bar, tier_rules
from alignment.veto import vetoes
from alignment.wording import word_difference
from models.decision import Answer, Decision
from models.indicator import StatementKind
from models.link import Relation, StatementLink

__all__ = ["StatementRow", "align_statements", "goal_rows"]

NO_RULINGS: Mapping[tuple[str, str], Decision] = {}
FEW_WORDS = 2.5
"""Weight of content words up to which a statement says too little to be known again by them alone."""
LONG = 8.0
"""Weight of content words from which two statements that only a veto parts are shown to a person."""
SAME_PARENT = 90.0
NARROWED = 0.25
"""Share of the words that one side adds from which a longer text may be several statements, or another."""


@dataclass(frozen=True, slots=True)
class _Pair:
    left: int
    right: int
    evidence: Evidence
    score: float
    vetoes: tuple[str, ...]
    size: float
    """Weight of the content words of the shorter text."""
    far: bool = False
    again: bool = False
    """One side says its statement again in other words or cut off; the other row of it is linked already."""
    decision: Decision | None = None
    """What a reviewer decided; outranks the rest."""

    @property
    def is_settled(self) -> bool:
        """Did a reviewer call the two the same?"""
        return self.decision is not None and self.decision.answer is not Answer.UNSURE


def align_statements(
    left: Sequence[StatementRow],
    right: Sequence[StatementRow],
    tier: str,
    rulings: Mapping[tuple[str, str], Decision] = NO_RULINGS,
) -> list[StatementLink]:
    """Link the goal statements of two documents.

    A statement that a document prints several times counts once, in its first row. One statement may have a partner of
    each kind that its kind may become: a sasaran of the RPJMD is repeated by a Renstra as tujuan and as sasaran. A pair
    that a reviewer called the same is linked and takes no other partner of these kinds; one said not to be never is.

    Args:
        left: statements of the upper (or earlier) document.
        right: statements of the lower (or later) document.
        tier: the pair of kinds of documents, "RPJMD-Renstra"; one that `statements.toml` does not know has no links.
        rulings: decisions by pair of ids.

    Returns:
        Links in the order of `left`, then `right`; then, where the lower document should take up all, statements
        without partner: `tidak berlanjut` (left), `baru` (right). A kind that one side lacks altogether is not told.
    """
    rules = tier_rules().get(tier)
    if rules is None or not left or not right:
        return []
    glossary = harvest(row.text for row in (*left, *right))
    a, b = side_of(left, glossary, {i for i, _ in rulings}), side_of(right, glossary, {j for _, j in rulings})
    ruled = {(a.place[x], b.place[y]): said for (x, y), said in rulings.items() if x in a.place and y in b.place}
    linked = _decided(a, b, ruled)
    settled = [pair for pair in linked.values() if pair.is_settled]
    seen = dict(linked)
    for x, y in sorted(rules.same | rules.shift):
        taken = [pair for pair in settled if (a.rows[pair.left].kind, b.rows[pair.right].kind) == (x, y)]
        free = a.of(x, (pair.left for pair in taken)), b.of(y, (pair.right for pair in taken))
        linked |= _assigned(_look(a, b, *free, seen, ruled))
    for x, y in sorted(rules.far):
        free = a.of(x, (i for i, _ in linked)), b.of(y, (j for _, j in linked))
        found = _assigned(_look(a, b, *free, seen, ruled, far=True))
        linked |= {key: pair for key, pair in found.items() if pair.score >= bar().link}
    linked |= _again(a, b, seen, linked)
    links = [_link(a, b, linked[key], rules) for key in sorted(linked)]
    return [*links, *_alone(a, b, seen, linked, rules, ruled)]


def _decided(a: Side, b: Side, ruled: Mapping[tuple[int, int], Decision]) -> dict[tuple[int, int], _Pair]:
    """The pairs that a reviewer made, certain if called the same."""
    found = {}
    for (i, j), said in ruled.items():
        if said.answer is not Answer.NO:
            pair = replace(_compare(a, b, i, j, far=False), vetoes=(), decision=said)
            found[i, j] = replace(pair, score=1.0) if pair.is_settled else pair
    return found


# ---- pairs


def _look(
    a: Side,
    b: Side,
    lefts: Sequence[int],
    rights: Sequence[int],
    seen: dict[tuple[int, int], _Pair],
    ruled: Mapping[tuple[int, int], Decision],
    far: bool = False,
) -> list[_Pair]:
    """Candidate pairs of two kinds on which no reviewer spoke, looked at; `seen` keeps them all."""
    sides = [[AlignRow(side.rows[i].id, side.rows[i].text) for i in of] for side, of in ((a, lefts), (b, rights))]
    parts = [[side.parts[i] for i in of] for side, of in ((a, lefts), (b, rights))]
    keys = candidates(sides[0], sides[1], parts[0], parts[1])
    found = []
    for x, y in keys:
        if (lefts[x], rights[y]) in ruled:
            continue
        pair = _compare(a, b, lefts[x], rights[y], far)
        seen[pair.left, pair.right] = pair
        found.append(pair)
    return found


def _compare(a: Side, b: Side, i: int, j: int, far: bool) -> _Pair:
    p, q, left, right = a.parts[i], b.parts[j], a.rows[i], b.rows[j]
    diff = difference(p, q)
    size = min(sum(t.weight for t in side.tokens) for side in (p, q))
    values = {
        "kata": diff.alike,
        "kata_penuh": float(not diff.left_only and not diff.right_only),
        "huruf": fuzz.token_sort_ratio(*(" ".join(t.word for t in side.tokens) for side in (p, q))) / 100,
        "ganti": diff.exchanged,
        "tambah": diff.added,
        "induk_sama": float(_same_parent(left.parent, right.parent)),
        "sedikit_kata": float(size <= FEW_WORDS and diff.alike < 1),
        "tingkat_jauh": float(far),
    }
    score = probability(values, bar().values)
    return _Pair(i, j, Evidence(values, diff), score, tuple(v.reason for v in vetoes(p, q, diff)), size, far)


def _same_parent(left: str | None, right: str | None) -> bool:
    return bool(left and right) and fuzz.token_sort_ratio(str(left).casefold(), str(right).casefold()) >= SAME_PARENT


def _assigned(pairs: Sequence[_Pair]) -> dict[tuple[int, int], _Pair]:
    """One-to-one choice; what a veto parts comes in only where nothing better is there, and never as sure."""
    open_pairs = {(p.left, p.right): p for p in pairs if not p.vetoes}
    chosen = {key: open_pairs[key] for key in assign(_worth(open_pairs.values()), _odds(bar().review))}
    lefts, rights = {i for i, _ in chosen}, {j for _, j in chosen}
    barred = {
        (p.left, p.right): p
        for p in pairs
        if p.vetoes and p.size >= LONG and p.score >= bar().link and p.left not in lefts and p.right not in rights
    }
    return chosen | {key: barred[key] for key in assign(_worth(barred.values()), _odds(bar().link))}


def _again(
    a: Side, b: Side, seen: Mapping[tuple[int, int], _Pair], linked: Mapping[tuple[int, int], _Pair]
) -> dict[tuple[int, int], _Pair]:
    """Rows without partner that repeat a linked row of their own document, nearly in its words."""
    found: dict[tuple[int, int], _Pair] = {}
    lefts, rights = dict(linked.keys()), {j: i for i, j in linked}
    for (i, j), pair in seen.items():
        if pair.decision or pair.vetoes or pair.far or pair.score < bar().link or (i in lefts) == (j in rights):
            continue
        side, one, other = (a, i, rights[j]) if j in rights else (b, j, lefts[i])
        twin = _compare(side, side, one, other, far=side.rows[one].kind is not side.rows[other].kind)
        if not twin.vetoes and not twin.far and twin.score >= bar().link:
            found[i, j] = replace(pair, again=True)
    return found


def _worth(pairs: Iterable[_Pair]) -> dict[tuple[int, int], float]:
    return {(p.left, p.right): _odds(p.score) for p in pairs}


def _odds(likely: float) -> float:
    return min(1e9, likely / max(1e-9, 1 - likely))


# ---- links


def _link(a: Side, b: Side, pair: _Pair, rules: Rules) -> StatementLink:
    left, right, p, q = a.rows[pair.left], b.rows[pair.right], a.parts[pair.left], b.parts[pair.right]
    values, diff = {**pair.evidence.values, "satuan_beda": 0.0}, pair.evidence.difference
    kinds = left.kind, right.kind
    changed = changes(AlignRow(left.id, left.text), AlignRow(right.id, right.text), p, q, Evidence(values, diff))
    verb_only = kinds in rules.shift and _only_verb(p, q, pair)
    unsure = bool(pair.vetoes) or pair.far or pair.score < bar().link
    unsure = unsure or values["tambah"] >= NARROWED or (not values["kata_penuh"] and one_sided(p, q))
    told = () if verb_only else changed
    said = pair.decision
    machine = Relation.PERLU_DIPERIKSA if unsure else Relation.BERUBAH if told else Relation.SAMA
    return StatementLink(
        left=left.id,
        right=right.id,
        relation=decided_relation(said, told) if said else machine,
        score=round(pair.score, 4),
        reasons=(
            *((decided_by(said),) if said else ()),
            *pair.vetoes,
            *changed,
            *_supports(left, right, pair, rules),
        ),
        difference=word_difference(left.text, right.text),
        features={name: round(number, 4) for name, number in pair.evidence.values.items() if number},
        decision=said.id if said else None,
    )


def _only_verb(p: NameParts, q: NameParts, pair: _Pair) -> bool:
    """Nothing but the form of the verb in front differs: the level asks for it."""
    diff = pair.evidence.difference
    first = (p.tokens[0].word, q.tokens[0].word)
    return diff.forms == (first,) and not (diff.left_only or diff.right_only or diff.synonyms or diff.reordered)


def _supports(left: StatementRow, right: StatementRow, pair: _Pair, rules: Rules) -> Iterator[str]:
    values = pair.evidence.values
    if left.text.casefold() == right.text.casefold():
        yield "teks sama"
    elif values["kata_penuh"]:
        yield "teks sama selain cara menulisnya"
    else:
        yield f"{values['kata']:.0%} kata sama"
    if (left.kind, right.kind) in rules.shift:
        yield f"{left.kind.value} dokumen atas menjadi {right.kind.value} dokumen bawah"
    elif left.kind is not right.kind:
        yield f"jenis berbeda: {left.kind.value}, {right.kind.value}"
    if values["induk_sama"]:
        yield "pernyataan di atasnya sama"
    if pair.again:
        yield "pernyataan yang sama tercetak beberapa kali dalam satu dokumen"


def _alone(
    a: Side,
    b: Side,
    seen: Mapping[tuple[int, int], _Pair],
    linked: Mapping[tuple[int, int], _Pair],
    rules: Rules,
    ruled: Mapping[tuple[int, int], Decision],
) -> Iterator[StatementLink]:
    """Statements without partner, each with where it was looked for, what came nearest, and what a reviewer parted."""
    nearest: tuple[dict[int, _Pair], dict[int, _Pair]] = {}, {}
    for pair in seen.values():
        for index, side in ((pair.left, nearest[0]), (pair.right, nearest[1])):
            if index not in side or side[index].score < pair.score:
                side[index] = pair
    by_left, by_right = _counts(a), _counts(b)
    pairs = rules.same | rules.shift
    if rules.whole:
        for i, row in enumerate(a.rows):
            kinds = [y for x, y in sorted(pairs) if x is row.kind and by_right[y]]
            if kinds and not any(i == x for x, _ in linked):
                near = nearest[0].get(i)
                yield StatementLink(
                    row.id,
                    None,
                    Relation.TIDAK_BERLANJUT,
                    round(near.score, 4) if near else 0.0,
                    (
                        *_not_found(kinds, by_right, near, b.rows[near.right].text if near else ""),
                        *(_parted(b.rows[y].text, said) for (x, y), said in ruled.items() if x == i),
                    ),
                )
    for j, row in enumerate(b.rows):
        kinds = [x for x, y in sorted(pairs) if y is row.kind and by_left[x]]
        expected = rules.whole or any(y is row.kind for _, y in rules.shift)
        if expected and kinds and not any(j == y for _, y in linked):
            near = nearest[1].get(j)
            yield StatementLink(
                None,
                row.id,
                Relation.BARU,
                round(near.score, 4) if near else 0.0,
                (
                    *_not_found(kinds, by_left, near, a.rows[near.left].text if near else ""),
                    *(_parted(a.rows[x].text, said) for (x, y), said in ruled.items() if y == j),
                ),
            )


def _counts(side: Side) -> Mapping[StatementKind, int]:
    counts: dict[StatementKind, int] = defaultdict(int)
    for row in side.rows:
        counts[row.kind] += 1
    return counts


def _not_found(
    kinds: Sequence[StatementKind], counts: Mapping[StatementKind, int], near: _Pair | None, text: str
) -> tuple[str, ...]:
    among = ", ".join(f"{counts[kind]} {kind.value}" for kind in kinds)
    reasons = [f"tidak ditemukan di antara {among}"]
    if near is not None and near.evidence.values["kata"] >= 0.3:
        why = f"; {near.vetoes[0]}" if near.vetoes else ""
        reasons.append(f"terdekat: “{text[:160]}” ({near.evidence.values['kata']:.0%} kata sama{why})")
    return tuple(reasons)


def _parted(text: str, said: Decision) -> str:
    return f"bukan “{text[:160]}”: {decided_by(said)}"
