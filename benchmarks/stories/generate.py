"""Write a seeded dataset of stories with planted copies and planted look-alikes, and the truth beside it.

    python benchmarks/stories/generate.py 100000 stories.parquet --vocabulary 50000

Columns are those that the story finder reads, and two more: `cluster` (stories of one number are copies of each other;
every story has one) and `kind` (what the cluster is). Texts are nonsense of a Zipf vocabulary, with names and numbers.
"""

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

COPIES = ("exact", "new-headline", "reformatted", "wire", "truncated", "ocr", "update")
LOOKALIKES = ("template-facts", "template-names", "footer", "same-event")
SHARES = {"single": 0.45, **dict.fromkeys(COPIES, 0.05), **dict.fromkeys(LOOKALIKES, 0.05)}
"""Share of stories, by kind."""
SCHEMA = pa.schema(
    [
        *((name, pa.string()) for name in ("key", "source", "headline", "article_body", "content_hash", "source_file")),
        *((f"date_{name}", pa.timestamp("us", "UTC")) for name in ("published", "modified")),
        ("date_published_local", pa.string()),
        ("source_line", pa.int32()),
        ("cluster", pa.int64()),
        ("kind", pa.string()),
        ("row", pa.int64()),
    ]
)
WINDOW = 40_000
"""Stories that are shuffled among each other before they are written."""
ROW_GROUP = 6_000
MISREAD = (0.02, 0.12)
"""Share of the words that text recognition misread, from and to."""
START = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Story:
    """One story of the generated dataset."""

    headline: str
    body: str
    source: str
    minutes: int


class Writer:
    """Makes words, sentences and stories from one seed."""

    def __init__(self, seed: int, vocabulary: int, misread: tuple[float, float] = MISREAD) -> None:
        self.random = random.Random(seed)
        self.misread = misread
        self._draws = np.random.default_rng(seed)
        self._words = np.array(self._invent(vocabulary, 2, 11), object)
        weights = 1 / np.arange(2, vocabulary + 2) ** 0.9
        self._ends = np.cumsum(weights / weights.sum())
        self._drawn: list[str] = []
        self.names = [name.capitalize() for name in self._invent(max(500, vocabulary // 10), 4, 10)]
        self.outlets = [f"{name} News" for name in self.names[:60]]
        self.footers = {outlet: self.prose(self.random.randint(20, 60)) for outlet in self.outlets}

    def _invent(self, count: int, low: int, high: int) -> list[str]:
        parts = [
            "ba",
            "co",
            "de",
            "fi",
            "gu",
            "ha",
            "ki",
            "lo",
            "me",
            "nu",
            "pa",
            "ri",
            "so",
            "ta",
            "ve",
            "wi",
            "an",
            "er",
        ]
        found: dict[str, None] = {}
        while len(found) < count:
            found["".join(self.random.choices(parts, k=6))[: self.random.randint(low, high)]] = None
        return list(found)

    def words(self, count: int) -> list[str]:
        while len(self._drawn) < count:
            self._drawn += self._words[np.searchsorted(self._ends, self._draws.random(200_000) * 0.999)].tolist()
        taken, self._drawn = self._drawn[-count:], self._drawn[:-count]
        return taken

    def number(self) -> str:
        rnd = self.random
        return str(rnd.choice((rnd.randint(2, 99), rnd.randint(100, 9999), round(rnd.uniform(1, 200), 1))))

    def prose(self, count: int, facts: tuple[str, ...] | None = None) -> str:
        """About `count` words in sentences and paragraphs, one in twelve a name or a number (of `facts`, if given)."""
        rnd, text = self.random, self.words(count)
        for place in range(count):
            if rnd.random() < 0.085:
                made = rnd.choice(facts) if facts else rnd.choice((rnd.choice(self.names), self.number()))
                text[place] = made
        return sentences(rnd, text)

    def length(self) -> int:
        return int(min(3000, max(70, self.random.lognormvariate(5.95, 0.55))))

    def story(self, body: str, source: str | None = None, minutes: int | None = None) -> Story:
        rnd = self.random
        when = rnd.randrange(5 * 365 * 1440) if minutes is None else minutes
        return Story(" ".join(self.words(7)).capitalize(), body, source or rnd.choice(self.outlets), when)


def sentences(rnd: random.Random, text: list[str]) -> str:
    """Words with capitals, full stops and paragraphs."""
    made, start = [], 0
    while start < len(text):
        stop = start + rnd.randint(8, 26)
        part = " ".join(text[start:stop])
        made.append(part[:1].upper() + part[1:] + ".")
        made.append("\n\n" if rnd.random() < 0.3 else " ")
        start = stop
    return "".join(made[:-1])


def copies(writer: Writer, kind: str) -> list[Story]:
    """A cluster of stories that are copies of each other."""
    rnd = writer.random
    first = writer.story(writer.prose(writer.length()))
    others = min(8, 1 + int(rnd.expovariate(0.9)))
    return [first, *(copy(writer, kind, first) for _ in range(others))]


def copy(writer: Writer, kind: str, first: Story) -> Story:
    """A copy of the first story."""
    rnd = writer.random
    source = first.source if kind == "update" else rnd.choice(writer.outlets)
    later = first.minutes + rnd.randint(1, 2000)
    edit = {"reformatted": reformat, "wire": wire, "truncated": truncate, "ocr": scan_errors, "update": update}.get(
        kind
    )
    body = edit(writer, first.body) if edit else first.body
    headline = " ".join(writer.words(7)).capitalize() if kind in {"new-headline", "update", "wire"} else first.headline
    return Story(headline, body, source, later)


def reformat(writer: Writer, body: str) -> str:
    """The same words in other case, white space, punctuation or markup."""
    ways = (
        str.upper,
        lambda text: text.replace(" ", "  ").replace("\n\n", "\n"),
        lambda text: "".join(f"<p>{part}</p>" for part in text.split("\n\n")),
        lambda text: text.replace(". ", "! ").replace("\n\n", " "),
        lambda text: text.replace(" ", "\u00a0"),
    )
    return writer.random.choice(ways)(body)


def wire(writer: Writer, body: str) -> str:
    """1 to 30 % of the words changed, dropped or joined by another one."""
    rnd, rate, made = writer.random, writer.random.uniform(0.01, 0.3), []
    for word in body.split(" "):
        if rnd.random() >= rate:
            made.append(word)
            continue
        way = rnd.random()
        made += [] if way < 0.2 else [*writer.words(1), word] if way < 0.4 else writer.words(1)
    return " ".join(made)


def truncate(writer: Writer, body: str) -> str:
    """The first 15 to 80 % of the words, 30 at least, some with a marker."""
    rnd, text = writer.random, body.split(" ")
    kept = max(30, int(len(text) * rnd.uniform(0.15, 0.8)))
    return " ".join(text[:kept]) + rnd.choice(("", "...", " […]", " Read more"))


def scan_errors(writer: Writer, body: str) -> str:
    """Some of the words misread."""
    rnd, rate, made = writer.random, writer.random.uniform(*writer.misread), []
    for word in body.split(" "):
        if rnd.random() >= rate or not word:
            made.append(word)
            continue
        place = rnd.randrange(len(word))
        made.append(word[:place] + rnd.choice(("", "i", "rn", "c", " ", "0")) + word[place + 1 :])
    return " ".join(made)


def update(writer: Writer, body: str) -> str:
    """A new lead, new paragraphs, some of the old ones gone; more than half of the old words stay."""
    rnd, parts = writer.random, body.split("\n\n")
    words = len(body.split())
    if len(parts) > 3 and rnd.random() < 0.5:
        parts.pop(rnd.randrange(1, len(parts)))
    new = writer.prose(int(words * rnd.uniform(0.1, 0.45)))
    place = 0 if rnd.random() < 0.6 else rnd.randint(0, len(parts))
    return "\n\n".join([*parts[:place], new, *parts[place:]])


def lookalikes(writer: Writer, kind: str) -> list[Story]:
    """Stories that look alike and are not copies."""
    rnd, size = writer.random, writer.random.randint(4, 24)
    if kind == "footer":
        outlet = rnd.choice(writer.outlets)
        return [
            writer.story(f"{writer.prose(writer.length())}\n\n{writer.footers[outlet]}", outlet) for _ in range(size)
        ]
    if kind == "same-event":
        facts = tuple(rnd.sample(writer.names, 14)) + tuple(writer.number() for _ in range(6))
        quote = writer.prose(rnd.randint(10, 25))
        return [writer.story(writer.prose(writer.length(), facts) + " " + quote) for _ in range(size)]
    return templates(writer, size, names_stay=kind == "template-names")


def templates(writer: Writer, size: int, *, names_stay: bool) -> list[Story]:
    """One text again and again, with other numbers, and other names unless most of them stay."""
    rnd = writer.random
    text = writer.words(rnd.randint(70, 220))
    slots = {place: rnd.random() < 0.5 for place in rnd.sample(range(len(text)), len(text) // 6)}
    names = {place: rnd.choice(writer.names) for place, number in slots.items() if not number}
    state = rnd.getstate()
    made = []
    for _ in range(size):
        for place, number in slots.items():
            changes = number or not names_stay or rnd.random() < 0.1
            new = writer.number() if number else rnd.choice(writer.names)
            text[place] = new if changes else names[place]
        made.append(writer.story(sentences(random.Random(repr(state[1][:4])), text)))
    return made


def clusters(writer: Writer, stories: int) -> Iterator[tuple[int, str, Story]]:
    """All stories with the number and kind of their cluster."""
    cluster, left = 0, {kind: share * stories for kind, share in SHARES.items()}
    total = 0
    while total < stories:
        kind = max(left, key=lambda each: left[each])
        if kind in COPIES:
            made = [(cluster, story) for story in copies(writer, kind)]
        elif kind == "single":
            made = [(cluster, writer.story(writer.prose(writer.length())))]
        else:
            made = [(cluster + place, story) for place, story in enumerate(lookalikes(writer, kind))]
        cluster = made[-1][0] + 1
        left[kind] -= len(made)
        total += len(made)
        yield from ((number, kind, story) for number, story in made)


def batches(writer: Writer, stories: int) -> Iterator[pa.Table]:
    """The rows, shuffled within a window."""
    window: list[tuple[int, str, Story]] = []
    row = 0
    for each in clusters(writer, stories):
        window.append(each)
        if len(window) == WINDOW:
            yield table(writer, window, row)
            row, window = row + len(window), []
    if window:
        yield table(writer, window, row)


def table(writer: Writer, window: list[tuple[int, str, Story]], row: int) -> pa.Table:
    writer.random.shuffle(window)
    rows = []
    for place, (cluster, kind, story) in enumerate(window, row):
        dated = place % 10 != 0
        when = START + timedelta(minutes=story.minutes) if dated else None
        rows.append(
            {
                "key": f"urn:story:{writer.random.getrandbits(64):016x}",
                "source": story.source,
                "headline": story.headline,
                "article_body": story.body,
                "content_hash": f"{writer.random.getrandbits(128):032x}",
                "source_file": "stories.jsonl",
                "date_published": when,
                "date_published_local": when.isoformat() if when else None,
                "source_line": place + 1,
                "cluster": cluster,
                "kind": kind,
                "row": place,
            }
        )
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def write(path: Path, stories: int, writer: Writer) -> None:
    """Write the dataset."""
    with pq.ParquetWriter(path, SCHEMA, compression="zstd") as sink:
        for part in batches(writer, stories):
            sink.write_table(part, row_group_size=ROW_GROUP)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("stories", type=int)
    parser.add_argument("path", type=Path)
    parser.add_argument("--vocabulary", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misread", type=float, nargs=2, default=MISREAD, metavar=("FROM", "TO"))
    options = parser.parse_args()
    write(options.path, options.stories, Writer(options.seed, options.vocabulary, tuple(options.misread)))
