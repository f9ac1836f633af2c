import assert from "node:assert/strict";
import { test } from "node:test";
import { noTroubles } from "../checks.mjs";
import { site } from "../site-of-all.mjs";

const threadBox = (page) => page.locator("section[aria-labelledby='thread-box']");

test("A measure leads back to its scenario in two clicks", () =>
  site.with({}, async (page) => {
    await page.goto("/measures/nl-2012.solar-storm-alert");
    await threadBox(page).locator("a[href^='/advices/']").first().click();
    await threadBox(page).locator("a[href^='/scenarios/']").first().click();

    await page.waitForURL("**/scenarios/nl-2012.satellite-outage");
    noTroubles(page);
  }));

test("The drawn thread of a scenario leads on to its measures", () =>
  site.with({}, async (page) => {
    await page.goto("/thread/nl-2012.satellite-outage");

    assert.ok((await page.locator("a[href='/measures/nl-2012.solar-storm-alert']").count()) > 0);
  }));
