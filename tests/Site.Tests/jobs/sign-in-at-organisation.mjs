import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { axe, noSidewaysScroll, noTroubles, screenshot } from "../checks.mjs";
import { startIssuer } from "../issuer.mjs";
import { newFolder, remove } from "../server.mjs";
import { isSignedIn, narrow, openSite, submit, wide } from "../site.mjs";

describe("With an organisation's account", () => {
  const person = { sub: "s-1", email: "anna@example.org", email_verified: true, name: "Anna Jansen", groups: ["analysts"] };
  let site, issuer, folder;
  before(async () => {
    folder = await newFolder();
    issuer = await startIssuer(person);
    site = await openSite({ demo: false, more: ["--openid", await issuer.settings(folder)] });
  });
  after(async () => {
    await site?.close();
    issuer?.stop();
    await remove(folder);
  });

  test("somebody signs in, sees home, and is signed out when the organisation says so", () =>
    site.with({ state: null, viewport: wide }, async (page) => {
      await page.goto("/");
      await axe(page);
      await screenshot(page, "sign-in");
      await submit(page, page.getByRole("link", { name: "Sign in with your government account" }));
      assert.equal(new URL(page.url()).pathname, "/");
      assert.ok(await isSignedIn(page));
      noTroubles(page);

      assert.equal((await issuer.signOut(site.server.address)).status, 200);
      await page.goto("/");

      assert.equal(await isSignedIn(page), false);
      assert.equal(new URL(page.url()).pathname, "/sign-in");
    }));

  test("whoever signs out is offered to do so at the organisation too", () =>
    site.with({ state: null, viewport: narrow }, async (page) => {
      await page.goto("/sign-in");
      await noSidewaysScroll(page);
      await submit(page, page.getByRole("link", { name: "Sign in with your government account" }));
      await submit(page, { click: () => page.locator("form[action='/sign-out']").evaluate((form) => form.submit()) });
      await axe(page);
      await noSidewaysScroll(page);
      await submit(page, page.getByRole("link", { name: "Sign out at my organisation too" }));

      assert.ok(page.url().startsWith(`${issuer.address}/end?`));
    }));

  test("whoever has no group that gives access reads what to do", () =>
    site.with({ state: null, viewport: narrow, locale: "nl-NL" }, async (page) => {
      issuer.person = { ...person, groups: [] };
      await page.goto("/sign-in/organisation");

      await page.getByText("geeft geen toegang tot Weerbaar").waitFor();
      assert.equal(await isSignedIn(page), false);
      await axe(page);
      await noSidewaysScroll(page);
      await screenshot(page, "no-access");
    }));
});
