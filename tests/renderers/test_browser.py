"""The page in a real browser: nothing runs that should not, nothing overflows, and filters, links and keys work."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

import copydesk
from copydesk.config import Config
from copydesk.renderers import html
from renderers import sample
from renderers.payloads import hostile, planted
from renderers.test_html import PAYLOADS, poisoned

pytestmark = pytest.mark.browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WIDTHS = (390, 768, 1280, 1920)
HTML = "text/html; charset=utf-8"
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
PATIENCE = 180_000
"""Milliseconds that the browser may take for anything: a busy machine is no fault of the page."""
ADDRESS = "https://report.example/report.html"


def chromium() -> str:
    """The browser: what CHROMIUM names, else the first on PATH."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.fail("There is no Chromium: run `apt-get install chromium` as root, or set CHROMIUM to one.")
    return found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        yield started
        started.close()


class Desk:
    """A page with one report on it, and all that the browser said or asked for meanwhile."""

    def __init__(self, page: Page):
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        self.html = ""
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))
        page.route("**/*", self._answer)

    def _answer(self, route: Route) -> None:
        if route.request.url.partition("#")[0] == ADDRESS:
            route.fulfill(body=self.html, content_type=HTML)
        else:
            self.asked.append(route.request.url)
            route.abort()

    def open(self, report, fragment: str = "") -> Page:
        self.html = html.render(report)
        self.page.goto(ADDRESS + fragment)
        return self.page

    def shown(self) -> int:
        return self.page.locator(".findings > li:visible").count()


@pytest.fixture
def desk(browser) -> Iterator[Desk]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(PATIENCE)
    started = Desk(page)
    yield started
    page.close()
    assert started.said == []
    assert started.asked == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("make", [sample.report, sample.passed, sample.untrusted])
def test_nothing_overflows(desk, make, scheme):
    desk.page.emulate_media(color_scheme=scheme)
    page = desk.open(make())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("payload", [*PAYLOADS, "W" * 1_000_000, "\u0301" * 2000])
def test_hostile_text_does_nothing(desk, payload):
    page = desk.open(poisoned(payload))
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.mouse.move(400, 600)
    assert "owned" not in page.evaluate("document.title").partition("–")[0]
    assert page.evaluate("[...document.scripts].length") == 1
    page.set_viewport_size({"width": 390, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_two_hundred_payloads_in_every_field_run_nothing(desk):
    payloads = hostile()
    assert len(set(payloads)) >= 200
    page = desk.open(planted(payloads))
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for target in ("h1", "#evidence", "#stories", "#appendix"):
        page.locator(target).scroll_into_view_if_needed()
        page.locator(target).hover()
    for each in page.locator(".findings > li").all()[:3]:
        each.focus()
    assert page.evaluate("window.owned ?? null") is None
    assert page.evaluate("[...document.scripts].length") == 1
    shown = page.evaluate("document.body.textContent")
    assert sum(payload in shown for payload in payloads if payload.isprintable()) > 150


def test_the_policy_forbids_the_network(browser):
    page = browser.new_page()
    asked: list[str] = []
    body = html.render(sample.report())
    page.route("**/*", lambda route: (asked.append(route.request.url), route.fulfill(body=body, content_type=HTML)))
    page.goto(ADDRESS)
    assert page.evaluate("fetch('https://elsewhere.example/').then(() => 'answered', () => 'refused')") == "refused"
    page.evaluate("new Image().src = 'https://elsewhere.example/pixel.png'")
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), { src: '//elsewhere.example/a' }))"
    )
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), { text: 'window.owned = 1' }))")
    page.wait_for_timeout(100)
    assert asked == [ADDRESS]
    assert page.evaluate("window.owned ?? null") is None
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("make", [sample.report, sample.passed, sample.untrusted])
def test_axe_finds_no_violation(desk, make, scheme):
    desk.page.emulate_media(color_scheme=scheme)
    page = desk.open(make())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []
    assert len(found["passes"]) > 20


def test_search_and_filters(desk):
    page = desk.open(sample.report())
    everything = page.locator(".findings > li").count()
    page.get_by_label("Search").fill("VARDØ")
    assert desk.shown() == 2
    assert page.locator("output").inner_text() == f"2 of {everything} findings"
    page.get_by_label("Status").select_option("known")
    assert desk.shown() == 1
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function("document.querySelector('output').value === ''")
    page.get_by_label("Source").select_option("<b>Bold & Sons</b>")
    assert desk.shown() == 1
    page.get_by_label("Search").fill("no such text")
    assert desk.shown() == 0
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function("document.querySelector('output').value === ''")
    page.get_by_label("Language").select_option("ja")
    assert desk.shown() == 1


def test_a_link_opens_the_section_of_its_finding(desk):
    report = sample.report()
    closed = next(check for check in report.checks if check.check == "markup-residue").sample[0]
    page = desk.open(report, f"#finding-{closed.fingerprint[:16]}")
    target = page.locator(f"#finding-{closed.fingerprint[:16]}")
    assert target.is_visible()
    assert page.evaluate(
        "(box => box.top >= 0 && box.top < innerHeight)(document.querySelector(':target').getBoundingClientRect())"
    )


def test_a_link_to_a_finding_that_is_filtered_out_clears_the_filter(desk):
    page = desk.open(sample.report())
    page.get_by_label("Search").fill("no such text")
    finding = sample.report().checks[1].sample[0]
    page.evaluate(f"location.hash = 'finding-{finding.fingerprint[:16]}'")
    page.locator(f"#finding-{finding.fingerprint[:16]}").wait_for(state="visible")
    assert page.get_by_label("Search").input_value() == ""


def test_keys(desk):
    page = desk.open(sample.report())
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "text"
    page.keyboard.type("jk")
    assert page.get_by_label("Search").input_value() == "jk"
    page.get_by_label("Search").fill("")
    page.evaluate("document.activeElement.blur()")
    ids = []
    for key in "jjk":
        page.keyboard.press(key)
        ids.append(page.evaluate("document.activeElement.id"))
    assert ids[0].startswith("finding-")
    assert ids[0] == ids[2] != ids[1]


def test_keys_move_through_copies_and_their_differences(desk):
    page = desk.open(sample.report())
    active = "document.activeElement.id || document.activeElement.tagName"
    moves = [(page.keyboard.press(key), page.evaluate(active))[1] for key in "nnpddd"]
    assert moves == ["copy-7", "copy-9", "copy-7", "DEL", "INS", "INS"]
    assert page.evaluate("document.activeElement.textContent") == "fifty"
    assert page.locator("#stories .keys").is_visible()


def test_print_opens_every_section(desk):
    desk.page.emulate_media(color_scheme="dark")
    page = desk.open(sample.report())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details.check:not([open])").count() == 0
    assert not page.locator(".filter").is_visible()
    assert not page.locator(".why > p").first.is_visible()
    for shape in (".bar i", ".grid td", "mark"):
        assert page.locator(shape).first.evaluate("(each) => getComputedStyle(each).printColorAdjust") == "exact"
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.check:not([open])").count() == 3
    assert page.pdf().startswith(b"%PDF")


def test_without_scripts_the_page_can_be_read(browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(html.render(sample.report()))
    assert page.get_by_role("heading", level=1).inner_text() == "Blocked by 2 of 9 checks."
    assert page.locator(".findings > li:visible").count() == 16
    assert not page.locator(".filter").is_visible()
    context.close()


def test_the_direction_of_evidence_is_its_own(desk):
    page = desk.open(sample.report())
    arabic = page.locator("blockquote", has_text="أعلنت").first
    assert arabic.evaluate("(each) => getComputedStyle(each).direction") == "rtl"
    assert page.evaluate("getComputedStyle(document.body).direction") == "ltr"


def test_the_heads_of_tall_columns_stand_in_one_line(desk):
    page = desk.open(sample.report())
    heads = page.locator(".grid .up > span")
    assert heads.count() > 5
    for head in heads.all():
        box = head.bounding_box()
        assert box["width"] < 30
        assert box["height"] > 2 * box["width"] or len(head.inner_text()) < 6


SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def seeds():
    """The report on seeds/, as a user has it."""
    return copydesk.check(str(SEEDS), Config(as_of=date(2026, 11, 1), fail_on="never"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_report_on_the_seeds_is_sound(desk, seeds, scheme):
    desk.page.emulate_media(color_scheme=scheme)
    page = desk.open(seeds)
    assert len(desk.html.encode()) < 1_000_000
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CONTRAST) == []
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []


def test_the_tab_key_walks_down_the_page_and_can_always_be_seen(desk):
    """Each stop lies on the screen, bears a visible outline, and stands behind the one before."""
    page = desk.open(sample.report())
    places = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None or (places and stop["index"] <= places[-1]):
            break
        assert stop["outlined"], stop
        assert stop["seen"], stop
        places.append(stop["index"])
    assert len(places) > 40
    assert page.evaluate("document.activeElement.tagName") == "BODY"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_is_enough(desk, scheme):
    """WCAG 2.2, 1.4.3: 4.5 to 1 for every element that has text of its own."""
    desk.page.emulate_media(color_scheme=scheme)
    page = desk.open(sample.report())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.evaluate(CONTRAST) == []


STOP = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const box = here.getBoundingClientRect(), style = getComputedStyle(here);
  const bar = document.querySelector("nav").getBoundingClientRect();
  const hidden = !here.closest("nav") && bar.top <= 0 && box.bottom <= bar.bottom;
  return {
    index: [...document.querySelectorAll("*")].indexOf(here),
    what: here.outerHTML.slice(0, 90),
    outlined: style.outlineStyle !== "none" || style.boxShadow !== "none",
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && !hidden,
  };
}"""

CONTRAST = """() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).slice(0, 3).map((each) => each / 255)
      .map((each) => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if ((parts(colour)[3] ?? 1) > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const poor = new Set();
  for (const element of document.body.querySelectorAll("*")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility() || element.closest("option, script")) continue;
    const [a, b] = [light(getComputedStyle(element).color), light(ground(element))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
  }
  return [...poor];
}"""
