import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, noTroubles } from "../checks.mjs";
import { site } from "../site-of-all.mjs";
import { followLink, isSignedIn, submit } from "../site.mjs";

test("A visitor who is not signed in is asked to sign in and sees no content", () =>
  site.with({ state: null }, async (page) => {
    await page.goto("/");

    assert.equal(new URL(page.url()).pathname, "/sign-in");
    assert.equal(await isSignedIn(page), false);
    await axe(page);
  }));

test("A sign-in link that was used is refused", () =>
  site.with({ state: null }, async (page) => {
    const status = await followLink(page, site.server.signInLink);

    assert.equal(await isSignedIn(page), false);
    assert.ok(status < 500, `refusing is no defect, but the answer was ${status}`);
    await axe(page);
    await page.goto("/");
    assert.equal(await isSignedIn(page), false);
  }));

test("A sign-in link that was never given is refused", () =>
  site.with({ state: null }, async (page) => {
    const status = await followLink(page, `${site.server.address}/sign-in/made-up`);

    assert.ok(status < 500, `refusing is no defect, but the answer was ${status}`);
    assert.equal(await isSignedIn(page), false);
  }));

test("Home answers with one heading and no trouble in the browser", () =>
  site.with({}, async (page) => {
    const answer = await page.goto("/");

    assert.equal(answer.status(), 200);
    assert.equal(await page.locator("h1").count(), 1);
    noTroubles(page);
  }));

test("The reader chooses the language, and it stays", () =>
  site.with({}, async (page) => {
    await page.goto("/");
    const first = await page.locator("html").getAttribute("lang");
    await submit(page, page.locator("form[action='/language'] button"));
    const second = await page.locator("html").getAttribute("lang");
    await page.goto("/");

    assert.deepEqual([first.slice(0, 2), second.slice(0, 2)].sort(), ["en", "nl"]);
    assert.equal(await page.locator("html").getAttribute("lang"), second);
  }));

test("The first thing the keyboard reaches is the link past the frame", () =>
  site.with({}, async (page) => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");

    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  }));
