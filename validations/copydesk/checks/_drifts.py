"""What differs between two versions of a dataset, by more than a limit and by more than chance."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from copydesk.checks._samples import counts_apart, distributions_apart, median, moved
from copydesk.checks._versions import FIELDS, STEPS, Tally

EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Drifted:
    """One difference in words; `name` is the language that it is of, `source` the outlet."""

    field: str
    kind: str
    said: str
    source: str | None = None
    name: str | None = None
    count: int = 1


def copies(new: Tally, limit: float) -> Iterator[Drifted]:
    """Added articles that are copies of earlier ones: no matter of chance."""
    copied = new.states.get("copied", 0)
    added = new.states.get("added", 0) + copied
    if copied > limit * added:
        said = f"{copied:,} of {added:,} added articles have the content of earlier ones under another key."
        yield Drifted("uri", "copies", said, count=copied)


def stale(new: Tally, as_of: date, limit: int) -> Iterator[Drifted]:
    """A newest article that is too old."""
    newest = EPOCH + timedelta(days=max(new.days, default=0))
    if new.days and (age := (as_of - newest).days) > limit:
        yield Drifted("date_published", "stale", f"The newest article is of {newest}, {age:,} days ago.")


def rows(old: Tally, new: Tally, limit: float) -> Iterator[Drifted]:
    """Many more or fewer articles."""
    if abs(new.rows - old.rows) > limit * old.rows and counts_apart(old.rows, new.rows):
        yield Drifted("row", "rows", f"There are {new.rows:,} articles; there were {old.rows:,}.")


def gone(old: Tally, new: Tally, least: int) -> Iterator[Drifted]:
    """Sources that had many articles, and have none."""
    for source, count in sorted(old.sources.items()):
        if count >= least and not new.sources.get(source):
            yield Drifted("source", "source-gone", f"{source} has no articles; it had {count:,}.", source)


def shares(field: str, old: Mapping[str, int], new: Mapping[str, int], limit: float) -> Iterator[Drifted]:
    """Sources or languages with another share of the articles."""
    whole, other = sum(old.values()), sum(new.values())
    names = sorted({*old, *new}) if whole and other else ()
    for name in names:
        before, now = old.get(name, 0), new.get(name, 0)
        if moved((before, whole, now, other), limit, len(names)):
            said = f"{name or 'No language'} has {now / other:.1%} of the articles; it had {before / whole:.1%}."
            by_source = field == "source"
            yield Drifted(field, "share", said, name if by_source else None, None if by_source else name)


def fills(old: Tally, new: Tally, limit: float, least: int) -> Iterator[Drifted]:
    """Fields that are filled more or less often: in one source if it is that alone, else in all articles."""
    both = [each for each in sorted(old.sources) if min(old.sources[each], new.sources.get(each, 0)) >= least]
    for field in FIELDS:
        counts = {
            each: (
                old.filled.get((each, field), 0),
                old.sources[each],
                new.filled.get((each, field), 0),
                new.sources[each],
            )
            for each in both
        }
        parts = {each: count for each, count in counts.items() if moved(count, limit, len(FIELDS) * len(both))}
        whole = (old.field(field), old.rows, new.field(field), new.rows)
        if len(parts) != 1 and moved(whole, limit, len(FIELDS)):
            yield _filled(field, whole, None)
        else:
            yield from (_filled(field, count, each) for each, count in parts.items())


def lengths(old: Tally, new: Tally, limit: float, least: int) -> Iterator[Drifted]:
    """Bodies of another length, in the middle of all."""
    before, now = median(old.lengths), median(new.lengths)
    if before is None or now is None or min(sum(each.lengths.values()) for each in (old, new)) < least:
        return
    ratio = 2 ** ((now - before) / STEPS)
    if max(ratio, 1 / ratio) > 1 + limit and distributions_apart(old.lengths, new.lengths):
        long, was = (2 ** (each / STEPS) for each in (now, before))
        said = f"The middle body has about {long:,.0f} characters; it had about {was:,.0f}."
        yield Drifted("article_body", "body-length", said)


def older(old: Tally, new: Tally, least: int) -> Iterator[Drifted]:
    """Newest dates that went back."""
    if min(sum(each.days.values()) for each in (old, new)) >= least and max(new.days) < max(old.days):
        now, before = (EPOCH + timedelta(days=max(each.days)) for each in (new, old))
        yield Drifted("date_published", "older-dates", f"The newest article is of {now}; it was of {before}.")


def _filled(field: str, counts: tuple[int, int, int, int], source: str | None) -> Drifted:
    before, rows_before, now, rows_now = counts
    where = f" of {source}" if source else ""
    share, was = now / rows_now, before / rows_before
    return Drifted(
        field, "fill", f"{field} is filled in {share:.1%} of the articles{where}; it was in {was:.1%}.", source
    )
