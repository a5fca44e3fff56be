"""Records that no loader can read."""

from collections.abc import Sequence

from copydesk.drills import GROSS, Desk, Fault, Place


def _broken(desk: Desk, count: int) -> Sequence[Place]:
    row = {"source_file": "drill.jsonl", "source_format": "jsonl", "reason": "bad-json", "message": "not JSON"}
    places = []
    for line in range(1, count + 1):
        refused = {**row, "source_line": line, "source_record": line - 1, "raw": '{"headline": "cut o'}
        places.append(desk.add("rejects", refused))
    return places


FAULTS = (Fault(GROSS, "a record that breaks off", _broken),)
