"""The same expectations over batches of Spark say the same: one function over Arrow does the work on both."""

import gc
import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from copydesk import gx
from gx import batches

# Py4J leaves the closing of its sockets to the collector of garbage.
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(scope="module")
def batch() -> Iterator[Any]:
    """A batch of Spark, in two partitions; Spark finds this Python, and says nothing."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - seconds that no other module need wait

    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.session.timeZone": "Asia/Kolkata",
    }
    builder = SparkSession.builder.master("local[1]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    schema = ", ".join(f"{name} string" for name in batches.ROWS.columns)
    frame = session.createDataFrame(batches.ROWS.astype(object).where(batches.ROWS.notna(), None), schema).repartition(
        2
    )
    source = batches.context().data_sources.add_spark("source").add_dataframe_asset("asset")
    yield source.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": frame})
    session.stop()
    gc.collect()


def comparable(result: dict[str, Any]) -> dict[str, Any]:
    """A result without what follows the order of rows, which Spark does not keep."""
    told = (
        {name: value for name, value in each.items() if name != "row"} for each in result.pop("details")["findings"]
    )
    findings = sorted(told, key=str)
    return result | {"findings": findings, "partial_unexpected_list": sorted(result["partial_unexpected_list"])}


@pytest.mark.parametrize(
    "made",
    [
        lambda: gx.ExpectTeasersToBeWhole(column="teaser", body_column="text"),
        lambda: gx.ExpectNoOddCharacters(column="teaser", field="description"),
        lambda: gx.ExpectNoAmbiguousDate(column="day", language_column="lang"),
    ],
    ids=["with a body", "odd texts", "dates"],
)
def test_both_engines_say_the_same(made, batch):
    here, there = (comparable(batches.told(each, made())) for each in (batches.pandas_batch(batches.ROWS), batch))
    assert here == there


def test_rows_of_one_key_meet(batch):
    result = batches.told(batch, gx.ExpectNoDuplicateUri(column="id"))
    assert (result["unexpected_count"], result["partial_unexpected_list"]) == (1, ["a"])
