"""Write N made-up news articles as JSON Lines: five languages, about 3 kB each, some with planted faults.

    python benchmarks/generate.py 100000 --out /tmp/articles.jsonl [--truth FILE] [--seed 1] [--faults 0.1]

The same arguments give the same bytes. The file is written as it is made; memory does not grow with N. `--truth` names
a file that gets one JSON line for each planted fault: the line it stands on, its name, and the line of the original
where the fault is a copy.
"""

import argparse
import json
import random
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import IO, Any

VOCABULARY = Path(__file__).with_name("vocabulary.json")
BODY_BYTES = 3000
FIRST_DAY, DAYS = date(2025, 1, 6), 600
SOURCES = 40
MEMORY = 2000
"""Articles back to which a copy may reach."""

Row = dict[str, Any]
Words = dict[str, Any]


@dataclass(slots=True)
class Writer:
    """Makes up sentences in one language; templates look words up in it as in a mapping."""

    words: Words
    chance: random.Random

    def __getitem__(self, slot: str) -> str:
        if slot == "number":
            return str(self.chance.randint(3, 980))
        if slot in {"person", "town"}:
            return getattr(self, slot)()
        return self.pick(slot)

    def pick(self, name: str) -> str:
        return self.chance.choice(self.words[name])

    def name(self, low: int, high: int) -> str:
        return "".join(self.pick("syllable") for _ in range(self.chance.randint(low, high))).capitalize()

    def person(self) -> str:
        return f"{self.name(1, 2)}{self.words['joiner']}{self.name(1, 2)}"

    def town(self) -> str:
        return self.name(2, 3)

    def sentence(self, kind: str = "template") -> str:
        made = self.pick(kind).format_map(self)
        return made[0].upper() + made[1:]

    def body(self) -> str:
        """Paragraphs of three to five sentences, about BODY_BYTES bytes in UTF-8."""
        wanted = BODY_BYTES * self.chance.uniform(0.6, 1.4)
        paragraphs: list[str] = []
        size = 0
        while size < wanted:
            sentences = (self.sentence() for _ in range(self.chance.randint(3, 5)))
            paragraphs.append(self.words["joiner"].join(sentences))
            size += len(paragraphs[-1].encode())
        return "\n\n".join(paragraphs)


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet: its language, its host, and how it prints dates."""

    writer: Writer
    publisher: str
    host: str
    language: str
    pattern: str


@dataclass(slots=True)
class Desk:
    """What a fault may need to know beside the row that it spoils."""

    chance: random.Random
    lately: deque[tuple[int, Row]] = field(default_factory=lambda: deque(maxlen=MEMORY))


def sources(chance: random.Random) -> list[Source]:
    """SOURCES outlets; every second one prints ISO dates, the others as feeds or pages do."""
    vocabulary: dict[str, Words] = json.loads(VOCABULARY.read_text(encoding="utf-8"))
    writers = [Writer(words, chance) for words in vocabulary.values()]
    patterns = ["%Y-%m-%dT%H:%M:%S+00:00", "%a, %d %b %Y %H:%M:%S +0000", "%Y-%m-%dT%H:%M:%SZ", "%d.%m.%Y %H:%M"]
    return [
        Source(
            writer := writers[number % len(writers)],
            f"{writer.town()} {number}",
            f"outlet{number}.example.org",
            writer.pick("language"),
            patterns[number // len(writers) % len(patterns)],
        )
        for number in range(SOURCES)
    ]


def article(number: int, source: Source, chance: random.Random) -> Row:
    """A sound article."""
    moment = datetime.combine(FIRST_DAY + timedelta(chance.randrange(DAYS)), time(chance.randrange(24)), UTC)
    writer = source.writer
    body = writer.body()
    return {
        "uri": f"https://{source.host}/{number}",
        "url": f"https://{source.host}/{number}",
        "headline": writer.sentence("headline").rstrip(".。"),
        "description": re.split(r"(?<=[.。])", body.split("\n\n")[1], maxsplit=1)[0],
        "article_body": body,
        "author": [writer.person()],
        "publisher": source.publisher,
        "date_published": moment.strftime(source.pattern),
        "in_language": source.language,
        "article_section": writer.pick("noun"),
        "keywords": [writer.pick("noun"), writer.pick("thing")],
    }


Fault = Callable[[Row, Desk], int | None]
"""Spoils a row in place; says the line of the original where it makes a copy."""


def cut_with_marker(row: Row, desk: Desk) -> None:
    row["description"] = row["article_body"][: desk.chance.randint(60, 150)].rstrip() + desk.chance.choice(["...", "…"])


def cut_without_marker(row: Row, desk: Desk) -> None:
    row["description"] = row["article_body"][: desk.chance.randint(60, 150)].rstrip(' .,。，”"')


def headline_as_teaser(row: Row, _: Desk) -> None:
    row["description"] = row["headline"]


def no_author(row: Row, _: Desk) -> None:
    del row["author"]


def no_headline(row: Row, _: Desk) -> None:
    del row["headline"]


def no_date(row: Row, _: Desk) -> None:
    del row["date_published"]


def far_future(row: Row, desk: Desk) -> None:
    row["date_published"] = f"{desk.chance.randint(2031, 2060)}-03-04T05:06:07Z"


def no_such_date(row: Row, _: Desk) -> None:
    row["date_published"] = "2026-02-31T25:00:00Z"


def wrong_weekday(row: Row, _: Desk) -> None:
    row["date_published"] = "Mon, 21 Aug 2026 10:00:00 +0000"


def wrong_type(row: Row, _: Desk) -> None:
    row["version"] = "second"


def no_host(row: Row, _: Desk) -> None:
    row["url"] = "https:///lost"


def short(row: Row, _: Desk) -> None:
    row["article_body"] = row["headline"] + "."


def markup(row: Row, _: Desk) -> None:
    row["article_body"] = "<p>" + row["article_body"].replace("\n\n", "</p>\n\n<p>&nbsp;", 2)


def odd_spaces(row: Row, _: Desk) -> None:
    row["article_body"] = row["article_body"].replace(" ", "\u00a0", 3) + "\u200b"


def _earlier(row: Row, desk: Desk, *names: str) -> int | None:
    """Take fields over from an earlier article."""
    if not desk.lately:
        return None
    line, other = desk.chance.choice(desk.lately)
    row.update({name: other[name] for name in names})
    return line


def same_uri(row: Row, desk: Desk) -> int | None:
    return _earlier(row, desk, "uri")


def same_story(row: Row, desk: Desk) -> int | None:
    return _earlier(row, desk, "headline", "article_body", "in_language")


def same_body(row: Row, desk: Desk) -> int | None:
    return _earlier(row, desk, "article_body", "in_language")


def reformatted(row: Row, desk: Desk) -> int | None:
    line = same_story(row, desk)
    row["article_body"] = row["article_body"].upper().replace("\n\n", "\n\n  ")
    return line


def shortened(row: Row, desk: Desk) -> int | None:
    line = same_story(row, desk)
    paragraphs = row["article_body"].split("\n\n")
    row["article_body"] = "\n\n".join(paragraphs[: max(1, len(paragraphs) * 2 // 3)])
    return line


def edited(row: Row, desk: Desk) -> int | None:
    line = same_story(row, desk)
    words = row["article_body"].split(" ")
    for place in desk.chance.sample(range(len(words)), len(words) // 40):
        words[place] = desk.chance.choice(words)
    row["article_body"] = " ".join(words)
    return line


FAULTS: dict[str, Fault] = {
    each.__name__: each
    for each in (
        cut_with_marker, cut_without_marker, headline_as_teaser, no_author, no_headline, no_date, far_future,
        no_such_date, wrong_weekday, wrong_type, no_host, short, markup, odd_spaces, same_uri, same_story, same_body,
        reformatted, shortened, edited,
    )
}  # fmt: skip
BROKEN = "broken_line"
"""The one fault of a line and not of a row: its JSON ends in the middle."""


def articles(count: int, seed: int, share: float) -> Iterator[tuple[bytes, dict[str, Any] | None]]:
    """Lines with their line feed, each with what was planted in it."""
    chance = random.Random(seed)
    outlets = sources(chance)
    desk = Desk(chance)
    names = [*FAULTS, BROKEN]
    for line in range(1, count + 1):
        row = article(line, outlets[chance.randrange(SOURCES)], chance)
        name = chance.choice(names) if chance.random() < share else None
        planted: dict[str, Any] | None = {"line": line, "fault": name} if name else None
        if not planted:
            desk.lately.append((line, row))
        elif name in FAULTS:
            planted["original"] = FAULTS[name](row, desk)
        text = json.dumps(row, ensure_ascii=False).encode()
        yield (text[: len(text) // 2] if name == BROKEN else text) + b"\n", planted


def write(count: int, out: IO[bytes], truth: IO[bytes] | None, seed: int, share: float) -> int:
    """Write all lines; the number of bytes."""
    size = 0
    for line, planted in articles(count, seed, share):
        size += out.write(line)
        if truth and planted:
            truth.write(json.dumps(planted).encode() + b"\n")
    return size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=float, default=0.1, help="share of rows that get a fault")
    given = parser.parse_args()
    with given.out.open("wb") as out, (given.truth or Path("/dev/null")).open("wb") as truth:
        size = write(given.count, out, truth, given.seed, given.faults)
    print(f"{given.out}: {given.count} articles, {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
