"""The spaCy pipeline that finds claimed numbers, built without a trained model (`spacy.blank("id")`)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from extractors.statements.pipeline import light_tokenizer
from models.lexicon import entries

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
    import spacy
    from spacy.matcher import Matcher
    from spacy.util import registry

    registry.tokenizers("selaras.Tokenizer.v1", func=light_tokenizer)
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "selaras.Tokenizer.v1"}}})
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?"]})
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": entry["cue"], "id": entry.get("id", ""), "pattern": phrase}
            for entry in entries("claims", "cue")
            for phrase in entry["phrases"]
        ]
    )
    number: dict[str, Any] = {"TEXT": {"REGEX": r"^\d+(?:[.,]\d+)*$"}}
    words: list[dict[str, Any]] = [{"ORTH": "("}, {"IS_ALPHA": True, "OP": "{1,8}"}, {"ORTH": ")"}]
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
            [holds, number, piece, counted],
            [counted, {**link, "OP": "*"}, number, counted],
        ],
    )
    claim.add("VALUE", [[{"ENT_TYPE": "CONNECT", "OP": "+"}, {"ENT_TYPE": "ABOUT", "OP": "*"}, money, number]])
    return Tools(nlp, claim)
