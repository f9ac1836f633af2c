import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, finished, noSidewaysScroll, noTroubles } from "../checks.mjs";
import { mainPages, objectPages } from "../pages.mjs";
import { site } from "../site-of-all.mjs";
import { narrow, wide } from "../site.mjs";

for (const [size, viewport] of Object.entries({ wide, narrow })) {
  test(`Every page is accessible, fits and gives no trouble on a ${size} screen`, async (t) => {
    const page = await site.page({ viewport });
    try {
      for (const address of [...(await mainPages(page)), ...objectPages]) {
        await t.test(address, () => check(page, address));
      }
    } finally {
      await page.context().close();
    }
  });
}

test("Every main page is accessible in the dark and in Dutch", () =>
  site.with({ colorScheme: "dark", locale: "nl-NL" }, async (page) => {
    for (const address of await mainPages(page)) {
      await page.goto(address);
      await axe(page);
    }
  }));

async function check(page, address) {
  page.troubles.length = 0;
  const answer = await page.goto(address);
  assert.equal(answer.status(), 200);
  await finished(page);
  assert.equal(await page.locator("h1").count(), 1);
  await axe(page);
  await noSidewaysScroll(page);
  noTroubles(page);
}
