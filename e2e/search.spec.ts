import { expect, newVisitor, open, signIn, test } from "@/e2e/support/browser";
import { act, api, bark, origin, signUp, type ApiPerson } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

const field = (page: Page) => page.getByRole("searchbox", { name: "Search Barker" }).filter({ visible: true }).first();
const found = (page: Page) => page.getByRole("feed", { name: "Barks found" }).getByRole("article");
const tab = (page: Page, name: string) =>
  page
    .getByRole("navigation", { name: "Kinds of results" })
    .getByRole("link", { name: new RegExp(`^${name}( \\d+\\+?)?$`) });

/** A word that no other test uses and that is not similar to any other. */
const rare = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => "bcdfghjklmnpqrst"[byte % 16]).join("");

async function rename(person: ApiPerson, name: string): Promise<void> {
  const path = "/api/v1/accounts/update_credentials";
  await api(path, { method: "PATCH", token: person.token, json: { display_name: name } });
}

/** Waits, because the index is updated with a delay. */
async function until(page: Page, address: string, there: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await page.goto(address);
    await there();
  }).toPass({ timeout: 60_000 });
}

async function search(page: Page, q: string): Promise<void> {
  await field(page).fill(q);
  await field(page).press("Enter");
  await page.waitForURL((url) => url.searchParams.get("q") === q.trim());
}

test("search finds a person by a misspelt name, and barks by author and by phrase", async ({ browser }) => {
  test.setTimeout(180_000);
  const [author, other] = [await signUp(), await signUp()];
  const name = rare();
  await rename(author, name);
  const word = rare();
  await bark(author, `First frost on the ${word} pond`);
  await bark(author, `Frost came first to the ${word}`);
  await bark(other, `The ${word} of somebody else`);
  const { page, context } = await newVisitor(browser, "/discover");

  const slip = `${name.slice(0, -2)}z${name.slice(-1)}`;
  await until(page, `/search?q=${slip}`, async () => {
    await expect(page.getByRole("link", { name: `@${author.handle}` })).toBeVisible({ timeout: 2_000 });
  });

  await until(page, `/search?q=${word}&of=barks`, () => expect(found(page)).toHaveCount(3, { timeout: 2_000 }));
  await expect(found(page).first().locator("mark")).toHaveText(word);
  await open(page, "/search");
  await search(page, `from:@${author.handle} ${word}`);
  await expect(found(page)).toHaveCount(2);
  await search(page, `"first frost on the ${word}"`);
  await expect(found(page)).toHaveCount(1);
  await expect(found(page).locator("mark")).toHaveText(`First frost on the ${word}`);
  await context.close();
});

test("search shows results while typing, and remembers searches on this device until they are cleared", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const author = await signUp();
  const word = rare();
  await bark(author, `A heron stood in the ${word}`);
  const { page, context } = await newVisitor(browser, "/home");
  await until(page, `/search?q=${word}&of=barks`, () => expect(found(page)).toHaveCount(1, { timeout: 2_000 }));
  await open(page, "/home");
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await expect(page.getByRole("heading", { name: "Search for" })).toBeVisible();
  const talkedAbout = page.getByRole("region", { name: "What people talk about" });
  const trending = await page.evaluate(async () => {
    const answer = await fetch("/api/v1/trends/tags?limit=3");
    return ((await answer.json()) as { name: string }[]).map(({ name }) => `#${name}`);
  });
  await expect(talkedAbout.getByRole("link")).toContainText(trending);
  await page.keyboard.type(word);
  const glimpse = page.getByRole("search").getByRole("link", { name: `A heron stood in the ${word}` });
  await expect(glimpse).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(glimpse).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/@${author.handle}/*`);

  await open(page, "/search");
  const remembered = page.getByRole("button", { name: word, exact: true });
  await expect(remembered).toBeVisible();
  await page.getByRole("button", { name: "Clear all" }).click();
  await expect(remembered).toBeHidden();
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(word);
  await context.close();
});

test("before anything is typed, search shows who barked last where nobody has talked about a topic yet", async ({
  browser,
}) => {
  const author = await signUp();
  await bark(author, "The first bark in town");
  const { page, context } = await newVisitor(browser, "/home");
  await page.route("**/api/v1/trends/tags*", (asked) => asked.fulfill({ json: [] }));
  await page.keyboard.press("/");
  const last = page.getByRole("region", { name: "Who barked last" });
  await expect(last.getByRole("link")).toHaveCount(3);
  await last.getByRole("link").first().click();
  await page.waitForURL(/\/@\w+$/);
  await context.close();
});

test("Back restores the search results and the scroll position", async ({ browser }) => {
  test.setTimeout(180_000);
  const author = await signUp();
  const word = rare();
  for (let count = 1; count <= 14; count++) await bark(author, `${word} number ${count} of fourteen`);
  const { page, context } = await newVisitor(browser, "/home");
  await until(page, `/search?q=${word}&of=barks`, () => expect(found(page)).not.toHaveCount(0, { timeout: 2_000 }));
  await open(page, `/search?q=${word}&of=barks`);
  const deep = page.getByRole("article").filter({ hasText: `${word} number 3 of` });
  await expect(async () => {
    await page.evaluate(() => scrollBy(0, 300));
    await deep.scrollIntoViewIfNeeded({ timeout: 500 });
  }).toPass();
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(100);
  // The scroll position is stored once the page is interactive and is scrolled.
  const kept = () =>
    page.evaluate(() => {
      scrollBy(0, scrollY % 2 === 0 ? 1 : -1);
      return Object.keys(localStorage).some((key) => key.includes(":search:"));
    });
  await expect.poll(kept, { timeout: 60_000 }).toBe(true);
  await deep.getByRole("link", { name: /now|min/ }).click();
  await page.waitForURL(`**/@${author.handle}/*`);
  await page.goBack();
  await page.waitForURL("**/search?*");
  await expect(deep).toBeInViewport();
  await context.close();
});

test("search treats special characters as text: no error, no script execution", async ({ page, context }) => {
  test.setTimeout(180_000);
  await signIn(context, await signUp());
  await page.exposeFunction("ran", () => {
    throw new Error("A search was run as a script");
  });
  const hostile = [
    '<img src=x onerror="ran()">',
    "a) OR authorId:* OR (b",
    '"((((',
    "text:/.*/ AND +-!(){}[]^~*?:\\",
    "} DETACH DELETE n //",
    "javascript:ran()",
    "%00%ff\u202e\u0000",
    "from:",
    "#",
  ];
  for (const q of hostile) {
    const answer = await page.goto(`${origin}/search?q=${encodeURIComponent(q)}`);
    expect(answer?.status(), q).toBe(200);
    await expect(page.getByRole("navigation", { name: "Kinds of results" }), q).toBeVisible();
  }
  await page.goto(`${origin}/search?q=${encodeURIComponent(hostile[0] ?? "")}&of=barks`);
  expect(await page.locator("main img[src='x']").count()).toBe(0);
  await page.goto(`${origin}/search?q=one&q=two&of=neither`);
  await expect(field(page)).toHaveValue("one");
});

test("search shows people and topics above barks, with counts, and searches within a profile and in bookmarks", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const word = rare();
  const [author, other] = [await signUp(), await signUp()];
  await rename(author, `${word} Baker`);
  const kept = await bark(author, `Bread at the ${word} #${word}`);
  await bark(author, `Nothing of that kind`);
  await bark(other, `Not kept ${word}`);
  const { person, page, context } = await newVisitor(browser, "/home");
  await act(person, `/api/v1/statuses/${kept}/bookmark`);
  await until(page, `/search?q=${word}`, () => expect(found(page)).toHaveCount(2, { timeout: 2_000 }));
  const part = (name: string) => page.getByRole("region", { name, exact: true });
  await expect(part("People").getByRole("link", { name: `@${author.handle}` })).toBeVisible();
  await expect(part("Topics").getByRole("link", { name: `#${word}` })).toBeVisible();
  await expect(tab(page, "Top")).toHaveAttribute("aria-current", "page");
  await expect(tab(page, "Barks")).toHaveText("Barks 2");
  await expect(tab(page, "People")).toHaveText("People 1");

  await open(page, `/@${author.handle}`);
  const inProfile = page.getByRole("searchbox", { name: `Search barks by @${author.handle}` });
  await inProfile.fill(word);
  await inProfile.press("Enter");
  await expect(found(page)).toHaveCount(1);
  await expect(field(page)).toHaveValue(`from:@${author.handle} ${word}`);
  await open(page, "/bookmarks");
  const inBookmarks = page.getByRole("searchbox", { name: "Search your bookmarks" });
  await inBookmarks.fill(word);
  await inBookmarks.press("Enter");
  await expect(found(page)).toHaveCount(1);
  await expect(found(page)).toContainText("Bread at the");
  await context.close();
});

test("a search without results gives advice, and a signed-out visitor can find people", async ({ page }) => {
  const person = await signUp();
  await open(page, `${origin}/search?q=${person.handle}`);
  await expect(page.getByRole("link", { name: `@${person.handle}` })).toBeVisible();
  await tab(page, "Barks").click();
  await expect(page.getByRole("heading", { name: "Join to search barks" })).toBeVisible();
  await tab(page, "Topics").click();
  await expect(page.getByRole("heading", { name: /^No topics found for/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "See all results" })).toBeVisible();
});
