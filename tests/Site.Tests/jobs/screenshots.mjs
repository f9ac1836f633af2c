import assert from "node:assert/strict";
import { test } from "node:test";
import { noTroubles, screenshot } from "../checks.mjs";
import { draft, established, site } from "../site-of-all.mjs";
import { narrow, wide } from "../site.mjs";

const judgements = `${draft}/judgements`;
const shown = {
  home: "/",
  "risk-diagram": established,
  "judgement-grid": judgements,
  "judgement-entry": `${draft}/scenarios/illustration.flood-sea/criteria/2.1`,
  scenario: "/scenarios/illustration.flood-sea",
  thread: "/thread/nl-2012.solar-storm-alert",
  decision: "/decisions/nl-2012.adopt-advices",
  measures: "/measures",
  report: "/reports/findings/illustration.round-2026?lang=en",
  edition: "/method-editions/nl-2022",
  uncertainty: `${established}/uncertainty`,
};
const from = { "risk-diagram": "figure.w-figure", "judgement-grid": "table.w-grid" };

for (const [size, viewport] of Object.entries({ wide, narrow })) {
  test(`The pages that the documents show can be photographed on a ${size} screen`, () =>
    site.with({ viewport }, async (page) => {
      for (const [name, address] of Object.entries(shown)) {
        const answer = await page.goto(address);
        assert.equal(answer.status(), 200, address);
        if (from[name]) await page.locator(from[name]).first().evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 72));
        noTroubles(page);
        await screenshot(page, name);
      }
    }));
}
