// The main pages: everything in the rail, and what the rail does not show.
export const besideTheRail = ["/", "/account", "/account/password", "/accessibility", "/search?q=flood", "/emergency/open"];

/** The addresses of all main pages, as the person of this page sees them. */
export async function mainPages(page) {
  await page.goto("/");
  const rail = await page.locator("nav#w-rail a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  return [...new Set([...besideTheRail, ...rail])];
}

const under = (page, ...parts) => [page, ...parts.map((part) => `${page}/${part}`)];

/** One object of every kind with its tabs and its forms. */
export const objectPages = [
  ...under("/threats/illustration.theme-climate", "edit", "log"),
  ...under("/scenarios/illustration.flood-sea", "versions", "revise", "rests-on"),
  ...under("/rounds/illustration.round-2026", "judgements", "compare", "uncertainty", "uncertainty/order", "uncertainty/weights?weights=uniform", "uncertainty/questions", "reopen"),
  ...under("/rounds/illustration.round-2027", "edit", "establish", ...["criteria/2.1", "likelihood", "overall"].map((part) => `scenarios/illustration.flood-sea/${part}`)),
  "/rounds/nl-2012.risk-assessment",
  ...under("/decisions/illustration.decision-2026", "edit", "confirm"),
  ...under("/advices/illustration.advice-evacuation", "edit"),
  "/advices/chain",
  ...under("/measures/illustration.measure-evacuation-routes", "edit", "progress"),
  ...under("/products/illustration.product-assessment-2026", "edit"),
  "/method-editions/nl-2022",
  ...["thread", "history", "marking", "access"].map((page) => `/${page}/illustration.flood-sea`),
  "/reports/findings/illustration.round-2026",
  "/exports",
  "/jobs",
  "/people/roles",
  "/account/delegations",
  ...["people", "threats", "scenarios", "rounds", "decisions", "advices", "measures", "products"].map((page) => `/${page}/new`),
];
