"""Say in words where a report lies and what the gate decided: python .ci/say.py FOLDER"""

import json
import sys
from pathlib import Path

MEANING = {
    "passed": "The dataset passed: no check has more new findings than it may.",
    "blocked": "The gate blocks the dataset: without --fail-on never this run would have ended with exit code 1.",
    "untrusted": "Nothing could be checked, or the result cannot be trusted.",
}


def main(folder: Path) -> None:
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    sys.stdout.write(f"\n{MEANING[report['verdict']]}\n")
    sys.stdout.write(f"The report lies at {folder / 'report.html'}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
