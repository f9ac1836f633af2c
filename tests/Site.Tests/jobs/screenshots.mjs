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
  thread: "/thread/nl-2012.satellite-resilience",
  decision: "/decisions/nl-2012.adopt-advices",
  measures: "/measures",
  report: "/reports/findings/illustration.round-2026?lang=en",
  edition: "/method-editions/nl-2022",
  uncertainty: `${established}/uncertainty`,
};
/** What to show of a page that has a long way to go before its subject. */
const subjects = { "risk-diagram": "figure.w-figure", "judgement-grid": ".w-grid-box", uncertainty: "main svg.drawing" };

for (const [size, viewport] of Object.entries({ wide, narrow })) {
  test(`The pages that the documents show can be photographed on a ${size} screen`, () =>
    site.with({ viewport }, async (page) => {
      for (const [name, address] of Object.entries(shown)) {
        const answer = await page.goto(address);
        assert.equal(answer.status(), 200, address);
        await screenshot(page, name, await subjectOf(page, name));
        noTroubles(page);
      }
    }));
}

/** A drawing or a table by itself where there is room for it, else the window with it at the top. */
async function subjectOf(page, name) {
  if (!subjects[name]) return page;
  const subject = page.locator(subjects[name]).filter({ visible: true }).first();
  await subject.waitFor({ timeout: 120_000 });
  if (page.viewportSize().width === wide.width && name !== "uncertainty") return subject;
  await subject.evaluate((element) => scrollTo(0, element.getBoundingClientRect().top + scrollY - 96));
  return page;
}
