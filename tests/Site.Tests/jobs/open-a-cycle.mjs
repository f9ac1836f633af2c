import assert from "node:assert/strict";
import { test } from "node:test";
import { noTroubles } from "../checks.mjs";
import { site } from "../site-of-all.mjs";

test("Who is signed in opens the cycle of 2012 and sees its risk diagram with a table of the same risks", () =>
  site.with({}, async (page) => {
    await page.goto("/rounds");
    await page.getByRole("link", { name: "National risk assessment in the letter of 2012" }).first().click();

    assert.equal(new URL(page.url()).pathname, "/rounds/nl-2012.risk-assessment");
    const marks = await page.locator(".drawing-wide a.d-risk").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    assert.deepEqual(marks.sort(), ["/scenarios/nl-2012.jihadist-reaction", "/scenarios/nl-2012.satellite-outage"]);
    for (const href of marks) {
      assert.equal(await page.locator(`#table-outcome a[href='${href}']`).count(), 1, href);
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
