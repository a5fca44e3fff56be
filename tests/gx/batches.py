"""Batches of Great Expectations for the tests, and one validation told as plain values."""

from typing import Any

import great_expectations as gx
import pandas as pd

TEXT = "The harbour is closed for three weeks because the old cranes are being replaced, the mayor said on Monday."
ROWS = pd.DataFrame(
    [
        ("The harbour is closed for three weeks because the old cr...", TEXT, "2026-10-01", "a", "en"),
        ("All is well in the harbour.", TEXT, "12 July 2016", "b", "en"),
        (None, "kurz\u200b", "yesterday", "a", "de"),
        (
            "Der Kran kostet ٣٤ Euro\u00a0im Jahr, sagte Zoë.",
            "港の灯台は来月から公開される。" * 5,
            "2034-10-17",
            None,
            "ja",
        ),
        ("\ufffd broken &amp; <b>bold</b>", TEXT, "03/04/2021", "c", "en"),
        ("", "", "", "", ""),
    ],
    columns=["teaser", "text", "day", "id", "lang"],
)


def context() -> Any:
    """A context that writes nothing and draws no bars."""
    made = gx.get_context(mode="ephemeral")
    made.variables.progress_bars = {"globally": False}
    return made


def pandas_batch(frame: pd.DataFrame) -> Any:
    """A batch of a pandas DataFrame."""
    source = context().data_sources.add_pandas("source").add_dataframe_asset("asset")
    return source.add_batch_definition_whole_dataframe("whole").get_batch({"dataframe": frame})


def told(batch: Any, expectation: Any) -> dict[str, Any]:
    """Whether a batch meets an expectation, and the result. Fails if anything raised."""
    said = batch.validate(expectation).to_json_dict()
    raised = [each for each in (said["exception_info"], *said["exception_info"].values()) if isinstance(each, dict)]
    assert not any(each.get("raised_exception") for each in raised), raised
    return {"success": said["success"], **said["result"]}
