"""Headings of a database export: field names (`kode_subkegiatan`, `uraian`, `menjadi_target`) in one row.

Other than a printed form it has the plan before and after a change side by side, a code for each level, and further
targets beside the row's own. Only tables with such names are touched.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractors.tables.header import Header
from extractors.tables.headings import Heading, read_heading
from models.lexicon import entries

_LEAST = 3
"""Headings with an underscore from which on a row is one of field names."""
_DEPTH = ("urusan", "program", "kegiatan", "subkegiatan")
_GUESSED = 0.6
"""Score of a description that stands for the indicator."""


def read_fields(header: Header) -> Header:
    """The header with what the field names of an export mean together; any other header as it is."""
    texts = [leaf.headings[0].text if len(leaf.headings) == 1 else "" for leaf in header.leaves]
    if sum(re.fullmatch(r"\w+_\w+", text) is not None for text in texts) < _LEAST:
        return header
    headings = _after_change([read_heading(text) for text in texts])
    headings = _deepest_code(headings)
    headings = _own_only(_own_only(headings, "target"), "unit")
    headings = _with_indicator(headings)
    return replace(
        header,
        leaves=tuple(
            replace(leaf, headings=(heading,)) if text else leaf
            for leaf, text, heading in zip(header.leaves, texts, headings, strict=True)
        ),
    )


@cache
def _after() -> re.Pattern[str]:
    (words,) = entries("headers", "revision")
    return re.compile(rf"(?:{'|'.join(words['after'])})", re.IGNORECASE)


def _after_change(headings: Sequence[Heading]) -> list[Heading]:
    """Of `target` and `menjadi_target` the later one counts, and means what the earlier one does."""
    made = list(headings)
    place = {heading.text.casefold(): index for index, heading in enumerate(headings)}
    for index, heading in enumerate(headings):
        spoken = heading.text.replace("_", " ")
        plain = _after().sub("", spoken).strip().replace(" ", "_").casefold()
        earlier = place.get(plain)
        if plain != heading.text.casefold() and earlier is not None:
            made[index] = replace(headings[earlier], text=heading.text)
            made[earlier] = _dropped(headings[earlier])
    return made


def _deepest_code(headings: Sequence[Heading]) -> list[Heading]:
    """Of the codes of OPD, program and sub kegiatan the one that says most."""
    depth = {
        index: max((_DEPTH.index(rung) for rung in heading.rungs if rung in _DEPTH), default=-1)
        for index, heading in enumerate(headings)
        if heading.role == "code"
    }
    best = max(depth, key=lambda index: depth[index], default=None)
    if best is None or depth[best] < 0:
        return list(headings)
    return [_dropped(h) if i in depth and i != best else h for i, h in enumerate(headings)]


def _own_only(headings: Sequence[Heading], role: str) -> list[Heading]:
    """Beside `target` other targets of the same time (`target_kinerja`) are of something else; so are units."""
    made = list(headings)
    mine = [i for i, h in enumerate(headings) if h.role == role and h.year is None and h.term is None]
    words = {i: _after().sub("", headings[i].text.replace("_", " ")).split() for i in mine}
    bare = [i for i in mine if len(words[i]) == 1]
    for index in mine if len(bare) == 1 else ():
        if index != bare[0]:
            made[index] = _dropped(headings[index])
    return made


def _dropped(heading: Heading) -> Heading:
    return Heading(heading.text, "ignore", 1.0)


def _with_indicator(headings: Sequence[Heading]) -> list[Heading]:
    """A description with a target and a unit is what is measured where no field is named an indicator."""
    roles = [heading.role for heading in headings]
    if "indicator" in roles or not {"target", "unit"} <= set(roles) or roles.count("description") != 1:
        return list(headings)
    return [replace(h, role="indicator", score=_GUESSED) if h.role == "description" else h for h in headings]
