"""Date strings of real pages read by copydesk and by what users would pick instead, against labelled truth.

    python benchmarks/accuracy/dates.py --data ../shared/data [--peers] [--half development|check] [--misses]

Each row of dates.jsonl is a source of its own. Days are judged by the local date as printed, instants by the moment in
UTC (without a zone the local time counts as UTC). The rows are split in two halves by a hash of the string: one for
development, one to see that nothing was tuned to it. Then strings whose truth is known because they were written from
it (written_dates.py), two real columns, and speed.
"""

import argparse
import csv
import gzip
import hashlib
import json
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import written_dates

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
    timed = reading.precision != "day"
    return (reading.local.date() if reading.local else None), reading.instant if timed else None


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
    start = time.process_time()
    answers = [answer(row) for row in labelled]
    seconds = time.process_time() - start
    pairs = list(zip(labelled, answers, strict=True))
    dated = [pair for pair in pairs if pair[0].day]
    right = sum(right_day(row, got) for row, got in dated)
    wrong = [(row, got) for row, got in dated if got[0] and not right_day(row, got)]
    timed = [pair for pair in dated if pair[0].instant]
    instants = sum(right_instant(row, got) for row, got in timed)
    late = [(row, got) for row, got in timed if got[1] and not right_instant(row, got)]
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


def dateparser(row: Row) -> Answer:
    import dateparser as peer  # noqa: PLC0415 - a peer is loaded only when it is asked for

    try:
        return moment(peer.parse(row.raw, languages=[row.language] if row.language else None))
    except ValueError:
        return moment(peer.parse(row.raw))


def dateutil(row: Row) -> Answer:
    from dateutil.parser import parse  # noqa: PLC0415

    try:
        return moment(parse(row.raw))
    except (ValueError, OverflowError):
        return None, None


def feedparser(row: Row) -> Answer:
    from feedparser.datetimes import _parse_date  # noqa: PLC0415

    found = _parse_date(row.raw)
    return moment(datetime(*found[:6], tzinfo=UTC)) if found and MINYEAR <= found[0] <= MAXYEAR else (None, None)


def htmldate(row: Row) -> Answer:
    from htmldate.extractors import try_date_expr  # noqa: PLC0415

    found = try_date_expr(
        row.raw,
        "%Y-%m-%d",
        True,
        datetime(1900, 1, 1, tzinfo=UTC),
        datetime(2100, 1, 1, tzinfo=UTC),
    )
    return (date.fromisoformat(found), None) if found else (None, None)


def moment(found: datetime | None) -> Answer:
    if found is None:
        return None, None
    zoned = found.replace(tzinfo=UTC) if found.tzinfo is None else found
    return found.date(), zoned.astimezone(UTC)


PEERS = (dateparser, dateutil, feedparser, htmldate)


def corpora(data: Path) -> Iterator[str]:
    """Two real columns, each as one source: what siblings settle, and what control codes hide."""
    with (data / "corpora" / "detik" / "data_berita.csv").open(encoding="utf-8", newline="") as stream:
        raws = [row["tanggal"] for row in csv.DictReader(stream)]
    alone, together = column(raws, "id", settled=False), column(raws, "id", settled=True)
    hard = [index for index, day in enumerate(alone["evidence"].to_pylist()) if day == "locale"]
    right = sum(together["local"][index].as_py() == us_order(raws[index]) for index in hard)
    read = together["problem"].null_count
    yield f"Detik: {right} of {len(hard)} ambiguous rows right by siblings; {read} of {len(raws)} read"
    with gzip.open(data / "corpora" / "reuters21578.jsonl.gz", "rt", encoding="utf-8") as lines:
        raws = [json.loads(line)["date"] for line in lines]
    read = column(raws, "en", settled=True)
    lost = [raw for raw, problem in zip(raws, read["problem"].to_pylist(), strict=True) if problem]
    hidden = sum("&#" in raw for raw in raws)
    yield f"Reuters: {len(raws) - len(lost)} of {len(raws)} read, {hidden} with control codes; not {lost}"


def written() -> list[Row]:
    """What CLDR's patterns write, in all languages of much news."""
    return [
        Row(each.raw, each.language, each.moment.date(), each.moment.replace(second=0) if each.timed else None)
        for each in written_dates.cldr()
    ]


def changed(labelled: list[Row]) -> str:
    """How many of the strings that are read rightly still are when something stands around them."""
    known = {row.raw: row for row in labelled if row.day and right_day(row, copydesk(row))}
    right = wrong = number = 0
    for _, raw, mutation in written_dates.mutated({raw: row.language for raw, row in known.items()}):
        row, answer = known[raw], dates.read(mutation, known[raw].language)
        got = (answer.local.date() if answer.local else None), answer.instant
        number += 1
        right += right_day(row, got)
        wrong += got[0] is not None and not right_day(row, got)
    return f"changed in {len(written_dates.MUTATIONS)} ways{right / number:17.2%} ({right}/{number})  wrong {wrong:3}"


def us_order(raw: str) -> str:
    return datetime.strptime(raw, "%m/%d/%Y %H:%M").isoformat(timespec="minutes")  # noqa: DTZ007 - as printed


def column(raws: list[str], language: str, *, settled: bool) -> pa.Table:
    readings = dates.read_column(pa.array(raws), pa.array([language] * len(raws)))
    sources = pa.array(["one"] * len(raws))
    return dates.settle(readings, sources, dates.survey(readings, sources), {}) if settled else readings


def speed() -> Iterator[str]:
    """Strings a second of one core, best of five: a dataset's few shapes, and strings of which no two are alike."""
    draw = random.Random(20261101)
    shapes = (
        "%Y-%m-%dT%H:%M:%S+01:00",
        "%d. Juni %Y %H:%M Uhr",
        "%a, %d/%m/%Y - %H:%M",
        "%m/%d/%Y %H:%M",
        "%d-%b-%Y %X",
    )
    start = datetime(2019, 1, 1, tzinfo=UTC)
    moments = [start + timedelta(minutes=draw.randrange(1440 * 1800)) for _ in range(200_000)]
    few = [each.replace(day=min(each.day, 28)).strftime(shapes[index % 5]) for index, each in enumerate(moments)]
    plain = [each.isoformat() for each in moments]
    rates = best(few), best(plain), best(*different(draw))
    yield "few shapes {:,.0f}/s, ISO alone {:,.0f}/s, all different {:,.0f}/s".format(*rates)


def different(draw: random.Random) -> list[list[str]]:
    """Five lists: by-lines and dates, each with a name of its own."""
    names = [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ]
    return [
        [
            f"Von {''.join(draw.choices('abdefghiklmnoprstu', k=9))} am {draw.randrange(1, 29)}. {draw.choice(names)} "
            f"{draw.randrange(1990, 2025)} um {draw.randrange(24)}:{draw.randrange(10, 60)} Uhr"
            for _ in range(10_000)
        ]
        for _ in range(5)
    ]


def best(*lists: list[str]) -> float:
    """The best of five runs, in strings a second of processor time; the same list again unless there are five."""
    rates = []
    for raws in lists if len(lists) == 5 else lists * 5:
        some, languages = pa.array(raws), pa.array(["de"] * len(raws))
        start = time.process_time()
        dates.read_column(some, languages)
        rates.append(len(raws) / (time.process_time() - start))
    return max(rates)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path(__file__).parents[2] / ".." / "shared" / "data")
    parser.add_argument("--half", choices=["development", "check"], action="append", help="default: both")
    parser.add_argument("--misses", action="store_true", help="print every row that is not right")
    parser.add_argument("--peers", action="store_true", help="run the peers too")
    options = parser.parse_args()
    labelled = list(rows(options.data))
    for half in options.half or ["development", "check"]:
        some = [row for row in labelled if row.half == half]
        bare = [Row(row.raw, None, row.day, row.instant) for row in some]
        print(table(f"{half}, language", some, copydesk, misses=options.misses))
        print(table(f"{half}, no language", bare, copydesk, misses=options.misses))
        for peer in PEERS if options.peers else ():
            print(table(f"{half}, {peer.__name__}", some, peer))
    if not options.half:
        some = written()
        print(table("CLDR patterns, language", some, copydesk, misses=options.misses))
        bare = [Row(row.raw, None, row.day, row.instant) for row in some]
        print(table("CLDR patterns, no language", bare, copydesk, misses=options.misses))
        for peer in PEERS if options.peers else ():
            print(table(f"CLDR patterns, {peer.__name__}", some, peer))
        for line in (changed(labelled), *corpora(options.data), *speed()):
            print(line)


if __name__ == "__main__":
    main()
