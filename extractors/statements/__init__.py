"""Goal statements in running text: visi, misi, tujuan, sasaran, strategi, arah kebijakan, program prioritas.

`reader` walks over the units of text, but for figures (`pages`), and takes what they announce: the rest of a label
("Misi Kedua :", `labels`), the list behind a lead sentence ("... 4 (empat) misi sebagai berikut:", `leads`, `lists`), a
vision in quotation marks (`quotations`). The words that announce are cues of `models/lexicon/statements.toml`, found by
a spaCy pipeline without a trained model (`pipeline`). `drafts` keeps what was taken and names the statement above each,
`repeats` leaves each standing once.

Precision comes first: what the sentence or section (`ownership`, `sections`) says about the plans of the nation or of
twenty years is left out, what a document of one OPD says about the region's is given little confidence, purposes of
documents, programs and meetings are no statements (`leads`), nor is what does not read like a goal (`wording`).
"""

from __future__ import annotations

from extractors.layout import Layout
from extractors.prose import Form, units
from extractors.statements.headings import rejoined
from extractors.statements.pages import crowded_pages, turned_pages
from extractors.statements.reader import Reader
from extractors.statements.repeats import once
from extractors.statements.wording import MENTION
from models.document import Identity
from models.indicator import Statement


def read_statements(layout: Layout, identity: Identity | None) -> tuple[Statement, ...]:
    """Find the goal statements that stand in running text.

    Args:
        layout: the file as read.
        identity: what the file is; a document of one OPD is told from one of its region. None when not known.

    Returns:
        Statements in reading order with number, parent and evidence, each once (the surest, else the first).
    """
    text = list(rejoined(units(layout)))
    if not any(unit.form is not Form.BREAK and MENTION.search(unit.text) for unit in text):
        return ()
    reader = Reader(layout.file, identity)
    crowded = crowded_pages(text) | turned_pages(layout)
    for unit in text:
        if unit.page not in crowded or unit.form is Form.HEADING:
            reader.read(unit)
    reader.close()
    return once(reader.found)


__all__ = ["read_statements"]
