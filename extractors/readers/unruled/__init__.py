"""Tables without vertical rules: columns from white space that all rows share, rows from rules or first lines.

A table is suspected where several lines hold values beside each other (anchors). Its columns are the vertical strips
that no word of the body crosses; its rows are the spaces between horizontal rules where there are some, else they
begin at lines that fill most columns or carry a code. Headings above the body become cells that span what they are
centred on. Prose has no anchors and stays prose.
"""

from __future__ import annotations

from extractors.readers.unruled.adopt import adopt_columns
from extractors.readers.unruled.find import overlap, with_unruled
from extractors.readers.unruled.lines import is_value

__all__ = ["adopt_columns", "is_value", "overlap", "with_unruled"]
