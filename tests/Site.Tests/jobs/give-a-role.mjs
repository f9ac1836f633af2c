import assert from "node:assert/strict";
import { test } from "node:test";
import { axe, noSidewaysScroll, noTroubles, screenshot } from "../checks.mjs";
import { followLink, narrow, submit, wide } from "../site.mjs";
import { site } from "../site-of-all.mjs";

const shown = ["person", "object-access"];
const measure = "illustration.measure-evacuation-routes";

test("A contact of a ministry is invited, gets a function and a role, lends it, and everybody can see why", async () => {
  const [contact, colleague] = [await newcomer("Kim Contact", "Reader"), await newcomer("Cas Collega", "Reader")];

  await site.with({}, async (page) => {
    for (const person of [colleague, contact]) {
      await page.goto(`/people/${person.id}/functions/new`);
      await page.selectOption("[name='Input.Organisation']", "IenW");
      await page.getByLabel("Function").fill("Policy adviser");
      await submit(page, page.getByRole("button", { name: "Save" }));
    }

    await page.getByRole("link", { name: "Give a role" }).click();
    await page.selectOption("[name='Input.Role']", "MinistryContact");
    await page.selectOption("[name='Input.Organisation']", "IenW");
    await submit(page, page.getByRole("button", { name: "Give a role" }));
    await page.getByText("for what Ministry of Infrastructure and Water Management leads", { exact: true }).waitFor();
    await good(page, "person");
  });

  await site.with({ state: contact.state }, async (page) => {
    await page.goto("/account/delegations");
    await page.selectOption("[name='Input.AssignmentId']", { label: "ministry contact, for what Ministry of Infrastructure and Water Management leads" });
    await page.fill("[name='Input.Email']", colleague.email);
    await page.fill("[name='Input.Until']", new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10));
    await page.fill("[name='Input.Reason']", "Holiday");
    await submit(page, page.getByRole("button", { name: "Lend the role" }));
    await page.getByText("ministry contact, to Cas Collega").waitFor();
    await good(page, "delegations");
    await page.goto(`/people/${contact.id}/access`);
    await page.getByText("because of the role ministry contact").first().waitFor();
    await good(page, "person-access");
  });

  await site.with({ state: colleague.state }, async (page) => {
    await page.goto(`/people/${colleague.id}/access`);
    assert.match(await page.locator("main").innerText(), /report progress[\s\S]*lent by Kim Contact/);
  });

  await site.with({}, async (page) => {
    await page.goto(`/access/${measure}`);
    await good(page, "object-access");
    await page.goto("/people");
    await good(page, "people");
    await page.goto("/people/roles");
    await good(page, "roles");
    await page.goto(`/people/${contact.id}/roles/new`);
    await good(page, "give-role");
  });
});

/** In both widths: accessible, no wider than the window, without complaints; with a picture of each. */
async function good(page, name) {
  for (const viewport of [narrow, wide]) {
    await page.setViewportSize(viewport);
    await axe(page);
    await noSidewaysScroll(page);
    if (shown.includes(name)) await screenshot(page, name);
  }
  noTroubles(page);
}

/** Somebody new with a role everywhere, and a browser in which they signed in. */
async function newcomer(name, role) {
  const email = `${crypto.randomUUID()}@example.org`;
  const { link, id } = await site.with({}, async (page) => {
    await page.goto("/people/new");
    await page.fill("[name='Input.Name']", name);
    await page.fill("[name='Input.Email']", email);
    await page.selectOption("[name='Input.Role']", role);
    await page.selectOption("[name='Input.Clearance']", "Internal");
    await submit(page, page.getByRole("button", { name: "Add and make a link" }));
    const people = await (await page.request.get("/api/v1/people")).json();
    return { link: await page.locator("main code").innerText(), id: people.items.find((p) => p.email === email).id };
  });
  return site.with({ state: null }, async (page) => {
    await followLink(page, link);
    return { id, email, state: await page.context().storageState() };
  });
}
