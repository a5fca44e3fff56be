"""Make the sample report: check seeds/, keep the report in reports/sample/, and take its picture.

    python docs/sample.py              (or: make sample; needs Chromium, which .ci/need finds)

The pictures are report.png, evidence.png, copies.png (duplicate stories side by side) and charts.png, 1280 pixels wide,
and report-390.png, as a phone has it.
"""

import os
import shutil
from contextlib import chdir
from pathlib import Path

from playwright.sync_api import sync_playwright

from copydesk.cli import cli

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "reports" / "sample"
OUT = "reports/seeds"
AS_OF = "2026-11-01"
FILES = ("report.html", "report.json", "gx.json")
PICTURES = {
    "report.png": ("body", 1280, 1600),
    "evidence.png": ("#check-truncated-teaser", 1280, 1100),
    "copies.png": (".group:has(del)", 1280, 1100),
    "charts.png": ("#pictures", 1280, 1400),
    "report-390.png": ("body", 390, 1600),
}
"""The first element in the picture, as CSS selects it, width and height in CSS pixels."""


def reports() -> None:
    """Check seeds/ as `make check` does, and keep the report."""
    with chdir(ROOT):
        command = ["check", "seeds", "--as-of", AS_OF, "--fail-on", "never", "--out", OUT, "--jobs", "1", "-q"]
        cli.main(command, standalone_mode=False)
    for name in FILES:
        shutil.copyfile(ROOT / OUT / name, SAMPLE / name)


def pictures(browser: str) -> None:
    """Photograph the report in light colours."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for name, (place, width, height) in PICTURES.items():
            page = started.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            page.goto((SAMPLE / "report.html").as_uri())
            page.locator(place).first.evaluate("element => { location.hash = element.id }")
            page.screenshot(path=SAMPLE / name)
        started.close()


if __name__ == "__main__":
    SAMPLE.mkdir(parents=True, exist_ok=True)
    reports()
    pictures(os.environ.get("CHROMIUM", "chromium"))
