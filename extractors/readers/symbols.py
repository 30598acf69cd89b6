"""Signs of the symbol fonts that Office uses for bullets and comparisons, which have no Unicode of their own."""

from __future__ import annotations

BULLET = "•"
# Code points of the private area F020-F0FF as Word maps Symbol and Wingdings (Microsoft, [MS-OE376] 2.1.1).
SYMBOLS = {
    0xF0A3: "≤",
    0xF0B3: "≥",
    0xF0B1: "±",
    0xF0B4: "×",
    0xF0B0: "°",
    0xF0B9: "≠",
    0xF0B7: BULLET,
    0xF0A7: BULLET,
    0xF0D8: BULLET,
    0xF076: BULLET,
    0xF071: BULLET,
    0xF06E: BULLET,
    0xF0FC: "✓",
    0xF0E0: "→",
    0xF0F0: "→",
    0xF02D: "-",
    0xF0BE: "-",
}
LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
PLAIN = SYMBOLS | LIGATURES
"""For `str.translate`."""


def symbol(code: int) -> str:
    """The sign at a code of a symbol font; an unknown one is left as its letter where it has one."""
    if code in SYMBOLS:
        return SYMBOLS[code]
    if 0xF020 <= code <= 0xF07E:
        return chr(code - 0xF000)
    return chr(code) if code >= 32 and not 0xE000 <= code <= 0xF8FF else ""
