import pytest

from copydesk.language.kinds import brief, taken_back


@pytest.mark.parametrize("section", ["Briefs", "News in brief", "Kurzmeldungen", "En bref", "速報", "Breves"])
def test_briefs(section: str) -> None:
    assert brief(section, None)
    assert brief(None, f'{{"genre": ["{section}"]}}')


@pytest.mark.parametrize(
    ("section", "extra"), [("Sport", None), (None, None), (None, '{"body": "brief"}'), ("Briefwahl", "{}")]
)
def test_others(section: str | None, extra: str | None) -> None:
    assert not brief(section, extra)


def test_taken_back() -> None:
    assert taken_back("stat:canceled")
    assert taken_back(" Withdrawn ")
    assert not taken_back("usable")
    assert not taken_back(None)
