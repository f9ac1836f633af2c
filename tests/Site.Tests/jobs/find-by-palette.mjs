import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, noTroubles } from "../checks.mjs";
import { site } from "../site-of-all.mjs";

test("Ctrl-K finds a scenario and Enter opens it", () =>
  site.with({}, async (page) => {
    await page.goto("/");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("satellite outage");
    await page.locator("[role=option]", { hasText: "Satellite outage by a solar storm" }).first().waitFor();
    await axe(page);
    const options = await page.locator("[role=option]").allInnerTexts();
    for (let at = options.findIndex((text) => /scenario/i.test(text)); at > 0; at -= 1) {
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Enter");

    await page.waitForURL("**/scenarios/nl-2012.satellite-outage");
    noTroubles(page);
  }));

test("Escape closes the palette and the keyboard is back where it was", () =>
  site.with({}, async (page) => {
    await page.goto("/");
    await page.locator("a.w-find").focus();
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Escape");

    assert.equal(await page.locator("dialog.w-palette").isVisible(), false);
    assert.ok(await page.evaluate(() => document.activeElement.matches("a.w-find")));
  }));
