"""What finds claimed numbers in running text: the cues of the lexicon and the matchers over them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from extractors.cues import cue_pipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher


@dataclass(frozen=True)
class Tools:
    """The pipeline and its matcher; the matches are named COUNT and VALUE."""

    nlp: Language
    claim: Matcher


@cache
def tools() -> Tools:
    """The pipeline, built at first use: importing spaCy takes most of a second."""
    from spacy.matcher import Matcher

    nlp = cue_pipeline("claims")
    number: dict[str, Any] = {"TEXT": {"REGEX": r"^\d+(?:[.,]\d+)*$"}}
    words: list[dict[str, Any]] = [{"ORTH": "("}, {"IS_ALPHA": True, "OP": "{1,8}"}, {"ORTH": ")"}]
    share: list[dict[str, Any]] = [{"ORTH": "("}, number, {"LOWER": {"IN": ["persen", "%"]}}, {"ORTH": ")"}]
    piece: dict[str, Any] = {"LOWER": "buah", "OP": "?"}
    counted: dict[str, Any] = {"ENT_TYPE": "COUNTED"}
    holds: dict[str, Any] = {"ENT_TYPE": {"IN": ["HOLDS", "CONNECT"]}, "OP": "+"}
    link: dict[str, Any] = {"LOWER": {"IN": [",", "dan", "serta", "dengan"]}, "OP": "+"}
    money: dict[str, Any] = {"LOWER": {"IN": ["rp", "rp."]}, "OP": "?"}
    claim = Matcher(nlp.vocab)
    claim.add(
        "COUNT",
        [
            [number, *words, piece, counted],
            [number, *share, piece, counted],
            [holds, number, piece, counted],
            [counted, {**link, "OP": "*"}, number, counted],
        ],
    )
    claim.add("VALUE", [[{"ENT_TYPE": "CONNECT", "OP": "+"}, {"ENT_TYPE": "ABOUT", "OP": "*"}, money, number]])
    return Tools(nlp, claim)
