"""Where the heading ends, where rows begin, and which lines end the values above."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.readers.geometry import Edge
from extractors.readers.unruled.lines import CAPTION, PrintedRow, Strips, is_value
from extractors.readers.unruled.strips import SURE_GAP

FULL = 0.55
"""A line that fills this share of the columns of the fullest line begins a row."""
MOST_OPEN = 0.7
"""Share of a line's values that end ranges when the line is the second half of the one above; one may be misprinted."""
_OPEN_RANGE = re.compile(r"\d\s*[-–]$")
"""A range whose second number stands on the next line: `7,84 –`."""
_WHOLE_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d\d)?|\d{1,3}(?:,\d{3}){2,}(?:\.\d\d)?")
_CODE = re.compile(r"^(?:\d+(?:\.\d+)*\.?|[IVX]+\.?|[A-Z]\.)$")
_BARE_CAPTION = re.compile(r"^tabel\s*[\w.\-–]*\d[\w.\-–]*$", re.IGNORECASE)
"""A caption that is its number alone: its title stands on the next line."""


def header_start(rows: list[PrintedRow], first: int, columns: Strips, rules: list[Edge]) -> int:
    """Index of the first heading line above the body."""
    middle = (columns.borders[0] + columns.borders[-1]) / 2
    long_rules = [edge.at for edge in rules if edge.end - edge.start > 0.8 * columns.width]
    above = [at for at in long_rules if at < rows[first].base]
    # The highest rule bounds the table, unless it is the one between heading and body.
    if above and first and above[0] > rows[first - 1].base and len(rows[first - 1].phrases) > 2:
        above = []
    start = first
    while start > 0:
        row, below = rows[start - 1], rows[start]
        if CAPTION.match(row.phrases[0].text):
            break
        if below.base - row.base > 3.5 * max(row.size, below.size):
            break
        if above and row.base < above[0]:
            break
        over = rows[start - 2] if start > 1 else None
        if over is not None and _is_title(row, over, columns):
            break
        if len(row.phrases) == 1:
            phrase = row.phrases[0]
            long = phrase.x1 - phrase.x0
            centred = abs(phrase.middle - middle) < 0.02 * columns.width and long > 0.1 * columns.width
            title = over is not None and CAPTION.match(over.phrases[0].text)
            if long > 0.6 * columns.width or centred or title:
                break
        start -= 1
    return start


def _is_title(row: PrintedRow, over: PrintedRow, columns: Strips) -> bool:
    """The title under a bare "Tabel 4.5" is no heading, also where wide spaces cut it into phrases.

    Both are centred, and a title is narrower than the headings of a table.
    """
    if not _BARE_CAPTION.match(" ".join(phrase.text for phrase in over.phrases)):
        return False
    left, right = row.words[0][0], row.words[-1][1]
    middle = (over.words[0][0] + over.words[-1][1]) / 2
    return right - left < 0.6 * columns.width and abs((left + right) / 2 - middle) < 0.02 * columns.width


def body_start(rows: list[PrintedRow], start: int, first: int) -> int:
    """First line of the body: the line that numbers the columns, else plain lines under a bold heading."""
    for index in range(start, first):
        if rows[index].counts_columns:
            return index
    bold = [index for index in range(start, first) if rows[index].is_bold]
    if bold and not rows[first].is_bold:
        return bold[-1] + 1
    return first


def row_starts(body: list[PrintedRow], columns: Strips, rules: list[Edge]) -> list[int]:
    """Indices of the body lines that begin a row."""
    within = [
        edge.at
        for edge in rules
        if edge.end - edge.start > 0.5 * columns.width and body[0].base < edge.at < body[-1].base
    ]
    if len(within) >= 2:
        return [
            index
            for index, row in enumerate(body)
            if index == 0 or any(body[index - 1].base < at + 1 and at < row.base for at in within)
        ]
    filled = [set(columns.each((x0 + x1) / 2 for x0, x1 in row.words)) for row in body]
    fullest = max(len(each) for each in filled)
    leftmost = min(min(each) for each in filled)
    first_texts = [[phrase.text for phrase in row.phrases if columns.at(phrase.middle) == 0] for row in body]
    texts = [text for line in first_texts for text in line]
    coded = bool(texts) and sum(bool(_CODE.match(text)) for text in texts) > 0.7 * len(texts)
    starts: list[int] = []
    for index in range(len(body)):
        if index > 0:
            above = _values_above(body, index)
            if _ends_values(body[index], body[above], columns):
                starts = [start for start in starts if start <= above]
                continue
        has_code = coded and any(_CODE.match(text) for text in first_texts[index])
        # A text that begins in the leftmost column where nothing stands above it.
        fresh = index > 0 and leftmost in filled[index] and not filled[index] & filled[index - 1]
        after_numbers = index > 0 and (body[index - 1].counts_columns or is_section(body[index - 1], columns))
        section = is_section(body[index], columns) and (index == 0 or not is_section(body[index - 1], columns))
        if index == 0 or has_code or fresh or after_numbers or section or len(filled[index]) >= FULL * fullest:
            starts.append(index)
    return starts


def _values_above(body: list[PrintedRow], index: int) -> int:
    """The line above, or the one over it where only another column's text stands between, a little lower."""
    if index > 1 and not any(is_value(phrase.text) for phrase in body[index - 1].phrases):
        return index - 2
    return index - 1


def _ends_values(row: PrintedRow, above: PrintedRow, columns: Strips) -> bool:
    """All values of the line end those above: the last digits of amounts, the second number of ranges."""
    before: dict[int, str] = {}
    for phrase in above.phrases:  # in a wide font `7,84` and its dash are phrases of their own
        column = columns.at(phrase.middle)
        before[column] = f"{before[column]} {phrase.text}" if column in before else phrase.text
    values = [
        (before.get(columns.at(phrase.middle), ""), phrase.text) for phrase in row.phrases if is_value(phrase.text)
    ]
    amounts = [(one, rest) for one, rest in values if re.search(r"\d[.,]\d{3}[.,]", one)]
    if amounts:
        return all(
            len(rest) <= 3 and not _WHOLE_AMOUNT.fullmatch(one) and _WHOLE_AMOUNT.fullmatch(one + rest)
            for one, rest in amounts
        )
    opened = sum(bool(_OPEN_RANGE.search(one)) for one, _ in values)
    return bool(values) and opened >= (len(values) if len(values) < 3 else MOST_OPEN * len(values))


def is_section(row: PrintedRow, columns: Strips) -> bool:
    """A title in capitals that runs from the left over the borders of columns (`PEKERJAAN UMUM DAN PENATAAN RUANG`)."""
    if not all(phrase.text.isupper() for phrase in row.phrases):
        return False
    if any(right[0] - left[1] > SURE_GAP * row.size for left, right in pairwise(row.words)):
        return False
    first, last = columns.at(row.words[0][0]), columns.at(row.words[-1][1])
    return first <= 1 and last > first
