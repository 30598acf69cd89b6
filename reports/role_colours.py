"""One colour for each kind of column, told apart also in pale tints."""

from __future__ import annotations

from extractors.tables.columns import Role

_COLOURS = {
    "#64748b": (Role.NO, Role.CODE),
    "#7c3aed": (Role.VISI, Role.MISI, Role.TUJUAN, Role.SASARAN, Role.STRATEGI, Role.KEBIJAKAN),
    "#2563eb": (Role.NAME, Role.URUSAN, Role.PROGRAM, Role.KEGIATAN, Role.SUBKEGIATAN, Role.OUTCOME),
    "#059669": (Role.INDICATOR,),
    "#0891b2": (Role.UNIT,),
    "#ca8a04": (Role.BASELINE,),
    "#ea580c": (Role.TARGET,),
    "#be123c": (Role.FINAL,),
    "#db2777": (Role.REALISATION,),
    "#92400e": (Role.BUDGET, Role.FINAL_BUDGET, Role.SPENDING),
    "#4d7c0f": (Role.RESPONSIBLE,),
}
_OF = {role: colour for colour, roles in _COLOURS.items() for role in roles}


def colour_of(role: Role) -> str:
    """The colour of a column with this role as "#rrggbb"; grey for what is not used."""
    return _OF.get(role, "#9ca3af")
