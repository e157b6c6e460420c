import { expect, live, newVisitor, open, test } from "@/e2e/support/browser";
import { compose, write } from "@/e2e/support/compose";
import { api, bark, follow, signUp } from "@/e2e/support/people";
import type { Page } from "@playwright/test";

const feed = (page: Page) => page.getByRole("feed");
const article = (page: Page, text: string) => feed(page).getByRole("article").filter({ hasText: text });

test("a new bark appears at once for its author, and live for a follower and on a second device", async ({
  browser,
}) => {
  const reader = await newVisitor(browser);
  const author = await newVisitor(browser);
  await follow(reader.person, author.person);
  const device = await author.context.newPage();
  for (const page of [reader.page, author.page, device]) await open(page, "/home");
  for (const page of [reader.page, device]) await live(page);

  const text = `Oven day ${author.person.handle}`;
  await write(author.page, text);
  await expect(article(author.page, text)).toBeVisible();
  for (const page of [reader.page, device]) {
    const pill = page.getByRole("button", { name: "1 new bark" });
    await expect(pill).toBeVisible();
    await expect(article(page, text)).toBeHidden();
    await pill.click();
    await expect(article(page, text)).toBeVisible();
    await expect(pill).toBeHidden();
  }
  await expect(article(author.page, text)).toHaveCount(1);
  await Promise.all([reader.context.close(), author.context.close()]);
});

test("deleting a bark can be undone for a moment, and then removes it live from all devices", async ({ browser }) => {
  const reader = await newVisitor(browser);
  const author = await newVisitor(browser);
  await follow(reader.person, author.person);
  const text = `Wrong word ${author.person.handle}`;
  await bark(author.person, text);
  await open(author.page, "/home");
  // After its delivery, because later barks wait behind the pill.
  await expect(async () => {
    await open(reader.page, "/home");
    await expect(article(reader.page, text)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await live(reader.page);

  const remove = async () => {
    await article(author.page, text).getByRole("button", { name: "More" }).click();
    await author.page.getByRole("menuitem", { name: "Delete" }).click();
    await expect(article(author.page, text)).toBeHidden();
  };
  await remove();
  await author.page.getByRole("button", { name: "Undo" }).click();
  await expect(article(author.page, text)).toBeVisible();
  await expect(article(reader.page, text)).toBeVisible();

  await remove();
  await expect(article(reader.page, text)).toBeHidden({ timeout: 15_000 });
  await author.page.reload();
  await expect(author.page.getByRole("heading", { name: /to start with/ })).toBeVisible();
  await Promise.all([reader.context.close(), author.context.close()]);
});

test("a draft survives closing the window, and is removed when it is barked", async ({ browser }) => {
  const { page, context } = await newVisitor(browser);
  const field = await compose(page);
  await field.fill("Half a thou");
  await page.keyboard.press("Escape");
  await page.reload();
  await compose(page);
  await expect(field).toHaveValue("Half a thou");
  await field.press("Control+Enter");
  await expect(article(page, "Half a thou")).toBeVisible();
  await compose(page);
  await expect(field).toHaveValue("");
  await context.close();
});

test("the counter counts visible characters, and a text over the limit cannot be sent", async ({ browser }) => {
  const { page, context } = await newVisitor(browser);
  await compose(page);
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("What is going on in town?").fill("👨‍👩‍👧‍👦".repeat(240));
  await expect(sheet.getByText("0 characters left")).toBeAttached();
  await expect(sheet.getByRole("button", { name: "Bark", exact: true })).toBeEnabled();
  await sheet.getByLabel("What is going on in town?").fill("👨‍👩‍👧‍👦".repeat(241));
  await expect(sheet.getByText("1 character too many")).toBeAttached();
  await expect(sheet.getByRole("button", { name: "Bark", exact: true })).toBeDisabled();
  await context.close();
});

test("a bark that the server refuses becomes a draft again, with a message", async ({ browser }) => {
  const { page, context, person } = await newVisitor(browser);
  const id = await bark(person, "Gone before it is answered");
  await open(page, `/@${person.handle}/${id}`);
  await page
    .getByRole("button", { name: /^Reply to/ })
    .first()
    .click();
  const field = page.getByRole("dialog").getByRole("textbox").first();
  await field.fill("Too late for an answer");
  await api(`/api/v1/statuses/${id}`, { method: "DELETE", token: person.token });
  await field.press("Control+Enter");
  await expect(page.getByRole("status").filter({ hasText: "Could not send. It is in your drafts." })).toBeVisible();
  await page.goto("/drafts");
  await expect(page.getByText("Too late for an answer")).toBeVisible();
  await context.close();
});

test("a follow fills Home and an unfollow empties it, both immediately", async ({ browser }) => {
  const author = await signUp();
  const text = `Market day ${author.handle}`;
  await bark(author, text);
  const { page, context } = await newVisitor(browser, `/@${author.handle}`);
  await page
    .getByRole("main")
    .getByRole("button", { name: `Follow ${author.handle}`, exact: true })
    .click();
  await expect(page.getByRole("main").getByRole("button", { name: `Following ${author.handle}` })).toBeVisible();
  await expect(async () => {
    await page.goto("/home");
    await expect(article(page, text)).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await page.goto(`/@${author.handle}`);
  await page
    .getByRole("main")
    .getByRole("button", { name: `Following ${author.handle}` })
    .click();
  await expect(page.getByRole("status").filter({ hasText: `Unfollowed ${author.handle}` })).toBeVisible();
  await expect(
    page.getByRole("main").getByRole("button", { name: `Follow ${author.handle}`, exact: true }),
  ).toBeVisible();
  await expect(async () => {
    await page.goto("/home");
    await expect(article(page, text)).toBeHidden({ timeout: 1_000 });
  }).toPass();
  await context.close();
});
