"""What the first word of the command line loads: answers that need no data must not wait for what reads it."""

import subprocess
import sys

import pytest

HEAVY = frozenset(
    {
        "babel", "charset_normalizer", "feedparser", "ftfy", "great_expectations", "jinja2", "jsonschema",
        "jsonschema_rs", "lxml", "numpy", "pandas", "pyarrow", "pytest", "rich", "scipy", "trafilatura",
    }
)  # fmt: skip

TELL = """
import sys
from copydesk.cli import main
try:
    main({arguments!r})
except SystemExit as end:
    assert not end.code, end.code
sys.stderr.write(" ".join(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def loaded(code: str) -> set[str]:
    """The packages that a fresh process holds after some code; it tells them on standard error."""
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True, timeout=60)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "arguments", [["--help"], ["--version"], ["check", "--help"], ["load", "--help"]], ids=" ".join
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    assert loaded(TELL.format(arguments=arguments)) & HEAVY == set()


@pytest.mark.parametrize("arguments", [["checks"], ["explain", "truncated-teaser"]], ids=" ".join)
def test_what_is_known_of_checks_needs_no_great_expectations(arguments: list[str]) -> None:
    # pandas is left out: Arrow imports it itself when it is given Python values
    assert loaded(TELL.format(arguments=arguments)) & {"great_expectations", "scipy", "trafilatura", "lxml"} == set()


def test_worker_processes_that_compare_stories_need_no_scipy() -> None:
    kernels = ("sketch", "pairs", "compare", "pick", "kept", "meet", "published")
    code = f"import sys, {', '.join('copydesk.stories.' + name for name in kernels)}"
    told = "; sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules}))"
    assert loaded(code + told) & {"scipy", "great_expectations"} == set()


def test_the_package_alone_loads_nothing_heavy() -> None:
    code = "import sys, copydesk; sys.stderr.write(' '.join({name.partition('.')[0] for name in sys.modules}))"
    assert loaded(code) & HEAVY == set()
