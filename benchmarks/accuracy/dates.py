"""Date strings of real pages read by copydesk and by what users would pick instead, against labelled truth.

    python benchmarks/accuracy/dates.py --data ../shared/data [--peers] [--half development|check] [--misses]

Each row of dates.jsonl is a source of its own. Days are judged by the local date as printed, instants by the moment in
UTC (without a zone the local time counts as UTC). The rows are split in two halves by a hash of the string: one for
development, one to see that nothing was tuned to it.
"""

import argparse
import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path


from copydesk.language import dates

Answer = tuple[date | None, datetime | None]
"""The local day, and the instant where a time of day was read."""


@dataclass(frozen=True)
class Row:
    raw: str
    language: str | None
    day: date | None
    instant: datetime | None

    @property
    def half(self) -> str:
        return "development" if hashlib.sha256(self.raw.encode()).digest()[0] % 2 == 0 else "check"


def rows(data: Path) -> Iterator[Row]:
    for line in (data / "dates.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        moment = datetime.fromisoformat(row["iso"]) if row["iso"] else None
        instant = None
        if moment and row["precision"] == "datetime":
            instant = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        yield Row(row["raw"], row["lang"] or None, moment.date() if moment else None, instant)


def copydesk(row: Row) -> Answer:
    reading = dates.read(row.raw, row.language)
    return (reading.local.date() if reading.local else None), reading.instant


def right_day(row: Row, answer: Answer) -> bool:
    """The day as printed; a truth that is an instant with a zone allows the day before and after by that zone."""
    day, instant = answer
    if row.instant and instant:
        return abs(instant - row.instant).total_seconds() < 86400 and (
            day == row.day or instant.date() == row.instant.date()
        )
    return day == row.day


def right_instant(row: Row, answer: Answer) -> bool:
    instant = answer[1]
    return instant is not None and row.instant is not None and abs((instant - row.instant).total_seconds()) < 1


def table(name: str, labelled: list[Row], answer: Callable[[Row], Answer], *, misses: bool = False) -> str:
    start = time.perf_counter()
    answers = [answer(row) for row in labelled]
    seconds = time.perf_counter() - start
    pairs = list(zip(labelled, answers, strict=True))
    dated = [pair for pair in pairs if pair[0].day]
    right = sum(right_day(row, got) for row, got in dated)
    wrong = [(row, got) for row, got in dated if got[0] and not right_day(row, got)]
    timed = [pair for pair in dated if pair[0].instant]
    instants = sum(right_instant(row, got) for row, got in timed)
    late = [(row, got) for row, got in timed if got[0] and not right_instant(row, got)]
    accepted = [(row, got) for row, got in pairs if not row.day and got[0]]
    if misses:
        show(pairs, wrong, late, accepted)
    undated = len(pairs) - len(dated)
    return (
        f"{name:<32}{right / len(dated):7.2%} ({right}/{len(dated)})  wrong {len(wrong):3}  "
        f"instants {instants}/{len(timed)} wrong {len(late):2}  accepted {len(accepted)}/{undated}  "
        f"{len(labelled) / seconds:9,.0f}/s"
    )


def show(
    pairs: list[tuple[Row, Answer]],
    wrong: list[tuple[Row, Answer]],
    late: list[tuple[Row, Answer]],
    accepted: list[tuple[Row, Answer]],
) -> None:
    missed = [pair for pair in pairs if pair[0].day and not pair[1][0]]
    for title, some in (("WRONG", wrong), ("INSTANT", late), ("ACCEPTED", accepted), ("MISSED", missed)):
        for row, got in some:
            print(
                f"  {title:<9}{row.language or '-':<4}{row.raw!r} truth {row.instant or row.day} got {got[1] or got[0]}"
            )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / ".." / "shared" / "data")
    parser.add_argument("--half", choices=["development", "check"], action="append")
    parser.add_argument("--misses", action="store_true", help="print every row that is not right")
    options = parser.parse_args()
    labelled = list(rows(options.data))
    for half in options.half or ["development", "check"]:
        some = [row for row in labelled if row.half == half]
        print(table(f"{half}, language", some, copydesk, misses=options.misses))
        bare = [Row(row.raw, None, row.day, row.instant) for row in some]
        print(table(f"{half}, no language", bare, copydesk, misses=options.misses))


if __name__ == "__main__":
    main()
