import { expect, test as base, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { origin, sessionCookie, signUp, type ApiPerson } from "@/e2e/support/people";

/**
 * Console messages that tests provoke on purpose (a lost connection, a missing page, a rejected form), those of requests
 * that were in progress when a session ended, and answers that are part of the protocol of encrypted messages.
 */
const EXPECTED_NOISE =
  /ERR_INTERNET_DISCONNECTED|ERR_FAILED \S+\/_next\/static\/|ERR_CONNECTION_REFUSED|WebSocket connection to|\/nobody$|\/(a\/b\/c|town-hall(\/people)?|no_such_place|@nobody_has_this|@\w+\/12345|packs\/\d+)$|status of (404|422) .*\/api\/v1\/statuses$|\/api\/v1\/accounts$|\/api\/auth\/callback\/credentials$|status of (401|404|409) .*\/api\/v1\/barker\/e2ee\/|\/api\/v1\/barker\/(account(\/\w+)?|authorizations|confirmation|imports|passkeys\/options|password\/reset|town_hall\/(settings|staff)|two_factor(\/\w+)?)$|\/api\/v2\/filters$|status of 401 .*\/api\/v2\/notifications\/unread_count\?limit=100$/;

let noise: string[] = [];

/** Records every console message of a browser's pages. */
export function listenTo(context: BrowserContext): void {
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) noise.push(`${message.text()} ${message.location().url}`);
  });
  context.on("weberror", (error) => noise.push(String(error.error())));
}

/** A test that fails on any console message or page error. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ context }, use) => {
      noise = [];
      listenTo(context);
      await use();
      expect(noise.filter((line) => !EXPECTED_NOISE.test(line))).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs a browser in as a person, with the cookie that the sign-in form would set. */
export async function signIn(context: BrowserContext, person: ApiPerson): Promise<void> {
  const cookie = await sessionCookie(person);
  await context.addCookies([{ ...cookie, url: origin, httpOnly: true, sameSite: "Lax" }]);
}

/** Opens a page and waits until it is interactive, because a button does nothing before its script is loaded. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await alive(page);
}

/** Reloads a page and waits until it is interactive. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await alive(page);
}

/** Waits until a page is interactive. */
export async function alive(page: Page): Promise<void> {
  await expect(page.locator("html[data-ready]")).toBeAttached({ timeout: 60_000 });
}

/** Waits until a page has a live connection. */
export async function live(page: Page): Promise<void> {
  await expect(page.locator("html[data-live]")).toBeAttached({ timeout: 60_000 });
}

/** Does something optimistic and waits until the server has stored it, so that a reload shows it. */
export async function stored(page: Page, path: RegExp, deed: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse(
    (response) => response.request().method() !== "GET" && path.test(new URL(response.url()).pathname),
  );
  await deed();
  expect((await answer).ok()).toBe(true);
}

/** A new person in a browser context of their own, on the given page. */
export async function newVisitor(
  browser: Browser,
  path = "/home",
): Promise<{ person: ApiPerson; page: Page; context: BrowserContext }> {
  const person = await signUp();
  const context = await browser.newContext();
  listenTo(context);
  await signIn(context, person);
  const page = await context.newPage();
  await open(page, origin + path);
  return { person, page, context };
}
