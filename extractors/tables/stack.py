"""Several indicators in one ruled cell: part them, and give each the values that stand beside it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extractors.layout import Line
from extractors.tables.columns import MONEY, RUNGS, STATEMENTS, VALUES, Column, Role
from extractors.tables.labels import FIRST_WORDS
from extractors.tables.numbers import goes_on
from extractors.tables.rows import Part, Row
from extractors.tables.shares import line_blocks
from extractors.tables.text import is_blank, item_start
from models.units import is_unit

_VALUE_START = re.compile(
    r"^(?:[<>≤≥±]?\s*(?:Rp\.?\s*)?[-–—]?\s*[\d(]|n/?a\b|[-–—]+\s*$|[A-D]{1,2}\b[+-]?\s*$|wtp|wdp)", re.IGNORECASE
)
_LABEL = re.compile(
    r"^\s*(input|masukan|output|keluaran|outcome|hasil|benefit|manfaat|impact|dampak)\s*:?\s*$", re.IGNORECASE
)
_BARE_START = re.compile(r"^\s*(\d{1,2})\s+(?=[A-Z])")


_UNIT_END = re.compile(r"(?:[\d.,]+\s*)?(?P<unit>[^\W\d_]+)")
_NUMBER_AND_UNIT = re.compile(r"[\d.,]+\s*[^\W\d_]+")
_TABULAR = 3
"""Lines of a number and its unit from which on a cell is read as a column of values."""
_OPEN_END = re.compile(
    r"(?:\b(?:sebanyak|sebesar|seluas|sejumlah|sepanjang|dan|atau|di|pada|untuk|dengan|per|ke|dari|yaitu)|[,+&:=])$",
    re.IGNORECASE,
)
"""A line of a value that ends so goes on in the next one, though that begins with a number."""
_BESIDE = (*STATEMENTS, *RUNGS, Role.NAME, Role.RESPONSIBLE)


def unstack(row: Row, columns: Sequence[Column]) -> list[Row]:
    """The row as one row per indicator; itself when nothing is stacked."""
    stacks: dict[int, list[tuple[Line, ...]]] = {}
    for index, column in enumerate(columns):
        part = row.parts.get(index)
        if column.role is Role.INDICATOR and part is not None and not part.blank:
            owned = [i for i, c in enumerate(columns) if c.owner == index and c.role in VALUES]
            items = _items(part, [row.parts[i] for i in owned if i in row.parts])
            if len(items) > 1:
                stacks[index] = items
    if not stacks:
        return [row]
    count = max(len(items) for items in stacks.values())
    rows = [_copy(row, number) for number in range(count)]
    named = {
        number
        for index, part in row.parts.items()
        if columns[index].role in (*RUNGS, Role.NAME)
        for number in _texts_beside(part, stacks)
    }
    for index, part in row.parts.items():
        column = columns[index]
        own = index if column.role is Role.INDICATOR else column.owner
        if own in stacks and index == own:
            for number, lines in enumerate(stacks[own]):
                rows[number].parts[index] = replace(part, lines=lines, pieces=(), box=_box(lines) or part.box)
        elif own is not None and own in stacks and column.role in (*VALUES, *MONEY, Role.UNIT):
            _deal(part, stacks[own], rows, index, column.role, named)
        elif column.role in _BESIDE and (shares := _texts_beside(part, stacks)):
            for number, lines in shares.items():
                rows[number].parts[index] = replace(part, lines=lines, pieces=(), box=_box(lines) or part.box)
        else:
            rows[0].parts[index] = part
    return rows


def _texts_beside(part: Part, stacks: dict[int, list[tuple[Line, ...]]]) -> dict[int, tuple[Line, ...]]:
    """Statements or names stacked like the indicators: each begins at the height of an indicator."""
    lines = [line for line in part.lines if line.text.strip()]
    ways = (_by_marks(lines), _by_marks(_pointed(lines)), [tuple(block) for block in line_blocks(lines)])
    for items in ways:
        shares = _aligned(items, stacks) if len(items) > 1 else {}
        if shares:
            return shares
    return {}


def _aligned(
    items: Sequence[tuple[Line, ...]], stacks: dict[int, list[tuple[Line, ...]]]
) -> dict[int, tuple[Line, ...]]:
    """Each item at the number of the indicator at whose height it begins; empty when one begins at none."""
    tops = [_box(item) for item in items]
    if any(top is None for top in tops):
        return {}
    for stack in stacks.values():
        frames = [_box(item) for item in stack]
        shares: dict[int, tuple[Line, ...]] = {}
        for item, top in zip(items, tops, strict=True):
            height = item[0].box[3] - item[0].box[1] if item[0].box else 8.0
            near = [
                number
                for number, frame in enumerate(frames)
                if frame is not None and top is not None and abs(frame[1] - top[1]) <= 1.3 * height
            ]
            if len(near) != 1 or near[0] in shares:
                break
            shares[near[0]] = item
        if len(shares) == len(items) and 0 in shares:
            return shares
    return {}


def _copy(row: Row, number: int) -> Row:
    first = row.first and number == 0
    return Row(row.page, row.table, row.number, box=row.box, first=first, carried=row.carried, item=number)


def _items(part: Part, values: Sequence[Part]) -> list[tuple[Line, ...]]:
    lines = [line for line in part.lines if line.text.strip()]
    if not lines:
        return []
    counts = [len(value_blocks(value)) for value in values if not value.blank]
    usual = Counter(n for n in counts if n > 1).most_common(1)
    count = usual[0][0] if usual and usual[0][1] > sum(n == 1 for n in counts) else None
    marked = _by_labels(lines) or _by_marks(lines)
    if count is not None and len(marked) != count and len(_by_marks(_pointed(lines))) == count:
        return _by_marks(_pointed(lines))
    if marked:
        return marked
    if not counts and (items := _by_letters(lines)):
        return items
    items = _by_semicolons(lines, values)
    if items:
        return items
    if not any(";" in line.text for line in lines) and any(_parted_by_semicolons(value) for value in values):
        return [tuple(lines)]
    uneven = len({n for n in counts if n > 1}) > 1 or 0 < sum(line.bold for line in lines) < len(lines)
    if uneven and (items := _at_values(lines, values)) and not _cuts_a_sentence(items):
        return items
    if count == 2 and (items := _printed_twice(lines)):
        return items
    items = _by_count(lines, count, values) if count is not None else [tuple(lines)]
    return [tuple(lines)] if _cuts_a_sentence(items) else items


def _printed_twice(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """The same name twice, each with a value of its own."""
    half, rest = divmod(len(lines), 2)
    texts = [line.text.strip() for line in lines]
    return [tuple(lines[:half]), tuple(lines[half:])] if not rest and texts[:half] == texts[half:] else []


def _parted_by_semicolons(part: Part) -> bool:
    """One value in several parts: `50 buku; 15 display`."""
    texts = [" ".join(line.text for line in block).strip() for block in value_blocks(part)]
    return len(texts) > 1 and all(text.endswith(";") for text in texts[:-1])


def _at_values(lines: Sequence[Line], values: Sequence[Part]) -> list[tuple[Line, ...]]:
    """A table without inner rules in one row of cells: a name begins at the height where values stand.

    Bold lines without values among plain ones head a group: items of their own.
    """
    if any(line.box is None for line in lines):
        return []
    votes: Counter[int] = Counter()
    asked = 0
    for value in values:
        places = [place for block in value_blocks(value) if (place := _line_at(lines, block)) is not None]
        if len(places) > 2:
            asked += 1
            votes.update(set(places))
    begun = {i for i, line in enumerate(lines) if FIRST_WORDS.match(line.text) and line.text[:1].isupper()}
    starts = {place for place, count in votes.items() if count >= max(2, 0.5 * asked) or place in begun}
    if len(starts) < 3:
        return []
    plain = sum(not lines[place].bold for place in starts) > 0.8 * len(starts)
    heads = {i for i, line in enumerate(lines) if plain and line.bold and i not in starts}
    edges = {i for i in heads if i - 1 not in heads} | {i + 1 for i in heads if i + 1 not in heads}
    cuts = sorted((starts | edges) - {0, len(lines)})
    return _cut(lines, cuts)


def _line_at(lines: Sequence[Line], block: Sequence[Line]) -> int | None:
    """The line beside which a value stands."""
    box = block[0].box
    if box is None:
        return None
    near = [
        i
        for i, line in enumerate(lines)
        if line.box is not None and abs(line.box[1] - box[1]) <= 0.4 * (line.box[3] - line.box[1])
    ]
    return near[0] if len(near) == 1 else None


def _cuts_a_sentence(items: Sequence[Sequence[Line]]) -> bool:
    """Does an item begin in small letters where the first has a capital: the rest of a name, not a name?"""
    firsts = [item[0].text.strip()[:1] for item in items]
    return firsts[0].isupper() and any(first.islower() for first in firsts[1:])


def _pointed(lines: Sequence[Line]) -> list[Line]:
    """Lines with a point set behind a bare number at their start: `1 Terwujudnya ...`."""
    return [replace(line, text=_BARE_START.sub(r"\1. ", line.text)) for line in lines]


def _by_labels(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """`Input` / `Output` / `Outcome` on lines of their own part the text below them."""
    places = [i for i, line in enumerate(lines) if _LABEL.match(line.text)]
    if len(places) < 2 or places[0] != 0:
        return []
    ends = [*places[1:], len(lines)]
    return [tuple(lines[start:end]) for start, end in zip(places, ends, strict=True) if end - start > 1]


def _by_marks(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """List numbers or bullets at the start of lines."""
    marks = [(i, mark) for i, line in enumerate(lines) if (mark := item_start(line.text))]
    if len(marks) < 2 or marks[0][0] > 1:
        return []
    kind = marks[0][1][0]
    places: list[int] = []
    want = marks[0][1][1]
    for place, (found, number) in marks:
        if found != kind:
            continue
        if kind == "bullet" or number == want or (number == 1 and want > 1):
            places.append(place)
            want = number + 1
    if len(places) < 2:
        return []
    if kind == "digit" and marks[0][1][1] > 20:
        return []
    places[0] = 0
    ends = [*places[1:], len(lines)]
    return [tuple(lines[start:end]) for start, end in zip(places, ends, strict=True)]


def _by_letters(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """An indicator and its lettered parts (`a. ...`, `b. ...`) on lines of their own below it."""
    first = next((i for i, line in enumerate(lines) if item_start(line.text) == ("letter", 1)), 0)
    items = _by_marks(lines[first:]) if first else []
    return [tuple(lines[:first]), *items] if len(items) > 1 else []


def _by_semicolons(lines: Sequence[Line], values: Sequence[Part]) -> list[tuple[Line, ...]]:
    text = " ".join(line.text for line in lines)
    names = [piece.strip() for piece in text.split(";") if piece.strip()]
    if len(names) < 2:
        return []
    for value in values:
        pieces = [p for p in " ".join(line.text for line in value.lines).split(";") if p.strip()]
        if len(pieces) == len(names):
            return [(replace(lines[0], text=name, box=_box(lines)),) for name in names]
    return []


def _by_count(lines: Sequence[Line], count: int, values: Sequence[Part]) -> list[tuple[Line, ...]]:
    """Part the lines into as many items as there are values beside them."""
    if len(lines) < count:
        return [tuple(lines)]
    if any(line.box is None for line in lines):
        return [(line,) for line in lines] if len(lines) == count else _at_first_words(lines, count)
    blocks = line_blocks(lines)
    if len(blocks) == count:
        return [tuple(block) for block in blocks]
    cuts = _widest_gaps(lines, count)
    if cuts is None:
        return _at_first_words(lines, count) or _beside_values(lines, count, values)
    return _cut(lines, cuts)


def _cut(lines: Sequence[Line], cuts: Sequence[int]) -> list[tuple[Line, ...]]:
    places = [0, *cuts, len(lines)]
    return [tuple(lines[a:b]) for a, b in itertools.pairwise(places)]


def _widest_gaps(lines: Sequence[Line], count: int) -> list[int] | None:
    """Places of the count-1 widest gaps if they are clearly wider than the others."""
    tops = [line.box[1] for line in lines if line.box]
    steps = [(tops[i + 1] - tops[i], i + 1) for i in range(len(tops) - 1)]
    ranked = sorted(steps, reverse=True)
    chosen, rest = ranked[: count - 1], ranked[count - 1 :]
    if not rest:
        return sorted(place for _, place in chosen)
    if chosen[-1][0] >= 1.12 * rest[0][0]:
        return sorted(place for _, place in chosen)
    return None


def _at_first_words(lines: Sequence[Line], count: int) -> list[tuple[Line, ...]]:
    """Cut where a line begins as indicators do (`Jumlah`, `Persentase`)."""
    places = [i for i, line in enumerate(lines) if i and FIRST_WORDS.match(line.text) and line.text[:1].isupper()]
    return _cut(lines, places) if len(places) == count - 1 else []


def _beside_values(lines: Sequence[Line], count: int, values: Sequence[Part]) -> list[tuple[Line, ...]]:
    """Cut at the line that stands at the height of each next value."""
    for value in values:
        blocks = value_blocks(value)
        boxes = [block[0].box for block in blocks]
        if len(blocks) != count or any(box is None for box in boxes):
            continue
        cuts: list[int] = []
        for box in boxes[1:]:
            assert box is not None
            place = min(range(1, len(lines)), key=lambda i: abs((lines[i].box or (0, 0, 0, 0))[1] - box[1]))
            if abs((lines[place].box or (0, 0, 0, 0))[1] - box[1]) > 0.7 * (box[3] - box[1]) or place in cuts:
                break
            cuts.append(place)
        if len(cuts) == count - 1:
            return _cut(lines, sorted(cuts))
    return [tuple(lines)]


def value_blocks(part: Part) -> list[tuple[Line, ...]]:
    """The values of a cell: a line that does not begin as a value goes on with the one before."""
    blocks: list[list[Line]] = []
    tabular = sum(_NUMBER_AND_UNIT.fullmatch(line.text.strip()) is not None for line in part.lines) >= _TABULAR
    for line in part.lines:
        text = line.text.strip()
        if not text:
            continue
        if tabular and blocks and _is_row_below(blocks, line):
            blocks.append([line])
            continue
        if blocks:
            before = blocks[-1][-1]
            end = before.text.strip()
            if (
                goes_on(before, line, part.room)
                or not _VALUE_START.match(text)
                or end.endswith(("/", "-", "–", "s.d", "s/d", "("))
                or (_OPEN_END.search(end) and re.search(r"[A-Za-z]", end))
                or end in ("Rp", "Rp.")
            ):
                blocks[-1].append(line)
                continue
        blocks.append([line])
    return [tuple(block) for block in blocks]


def _is_row_below(blocks: Sequence[Sequence[Line]], line: Line) -> bool:
    """A unit without its number, below a value that has a unit of its own: the value of that row is missing."""
    before = _UNIT_END.fullmatch(blocks[-1][0].text.strip())
    return before is not None and len(blocks[-1]) == 1 and is_unit(line.text) and is_unit(before["unit"])


def _deal(
    part: Part, items: Sequence[Sequence[Line]], rows: Sequence[Row], index: int, role: Role, named: set[int]
) -> None:
    """Give each item its value: in order when the numbers agree, else by height.

    One amount or unit stands for all items, unless it is level with one of another name (`named`).
    """
    if part.blank:
        rows[0].parts[index] = part
        return
    text = " ".join(line.text for line in part.lines)
    pieces = [p.strip() for p in text.split(";") if p.strip()]
    if len(pieces) == len(items) and len(pieces) > 1:
        for row, piece in zip(rows, pieces, strict=False):
            row.parts[index] = replace(part, lines=(replace(part.lines[0], text=piece),), pieces=())
        return
    blocks = value_blocks(part) if role is not Role.UNIT else [(line,) for line in part.lines if line.text.strip()]
    if len(blocks) == len(items):
        marked = all((item_start(item[0].text) or ("", 0))[0] == "bullet" for item in items)
        for row, block in zip(rows, blocks, strict=False):
            row.parts[index] = replace(part, lines=_unmarked(block) if marked else block, pieces=())
        return
    if len(blocks) == 1 and role in (Role.UNIT, *MONEY):
        level = next((n for n in sorted(named) if n and role in MONEY and _level_with(blocks[0], items[n])), 0)
        rows[level].parts[index] = part
        if role is Role.UNIT:
            for row in rows[1 : len(items)]:
                row.parts[index] = part
        return
    placed = _by_height(blocks, items)
    for number, block in placed.items():
        rows[number].parts[index] = replace(part, lines=block, pieces=())
        if not _level_with(block, items[number]) and not all(is_blank(line.text) for line in block):
            rows[number].doubts = (*rows[number].doubts, "nilai tidak sebaris dengan indikatornya")


def _level_with(block: Sequence[Line], item: Sequence[Line]) -> bool:
    """Does one value stand at the height of the name's first line?"""
    one, other = block[0].box, item[0].box
    return one is not None and other is not None and abs(one[1] - other[1]) <= 0.5 * (other[3] - other[1])


def _unmarked(block: tuple[Line, ...]) -> tuple[Line, ...]:
    """A value without the bullet that its indicator has too (`- 300 orang`)."""
    return (replace(block[0], text=re.sub(r"^\s*[-–•]\s+(?=\S)", "", block[0].text)), *block[1:])


def _by_height(blocks: Sequence[tuple[Line, ...]], items: Sequence[Sequence[Line]]) -> dict[int, tuple[Line, ...]]:
    placed: dict[int, tuple[Line, ...]] = {}
    frames = [_box(item) for item in items]
    for number, block in enumerate(blocks):
        box = _box(block)
        if box is None or any(frame is None for frame in frames):
            if len(blocks) == 1:
                placed[0] = block
            elif number < len(items):
                placed[number] = block
            continue
        middle = (box[1] + box[3]) / 2
        best = min(range(len(frames)), key=lambda i: _distance(frames[i], middle))
        if best not in placed:
            placed[best] = block
        else:
            placed[best] = (*placed[best], *block)
    return placed


def _distance(frame: tuple[float, float, float, float] | None, at: float) -> float:
    if frame is None:
        return 1e9
    if frame[1] <= at <= frame[3]:
        return 0.0
    return min(abs(at - frame[1]), abs(at - frame[3]))


def _box(lines: Sequence[Line]) -> tuple[float, float, float, float] | None:
    boxes = [line.box for line in lines if line.box]
    if not boxes:
        return None
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
