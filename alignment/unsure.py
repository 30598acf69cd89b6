"""When two indicators are much alike and yet perhaps not one: a person has to look."""

from __future__ import annotations

from collections.abc import Mapping

from alignment.features import OUTPUTS, Evidence, one_sided
from alignment.normalise import NameParts
from alignment.row import AlignRow


def narrowed(x: AlignRow, y: AlignRow, p: NameParts, q: NameParts, values: Mapping[str, float]) -> bool:
    """A population or a part named on one side only, and no equal numbers: "Rata-rata lama sekolah" of which ages?

    On another level any word of a contrast set narrows: fish production (tujuan) and its aquaculture (program).
    """
    if values["deret_sama"] or values["pagu_sama"] or values["nama_penuh"]:
        return False
    other_level = bool(x.level and y.level) and x.level != y.level
    return bool(values["kualifikasi"]) or (other_level and not values["kode_sama"] and one_sided(p, q))


EXCHANGED = 0.6
"""`kata_ganti` (two of three words) from which equal numbers of a third row no longer prove a pair."""
SHORT = 0.15
"""Share of two names from which one exchanged word makes another thing of a short name ("literasi", "numerasi")."""
FAR = 0.75
"""Share of agreeing words below which other units of counting mean another output."""


def another_output(p: NameParts, q: NameParts, evidence: Evidence) -> bool:
    """Much alike, but perhaps another output of another activity, and neither code nor numbers say that it is not.

    One side counts papers or meetings on the thing; one word of a short name was exchanged for an unrelated one; words
    were exchanged and something else is counted.
    """
    values, diff = evidence.values, evidence.difference
    if values["deret_sama"] or values["pagu_sama"] or values["kode_sama"] or values["nama_penuh"]:
        return False
    swapped = len(diff.left_only) == len(diff.right_only) == 1 and diff.exchanged >= SHORT
    counted = bool(values["kata_ganti"]) and values["satuan_beda"] >= 1 and values["nama"] < FAR
    return swapped or counted or one_sided(p, q, OUTPUTS)


LONGEST = 600
"""Letters that the name of one indicator has at most; a longer text is a cell in which several things ran together."""


def overlong(left: str, right: str) -> int:
    """Length of the longer name when it is no name any more, else 0. The same long text on both sides is the same."""
    longest = max(len(left), len(right))
    return 0 if longest <= LONGEST or left.casefold() == right.casefold() else longest
