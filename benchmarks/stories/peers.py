"""Find duplicates in a generated dataset by another library, and write a number for each row that its copies share.

    python benchmarks/stories/peers.py gaoya stories.parquet labels.npy

Needs requirements-bench.txt and nothing of copydesk. Each library runs as its own documentation has it for near
duplicates, over runs of five lower-case words, with the settings that did best on these data; who is similar to whom
is closed transitively, which is what each of them leaves to its user.
"""

import argparse
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq

CORES = 2
WORDS = 5

Pairs = Iterable[tuple[int, int]]


def bodies(path: Path) -> list[str]:
    """The bodies, in the order of the file."""
    return pq.read_table(path, columns=["article_body"])["article_body"].to_pylist()


def shingles(body: str) -> set[str]:
    """All runs of WORDS words."""
    words = body.lower().split()
    return {" ".join(words[place : place + WORDS]) for place in range(max(1, len(words) - WORDS + 1))}


def datasketch(path: Path) -> Pairs:
    """MinHash of 128 permutations, LSH at a Jaccard similarity of .5."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415

    index = MinHashLSH(threshold=0.5, num_perm=128)
    sets = ([shingle.encode() for shingle in shingles(body)] for body in bodies(path))
    for row, sketch in enumerate(MinHash.generator(sets, num_perm=128)):
        yield from ((row, other) for other in index.query(sketch))
        index.insert(row, sketch, check_duplication=False)


def gaoya(path: Path) -> Pairs:
    """42 bands of 3 hashes, Jaccard similarity of .5, in Rust on all cores."""
    from gaoya.minhash import MinHashStringIndex  # noqa: PLC0415

    texts = bodies(path)
    index = MinHashStringIndex(32, 0.5, 42, 3, None, "word", True, (WORDS, WORDS))
    index.par_bulk_insert_docs(list(range(len(texts))), texts)
    for row, found in enumerate(index.par_bulk_query(texts)):
        yield from ((row, other) for other in found)


def rensa(path: Path) -> Pairs:
    """R-MinHash of 128 permutations in 16 bands, Jaccard similarity of .5 by its own estimate."""
    from rensa import RMinHash, RMinHashLSH  # noqa: PLC0415

    sketches = RMinHash.from_token_sets([shingles(body) for body in bodies(path)], 128, 42)
    index = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=16)
    index.insert_many(sketches)
    for row, found in enumerate(index.query_all(sketches)):
        yield from ((row, other) for other in found if sketches[row].jaccard(sketches[other]) >= 0.5)


def text_dedup(path: Path) -> Pairs:
    """Its command `minhash` with its defaults: 250 permutations, Jaccard similarity of .7."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {"path": "parquet", "data_files": path, "split": "train", "column": "article_body"}
        settings |= {"ngram": WORDS, "num_proc": CORES, "output": f"{folder}/out", "cache_dir": f"{folder}/cache"}
        arguments = [text for name, value in settings.items() for text in (f"--{name}", str(value))]
        command = [sys.executable, "-m", "text_dedup.minhash", *arguments, "--debug"]
        quiet = os.environ | {"HF_HUB_OFFLINE": "1", "HF_DATASETS_DISABLE_PROGRESS_BARS": "1", "HF_HOME": folder}
        subprocess.run(command, check=True, env=quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        made = pickle.loads((Path(folder) / "out" / "uf.pkl").read_bytes())  # noqa: S301 - written by the line above
    yield from made.parent.items()


QUERY = """
with words as (
    select file_row_number as story, regexp_split_to_array(lower(article_body), '[^\\p{{L}}0-9]+') as word
    from read_parquet(?, file_row_number = true)
), sampled as materialized (
    select distinct story, hash(a, b, c, d, e) as shingle from (
        select story, unnest(word) as a, unnest(word[2:]) as b, unnest(word[3:]) as c, unnest(word[4:]) as d,
            unnest(word[5:]) as e from words
    ) where hash(a, b, c, d, e) % {sample} = 0
), sizes as (
    select story, count(*) as shingles from sampled group by story
), kept as materialized (
    select * from sampled qualify count(*) over (partition by shingle) between 2 and 500
), pairs as (
    select one.story as first, other.story as second, count(*) as common
    from kept one join kept other on one.shingle = other.shingle and one.story < other.story group by all
)
select first, second from pairs
join sizes one on one.story = first join sizes other on other.story = second
where common >= {share} * least(one.shingles, other.shingles) and common >= 2
"""


def duckdb(path: Path, sample: int = 4, share: float = 0.85) -> Pairs:
    """One query: sampled shingles, joined with themselves, and the share of the smaller story that is common."""
    import duckdb as engine  # noqa: PLC0415

    query = QUERY.format(sample=sample, share=share)
    found = engine.connect(config={"threads": CORES}).execute(query, [str(path)]).fetchnumpy()
    yield from zip(found["first"].tolist(), found["second"].tolist(), strict=True)


def duckdb_all(path: Path) -> Pairs:
    """The same query over all shingles, so that the share is exact, with the threshold that suits these data best."""
    return duckdb(path, sample=1, share=0.74)


PEERS: dict[str, Callable[[Path], Pairs]] = {
    "datasketch": datasketch,
    "duckdb": duckdb,
    "duckdb-all": duckdb_all,
    "gaoya": gaoya,
    "rensa": rensa,
    "text-dedup": text_dedup,
}


def labels(rows: int, pairs: Pairs) -> np.ndarray:
    """The smallest row that each row is tied to, directly or by others."""
    parent = list(range(rows))

    def top(row: int) -> int:
        while parent[row] != row:
            parent[row] = row = parent[parent[row]]
        return row

    for first, second in pairs:
        low, high = sorted((top(first), top(second)))
        parent[high] = low
    return np.array([top(row) for row in range(rows)])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("peer", choices=PEERS)
    parser.add_argument("path", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    stories = pq.read_metadata(options.path).num_rows
    np.save(options.out, labels(stories, PEERS[options.peer](options.path)))
