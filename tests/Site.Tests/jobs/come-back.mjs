import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { axe, noSidewaysScroll, noTroubles, screenshot } from "../checks.mjs";
import { site } from "../site-of-all.mjs";
import { followLink, isSignedIn, narrow, submit, wide } from "../site.mjs";

test("Who came by a link adds a passkey, signs out, and comes back with it", () =>
  newcomer({ viewport: wide }, async (page) => {
    await giveDevice(page);
    await page.goto("/account");
    await page.getByLabel("Name of the passkey").fill("laptop");
    await submit(page, page.getByRole("button", { name: "Add a passkey" }));
    await page.getByText("The passkey is added").waitFor();
    await axe(page);
    await screenshot(page, "account");
    await submit(page, signOut(page));

    await page.goto("/sign-in");
    await submit(page, page.getByRole("button", { name: "Sign in with a passkey" }));

    assert.ok(await isSignedIn(page));
    noTroubles(page);
  }));

test("Who came by a link chooses a password with a code app, signs out, and comes back with both", () =>
  newcomer({ viewport: narrow }, async (page, email) => {
    await page.goto("/account/password");
    await noSidewaysScroll(page);
    await axe(page);
    const key = base32((await page.locator("code.w-key").textContent()).replaceAll(" ", ""));
    await page.getByLabel("New password").fill("a long sentence to remember");
    await page.getByRole("textbox", { name: "Code" }).fill(codeOf(key, -1));
    await submit(page, page.getByRole("button", { name: "Save" }));
    assert.equal(await page.locator("ol.w-codes li").count(), 10);
    await axe(page);
    await submit(page, signOut(page));

    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill("a long sentence to remember");
    await submit(page, page.getByRole("button", { name: "Sign in", exact: true }));
    await axe(page);
    await page.getByRole("textbox", { name: "Code" }).fill(codeOf(key, 0));
    await submit(page, page.getByRole("button", { name: "Sign in", exact: true }));

    assert.ok(await isSignedIn(page));
    noTroubles(page);
  }));

test("Without a passkey on the device the page says what to do", () =>
  site.with({ state: null }, async (page) => {
    await giveDevice(page);
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();

    await page.getByRole("alert").filter({ hasText: "The device gave no passkey" }).waitFor();
  }));

/** Somebody new, signed in by the link the administrator got for them. */
async function newcomer(options, job) {
  const email = `${crypto.randomUUID()}@example.org`;
  const link = await site.with({}, async (page) => {
    await page.goto("/people/new");
    await page.getByLabel("Name").fill("A newcomer");
    await page.getByLabel("E-mail address").fill(email);
    await submit(page, page.getByRole("button", { name: "Add and make a link" }));
    return page.locator("main code").textContent();
  });
  await site.with({ ...options, state: null }, async (page) => {
    await followLink(page, link);
    await job(page, email);
  });
}

/** The form is in a menu; what it does is what counts here. */
const signOut = (page) => ({ click: () => page.locator("form[action='/sign-out']").evaluate((form) => form.submit()) });

/** A device in the browser that makes passkeys and answers at once. It has no passkey yet. */
async function giveDevice(page) {
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** RFC 6238, as a code app has it. */
function codeOf(key, steps) {
  const counter = Buffer.alloc(8);
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const hash = createHmac("sha1", key).update(counter).digest();
  const number = hash.readUInt32BE(hash.at(-1) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

function base32(text) {
  const bits = [...text].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
}
