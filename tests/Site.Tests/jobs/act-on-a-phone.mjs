import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, noTroubles } from "../checks.mjs";
import { site } from "../site-of-all.mjs";
import { narrow, wide } from "../site.mjs";

const scenario = "/scenarios/illustration.flood-sea";
const restsOn = (page) => page.getByRole("link", { name: "What it rests on" });

test("On a phone the other actions of a page are one press away, also by keyboard", () =>
  site.with({ viewport: narrow }, async (page) => {
    await page.goto(scenario);
    assert.equal(await restsOn(page).isVisible(), false);

    await page.getByRole("button", { name: "More", exact: true }).press("Enter");
    await axe(page);
    await restsOn(page).click();

    await page.waitForURL(`**${scenario}/rests-on`);
    noTroubles(page);
  }));

test("On a desk all actions of a page stand beside its title", () =>
  site.with({ viewport: wide }, async (page) => {
    await page.goto("/decisions/nl-2012.adopt-advices");

    const title = await page.locator("h1").boundingBox();
    for (const action of await page.locator(".w-page-actions a").all()) {
      const { y } = await action.boundingBox();
      assert.ok(Math.abs(y - title.y) < title.height, "an action stands below the title");
    }
  }));
