"""Under the policy that a build writes, nothing of hostile pages runs, and the site's own does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from callsheet.catalog import Catalog
from callsheet.configuration import DEFAULT_DATABASE
from callsheet.contrib.superoffice.pack import PACK as SUPEROFFICE
from callsheet.server.adapters.app import background, create_app
from callsheet.site.output.policy import FILE
from tests import sites
from tests.browser import consoles, ships
from tests.browser.conftest import DESKTOP
from tests.browser.consoles import Policed
from tests.browser.test_robustness import works

pytestmark = pytest.mark.slow

ATTACK = "attack()"
FRAMED = f"<script>{ATTACK}</script>"
EVIL = f"""\
---
title: '</title>{FRAMED}'
description: '">{FRAMED}'
status: '">{FRAMED}'
---

# Evil

{FRAMED}

<script type="module">{ATTACK}</script>
<script src="../evil.js"></script>
<script src="../assets/evil.js"></script>
<script src="../assets/javascripts/evil.js"></script>
<script src="/api/v1/Program"></script>
<script src="data:text/javascript,{ATTACK}"></script>
<script>import("../evil.js"); new Worker("../evil.js")</script>
<img src="missing.png" onerror="{ATTACK}">
<svg onload="{ATTACK}"><script>{ATTACK}</script></svg>
<details open ontoggle="{ATTACK}"><summary>x</summary>y</details>
<iframe srcdoc="{FRAMED}"></iframe>
<iframe src="javascript:{ATTACK}"></iframe>
<iframe src="data:text/html,{FRAMED}"></iframe>
<iframe src="../evil.html"></iframe>
<iframe src="../evil.svg"></iframe>
<iframe src="/api/v1/Page"></iframe>
<object data="../evil.svg"></object>
<embed src="../evil.html">
<meta http-equiv="refresh" content="100;url=javascript:{ATTACK}">

<a class="press" href="javascript:{ATTACK}">press</a>
<a class="press" href="#" onclick="{ATTACK}">press</a>
<form action="javascript:{ATTACK}"><button class="press">press</button></form>

[press](javascript:attack%28%29){{.press}}
"""
# The theme reads its settings from the first such element.
CLOBBERED = """\
# Settings

<script id="__config" type="application/json">{"base": "..", "features": ["navigation.instant"],
"search": "../evil.js", "translations": {}}</script>
"""
TOC = [
    {"name": f'"><img src=x onerror="{ATTACK}">{FRAMED}', "href": "index.md"},
    {"name": f"</title>{FRAMED}", "href": "plain.md"},
    {"name": "script", "href": f"javascript:{ATTACK}"},
    {"name": "broken", "href": f'https://evil.example/"><script>{ATTACK}</script>'},
    {
        "name": f"'>{FRAMED}",
        "items": [{"name": "Fleet", "href": "fleet/Get.md"}, {"href": "evil.md"}],
    },
]
SHOWN = """\
---
title: "{title}"
uid: {title}
---

# {title}

```http
GET /api/v1/{title}
```

## Request Headers

| Parameter Name | Description |
|---|---|
| Accept | `{kind}` |

## Response: Object

| Response | Description |
|---|---|
| 200 | OK |

## Sample request

```http!
GET /api/v1/{title}
Accept: {kind}
```

## Sample response

```http_
HTTP/1.1 200 OK
Content-Type: {kind}

{text}
```
"""
SVG = f"<svg xmlns='http://www.w3.org/2000/svg'><script>{ATTACK}</script></svg>"
FILES = {
    **ships.pages(),
    "fleet/Hostile.md": ships.hostile_pages()["fleet/Get.md"].replace("v1Ship_Get", "v1Ship_Bad"),
    "evil.md": EVIL,
    "plain.md": "# Plain\n",
    "settings.md": CLOBBERED,
    "fleet/Program.md": SHOWN.format(title="Program", kind="text/javascript", text=ATTACK),
    "fleet/Page.md": SHOWN.format(title="Page", kind="text/html", text=FRAMED),
    "evil.js": ATTACK,
    "assets/evil.js": ATTACK,
    "assets/javascripts/evil.js": ATTACK,
    "assets/callsheet/console/console.js": ATTACK,
    "evil.html": FRAMED,
    "evil.svg": SVG,
    "toc.yml": "".join(f"- {json.dumps(entry)}\n" for entry in TOC),
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Policed]]:
    """The address of the site, and what serves it; it has a policy."""
    folder = tmp_path_factory.mktemp("policy")
    (folder / "site").mkdir()
    ships.write(folder, FILES)
    app = create_app(
        Catalog.read(folder / "docs"), DEFAULT_DATABASE, folder / "site", packs=[SUPEROFFICE]
    )
    policed = Policed(app)
    with background(policed) as url:
        ships.write(folder, FILES, url=f"{url}/")
        config = folder / "mkdocs.yml"
        lines = config.read_text(encoding="utf-8").splitlines(keepends=True)
        config.write_text("".join(x for x in lines if not x.startswith("nav:")), encoding="utf-8")
        sites.build(folder)
        policed.policy = (folder / "site" / FILE).read_text(encoding="utf-8").strip()
        yield f"{url}/", policed


@contextmanager
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page, and the attacks that ran in it or in its frames."""
    context = browser.new_context(viewport=DESKTOP)
    context.set_default_timeout(10_000)
    ran: list[str] = []
    context.expose_function("attacked", lambda url: ran.append(url))
    context.add_init_script("window.attack = () => attacked(location.href)")
    yield context.new_page(), ran
    context.close()


def attack(page: Page, url: str) -> None:
    """Does all that a reader may do on the hostile page."""
    page.goto(f"{url}evil/")
    page.wait_for_load_state("networkidle")
    page.evaluate("for (const each of document.querySelectorAll('.press')) each.click()")
    page.wait_for_load_state("networkidle")


def test_nothing_of_hostile_pages_runs(browser: Browser, hostile: tuple[str, Policed]) -> None:
    url, _ = hostile
    with watched(browser) as (page, ran):
        attack(page, url)
        for path in ("", "plain/", "fleet/Hostile/", "fleet/Program/", "types/", "no/such/page/"):
            page.goto(url + path)
            page.wait_for_load_state("networkidle")
        for path in ("evil.html", "evil.svg", "api/v1/Page"):
            page.goto(url + path)
        page.goto(f"{url}settings/")
        page.wait_for_load_state("networkidle")
        assert ran == []


def test_without_a_policy_it_would(browser: Browser, hostile: tuple[str, Policed]) -> None:
    """Else the test above would say nothing."""
    url, policed = hostile
    policy, policed.policy = policed.policy, ""
    try:
        with watched(browser) as (page, ran):
            attack(page, url)
            page.goto(f"{url}evil.svg")
            assert len(ran) > 10
    finally:
        policed.policy = policy


@pytest.mark.slow
def test_facts_are_harmless_without_a_policy(
    browser: Browser, hostile: tuple[str, Policed]
) -> None:
    url, policed = hostile
    policy, policed.policy = policed.policy, ""
    try:
        with watched(browser) as (page, ran):
            for path in ("", "plain/", "fleet/Hostile/", "fleet/Program/", "fleet/Get/", "types/"):
                page.goto(url + path)
                page.wait_for_load_state("networkidle")
                nav = page.locator(":is(.md-nav, .md-tabs, .md-header__title, .md-footer)")
                assert nav.locator(":is(img, script, [onerror])").count() == 0
                hrefs = page.locator("a").evaluate_all("all => all.map(a => a.href)")
                assert not [href for href in hrefs if href.startswith(("javascript:", "data:"))]
            page.goto(f"{url}api/v1/Page")
            assert ran == []
            page.goto(url)
            page.evaluate(
                """() => new Promise((done) => {
                    const script = document.createElement("script");
                    Object.assign(script, { onload: done, onerror: done, src: "/api/v1/Program" });
                    document.body.append(script);
                })"""
            )
            assert ran == []
    finally:
        policed.policy = policy


def test_the_functions_of_the_site_work(browser: Browser, hostile: tuple[str, Policed]) -> None:
    url, _ = hostile
    with watched(browser) as (page, ran):
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        page.goto(f"{url}fleet/Get/")
        works(page)
        page.get_by_title("Dark").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        page.wait_for_load_state("networkidle")
        page.locator(".md-search__input").click()
        page.keyboard.type("Captain")
        expect(page.get_by_role("option").first).to_be_visible()
        # Such an address opens the search of the theme.
        page.goto(f"{url}fleet/Get/?q=Captain")
        expect(page.locator(".md-search-result__item").first).to_be_visible()
        console = consoles.open_console(page, f"{url}fleet/Get/")
        answer = consoles.send(console)
        expect(consoles.status_of(answer)).to_have_text("200")
        expect(answer).to_contain_text("Captain")
        page.goto("about:blank")
        assert not faults
        assert ran == []


def test_the_policy_names_no_script_of_an_author(hostile: tuple[str, Policed]) -> None:
    url, policed = hostile
    directives = dict(d.split(" ", 1) for d in policed.policy.split("; "))
    scripts = directives["script-src"].split()
    named = [source for source in scripts if not source.startswith("'sha256-")]
    # An author has put a file into the folder of the theme's scripts, so they are named one by one.
    assert f"{url}assets/callsheet/" in named
    assert f"{url}assets/" not in named
    assert f"{url}assets/javascripts/" not in named
    assert [s for s in named if s.startswith(f"{url}assets/javascripts/bundle.")]
    assert not [source for source in named if "evil" in source or source in ("'self'", url)]
    assert "'unsafe" not in policed.policy
    # A scope for each depth and for the page of errors, and what is the same everywhere.
    assert len(scripts) - len(named) < 10
