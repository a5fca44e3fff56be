"""Texts that were decoded in the wrong encoding."""

from random import Random

from copydesk.drills import GROSS, PLAIN, SUBTLE, Fault, Row, edits, insert, inserts


def garbled(text: str) -> str:
    """UTF-8 read as Windows-1252, as browsers do it: bytes that it does not define stand for themselves."""
    return "".join(bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in text.encode())


def _whole(row: Row, random: Random) -> Row | None:
    body = row["article_body"]
    if not body or body.isascii():
        return None
    return {"article_body": insert(garbled(body), random.uniform(0.2, 0.8), garbled(" „Größe“ – so"))}


FAULTS = (
    Fault(GROSS, "a body in the wrong encoding", edits(_whole)),
    Fault(PLAIN, "quotation marks in the wrong encoding", edits(inserts(garbled(" “so it’s said”"))), 0.8),
    Fault(SUBTLE, "one word in the wrong encoding", edits(inserts(garbled(" café"))), 0.8),
)
