"""Widths at which the texts of one source pile up: a content system cuts there.

Texts that end where their author ended them have all widths. Where many have one width and no full stop, or none is
wider than some limit and those just below it have no full stop while the others do, they were cut.
"""

from collections.abc import Mapping

MOST = 600
"""Code points of the widest text that is counted."""
LEAST = 10
"""Texts without a full stop that a source needs before its widths are judged."""
_FEW = 5
_NEAR = 10
_TIMES = 6.0
_WORD = 14
"""Code points that a cut at the last word may lie below the limit: a word and its blank."""
_ENDED = 0.7
"""Share of the other texts of a source that end with a full stop, at least, for those without one to be cut."""
_SHARE = 0.5


def piles(unfinished: Mapping[int, int], ended: Mapping[int, int]) -> frozenset[int]:
    """The widths at which texts without a full stop were cut.

    Both counts are of one source, by width in code points: of different texts without a full stop, and of texts with
    one.
    """
    if sum(unfinished.values()) < LEAST:
        return frozenset()
    single = {width for width, count in unfinished.items() if _is_pile(width, count, unfinished)}
    below = _below_limit(unfinished, ended)
    return frozenset(each for found in (single, below) for each in found if _others_end(found, unfinished, ended))


def _is_pile(width: int, count: int, unfinished: Mapping[int, int]) -> bool:
    """Whether many times more texts have a width than have the widths around it."""
    around = [unfinished.get(width + step, 0) for step in range(-_NEAR, _NEAR + 1) if step]
    return count >= _FEW and count > _TIMES * sum(around) / len(around) and count > 2 * max(around)


def _below_limit(unfinished: Mapping[int, int], ended: Mapping[int, int]) -> set[int]:
    """The widths below the limit of a source if most of its texts without a full stop lie there."""
    limit = max((*unfinished, *ended))
    near = {width for width in unfinished if limit - _WORD <= width <= limit}
    count = sum(unfinished[width] for width in near)
    return near if count >= LEAST and count >= _SHARE * sum(unfinished.values()) else set()


def _others_end(found: set[int], unfinished: Mapping[int, int], ended: Mapping[int, int]) -> bool:
    """Whether the texts of other widths mostly have a full stop, as far as there are any."""
    left = sum(count for width, count in unfinished.items() if width not in found)
    right = sum(count for width, count in ended.items() if width not in found)
    return right >= _ENDED * (left + right)
