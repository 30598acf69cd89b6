"""Labels set as headings that go on in a second line ("B. Misi 2: Memperkuat layanan dasar dan" / "ekonomi warga")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractors.prose import Form, Unit

_LABELLED = re.compile(r"^(?:[A-Z]\.|[\d.]+)?\s*(?:misi|tujuan|sasaran|strategi)\s+(?:ke\W?)?[\w.]{1,8}\s*:\s*\S", re.I)
_MOST = 15
"""Words that the other lines of a heading have at most."""


def rejoined(units: Iterable[Unit]) -> Iterator[Unit]:
    """The units, each labelled heading with the line that ends it."""
    held: Unit | None = None
    for unit in units:
        if held is not None and _ends(held, unit):
            yield replace(held, text=f"{held.text} {unit.text}")
            held = None
            continue
        if held is not None:
            yield held
        held = unit if unit.form is Form.HEADING and _LABELLED.match(unit.text) else None
        if held is None:
            yield unit
    if held is not None:
        yield held


def _ends(heading: Unit, unit: Unit) -> bool:
    """Whether a unit is the short text right below a heading that fills its line."""
    if unit.form is not Form.TEXT or unit.page != heading.page or heading.box is None or unit.box is None:
        return False
    if len(unit.text.split()) > _MOST or unit.text.rstrip()[-1:] in ".:;":
        return False
    height = heading.box[3] - heading.box[1]
    near = 0 <= unit.box[1] - heading.box[3] < height
    return near and unit.box[3] - unit.box[1] < 3 * height and heading.box[2] > unit.box[2] - 4 * height
