"""Two texts as one, word by word, for people: what fell away and what came in."""

from __future__ import annotations

from difflib import SequenceMatcher

from rapidfuzz.utils import default_process


def word_difference(left: str, right: str) -> str:
    """Both texts in one line: `Meningkatnya [-mutu-] {+kualitas+} pendidikan`.

    Case and punctuation are no difference; words that agree are printed as on the right.
    """
    a, b = left.split(), right.split()
    plain_a, plain_b = [default_process(word) for word in a], [default_process(word) for word in b]
    line: list[str] = []
    for what, start, end, first, last in SequenceMatcher(None, plain_a, plain_b, autojunk=False).get_opcodes():
        if what == "equal":
            line += b[first:last]
            continue
        line += [f"[-{' '.join(a[start:end])}-]"] if any(plain_a[start:end]) else []
        line += [f"{{+{' '.join(b[first:last])}+}}"] if any(plain_b[first:last]) else []
    return " ".join(line)
