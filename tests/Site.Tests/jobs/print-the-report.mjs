import assert from "node:assert/strict";
import { test } from "node:test";
import { noTroubles } from "../checks.mjs";
import { site } from "../site-of-all.mjs";
import { submit } from "../site.mjs";

const address = "/reports/findings/illustration.round-2026";

test("The findings report is found from the reports page and holds the diagram and its table", () =>
  site.with({}, async (page) => {
    await page.goto("/reports");
    const print = page.locator(`form[action='${address}'] button[formaction$='/pdf']`);
    const hint = await page.locator(`[id='${await print.getAttribute("aria-describedby")}']`).textContent();
    assert.match(hint, /asks which organisation/);
    await submit(page, page.locator(`form[action='${address}'] button`).first());

    assert.equal(await page.locator("h1").count(), 1);
    assert.ok((await page.locator("figure svg").count()) > 0);
    assert.ok((await page.locator("table caption").count()) > 0);
    noTroubles(page);
  }));

test("The report comes as a tagged PDF with a title and a language", () =>
  site.with({}, async (page) => {
    const answer = await page.request.get(`${address}/pdf?lang=en`, { timeout: 60_000 });
    const bytes = (await answer.body()).toString("latin1");

    assert.equal(answer.status(), 200);
    assert.equal(answer.headers()["content-type"], "application/pdf");
    assert.ok(bytes.startsWith("%PDF-"));
    assert.match(bytes, /\/MarkInfo\s*<<[^>]*\/Marked true/);
    assert.match(bytes, /\/StructTreeRoot/);
    assert.match(bytes, /\/Lang \(en/);
  }));

test("On paper the bar over the report is gone, and so is the frame of a page", () =>
  site.with({}, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.goto(address);
    assert.equal(await page.locator("nav.bar").isVisible(), false);
    assert.ok(await page.locator("h1").isVisible());

    await page.goto("/rounds/illustration.round-2026");
    assert.equal(await page.locator("nav#w-rail").isVisible(), false);
    assert.equal(await page.locator("header.w-bar").isVisible(), false);
    assert.ok(await page.locator(".drawing").first().isVisible());
  }));
