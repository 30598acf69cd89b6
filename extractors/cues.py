"""Cues of a lexicon as entities in running text: one spaCy pipeline without a trained model (`spacy.blank("id")`).

Statements and claims each build theirs on it and add matchers of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from models.lexicon import entries

if TYPE_CHECKING:
    from spacy.language import Language


def cue_pipeline(lexicon: str) -> Language:
    """A pipeline that parts sentences and labels the phrases of the group `cue` of a lexicon file.

    Importing spaCy takes most of a second: call it at first use and keep the answer.
    """
    import spacy
    from spacy.util import registry

    registry.tokenizers("selaras.Tokenizer.v1", func=_light_tokenizer)
    nlp = spacy.blank("id", config={"nlp": {"tokenizer": {"@tokenizers": "selaras.Tokenizer.v1"}}})
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?"]})
    ruler = nlp.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
    patterns = [
        {"label": entry["cue"], "id": entry.get("id", ""), "pattern": phrase}
        for entry in entries(lexicon, "cue")
        for phrase in entry["phrases"]
    ]
    ruler.add_patterns(patterns)  # type: ignore[attr-defined]
    return nlp


def _light_tokenizer() -> Callable[[Language], Any]:
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
