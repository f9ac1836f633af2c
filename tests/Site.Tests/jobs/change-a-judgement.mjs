import assert from "node:assert/strict";
import { test } from "node:test";
import { noTroubles } from "../checks.mjs";
import { draft, site } from "../site-of-all.mjs";

const scenario = "illustration.flood-sea";
const address = `${draft}/scenarios/${scenario}/criteria/2.1`;

test("A judgement changed by keyboard answers in the rank and in the diagram", () =>
  site.with({}, async (page) => {
    const before = await outcome(page);
    await judgeByKeyboard(page, { Lower: "X", Best: "X", Upper: "X" });
    const lower = await outcome(page);

    assert.ok(lower.impact < before.impact, `impact was ${before.impact} and is ${lower.impact}`);
    assert.ok(lower.rank > before.rank, `rank was ${before.rank} and is ${lower.rank}`);
    assert.notEqual(lower.drawing, before.drawing);

    await judgeByKeyboard(page, { Upper: "E", Best: "D", Lower: "C" });
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

async function judgeByKeyboard(page, classes) {
  await page.goto(draft);
  await press(page, page.getByRole("link", { name: "Judgements", exact: true }), "Enter");
  await press(page, page.locator(`a.w-cell[href='${address}']`), "Enter");
  for (const [end, value] of Object.entries(classes)) {
    await press(page, page.locator(`input[name='Input.${end}'][value='${value}']`), "Space");
  }
  await press(page, page.getByRole("button", { name: "Save and next" }), "Enter");
  await page.locator(".utrecht-alert", { hasText: "2.1" }).waitFor();
}

async function press(page, target, key) {
  await target.focus();
  await page.keyboard.press(key);
  if (key === "Enter") await page.waitForLoadState();
}
