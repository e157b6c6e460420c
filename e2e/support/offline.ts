import { z } from "zod";
import { expect, newVisitor, open, signIn } from "@/e2e/support/browser";
import { compose } from "@/e2e/support/compose";
import { api, type ApiPerson } from "@/e2e/support/people";
import type { BrowserContext, Page } from "@playwright/test";

export const article = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });
export const banner = (page: Page, words: string | RegExp) => page.getByRole("status").filter({ hasText: words });
export const like = (page: Page, text: string) =>
  article(page, text).getByRole("group", { name: "Actions" }).getByRole("button", { name: /^Like/ });

/** Loads a page until its service worker has cached it. */
export async function read(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(async () => {
    const kept = await page.evaluate(async (address) => (await caches.match(address)) !== undefined, path);
    expect(kept).toBe(true);
  }).toPass({ timeout: 30_000 });
  // The outbox is set up after the page; what was loaded before is cached then.
  await expect
    .poll(async () => (await page.evaluate(() => indexedDB.databases())).map(({ name }) => name))
    .toContain("outbox");
  await expect.poll(() => page.evaluate(missingParts), { timeout: 30_000 }).toEqual([]);
}

/** The scripts and styles of a page that are not cached yet. */
async function missingParts(): Promise<string[]> {
  const names = performance.getEntriesByType("resource").map(({ name }) => name);
  const parts = names.filter((name) => name.includes("/_next/static/"));
  const kept = await Promise.all(parts.map((part) => caches.match(part, { ignoreVary: true })));
  return parts.filter((_, index) => !kept[index]);
}

/** The texts of a person's barks on the server, oldest first. */
export async function barksOf(person: ApiPerson): Promise<string[]> {
  const answer = await api(`/api/v1/accounts/${person.id}/statuses?limit=40`, { token: person.token });
  return z
    .array(z.object({ text: z.string() }))
    .parse(answer?.body)
    .map(({ text }) => text)
    .toReversed();
}

const Seen = z.object({ favourited: z.boolean(), bookmarked: z.boolean(), reblogged: z.boolean() });

export async function seen(person: ApiPerson, id: string): Promise<z.infer<typeof Seen>> {
  return Seen.parse((await api(`/api/v1/statuses/${id}`, { token: person.token }))?.body);
}

export async function followed(person: ApiPerson, other: ApiPerson): Promise<boolean> {
  const answer = await api(`/api/v1/accounts/relationships?id[]=${other.id}`, { token: person.token });
  return z.array(z.object({ following: z.boolean() })).parse(answer?.body)[0]?.following ?? false;
}

/** A new person on Home, which is cached in this browser. */
export async function reader(browser: Parameters<typeof newVisitor>[0]) {
  const visitor = await newVisitor(browser);
  await read(visitor.page, "/home");
  // From the second page on, the service worker caches what it sees loaded.
  await read(visitor.page, "/home");
  await compose(visitor.page);
  await visitor.page.keyboard.press("Escape");
  return visitor;
}

export const keptPages = (page: Page) =>
  page.evaluate(async () => (await (await caches.open("pages")).keys()).map(({ url }) => new URL(url).pathname));

/** Signs in through a server in front of Barker. */
export async function signInAt(context: BrowserContext, url: string, person: ApiPerson): Promise<void> {
  await signIn(context, person);
  const cookies = await context.cookies();
  await context.addCookies(cookies.map(({ name, value }) => ({ name, value, url })));
}
