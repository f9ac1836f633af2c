import assert from "node:assert/strict";
import { test } from "node:test";
import { noTroubles } from "../checks.mjs";
import { site } from "../site-of-all.mjs";
import { narrow, wide } from "../site.mjs";

test("Who is signed in chooses the cycle of 2012 and sees its risk diagram with a key and a table of the same risks", () =>
  site.with({}, async (page) => {
    await page.goto("/");
    await Promise.all([page.waitForURL("**/?f.cycle=nl-2012"), page.getByLabel("Which cycle").selectOption({ label: "Cycle of 2012" })]);
    await page.locator(".w-where").getByRole("link", { name: "National risk assessment in the letter of 2012" }).click();

    assert.equal(new URL(page.url()).pathname, "/rounds/nl-2012.risk-assessment");
    const marks = await page.locator(".drawing-wide a.d-risk").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.deepEqual(marks.sort(), ["/scenarios/nl-2012.jihadist-reaction", "/scenarios/nl-2012.satellite-outage"]);
    for (const href of marks) {
      assert.equal(await page.locator(`#table-outcome a[href='${href}']`).count(), 1, href);
      assert.equal(await page.locator(`.w-risk-key a[href='${href}']`).count(), 1, href);
    }
    noTroubles(page);
  }));

test("The diagram can be taken along as SVG and as PNG", () =>
  site.with({}, async (page) => {
    for (const [format, type] of [["svg", "image/svg+xml"], ["png", "image/png"]]) {
      const answer = await page.request.get(`/rounds/nl-2012.risk-assessment/diagram.${format}`);
      assert.equal(answer.status(), 200);
      assert.ok(answer.headers()["content-type"].startsWith(type), format);
    }
  }));

for (const [size, viewport] of Object.entries({ wide, narrow })) {
  test(`Heads, choices and the last column of a round are not cut off in Dutch on a ${size} screen`, () =>
    site.with({ viewport, locale: "nl-NL" }, async (page) => {
      for (const part of ["", "/judgements", "/compare"]) {
        await page.goto(`/rounds/illustration.round-2027${part}`);
        assert.deepEqual(await page.evaluate(cut), [], part);
      }
    }));
}

/** What shows less than it holds: heads of groups, the chosen words of a choice, and tables but for the grid, which scrolls. */
function cut() {
  const pen = document.createElement("canvas").getContext("2d");
  const wordsOf = (select) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(select);
    pen.font = font;
    return pen.measureText(select.selectedOptions[0]?.text ?? "").width + parseFloat(paddingLeft) + parseFloat(paddingRight);
  };
  const selects = [...document.querySelectorAll("main select")].filter((select) => wordsOf(select) > select.clientWidth + 2);
  const boxes = [...document.querySelectorAll(".w-table-box:not(.w-grid-box), .w-grid-interest")].filter((box) => box.scrollWidth > box.clientWidth + 1);
  return [...selects, ...boxes].map((found) => found.outerHTML.slice(0, 120));
}
