"""Pages of errors and walls in the place of stories."""

from random import Random

from copydesk.drills import GROSS, PLAIN, Change, Fault, Row, edits


def _shows(*texts: str) -> Change:
    def change(row: Row, random: Random) -> Row | None:
        return {"article_body": random.choice(texts)} if row["article_body"] else None

    return change


FAULTS = (
    Fault(
        GROSS,
        "a page that was not found",
        edits(
            _shows(
                "404 Not Found\n\nThe page you are looking for could not be found.",
                "Seite nicht gefunden\n\nDie angeforderte Seite existiert nicht.",
                "Página no encontrada\n\nLa página que busca no existe.",
            )
        ),
    ),
    Fault(
        PLAIN,
        "a wall in front of the page",
        edits(
            _shows(
                "Please enable JavaScript and cookies to continue.",
                "Access Denied\n\nYou don't have permission to access this page on this server.",
                "Please verify that you are not a robot.",
            )
        ),
    ),
)
