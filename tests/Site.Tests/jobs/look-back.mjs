import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, noSidewaysScroll, noTroubles, screenshot } from "../checks.mjs";
import { narrow, submit, wide } from "../site.mjs";
import { site } from "../site-of-all.mjs";

const threat = "/threats/illustration.theme-climate";
const history = "/history/illustration.theme-climate";

test("Who looks back sees the words that changed, and the object as it was", async () => {
  await site.with({}, async (page) => {
    await page.goto(threat);
    const before = await page.locator("main h1").innerText();
    await page.goto(`${threat}/edit`);
    const title = page.locator("input[name='Input.Title.En']");
    await title.fill(`${before} and drought`);
    await submit(page, page.locator("main form button[type=submit]").last());

    await page.goto(history);
    await page.locator(".w-difference ins", { hasText: "drought" }).first().waitFor();
    await page.locator(".w-timeline li").nth(1).locator("a", { hasText: "As it was then" }).click();
    await page.waitForLoadState();
    assert.equal(await page.locator("main h1").innerText(), before);
    await page.getByRole("link", { name: "Thread", exact: true }).click();
    await page.waitForLoadState();
    assert.equal(await page.locator("main h1").innerText(), before, "still then");
    await page.getByText("Back to now").click();
    await page.waitForLoadState();
    assert.match(await page.locator("main h1").innerText(), /drought/);
    noTroubles(page);
  });
});

for (const [size, viewport] of Object.entries({ wide, narrow })) {
  test(`The journal, a history and a page of then can be read on a ${size} screen`, () =>
    site.with({ viewport, locale: "nl-NL" }, async (page) => {
      for (const [name, address] of Object.entries({
        journal: "/journal?what=threats.edit",
        history,
        then: `${threat}?on=${new Date().toISOString().slice(0, 10)}`,
        past: `/rounds/illustration.round-2026?on=${new Date(Date.now() - 1000).toISOString().slice(0, 19)}Z`,
      })) {
        const answer = await page.goto(address);
        assert.equal(answer.status(), 200, address);
        await axe(page);
        await noSidewaysScroll(page);
        if (name !== "then") await screenshot(page, `looking-back-${name}`);
        noTroubles(page);
      }
    }));
}
