import { expect, live, newVisitor, open, test } from "@/e2e/support/browser";
import { compose } from "@/e2e/support/compose";
import { bark, follow, signUp } from "@/e2e/support/people";
import { freshHandle } from "@/testing/people";

test("a list is made, gets somebody from the menu of their profile, and shows their barks", async ({ browser }) => {
  const { page, person, context } = await newVisitor(browser);
  const friend = await signUp();
  await follow(person, friend);
  const text = `Lantern night ${friend.handle}`;
  await bark(friend, text);

  await open(page, "/lists");
  await page.getByRole("button", { name: "Make a list" }).click();
  await page.getByLabel("Name of the new list").fill("Neighbours");
  await page.getByRole("button", { name: "Make list" }).click();
  await expect(page.getByRole("heading", { name: "Neighbours" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Nothing here yet" })).toBeVisible();

  await open(page, `/@${friend.handle}`);
  await page.getByRole("button", { name: `More about ${friend.handle}`, exact: true }).click();
  await page.getByRole("menuitem", { name: "Add to lists" }).click();
  await page.getByRole("switch", { name: "Neighbours" }).check({ force: true });
  await expect(async () => {
    await open(page, "/lists");
    await page.getByRole("link", { name: "Neighbours" }).click();
    await expect(page.getByRole("article").filter({ hasText: text })).toBeVisible({ timeout: 2_000 });
  }).toPass();

  // While it is open, new barks of its members arrive.
  await live(page);
  await bark(friend, `More light ${friend.handle}`);
  await page.getByRole("button", { name: /new bark/ }).click();
  await expect(page.getByRole("article").filter({ hasText: `More light ${friend.handle}` })).toBeVisible();

  await page.getByText("Edit this list").click();
  await page.getByRole("button", { name: `Remove @${friend.handle}` }).click();
  await expect(page.getByRole("button", { name: `Remove @${friend.handle}` })).toBeHidden();
  await page.getByRole("button", { name: "Delete this list" }).click();
  await page.waitForURL("**/lists");
  await expect(page.getByRole("link", { name: "Neighbours" })).toBeHidden();
  await context.close();
});

test("a topic is followed on its page, and its barks come to Home", async ({ browser }) => {
  const { person, page, context } = await newVisitor(browser);
  const stranger = await signUp();
  const topic = `t${freshHandle()}`;
  await bark(stranger, `Rain again #${topic}`);
  await open(page, `/tags/${topic}`);
  await page.getByRole("button", { name: `Follow #${topic}` }).click();
  await expect(page.getByRole("button", { name: `Following #${topic}` })).toBeVisible();
  await page.getByRole("button", { name: `Show #${topic} on your profile` }).click();
  await expect(page.getByText("Now on your profile")).toBeVisible();
  await open(page, `/@${person.handle}`);
  await expect(page.getByRole("list", { name: /^Topics of/ }).getByRole("link")).toHaveText(`#${topic}00 barks`);
  await expect(async () => {
    await open(page, "/home");
    await expect(page.getByRole("article").filter({ hasText: "Rain again" })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await open(page, "/lists");
  await expect(page.getByRole("link", { name: `#${topic}` })).toBeVisible();
  await context.close();
});

test("an author lets nobody quote a bark, and readers are not offered to", async ({ browser }) => {
  const author = await newVisitor(browser);
  const reader = await newVisitor(browser);
  await follow(reader.person, author.person);
  await open(author.page, "/home");
  const text = `Not for quoting ${author.person.handle}`;
  const field = await compose(author.page);
  await field.fill(text);
  await author.page.getByRole("button", { name: /^Who may quote it/ }).click();
  await author.page.getByRole("menuitem", { name: /^No quotes/ }).click();
  await field.press("Control+Enter");
  await expect(field).toBeHidden();
  const article = reader.page.getByRole("article").filter({ hasText: text });
  await expect(async () => {
    await open(reader.page, "/home");
    await expect(article).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await article.getByRole("button", { name: /^Rebark/ }).click();
  await expect(reader.page.getByRole("menuitem", { name: "Rebark" })).toBeVisible();
  await expect(reader.page.getByRole("menuitem", { name: "Quote" })).toBeHidden();
  await Promise.all([author.context.close(), reader.context.close()]);
});
