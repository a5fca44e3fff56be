"""Outcomes -> Great Expectations suites -> validation results.

Great Expectations judges narrow tables: one row an article, a teaser, a record or a source; one column a check and
severity; null = sound, else the row's worst kind. Bodies never go in. Importing this module imports Great
Expectations, which takes seconds: only judging.py does so, in a process of its own while others load.
"""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from copydesk.errors import JudgeError
from copydesk.gate import Judgement, Sheet
from copydesk.model import Outcome, Severity

with warnings.catch_warnings():
    # it imports the deprecated sre_constants, where it may be imported by a test that makes errors of warnings
    warnings.simplefilter("ignore")
    import great_expectations as gx
    import great_expectations.expectations as gxe

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "warning", Severity.INFO: "info"}
_SITE = "local_site"


def mostly(allowed: int, rows: int) -> float:
    """The share that Great Expectations shall demand so that exactly `allowed` rows may fail."""
    return max(0.0, (rows - allowed - 0.5) / rows)


def judge(sheets: Sequence[Sheet], docs: Path | None = None) -> Judgement:
    """Validate every sheet that has rows. Raises JudgeError if anything raised inside Great Expectations.

    `docs` is a folder for Data Docs.
    """
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    results = {sheet.table: _validate(context, sheet, docs) for sheet in sheets if sheet.rows}
    if docs is not None:
        context.build_data_docs(site_names=[_SITE])
    said = {name: result.to_json_dict() for name, result in results.items()}
    for name, result in said.items():
        for raised in _exceptions(result):
            raise JudgeError(raised, where=f"Great Expectations, suite {name}", remedy="The verdict cannot be trusted.")
    outcomes = [outcome for sheet in sheets if sheet.rows for outcome in _outcomes(sheet, said[sheet.table])]
    broken = [each for name, result in said.items() for each in _broken(name, result)]
    return Judgement(tuple(outcomes), tuple(broken), {name: _stable(result) for name, result in said.items()})


def frame(sheet: Sheet) -> pd.DataFrame:
    """The outcome table: `row`, then a categorical column a question, null where the row is sound."""
    columns: dict[str, Any] = {"row": np.arange(sheet.rows) if sheet.numbers is None else sheet.numbers}
    for question in sheet.questions:
        codes = np.full(sheet.rows, -1, np.int64)
        gravest_last = np.argsort(-question.kinds, kind="stable")
        codes[question.rows[gravest_last]] = question.kinds[gravest_last]
        columns[question.column] = pd.Categorical.from_codes(codes, categories=pd.Index(list(question.names)))
    return pd.DataFrame(columns)


def _validate(context: Any, sheet: Sheet, docs: Path | None) -> Any:
    asset = context.data_sources.add_pandas(f"copydesk-{sheet.table}").add_dataframe_asset(sheet.table)
    rows = asset.add_batch_definition_whole_dataframe("all rows")
    suite = gx.ExpectationSuite(name=sheet.table, expectations=list(_expectations(sheet)))
    parameters = {"dataframe": frame(sheet)}
    if docs is None:
        # half the time of a validation definition, which stores suite and result in the context
        return rows.get_batch(parameters).validate(suite, result_format="SUMMARY")
    definition = gx.ValidationDefinition(name=sheet.table, data=rows, suite=context.suites.add(suite))
    context.validation_definitions.add(definition)
    _site(context, docs)
    checkpoint = gx.Checkpoint(name=sheet.table, validation_definitions=[definition], result_format="SUMMARY")
    ran = context.checkpoints.add(checkpoint).run(batch_parameters=parameters)
    return next(iter(ran.run_results.values()))


def _expectations(sheet: Sheet) -> Iterator[Any]:
    yield gxe.ExpectTableRowCountToBeBetween(
        min_value=1, severity="critical", description=f"There is at least one row in {sheet.table}."
    )
    if sheet.numbers is not None:
        yield gxe.ExpectColumnValuesToNotBeNull(
            column="row", severity="critical", description=f"Every row of {sheet.table} has its number."
        )
        yield gxe.ExpectColumnValuesToBeUnique(
            column="row", severity="critical", description=f"No two rows of {sheet.table} have the same number."
        )
    for question in sheet.questions:
        rows = sheet.rows if question.among is None else question.among
        limit = "none may fail" if not question.allowed else f"at most {question.allowed:,} of {rows:,} may fail"
        yield gxe.ExpectColumnValuesToBeNull(
            column=question.column,
            mostly=mostly(question.allowed, sheet.rows),
            severity=SEVERITIES[question.severity],
            description=f"{question.wants.rstrip('.')}: {limit}.",
            meta={"check": question.check, "severity": str(question.severity), "allowed": question.allowed},
        )


def _outcomes(sheet: Sheet, result: Mapping[str, Any]) -> Iterator[Outcome]:
    by_column = {
        each["expectation_config"]["kwargs"]["column"]: each
        for each in result["results"]
        if each["expectation_config"]["meta"].get("check")
    }
    for question in sheet.questions:
        said = by_column[question.column]
        failing = int(said["result"]["unexpected_count"])
        yield Outcome(
            check=question.check,
            severity=question.severity,
            table=sheet.table,
            rows=sheet.rows if question.among is None else question.among,
            failing=failing,
            allowed=question.allowed,
            passed=bool(said["success"]),
            scope=question.scope,
        )


def _broken(name: str, result: Mapping[str, Any]) -> Iterator[str]:
    """The expectations about the table itself that failed."""
    for each in result["results"]:
        config = each["expectation_config"]
        if not each["success"] and not (config.get("meta") or {}).get("check"):
            yield f"{name}: not so: {config['description']}"


def _exceptions(result: Mapping[str, Any]) -> Iterator[str]:
    """Great Expectations swallows exceptions, into one of two shapes: a dict, or a dict of such dicts."""
    for each in result["results"]:
        info = each.get("exception_info") or {}
        for one in (info, *(inner for inner in info.values() if isinstance(inner, Mapping))):
            if one.get("raised_exception"):
                yield f"{each['expectation_config']['type']}: {one.get('exception_message')}"


def _stable(value: Any) -> Any:
    """JSON values without random identifiers and clocks, so that the same input gives the same bytes."""
    if isinstance(value, Mapping):
        return {key: _stable(each) for key, each in sorted(value.items()) if key not in _UNSTABLE}
    if isinstance(value, list):
        return [_stable(each) for each in value]
    return value


_UNSTABLE = frozenset(
    {"id", "run_id", "batch_markers", "validation_id", "checkpoint_id", "validation_time", "ge_load_time"}
)


def _site(context: Any, docs: Path) -> None:
    if _SITE in context.get_site_names():
        context.delete_data_docs_site(_SITE)
    context.add_data_docs_site(
        _SITE,
        {
            "class_name": "SiteBuilder",
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(docs.absolute())},
        },
    )
