"""The baseline: findings that are known, as lines of fingerprint, count and check; no text of any article.

Lines are sorted, so that two versions differ where their findings do. A fingerprint that stands twice, as a merge may
leave it, counts once, with the larger count.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import ConfigError, InputNotFoundError

FILE = "copydesk-baseline.txt"
HEAD = "# Findings that copydesk knows: fingerprint, count, check. `copydesk baseline DIR` writes this file.\n"
_LINE = re.compile(r"([0-9a-f]{64}) ([1-9][0-9]{0,8}) ([a-z0-9][a-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings of one file: by fingerprint their check and how many there are."""

    file: str
    checks: Mapping[str, str]
    counts: Mapping[str, int]


def read(file: Path) -> Baseline:
    """The baseline of a file. Raises InputNotFoundError and ConfigError, which names the line."""
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InputNotFoundError(
            "there is no such baseline", where=str(file), remedy="Write it: `copydesk baseline DIR --write FILE`."
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", where=str(file), remedy="Name a baseline.") from error
    checks: dict[str, str] = {}
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        if not found:
            raise ConfigError(
                "is no line of fingerprint, count and check",
                where=f"{file}:{number}",
                remedy="Resolve what a merge left, or write the baseline again: `copydesk baseline DIR`.",
            )
        checks[found[1]] = found[3]
        counts[found[1]] = max(int(found[2]), counts.get(found[1], 0))
    return Baseline(str(file), checks, counts)


def render(findings: Iterable[tuple[str, str]]) -> str:
    """The text of a baseline of some findings, as (fingerprint, check)."""
    counts = Counter(findings)
    lines = sorted(f"{fingerprint} {count} {check}\n" for (fingerprint, check), count in counts.items())
    return HEAD + "".join(lines)
