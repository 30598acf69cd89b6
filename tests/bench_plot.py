"""Lines over a logarithmic grid as SVG, written by hand: a bench needs no plotting library."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from html import escape

Series = Mapping[str, Sequence[tuple[float, float]]]

WIDTH, HEIGHT, LEFT, TOP = 330, 230, 60, 30
COLOURS = ("#0b6e4f", "#2a9d8f", "#8d99ae", "#c1121f")


def plot(panels: Sequence[tuple[str, Series]], under: str) -> str:
    """Panels side by side, both axes logarithmic.

    Args:
        panels: title and lines by name, each a list of (x, y) above zero.
        under: what the x axes show.
    """
    step = WIDTH + LEFT + 40
    pieces = [piece for n, (title, series) in enumerate(panels) for piece in _panel(title, series, under, n * step)]
    for number, name in enumerate(panels[0][1]):
        x = LEFT + number * 130
        pieces.append(f'<rect x="{x}" y="{TOP + HEIGHT + 52}" width="18" height="4" fill="{COLOURS[number]}"/>')
        pieces.append(_text(x + 24, TOP + HEIGHT + 58, name, "start"))
    width, height = step * len(panels), TOP + HEIGHT + 72
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'font-family="sans-serif" font-size="11">\n<rect width="100%" height="100%" fill="white"/>\n'
        + "\n".join(pieces)
        + "\n</svg>\n"
    )


def _panel(title: str, series: Series, under: str, at: int) -> Iterator[str]:
    points = [point for line in series.values() for point in line]
    xs, ys = _decades(x for x, _ in points), _decades(y for _, y in points)

    def place(x: float, y: float) -> tuple[float, float]:
        across = (math.log10(x) - xs[0]) / (xs[1] - xs[0])
        up = (math.log10(y) - ys[0]) / (ys[1] - ys[0])
        return round(at + LEFT + across * WIDTH, 1), round(TOP + (1 - up) * HEIGHT, 1)

    yield _text(at + LEFT, TOP - 12, title, "start")
    yield _text(at + LEFT + WIDTH / 2, TOP + HEIGHT + 36, under, "middle")
    for power in range(xs[0], xs[1] + 1):
        x, y = place(10**power, 10 ** ys[0])
        yield f'<line x1="{x}" y1="{TOP}" x2="{x}" y2="{y}" stroke="#ddd"/>' + _text(
            x, y + 16, f"{10**power:,}", "middle"
        )
    for power in range(ys[0], ys[1] + 1):
        x, y = place(10 ** xs[0], 10**power)
        yield f'<line x1="{x}" y1="{y}" x2="{x + WIDTH}" y2="{y}" stroke="#ddd"/>' + _text(
            x - 6, y + 4, f"{10**power:,g}", "end"
        )
    for number, line in enumerate(series.values()):
        dots = [place(*point) for point in line]
        path = " ".join(f"{x},{y}" for x, y in dots)
        yield f'<polyline points="{path}" fill="none" stroke="{COLOURS[number]}" stroke-width="2"/>'
        yield from (f'<circle cx="{x}" cy="{y}" r="3" fill="{COLOURS[number]}"/>' for x, y in dots)


def _decades(values: Iterator[float]) -> tuple[int, int]:
    """The powers of ten that enclose some numbers."""
    logs = [math.log10(max(value, 1e-3)) for value in values]
    low, high = math.floor(min(logs)), math.ceil(max(logs))
    return low, max(high, low + 1)


def _text(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="#333">{escape(words)}</text>'
