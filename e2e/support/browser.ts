import { expect, test as base, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { z } from "zod";
import { origin, PASSWORD, signUp, type ApiPerson } from "@/e2e/support/people";

const Csrf = z.object({ csrfToken: z.string() });

/**
 * What a browser says by itself when a connection is taken away, a page is not there, or a form is refused, on purpose,
 * and when a session that was just ended still asked for something.
 */
const EXPECTED_NOISE =
  /ERR_INTERNET_DISCONNECTED|ERR_FAILED \S+\/_next\/static\/|ERR_CONNECTION_REFUSED|WebSocket connection to|\/nobody$|status of 404 .*\/api\/v1\/statuses$|\/api\/v1\/accounts$|\/api\/auth\/callback\/credentials$|\/api\/v1\/barker\/(account(\/\w+)?|confirmation)$|\/api\/v2\/filters$|status of 401 .*\/api\/v2\/notifications\/unread_count\?limit=100$/;

let noise: string[] = [];

/** Remembers every word in the consoles of a browser's pages. */
export function listenTo(context: BrowserContext): void {
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) noise.push(`${message.text()} ${message.location().url}`);
  });
  context.on("weberror", (error) => noise.push(String(error.error())));
}

/** A test in which a word in a console, or an error of a page, is a failure. */
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

/** Signs a browser in as somebody, the way the sign-in form does. */
export async function signIn(context: BrowserContext, person: ApiPerson): Promise<void> {
  const csrf = Csrf.parse(await (await context.request.get(`${origin}/api/auth/csrf`)).json());
  const answer = await context.request.post(`${origin}/api/auth/callback/credentials`, {
    form: { ...csrf, login: person.handle, password: PASSWORD, json: "true" },
  });
  expect(answer.status()).toBe(200);
}

/** Goes to a page and waits until it is alive: a button pressed before its script has come does nothing. */
export async function open(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "networkidle" });
}

/** Does something that is shown before it is sent, and waits until the server has it: a page read anew then knows it. */
export async function stored(page: Page, path: RegExp, deed: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse(
    (response) => response.request().method() !== "GET" && path.test(new URL(response.url()).pathname),
  );
  await deed();
  expect((await answer).ok()).toBe(true);
}

/** A new person in a browser of their own, on the page asked for. */
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
