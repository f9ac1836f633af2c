// What every page must satisfy, whatever it is about.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const patience = 120_000;
const longest = 2_000;
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const screenshots = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));

/** Waits for what is still being worked out: such a page comes back by itself until it is done. */
export async function finished(page) {
  await page.waitForFunction(() => document.readyState === "complete" && !document.querySelector("progress"), null, { timeout: patience });
  await page.evaluate(() => document.fonts.ready);
}

/** Fails on a serious or critical violation of WCAG 2.2 A and AA that axe can see. */
export async function axe(page) {
  // Put in over the browser's own channel: the site's content security policy stays in force.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axeSource });
  const { violations } = await page.evaluate(
    (values) => window.axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }),
    standards,
  );
  const bad = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.slice(0, 3).map((node) => node.html).join("\n    ")}`);
  assert.equal(bad.length, 0, `${page.url()} is not accessible:\n  ${bad.join("\n  ")}`);
}

/** Fails when the page is wider than the window. */
export async function noSidewaysScroll(page) {
  const { content, window: room } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= room, `${page.url()} is ${content} px wide in a window of ${room} px`);
}

/** Fails when the browser complained: a script that broke, a style that was refused, a file that was absent. */
export function noTroubles(page) {
  assert.deepEqual(page.troubles, [], `${page.url()} gave trouble`);
}

/** Renews docs/screenshots/<name>-<width>.png: the page from its top, as far as a reader looks; only when UPDATE_SCREENSHOTS=1. */
export async function screenshot(page, name) {
  if (process.env.UPDATE_SCREENSHOTS !== "1") return;
  await mkdir(screenshots, { recursive: true });
  const { width } = page.viewportSize();
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(whole, longest) };
  await page.screenshot({ path: `${screenshots}${name}-${width}.png`, animations: "disabled", fullPage: true, clip });
}
