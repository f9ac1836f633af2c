// A served site with one browser: each test file opens one, and closes it when its tests are done.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { chromium } from "playwright-core";
import { startServer } from "./server.mjs";

export const wide = { width: 1280, height: 900 };
export const narrow = { width: 390, height: 844 };

/** Call at the top of a test file or `describe`; what it gives is filled in before the first test. */
export function useSite(options) {
  const site = new Site();
  before(() => site.open(options));
  after(() => site.close());
  return site;
}

/** A site that the caller closes. */
export async function openSite(options) {
  const site = new Site();
  await site.open(options);
  return site;
}

class Site {
  async open(options) {
    try {
      await this.#open(options);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  async #open(options) {
    this.server = await startServer(options);
    this.browser = await chromium.launch({
      executablePath: process.env.WEERBAAR_CHROMIUM ?? "/usr/bin/chromium",
      chromiumSandbox: process.getuid() !== 0,
    });
    this.administrator = await this.#signIn();
  }

  async close() {
    await this.browser?.close();
    await this.server?.stop();
    this.browser = this.server = undefined;
  }

  /** A page of the administrator, in English, unless asked otherwise. `state: null` is a visitor. */
  async page({ viewport = wide, state = this.administrator, locale = "en-GB", ...more } = {}) {
    const context = await this.browser.newContext({
      baseURL: this.server.address,
      viewport,
      locale,
      storageState: state ?? undefined,
      reducedMotion: "reduce",
      ...more,
    });
    const page = await context.newPage();
    page.troubles = troublesOf(page);
    return page;
  }

  /** Runs `job` with a page that is closed afterwards, also when the job fails. */
  async with(options, job) {
    const page = await this.page(options);
    try {
      return await job(page);
    } finally {
      await page.context().close();
    }
  }

  #signIn() {
    return this.with({ state: null }, async (page) => {
      await followLink(page, this.server.signInLink);
      assert.ok(await isSignedIn(page), "the sign-in link did not sign in");
      return page.context().storageState();
    });
  }
}

/** Opens a sign-in link and, where it asks to confirm, does so. Gives the status of the first answer. */
export async function followLink(page, link) {
  const answer = await page.goto(link);
  const confirm = page.locator("main form button[type=submit]").first();
  if (answer.ok() && new URL(page.url()).pathname.startsWith("/sign-in/") && (await confirm.count()) > 0) {
    await submit(page, confirm);
  }
  return answer.status();
}

/** Presses a button that leads to another page, and waits for that page. */
export async function submit(page, button) {
  await Promise.all([page.waitForEvent("framenavigated"), button.click()]);
  await page.waitForLoadState();
}

/** Who is signed in can sign out. */
export const isSignedIn = async (page) => (await page.locator("form[action='/sign-out']").count()) > 0;

/** What the browser complains about: broken scripts, refused styles, failed requests. */
function troublesOf(page) {
  const troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  return troubles;
}
