"""What a person does at the desk, in the words of its buttons."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

_RECORD = re.compile(r"/desk/registers/[^/]+/\d+/$")


@dataclass(frozen=True, slots=True)
class Persona:
    """A person's own window, signed in; `address` of a record is its path."""

    page: Page

    def enter(self, kind: str, parent: str = "", /, **values: Any) -> str:
        """Enters a record and submits it; its address."""
        asked = f"?parent={parent.rstrip('/').rpartition('/')[2]}" if parent else ""
        self.page.goto(f"/desk/registers/{kind}/new/{asked}")
        form = self.page.locator("form.entry")
        for name, value in values.items():
            _fill(form.locator(f"[name={name}]"), value)
        with self.page.expect_navigation():
            form.locator("button[name=submit]").click()
        assert _RECORD.search(self.page.url), self.page.locator(".error, .wrong").all_inner_texts()
        return urlsplit(self.page.url).path

    def correct(self, address: str, reason: str, /, **values: Any) -> None:
        """Corrects a record, which waits for confirmation again."""
        self.page.goto(f"{address}edit/")
        form = self.page.locator("form.entry")
        for name, value in values.items():
            _fill(form.locator(f"[name={name}]"), value)
        form.locator("[name=reason]").fill(reason)
        form.get_by_role("button", name="保存更正").click()
        self.page.wait_for_url(_RECORD)

    def confirm(self, address: str) -> None:
        """Confirms another person's record."""
        self.page.goto(address)
        self.page.get_by_role("button", name="确认", exact=True).click()
        expect(self.page.locator(".said.success")).to_contain_text("已确认")

    def take(self, address: str, step: str, on: date, /, **asked: Any) -> None:
        """Takes a step that must be accepted."""
        self.try_to_take(address, step, on, **asked)
        assert _RECORD.search(self.page.url), self.page.locator("main").inner_text()
        expect(self.page.locator(".said.success")).to_contain_text("已登记办理情况")

    def try_to_take(self, address: str, step: str, on: date, /, **asked: Any) -> None:
        """Fills in a step's form and sends it, whatever comes of it.

        `reasons` are typed for every rule that asks for one; `paper` is the signed scan.
        """
        self.page.goto(address)
        self.page.get_by_role("link", name=f"办理 {step}", exact=True).click()
        form = self.page.locator("form.entry")
        form.locator("[name=on]").fill(on.isoformat())
        reason = asked.pop("reasons", "")
        for name, value in asked.items():
            _fill(form.locator(f"[name={name}]"), value)
        if reason:
            for field in form.locator("[name^='reason:']").all():
                field.fill(reason)
        with self.page.expect_navigation():
            form.get_by_role("button", name="登记办理").click()

    def send(self, button: str, **values: Any) -> None:
        """Fills in and sends the form of the page that ends in this button."""
        found = self.page.get_by_role("button", name=button, exact=True)
        form = self.page.locator("form", has=found)
        for name, value in values.items():
            _fill(form.locator(f"[name={name}]"), value)
        with self.page.expect_navigation():
            found.click()

    def cannot_see(self, address: str) -> None:
        """There is no such page for this person."""
        answer = self.page.goto(address)
        assert answer is not None
        assert answer.status == 404

    def open(self, summary: str) -> None:
        """Opens what lies folded under this line."""
        self.page.locator("summary", has_text=re.compile(f"^{summary}$")).click()

    def refusals(self) -> str:
        """Every sentence on the page that says why not."""
        said = self.page.locator(".refusal li")
        expect(said.first).to_be_visible()
        return "\n".join(said.all_inner_texts())


def sign_in(browser: Browser, url: str, name: str) -> Persona:
    """The window of the person of that name, who chose themselves at the door."""
    context = browser.new_context(
        base_url=url, locale="zh-CN", viewport={"width": 1366, "height": 768}
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    page.goto("/desk/sign-in/")
    page.get_by_role("button", name=name).first.click()
    page.wait_for_url("**/desk/")
    return Persona(page)


def _fill(field: Locator, value: Any) -> None:
    if isinstance(value, bool):
        field.set_checked(value)
    elif isinstance(value, Path):
        field.set_input_files(value)
    elif field.evaluate("e => e.tagName") == "SELECT":
        field.select_option(label=value)
    else:
        field.fill(value.isoformat() if isinstance(value, date) else str(value))
