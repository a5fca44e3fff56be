"""What a new version of the dataset lost or doubled; the articles as they are stand for the version before."""

from collections.abc import Sequence

from copydesk.drills import GROSS, PLAIN, Desk, Fault, Place, Row, copied

FIELDS = ("author", "description", "date_modified_raw", "article_section", "keywords", "in_language")
"""Fields that an outlet's new layout may hide: the first one that most of its articles have."""


def _large(desk: Desk) -> list[str]:
    """Sources with as many articles as the check asks for, the largest first."""
    least = desk.options.get("least_rows", 50)
    return [source for source, rows in desk.by_source().items() if len(rows) >= least]


def _of(desk: Desk, source: str) -> list[Row]:
    """All articles of a source, those that were added too."""
    return [row for row in desk.rows["articles"] if row["source"] == source]


def _again(desk: Desk, count: int) -> Sequence[Place]:
    if desk.options.get("copies"):
        return ()
    for row in list(desk.draw())[:count]:
        desk.take("articles", row)
        desk.add("articles", copied(desk, row))
    return (Place("dataset", kind="copies"),)


def _renamed(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001 - one source is enough
    if len(_large(desk)) < 2:
        return ()
    source = _large(desk)[-1]
    name, rows = f"drill, once {source}", _of(desk, source)
    for row in rows:
        row.update(source=name, publisher=name)
    # a name that comes with many articles is itself a difference
    many = len(rows) > desk.options.get("share", 0.1) * len(desk.rows["articles"])
    found = (Place("dataset", source=name, kind="share"),) if many else ()
    return (Place("dataset", source=source, kind="source-gone"), *found)


def _lost(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001
    for source in _large(desk)[:1]:
        rows = _of(desk, source)
        for field in FIELDS:
            if sum(row[field] not in (None, []) for row in rows) > len(rows) / 2:
                for row in rows:
                    row[field] = None
                return (Place("dataset", source=source, kind="fill"),)
    return ()


def _walled(desk: Desk, count: int) -> Sequence[Place]:  # noqa: ARG001
    """Only what is not copied as well: a cut article without an address is another one, and its copy is the old one."""
    rows = [row for row in map(desk.rows["articles"].__getitem__, desk.draw()) if row["article_body"]]
    if len(rows) < desk.options.get("least_rows", 50):
        return ()
    for row in rows:
        row["article_body"] = row["article_body"][: len(row["article_body"]) // 5]
    return (Place("dataset", kind="body-length"),)


FAULTS = (
    Fault(GROSS, "earlier articles once more, under other addresses", _again),
    Fault(GROSS, "a source under another name", _renamed),
    Fault(GROSS, "a field that the largest source has no more", _lost),
    Fault(PLAIN, "bodies cut to a fifth", _walled),
)
