"""New stories held against a dataset that was published earlier."""

import random
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.engines import Engine
from copydesk.engines._pool import Pool
from copydesk.engines.local import LocalEngine
from copydesk.errors import InputNotFoundError, UsageError
from copydesk.stories import meet
from copydesk.stories import published as published_module
from copydesk.stories.kept import keep_stories, stored_schema, to_store
from copydesk.stories.options import STANDARD, StoryOptions, story_options
from copydesk.stories.plan import find_stories, sketch_stories
from copydesk.stories.published import KEPT_FILE, published
from copydesk.stories.seen import Fresh, with_published
from copydesk.stories.tables import RELATIONS, STORIES, StoryTables
from copydesk.tables import ARTICLES, content_hashes
from stories.awkward import AwkwardEngine
from stories.desk import articles, find, named
from stories.prose import ALL, ENGLISH, nonsense
from stories.test_plan import edited, mixed, renumbered

Rows = Sequence[Mapping[str, Any]]


@pytest.fixture(autouse=True)
def _small_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meet, "TOGETHER", 2)
    monkeypatch.setattr(published_module, "TOGETHER", 2)


def hashed(rows: Rows | pa.Table) -> pa.Table:
    """Articles with the content_hash that they have when they are loaded."""
    table = rows if isinstance(rows, pa.Table) else articles(rows)
    place = table.schema.get_field_index("content_hash")
    return table.set_column(
        place, ARTICLES.field("content_hash"), content_hashes(table["headline"], table["article_body"])
    )


def publish(folder: Path, rows: Rows, group: int = 7, options: StoryOptions = STANDARD) -> str:
    """A folder as --out writes it, as far as it is read."""
    folder.mkdir(exist_ok=True)
    table = hashed(rows)
    pq.write_table(table, folder / "articles.parquet", row_group_size=group)
    (folder / "manifest.json").write_text("{}")
    with tempfile.TemporaryDirectory() as scratch, Pool(1) as pool:
        engine = LocalEngine(Path(scratch), pool)
        made = sketch_stories(engine, engine.store(table.to_batches(), table.schema), options)
        kept = keep_stories(engine, made.sketches, made.roster, options)
        with pq.ParquetWriter(folder / KEPT_FILE, stored_schema(options)) as sink:
            for batch in to_store(engine.scan(kept)):
                sink.write_batch(batch, row_group_size=50 * group)
    return str(folder)


def seen(folder: str, rows: Rows | pa.Table, options: StoryOptions = STANDARD, batch: int = 1000) -> StoryTables:
    """The stories among new articles, and what of them the folder holds."""
    with tempfile.TemporaryDirectory() as scratch, Pool(1) as pool:
        return held(LocalEngine(Path(scratch), pool), folder, rows, options, batch)


def held(
    engine: Engine, folder: str, rows: Rows | pa.Table, options: StoryOptions = STANDARD, batch: int = 1000
) -> StoryTables:
    table = hashed(rows)
    stored = engine.store(iter(table.to_batches(batch)), table.schema)
    made = sketch_stories(engine, stored, options)
    kept = keep_stories(engine, made.sketches, made.roster, options)
    found = find_stories(engine, stored, options, made)
    return with_published(engine, Fresh(stored, made, kept, found), published(folder, options), options).tables


@pytest.mark.parametrize("language", ALL)
def test_every_relation_in_every_script(tmp_path: Path, language: str) -> None:
    body = ALL[language]
    others = [{"article_body": nonsense(seed, 80)} for seed in range(20)]
    folder = publish(tmp_path, [*others, {"article_body": body, "headline": "A", "key": "old"}])
    copies = {
        "exact": {"article_body": body, "headline": "A"},
        "new-headline": {"article_body": body, "headline": "B"},
        "reformatted": {"article_body": body.upper().replace(" ", "  ") + "!", "headline": "A"},
        "truncated": {"article_body": body[: len(body) * 5 // 8] + "...", "headline": "A"},
    }
    for relation, copy in copies.items():
        found = seen(folder, [{"article_body": nonsense(77, 90)}, copy])
        assert named(found) == {1: relation}
        (row,) = found.stories.to_pylist()
        assert (row["representative_row"], row["representative_key"], row["representative_dataset"]) == (
            20,
            "old",
            tmp_path.as_posix(),
        )
        assert row["story"] == 1
        (pair,) = found.relations.to_pylist()
        assert (pair["row"], pair["other_row"], pair["other_key"]) == (1, 20, "old")
        assert (pair["relation"], pair["other_dataset"]) == (relation, tmp_path.as_posix())


def test_edits_updates_and_templates(tmp_path: Path) -> None:
    folder = publish(tmp_path, [{"article_body": ENGLISH}, {"article_body": nonsense(3, 200)}])
    back = nonsense(3, 200).split(" ")
    found = seen(
        folder,
        [
            {"article_body": edited(ENGLISH, 0.2), "source": "B"},
            {"article_body": nonsense(9, 60) + "\n\n" + ENGLISH},
            {"article_body": nonsense(10, 150) + " " + " ".join(back[:60])},
            {"article_body": nonsense(11, 90)},
        ],
    )
    assert named(found) == {0: "wire-copy", 1: "update"}
    assert [(row["row"], row["relation"]) for row in found.relations.to_pylist() if row["other_dataset"]] == [
        (0, "wire-copy"),
        (1, "update"),
        (2, "overlap"),
    ]


def test_a_published_story_represents_new_ones_before_all_others(tmp_path: Path) -> None:
    folder = publish(tmp_path, [{"article_body": ENGLISH, "day": 90, "headline": "Late", "key": "old"}])
    found = seen(
        folder, [{"article_body": nonsense(1, 90)}, *[{"article_body": ENGLISH, "day": each} for each in (5, 2)]]
    )
    assert [
        (row["row"], row["story"], row["relation"], row["representative_key"]) for row in found.stories.to_pylist()
    ] == [
        (2, 1, "new-headline", "old"),
        (1, 1, "new-headline", "old"),
    ]
    assert found.stories.schema == STORIES
    assert found.relations.schema == RELATIONS


def test_copies_among_new_stories_stay_what_they_are(tmp_path: Path) -> None:
    folder = publish(tmp_path, [{"article_body": nonsense(5, 200)}])
    found = seen(folder, [{"article_body": ENGLISH}, {"article_body": ENGLISH, "headline": "B"}])
    assert named(found) == {1: "new-headline"}
    assert found.stories["representative_dataset"].null_count == 2
    assert found.notes[-1] == f"Stories compared with the 1 published in {tmp_path.as_posix()}: 2."


def test_a_published_story_is_found_however_often_it_was_copied(tmp_path: Path) -> None:
    options = story_options(common_most=10)
    rows = [{"article_body": edited(ENGLISH, 0.02, seed), "source": f"S{seed}"} for seed in range(30)]
    folder = publish(tmp_path, [{"article_body": nonsense(5, 200)}, *rows], options=options)
    found = seen(folder, [{"article_body": nonsense(9, 90)}, {"article_body": edited(ENGLISH, 0.03, 77)}], options)
    assert named(found) == {1: "wire-copy"}
    assert "more than 10 stories" in found.notes[-1]


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**6), size=st.integers(80, 1500), cut=st.integers(18, 60))
def test_the_teaser_of_a_published_story_is_found(tmp_path_factory: Any, seed: int, size: int, cut: int) -> None:
    story = nonsense(seed, size)
    folder = publish(
        tmp_path_factory.mktemp("old"), [{"article_body": story}, {"article_body": nonsense(seed + 1, 90)}]
    )
    assert named(seen(folder, [{"article_body": " ".join(story.split()[:cut])}])) == {0: "truncated"}


def test_a_story_in_many_published_papers_is_found(tmp_path: Path) -> None:
    block = nonsense(3, 200)
    rows = [{"article_body": f"{nonsense(10 + each, 60)}\n\n{block}", "source": f"P{each}"} for each in range(30)]
    folder = publish(tmp_path, rows)
    assert named(seen(folder, [{"article_body": f"{nonsense(99, 60)}\n\n{block}"}])) == {0: "rewrite"}


def test_what_many_published_stories_share_ties_no_new_one(tmp_path: Path) -> None:
    options = story_options(common_most=10)
    footer = nonsense(1, 80)
    folder = publish(
        tmp_path, [{"article_body": f"{nonsense(100 + each, 60)}\n\n{footer}"} for each in range(30)], options=options
    )
    found = seen(folder, [{"article_body": f"{nonsense(500 + each, 60)}\n\n{footer}"} for each in range(3)], options)
    assert named(found) == {}


@pytest.mark.parametrize("rows", [[], [{"article_body": None}], [{"article_body": ENGLISH}]])
def test_few_stories_or_none_on_either_side(tmp_path: Path, rows: Rows) -> None:
    assert named(seen(publish(tmp_path / "a", rows), [])) == {}
    assert named(seen(publish(tmp_path / "b", []), rows)) == {}
    bodies = sum(row["article_body"] is not None for row in rows)
    assert named(seen(publish(tmp_path / "c", rows), rows)) == dict.fromkeys(range(bodies), "exact")


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**6), group=st.integers(1, 9))
def test_a_dataset_held_against_itself_is_all_exact(tmp_path_factory: Any, seed: int, group: int) -> None:
    rows = [{**row, "headline": f"H{place % 3}"} for place, row in enumerate(mixed(seed))]
    found = seen(publish(tmp_path_factory.mktemp("own"), rows, group), rows)
    assert named(found) == dict.fromkeys(range(len(rows)), "exact")


KINDS = {
    "exact": lambda body, _: body,
    "new-headline": lambda body, _: body,
    "truncated": lambda body, draw: body[: int(len(body) * draw.uniform(0.35, 0.8))],
    "wire-copy": lambda body, draw: edited(body, draw.uniform(0.02, 0.25), draw.randrange(10**6)),
}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**6), kind=st.sampled_from(sorted(KINDS)), size=st.integers(60, 600))
def test_a_copy_found_in_one_dataset_is_found_across_two(
    tmp_path_factory: Any, seed: int, kind: str, size: int
) -> None:
    draw = random.Random(seed)  # noqa: S311 - a dataset, not a secret
    others = [{"article_body": nonsense(seed + number, draw.randrange(40, 300))} for number in range(1, 9)]
    old = [*others, {"article_body": nonsense(seed, size), "headline": "Old"}]
    copy = {
        "article_body": KINDS[kind](nonsense(seed, size), draw),
        "headline": "New" if kind == "new-headline" else "Old",
        "source": "B",
        "day": 99,
    }
    within = named(find([*old, copy])).get(len(old))
    assert within in {kind, None}
    across = named(seen(publish(tmp_path_factory.mktemp("old"), old), [copy])).get(0)
    assert across == within or within is None


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10**6), batch=st.integers(1, 9), order=st.randoms(use_true_random=False))
def test_order_and_batches_change_nothing(tmp_path_factory: Any, seed: int, batch: int, order: random.Random) -> None:
    rows = [{**row, "headline": f"H{place % 3}"} for place, row in enumerate(mixed(seed))]
    half = [row for place, row in enumerate(rows) if place % 2]
    folder = publish(tmp_path_factory.mktemp("half"), half, group=batch)
    places = list(range(len(rows)))
    order.shuffle(places)
    plain = seen(folder, rows)
    shuffled = articles([rows[place] for place in places])
    for other in (seen(folder, shuffled, batch=batch), held(AwkwardEngine(seed), folder, shuffled)):
        for name in ("stories", "relations"):
            one, two = (
                renumbered(getattr(found, name), ("row",), originals)
                for found, originals in ((other, places), (plain, list(range(len(rows)))))
            )
            assert [_without_inner(row) for row in one] == [_without_inner(row) for row in two]


def _without_inner(row: Mapping[str, object]) -> dict[str, object]:
    """A row without numbers that point into the new dataset itself, which was shuffled."""
    inner = not (row.get("representative_dataset") or row.get("other_dataset"))
    return {name: value for name, value in row.items() if not (inner and name in {"representative_row", "other_row"})}


def test_a_folder_that_cannot_be_compared_with_is_told_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(InputNotFoundError, match="there is no such folder"):
        published(str(tmp_path / "nowhere"), STANDARD)
    with pytest.raises(InputNotFoundError, match=r"holds no manifest\.json"):
        published(str(tmp_path), STANDARD)
    folder = publish(tmp_path / "a", [{"article_body": ENGLISH}])
    with pytest.raises(UsageError, match=r"other options of duplicate-story \(shingle 5 there, 3 here"):
        published(folder, story_options("noisy"))
    assert published(folder, story_options("strict")).rows == 1
    table = pq.read_table(Path(folder) / KEPT_FILE)
    told = table.schema.metadata[b"copydesk.stories"].replace(b'"probe": ', b'"probe": 1')
    pq.write_table(table.replace_schema_metadata({b"copydesk.stories": told}), Path(folder) / KEPT_FILE)
    with pytest.raises(UsageError, match="another version of copydesk"):
        published(folder, STANDARD)
    (Path(folder) / KEPT_FILE).write_bytes(b"no table")
    with pytest.raises(UsageError, match=r"sketches\.parquet: is damaged"):
        published(folder, STANDARD)
    (Path(folder) / KEPT_FILE).unlink()
    with pytest.raises(UsageError, match=r"holds no sketches\.parquet") as raised:
        published(folder, STANDARD)
    assert f"--out {folder}" in str(raised.value.remedy)


def test_texts_that_are_the_same_letter_by_letter_are_not_read_again(tmp_path: Path) -> None:
    old = [{"article_body": nonsense(seed, 90), "headline": f"H{seed}"} for seed in range(20)]
    folder = publish(tmp_path, old, group=5)
    table = pq.read_table(tmp_path / "articles.parquet")
    bodies = [body if row % 5 == 3 else "not to be read" for row, body in enumerate(table["article_body"].to_pylist())]
    place = table.schema.get_field_index("article_body")
    pq.write_table(table.set_column(place, "article_body", [bodies]), tmp_path / "articles.parquet", row_group_size=5)
    edit = {**old[8], "article_body": old[8]["article_body"].upper()}
    assert named(seen(folder, [*old[:7], edit, {**old[13], "headline": "Other"}])) == {
        **dict.fromkeys(range(7), "exact"),
        7: "reformatted",
        8: "new-headline",
    }


@pytest.mark.parametrize("file", [KEPT_FILE, "articles.parquet"])
def test_damage_behind_a_sound_footer_is_told(tmp_path: Path, file: str) -> None:
    rows = [{"article_body": nonsense(seed, 120)} for seed in range(20)]
    folder = publish(tmp_path, rows)
    data = bytearray((tmp_path / file).read_bytes())
    middle = slice(len(data) // 10, len(data) // 2)
    data[middle] = bytes(255 - each for each in data[middle])
    (tmp_path / file).write_bytes(data)
    with pytest.raises(UsageError, match=f"{file}: is damaged"):
        seen(folder, [{"article_body": edited(str(row["article_body"]), 0.05)} for row in rows])


@pytest.mark.parametrize("column", ["article_body", "headline", "content_hash"])
def test_texts_that_are_no_utf8_are_told_as_damage(tmp_path: Path, column: str) -> None:
    rows = [{"article_body": nonsense(seed, 120), "headline": f"H{seed}"} for seed in range(20)]
    folder = publish(tmp_path, rows)
    table = pq.read_table(tmp_path / "articles.parquet")
    damaged = table[column].cast(pa.binary()).to_pylist()
    damaged[3] = b"\xba" + damaged[3][1:]
    place = table.schema.get_field_index(column)
    table = table.set_column(place, column, pa.array(damaged, pa.binary()).view(pa.string()))
    pq.write_table(table, tmp_path / "articles.parquet", row_group_size=7)
    with pytest.raises(UsageError, match=r"articles\.parquet: is damaged.*UTF8") as raised:
        seen(folder, [{**row, "article_body": edited(str(row["article_body"]), 0.05)} for row in rows])
    assert f"--out {folder}" in str(raised.value.remedy)


@pytest.mark.parametrize(("file", "column"), [(KEPT_FILE, "hash"), ("articles.parquet", "row")])
def test_a_file_rewritten_without_statistics_is_told(tmp_path: Path, file: str, column: str) -> None:
    folder = publish(tmp_path, [{"article_body": ENGLISH}])
    table = pq.read_table(tmp_path / file)
    pq.write_table(table, tmp_path / file, write_statistics=False)
    with pytest.raises(UsageError, match=f"its {file} does not tell which {column}"):
        published(folder, STANDARD)


def test_articles_that_are_not_those_of_the_sketches_are_told(tmp_path: Path) -> None:
    folder = publish(tmp_path / "a", [{"article_body": nonsense(1, 90)}, {"article_body": ENGLISH}])
    pq.write_table(articles([{"article_body": ENGLISH}]), Path(folder) / "articles.parquet")
    with pytest.raises(UsageError, match="other articles"):
        seen(folder, [{"article_body": ENGLISH}])
