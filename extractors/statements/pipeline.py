"""The spaCy pipeline that finds the cues of the lexicon, built without a trained model (`spacy.blank("id")`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from models.lexicon import entries

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc, Span


@dataclass(frozen=True)
class Tools:
    """The pipeline, and what finds in its texts: labels at the start, announced kinds, openings of quoted visions."""

    nlp: Language
    label: Matcher
    announced: Matcher
    quoted: Matcher


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
    patterns = [
        {"label": entry["cue"], "id": entry.get("id", ""), "pattern": phrase}
        for entry in entries("statements", "cue")
        for phrase in entry["phrases"]
    ]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    kind: dict[str, Any] = {"ENT_TYPE": "KIND"}
    number: dict[str, Any] = {"TEXT": {"REGEX": r"^\d{1,2}(?:\.\d{1,2})*\.?$"}}
    bracket = {"ORTH": {"IN": ["(", ")"]}, "OP": "?"}
    label = Matcher(nlp.vocab)
    few = {"ENT_TYPE": {"IN": ["MODIFIER", "OFFICE", "REGION", "PLACE"]}, "OP": "*"}
    order = {"ENT_TYPE": "ORDINAL", "OP": "+"}
    end = {"ORTH": {"IN": [":", ",", ".", "-", "–", ";"]}, "OP": "?"}
    numbered: list[list[dict[str, Any]]] = [[order], [bracket, number, bracket], []]
    label.add(
        "LABEL",
        [
            [{**kind, "OP": "+"}, few, *one, end]
            for one in numbered
        ]
        + [
            [{**kind, "OP": "+"}, few, *one, {**kind, "OP": "+"}, *two, end]
            for one in numbered
            for two in numbered[:2]
        ],
    )  # fmt: skip
    announced = Matcher(nlp.vocab)
    gap = {"IS_ALPHA": True, "OP": "?"}
    announced.add("COUNT", [[{"ENT_TYPE": "COUNT"}, kind], [{"ORTH": ")"}, kind], [{"LIKE_NUM": True}, kind]])
    announced.add("SETTING", [[{"ENT_TYPE": "SETTING"}, gap, gap, kind]])
    between = {"ENT_TYPE": {"NOT_IN": ["KIND", "SETTING"]}, "IS_SENT_START": False, "OP": "{0,4}"}
    announced.add("TOWARD", [[{"ENT_TYPE": "TOWARD"}, between, kind]])
    announced.add(
        "JOINED", [[{**kind, "OP": "+"}, {"ORTH": {"IN": [",", "dan", "serta", "&", "/", "juga"]}, "OP": "+"}, kind]]
    )
    quoted = Matcher(nlp.vocab)
    opening = {"ORTH": {"IN": ["“", '"', "”", "''", "‘"]}, "OP": "+"}
    lead = {"ENT_TYPE": "LEAD"}
    vision = {"ENT_TYPE": "KIND", "ENT_ID": "visi"}
    quoted.add(
        "VISION",
        [[{**before, "OP": "+"}, {"ORTH": ":", "OP": "?"}, opening] for before in (vision, lead, {"ORTH": ":"})],
    )
    return Tools(nlp, label, announced, quoted)


def light_tokenizer() -> Callable[[Language], Any]:
    """The Indonesian tokenizer with its abbreviations, but without its 16,000 hyphenated words.

    Those cost seconds at every start; cues match the same with the parts of a hyphenated word as tokens.
    """
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

    def build(nlp: Language) -> Any:
        defaults = nlp.Defaults
        return Tokenizer(
            nlp.vocab,
            rules={word: parts for word, parts in (defaults.tokenizer_exceptions or {}).items() if "-" not in word},
            prefix_search=compile_prefix_regex(defaults.prefixes or ()).search,
            suffix_search=compile_suffix_regex(defaults.suffixes or ()).search,
            infix_finditer=compile_infix_regex(defaults.infixes or ()).finditer,
        )

    return build


def parse(text: str) -> Doc:
    """The text as tokens, its cues as entities, its sentences apart."""
    return tools().nlp(text)


def cues(span: Span, *labels: str) -> bool:
    """Whether a cue of one of these labels stands in the span."""
    return any(token.ent_type_ in labels for token in span)
