import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { test } from "node:test";
import { axe, finished, noSidewaysScroll, noTroubles } from "../checks.mjs";
import { followLink, isSignedIn, narrow, submit, wide } from "../site.mjs";
import { site } from "../site-of-all.mjs";

const scenario = "illustration.flood-sea";
const hidden = "illustration.wildfire";
const secret = "pump nine";

test("Words that are selected become a passage with a ground; who may not read it sees why", async () => {
  await site.with({}, async (page) => {
    await page.goto(`/scenarios/${scenario}/revise`);
    const context = page.locator("textarea[name='Input.Context.En']");
    await context.fill(`Everything rests on ${secret}. The rest is known.`);
    await page.locator("textarea[name='Input.Context.Nl']").evaluate((field) => (field.value = ""));
    const tool = page.locator(".w-passage-tool").first();
    await tool.locator("summary").click();
    await context.evaluate((field, words) => {
      const at = field.value.indexOf(words);
      field.setSelectionRange(at, at + words.length);
    }, secret);
    await tool.locator("[data-level]").selectOption("DEPV");
    await tool.locator("[data-ground]").selectOption("5.1.2.h");
    await look(page, "revise");
    await tool.getByRole("button").click();
    assert.equal(await context.inputValue(), `Everything rests on [[DEPV 5.1.2.h: ${secret}]]. The rest is known.`);
    await page.fill("[name='Input.Reason']", "Names a weak spot");
    await submit(page, page.getByRole("button", { name: "Save" }));
    assert.match(await page.locator("mark.w-passage").first().innerText(), /DEPV · Woo 5.1.2.h\s+pump nine/);
    await look(page, "passage-cleared");
    noTroubles(page);
  });
  const reader = await invite("Reader");
  for (const [size, viewport] of Object.entries({ wide, narrow })) {
    for (const locale of ["en-GB", "nl-NL"]) {
      await site.with({ state: reader, viewport, locale }, async (page) => {
        await page.goto(`/scenarios/${scenario}`);
        assert.match(await page.locator(".w-withheld").first().innerText(), /Woo art\. 5\.1 lid 2 h/);
        assert.ok(!(await page.content()).includes(secret));
        await look(page, `passage-withheld-${size}-${locale}`);
      });
    }
  }
});

test("What is not public is looked at, and goes to somebody", async () => {
  await mark("Internal");
  try {
    for (const [size, viewport] of Object.entries({ wide, narrow })) {
      for (const locale of ["en-GB", "nl-NL"]) {
        await site.with({ viewport, locale, acceptDownloads: true }, async (page) => {
          await page.goto("/exports/scenarios/csv");
          assert.ok((await page.locator("main pre").innerText()).includes(hidden));
          await look(page, `leaving-${size}-${locale}`);
          await page.selectOption("#recipient", "BZK");
          const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Download" }).click()]);
          assert.equal(file.suggestedFilename(), "scenarios.csv");
        });
      }
    }
  } finally {
    await mark("Public");
  }
});

test("In an emergency one object opens, and who answers for it sees that", async () => {
  const state = await invite("Coordinator");
  await mark("DepartmentalConfidential");
  try {
    for (const [size, viewport] of Object.entries({ wide, narrow })) {
      for (const locale of ["en-GB", "nl-NL"]) {
        await site.with({ state, viewport, locale }, async (page) => {
          await page.goto("/emergency/open");
          await look(page, `emergency-open-${size}-${locale}`);
        });
      }
    }
    await site.with({ state }, async (page) => {
      assert.equal((await page.goto(`/scenarios/${hidden}`)).status(), 404);
      await page.locator("main a[href^='/emergency/open']").click();
      await page.fill("[name='Input.Reason']", "The grid is going down");
      await submit(page, page.locator("main form[method=post] button").first());
      await page.waitForURL(`**/scenarios/${hidden}`);
      assert.ok(await page.locator("aside.w-crisis").isVisible());
      await look(page, "emergency-reading");
    });
    for (const [size, viewport] of Object.entries({ wide, narrow })) {
      for (const locale of ["en-GB", "nl-NL"]) {
        await site.with({ viewport, locale }, async (page) => {
          await page.goto("/emergency");
          await look(page, `emergencies-${size}-${locale}`);
          await page.goto(`/marking/${hidden}`);
          await look(page, `marking-${size}-${locale}`);
        });
      }
    }
    await site.with({}, async (page) => {
      await page.goto("/emergency");
      await submit(page, page.getByRole("button", { name: "End now" }));
    });
    await site.with({ state }, async (page) => assert.equal((await page.goto(`/scenarios/${hidden}`)).status(), 404));
  } finally {
    await mark("Public");
  }
});

/** Every page of these jobs is accessible and fits; kept as a picture where WEERBAAR_PICTURES names a folder. */
async function look(page, name) {
  await finished(page);
  await axe(page);
  await noSidewaysScroll(page);
  if (process.env.WEERBAAR_PICTURES) {
    await mkdir(process.env.WEERBAAR_PICTURES, { recursive: true });
    await page.screenshot({ path: `${process.env.WEERBAAR_PICTURES}/${name}.png`, fullPage: true });
  }
}

const mark = (marking) =>
  site.with({}, async (page) => {
    await page.goto(`/marking/${hidden}`);
    await page.check(`[name='Input.Marking'][value='${marking}']`);
    await page.fill("[name='Input.Reason']", "Names a weak spot.");
    await submit(page, page.getByRole("button", { name: "Save" }));
    noTroubles(page);
  });

/** Somebody cleared for what is public, in a browser in which they signed in. */
async function invite(role) {
  const link = await site.with({}, async (page) => {
    await page.goto("/people/new");
    await page.fill("[name='Input.Name']", `A ${role}`);
    await page.fill("[name='Input.Email']", `${role.toLowerCase()}-${Date.now()}@example.org`);
    await page.selectOption("[name='Input.Role']", role);
    await page.selectOption("[name='Input.Clearance']", "Public");
    await submit(page, page.getByRole("button", { name: "Add and make a link" }));
    return page.locator("main code").innerText();
  });
  return site.with({ state: null }, async (page) => {
    await followLink(page, link);
    assert.ok(await isSignedIn(page));
    return page.context().storageState();
  });
}
