import assert from "node:assert/strict";
import { test } from "node:test";
import { mainPages } from "../pages.mjs";
import { submit } from "../site.mjs";
import { established, site } from "../site-of-all.mjs";

const pairs = {
  "/threats": ["Threats", "Dreigingen"],
  "/scenarios": ["Scenarios", "Scenario's"],
  "/measures": ["Measures", "Maatregelen"],
  "/decisions": ["Decisions", "Besluiten"],
};

test("The language switch keeps the page, with its choices", () =>
  site.with({}, async (page) => {
    await page.goto("/scenarios?q=flood");
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    await switchLanguage(page);

    assert.equal(await page.locator("html").getAttribute("lang"), "nl");
    assert.equal(page.url(), `${site.server.address}/scenarios?q=flood`);
  }));

test("Headings are in the language of the page", () =>
  site.with({}, async (page) => {
    for (const [address, [english, dutch]] of Object.entries(pairs)) {
      await page.goto(address);
      assert.equal(await page.locator("h1").innerText(), english);
      await switchLanguage(page);
      assert.equal(await page.locator("h1").innerText(), dutch);
      await switchLanguage(page);
    }
  }));

test("No main page has words of the other language in its headings, buttons, columns or labels", async () => {
  const [words, foreign] = [{}, []];
  for (const locale of ["en-GB", "nl-NL"]) {
    words[locale] = await site.with({ locale }, async (page) => {
      const found = {};
      for (const address of [...(await mainPages(page)), established]) {
        await page.goto(address);
        found[address] = await page.locator("h1, h2, th[scope=col], button, label, nav a").allInnerTexts();
      }
      return found;
    });
  }
  for (const [address, english] of Object.entries(words["en-GB"])) {
    foreign.push(...english.filter(isDutch).map((text) => `${address} in English: ${text}`));
    foreign.push(...words["nl-NL"][address].filter(isEnglish).map((text) => `${address} in Dutch: ${text}`));
  }
  assert.deepEqual(foreign, []);
});

const isDutch = (text) => /\b(het|een|van|voor|nieuwe?|zoeken|wijzigen|opslaan|dreiging(en)?|maatregel(en)?|besluit(en)?|rapporten)\b/i.test(text);
const isEnglish = (text) => /\b(the|new|search|edit|save|threats?|measures?|decisions?|reports?)\b/i.test(text);

const switchLanguage = (page) => submit(page, page.locator("form[action='/language'] button"));
