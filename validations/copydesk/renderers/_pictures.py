"""The pictures of a report: pygal draws lines and bars, which the page's own styles colour and stretch.

Of what pygal writes only shapes are kept: no text (labels are HTML, beside the picture, so that they can be read on a
phone and in any script), no styles, no script, no date. So the same numbers give the same bytes.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pygal
from markupsafe import Markup

from copydesk.exhibits import Comparison, Contrast, Grid, Lengths, SourceDays, Timeline
from copydesk.model import CheckResult
from copydesk.renderers import _words_pictures as words

# pygal puts a finder for plugins of maps on the path of imports, in a form that Python 3.11 warns of at each import
# that follows, and that 3.12 no longer calls. Whoever uses us shall not see it.
sys.meta_path[:] = [each for each in sys.meta_path if not isinstance(each, pygal.PluginImportFixer)]

WIDTH, HEIGHT = 600, 48
EDGE = 0.02 / 1.04
"""The share of a side that pygal leaves free at either end."""
LEVELS = (0.0, 0.01, 0.05, 0.2, 0.5)
"""Shares above which a cell of a grid gets the next tint."""
TURNED = 2
"""A grid of so few rows is turned if it has more columns: their names can then be read without turning the head."""
PLAIN: dict[str, Any] = {
    "width": WIDTH,
    "height": HEIGHT,
    "margin": 0,
    "spacing": 0,
    "show_legend": False,
    "show_x_labels": False,
    "show_y_labels": False,
    "show_x_guides": False,
    "show_y_guides": False,
    "show_dots": False,
    "explicit_size": False,
    "js": (),
    "css": (),
    "no_prefix": True,
}
KEPT = {"path": ("d",), "rect": ("x", "y", "width", "height")}
"""Shapes and their attributes; no others are kept."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """An image that stretches to any width: its view box, its shapes, and what it shows in words."""

    box: str
    shapes: Markup
    label: str


@dataclass(frozen=True, slots=True)
class LineView:
    """One source over time; `marks` says in words what the picture marks."""

    source: str | None
    total: int
    most: int
    drawing: Drawing
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Lines by source, the first and last day shown, and the same numbers as rows (first day of a stretch, counts)."""

    timeline: Timeline
    last: date
    lines: tuple[LineView, ...]
    rows: tuple[tuple[date, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class LengthsView:
    """The lengths of one field; `classes` are (from, to, rows), `to` null for an open one."""

    field: str
    drawing: Drawing
    total: int
    classes: tuple[tuple[int, int | None, int], ...]
    middle: tuple[int, int | None, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A count, what it is a share of, and its tint, 0 to 5."""

    count: int
    of: int
    tint: int


@dataclass(frozen=True, slots=True)
class GridView:
    """A table whose cells are tinted by their share; `turned`: its columns are the rows of what it was made from."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    turned: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """One name in two versions: articles of either, and the lengths of both bars in per cent."""

    name: str
    before: int
    now: int
    bars: tuple[float, float]


@dataclass(frozen=True, slots=True)
class ContrastView:
    """One measure in two versions: rows, or a drawing of classes whose `name` is the class in words."""

    measure: str
    pairs: tuple[Pair, ...]
    drawing: Drawing | None


def contrasts(found: Comparison) -> tuple[ContrastView, ...]:
    """What two versions are beside each other, as shares of the articles of either."""
    whole = (found.earlier_rows, found.rows)
    return tuple(_contrast(each, whole) for each in found.contrasts)


def _contrast(given: Contrast, whole: tuple[int, int]) -> ContrastView:
    counts = list(zip(given.before, given.now, strict=True))
    shares = [
        tuple(count / total if total else 0.0 for count, total in zip(pair, whole, strict=True)) for pair in counts
    ]
    most = 1.0 if given.measure == "field" else max((max(pair) for pair in shares), default=0) or 1.0
    bars = [(round(100 * before / most, 1), round(100 * now / most, 1)) for before, now in shares]
    classed = given.measure == "length"
    names = [*map(words.class_name, given.names, [*given.names[1:], None])] if classed else given.names
    pairs = tuple(Pair(name, *pair, bar) for name, pair, bar in zip(names, counts, bars, strict=True))
    return ContrastView(given.measure, pairs, _beside(shares) if classed else None)


def _beside(shares: Sequence[tuple[float, ...]]) -> Drawing:
    """Shares by class in two versions: an outline before, an area now."""
    chart = pygal.XY(**PLAIN, range=(0, max(map(max, shares)) or 1), xrange=(0, len(shares)))
    chart.add(None, list(_steps([now for _, now in shares])), fill=True)
    chart.add(None, [(0, 0), (len(shares), 0)])
    chart.add(None, [(0, 0), *_steps([before for before, _ in shares]), (len(shares), 0)])
    return _drawn(chart, words.beside_label(), ("area", "axis", "before"))


def timeline(given: Timeline) -> TimelineView:
    """Stories over time, a picture a source; each has a scale of its own."""
    size = len(given.sources[0].counts)
    starts = [given.first + timedelta(days=given.days * number) for number in range(size)]
    counts = zip(*(each.counts for each in given.sources), strict=True)
    return TimelineView(
        timeline=given,
        last=starts[-1] + timedelta(days=given.days - 1),
        lines=tuple(_line(each, given) for each in given.sources),
        rows=tuple(row for row in zip(starts, counts, strict=True) if any(row[1])),
    )


def trend(check: CheckResult) -> Drawing:
    """The share of failing rows in earlier runs, the latest last, then in this one."""
    runs = [(each.failing, each.rows) for each in check.past] + [(check.rows_failing, check.rows)]
    shares = [failing / rows if rows else 0.0 for failing, rows in runs]
    chart = pygal.XY(**PLAIN, range=(0, max(*shares, 1e-9)), xrange=(0, len(shares) - 1))
    chart.add(None, list(enumerate(shares)))
    chart.add(None, [(0, 0), (len(shares) - 1, 0)])
    return _drawn(chart, words.trend_label(check.past, len(runs)), ("trend", "axis"))


def lengths(given: Lengths) -> LengthsView:
    """How long a field is, as bars of equal width; the one with the median stands out."""
    ends = [*given.bounds[1:], *[None] * (len(given.counts) + 1 - len(given.bounds))]
    classes = tuple(zip(given.bounds, ends, given.counts, strict=False))
    chart = pygal.Histogram(**PLAIN, range=(0, max(given.counts)), xrange=(0, len(classes)))
    bars = [(count, place, place + 0.94) for place, count in enumerate(given.counts)]
    chart.add(None, [each for place, each in enumerate(bars) if place != given.middle])
    chart.add(None, [bars[given.middle]])
    # without a bar of no height at its end, pygal would stretch the last one to the edge
    chart.add(None, [(0, 0, len(classes))])
    middle = classes[given.middle]
    label = words.lengths_label(given.field, middle[0], middle[1])
    return LengthsView(given.field, _drawn(chart, label), sum(given.counts), classes, middle)


def grid(given: Grid, *, missing: bool = False) -> GridView:
    """Counts tinted by their share, or by the share that is missing; what is much wider than high is turned."""
    rows = [tuple(_cells(counts, of, missing)) for counts, of in zip(given.counts, given.of, strict=True)]
    turned = len(rows) <= TURNED < len(given.columns)
    names, columns = (given.columns, given.rows) if turned else (given.rows, given.columns)
    cells = list(zip(*rows, strict=True)) if turned else rows
    return GridView(columns, tuple(zip(names, cells, strict=True)), turned)


def _cells(counts: Sequence[int], of: Sequence[int], missing: bool) -> Iterator[Cell]:
    for count, whole in zip(counts, of, strict=True):
        part = whole - count if missing else count
        yield Cell(count, whole, sum(part > bound * whole for bound in LEVELS))


def _line(given: SourceDays, timeline: Timeline) -> LineView:
    most = max(given.counts)
    chart = pygal.XY(**PLAIN, range=(0, most), xrange=(0, len(given.counts)))
    chart.add(None, list(_steps(given.counts)), fill=True)
    chart.add(None, [(0, 0), (len(given.counts), 0)])
    for mark in given.marks:
        start, end = (
            (day - timeline.first).days / timeline.days for day in (mark.first, mark.last + timedelta(days=1))
        )
        middle, half = (start + end) / 2, most / 2
        chart.add(None, [(middle, 0), (middle, most)] if mark.kind == "spike" else [(start, half), (end, half)])
    kinds = ["area", "axis", *(mark.kind for mark in given.marks)]
    told = words.marks(given)
    return LineView(given.source, sum(given.counts), most, _drawn(chart, words.line_label(given, told), kinds), told)


def _steps(counts: Sequence[float]) -> Iterator[tuple[int, float]]:
    """The outline of touching bars: as high as its stretch, up and down at the edges alone."""
    for place, count in enumerate(counts):
        if not place or counts[place - 1] != count:
            yield (place, count)
        if place + 1 == len(counts) or counts[place + 1] != count:
            yield (place + 1, count)


def _drawn(chart: Any, label: str, kinds: Sequence[str] = ()) -> Drawing:
    """The shapes of a chart; `kinds` are the classes of its series."""
    left, top = WIDTH * EDGE, HEIGHT * EDGE
    box = f"{left:.1f} {top:.1f} {WIDTH - 2 * left:.1f} {HEIGHT - 2 * top:.1f}"
    return Drawing(box, Markup().join(_shapes(chart.render_tree(), kinds)), label)


def _shapes(tree: Any, kinds: Sequence[str]) -> Iterator[Markup]:
    for number, series in enumerate(_series(tree)):
        kind = kinds[number] if number < len(kinds) else f"serie-{number}"
        for shape in series.iter(*KEPT):
            values = ((name, _rounded(shape.get(name))) for name in KEPT[shape.tag])
            told = Markup("").join(Markup(' {}="{}"').format(*pair) for pair in values)
            yield Markup('<{} class="{}"{}/>').format(shape.tag, kind, told)


def _series(tree: Any) -> list[Any]:
    """The groups that hold the shapes of each series, in the order in which they were added."""
    plot = next(each for each in tree.iter("g") if each.get("class") == "plot")
    return [each for each in plot if (each.get("class") or "").startswith("series")]


def _rounded(numbers: str) -> str:
    """Coordinates to a tenth of a unit."""
    return re.sub(r"\d+\.\d+", lambda found: f"{float(found.group()):.1f}".removesuffix(".0"), numbers)
