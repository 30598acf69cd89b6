"""What finds goal statements in running text: the cues of the lexicon and the matchers over them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from extractors.cues import cue_pipeline

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
    from spacy.matcher import Matcher

    nlp = cue_pipeline("statements")
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


def parse(text: str) -> Doc:
    """The text as tokens, its cues as entities, its sentences apart."""
    return tools().nlp(text)


def cues(span: Span, *labels: str) -> bool:
    """Whether a cue of one of these labels stands in the span."""
    return any(token.ent_type_ in labels for token in span)
