import type { Locator, Page } from "@playwright/test";
import { expect, live, newVisitor, open, reload, stored, test } from "@/e2e/support/browser";
import { compose } from "@/e2e/support/compose";
import { act, bark, edit, follow, signUp } from "@/e2e/support/people";

const card = (page: Page, text: string): Locator => page.getByRole("article").filter({ hasText: text }).first();
const button = (of: Locator, name: RegExp | string) => of.getByRole("button", { name }).first();

test("a like, a bookmark and a rebark appear at once, are saved, and can be undone", async ({ browser }) => {
  const [{ page, person, context }, author] = [await newVisitor(browser), await signUp()];
  await follow(person, author);
  await bark(author, `Fresh rolls ${author.handle}`);
  await open(page, "/home");
  const rolls = card(page, "Fresh rolls");
  await button(rolls, /^Like/).click();
  await expect(button(rolls, /^Like .*, 1 like$/)).toHaveAttribute("aria-pressed", "true");
  await stored(page, /\/bookmark$/, () => button(rolls, "Bookmark").click());
  await button(rolls, /^Rebark/).click();
  await stored(page, /\/reblog$/, () => page.getByRole("menuitem", { name: "Rebark" }).click());
  await expect(button(rolls, /^Rebark .*, 1 rebark$/)).toHaveAttribute("aria-pressed", "true");

  await page.reload();
  await expect(button(card(page, "Fresh rolls"), /^Like .*, 1 like$/)).toHaveAttribute("aria-pressed", "true");
  await page.goto("/bookmarks");
  await expect(card(page, "Fresh rolls")).toBeVisible();
  await page.goto(`/@${person.handle}`);
  await expect(card(page, "Fresh rolls")).toContainText("rebarked");
  await button(card(page, "Fresh rolls"), /^Like/).click();
  await expect(button(card(page, "Fresh rolls"), /^Like .*, 0 likes$/)).toHaveAttribute("aria-pressed", "false");
  await context.close();
});

test("an emoji reaction can be chosen by keyboard, moves nothing, and is removed by pressing its chip", async ({
  browser,
}) => {
  const { page, person, context } = await newVisitor(browser);
  const id = await bark(person, "Bees at the window");
  await open(page, `/@${person.handle}/${id}`);
  await button(page.locator("main"), "React").focus();
  await page.keyboard.press("Enter");
  const panel = page
    .getByRole("dialog")
    .filter({ has: page.getByRole("button") })
    .last();
  await panel.getByRole("button").first().focus();
  const row = page.locator("main").getByRole("group", { name: "Actions" });
  const { height } = (await row.boundingBox()) ?? {};
  await stored(page, /\/react/, () => page.keyboard.press("Enter"));
  await expect(button(page.locator("main"), /^React .* 1 reaction/)).toBeVisible();
  expect((await row.boundingBox())?.height).toBe(height);
  // Whoever opens the page from now on sees it in a row of its own.
  await reload(page);
  const chip = page.getByRole("group", { name: "Reactions" }).getByRole("button").first();
  await expect(chip).toHaveAttribute("aria-pressed", "true");
  await expect(chip).toHaveAccessibleName(/1 reaction$/);
  await chip.click();
  await expect(page.getByRole("group", { name: "Reactions" }).getByRole("button")).toHaveCount(0);
  await context.close();
});

test("a reply is written below its bark and appears in the thread", async ({ browser }) => {
  const [{ page, context }, author] = [await newVisitor(browser), await signUp()];
  const id = await bark(author, "Who has a ladder?");
  await open(page, `/@${author.handle}/${id}`);
  await button(page.locator("main"), /^Reply/).click();
  const field = page.getByRole("dialog").getByLabel("Your reply");
  await expect(field).toHaveValue(`@${author.handle} `);
  await field.fill(`@${author.handle} I have one, ten steps`);
  await stored(page, /\/statuses$/, () => field.press("Control+Enter"));
  const replies = page.getByRole("region", { name: "Replies" });
  await expect(replies.getByText("I have one, ten steps")).toBeVisible();
  await page.reload();
  await expect(replies.getByText("I have one, ten steps")).toBeVisible();
  await replies
    .getByRole("article")
    .filter({ hasText: "ten steps" })
    .getByRole("link")
    .filter({ has: page.locator("time") })
    .click();
  await expect(page.getByRole("region", { name: "What this replies to" })).toContainText("Who has a ladder?");
  await context.close();
});

test("a word longer than the field goes on in the next line while it is written", async ({ browser }) => {
  const { page, context } = await newVisitor(browser);
  const field = await compose(page);
  await field.fill("Wolkenkuckucksheim".repeat(8));
  const right = () => field.evaluate((area) => area.getBoundingClientRect().right);
  expect(await right()).toBeLessThanOrEqual(await page.evaluate(() => innerWidth));
  await context.close();
});

test("a quote shows the quoted version and a note that there is a newer one", async ({ browser }) => {
  const [{ page, person, context }, author] = [await newVisitor(browser), await signUp()];
  const id = await bark(author, "The fair is on Friday");
  await follow(person, author);
  await open(page, "/home");
  await button(card(page, "The fair is on Friday"), /^Rebark/).click();
  await page.getByRole("menuitem", { name: "Quote" }).click();
  const field = page.getByRole("dialog").getByLabel("What do you say to it?");
  await field.fill("I bring jam");
  await stored(page, /\/statuses$/, () => field.press("Control+Enter"));
  await expect(card(page, "I bring jam")).toContainText("The fair is on Friday");
  await edit(author, id, "The fair is on Saturday");
  await page.goto(`/@${person.handle}`);
  const quote = card(page, "I bring jam");
  await expect(quote).toContainText("The fair is on Friday");
  await expect(quote).toContainText("See the new version");
  await context.close();
});

test("an edit appears live in a reader's feed, and the history marks the changes", async ({ browser }) => {
  const [{ page, person, context }, author] = [await newVisitor(browser), await signUp()];
  await follow(person, author);
  const id = await bark(author, "Pumpkins at the library door");
  await open(page, "/home");
  await live(page);
  await edit(author, id, "Squashes at the library door");
  await expect(card(page, "Squashes at the library door")).toBeVisible();
  await card(page, "Squashes")
    .getByRole("link", { name: /edited/i })
    .click();
  await expect(page).toHaveURL(/\/history$/);
  await expect(page.locator("del").first()).toHaveText(/Pumpkins/);
  await expect(page.locator("ins").first()).toHaveText(/Squashes/);
  await context.close();
});

test("counters of a bark on screen update live", async ({ browser }) => {
  const [{ page, context }, author, fan] = [await newVisitor(browser), await signUp(), await signUp()];
  const id = await bark(author, "Watch this");
  await open(page, `/@${author.handle}/${id}`);
  await live(page);
  await act(fan, `/api/v1/statuses/${id}/favourite`);
  await expect(page.getByRole("link", { name: "1 like" })).toBeVisible();
  await context.close();
});

test("a blocked person disappears from every page at once, and cannot see the profile of who blocked them", async ({
  browser,
}) => {
  const [{ page, person, context }, other] = [await newVisitor(browser), await newVisitor(browser)];
  await follow(person, other.person);
  await bark(other.person, "Loud music");
  await open(page, "/home");
  await button(card(page, "Loud music"), "More").click();
  await page.getByRole("menuitem", { name: /^Block/ }).click();
  const sure = page.getByRole("dialog").getByRole("button", { name: "Block", exact: true });
  await stored(page, /\/block$/, () => sure.click());
  await expect(card(page, "Loud music")).toBeHidden();
  await page.reload();
  await expect(page.getByText("Loud music")).toBeHidden();
  const answer = await other.context.request.get(`/@${person.handle}`);
  expect(answer.status()).toBe(404);
  await Promise.all([context.close(), other.context.close()]);
});
