import assert from "node:assert/strict";
import { test } from "node:test";
import { noTroubles } from "../checks.mjs";
import { draft, site } from "../site-of-all.mjs";

const scenario = "illustration.wildfire";
const address = `${draft}/scenarios/${scenario}/criteria/2.1`;

test("A judgement changed by keyboard answers in the rank and in the diagram", () =>
  site.with({}, async (page) => {
    const before = await outcome(page);
    const [judged, said] = await judgeByKeyboard(page, { Upper: "E", Best: "E", Lower: "E" });
    const now = await outcome(page);

    assert.ok(now.impact > before.impact, `impact was ${before.impact} and is ${now.impact}`);
    assert.ok(now.rank < before.rank, `rank was ${before.rank} and is ${now.rank}`);
    assert.notEqual(now.drawing, before.drawing);
    assert.match(said, new RegExp(`from ${before.rank} to ${now.rank} `));

    await judgeByKeyboard(page, judged);
    assert.deepEqual(await outcome(page), before);
    noTroubles(page);
  }));

test("A judgement in an established round is not to be changed", () =>
  site.with({}, async (page) => {
    await page.goto(address.replace("2027", "2026"));

    assert.ok((await page.locator("input[name='Input.Best']").count()) > 0);
    assert.equal(await page.getByRole("button", { name: /^Save/ }).count(), 0);
  }));

/** Where the scenario stands, as the ranking and the diagram tell it. */
async function outcome(page) {
  await page.goto(draft);
  const row = page.locator(`#table-outcome tr:has(a[href='/scenarios/${scenario}'])`);
  const [rank, impact] = [row.locator("[data-label='Rank']"), row.locator("[data-label='Overall impact']")];
  return {
    rank: Number(await rank.innerText()),
    impact: Number(/0\.\d+/.exec(await impact.innerText())[0]),
    drawing: await page.locator(".drawing-wide").first().innerHTML(),
  };
}

/** Goes from the round to the judgement, chooses and saves; gives the classes that were chosen before, and what the page said. */
async function judgeByKeyboard(page, classes) {
  await page.goto(draft);
  await press(page, page.getByRole("link", { name: "Judgements", exact: true }), "Enter");
  await press(page, page.locator(`a.w-cell[href='${address}']`), "Enter");
  await page.waitForURL(`**${address}`);
  const before = await page.locator("input[type=radio]:checked").evaluateAll((chosen) => chosen.map(({ name, value }) => [name.slice("Input.".length), value]));
  for (const [end, value] of Object.entries(classes)) {
    await press(page, page.locator(`input[name='Input.${end}'][value='${value}']`), "Space");
  }
  await press(page, page.getByRole("button", { name: "Save and next" }), "Enter");
  const said = await page.locator(".utrecht-alert", { hasText: "2.1" }).innerText();
  return [Object.fromEntries(before), said];
}

async function press(page, target, key) {
  await target.focus();
  await page.keyboard.press(key);
  if (key === "Enter") await page.waitForLoadState();
}
