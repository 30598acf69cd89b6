"""Two names held against each other word by word: what agrees, what was exchanged, what was added."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from alignment.normalise import NameParts, Token
from models import lexicon

SLIP = 0.84
"""Words of five letters and more that are this alike are one word with a slip, unless the lexicon says otherwise."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How two names differ.

    Attributes:
        alike: weight of the words that agree over the weight of all words, 0 to 1 (1: no content word differs).
        exchanged: share of the weight that stands against other words on the other side.
        added: share of the weight that only one side has.
        left_only, right_only: words without a partner.
        slips: pairs of words that differ by a slip of the pen or by a space.
        forms: pairs of words of one root ("pemenuhan", "terpenuhi").
        synonyms: pairs of words of one meaning.
        acronyms: an acronym on one side, its words on the other.
    reordered: the words that agree stand in another order.
    """

    alike: float
    exchanged: float
    added: float
    left_only: tuple[str, ...] = ()
    right_only: tuple[str, ...] = ()
    slips: tuple[tuple[str, str], ...] = ()
    forms: tuple[tuple[str, str], ...] = ()
    synonyms: tuple[tuple[str, str], ...] = ()
    acronyms: tuple[tuple[str, str], ...] = ()
    reordered: bool = False


_VALUE = {"slip": 0.97, "form": 0.85, "synonym": 0.9, "acronym": 0.95}


def difference(left: NameParts, right: NameParts) -> Difference:
    """Hold two names against each other; words of one meaning are unified where that brings them nearer."""
    plain = _compare(left.tokens, right.tokens)
    if left.concepts == left.tokens and right.concepts == right.tokens:
        return plain
    unified = _compare(left.concepts, right.concepts)
    alike = unified.alike - (1 - _VALUE["synonym"]) * _share_of_others(left, right)
    if alike <= plain.alike:
        return plain
    pair = (" ".join(t.word for t in left.tokens), " ".join(t.word for t in right.tokens))
    return Difference(
        alike=alike,
        exchanged=unified.exchanged,
        added=unified.added,
        left_only=unified.left_only,
        right_only=unified.right_only,
        slips=unified.slips,
        forms=unified.forms,
        synonyms=(*unified.synonyms, pair),
        acronyms=unified.acronyms,
        reordered=unified.reordered,
    )


def _share_of_others(left: NameParts, right: NameParts) -> float:
    """Share of the words that stand only in the unified names: what the agreement owes to words of one meaning."""
    others = total = 0.0
    for side in (left, right):
        own = {token.word for token in side.tokens}
        total += sum(token.weight for token in side.concepts)
        others += sum(token.weight for token in side.concepts if token.word not in own)
    return others / total if total else 0.0


def _compare(left: Sequence[Token], right: Sequence[Token]) -> Difference:
    total = sum(t.weight for t in left) + sum(t.weight for t in right)
    if not left or not right or not total:
        return Difference(
            0.0, 0.0, 1.0 if left or right else 0.0, tuple(t.word for t in left), tuple(t.word for t in right)
        )
    of_right = {t.word: t for t in right}
    agreed = 0.0
    a: list[Token] = []
    for token in left:
        partner = of_right.pop(token.word, None)
        if partner is None:
            a.append(token)
        else:
            agreed += token.weight + partner.weight
    b = [t for t in right if t.word in of_right]
    both = {t.word for t in left} - {t.word for t in a}
    reordered = len(both) > 1 and [t.word for t in left if t.word in both] != [t.word for t in right if t.word in both]
    pairs: dict[str, list[tuple[str, str]]] = {"slip": [], "form": [], "synonym": [], "acronym": []}
    if a and b and _may_be_kin(a, b):
        agreed += _partners(a, b, pairs)
    left_weight, right_weight = sum(t.weight for t in a), sum(t.weight for t in b)
    exchanged = 2 * min(left_weight, right_weight) / total
    added = abs(left_weight - right_weight) / total
    return Difference(
        alike=agreed / total,
        exchanged=exchanged,
        added=added,
        left_only=tuple(t.word for t in a),
        right_only=tuple(t.word for t in b),
        slips=tuple(pairs["slip"]),
        forms=tuple(pairs["form"]),
        synonyms=tuple(pairs["synonym"]),
        acronyms=tuple(pairs["acronym"]),
        reordered=reordered,
    )


def _may_be_kin(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Whether any word of `a` can have a partner in `b`: told by keys and lengths, without holding words together."""
    if not _all_keys(a).isdisjoint(_all_keys(b)):
        return True
    return any(t.acronym for t in (*a, *b)) or _may_join(a, b) or _may_join(b, a)


def _all_keys(tokens: Sequence[Token]) -> frozenset[str]:
    return _keys(tokens[0].word).union(*[_keys(t.word) for t in tokens[1:]])


def _may_join(a: Sequence[Token], b: Sequence[Token]) -> bool:
    """Whether a word of `b` is long enough for two neighbours of `a`, give or take a slip."""
    longest = max(len(t.word) for t in b) + 2
    return longest >= 8 and any(len(x.word) + len(y.word) <= longest for x, y in pairwise(a))


def _partners(a: list[Token], b: list[Token], pairs: dict[str, list[tuple[str, str]]]) -> float:
    """Pair leftover words by slip, root, meaning, initials; pairs leave `a` and `b`. Gives the weight that agrees."""
    agreed = _joined(a, b, pairs["slip"]) + _joined(b, a, pairs["slip"], turned=True)
    for kind, key, related in _RELATIONS:
        keys = frozenset().union(*(key(t.word) for t in b))
        for token in [t for t in a if not keys.isdisjoint(key(t.word))]:
            partner = next((t for t in b if related(token.word, t.word)), None)
            if partner is not None:
                a.remove(token)
                b.remove(partner)
                pairs[kind].append((token.word, partner.word))
                agreed += _VALUE[kind] * (token.weight + partner.weight)
    agreed += _initials(a, b, pairs["acronym"])
    agreed += _initials(b, a, pairs["acronym"], turned=True)
    return agreed


def _joined(a: list[Token], b: list[Token], pairs: list[tuple[str, str]], turned: bool = False) -> float:
    """Two neighbouring words of `a` that are one word of `b`: "ketenaga kerjaan", "tindak lanjuti"."""
    agreed = 0.0
    long = [t for t in b if len(t.word) >= 6]
    for first, second in list(pairwise(a)) if long else ():
        size = len(first.word) + len(second.word)
        near = [t for t in long if t.word[0] == first.word[0] and abs(len(t.word) - size) <= 2]
        whole = first.word + second.word if near else ""
        partner = next((t for t in near if t.word == whole or _slip(t.word, whole)), None)
        if partner is not None and first in a and second in a:
            a.remove(first)
            a.remove(second)
            b.remove(partner)
            long.remove(partner)
            both = (f"{first.word} {second.word}", partner.word)
            pairs.append(both[::-1] if turned else both)
            agreed += _VALUE["slip"] * (first.weight + second.weight + partner.weight)
    return agreed


def _initials(a: list[Token], b: list[Token], pairs: list[tuple[str, str]], turned: bool = False) -> float:
    """An acronym of `a` whose letters are the initials of neighbouring leftover words of `b`."""
    agreed = 0.0
    for token in [t for t in a if t.acronym]:
        size = len(token.word)
        for start in range(len(b) - size + 1):
            run = b[start : start + size]
            if "".join(t.word[0] for t in run) == token.word:
                a.remove(token)
                del b[start : start + size]
                both = (token.word.upper(), " ".join(t.word for t in run))
                pairs.append(both[::-1] if turned else both)
                agreed += _VALUE["acronym"] * (token.weight + sum(t.weight for t in run))
                break
    return agreed


def _slip(left: str, right: str) -> bool:
    """Whether two words are one with a slip of the pen. The first letter is never the slip: `formal`, `normal`."""
    return left[0] == right[0] and abs(len(left) - len(right)) <= 2 and _near(left, right)


@lru_cache(maxsize=262144)
def _near(left: str, right: str) -> bool:
    return (
        min(len(left), len(right)) >= 5
        and left.isalpha()
        and Levenshtein.normalized_similarity(left, right, score_cutoff=SLIP) > 0
        and not _other_words(left, right)
        and not _affixes_only(left, right)
    )


def _form(left: str, right: str) -> bool:
    return not roots(left).isdisjoint(roots(right)) and not _other_words(left, right)


def _synonym(left: str, right: str) -> bool:
    return _meaning(left) == _meaning(right) and not _other_words(left, right)


@lru_cache(maxsize=65536)
def _keys(word: str) -> frozenset[str]:
    """Keys of which two words share one if they are kin in any way: roots, meaning, and where a slip can lie.

    Up to twelve letters `SLIP` allows one slip: behind the first three letters, or in front of the last two.
    """
    slip = {f"{word[:3]}-", f"{word[0]}-{word[-2:]}"} | ({f"{word[0]}-"} if len(word) >= 11 else set())
    return roots(word) | _meaning(word) | slip


def _first_letter(word: str) -> frozenset[str]:
    return frozenset(word[0])


@lru_cache(maxsize=65536)
def _meaning(word: str) -> frozenset[str]:
    return frozenset({_synonyms().get(word, word)})


def _affixes_only(left: str, right: str) -> bool:
    """Whether two words of one root differ by their affixes ("melaksanakan", "dilaksanakan"): a form, no slip."""
    return left[:2] != right[:2] and bool(roots(left) & roots(right))


_SUFFIXES = ("nya", "kan", "an", "i", "kannya", "annya", "inya")
_PREFIXES = tuple(
    pair
    for prefixes, starts in (
        ("memper diper menge penge me pe ber ter per di ke se", ("",)),
        ("meny peny", ("s",)),
        ("meng peng", ("", "k")),
        ("mem pem", ("", "p")),
        ("men pen", ("", "t")),
    )
    for prefix in prefixes.split()
    for pair in ((prefix, start) for start in starts)
)
"""Prefixes with the letter that they took from the root: meN- and peN- swallow k, p, s, t."""


@lru_cache(maxsize=65536)
def roots(word: str) -> frozenset[str]:
    """Possible roots of an Indonesian word, four letters and more: affixes taken off in every way, no dictionary."""
    if not word.isalpha() or len(word) < 5:
        return frozenset({word})
    stems = {word} | {word[: -len(s)] for s in _SUFFIXES if word.endswith(s) and len(word) - len(s) >= 4}
    result = set(stems)
    for _ in range(2):
        stems = {
            start + stem[len(prefix) :]
            for stem in stems
            for prefix, start in _PREFIXES
            if stem.startswith(prefix) and len(stem) - len(prefix) + len(start) >= 4
        }
        result |= stems
    return frozenset(result)


_RELATIONS: tuple[tuple[str, Callable[[str], frozenset[str]], Callable[[str, str], bool]], ...] = (
    ("slip", _first_letter, _slip),
    ("form", roots, _form),
    ("synonym", _meaning, _synonym),
)
"""Kinds of kinship of two words, with keys of which related words share one, so that most words need no closer look."""


@cache
def _lookalikes() -> frozenset[frozenset[str]]:
    rows = lexicon.entries("contrasts", "lookalike")
    return frozenset(frozenset(pair) for row in rows for pair in row["pairs"])


@cache
def _contrast_words() -> Mapping[str, frozenset[tuple[int, int]]]:
    """Single words of contrast sets -> (set, member)."""
    found: dict[str, set[tuple[int, int]]] = {}
    for number, row in enumerate(lexicon.entries("contrasts", "contrast")):
        for member, words in enumerate(row["members"]):
            for word in words:
                if " " not in word:
                    found.setdefault(word, set()).add((number, member))
    return {word: frozenset(places) for word, places in found.items()}


def _other_words(left: str, right: str) -> bool:
    """Whether the lexicon says that two words are not one: they look alike, or exclude each other."""
    if frozenset((left, right)) in _lookalikes():
        return True
    here, there = _contrast_words().get(left), _contrast_words().get(right)
    if not here or not there:
        return False
    return any(g == h and m != n for g, m in here for h, n in there)


@cache
def _synonyms() -> Mapping[str, str]:
    """Single words of one meaning -> the stored one."""
    rows = lexicon.entries("synonyms", "synonym")
    return {
        word: forms[0] for row in rows for forms in row["forms"] if all(" " not in w for w in forms) for word in forms
    }
