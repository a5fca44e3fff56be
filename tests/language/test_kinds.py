import pytest

from copydesk.language.kinds import brief, shown, taken_back


@pytest.mark.parametrize("section", ["Briefs", "News in brief", "Kurzmeldungen", "En bref", "速報", "Breves"])
def test_briefs(section: str) -> None:
    assert brief(section, None)
    assert brief(None, f'{{"genre": ["{section}"]}}')


@pytest.mark.parametrize(
    ("section", "extra"), [("Sport", None), (None, None), (None, '{"body": "brief"}'), ("Briefwahl", "{}")]
)
def test_others(section: str | None, extra: str | None) -> None:
    assert not brief(section, extra)


@pytest.mark.parametrize(
    "section", ["Videos", "Photo gallery", "Fotostrecke", "Live-Ticker", "Подкаст", "動画", "组图"]
)
def test_shown(section: str) -> None:
    assert shown(section.replace("-", " "), None, None)
    assert shown(None, f'{{"type": "{section.replace("-", "")}"}}', None)


def test_shown_by_a_folder_of_the_address() -> None:
    assert shown(None, None, "https://example.org/news/video/2026/cranes")
    assert shown(None, None, "https://example.org/live-blog/cranes.html")
    assert not shown(None, None, "https://video.example.org/news/a-video-of-cranes")
    assert not shown("World", "{}", None)
    assert not shown("Televideotext", None, "")


def test_taken_back() -> None:
    assert taken_back("stat:canceled")
    assert taken_back(" Withdrawn ")
    assert not taken_back("usable")
    assert not taken_back(None)
