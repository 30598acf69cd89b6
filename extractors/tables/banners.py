"""Goals printed over a table: in lines above it, and in its own rows above the header."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from extractors.tables.columns import Role
from extractors.tables.draft import Text
from extractors.tables.labels import GOAL_ABOVE, MISI_ABOVE, Goal, labelled_goal
from extractors.tables.stitch import Section
from extractors.tables.text import Words, line_texts

_LINES_ABOVE, _FAR_ABOVE = 3, 12
"""Lines over a table in which a goal of its own, a misi of its part, stand."""


def goals_above(section: Section, held: Collection[Role]) -> dict[Role, Text]:
    """A misi printed above the table; a tujuan or sasaran in the lines right above it; none that has a column."""
    texts = [paragraph.text for paragraph in section.above][-_FAR_ABOVE:]
    goals: dict[Role, Text] = {}
    for text in texts:
        if found := MISI_ABOVE.match(text):
            said = found["after"] or found["beside"]
            goals[Role.MISI] = Text([said.strip(" “”\"'")])
    lines = texts[-_LINES_ABOVE:]
    places = [i for i, line in enumerate(lines) if GOAL_ABOVE.match(line)]
    if len(places) == 1 and (goal := GOAL_ABOVE.match(lines[places[0]])):
        role = Role.TUJUAN if goal[1].casefold() == "tujuan" else Role.SASARAN
        goals[role] = Text([goal[2], *lines[places[0] + 1 :]])
    return {role: text for role, text in goals.items() if role not in held}


def goals_over_header(section: Section, held: Collection[Role], words: Words) -> Iterator[tuple[Goal, Text]]:
    """The labelled goals in rows above and in the header (`Visi: ...`, `Misi 1: ...`); none that has a column."""
    table = section.grid.table
    for place in range(section.body):
        for cell in section.grid.starting(place):
            said = Text(line_texts(cell.lines), table.page, table.number, place, cell.box)
            goal = labelled_goal(words.join(said.lines))
            if goal and Role(goal.kind) not in held:
                yield goal, said
