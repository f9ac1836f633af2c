import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, noSidewaysScroll, noTroubles, screenshot } from "../checks.mjs";
import { site } from "../site-of-all.mjs";
import { narrow, wide } from "../site.mjs";

const patience = 20_000;

test("Who looks at an object is told, quietly, that somebody changed it, and sees it when asked for", async () => {
  const address = await anObject();
  await site.with({}, async (page) => {
    await page.goto(address);
    const title = await changeTitle(address);

    const notice = page.locator("[data-live-notice]");
    await notice.getByText("Changed by").waitFor({ timeout: patience });
    assert.equal(await notice.getAttribute("role"), "status");
    assert.notEqual(await page.locator("h1").innerText(), title);
    await axe(page);
    await screenshot(page, "live-notice");
    await notice.getByRole("link").click();

    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    noTroubles(page);
  });
});

test("Who is typing keeps what was typed, and is told in the own language", async () => {
  const address = await anObject();
  await site.with({ viewport: narrow, locale: "nl-NL" }, async (page) => {
    await page.goto(`${address}/edit`);
    await page.locator("textarea").first().fill("Wat ik aan het typen ben");
    await changeTitle(address);

    const notice = page.locator("[data-live-notice]");
    await notice.getByText("Gewijzigd door").waitFor({ timeout: patience });
    assert.equal(await page.locator("textarea").first().inputValue(), "Wat ik aan het typen ben");
    assert.equal(await notice.getByRole("link").getAttribute("target"), "_blank");
    await noSidewaysScroll(page);
    await screenshot(page, "live-notice-nl");
    noTroubles(page);
  });
});

test("The home page renews itself when something is changed, and what was opened stays open", () =>
  site.with({ viewport: wide }, async (page) => {
    await page.goto("/");
    await page.locator("main details summary").first().click();
    const title = await changeTitle(await anObject());

    await page.locator("main").getByText(title).first().waitFor({ timeout: patience });
    assert.equal(await page.locator("main details").first().getAttribute("open"), "");
    await page.getByText("This page was brought up to date.").waitFor();
    noTroubles(page);
  }));

/** The address of a threat of its own. */
const anObject = () =>
  site.with({}, async (page) => {
    await page.goto("/threats/new");
    await page.locator("input[name='Input.Title.En']").fill(`Een dreiging ${Date.now()}`);
    await page.locator("main form button").last().click();
    await page.waitForURL((url) => /^\/threats\/[0-9a-z]+$/.test(url.pathname) && !url.pathname.endsWith("new"));
    return new URL(page.url()).pathname;
  });

/** Somebody else, in a window of their own, gives it another title. */
const changeTitle = (address) =>
  site.with({}, async (page) => {
    const title = `Anders ${Date.now()}`;
    await page.goto(`${address}/edit`);
    await page.locator("input[name='Input.Title.En']").fill(title);
    await page.getByRole("button", { name: /^Save/ }).click();
    await page.waitForURL(`**${address}`);
    return title;
  });
