import assert from "node:assert/strict";
import { test } from "node:test";
import { noTroubles } from "../checks.mjs";
import { followLink, isSignedIn, submit } from "../site.mjs";
import { established, site } from "../site-of-all.mjs";

const scenario = "illustration.hospital-ransomware";
const places = [
  "/scenarios?size=100",
  "/search?q={word}",
  "/thread/{theme}",
  established,
  `${established}/diagram.svg`,
  `${established}/judgements`,
  "/reports/findings/illustration.round-2026",
  "/exports/scenarios/csv",
  "/exports/judgements/csv",
  "/api/v1/rounds/illustration.round-2026",
  "/api/v1/objects/{theme}/thread",
  "/api/v1/tables/scenarios",
];

test("A scenario marked confidential is gone for a reader, wherever the reader looks", async () => {
  const reader = await invite("Reader");
  await site.with({ state: reader }, async (page) => {
    const { title, theme } = await read(page);
    const seen = places.map((place) => place.replace("{word}", title.split(" ")[0]).replace("{theme}", theme));
    for (const place of seen) {
      assert.ok(await tells(page, place, title), `before, ${place} should tell of ${title}`);
    }

    await mark("DepartmentalConfidential");
    try {
      for (const place of seen) {
        assert.ok(!(await tells(page, place, title)), `${place} still tells of ${title}`);
      }
      for (const drawn of ["uncertainty", "uncertainty/order", "uncertainty/questions"]) {
        assert.ok(!(await tells(page, `${established}/${drawn}`, title)), `${drawn} tells of ${title}`);
      }
      for (const gone of [`/scenarios/${scenario}`, `/thread/${scenario}`, `/history/${scenario}`, `/api/v1/scenarios/${scenario}`]) {
        assert.equal((await page.request.get(gone)).status(), 404, gone);
      }
    } finally {
      await mark("Public");
    }
  });
});

test("A reader is offered nothing to change, and may not", async () => {
  await site.with({ state: await invite("Reader") }, async (page) => {
    await page.goto(`/scenarios/${scenario}`);
    assert.equal(await page.locator("main a[href$='/revise'], main a[href^='/marking/']").count(), 0);
    for (const refused of [`/scenarios/${scenario}/revise`, `/marking/${scenario}`, "/people", "/journal"]) {
      assert.equal((await page.request.get(refused)).status(), 403, refused);
    }
  });
});

/** Invites somebody through the pages, and gives the state of a browser in which that person signed in. */
async function invite(role) {
  const link = await site.with({}, async (page) => {
    await page.goto("/people");
    await page.locator("main a[href='/people/new']").click();
    await page.fill("[name='Input.Name']", "Robin Reader");
    await page.fill("[name='Input.Email']", `robin-${Date.now()}@example.org`);
    await page.selectOption("[name='Input.Role']", role);
    await page.selectOption("[name='Input.Clearance']", "Public");
    await submit(page, page.getByRole("button", { name: "Add and make a link" }));
    noTroubles(page);
    return page.locator("main code").innerText();
  });
  return site.with({ state: null }, async (page) => {
    await followLink(page, link);
    assert.ok(await isSignedIn(page));
    return page.context().storageState();
  });
}

const read = async (page) => {
  const found = await (await page.request.get(`/api/v1/scenarios/${scenario}`)).json();
  return { title: found.title.en, theme: found.restsOn[0] };
};

/** Whether a page, a file or an answer names the title, in English or by the identifier. */
async function tells(page, place, title) {
  const answer = await page.request.get(place, { headers: { "accept-language": "en" } });
  assert.equal(answer.status(), 200, place);
  const text = await answer.text();
  return text.includes(title) || text.includes(scenario);
}

const mark = (marking) =>
  site.with({}, async (page) => {
    await page.goto(`/marking/${scenario}`);
    await page.check(`[name='Input.Marking'][value='${marking}']`);
    await page.fill("[name='Input.Reason']", "Names a weak spot of the hospitals.");
    await submit(page, page.getByRole("button", { name: "Save" }));
    noTroubles(page);
  });
