import { expect, open, signIn, test } from "@/e2e/support/browser";
import { write } from "@/e2e/support/compose";
import { article, banner, barksOf, followed, keptPages, like, read, reader, seen } from "@/e2e/support/offline";
import { api, bark, follow, signUp } from "@/e2e/support/people";

// Longer than the default, because each test visits several pages.
test.describe.configure({ timeout: 360_000 });

test("barks written offline are shown as waiting, and are sent once and in order when online", async ({ browser }) => {
  const { page, context, person } = await reader(browser);
  await context.setOffline(true);
  const texts = ["First from the bench", "Second from the bench", "Third from the bench"];
  for (const text of texts) await write(page, text);
  for (const text of texts) await expect(article(page, text).getByText("Sends when you are back")).toBeVisible();
  await expect(banner(page, "Offline. 3 barks wait and will be sent automatically.")).toBeVisible();
  expect(await barksOf(person)).toEqual([]);

  await page.reload();
  for (const text of texts) await expect(article(page, text).getByText("Sends when you are back")).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => barksOf(person)).toEqual(texts);
  for (const text of texts) {
    await expect(article(page, text)).toHaveCount(1);
    await expect(article(page, text).getByText("Sends when you are back")).toBeHidden();
  }
  await expect(banner(page, /Offline|wait/)).toBeHidden();
  await page.reload();
  for (const text of texts) await expect(article(page, text)).toHaveCount(1);
  expect(await barksOf(person)).toEqual(texts);
  await context.close();
});

test("the offline outbox is sent even after the last page was closed", async ({ browser }) => {
  const { page, context, person } = await reader(browser);
  await context.setOffline(true);
  await write(page, "Written before the train went into the tunnel");
  await write(page, "And one more");
  await expect(banner(page, "2 barks wait")).toBeVisible();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const later = await context.newPage();
  await later.goto("/town");
  await expect.poll(() => barksOf(person)).toEqual(["Written before the train went into the tunnel", "And one more"]);
  await later.goto("/drafts");
  await expect(later.getByText("Written before the train")).toBeHidden();
  await context.close();
});

test("two pages of one browser send the offline outbox once, and both show the result", async ({ browser }) => {
  const { page, context, person } = await reader(browser);
  const other = await context.newPage();
  await open(other, "/home");
  await context.setOffline(true);
  await write(page, "From one of two windows");
  await expect(article(other, "From one of two windows").getByText("Sends when you are back")).toBeVisible();
  await context.setOffline(false);
  for (const window of [page, other]) {
    await expect(article(window, "From one of two windows")).toHaveCount(1);
    await expect(article(window, "From one of two windows").getByText("Sends when you are back")).toBeHidden();
    await expect(like(window, "From one of two windows")).toBeVisible();
  }
  expect(await barksOf(person)).toEqual(["From one of two windows"]);
  await context.close();
});

test("likes, bookmarks, rebarks and follows wait offline too, and the last of opposite ones wins", async ({
  browser,
}) => {
  const author = await signUp();
  const { page, context, person } = await reader(browser);
  const [kept, taken] = [await bark(author, "Liked from afar"), await bark(author, "Liked and left")];
  await read(page, `/@${author.handle}`);
  await context.setOffline(true);
  await page
    .getByRole("main")
    .getByRole("button", { name: `Follow ${author.handle}`, exact: true })
    .click();
  await like(page, "Liked from afar").click();
  await article(page, "Liked from afar").getByRole("button", { name: "Bookmark" }).click();
  await like(page, "Liked and left").click();
  await expect(like(page, "Liked and left")).toHaveAttribute("aria-pressed", "true");
  await like(page, "Liked and left").click();
  await expect(banner(page, "Offline. 4 things you did wait and will be sent automatically.")).toBeVisible();

  await page.reload();
  await expect(like(page, "Liked from afar")).toHaveAttribute("aria-pressed", "true");
  await expect(like(page, "Liked and left")).toHaveAttribute("aria-pressed", "false");
  await expect(page.getByRole("main").getByRole("button", { name: `Following ${author.handle}` })).toBeVisible();
  await context.setOffline(false);
  await expect.poll(() => seen(person, kept)).toMatchObject({ favourited: true, bookmarked: true });
  await expect.poll(() => followed(person, author)).toBe(true);
  expect((await seen(person, taken)).favourited).toBe(false);
  await expect(like(page, "Liked from afar")).toHaveAttribute("aria-pressed", "true");
  await context.close();
});

test("a mutation that the server refuses is rolled back with a message and does not block others", async ({
  browser,
}) => {
  const author = await signUp();
  const { page, context, person } = await reader(browser);
  await follow(person, author);
  const gone = await bark(author, "Soon taken back");
  await expect(async () => {
    await read(page, "/home");
    await expect(article(page, "Soon taken back")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await context.setOffline(true);
  await article(page, "Soon taken back")
    .getByRole("button", { name: /^Reply/ })
    .click();
  const reply = page.getByRole("dialog").getByRole("textbox").first();
  await reply.pressSequentially("An answer to nothing");
  await reply.press("Control+Enter");
  await write(page, "Goes out all the same");
  await api(`/api/v1/statuses/${gone}`, { method: "DELETE", token: author.token });
  await context.setOffline(false);
  await expect(banner(page, "Could not send. It is in your drafts.")).toBeVisible();
  await expect.poll(() => barksOf(person)).toEqual(["Goes out all the same"]);
  await page.goto("/drafts");
  await expect(page.getByText("An answer to nothing")).toBeVisible();
  await context.close();
});

test("one person's outbox is neither shown to nor sent as another, and waits for its owner", async ({ browser }) => {
  const { page, context, person } = await reader(browser);
  const other = await signUp();
  const elsewhere = await context.newPage();
  await open(elsewhere, "/town");
  await context.setOffline(true);
  await write(page, "Mine and nobody else's");
  await expect(banner(page, "1 bark waits")).toBeVisible();
  await page.close();
  await elsewhere.goto("about:blank");
  // The session ends while the browser is offline.
  await context.clearCookies();
  await context.setOffline(false);
  await signIn(context, other);
  await elsewhere.goto("/home");
  await expect(elsewhere.getByRole("heading", { name: /to start with/ })).toBeVisible();
  await expect.poll(() => keptPages(elsewhere), { timeout: 30_000 }).not.toContain(`/@${person.handle}`);
  await context.setOffline(true);
  await elsewhere.goto("/home");
  await expect(elsewhere.getByRole("heading", { name: /to start with/ })).toBeVisible();
  await expect(elsewhere.getByText("Mine and nobody else's")).toBeHidden();
  expect(await barksOf(person)).toEqual([]);
  expect(await barksOf(other)).toEqual([]);

  await elsewhere.goto("about:blank");
  await context.setOffline(false);
  await context.clearCookies();
  await signIn(context, person);
  await elsewhere.goto("/home");
  await expect.poll(() => barksOf(person)).toEqual(["Mine and nobody else's"]);
  expect(await barksOf(other)).toEqual([]);
  await context.close();
});
