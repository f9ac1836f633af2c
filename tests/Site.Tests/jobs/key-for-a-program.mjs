import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, noSidewaysScroll, noTroubles, screenshot } from "../checks.mjs";
import { site } from "../site-of-all.mjs";
import { narrow, submit, wide } from "../site.mjs";

test("An administrator makes a key for a program, the program reads with it, and the key is revoked", () =>
  site.with({ viewport: wide }, async (page) => {
    await page.goto("/api-clients/new");
    await axe(page);
    await page.getByLabel("Name").fill("Dashboard");
    await screenshot(page, "new-api-client");
    await submit(page, page.getByRole("button", { name: "Make the key" }));
    await axe(page);
    const key = await page.locator("main code.w-key").textContent();
    assert.equal((await ask(key)).status, 200);

    await page.goto("/api-clients");
    await axe(page);
    noTroubles(page);
    await submit(page, page.getByRole("button", { name: "Revoke Dashboard" }));

    assert.equal((await ask(key)).status, 401);
  }));

test("The keys of programs fit on a phone, in Dutch", () =>
  site.with({ viewport: narrow, locale: "nl-NL" }, async (page) => {
    await page.goto("/api-clients/new");
    await noSidewaysScroll(page);
    await axe(page);
    await page.getByLabel("Naam").fill("Dashboard 112");
    await submit(page, page.getByRole("button", { name: "Sleutel maken" }));
    await noSidewaysScroll(page);
    await page.goto("/api-clients");
    await noSidewaysScroll(page);
    await axe(page);
    await screenshot(page, "api-clients");
  }));

const ask = (key) => fetch(`${site.server.address}/api/v1/me`, { headers: { authorization: `Bearer ${key}` } });
