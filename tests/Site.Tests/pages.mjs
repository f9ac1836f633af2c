// The main pages: everything in the rail, and what the rail does not show.
export const besideTheRail = ["/", "/account", "/accessibility", "/search"];

/** The addresses of all main pages, as the person of this page sees them. */
export async function mainPages(page) {
  await page.goto("/");
  const rail = await page.locator("nav#w-rail a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  return [...new Set([...besideTheRail, ...rail])];
}

/** A file name for an address: "/" is "home", "/method-editions" is "method-editions". */
export const nameOf = (address) => address.replace(/^\/|[?#].*$/g, "").replaceAll("/", "-") || "home";
